"""Native charts in the finished file, read by others than their writer."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE as TYPE

from diptych.deck.template.design import own_design
from diptych.deck.write.deck import write_deck
from diptych.material.findings import SourceError
from diptych.proof.deck import lint_deck
from tests.deck.planned import LAYOUT, lesson, planned

CONTENT = """
- chart: Bars
  categories: [Lithium, Sodium, =1+1]
  values: [670.8, 589.3, ~]
  unit: nm
  y_axis: Wavelength
  highlight: [Sodium]
- chart: Groups
  kind: grouped
  header: [Year, Coal, Oil]
  rows: [["1925", 12.5, -3], ["1926", 14, 4]]
- chart: Stacks
  kind: stacked
  header: [Land, Coal, Oil]
  rows: [[Kingdom of the two rivers, 12, 3], [Republic of the mountains, 14, 4], [Free city by the sea, 1, 2]]
  bars: horizontal
- chart: Lines
  kind: line
  header: [Year, Coal and other fuels, Oil]
  rows: [[1925, 12, 3], [1926, 14, 4], [1927, ~, 5]]
- chart: Uneven lines
  kind: line
  header: [Year, Coal]
  rows: [[1900, 12], [1926, 14], [1990, 20]]
- chart: Areas
  kind: area
  header: [Year, Coal, Oil]
  rows: [[1900, 12, 3], [1926, 14, 4], [1990, 20, 9]]
- chart: Points
  kind: scatter
  header: [Animal, Mass, Age]
  rows: [[Mouse, 0.02, 2], [Horse, 500, 25]]
  x_axis: {title: Mass, unit: kg, scale: log}
- chart: Pie
  kind: pie
  categories: [Ja, Nein]
  values: [3, 1]
- chart: Ring
  kind: doughnut
  categories: [Ja, Nein]
  values: [75, 25]
  unit: "%"
