"""A file that cannot be read by all is told apart from one that can, without a validator."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from diptych.build.designs import DeckOptions
from diptych.build.outputs import wanted_works
from diptych.build.reading import read_document
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.works import render
from diptych.handout.edition import STUDENT, Edition
from diptych.layout.load import LayoutError
from diptych.material.choices import HandoutChoices
from diptych.proof.tagged_pdf import tagged_pdf_faults
from tests.handout.editions import edition_of
from tests.pdf.setting import set_in_type

FORMS = [
    STUDENT,
    Edition("teacher"),
    Edition("answers"),
    Edition(fillable=True),
    Edition(archive=True),
    *(Edition(form=form) for form in ("prose", "cloze", "cornell", "organiser", "flashcards", "exit-slips")),
]
SOUND = """<h1>A lesson</h1><p>See <a href="https://example.org">this page</a>.</p>
<ul><li>One</li></ul><table><thead><tr><th scope="col">A</th></tr></thead><tr><td>1</td></tr></table>"""


def no_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_claim(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>")


def no_contents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0].Contents


def no_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Tabs


def own_tag(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").S = pikepdf.Name.Paragraph


def bare_header(pdf: pikepdf.Pdf) -> None:
    header = first(pdf, "/TH")
    for key in ("/A", "/ID"):
        if key in header:
            del header[key]


def stray_item(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/L").S = pikepdf.Name.Note


def no_marks(pdf: pikepdf.Pdf) -> None:
    kept = pikepdf.parse_content_stream(pdf.pages[0])
    marks = {"BDC", "BMC", "EMC"}
    plain = [one for one in kept if str(one.operator) not in marks]
    pdf.pages[0].Contents = pdf.make_stream(pikepdf.unparse_content_stream(plain))


def first(pdf: pikepdf.Pdf, kind: str) -> Any:
    found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == kind]
    return found[0]


FAULTS: dict[Callable[[pikepdf.Pdf], None], str] = {
    no_title: "in place of its title",
    no_language: "does not tell its language",
    no_tags: "the file has no tags",
    no_claim: "the metadata lack a claim to be PDF/UA",
    no_contents: "page 1: a link says nothing of where it leads",
    no_order: "page 1: the tab key does not follow",
    own_tag: "the tag Paragraph is none of the standard",
    bare_header: "a heading of a table has no scope",
    stray_item: "the tag LI stands in Note",
    no_marks: "page 1: text without a tag",
}


@pytest.mark.parametrize("edition", FORMS, ids=lambda one: f"{one.edition}-{one.form}")
def test_no_edition_has_a_fault(edition: Edition) -> None:
    assert tagged_pdf_faults(edition_of(edition).data) == ()


@pytest.mark.parametrize("damage", FAULTS, ids=lambda one: one.__name__)
def test_each_fault_is_found(damage: Callable[[pikepdf.Pdf], None]) -> None:
    sound, damaged = set_in_type(SOUND).data, io.BytesIO()
    assert tagged_pdf_faults(sound) == ()
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        damage(pdf)
        pdf.save(damaged)
    assert any(FAULTS[damage] in fault for fault in tagged_pdf_faults(damaged.getvalue()))


def test_a_heading_that_skips_a_level_is_found() -> None:
    faults = tagged_pdf_faults(set_in_type("<h1>One</h1><h3>Three</h3>").data)
    assert faults == ("a heading of level 3 follows one of level 1",)


def test_a_template_that_skips_a_level_stops_the_build(tmp_path: Path) -> None:
    lesson = "title: Tides\nsections:\n  - title: Water\n    content: [It comes and goes.]\n"
    (tmp_path / "lesson.yaml").write_text(lesson, "utf-8")
    blocks = tmp_path / "layouts" / "odd" / "handout" / "blocks"
    blocks.mkdir(parents=True)
    (blocks.parent.parent / "theme.yaml").write_text("name: Odd\nextends: classic\n", "utf-8")
    (blocks / "text.html").write_text("<h5>{{ block.text.plain() }}</h5>", "utf-8")
    source = SourceFile(tmp_path / "lesson.yaml", "lesson")
    reading = read_document(source, "odd", [tmp_path / "layouts"])
    with pytest.raises(
        LayoutError, match=r"`odd` prints cannot be read by all: a heading of level 5 follows"
    ):
        list(render(reading, wanted_works(Request(), HandoutChoices(), ()), DeckOptions()))
