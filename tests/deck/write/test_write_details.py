"""What a deck's XML says: lists, spans, links, pictures, sections, colours, dates."""

from __future__ import annotations

import colorsys
import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from diptych.deck.design.colours import Palette
from diptych.deck.template.design import own_design
from diptych.deck.values import (
    Deck,
    Link,
    Run,
    Slide,
    SlideSection,
    TextParagraph,
    TextShape,
)
from diptych.deck.write.deck import write_deck
from diptych.layout.load import LayoutError, load_layout
from diptych.proof.deck import lint_deck
from tests.deck.sample_deck import sample_deck

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
LAYOUT = load_layout("classic")
DESIGN = own_design(LAYOUT)


@pytest.fixture(scope="module")
def deck() -> zipfile.ZipFile:
    return opened(sample_deck())


def opened(deck: Deck) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write_deck(deck, DESIGN)))


def slide_of(deck: zipfile.ZipFile, layout: str) -> Any:
    """The XML of the first slide on that slide layout."""
    keys = [slide.key for slide in sample_deck().slides]
    number = next(place for place, key in enumerate(keys, 1) if key.startswith(layout + "-"))
    return etree.fromstring(deck.read(f"ppt/slides/slide{number}.xml"))


def find(tree: Any, path: str) -> list[Any]:
    return list(tree.xpath(path, namespaces=NAMES))


def with_body(*paragraphs: TextParagraph) -> Deck:
    """A deck of one slide with these paragraphs."""
    whole = sample_deck()
    slide = next(one for one in whole.slides if one.layout == "content")
    title, body = slide.shapes[:2]
    assert isinstance(body, TextShape)
    one = replace(slide, shapes=(title, replace(body, paragraphs=paragraphs)))
    return replace(whole, sections=(SlideSection("All", (one,)),))


def paragraph(text: str, bullet: Any = "", level: int = 0, number: int = 1, **look: Any) -> TextParagraph:
    return TextParagraph((Run(text, "en", **look),), 24.0, level, bullet, number, space_before=11.0)


def body_paragraphs(*paragraphs: TextParagraph) -> list[Any]:
    slide = etree.fromstring(opened(with_body(*paragraphs)).read("ppt/slides/slide1.xml"))
    return find(slide, "(//p:txBody)[2]/a:p")


def test_bullets_come_from_the_layout_and_are_not_typed(deck: zipfile.ZipFile) -> None:
    (one,) = body_paragraphs(paragraph("Trade", "bullet"))
    assert find(one, "a:pPr") == []
    assert b"\xe2\x80\xa2" in deck.read("ppt/slideLayouts/slideLayout5.xml")


def test_a_paragraph_without_bullet_in_a_list_says_so() -> None:
    (one,) = body_paragraphs(paragraph("Trade"))
    assert len(find(one, "a:pPr/a:buNone")) == 1
    assert find(one, "a:pPr/@indent") == ["0"]


def test_a_list_that_goes_on_starts_with_its_number() -> None:
    listed = body_paragraphs(*(paragraph("Step", "number", number=number) for number in (4, 5, 6)))
    assert [find(one, "a:pPr/a:buAutoNum/@startAt") for one in listed] == [["4"]] * 3


def test_points_below_a_step_do_not_start_its_list_anew() -> None:
    listed = body_paragraphs(
        paragraph("First", "number", number=1),
        paragraph("A point", "bullet", level=1),
        paragraph("Second", "number", number=2),
        paragraph("Between"),
        paragraph("Third", "number", number=3),
    )
    starts = [find(one, "a:pPr/a:buAutoNum/@startAt") for one in listed]
    assert starts == [[], [], [], [], ["3"]]
    assert find(listed[1], "a:pPr/@lvl") == ["1"]


def test_options_are_lettered(deck: zipfile.ZipFile) -> None:
    marks = find(slide_of(deck, "question"), "//a:buAutoNum/@type")
    assert marks
    assert set(marks) == {"alphaUcPeriod"}


def test_every_run_says_its_size_and_language(deck: zipfile.ZipFile) -> None:
    for name in deck.namelist():
        if name.startswith("ppt/slides/slide"):
            slide = etree.fromstring(deck.read(name))
            for look in find(slide, "//a:r/a:rPr | //a:endParaRPr"):
                assert look.get("lang"), name
            assert all(look.get("sz") for look in find(slide, "//a:r/a:rPr")), name


def test_text_from_right_to_left_runs_so() -> None:
    (one,) = body_paragraphs(TextParagraph((Run("שלום", "he"),), 24.0, bullet="bullet", space_before=11.0))
    (properties,) = find(one, "a:pPr")
    assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")


