"""The leak gate: what belongs to the teacher is looked for in every layer of a student's file.

It is found by its words, whatever the way it came there: a template, a note, a name, a field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.material.answers import gap_words
from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.for_students import for_students
from diptych.material.numbering import all_blocks
from diptych.material.place import Place
from diptych.material.scripts import scripts_of
from diptych.proof.layers import Layer
from diptych.proof.leaves import Leaf, leaves_of, letters

_SECRET_KEYS = re.compile(r"(^|\.)(answer|explanation|notes|misconceptions)(\[\d+\])?(\^)?(\.|$)")
# Fewer letters than these are part of too many words; from so many on, breaks inside words do not matter.
_FEWEST, _LONG = 4, 12
_SHOWN = 40
# Scripts that set no spaces between words.
_UNSPACED = frozenset({"Hani", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"})


@dataclass(frozen=True)
class Secret:
    """One text of the teacher's: its words, and their letters alone."""

    place: Place
    words: str
    letters: str


def secrets_of(document: Document, gaps: bool = True) -> tuple[Secret, ...]:
    """The teacher's texts that say more than the student's do; with `gaps` the words of gaps among them.

    What stands in an ordinary text of the source as well is no secret: it could not be told apart.
    """
    ordinary = _Ordinary(_student_texts(document))
    found = {secret.letters: secret for secret in _candidates(document, gaps)}
    return tuple(one for one in found.values() if len(one.letters) >= _FEWEST and not ordinary.says(one))


def leaks(secrets: Iterable[Secret], layers: Iterable[Layer]) -> Iterator[Finding]:
    """Each secret that stands in the file, as an error at its line that says where."""
    told = [(layer.where, _Ordinary([layer.text])) for layer in layers]
    for secret in secrets:
        where = next((name for name, text in told if text.says(secret)), "")
        if where:
            shown = secret.words if len(secret.words) <= _SHOWN else secret.words[:_SHOWN].rstrip() + " …"
            message = f"“{shown}” is for the teacher, and stands in a student's file ({where})"
            yield Finding(
                secret.place,
                message,
                "take it out of the template of the layout that prints it",
                kind="leaked-answer",
            )


class _Ordinary:
    """Texts in which words are looked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        joined = "\n".join(texts)
        self.words = f" {_spaced(joined)} "
        self.letters = letters(joined)

    def says(self, secret: Secret) -> bool:
        if len(secret.letters) >= _LONG or _UNSPACED & scripts_of(secret.letters):
            return secret.letters in self.letters
        return f" {_spaced(secret.words)} " in self.words


def _spaced(text: str) -> str:
    """The words in small letters, parted by single spaces."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def _candidates(document: Document, gaps: bool) -> Iterator[Secret]:
    for leaf in leaves_of(document.material):
        if _SECRET_KEYS.search(leaf.path):
            yield Secret(leaf.place, " ".join(leaf.words.split()), letters(leaf.words))
            yield from _around_formulas(leaf)
        elif gaps:
            yield from (Secret(leaf.place, word, letters(word)) for word in leaf.gaps)


def _around_formulas(leaf: Leaf) -> Iterator[Secret]:
    """The formulas of a text, and the words around them: they stand in different layers of a file."""
    yield from (Secret(leaf.place, leaf.words, told) for one in leaf.formulas for told in one)
    for part in leaf.parts if leaf.formulas else ():
        if len(letters(part)) >= _LONG:
            yield Secret(leaf.place, " ".join(part.split()), letters(part))


def _student_texts(document: Document) -> Iterator[str]:
    """What students read anyway: their texts with gaps open, works cited, and the words of the layout."""
    student = for_students(document)
    for leaf in leaves_of(student.material):
        yield from leaf.parts
        yield from (told for one in leaf.formulas for told in one)
    for block in all_blocks(student.material.sections):
        if isinstance(block, Question) and block.word_bank:
            yield from gap_words(block)
    yield from (entry.plain() for _, entry in document.bibliography.entries)
    yield from document.labels.texts
