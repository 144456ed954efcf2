"""Writes the Japanese and Chinese fonts of the layout `classic`: parts of Noto's, small enough to come along.

    npm pack @expo-google-fonts/noto-serif-jp@0.4.3 (and noto-sans-jp, noto-sans-sc, noto-sans-tc @0.4.3)
    git clone https://github.com/shengdoushi/common-standard-chinese-characters-table
    python scripts/east_asian_fonts.py FOLDER common-standard-chinese-characters-table

FOLDER holds the unpacked packages by name (`noto-serif-jp/400Regular/…`). What each language keeps:

- Japanese: JIS X 0213 without its level 4: all that schools, newspapers and names use.
- Simplified Chinese: GB 2312 and the 8,105 of the Table of General Standard Chinese Characters (2013).
- Traditional Chinese: the symbols and level 1 of Big5, the 5,401 frequent characters, and bopomofo.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

TARGET = Path(__file__).parents[1] / "layouts" / "classic" / "fonts"
# Weights that the layout uses: Japanese words that are bold among Minchō letters are set in Gothic.
WEIGHTS = {"noto-serif-jp": ("Regular",)}
BOTH = ("Regular", "Bold")
NUMBERS = {"Regular": "400", "Bold": "700"}
# What character sets of one country leave out and its texts have: punctuation, kana, full-width forms, signs.
EVERYWHERE = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2010, 0x2027),
    *range(0x2030, 0x203F),
    *range(0x2190, 0x219A),
    *range(0x2460, 0x2474),
    *range(0x3000, 0x3020),
    *range(0xFF01, 0xFF5F),
    *range(0xFFE0, 0xFFE7),
)
KANA = (*range(0x3041, 0x3100), *range(0x31F0, 0x3200))
BOPOMOFO = (*range(0x3105, 0x3130), *range(0x31A0, 0x31C0), 0x2C7, 0x2CA, 0x2CB, 0x2D9)
# Punctuation that fills half of its square: ink at the start, ink at the end, ink in the middle.
CLOSING = "」』】〕〉》）］｝"
OPENING = "「『【〔〈《（［｛"
STOPS, COLONS = "、。，．", "：；"
MIDDLE = "・"


def main(packages: Path, table: Path) -> None:
    """Write the files, byte for byte the same each time."""
    wanted = {
        "noto-serif-jp": _japanese(),
        "noto-sans-jp": _japanese(),
        "noto-sans-sc": _simplified(table),
        "noto-sans-tc": _traditional(),
    }
    for package, characters in wanted.items():
        for weight in WEIGHTS.get(package, BOTH):
            (file,) = (packages / package / f"{NUMBERS[weight]}{weight}").glob("*.ttf")
            name = file.name.replace(f"_{NUMBERS[weight]}", "-")
            _write(file, TARGET / name, characters, centred=package.endswith("tc"))


def _japanese() -> frozenset[int]:
    level_4 = b"\x8f"  # the byte before characters of the second plane
    of_set = _encoded("euc_jisx0213", lambda code: not code.startswith(level_4))
    return of_set | {*EVERYWHERE, *KANA}


def _simplified(table: Path) -> frozenset[int]:
    standard = {
        ord(char) for level in (1, 2, 3) for char in (table / f"level-{level}.txt").read_text("utf-8")
    }
    return _encoded("gb2312", lambda _: True) | standard | {*EVERYWHERE, *BOPOMOFO}


def _traditional() -> frozenset[int]:
    last_of_level_1 = b"\xc6\x7e"
    return _encoded("big5", lambda code: code <= last_of_level_1) | {*EVERYWHERE, *BOPOMOFO}


def _encoded(codec: str, keep: Callable[[bytes], bool]) -> frozenset[int]:
    """The code points of a character set, by Python's name for it."""
    return frozenset(one for one in range(0x20, 0x30000) if (code := _code(one, codec)) and keep(code))


def _code(point: int, codec: str) -> bytes:
    try:
        return chr(point).encode(codec)
    except UnicodeEncodeError:
        return b""


def _write(file: Path, target: Path, characters: Iterable[int], centred: bool) -> None:
    font = TTFont(file, recalcTimestamp=False)
    options = subset.Options(
        layout_features=["ccmp", "locl", "mark"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    _set_close(font, centred)
    font.save(target)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size / 1e6:.1f} MB")


def _set_close(font: Any, centred: bool) -> None:
    """Marks that meet share a square instead of leaving a hole (JIS X 4051; JLREQ 3.1.4), as pair kerning.

    Where stops stand in the middle of their squares, as in Taiwan, they keep them.
    """
    names = font.getBestCmap()
    closing = CLOSING if centred else CLOSING + STOPS
    ends, starts = _class(closing, names), _class(OPENING, names)
    others = _class(MIDDLE + COLONS + "\u3000" + (STOPS if centred else ""), names)
    half = font["head"].unitsPerEm // 2
    # An ideographic space is no mark of the middle, but is empty as the half of one is.
    rules = f"""
        languagesystem DFLT dflt; languagesystem hani dflt;
        languagesystem kana dflt; languagesystem latn dflt;
        feature kern {{
            pos {ends} <0 0 {-half} 0> {ends}; pos {ends} <0 0 {-half} 0> {starts};
            pos {ends} <0 0 {-half} 0> {others};
            pos {starts} <0 0 0 0> {starts} <{-half} 0 {-half} 0>;
            pos {others} <0 0 0 0> {starts} <{-half} 0 {-half} 0>;
        }} kern;
    """
    addOpenTypeFeaturesFromString(font, rules, tables=["GPOS"])


def _class(characters: str, names: dict[int, str]) -> str:
    return f"[{' '.join(names[ord(one)] for one in characters if ord(one) in names)}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
