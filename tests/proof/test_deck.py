"""A deck with a fault is told of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.proof.deck import lint_deck
from tests.deck.sample_deck import sample_deck


@pytest.fixture(scope="module")
def deck() -> bytes:
    return write_deck(sample_deck(), own_design(load_layout("classic")))


def test_a_deck_of_every_kind_of_shape_has_no_fault(deck: bytes) -> None:
    assert lint_deck(deck) == []


def edited(deck: bytes, pattern: str, edit: Callable[[str], str]) -> bytes:
    """The deck with one edit in the first part whose name and text have something to edit."""
    out = io.BytesIO()
    done = False
    with zipfile.ZipFile(io.BytesIO(deck)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            if not done and Path(name).match(pattern):
                changed = edit(data.decode()).encode()
                done, data = changed != data, changed
            copy.writestr(name, data)
    assert done, f"nothing was edited in {pattern}"
    return out.getvalue()


@pytest.mark.parametrize(
    ("pattern", "old", "new", "fault"),
    [
        ("ppt/slides/slide*.xml", ' id="3"', ' id="2"', "the shape id 2 is used 2 times"),
        ("ppt/slides/slide*.xml", 'type="ctrTitle"', 'type="body" idx="99"', "the slide has no title"),
        ("ppt/slides/slide*.xml", ' lang="en-GB"', "", "the language of"),
        ("ppt/slides/slide*.xml", 'firstRow="1"', 'firstRow="0"', "does not mark its header row"),
        ("ppt/slides/slide*.xml", 'sz="2400"', 'sz="1000"', "is set in 10 pt, below 18 pt"),
        ("ppt/presentation.xml", 'name="Opening"', 'name="Default Section"', "is no name for a section"),
        ("ppt/presentation.xml", 'name="Opening"', 'name="Two outcasts meet"', "2 sections are called"),
        ("ppt/presentation.xml", '<p14:sldId id="256"/>', "", "the sections do not hold every slide once"),
        ("ppt/slides/_rels/slide*.xml.rels", "slideLayouts/", "nowhere/", "which is missing"),
        ("ppt/slides/_rels/slide*.xml.rels", 'Id="rId2"', 'Id="rId1"', "the relation rId1 stands 2 times"),
        ("[[]Content_Types].xml", 'Extension="png"', 'Extension="pnx"', "has no content type"),
    ],
)
def test_a_fault_is_told(deck: bytes, pattern: str, old: str, new: str, fault: str) -> None:
    faulty = edited(deck, pattern, lambda text: text.replace(old, new, 1))
    assert any(fault in told for told in lint_deck(faulty)), lint_deck(faulty)


def test_a_picture_needs_words_and_no_file_name(deck: bytes) -> None:
    def describe(text: str, words: str) -> str:
        start = text.find("<p:pic>")
        before, after = text[: max(start, 0)], text[max(start, 0) :]
        head, mark, rest = after.partition(' descr="')
        return before + head + mark + words + '"' + rest.partition('"')[2] if start >= 0 and mark else text

    silent = edited(deck, "ppt/slides/slide*.xml", lambda text: describe(text, ""))
    named = edited(deck, "ppt/slides/slide*.xml", lambda text: describe(text, "photo.png"))
    assert any("has no alternative text" in fault for fault in lint_deck(silent))
    assert any("is a file name" in fault for fault in lint_deck(named))


def test_a_short_table_row_is_told(deck: bytes) -> None:
    def shorten(text: str) -> str:
        end = text.find("</a:tc></a:tr>")
        start = max(text.rfind("<a:tc>", 0, end), text.rfind("<a:tc ", 0, end))
        return text[:start] + text[end + len("</a:tc>") :] if end > 0 else text

    assert any(
        "cells where the table has" in fault
        for fault in lint_deck(edited(deck, "ppt/slides/slide*.xml", shorten))
    )
