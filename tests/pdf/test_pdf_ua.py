"""What HTML says with attributes becomes tags: artifacts, structure types, alternative texts, summaries."""

from __future__ import annotations

import io

import pikepdf

from diptych.layout.load import load_layout
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import Assets, font_faces
from diptych.pdf.typeset import typeset
from tests.handout.printed import Tag, tags

LAYOUT = load_layout("classic")
HEAD = f"<title>A page</title><style>{font_faces(LAYOUT.theme)} html {{ font-family: Carlito }}</style>"


class Nowhere:
    """A document whose words have no place in a source."""

    def of_text(self, words: str) -> Place:
        return NOWHERE

    def of_picture(self, path: str) -> Place:
        return NOWHERE


def pdf_of(body: str) -> bytes:
    assets = Assets(LAYOUT, "handout", LAYOUT.theme, {})
    html = f'<html lang="en"><head>{HEAD}</head><body>{body}</body></html>'
    return typeset(html, assets, "", Nowhere()).data


def kinds(body: str) -> list[Tag]:
    return tags(pdf_of(body))


def test_what_is_hidden_from_readers_is_an_artifact() -> None:
    data = pdf_of('<p>Read</p><div aria-hidden="true" style="position:absolute"><p>Skipped</p></div>')
    assert [tag.kind for tag in tags(data)].count("/P") == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert b"/Artifact" in pdf.pages[0].Contents.read_bytes()


def test_a_label_stands_beside_the_body_of_its_item() -> None:
    items = kinds(
        '<ul style="list-style: none"><li><span data-tag="Lbl" style="position: absolute">1.</span>'
        "<p>Words</p></li></ul>"
    )
    (item,) = (tag for tag in items if tag.kind == "/LI")
    assert item.kids == ("/Lbl", "/LBody")
    assert [tag.kids for tag in items if tag.kind == "/LBody"] == [("/P",)]


def test_a_figure_may_be_made_of_anything() -> None:
    figures = [
        tag
        for tag in kinds('<div data-tag="Figure" data-alt="A line"><p>a</p></div>')
        if tag.values.get("/Alt")
    ]
    assert [(tag.kind, tag.values["/Alt"]) for tag in figures] == [("/Figure", "A line")]


def test_a_table_has_its_summary() -> None:
    (table,) = (
        tag for tag in kinds('<table aria-label="All"><tr><td>a</td></tr></table>') if tag.kind == "/Table"
    )
    assert table.values["/Summary"] == "All"


def test_links_in_placed_boxes_are_printed_and_told_by_their_words() -> None:
    data = pdf_of('<p style="position: absolute"><a href="https://example.org">the site</a></p>')
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (link,) = pdf.pages[0].Annots
        assert (int(link.F), str(link.Contents)) == (4, "the site")
