"""Words are parted as pyphen parts them, by dictionaries that are read much faster."""

from __future__ import annotations

from pathlib import Path

import pyphen  # type: ignore[import-untyped]
import pytest

from diptych.pdf.hyphenation import opened

# Languages with patterns of every kind: plain, with other letters at the break, in other encodings.
LANGUAGES = ("en_GB", "de_DE", "fr", "hu_HU", "sq_AL", "eo", "ru_RU", "el_GR")


def dictionaries() -> dict[Path, str]:
    return {Path(str(pyphen.LANGUAGES[name])): name for name in LANGUAGES}


@pytest.mark.parametrize("path", dictionaries(), ids=dictionaries().values())
def test_patterns_are_those_that_pyphen_reads(path: Path) -> None:
    ours, theirs = opened(path), pyphen.HyphDict(path)
    assert len(theirs.patterns) > 100
    for letters in {*theirs.patterns, *ours.patterns.written}:
        assert told(ours.patterns.get(letters)) == told(theirs.patterns.get(letters)), letters


def told(pattern: object) -> object:
    """A pattern with what each of its numbers tells besides."""
    if not isinstance(pattern, tuple):
        return pattern
    start, values = pattern
    return start, [(int(value), getattr(value, "data", None)) for value in values]


def test_words_are_parted_where_they_were() -> None:
    words = [
        "Zuckerbäckerei",
        "Donaudampfschifffahrtsgesellschaft",
        "Silbentrennung",
        "Fußballweltmeisterschaft",
    ]
    path = Path(str(pyphen.LANGUAGES["de_DE"]))
    ours, theirs = opened(path), pyphen.HyphDict(path)
    assert [ours.positions(word) for word in words] == [theirs.positions(word) for word in words]
    assert all(ours.positions(word) for word in words)
