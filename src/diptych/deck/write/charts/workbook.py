"""The workbook inside a chart: its data, as they stand in a spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime

from diptych.figures.charts.spec import ChartSpec
from diptych.material.charts.data import Values

SHEET = "Data"
# No file without a date of its own: the first that a zip file can bear.
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)


def workbook(spec: ChartSpec) -> bytes:
    """An XLSX file with a column for the categories, one for x-values, and one for each series.

    Texts stay texts, whatever they begin with: none becomes a formula.
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _EPOCH.replace(tzinfo=None)})
    text = book.add_format({"quote_prefix": True})
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 24)
    for column, (heading, cells) in enumerate(columns(spec)):
        sheet.write_string(0, column, heading, text)
        for row, cell in enumerate(cells, 1):
            if isinstance(cell, str):
                sheet.write_string(row, column, cell, text)
            elif cell is not None:
                sheet.write_number(row, column, cell)
    book.close()
    return buffer.getvalue()


def columns(spec: ChartSpec) -> Iterator[tuple[str, tuple[str, ...] | Values]]:
    """Every column with its heading: names, x-values where there are any, and the series."""
    data = spec.data
    yield data.heading or spec.x_title if not data.xs else data.heading, data.categories
    if data.xs:
        yield spec.x_title or "x", data.xs
    yield from zip(spec.names, (one.values for one in data.series), strict=True)


def series_column(spec: ChartSpec, series: int) -> str:
    """The letter of a series' column."""
    return chr(ord("B") + series + bool(spec.data.xs))
