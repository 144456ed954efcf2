"""What HTML says with attributes becomes tags: artifacts, structure types, alternative texts, summaries."""

from __future__ import annotations

import io

import pikepdf

from tests.handout.printed import Tag, tags
from tests.pdf.setting import set_in_type


def pdf_of(body: str) -> bytes:
    return set_in_type(body).data


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


def test_a_note_stands_in_its_list_with_its_number_as_label_and_a_name_of_its_own() -> None:
    found = kinds(
        '<p>Word<sup data-tag="Reference"><a id="call" href="#n">1</a></sup></p>'
        '<ol style="list-style: none"><li id="n" data-tag="Note">'
        '<span data-tag="Lbl"><a href="#call">1</a></span> What is noted</li></ol>'
    )
    assert [tag.kids for tag in found if tag.kind == "/Reference"] == [("/Link",)]
    assert [tag.kids for tag in found if tag.kind == "/LI"] == [("/Lbl", "/LBody")]
    assert [tag.kids for tag in found if tag.kind == "/LBody"] == [("/Note",)]
    assert [tag.values["/ID"] for tag in found if tag.kind == "/Note"] == ["n"]


def test_a_note_that_goes_on_over_the_page_is_two_notes_with_two_names() -> None:
    words = "<br>".join(["a line"] * 90)
    found = kinds(f'<ol style="list-style: none"><li id="n" data-tag="Note">{words}</li></ol>')
    names = [tag.values["/ID"] for tag in found if tag.kind == "/Note"]
    assert len(names) == len(set(names)) >= 2


def test_cells_beside_a_tall_header_name_it() -> None:
    data = pdf_of(
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
        '<tr><th scope="row" rowspan="2">tall</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>'
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        words = {str(name): element for name, element in zip(names[::2], names[1::2], strict=True)}
        headers = [cell.A.Headers for cell in pdf.objects if getattr(cell, "S", None) == "/TD"]
        assert [[str(name) for name in one] for one in headers] == [["table-1-1-0", "table-1-0-1"]] * 2
        assert {"table-1-1-0", "table-1-0-1"} <= set(words)
        assert all(str(element.ID) == name for name, element in words.items())


def test_a_list_in_columns_is_one_list() -> None:
    found = kinds('<ul style="columns: 2"><li>one</li><li>two</li></ul>')
    assert [tag.kids for tag in found if tag.kind == "/L"] == [("/LI", "/LI")]


def test_lists_say_how_their_items_are_told_apart() -> None:
    found = kinds(
        '<ul><li>a</li></ul><ol><li>b</li></ol><ul style="list-style: none"><li>c</li></ul>'
        '<ul style="list-style: none" data-numbering="UpperAlpha"><li>d</li></ul>'
    )
    numberings = [tag.values["/ListNumbering"] for tag in found if tag.kind == "/L"]
    assert numberings == ["/Disc", "/Decimal", "/None", "/UpperAlpha"]


def test_a_figure_says_where_on_its_page_it_is() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='96'><title>A square</title></svg>"
    data = pdf_of(f"<style>@page {{ size: 300pt; margin: 50pt }} body {{ margin: 0 }}</style>{svg}")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (figure,) = (one for one in pdf.objects if getattr(one, "S", None) == "/Figure")
        assert [float(edge) for edge in figure.A.BBox] == [50, 178, 122, 250]
