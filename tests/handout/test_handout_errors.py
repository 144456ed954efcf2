"""What WeasyPrint would only log is an error, and nothing is loaded from elsewhere."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from diptych.handout.pdf import handout_assets, render_pdf
from diptych.layout.load import Layout, LayoutError, load_layout
from diptych.material.findings import Finding, SourceError
from diptych.material.pictures import PictureFile
from diptych.pdf.assets import BASE
from tests.handout.printed import HEAD, LAYOUT, html_of, printed, read, with_content, words_of

PICTURE = HEAD + "sections: [{title: Part, content: [{figure: a b.svg, alt: A square.}]}]"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def layouts(tmp_path: Path) -> Path:
    """A layout `mine` that extends the classic one."""
    folder = tmp_path / "layouts" / "mine"
    (folder / "handout").mkdir(parents=True)
    (folder / "theme.yaml").write_text("extends: classic\ncolours: {accent: '#600060'}\n", "utf-8")
    return folder


def load(folder: Path) -> Layout:
    return load_layout(folder.name, [folder.parent])


def findings(text: str, layout: Layout = LAYOUT, folder: Path = Path()) -> tuple[Finding, ...]:
    with pytest.raises(SourceError) as caught:
        assert printed(text, folder, layout).data
    return caught.value.findings


def test_a_character_that_no_font_has_is_told_with_its_place() -> None:
    found = findings(with_content('- points: [plain, "rain 🌧"]'))
    words = "no font of the layout has the character `🌧` (U+1F327, cloud with rain)"
    assert [finding.message for finding in found] == [words]
    assert found[0].place.line == 6


def test_fonts_of_the_system_are_never_used() -> None:
    """Georgian letters are in DejaVu Sans, which most Linux systems have."""
    assert findings(with_content("- text: ა"))


def test_a_picture_that_cannot_be_drawn_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a b.svg").write_text(SVG.format(""), "utf-8")
    document = read(PICTURE, tmp_path)
    broken = {"a b.svg": PictureFile(b"no picture", "image/png", 9, 9)}
    with pytest.raises(SourceError) as caught:
        render_pdf(html_of(PICTURE, tmp_path), dataclasses.replace(document, pictures=broken), LAYOUT)
    assert caught.value.findings[0].message == "the picture `a b.svg` cannot be drawn"
    assert caught.value.findings[0].place.line == 3


def test_an_unknown_property_in_a_layout_is_an_error(layouts: Path) -> None:
    (layouts / "handout" / "custom.css").write_text("p { colour: red }", "utf-8")
    found = findings(with_content("- text: Words."), load(layouts))
    assert "colour" in found[0].message


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "https://example.org/a.css",
        "data:text/css,p{}",
        f"{BASE}layout/../theme.yaml",
        f"{BASE}layout/handout/%2e%2e/theme.yaml",
        f"{BASE}layout/theme.yaml",
        f"{BASE}pictures/other.png",
        f"{BASE}fonts/../theme.yaml",
        f"{BASE}other",
    ],
)
def test_nothing_but_pictures_sheets_and_fonts_is_served(address: str) -> None:
    with pytest.raises((ValueError, LayoutError)):
        handout_assets(read(with_content("- text: Words.")), LAYOUT).find(address)


def test_a_sheet_that_imports_from_elsewhere_is_an_error(layouts: Path) -> None:
    (layouts / "handout" / "custom.css").write_text('@import "https://example.org/a.css";', "utf-8")
    assert "example.org" in findings(with_content("- text: Words."), load(layouts))[0].message


def test_a_layout_may_replace_one_block_of_the_template_it_extends(layouts: Path) -> None:
    template = '{% extends "classic/handout.html" %}{% block colophon %}<p>Own last words</p>{% endblock %}'
    (layouts / "handout" / "handout.html").write_text(template, "utf-8")
    (layouts / "handout" / "blocks").mkdir()
    (layouts / "handout" / "blocks" / "text.html").write_text("<p>A text was here.</p>", "utf-8")
    words = words_of(printed(with_content("- text: Words."), layout=load(layouts)).data)[0]
    assert "Own last words" in words
    assert "A text was here." in words
    assert "Words." not in words
