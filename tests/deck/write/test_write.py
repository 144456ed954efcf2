"""The PPTX file, read by others than its writer."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from tests.deck.sample_deck import STANDARD, WIDE, sample_deck

ASPECTS = {WIDE: "16:9", STANDARD: "4:3"}
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_deck(sample_deck(), own_design(load_layout("classic")))


@pytest.fixture(scope="module")
def presentation(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


@pytest.mark.parametrize("size", [WIDE, STANDARD], ids=["16:9", "4:3"])
def test_the_file_is_valid_open_xml(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(write_deck(sample_deck(size), own_design(load_layout("classic"), ASPECTS[size])))
    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []


def test_every_slide_layout_has_a_name_of_its_own(presentation: Any) -> None:
    names = [layout.name for layout in presentation.slide_layouts]
    assert len(names) >= 14
    assert len(set(names)) == len(names)


def test_every_slide_stands_on_a_layout_and_has_its_title_first(presentation: Any) -> None:
    slides = list(presentation.slides)
    assert len(slides) == len(sample_deck().slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in slides:
        assert slide.shapes[0].placeholder_format.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


def test_the_text_of_every_slide_is_native(presentation: Any) -> None:
    for values, slide in zip(sample_deck().slides, presentation.slides, strict=True):
        words = re.sub(r"\s+", " ", " ".join(_texts(slide.shapes)))
        for shape in values.shapes:
            for paragraph in getattr(shape, "paragraphs", ()):
                assert re.sub(r"\s+", " ", "".join(run.text for run in paragraph.runs)).strip() in words


def test_tables_are_tables_and_timelines_are_groups(presentation: Any) -> None:
    kinds = [shape.shape_type for slide in presentation.slides for shape in slide.shapes]
    assert MSO_SHAPE_TYPE.TABLE in kinds
    assert MSO_SHAPE_TYPE.GROUP in kinds
    assert MSO_SHAPE_TYPE.PICTURE in kinds


def test_notes_stand_below_their_slides(presentation: Any) -> None:
    for values, slide in zip(sample_deck().slides, presentation.slides, strict=True):
        told = ["".join(run.text for run in paragraph.runs) for paragraph in values.notes]
        if told:
            assert slide.notes_slide.notes_text_frame.text.splitlines() == told


def test_no_placeholder_is_left_empty(presentation: Any) -> None:
    for slide in presentation.slides:
        for shape in slide.placeholders:
            assert shape.text_frame.text.strip(), f"{shape.name} on {slide.name}"


def test_slides_name_theme_colours_and_theme_fonts_only(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slides = [
            archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")
        ]
    assert len(slides) > 10
    for slide in slides:
        assert "srgbClr" not in slide
        assert set(re.findall(r'<a:latin typeface="([^"]+)"', slide)) <= {"+mj-lt", "+mn-lt", "Courier New"}


def test_the_properties_tell_of_the_lesson_and_of_nothing_else(data: bytes, presentation: Any) -> None:
    core = presentation.core_properties
    assert (core.title, core.author, core.language) == ("Rapallo & after", "Jane Doe; Max Muster", "en-GB")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for trace in (b"python-pptx", b"Steve Canny", str(ROOT).encode(), b"thumbnail", b"printerSettings"):
        assert trace not in everything


def test_the_same_deck_gives_the_same_bytes_in_another_process(data: bytes, tmp_path: Path) -> None:
    code = (
        "import hashlib; from diptych.deck.write.deck import write_deck;"
        "from diptych.deck.template.design import own_design;"
        "from diptych.layout.load import load_layout;"
        "from tests.deck.sample_deck import sample_deck;"
        "print(hashlib.sha256(write_deck(sample_deck(), own_design(load_layout('classic')))).hexdigest())"
    )
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "3", "TZ": "Pacific/Apia"}
    printed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert printed.stdout.strip() == hashlib.sha256(data).hexdigest()


def _texts(shapes: Any) -> list[str]:
    texts: list[str] = []
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            texts += _texts(shape.shapes)
        elif shape.has_text_frame:
            texts.append(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            texts += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return texts
