"""A file of values parted by commas, semicolons or tabs, as spreadsheets write them (RFC 4180)."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from diptych.material.findings import SourceError, source_error
from diptych.material.scalars import Datum, FilePath
from diptych.material.source_files import FileKind, read_named

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 2_000, 60, 200
TABLE = FileKind("file", (".csv", ".tsv"), 1_000_000, "keep the rows and columns that the chart shows")
_SEPARATORS = ("\t", ";", ",")
# Spreadsheets may name the separator in a first line of its own.
_NAMED = re.compile(r"sep=([\t;,])\r?\n", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e]")
# A separator that parts fewer of the rows into as many cells as the first is none.
_MOST_ROWS = 0.6


@dataclass(frozen=True)
class CsvFile:
    """The cells of a file, row by row, the headings first; and the SHA-256 of its bytes."""

    header: tuple[Datum, ...]
    rows: tuple[tuple[Datum, ...], ...]
    sha256: str


def read_csv(folder: Path, file: FilePath) -> CsvFile:
    """The file that a path from the YAML file names; every row has as many cells as the first.

    Raises SourceError, with line and column in the file, where it cannot be read.
    """
    data = read_named(folder, file.path, file.place, TABLE)
    rows = list(_filled(_split(_text(data, file), file), file))
    if len(rows) < 2:
        hint = "its first line holds the headings, each further line a category and its values"
        raise source_error(f"`{file.path}` holds no data", file.place, hint, kind="chart-data")
    header, *body = rows
    width = max(index for index, cell in enumerate(header, 1) if cell.text) if _any(header) else len(header)
    return CsvFile(
        header[:width], tuple(_even(row, width, file) for row in body), hashlib.sha256(data).hexdigest()
    )


def _text(data: bytes, file: FilePath) -> str:
    """UTF-8 with or without its mark, or UTF-16 with one."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"`{file.path}`, line {line}, is no text in UTF-8"
        raise source_error(message, file.place, "save it as “CSV UTF-8”", kind="not-utf-8") from None
    if hidden := _UNPRINTABLE.search(text):
        line = text[: hidden.start()].count("\n") + 1
        message = f"`{file.path}`, line {line}, holds the character U+{ord(hidden[0]):04X}"
        raise source_error(message, file.place, "remove it: it cannot be printed", kind="not-utf-8")
    return text


def _split(text: str, file: FilePath) -> list[tuple[int, list[str]]]:
    """Rows of cells by the separator that parts most rows alike, each with the line on which it ends."""
    named = _NAMED.match(text)
    if named:
        return [(line + 1, row) for line, row in _rows(text[named.end() :], named[1], file)]
    found = [_rows(text, separator, file) for separator in _SEPARATORS]
    return max(found, key=_regularity)


def _rows(text: str, separator: str, file: FilePath) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    try:
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise source_error(
            f"`{file.path}`, line {reader.line_num}: {error}", file.place, kind="csv-shape"
        ) from None
    return rows


def _regularity(rows: list[tuple[int, list[str]]]) -> float:
    """The share of rows that have as many cells as the first; 0 where that is but one."""
    widths = [len(row) for _, row in rows if any(row)]
    if not widths or widths[0] < 2:
        return 0.0
    share = sum(width == widths[0] for width in widths) / len(widths)
    return share if share >= _MOST_ROWS else share / 10


def _filled(rows: list[tuple[int, list[str]]], file: FilePath) -> Iterator[tuple[Datum, ...]]:
    """The rows that hold something, as data that know where they stand."""
    count = 0
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        count += 1
        if count > MAX_ROWS + 1 or len(row) > MAX_COLUMNS:
            raise _too_large(line, file)
        yield tuple(_datum(cell, line, column, file) for column, cell in enumerate(row, 1))


def _datum(cell: str, line: int, column: int, file: FilePath) -> Datum:
    text, where = " ".join(cell.split()), f"{file.path}, line {line}, column {column}"
    if len(text) > MAX_CELL:
        message = f"{where}: this cell has {len(text)} characters"
        raise source_error(message, file.place, f"write at most {MAX_CELL}", kind="too-much")
    return Datum(text, file.place, where)


def _too_large(line: int, file: FilePath) -> SourceError:
    message = f"`{file.path}`, line {line}: a chart takes at most {MAX_ROWS:,} rows and {MAX_COLUMNS} columns"
    return source_error(message, file.place, "keep what the chart shows", kind="too-much")


def _any(row: tuple[Datum, ...]) -> bool:
    return any(cell.text for cell in row)


def _even(row: tuple[Datum, ...], width: int, file: FilePath) -> tuple[Datum, ...]:
    """The row without empty cells behind the last column."""
    if len(row) < width or _any(row[width:]):
        message = f"{row[0].where.rpartition(',')[0]}: {len(row)} cells, and the first line has {width}"
        hint = "part cells by one sign alone, and put texts that hold it in double quotes"
        raise source_error(message, file.place, hint, kind="csv-shape")
    return row[:width]
