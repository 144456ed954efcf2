"""Dark slides: light text on dark grounds, in the way that presentation programs understand."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.layout.load import LayoutError, load_layout
from tests.deck.planned import lesson, planned

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
LAYOUT = load_layout("classic")


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(own_design(LAYOUT, "16:9", "dark").template))


def test_new_text_on_a_dark_slide_is_light(archive: zipfile.ZipFile) -> None:
    theme: Any = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
    colours = {slot.tag.removeprefix(A): slot[0].get("val") for slot in theme.find(f".//{A}clrScheme")}
    master: Any = etree.fromstring(archive.read("ppt/slideMasters/slideMaster1.xml"))
    mapping = master.find(f"{P}clrMap")
    assert lightness(colours[mapping.get("tx1")]) > 200 > 60 > lightness(colours[mapping.get("bg1")])
    assert lightness(colours["dk1"]) < lightness(colours["lt1"])


def test_notes_pages_are_paper(archive: zipfile.ZipFile) -> None:
    master: Any = etree.fromstring(archive.read("ppt/notesMasters/notesMaster1.xml"))
    mapping = master.find(f"{P}clrMap")
    assert (mapping.get("bg1"), mapping.get("tx1")) == ("lt1", "dk1")


def lightness(colour: str) -> float:
    return sum(int(colour[place : place + 2], 16) for place in (0, 2, 4)) / 3


@pytest.mark.parametrize("aspect", ["16:9", "4:3"])
def test_a_dark_deck_is_valid_open_xml(aspect: str, tmp_path: Path) -> None:
    design = own_design(LAYOUT, aspect, "dark")
    data = write_deck(planned(lesson("- points: [one, two]"), aspect), design)
    path = tmp_path / "dark.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path)
    assert [str(error) for error in result.errors] == []
    assert len(Presentation(io.BytesIO(data)).slides) > 2


def test_a_scheme_that_the_layout_lacks_is_told() -> None:
    with pytest.raises(LayoutError, match="no colours for the scheme `sepia`"):
        own_design(LAYOUT, "16:9", "sepia")


def test_a_colour_that_is_none_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "theme.yaml").write_text(
        "name: Mine\nextends: classic\nschemes: {dark: {ink: grey}}\n", "utf-8"
    )
    with pytest.raises(LayoutError, match="`ink: grey`, which is no colour such as #1F4E6B"):
        load_layout("mine", [tmp_path])


def whole(**changed: str) -> str:
    """A theme that extends nothing, with a dark scheme; what is changed to nothing is left out."""
    theme = (LAYOUT.folders[0] / "theme.yaml").read_text("utf-8").replace("name: Classic", "name: Mine")
    light, dark = theme.split("schemes:")
    for role, colour in changed.items():
        rows = [row for row in dark.splitlines() if not row.strip().startswith(f"{role}:")]
        dark = "\n".join(rows) + (f"\n    {role}: {colour}\n" if colour else "\n")
    return f"{light}schemes:{dark}"


def theme_file(folder: Path) -> Path:
    """Where the theme of a layout with fonts of its own is to be written."""
    own = folder / "mine"
    own.mkdir()
    (own / "fonts").symlink_to(LAYOUT.folders[0] / "fonts")
    return own / "theme.yaml"


@pytest.mark.parametrize("role", ["ink", "fifth"])
def test_a_scheme_that_misses_a_role_is_told_with_its_name(role: str, tmp_path: Path) -> None:
    theme_file(tmp_path).write_text(whole(**{role: ""}), "utf-8")
    with pytest.raises(LayoutError, match=f"the colour `{role}` of the scheme `dark`"):
        load_layout("mine", [tmp_path])


def test_a_theme_that_misses_a_role_is_told_too(tmp_path: Path) -> None:
    rows = [row for row in whole().splitlines() if not row.startswith("  fifth:")]
    theme_file(tmp_path).write_text("\n".join(rows), "utf-8")
    with pytest.raises(LayoutError, match=r"the colour `fifth`$"):
        load_layout("mine", [tmp_path])


def test_a_layout_that_changes_one_colour_of_a_scheme_keeps_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    theme = "name: Mine\nextends: classic\nschemes: {dark: {accent: '#FFCC00'}}\n"
    (folder / "theme.yaml").write_text(theme, "utf-8")
    colours = load_layout("mine", [tmp_path]).theme.in_scheme("dark").colours
    assert colours["accent"] == "#FFCC00"
    assert colours["paper"] == LAYOUT.theme.in_scheme("dark").colours["paper"]