def test_what_xml_forbids_is_left_out_and_what_it_needs_is_escaped() -> None:
    (one,) = body_paragraphs(paragraph('a < b & "c"\x07\nnext', "bullet"))
    assert find(one, "a:r/a:t/text()") == ['a < b & "c"', "next"]
    assert len(find(one, "a:br")) == 1


def test_emphasis_in_an_italic_style_stands_upright(deck: zipfile.ZipFile) -> None:
    (quote,) = [slide for slide in sample_deck().slides if slide.layout == "quote"]
    title, body, *rest = quote.shapes
    assert isinstance(body, TextShape)
    shapes = (title, replace(body, paragraphs=(paragraph("so", italic=True),)), *rest)
    changed = replace(sample_deck(), sections=(SlideSection("All", (replace(quote, shapes=shapes),)),))
    slide = etree.fromstring(opened(changed).read("ppt/slides/slide1.xml"))
    assert find(slide, "//a:rPr[../a:t='so']/@i") == ["0"]


def test_a_link_leads_out_or_to_a_slide_and_nowhere_else() -> None:
    runs = (
        Run("out", "en", link=Link("https://example.org/?a=1&b=2")),
        Run("in", "en", link=Link(slide="content-5")),
        Run("lost", "en", link=Link(slide="nowhere")),
    )
    archive = opened(with_body(TextParagraph(runs, 24.0)))
    slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    relations = etree.fromstring(archive.read("ppt/slides/_rels/slide1.xml.rels"))
    targets = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in relations}
    links = {
        "".join(find(run, "a:t/text()")): find(run, "a:rPr/a:hlinkClick/@r:id")
        for run in find(slide, "//a:r")
    }
    assert targets[links["out"][0]] == ("https://example.org/?a=1&b=2", "External")
    assert targets[links["in"][0]] == ("slide1.xml", None)
    assert links["lost"] == []


def test_a_link_on_a_dark_ground_keeps_the_colour_of_the_text() -> None:
    (section,) = [slide for slide in sample_deck().slides if slide.layout == "section"]
    title, body = section.shapes
    assert isinstance(body, TextShape)
    linked = replace(body, paragraphs=(paragraph("out", link=Link("https://example.org/")),))
    changed = replace(section, shapes=(title, linked))
    archive = opened(replace(sample_deck(), sections=(SlideSection("All", (changed,)),)))
    assert (
        b'hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"'
        in (archive.read("ppt/slides/slide1.xml"))
    )


def test_cells_below_a_span_are_marked_as_covered(deck: zipfile.ZipFile) -> None:
    rows = find(slide_of(deck, "table"), "//a:tr")
    marks = [[dict(cell.attrib) for cell in find(row, "a:tc")] for row in rows]
    assert marks[3] == [{}, {"gridSpan": "2"}, {"hMerge": "1"}, {"rowSpan": "2"}]
    assert marks[4] == [{}, {}, {}, {"vMerge": "1"}]


def test_the_header_row_and_column_are_marked_and_coloured(deck: zipfile.ZipFile) -> None:
    slide = slide_of(deck, "table")
    (properties,) = find(slide, "//a:tblPr")
    assert (properties.get("firstRow"), properties.get("firstCol")) == ("1", "1")
    first = find(slide, "//a:tr[1]/a:tc")
    assert [find(cell, "a:tcPr/a:solidFill/a:schemeClr/@val") for cell in first] == [["accent1"]] * 4
    assert [find(cell, ".//a:rPr/a:solidFill/a:schemeClr/@val") for cell in first] == [["bg1"]] * 4
    assert find(slide, "//a:tr[2]/a:tc[1]//a:rPr/a:solidFill/a:schemeClr/@val") == ["accent1"]


def test_a_drawing_stands_beside_its_pixels(deck: zipfile.ZipFile) -> None:
    slide = slide_of(deck, "picture")
    assert len(find(slide, "//a:blip/@r:embed")) == 1
    assert len(find(slide, "//asvg:svgBlip/@r:embed")) == 1
    endings = {name.rpartition(".")[2] for name in deck.namelist() if name.startswith("ppt/media/")}
    assert endings == {"png", "jpeg", "svg"}


def test_an_ornament_is_marked_as_decorative(deck: zipfile.ZipFile) -> None:
    slide = slide_of(deck, "picture-points")
    assert find(slide, "//p:pic//adec:decorative/@val") == ["1"]
    assert find(slide, "//p:pic/p:nvPicPr/p:cNvPr/@descr") == [""]