"""
KINDS = {
    "Bars": TYPE.COLUMN_CLUSTERED,
    "Groups": TYPE.COLUMN_CLUSTERED,
    "Stacks": TYPE.BAR_STACKED,
    "Lines": TYPE.LINE_MARKERS,
    "Uneven lines": TYPE.XY_SCATTER_LINES,
    "Areas": TYPE.AREA_STACKED,
    "Points": TYPE.XY_SCATTER,
    "Pie": TYPE.PIE,
    "Ring": TYPE.DOUGHNUT,
}
_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)</v>')


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_deck(planned(lesson(CONTENT)), own_design(LAYOUT))


@pytest.fixture(scope="module")
def charts(data: bytes) -> dict[str, Any]:
    """Every chart by the title of its slide."""
    slides = Presentation(io.BytesIO(data)).slides
    return {
        slide.shapes.title.text: shape.chart
        for slide in slides
        for shape in slide.shapes
        if getattr(shape, "has_chart", False)
    }


def test_the_file_is_valid_open_xml(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path).errors] == []
    assert lint_deck(data) == []


def test_every_chart_is_native_and_of_its_kind(charts: dict[str, Any]) -> None:
    assert {title: chart.chart_type for title, chart in charts.items()} == KINDS


def test_the_data_can_be_read_back(charts: dict[str, Any]) -> None:
    found = {
        (title, series.name): tuple(series.values)
        for title, chart in charts.items()
        for series in _series(chart)
    }
    assert found["Bars", "Wavelength"] == (670.8, 589.3, None)
    assert found["Groups", "Oil"] == (-3.0, 4.0)
    assert found["Lines", "Coal and other fuels"] == (12.0, 14.0, None)
    assert found["Areas", "Oil"] == (3.0, 4.0, 9.0)
    assert found["Ring", "Ring"] == (75.0, 25.0)
    assert list(charts["Groups"].plots[0].categories) == ["1925", "1926"]


def test_points_stand_at_their_x_values(charts: dict[str, Any]) -> None:
    values = charts["Points"].plots[0].series[0]._element.xpath("c:xVal//c:v")
    assert [float(value.text) for value in values] == [0.02, 500.0]


def test_axes_have_titles_with_units_and_bars_begin_at_zero(charts: dict[str, Any]) -> None:
    axis = charts["Bars"].value_axis
    assert axis.axis_title.text_frame.text == "Wavelength (nm)"
    assert axis.minimum_scale == 0
    assert charts["Points"].category_axis.axis_title.text_frame.text == "Mass (kg)"


def test_colours_are_those_of_the_theme_and_patterns_tell_series_apart(data: bytes) -> None:
    parts = _parts(data, r"ppt/charts/.*\.xml")
    assert len(parts) == len(KINDS)
    assert not any(b"srgbClr" in part for part in parts)
    assert sum(b"pattFill" in part for part in parts) >= 4


def test_no_text_of_the_workbook_becomes_a_formula(data: bytes) -> None:
    books = _parts(data, r"ppt/embeddings/.*\.xlsx")
    assert len(books) == len(KINDS)
    sheets = [zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode() for book in books]
    assert not any("<f>" in sheet for sheet in sheets)
    cells = {place: (kind, value) for place, kind, value in _CELL.findall(sheets[0])}
    assert ' t="s"' in cells["A4"][0]
    assert float(cells["B2"][1]) == 670.8


def test_the_same_chart_gives_the_same_bytes(data: bytes) -> None:
    assert write_deck(planned(lesson(CONTENT)), own_design(LAYOUT)) == data


def test_each_chart_is_described_from_its_data(data: bytes) -> None:
    slides = Presentation(io.BytesIO(data)).slides
    told = [
        shape._element.xpath("p:nvGraphicFramePr/p:cNvPr")[0].get("descr")
        for slide in slides
        for shape in slide.shapes
        if getattr(shape, "has_chart", False)
    ]
    assert len(told) == len(KINDS)
    assert told[0] == (
        "Bar chart: Bars. Values: Wavelength (nm). Highest: Lithium, 670.8 nm; lowest: Sodium, 589.3 nm. "
        "Missing values: 1."
    )
    assert "rises from 3 (1925) to 5 (1927)" in told[3].replace("Oil: ", "")


def test_points_for_the_slide_stand_beside_the_chart() -> None:
    deck = planned(lesson("- chart: C\n  categories: [a, b]\n  values: [1, 2]\n  slide: [It grows.]"))
    names = [shape.name for slide in deck.sections[1].slides[1:] for shape in slide.shapes]
    assert "Body" in names
    assert "Chart 1" in names


def _series(chart: Any) -> list[Any]:
    return [series for plot in chart.plots for series in plot.series]


def _parts(data: bytes, name: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(one) for one in sorted(archive.namelist()) if re.fullmatch(name, one)]


def test_names_that_leave_no_room_for_bars_are_an_error_with_its_place() -> None:
    rows = ", ".join(f"[The Democratic Republic of the many islands number {i}, {i + 1}]" for i in range(40))
    with pytest.raises(SourceError) as error:
        planned(lesson(f"- chart: Many\n  rows: [{rows}]\n"))
    (finding,) = error.value.findings
    assert "no room" in finding.message
    assert "only: handout" in finding.hint


def test_ticks_of_native_axes_are_those_of_the_plan() -> None:
    content = (
        "- chart: Powers\n  kind: line\n  rows: [[a, 1e-30], [b, 1e9]]\n  y_axis: {scale: log}\n"
        "- chart: Years\n  kind: line\n  rows: [[1913, 1], [1924, 2], [1932, 3]]\n"
    )
    data = write_deck(planned(lesson(content)), own_design(LAYOUT))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if re.search(r"charts/slideChart\d+\.xml$", name))
        powers, years = (package.read(name).decode() for name in names)
    assert '<c:logBase val="10"/>' in powers
    assert 'formatCode="0E+0"' in powers
    (unit,) = re.findall(r'<c:majorUnit val="([^"]+)"/>', powers)
    assert float(unit) > 10
    (low,) = re.findall(r'<c:max val="1932.0"/><c:min val="([^"]+)"/>', years)
    step = float(re.findall(r'<c:majorUnit val="([^"]+)"/>', years)[0])
    assert float(low) <= 1913
    assert float(low) % step == 0, "programs count ticks from the beginning of an axis"
