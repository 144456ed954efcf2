"""Hyphenation patterns are read quickly: each is made out when a word first asks for it.

A dictionary holds tens of thousands, of which a handout needs some hundreds. The patterns of TeX (Liang,
Word Hy-phen-a-tion by Com-put-er, 1983) and their file format are those of Hunspell, as pyphen reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import digits
from typing import Any

# A line that says of no place that a word may be parted there.
_EMPTY = re.compile(r"^[^1-9\n]*$", re.MULTILINE)
# Where a value in a pattern begins, and its values.
Pattern = tuple[int, tuple[int, ...]]


def read_dictionaries_quickly() -> None:
    """From now on pyphen, once imported, finds its dictionaries already open."""
    import pyphen  # type: ignore[import-untyped]

    if not isinstance(pyphen.hdcache, _Dictionaries):
        pyphen.hdcache = _Dictionaries(pyphen.hdcache)


class _Dictionaries(dict[Path, Any]):
    """Every dictionary that there is, read when it is first asked for."""

    def __contains__(self, path: object) -> bool:
        return True

    def __missing__(self, path: Path) -> Any:
        self[path] = opened(path)
        return self[path]


def opened(path: Path) -> Any:
    """The dictionary of a file, equal to pyphen's own."""
    import pyphen

    dictionary = pyphen.HyphDict.__new__(pyphen.HyphDict)
    dictionary.patterns = Patterns(_lines(path))
    dictionary.cache = {}
    dictionary.maxlen = dictionary.patterns.longest
    return dictionary


def _lines(path: Path) -> list[str]:
    """The patterns as they are written."""
    import pyphen

    with path.open("rb") as file:
        encoding = file.readline().decode()
    known = "cp1251" if encoding.lower() == "microsoft-cp1251" else encoding.strip()
    lines = path.read_text(known).split("\n")[1:]
    first = next((at for at, line in enumerate(lines) if _is_pattern(line)), 0)
    text = "\n".join(lines[first:]).rstrip()
    if any(f"\n{word}" in text for word in pyphen.ignored) or " " in text or "\t" in text or "\n\n" in text:
        return [line.strip() for line in lines if line.strip() and not line.startswith(pyphen.ignored)]
    return text.split("\n")


def _is_pattern(line: str) -> bool:
    import pyphen

    return bool(line.strip()) and not line.startswith(pyphen.ignored)


class Patterns:
    """Patterns by their letters."""

    def __init__(self, lines: list[str]) -> None:
        self.written = dict(_by_letters(lines))
        self.read: dict[str, Pattern | None] = {}
        self.longest = max(map(len, self.written), default=0)

    def get(self, letters: str) -> Pattern | None:
        """Where the values of the pattern begin, and those; None where there is none."""
        line = self.written.get(letters)
        if line is None:
            return None
        if letters not in self.read:
            self.read[letters] = _pattern(line)
        return self.read[letters]


def _by_letters(lines: list[str]) -> Mapping[str, str]:
    """The lines by their letters; of two with the same letters the later counts, unless it is empty."""
    text = "\n".join(lines)
    keys = _without_digits(text).split("\n")
    found = dict(zip(keys, lines, strict=True))
    odd = [line for line in lines if "/" in line or "^^" in line] if "/" in text or "^^" in text else []
    for line in odd:
        found.pop(_without_digits(line), None)
        found[_letters(line)] = line
    if len(found) < len(lines) and _EMPTY.search(text):
        doubled = [(key, line) for key, line in zip(keys, lines, strict=True) if found.get(key) != line]
        found |= {key: line for key, line in doubled if not _pattern(found.get(key, "1"))}
    return found


def _letters(line: str) -> str:
    """What a pattern is looked up by."""
    plain = _plain(line)
    return _without_digits(plain.split("/", 1)[0] if "=" in plain else plain)


def _without_digits(text: str) -> str:
    """Ten replacements are faster than one translation of a long text."""
    for digit in digits:
        text = text.replace(digit, "")
    return text


def _plain(line: str) -> str:
    """The line with the characters that `^^hh` stands for."""
    import pyphen

    plain: str = pyphen.parse_hex(lambda match: chr(int(match[1], 16)), line)
    return plain


def _pattern(line: str) -> Pattern | None:
    """The values of one line, without zeros at either end; None where there are no others."""
    import pyphen

    line, make = _plain(line), int
    if "/" in line and "=" in line:
        line, alternative = line.split("/", 1)
        make = pyphen.AlternativeParser(line, alternative)
    values = [make(digit or "0") for digit, _ in pyphen.parse(line)]
    filled = [place for place, value in enumerate(values) if value]
    if not filled:
        return None
    return filled[0], tuple(values[filled[0] : filled[-1] + 1])
