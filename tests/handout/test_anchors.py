"""Where the parts of the handout stand, and what their headings say of the deck."""

from __future__ import annotations

import io

from pypdf import PdfReader

from diptych.handout.anchors import pages_by_name
from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from diptych.material.names import Names
from diptych.material.numbering import all_blocks
from diptych.pdf.typeset import PdfFile
from tests.handout.printed import EVERYTHING, HEAD, LAYOUT, all_bytes, printed, read, words_of

LESSON = f"""{HEAD}sections:
  - title: First
    id: beginning
    content:
      - points: [One, Two]
      - page_break:
      - points: [Three, "See [the end](#end)"]
        id: end
      - points: [Four]
        only: deck
    sections:
      - title: Inner part
        content: [text: Prose.]
"""
SLIDES = {"s1": (3, 9), "s1-1": (9, 9)}


def with_slides(text: str = LESSON) -> PdfFile:
    document = read(text)
    return render_pdf(render_html(document, LAYOUT, SLIDES), document, LAYOUT)


def bookmarks(data: bytes) -> list[str]:
    """The titles of the outline, the lower ones too."""
    found: list[str] = []

    def gather(entries: list[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                gather(entry)
            else:
                found.append(str(getattr(entry, "title", "")))

    gather(list(PdfReader(io.BytesIO(data)).outline))
    return found


def test_the_page_of_every_printed_section_and_block_is_known() -> None:
    document = read(LESSON)
    pages = pages_by_name(document.material, printed(LESSON).pages_of)
    assert pages == {"s1": 1, "s1-b1": 1, "s1-b2": 1, "s1-b3": 2, "s1-1": 2, "s1-1-b1": 2}


def test_every_kind_of_block_has_a_page() -> None:
    text = EVERYTHING.read_text("utf-8")
    document = read(text, EVERYTHING.parent)
    pages = pages_by_name(document.material, printed(text, EVERYTHING.parent).pages_of)
    names = Names(document.material.sections)
    for block in all_blocks(document.material.sections):
        shown = block.only != "deck" and type(block).__name__ != "SlideBreak"
        assert (names.of(block) in pages) == shown, f"line {block.place.line}"
    assert len(pages) > 15


def test_our_anchors_leave_no_trace_and_those_of_authors_stay() -> None:
    data = printed(LESSON).data
    assert b"diptych:" not in all_bytes(data)
    assert set(PdfReader(io.BytesIO(data)).named_destinations) >= {"beginning", "end"}


def test_headings_tell_their_slides() -> None:
    words = " ".join(words_of(with_slides().data)).replace("\u00a0", " ")
    assert "First Slides 3–9" in words
    assert "Inner part Slide 9" in words
    assert "Slide" not in " ".join(words_of(printed(LESSON).data))


def test_bookmarks_and_running_heads_leave_slides_out() -> None:
    made = with_slides()
    assert bookmarks(made.data) == bookmarks(printed(LESSON).data) == ["1 First", "1.1 Inner part"]
    assert words_of(made.data)[1].count("Slide") == 1
