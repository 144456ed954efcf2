"""Files that are no templates, each told with what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diptych.deck.school.design import TemplateError
from tests.deck.school.designs import design_of
from tests.deck.school.templates import as_potx, cut_off, locked, office, with_layouts, with_macros


def _changed(part: str, change: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in change.items() if name == part else ():
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)
    return buffer.getvalue()


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


ENTITIES = _changed(
    "ppt/slideLayouts/slideLayout2.xml",
    {"<p:sldLayout ": '<!DOCTYPE p:sldLayout [<!ENTITY a "aaaaaaaaaa">]><p:sldLayout '},
)
BROKEN = _changed("ppt/slideMasters/slideMaster1.xml", {"</p:sldMaster>": ""})
OPEN_DOCUMENT = _zip(mimetype=b"application/vnd.oasis.opendocument.presentation")
FAULTY = {
    "locked": (locked(), "protected by a password; save a copy without one"),
    "old": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old binary format; open it"),
    "cut off": (cut_off(), "is damaged, or is no presentation"),
    "text": (b"no zip at all", "is damaged, or is no presentation"),
    "empty": (b"", "is damaged, or is no presentation"),
    "an OpenDocument file": (OPEN_DOCUMENT, "is an OpenDocument file"),
    "another zip": (_zip(readme=b"hello"), "is not a PowerPoint presentation"),
    "entities": (ENTITIES, "declares a document type"),
    "broken XML": (BROKEN, "is damaged: its part ppt/slideMasters/slideMaster1.xml is no XML"),
    "no title anywhere": (with_layouts("Blank"), "none of its slide layouts has a title"),
}


@pytest.mark.parametrize("kind", FAULTY)
def test_what_cannot_serve_is_told_with_what_to_do(kind: str, tmp_path: Path) -> None:
    data, words = FAULTY[kind]
    with pytest.raises(TemplateError, match=words):
        design_of(data, tmp_path)


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "school.pptx").mkdir()
    with pytest.raises((TemplateError, IsADirectoryError)):
        design_of(b"", tmp_path)


def test_a_potx_file_serves_like_a_pptx_file(tmp_path: Path) -> None:
    assert design_of(as_potx(office()), tmp_path).layouts == design_of(office(), tmp_path).layouts


def test_a_number_that_is_none_is_told(tmp_path: Path) -> None:
    odd = _changed("ppt/presentation.xml", {'cx="12192000"': 'cx="wide"'})
    with pytest.raises(TemplateError, match="is damaged: it holds a number that is none"):
        design_of(odd, tmp_path)


def test_macros_of_a_template_are_left_out_of_the_deck(tmp_path: Path) -> None:
    design = design_of(with_macros(), tmp_path)
    with zipfile.ZipFile(io.BytesIO(design.template)) as archive:
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
