"""Charts in the finished handout: vectors, described, with their data for those who listen."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from tests.handout.printed import printed, tags, with_content, words_of

LINES = """- chart: Exports
  kind: line
  header: [Year, Coal, Coal and other fuels, Oil]
  rows: [[1925, 12.5, 12, 1], [1926, 14, 13.9, 2], [1927, ~, 14.1, 3]]
  unit: Mt
  x_axis: Year
  y_axis: Exports
  credit: {source: Harbour office}"""


@pytest.fixture(scope="module")
def data() -> bytes:
    return printed(with_content(LINES)).data


def test_a_chart_is_one_figure_described_from_its_data(data: bytes) -> None:
    figures = [tag for tag in tags(data) if tag.kind == "/Figure"]
    assert len(figures) == 1
    assert figures[0].values["/Alt"].startswith("Line chart: Exports. Values: Exports (Mt).")


def test_its_data_stand_in_a_table_with_headers(data: bytes) -> None:
    kinds = [tag.kind for tag in tags(data)]
    assert kinds.count("/TH") == 4 + 3
    assert kinds.count("/TD") == 9
    assert "Coalandotherfuels(Mt)" in words_of(data)[0].replace(" ", "")


def test_it_is_drawn_as_vectors(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        assert len(page.images) == 0
        assert len(page.curves) + len(page.lines) + len(page.rects) > 8


def test_titles_units_names_and_credit_are_printed(data: bytes) -> None:
    words = words_of(data)[0]
    for told in ("Exports (Mt)", "Coal and other fuels", "Figure 1 Exports", "Data: Harbour office"):
        assert told in words


def test_numbers_are_written_as_the_language_does() -> None:
    german = with_content("- chart: C\n  categories: [A, B]\n  values: [1234.5, 2]").replace("en-GB", "de")
    assert "1.234,5" in words_of(printed(german).data)[0]
