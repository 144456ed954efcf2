"""What the text of a template is measured with: its own font files, a metric twin, or a known width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diptych.layout.load import Layout, LayoutError
from diptych.layout.theme import DeckFont, DeckType, Family
from diptych.layout.yaml_files import read_yaml

_WEIGHTS = re.compile(r"\s+(thin|extralight|light|book|regular|medium|semilight|semibold|demi|roman)$")
_STYLES = ("regular", "italic", "bold", "bold_italic")
# Font files beside a template: more or larger ones are not looked at.
_MOST_FILES, _MOST_BYTES = 200, 30_000_000


@dataclass(frozen=True)
class Twins:
    """Families that we have, and how families that templates name are to them."""

    families: Mapping[str, Family]
    twins: Mapping[str, str]
    widths: Mapping[str, tuple[str, float]]
    spare: float


def deck_type(heading: str, body: str, layout: Layout, folder: Path) -> tuple[DeckType, tuple[str, ...]]:
    """The fonts of a deck whose template names these families, and what a user should know of them.

    Raises LayoutError where the layout's list of twins lacks or misspells something.
    """
    twins = read_twins(layout)
    beside = beside_template(folder)
    own = layout.theme.deck
    told: dict[str, str] = {}
    words = ("font", "font") if heading == body else ("font for headings", "font for text")
    fonts = {}
    for role, name, word in (("heading", heading, words[0]), ("body", body, words[1])):
        fonts[role], remark = _font(name, word, twins, beside, own.fallback)
        told.setdefault(name, remark)
    return DeckType(fonts["heading"], fonts["body"], own.code, own.fallback, own.scripts), tuple(
        told.values()
    )


def read_twins(layout: Layout) -> Twins:
    """The layout's list of metric twins and widths. Raises LayoutError."""
    path = layout.find("deck/fonts.yaml")
    values = read_yaml(path)
    try:
        families = {key: _family(one, layout) for key, one in values["families"].items()}
        widths = {_folded(name): (str(one[0]), float(one[1])) for name, one in values["widths"].items()}
        twins = {_folded(name): str(one) for name, one in values["twins"].items()}
        spare = float(values["spare"])
        missing = {*twins.values(), *(key for key, _ in widths.values())} - set(families)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise LayoutError(f"{path} lacks or misspells {error}") from None
    if missing:
        raise LayoutError(f"{path} has no family `{sorted(missing)[0]}`")
    return Twins(families, twins, widths, spare)


def beside_template(folder: Path) -> dict[str, Family]:
    """The families in font files beside a template or in `fonts/` there, by the names inside the files."""
    files = (path for place in (folder, folder / "fonts") for path in _font_files(place))
    found: dict[str, dict[str, Path]] = {}
    for path in files:
        for family, style in _names(path):
            found.setdefault(family, {}).setdefault(style, path)
    return {name: _complete(name, styles) for name, styles in found.items() if styles}


def _font(
    name: str, word: str, twins: Twins, beside: Mapping[str, Family], fallback: DeckFont
) -> tuple[DeckFont, str]:
    """The font of that name, and one sentence on how its text is measured."""
    told = f"The template's {word} `{name}`"
    if family := _known(name, beside):
        return DeckFont(name, family), f"{told} is measured with its files beside the template."
    if twin := _known(name, twins.twins):
        family = twins.families[twin]
        if _folded(name) == _folded(family.family):
            return DeckFont(name, family), f"{told} is measured with its own files."
        return DeckFont(name, family), f"{told} is measured with {family.family}, its metric twin."
    advice = "Put its files beside the template to measure with it."
    if width := _known(name, twins.widths):
        family, factor = twins.families[width[0]], width[1]
        share = f", {abs(factor - 1):.0%} {'wider' if factor > 1 else 'narrower'}" if factor != 1 else ""
        return DeckFont(
            name, family, factor, known=False
        ), f"{told} is not here; it is measured as {family.family}{share}. {advice}"
    family = fallback.measured_with
    spare = f"{twins.spare - 1:.0%}".replace("%", " %")
    remark = f"{told} is not here; it is measured with {family.family} and {spare} to spare. {advice}"
    return DeckFont(name, family, twins.spare, known=False), remark


def _known(name: str, among: Mapping[str, Any]) -> Any:
    """What is known of a family, or of the one that its name calls a weight of."""
    folded = _folded(name)
    while folded:
        if folded in among:
            return among[folded]
        shorter = _WEIGHTS.sub("", folded)
        if shorter == folded:
            return None
        folded = shorter
    return None


def _folded(name: str) -> str:
    return " ".join(re.sub(r"\((headings|body)\)", "", name.casefold()).split())


def _family(values: Mapping[str, str], layout: Layout) -> Family:
    files = {style: layout.find(f"fonts/{values[style]}") for style in _STYLES}
    return Family(str(values["family"]), **files)


def _complete(name: str, styles: Mapping[str, Path]) -> Family:
    """The family, with the nearest style in place of one that has no file."""
    plain = styles.get("regular") or next(iter(styles.values()))
    italic, bold = styles.get("italic", plain), styles.get("bold", plain)
    return Family(name, plain, italic, bold, styles.get("bold_italic", bold))


def _font_files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.iterdir() if path.suffix.casefold() in (".ttf", ".otf"))
    return [path for path in files if path.is_file() and path.stat().st_size < _MOST_BYTES][:_MOST_FILES]


def _names(path: Path) -> list[tuple[str, str]]:
    """The families that a font file says it is of, each with the style; none for a damaged file."""
    from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            names = font["name"]
            pairs = [
                (names.getDebugName(family), names.getDebugName(style))
                for family, style in ((16, 17), (1, 2))
            ]
    except (TTLibError, KeyError, OSError, ValueError, AssertionError):
        return []
    return [(_folded(family), _style(style or "")) for family, style in pairs if family]


def _style(words: str) -> str:
    name = words.casefold()
    bold, italic = "bold" in name and "semi" not in name, "italic" in name or "oblique" in name
    if bold:
        return "bold_italic" if italic else "bold"
    return "italic" if italic else "regular"
