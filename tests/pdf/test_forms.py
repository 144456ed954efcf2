"""Room to write becomes fields: where it was, named, in reading order, and looking as on paper."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops

from diptych.handout.edition import STUDENT, Edition
from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from diptych.pdf.typeset import PdfFile
from tests.handout.editions import edition_of, glyphs
from tests.handout.printed import LAYOUT, read, tags, with_content
from tests.pdf.setting import set_in_type

FILLABLE = Edition(fillable=True)
BODY = """
<style>
@page { size: 300pt; margin: 50pt }
body { margin: 0 }
div, span { display: block; font-size: 10pt }
div { position: absolute; top: 0; width: 100pt; height: 40pt }
</style>
<h1>Form</h1>
<div data-field="lines" aria-label="Answer to question 1"></div>
<span data-field="tick" data-name="Question 2, A" aria-label="Question 2, A: the e.g. first"
  style="width: 10pt; height: 10pt"></span>
<span data-field="line" aria-label="Name" style="width: 90pt; height: 14pt">Name</span>
<span data-field="sign" aria-label="Name" style="width: 20pt; height: 12pt"></span>
"""


def fields_of(data: bytes) -> list[dict[str, Any]]:
    """What every field says, in the order of the form."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/AcroForm" not in pdf.Root:
            return []
        return [{key: _plain(value) for key, value in one.items()} for one in pdf.Root.AcroForm.Fields]


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Array):
        return [float(one) for one in value]
    return str(value) if isinstance(value, pikepdf.String | pikepdf.Name) else value


def fields(body: str = BODY) -> list[dict[str, Any]]:
    return fields_of(set_in_type(body, fillable=True).data)


def test_every_field_has_a_name_of_its_own_and_tells_what_it_is() -> None:
    found = fields()
    assert [one["/T"] for one in found] == ["Answer to question 1", "Question 2, A", "Name", "Name (2)"]
    assert [one["/TU"] for one in found][1:3] == ["Question 2, A: the e.g. first", "Name"]


def test_no_name_has_a_point_which_would_part_it() -> None:
    (one,) = fields('<p><span data-field="line" aria-label="Part 2.1" style="display: block">_</span></p>')
    assert "." not in one["/T"]
    assert one["/TU"] == "Part 2.1"


def test_a_field_is_where_its_box_is_and_behind_its_words() -> None:
    lines, _, name, _ = (one["/Rect"] for one in fields())
    assert lines == [50, 210, 150, 250]
    assert name[0] > 70
    assert name[2] == 140


def test_lines_begin_below_the_words_in_their_box() -> None:
    (box,) = fields('<div data-field="lines" aria-label="Summary" style="height: 80pt"><p>Sum up</p></div>')
    _, bottom, _, top = box["/Rect"]
    assert 20 < top - bottom < 70


def test_text_runs_over_lines_where_there_are_any() -> None:
    assert [int(one.get("/Ff", 0)) for one in fields()] == [1 << 12, 0, 0, 0]


def test_fields_are_tagged_where_they_stand_and_visited_in_that_order() -> None:
    data = set_in_type(BODY, fillable=True).data
    assert [tag.kind for tag in tags(data)].count("/Form") == 4
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert all(one.Tabs == "/S" for one in pdf.pages)
        assert [str(one.T) for one in pdf.pages[0].Annots] == [one["/T"] for one in fields_of(data)]


def test_no_viewer_has_to_draw_a_field_anew() -> None:
    data = set_in_type(BODY, fillable=True).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/NeedAppearances" not in pdf.Root.AcroForm
        assert all("/N" in one.AP for one in pdf.Root.AcroForm.Fields)
        (tick,) = (one for one in pdf.Root.AcroForm.Fields if one.FT == "/Btn")
        assert set(tick.AP.N.keys()) == {"/Off", "/Yes"}
        assert b" l S" in tick.AP.N.Yes.read_bytes()
        assert tick.AP.N.Off.read_bytes().strip() == b""


