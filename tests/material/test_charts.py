"""The data of charts: from the source or from CSV files, in the ways people write numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.layout.load import load_layout
from diptych.material.blocks import Chart
from diptych.material.charts.data import ChartData, chart_data
from diptych.material.document import Document
from diptych.material.findings import SourceError, describe
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

LABELS = load_layout("classic").labels("en")


def read(content: str, folder: Path, lang: str = "en") -> Document:
    source = f"title: T\nlang: {lang}\nsections:\n  - title: S\n    content:\n      - chart: C\n{content}"
    return prepare(read_material(source), folder, LABELS)


def data_of(csv: bytes, folder: Path, lang: str = "en", keys: str = "kind: grouped") -> ChartData:
    (folder / "data.csv").write_bytes(csv)
    document = read(f"        data: data.csv\n        {keys}\n", folder, lang)
    (block,) = document.material.sections[0].content
    assert isinstance(block, Chart)
    return chart_data(block, lang)


def told(csv: bytes | None, folder: Path, content: str = "        data: data.csv\n", lang: str = "en") -> str:
    if csv is not None:
        (folder / "data.csv").write_bytes(csv)
    with pytest.raises(SourceError) as error:
        read(content, folder, lang)
    return "\n".join(describe(one, "lesson.yaml", []) for one in error.value.findings)


PLAIN = b"Year,Coal,Oil\n1925,12.5,3\n1926,,4\n"


@pytest.mark.parametrize(
    "csv",
    [
        PLAIN,
        b"\xef\xbb\xbf" + PLAIN.replace(b"\n", b"\r\n"),
        b"Year;Coal;Oil\n1925;12,5;3\n1926;n/a;4\n",
        b"Year\tCoal\tOil\n1925\t12.5\t3\n1926\t\xe2\x80\x93\t4\n\n\n",
        b"sep=;\r\nYear;Coal;Oil;;\r\n1925;12,5;3;;\r\n1926;;4;;\r\n",
        PLAIN.decode().encode("utf-16"),
        b'Year,"Coal",Oil\n1925,"12.5",3\n1926,"",4\n',
    ],
    ids=["commas", "byte order mark", "decimal commas", "tabs", "spreadsheet", "UTF-16", "quotes"],
)
def test_a_file_is_read_whichever_program_wrote_it(csv: bytes, tmp_path: Path) -> None:
    data = data_of(csv, tmp_path)
    assert data.categories == ("1925", "1926")
    assert [(one.name, one.values) for one in data.series] == [("Coal", (12.5, None)), ("Oil", (3.0, 4.0))]


def test_thousands_are_told_from_decimals_by_the_numbers_that_leave_no_doubt(tmp_path: Path) -> None:
    data = data_of(b"Place;Inhabitants\nA;1.234.567\nB;2.500\nC;950,5\n", tmp_path, "en", "kind: bar")
    assert data.series[0].values == (1_234_567.0, 2500.0, 950.5)


def test_where_all_numbers_leave_a_doubt_the_language_decides(tmp_path: Path) -> None:
    csv = b"Place;Inhabitants\nA;1,234\nB;2,500\n"
    assert data_of(csv, tmp_path, "en", "kind: bar").series[0].values == (1234.0, 2500.0)
    assert data_of(csv, tmp_path, "de", "kind: bar").series[0].values == (1.234, 2.5)


def test_the_author_chooses_columns_by_their_headings(tmp_path: Path) -> None:
    data = data_of(PLAIN, tmp_path, keys="columns: [Year, Oil]")
    assert [one.name for one in data.series] == ["Oil"]


def test_a_bad_number_is_told_with_file_line_and_column(tmp_path: Path) -> None:
    found = told(b"Year,Coal\n1925,12.5\n1926,much\n", tmp_path)
    assert "lesson.yaml:7:15: error: data.csv, line 3, column 2: `much` of `Coal` is no number" in found


def test_a_short_row_is_told_with_its_line(tmp_path: Path) -> None:
    assert "data.csv, line 3: 2 cells, and the first line has 3" in told(
        b"a,b,c\n1,2,3\n1,2\n1,2,3\n", tmp_path
    )


def test_other_encodings_are_told_with_the_line(tmp_path: Path) -> None:
    assert "`data.csv`, line 2, is no text in UTF-8" in told("a;b\nä;1\n".encode("latin-1"), tmp_path)


def test_a_missing_file_is_told_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    found = told(None, tmp_path)
    assert "there is no file `data.csv`" in found
    assert "other.csv" in found


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_bytes(PLAIN)
    (tmp_path / "inside").mkdir()
    found = told(None, tmp_path / "inside", "        data: ../data.csv\n")
    assert "lies outside the source's folder" in found


def test_too_much_is_told(tmp_path: Path) -> None:
    rows = b"".join(b"%d,1\n" % number for number in range(2_100))
    assert "at most 2,000 rows" in told(b"a,b\n" + rows, tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("kind: pie\n        categories: [a, b]\n        values: [1, -1]", "cannot show values below zero"),
        ("kind: pie\n        categories: [a, b]\n        values: [0, 0]", "cannot show that all is zero"),
        ("categories: [a, b]\n        values: [~, ~]", "all of them are missing"),
        ("categories: [a, b]\n        values: [1]", "1 values for 2 categories"),
        ("categories: [a, b]\n        values: [1, 2]\n        y_axis: {min: 1}", "leaves out zero"),
        (
            "categories: [a, b]\n        values: [1, 2]\n        highlight: [c]",
            "is no category and no series",
        ),
        ("categories: [a]\n        values: [5]\n        y_axis: {max: 4}", "lies beyond the end of `y_axis`"),
        ("rows: [[a, 1], [b, 2, 3]]", "row 2 of this chart has 3 entries"),
        ("rows: [[a, 12 kg]]", "`12 kg` is no number"),
        ("rows: [[a, 1, 2]]", "shows one series, and this chart has 2"),
        ("kind: line\n        rows: [[a, 0]]\n        y_axis: {scale: log}", "no place for zero"),
    ],
)
def test_what_a_chart_cannot_show_honestly_is_told(content: str, message: str, tmp_path: Path) -> None:
    assert message in told(None, tmp_path, f"        {content}\n")