def test_a_timeline_is_described_once_as_a_whole(deck: zipfile.ZipFile) -> None:
    slide = slide_of(deck, "timeline")
    assert find(slide, "//p:grpSp/p:nvGrpSpPr/p:cNvPr/@descr") == ["Three events: 1920, 1922 and 1933"]
    assert len(find(slide, "//p:grpSp/p:cxnSp")) == 1


def test_sections_are_named_and_hold_every_slide(deck: zipfile.ZipFile) -> None:
    presentation = etree.fromstring(deck.read("ppt/presentation.xml"))
    names = find(presentation, "//p14:section/@name")
    assert names == ["Opening", "Two outcasts meet", "Questions & answers"]
    assert find(presentation, "//p14:sldId/@id") == find(presentation, "//p:sldId/@id")
    assert len(set(find(presentation, "//p14:section/@id"))) == 3


def test_footer_and_number_are_read_last_and_only_where_they_are_wanted(deck: zipfile.ZipFile) -> None:
    kinds = find(slide_of(deck, "content"), "//p:ph/@type")
    assert kinds[-2:] == ["ftr", "sldNum"]
    assert not {"ftr", "sldNum"} & set(find(slide_of(deck, "title"), "//p:ph/@type"))


def test_notes_keep_their_lists_and_have_no_links() -> None:
    told = (
        TextParagraph((Run("See ", "en"), Run("there", "en", link=Link("https://example.org/"))), 12.0),
        TextParagraph((Run("third", "en"),), 12.0, bullet="number", number=3),
    )
    slide = replace(sample_deck().slides[4], notes=told)
    archive = opened(replace(sample_deck(), sections=(SlideSection("All", (slide,)),)))
    notes = etree.fromstring(archive.read("ppt/notesSlides/notesSlide1.xml"))
    assert find(notes, "//a:hlinkClick") == []
    assert find(notes, "//a:buAutoNum/@startAt") == ["3"]


def test_a_tint_is_the_colour_of_the_theme(deck: zipfile.ZipFile) -> None:
    palette = Palette(LAYOUT.theme)
    for role, base in (("warm", "third"), ("rule", "muted")):
        tint = etree.fromstring(f'<x xmlns:a="{NAMES["a"]}">{palette(role)}</x>')
        steps = {etree.QName(one).localname: int(one.get("val")) for one in find(tint, "a:schemeClr/*")}
        assert computed(palette.value(base), steps) == pytest.approx(
            parts(palette.value(role)), abs=1.5 / 255
        )


def parts(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))


def computed(colour: str, steps: dict[str, int]) -> tuple[float, ...]:
    """The colour after the steps of DrawingML (ECMA-376 part 1, 20.1.2.3)."""
    red, green, blue = parts(colour)
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    hue = (hue + steps.get("hueOff", 0) / 60000 / 360) % 1
    light = light * steps["lumMod"] / 100000 + steps["lumOff"] / 100000
    return colorsys.hls_to_rgb(hue, light, saturation * steps["satMod"] / 100000)


def test_a_colour_that_there_is_not_is_told() -> None:
    with pytest.raises(LayoutError, match="the deck knows no colour `mauve`"):
        write_deck(with_body(paragraph("odd", colour="mauve")), DESIGN)


def test_the_zip_file_has_no_dates_and_packs_no_picture_twice(deck: zipfile.ZipFile) -> None:
    for info in deck.infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        stored = info.filename.endswith((".png", ".jpeg"))
        assert (info.compress_type == zipfile.ZIP_STORED) == stored
    assert deck.namelist()[0] == "[Content_Types].xml"


def test_dates_come_from_the_user_and_never_from_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"dcterms:created" not in opened(sample_deck()).read("docProps/core.xml")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert b">2023-11-14T22:13:20Z<" in opened(sample_deck()).read("docProps/core.xml")


def test_the_licence_stands_among_the_properties(deck: zipfile.ZipFile) -> None:
    assert b"<vt:lpwstr>CC-BY-4.0</vt:lpwstr>" in deck.read("docProps/custom.xml")


def test_a_thousand_slides_that_lead_each_to_the_next_are_written() -> None:
    whole = with_body(paragraph("x"))
    title = whole.slides[0].shapes[0]
    assert isinstance(title, TextShape)
    slides = tuple(linked(title, number) for number in range(1, 1101))
    data = write_deck(replace(whole, sections=(SlideSection("All", slides),)), DESIGN)
    assert lint_deck(data) == []


def linked(title: TextShape, number: int) -> Slide:
    run = Run(f"Slide {number}", "en", link=Link(slide=f"s{number + 1}"))
    shape = replace(title, paragraphs=(TextParagraph((run,), 32.0),))
    return Slide(f"s{number}", "content", run.text, (shape,))
