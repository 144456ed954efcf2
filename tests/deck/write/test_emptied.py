"""A template loses its slides and all that names them, its authors and their machines."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.util import Inches

from diptych.deck.template.design import own_design
from diptych.deck.template.masters import notes_master_part
from diptych.deck.template.theme import theme_part
from diptych.deck.write.emptied import emptied
from diptych.layout.load import load_layout
from diptych.proof.deck import lint_deck

DESIGN = own_design(load_layout("classic"))


def without_slides(template: bytes) -> zipfile.ZipFile:
    made = emptied(template, notes_master_part(DESIGN.layouts, DESIGN.palette), theme_part(DESIGN.theme))
    assert [fault for fault in lint_deck(made) if "no title" not in fault] == []
    return zipfile.ZipFile(io.BytesIO(made))


def used() -> bytes:
    """A presentation in use: slides with notes, tables and pictures of their own, an author, a section."""
    presentation = Presentation()
    for number in range(3):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Old slide {number}"
        slide.notes_slide.notes_text_frame.text = "Old notes"
        slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1))
    presentation.core_properties.author = "Somebody Else"
    buffer = io.BytesIO()
    presentation.save(buffer)
    return changed(buffer.getvalue(), "ppt/presentation.xml", _with_sections)


def _with_sections(xml: str) -> str:
    ids = re.findall(r'<p:sldId [^>]*?id="(\d+)"', xml)
    space = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    listed = "".join(f'<p14:sldId id="{one}"/>' for one in ids)
    section = f'<p14:section name="Old" id="{{00000000-0000-0000-0000-000000000001}}"><p14:sldIdLst>{listed}'
    extension = f'<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst {space}>{section}'
    closing = "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext>"
    show = '<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
    xml = re.sub(r"<p:extLst>.*?</p:extLst>", "", xml, flags=re.S)
    xml = xml.replace("<p:defaultTextStyle>", f"{show}<p:defaultTextStyle>")
    return xml.replace("</p:presentation>", f"<p:extLst>{extension}{closing}</p:extLst></p:presentation>")


def changed(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, change(part.decode()).encode() if info.filename == name else part)
    return buffer.getvalue()


def test_slides_notes_sections_shows_and_properties_are_gone() -> None:
    made = without_slides(used())
    names = made.namelist()
    assert not [name for name in names if "/slides/" in name or "notesSlide" in name or "docProps" in name]
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]
    presentation = made.read("ppt/presentation.xml").decode()
    assert not re.findall("sldIdLst|sectionLst|custShow|extLst", presentation.replace("notesMasterIdLst", ""))
    everything = b"".join(made.read(name) for name in names)
    assert b"Old" not in everything and b"Somebody" not in everything


def test_all_masters_and_slide_layouts_stay() -> None:
    made = without_slides(used())
    assert len([name for name in made.namelist() if re.fullmatch(r"ppt/slideLayouts/[^/]+\.xml", name)]) == 11
    opened = Presentation(io.BytesIO(_bytes(made)))
    assert [layout.name for layout in opened.slide_layouts][:2] == ["Title Slide", "Title and Content"]
    assert len(opened.slides) == 0


def _bytes(archive: zipfile.ZipFile) -> bytes:
    assert isinstance(archive.fp, io.BytesIO)
    return archive.fp.getvalue()


def test_a_template_becomes_a_presentation() -> None:
    potx = changed(
        used(), "[Content_Types].xml", lambda xml: xml.replace("presentation.main+xml", "template.main+xml")
    )
    assert b"template.main" not in without_slides(potx).read("[Content_Types].xml")


@pytest.mark.parametrize("ending", ["JPG", "gif", "wdp"])
def test_media_of_the_masters_keep_their_kinds(ending: str) -> None:
    kind = {"JPG": "image/jpeg", "gif": "image/gif", "wdp": "image/vnd.ms-photo"}[ending]
    data = used()
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        f' Target="../media/logo.{ending}"/></Relationships>'
    )
    data = changed(data, rels, lambda xml: xml.replace("</Relationships>", relation))
    default = f'<Default Extension="{ending}" ContentType="{kind}"/><Override'
    data = changed(data, "[Content_Types].xml", lambda xml: xml.replace("<Override", default, 1))
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(f"ppt/media/logo.{ending}", b"bytes")
    made = without_slides(buffer.getvalue())
    assert f"ppt/media/logo.{ending}" in made.namelist()
    assert f'Extension="{ending.lower()}" ContentType="{kind}"' in made.read("[Content_Types].xml").decode()