def test_one_types_in_a_small_font_that_the_file_has() -> None:
    data = set_in_type(BODY, fillable=True).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        form = pdf.Root.AcroForm
        font = form.DR.Font.Text
        assert 5_000 < len(font.FontDescriptor.FontFile2.read_raw_bytes()) < 40_000
        assert all(str(one.DA).startswith("/Text ") for one in form.Fields if one.FT == "/Tx")
        assert font.Widths[ord("m") - 32] > font.Widths[ord("i") - 32] > 0


@pytest.mark.parametrize(("lang", "glyph"), [("ru", "/afii10017"), ("pl", "/lslash"), ("el", "/beta")])
def test_one_types_in_the_letters_of_the_language(lang: str, glyph: str) -> None:
    with pikepdf.open(io.BytesIO(set_in_type(BODY, lang=lang, fillable=True).data)) as pdf:
        assert glyph in [str(one) for one in pdf.Root.AcroForm.DR.Font.Text.Encoding.Differences]


def test_without_being_asked_for_no_file_has_fields() -> None:
    assert fields_of(set_in_type(BODY).data) == []


def test_the_same_form_is_made_twice() -> None:
    assert set_in_type(BODY, fillable=True).data == set_in_type(BODY, fillable=True).data


def filled_in() -> PdfFile:
    return edition_of(FILLABLE)


def test_all_room_to_write_in_a_handout_becomes_fields() -> None:
    found = {one["/T"]: one["/FT"] for one in fields_of(filled_in().data)}
    assert list(found)[:4] == ["Name", "Class", "Date", "blank 1"]
    assert {"Activity", "Answer to question 2", "Your notes", "Question 5, blank 2"} <= set(found)
    assert [found[f"Question 1, {letter}"] for letter in "ABC"] == ["/Btn"] * 3
    assert [found[f"Question {number}, 3"] for number in (3, 4)] == ["/Tx"] * 2


def test_no_field_holds_a_value() -> None:
    values = [str(one["/V"]) for one in fields_of(filled_in().data)]
    assert len(values) > 15
    assert set(values) == {"", "/Off"}


def test_a_handout_to_fill_in_has_the_pages_of_that_on_paper() -> None:
    paper, screen = edition_of(STUDENT), filled_in()
    assert paper.pages == screen.pages > 5
    assert all(glyphs(paper.data, page) == glyphs(screen.data, page) for page in range(paper.pages))


def test_a_gap_to_fill_in_is_told_once_by_its_field() -> None:
    assert spoken_gaps(edition_of(STUDENT)) == ["(blank 1)", "(blank 1)", "(blank 2)"]
    assert spoken_gaps(filled_in()) == []


def spoken_gaps(file: PdfFile) -> list[str]:
    words = (tag.values.get("/ActualText", "") for tag in tags(file.data))
    return [one for one in words if re.search(r"blank \d", one)]


def test_an_empty_field_draws_nothing_over_the_page() -> None:
    pages = [_drawn(filled_in().data, fields) for fields in (False, True)]
    assert ImageChops.difference(*pages).getbbox() is None


def _drawn(data: bytes, with_fields: bool) -> Image.Image:
    pdf = pypdfium2.PdfDocument(data)
    image: Image.Image = pdf[6].render(scale=1, may_draw_forms=False, draw_annots=with_fields).to_pil()
    pdf.close()
    return image


TABLE = """
- table: Flames
  header: [Metal, Colour, Light]
  header_column: true
  rows: [[Lithium, red, {cell: ''}], [Sodium, {cell: ''}, '589 nm']]
"""


def test_empty_cells_of_a_table_are_room_to_write() -> None:
    document = read(with_content(TABLE))
    made = render_pdf(render_html(document, LAYOUT, edition=FILLABLE), document, LAYOUT, fillable=True)
    cells = [one for one in fields_of(made.data) if one["/T"].startswith("Table")]
    assert [one["/T"] for one in cells] == ["Table 1, Lithium, Light", "Table 1, Sodium, Colour"]
    rooms = [one["/Rect"] for one in cells]
    assert all(right - left > 60 and top - bottom > 12 for left, bottom, right, top in rooms)
