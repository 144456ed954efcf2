"""The letters of options, pairs and sources in the language of the lesson, and answers that name them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from string import ascii_uppercase

from diptych.material.blocks import AnyBlock, Question
from diptych.material.labels import Labels
from diptych.material.markup import Paragraph, Prose, Rich, Span
from diptych.material.model import Material, Section

# Commas and semicolons of all scripts, and what teachers put around a letter.
_BETWEEN = re.compile(r"[\s,;.()،؛、，；。・'׳]+")


def letters_of(labels: Labels) -> tuple[str, ...]:
    """The letters in the order of the language's own alphabet: A, B, C; أ, ب, ج; ア, イ, ウ."""
    return tuple(labels("option_letters").split())


def letter(index: int, letters: tuple[str, ...] = tuple(ascii_uppercase)) -> str:
    """The letter of an option; after the last letter come pairs of them: AA, AB …"""
    first, last = divmod(index, len(letters))
    return (letter(first - 1, letters) if first else "") + letters[last]


def with_answers_in_latin(material: Material, labels: Labels) -> Material:
    """The material with answers of multiple choices that are told in letters in those that all else reads."""
    known = _known(letters_of(labels))
    return replace(material, sections=tuple(_section(one, known, labels) for one in material.sections))


def _known(letters: tuple[str, ...]) -> Mapping[str, str]:
    """The Latin letter for each: Latin letters stand for themselves, as older sources have them."""
    own = {_plain(one): ascii_uppercase[index] for index, one in enumerate(letters[: len(ascii_uppercase)])}
    return {**{one: one for one in ascii_uppercase}, **own}


def _plain(text: str) -> str:
    """The letter as it is typed in haste: wide or narrow, with or without what stands above it."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(char for char in apart if not unicodedata.combining(char) and char != "\u0640")


def _section(section: Section, known: Mapping[str, str], labels: Labels) -> Section:
    content = tuple(_block(block, known, labels) for block in section.content)
    parts = tuple(_section(part, known, labels) for part in section.sections)
    return replace(section, content=content, sections=parts)


def _block(block: AnyBlock, known: Mapping[str, str], labels: Labels) -> AnyBlock:
    if not isinstance(block, Question) or not block.options or block.kind != "multiple_choice":
        return block
    answer = block.answer.plain().strip()
    if not answer or answer in {option.plain() for option in block.options}:
        return block
    words = {labels("and"), "and"} - known.keys()
    given = [_plain(one) for one in _BETWEEN.split(answer) if one and one not in words]
    if not given or not all(one in known for one in given):
        return block
    latin = Rich((Span(", ".join(known[one] for one in given)),), block.answer.place)
    return replace(block, answer=Prose((Paragraph(latin),), block.answer.place))
