"""The coverage ledger: where each leaf of a source stands in the finished works, and what was lost.

A leaf is known by its words. Leaves of the same words are told apart by the section or block that they belong
to: its name stands in both works, in the tags of the PDF and in the names of slides.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from diptych.material.findings import Finding
from diptych.proof.finished_text import SlideLetters
from diptych.proof.leaves import Leaf

_SHOWN = 60  # characters of a lost text


@dataclass(frozen=True)
class Entry:
    """One leaf, and the pages, slides and slides' notes (counted from 1) on which it begins."""

    leaf: Leaf
    pages: tuple[int, ...] = ()
    slides: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()

    @property
    def found(self) -> bool:
        """True where it stands somewhere."""
        return bool(self.pages or self.slides or self.notes)


@dataclass(frozen=True)
class Finished:
    """The letters of the finished works: pages, slides, alternative texts and named elements of the PDF."""

    pages: Sequence[str]
    slides: Sequence[SlideLetters]
    described: str = ""
    tagged: Mapping[str, str] = field(default_factory=dict)

    def says(self, leaf: Leaf) -> bool:
        """Whether the leaf's own section or block says it."""
        own = [self.tagged.get(name, "") for name in leaf.names]
        own += [one.slide + one.notes for one in self.slides if leaf.names & one.names]
        return any(leaf.stretches[0] in letters for letters in own)


def ledger(leaves: Sequence[Leaf], works: Finished) -> tuple[Entry, ...]:
    """An entry for each leaf."""
    book, show = _Text(works.pages), _Text([one.slide for one in works.slides])
    said = _Text([one.notes for one in works.slides])
    whole = book.whole + show.whole + said.whole + works.described
    entries = [_entry(leaf, book, show, said, whole, works.described) for leaf in leaves]
    return tuple(_told_apart(entries, (book.whole, show.whole + said.whole), works))


def _told_apart(entries: Sequence[Entry], wholes: Sequence[str], works: Finished) -> Iterator[Entry]:
    """The entries; of those with the same words the ones that only stand elsewhere are not found."""
    alike = Counter(entry.leaf.stretches for entry in entries)
    for entry in entries:
        count = alike[entry.leaf.stretches]
        doubtful = count > 1 and entry.leaf.stretches and entry.leaf.names and not works.says(entry.leaf)
        if doubtful and all(_fewer(entry.leaf.stretches[0], whole, count) for whole in wholes):
            yield Entry(entry.leaf)
        else:
            yield entry


def _fewer(words: str, whole: str, count: int) -> bool:
    """True where the words stand in the whole less often than that."""
    return sum(1 for _ in _occurrences(whole, words)) < count


def losses(entries: Sequence[Entry]) -> Iterator[Finding]:
    """The leaves that stand in no work, each as an error at its line."""
    for entry in entries:
        if not entry.found:
            words = " ".join(entry.leaf.words.split())
            shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + " …"
            message = f"`{entry.leaf.path}` is lost: “{shown}” stands in neither work"
            hint = "a template of the layout leaves it out; print it, or take it out of the source"
            yield Finding(entry.leaf.place, message, hint, kind="lost-text")


def _entry(leaf: Leaf, book: _Text, show: _Text, said: _Text, whole: str, described: str) -> Entry:
    if not all(any(one in whole for one in told) for told in leaf.formulas):
        return Entry(leaf)
    if not leaf.stretches:
        return _formula_entry(leaf, book, show, said)
    places = [text.places(leaf.stretches) for text in (book, show, said)]
    if not any(places) and all(stretch in whole for stretch in leaf.stretches):
        # Its parts stand in different works, or in words for those who cannot see a picture.
        places = [text.places(leaf.stretches[:1]) for text in (book, show, said)]
        if not any(places) and leaf.stretches[0] in described:
            places[0] = (0,)
    return Entry(leaf, *places)


def _formula_entry(leaf: Leaf, book: _Text, show: _Text, said: _Text) -> Entry:
    """Where a text that is a formula stands; in the handout, which describes it, somewhere at least."""
    places = [_first(text, leaf.formulas[0]) for text in (book, show, said)]
    return Entry(leaf, *(places if any(places) else [(0,), (), ()]))


def _first(text: _Text, told: Sequence[str]) -> tuple[int, ...]:
    return next((found for one in told if (found := text.places((one,)))), ())


class _Text:
    """The letters of pages or slides, one after the other."""

    def __init__(self, parts: Sequence[str]) -> None:
        self.whole = "".join(parts)
        self.starts = list(accumulate((len(part) for part in parts), initial=0))[:-1]

    def places(self, stretches: Sequence[str]) -> tuple[int, ...]:
        """Where the first stretch begins, if all of them stand somewhere."""
        if not all(stretch in self.whole for stretch in stretches):
            return ()
        found = (bisect_right(self.starts, at) for at in _occurrences(self.whole, stretches[0]))
        return tuple(dict.fromkeys(found))


def _occurrences(whole: str, words: str) -> Iterator[int]:
    at = whole.find(words)
    while at >= 0:
        yield at
        at = whole.find(words, at + 1)
