"""Whatever is written, a source is read or told what is wrong with it; words are never lost in between."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diptych.material.characters import character_problem
from diptych.material.inline import InlineReader
from diptych.material.place import Place
from tests.conftest import CASES
from tests.fuzz.readings import marked_up, read_bytes, source

SETTINGS = settings(
    max_examples=60, deadline=5000, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
MARKS = ["*", "**", "_", "`", "``", "[", "]", "](", ")", "{gap}", "{lang=de}", "^[", "^", "~", "[@", "@", ";"]
MORE = [
    "\\",
    "&amp;",
    "&#8238;",
    "<",
    ">",
    "https://a.example",
    '"',
    "'",
    "--",
    "...",
    "- ",
    "1. ",
    "\n\n",
    " ",
]
WORDS = ["word", "Wort", "слово", "\u0301", "\u200d", "\u202e", "\x00", "é", "字"]
MARKED_UP = st.lists(st.sampled_from([*MARKS, *MORE, *WORDS]), max_size=60).map("".join)
KEYS = ["title", "sections", "content", "text", "points", "point", "table", "header", "rows", "cell", "id"]
KEYS += ["question", "options", "answer", "figure", "alt", "lang", "references", "timeline", "date", "lines"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | MARKED_UP | st.sampled_from(["2026-11", "a", "true", "en"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=20,
)


@given(st.binary(max_size=400))
@SETTINGS
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    read_bytes(data)


@given(st.text(max_size=400))
@SETTINGS
def test_any_text_is_read_or_told(text: str) -> None:
    read_bytes(text.encode("utf-8", "surrogatepass"))


@given(VALUES)
@SETTINGS
def test_any_values_are_read_or_told(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    source(f"title: T\nsections: {text}\n".encode())
    source(f"title: T\nsections: [{{title: A war, content: {text}}}]\n".encode())


@given(MARKED_UP)
@SETTINGS
def test_any_marks_are_read(text: str) -> None:
    marked_up(text)


@given(
    st.lists(st.sampled_from(["*", "_", "`", "[", "]", "(", ")", "~", "^", " ", "<", "&", "{"]), max_size=40)
)
@SETTINGS
def test_words_between_marks_are_never_lost(marks: list[str]) -> None:
    text = "".join(f"{mark}w{number}w" for number, mark in enumerate(marks))
    reader = InlineReader("en")
    read = reader.rich(text, Place(1, 1))
    said = (
        read.plain()
        + "".join(
            span.link + (span.note.plain() if span.note else "") + str(span.cites) for span in read.spans
        )
        + str(reader.findings)
    )
    assert all(f"w{number}w" in said for number in range(len(marks)))


@given(st.text(max_size=200))
@SETTINGS
def test_what_may_stand_in_a_text_may_stand_in_xml(text: str) -> None:
    from lxml import etree

    if not character_problem(text)[0]:
        etree.Element("a").text = text


@pytest.mark.parametrize("path", sorted((CASES / "hostile").iterdir()), ids=lambda path: path.name)
def test_what_was_found_stays_mended(path) -> None:  # type: ignore[no-untyped-def]
    read_bytes(path.read_bytes())
