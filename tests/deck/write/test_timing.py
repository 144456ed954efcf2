"""Hidden slides, transitions, and points that come in click by click, in the finished file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from tests.deck.planned import planned

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SOURCE = """title: A lesson
lang: en
deck: {transition: fade}
sections:
  - title: Part
    content:
      - points: [{point: one, points: [deeper, deeper still]}, two, three]
        build: true
      - slide_break
      - points: [all, at once]
      - question: Why?
        hidden: true
"""


@pytest.fixture(scope="module")
def data() -> bytes:
    source = SOURCE.replace("- slide_break", "- slide_break: true")
    return write_deck(planned(source), own_design(load_layout("classic")))


@pytest.fixture(scope="module")
def slides(data: bytes) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        count = sum(name.startswith("ppt/slides/slide") for name in archive.namelist())
        return [etree.fromstring(archive.read(f"ppt/slides/slide{n}.xml")) for n in range(1, count + 1)]


def built(slides: list[Any]) -> Any:
    (slide,) = [slide for slide in slides if slide.find(f"{P}timing") is not None]
    return slide


def test_a_point_comes_with_what_stands_below_it(slides: list[Any]) -> None:
    effects = [
        (node.get("nodeType"), node.find(f".//{P}pRg").get("st"))
        for node in built(slides).iter(f"{P}cTn")
        if node.get("presetClass") == "entr"
    ]
    assert effects == [
        *(("clickEffect", "0"), ("withEffect", "1"), ("withEffect", "2")),
        *(("clickEffect", "3"), ("clickEffect", "4")),
    ]


def test_clicks_name_a_shape_of_the_slide_and_are_numbered_once(slides: list[Any]) -> None:
    slide = built(slides)
    shapes = {one.get("id") for one in slide.iter(f"{P}cNvPr")}
    targets = {one.get("spid") for one in (*slide.iter(f"{P}spTgt"), *slide.iter(f"{P}bldP"))}
    assert targets and targets <= shapes
    ids = [node.get("id") for node in slide.iter(f"{P}cTn")]
    assert len(ids) == len(set(ids))


def test_only_hidden_slides_are_left_out_of_the_show(slides: list[Any], data: bytes) -> None:
    hidden = [slide for slide in slides if slide.get("show") == "0"]
    assert len(hidden) == 1
    assert "Why?" in "".join(hidden[0].itertext())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<HiddenSlides>1</HiddenSlides>" in archive.read("docProps/app.xml")


def test_every_slide_fades_where_the_author_says_so_and_none_elsewhere(slides: list[Any]) -> None:
    assert slides
    assert all(len(list(slide.iter(f"{P}fade"))) == 2 for slide in slides)
    unsaid = SOURCE.split("deck:")[0] + "sections: [{title: One}]"
    quiet = write_deck(planned(unsaid), own_design(load_layout("classic")))
    with zipfile.ZipFile(io.BytesIO(quiet)) as archive:
        assert b"transition" not in archive.read("ppt/slides/slide1.xml")


def test_the_file_is_valid_open_xml(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []
