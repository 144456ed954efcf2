"""Listings whose lines come from files of the source's folder, and their languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.figures.programs import program_lines
from diptych.layout.load import load_layout
from diptych.material.blocks import Code
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.prepare import prepare
from diptych.material.program_languages import known_as, misspelt
from diptych.material.reader import read_material

LABELS = load_layout("classic").labels("en")
FILE = "\n# one\ndef two():\n\treturn 3\n\n\nprint(7)\n"


def read(content: str, folder: Path) -> Document:
    (folder / "two.py").write_text(FILE, "utf-8")
    source = f"title: T\nsections:\n  - title: S\n    content:\n      - code:{content}\n"
    return prepare(read_material(source), folder, LABELS)


def shown(content: str, folder: Path) -> list[tuple[int, str]]:
    (block,) = read(content, folder).material.sections[0].content
    assert isinstance(block, Code)
    return [(line.number, line.text) for line in program_lines(block)]


def test_lines_keep_the_numbers_of_their_file(tmp_path: Path) -> None:
    found = shown("\n        file: two.py\n        lines: 1-4\n        line_numbers: true", tmp_path)
    assert found == [(2, "# one"), (3, "def two():"), (4, "    return 3")]


def test_the_whole_file_is_shown_where_no_lines_are_chosen(tmp_path: Path) -> None:
    assert [number for number, _ in shown("\n        file: two.py", tmp_path)] == [2, 3, 4, 5, 6, 7]


def test_the_ending_of_a_file_tells_its_language(tmp_path: Path) -> None:
    (block,) = read("\n        file: two.py", tmp_path).material.sections[0].content
    assert isinstance(block, Code)
    kinds = {token.text.strip(): token.kind for line in program_lines(block) for token in line.tokens}
    assert (kinds["def"], kinds["# one"], kinds["two"]) == ("keyword", "comment", "name")


def test_files_count_among_what_a_source_is_made_of(tmp_path: Path) -> None:
    assert list(read("\n        file: two.py", tmp_path).files) == ["two.py"]


@pytest.mark.parametrize(
    ("content", "told", "hint"),
    [
        ("\n        file: tow.py", "there is no file `tow.py`", "there are two.py"),
        ("\n        file: ../x.py", "outside the source's folder", "copy it into the folder"),
        ("\n        file: two.py\n        lines: 5-9", "`two.py` has 7 lines", "choose from lines 1 to 7"),
        (" a = 1\n        file: two.py", "lines of its own", "write one of"),
        ("\n        file: two.py\n        lines: 3-4\n        emphasise: 1", "no line 1", "are 3 to 4"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(content: str, told: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read(content, tmp_path)
    (finding,) = raised.value.findings
    assert told in finding.message
    assert hint in finding.hint
    assert finding.place.line == 5


@pytest.mark.parametrize(
    "name",
    ["python", "Python", "C++", "c", "JavaScript", "HTML", "SQL", "Java", "bash", "Python 3", "Visual Basic"],
)
def test_languages_are_known_by_the_names_that_people_write(name: str) -> None:
    assert known_as(name)
    assert not misspelt(name)


@pytest.mark.parametrize(
    ("name", "near"), [("pyhton", "python"), ("javascrpt", "javascript"), ("Jvaa", "java")]
)
def test_a_misspelt_language_is_told_with_the_name_it_is_near(name: str, near: str) -> None:
    assert f"`{near}`" in misspelt(name)


@pytest.mark.parametrize(
    "name", ["", "text", "none", "pseudocode", "Klingon", "assembler", "TI-Basic", "Scratch"]
)
def test_plain_text_and_strange_languages_are_no_mistake(name: str) -> None:
    assert not known_as(name)
    assert not misspelt(name)
