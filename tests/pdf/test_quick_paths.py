"""Paths look as WeasyPrint draws them, whoever does."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]
import pytest

from diptych import meanwhile
from diptych.pdf.quick_paths import steps_of
from diptych.pdf.weasyprint_import import import_weasyprint

PAINT = 'fill="#c33" stroke="#036" stroke-width="1.5" fill-rule="evenodd"'
STRAIGHT = ("M5 5L35 8.5L20 30Z", "M5 5L35 8L20 30ZM12 10L25 11L19 20Z", "M-2 3L40 3", "M1.25 2L30 -1.5L8 30")
OTHERS = ("M5 5 35 8 20 30z", "M5,5L35,8", "M5 5Q30 5 30 30Z", "M5 5h20v20", "M1e1 5L3 4", "", "m5 5l9 9")


def pixels(path: str, *, slowly: bool = False) -> bytes:
    """A page with the path alone."""
    weasyprint = import_weasyprint()
    slow = weasyprint.svg.path
    tags = {**weasyprint.svg.TAGS, "path": slow} if slowly else weasyprint.svg.TAGS
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40mm">{path}</svg>'
    with meanwhile.attribute(weasyprint.svg, "TAGS", tags):
        pdf = weasyprint.HTML(string=f"<style>@page {{ size: 50mm }}</style>{svg}").write_pdf()
    with pypdfium2.PdfDocument(pdf) as document:
        drawn: bytes = document[0].render(scale=2).to_numpy().tobytes()
        return drawn


@pytest.mark.parametrize("data", [*STRAIGHT, *OTHERS])
def test_a_path_looks_the_same(data: str) -> None:
    path = f'<path d="{data}" {PAINT}/>'
    assert pixels(path) == pixels(path, slowly=True)
    assert not data or pixels(path) != pixels("")


def test_what_has_marks_at_its_corners_keeps_them() -> None:
    mark = '<defs><marker id="m" markerWidth="6" markerHeight="6"><path d="M0 0L6 0L3 6Z"/></marker></defs>'
    path = f'{mark}<path d="M5 5L35 8L20 30" marker-end="url(#m)" {PAINT}/>'
    assert pixels(path) == pixels(path, slowly=True) != pixels(path.replace("marker-end", "data-x"))


def test_steps_are_those_of_pdf() -> None:
    assert steps_of("M5 5L35 8.5L20 30ZM1 2L3 4").split("\n") == [
        "5 5 m",
        "35 8.5 l",
        "20 30 l",
        "h",
        "1 2 m",
        "3 4 l",
    ]
