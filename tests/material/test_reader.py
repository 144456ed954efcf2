"""A source's text becomes material."""

from __future__ import annotations

import pytest

from diptych.material.blocks import Activity, PageBreak, Points, Question, Steps, Table, Text
from diptych.material.findings import SourceError
from diptych.material.limits import MAX_CHARACTERS
from diptych.material.model import Material
from diptych.material.place import Place
from diptych.material.reader import read_material


def lesson(blocks: str, front: str = "") -> Material:
    """A lesson of one section with these blocks, each line of them indented below `content:`."""
    indented = "".join(f"      {line}\n" for line in blocks.splitlines())
    return read_material(f"title: T\n{front}sections:\n  - title: S\n    content:\n{indented}")


def first_block(blocks: str) -> object:
    return lesson(blocks).sections[0].content[0]


@pytest.mark.parametrize("typed", ["no", "1922-04", "19:30", "0044", "1e3", "1.10", "on", "~x", "null"])
def test_a_scalar_means_what_was_typed(typed: str) -> None:
    assert read_material(f"title: {typed}\nsections: [{{title: S}}]").title.plain() == typed


def test_every_value_knows_its_line() -> None:
    material = lesson("- text: |\n    First.\n\n    Second.")
    block = material.sections[0].content[0]
    assert isinstance(block, Text)
    assert block.place == Place(5, 9)
    assert [paragraph.rich.place.line for paragraph in block.text.paragraphs] == [6, 8]


def test_a_block_is_named_by_its_main_key() -> None:
    assert isinstance(first_block("- points: [a, b]"), Points)
    assert isinstance(first_block("- steps: [a, b]"), Steps)
    assert isinstance(first_block("- activity: A\n  steps: [a, b]"), Activity)


def test_a_bare_text_is_a_paragraph_and_a_bare_page_break_a_page_break() -> None:
    material = lesson("- Just words here.\n- page_break")
    assert isinstance(material.sections[0].content[0], Text)
    assert isinstance(material.sections[0].content[1], PageBreak)


def test_one_text_stands_for_a_list_of_one() -> None:
    assert len(read_material("title: T\nkey_points: One.\nsections: [{title: S}]").key_points) == 1


def test_points_nest() -> None:
    block = first_block("- points:\n    - {point: a, points: [b, c]}\n    - d")
    assert isinstance(block, Points)
    assert [item.point.plain() for item in block.points] == ["a", "d"]
    assert [item.point.plain() for item in block.points[0].points] == ["b", "c"]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("options: [a, b]", "multiple_choice"),
        ("pairs: [{left: a, right: b}, {left: c, right: d}]", "matching"),
        ("order: [a, b]", "ordering"),
        ("marks: 2", "short_answer"),
        ("kind: essay", "essay"),
    ],
)
def test_the_kind_of_a_question_is_told_by_its_keys(keys: str, kind: str) -> None:
    block = first_block(f"- question: Q?\n  {keys}")
    assert isinstance(block, Question)
    assert block.kind == kind


def test_a_question_with_a_gap_is_a_cloze() -> None:
    block = first_block('- question: "The [cat]{gap} sat."')
    assert isinstance(block, Question)
    assert block.kind == "cloze"


def test_empty_cells_of_a_table_stay_empty_cells() -> None:
    block = first_block('- table: T\n  header: [a, b, c]\n  rows:\n    - ["", x, ]\n    - [1, 2, ""]')
    assert isinstance(block, Table)
    assert [cell.cell.plain() for cell in block.rows[1]] == ["1", "2", ""]


def test_an_empty_key_counts_as_left_out() -> None:
    assert not read_material("title: T\nsubtitle:\nsections: [{title: S}]").subtitle


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(SourceError) as error:
        lesson("- text: '[a](b:c)'\n- nonsense: 1\n- callout: x\n  kind: y", "date: never\n")
    lines = [finding.place.line for finding in error.value.findings]
    assert lines == sorted(lines)
    assert len(lines) == 4


def test_a_character_that_cannot_be_printed_is_told() -> None:
    with pytest.raises(SourceError) as error:
        read_material('title: "a\\u0001b"\nsections: [{title: "x\\u202ey"}]')
    assert [finding.message for finding in error.value.findings] == [
        "`title` holds the character U+0001, which cannot be printed",
        "`title` holds the character U+202E (right-to-left override), which cannot be printed",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "a: &a [x]\nb: *a",
        "a: !!python/object:os.system x",
        "x: <<: [*a]",
        "title: T\n---\ntitle: U",
        "title: \x01",
        "- a\n- b",
        "{a: b}: c",
        "x" * (MAX_CHARACTERS + 1),
    ],
    ids=["brackets", "alias", "tag", "merge", "documents", "control", "list", "key", "long"],
)
def test_what_a_lesson_has_no_need_of_is_refused_with_a_place(text: str) -> None:
    with pytest.raises(SourceError) as error:
        read_material(text)
    assert all(finding.place.line >= 1 and finding.message for finding in error.value.findings)
