"""Ends of lines in a source: spaces between words, and none between characters of Chinese and Japanese."""

from __future__ import annotations

import pytest

from diptych.material.inline import parse_prose, parse_rich
from diptych.material.line_ends import on_one_line, parts_line, width_in_letters
from diptych.material.phrases import phrases
from diptych.material.tree import Mapping, Scalar, read_tree


def value_of(yaml: str) -> str:
    tree, _ = read_tree(yaml)
    assert isinstance(tree, Mapping)
    value = tree.entries[0][1]
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize(
    ("yaml", "text"),
    [
        ("a: 日本の\n  地図", "日本の地図"),
        ("a: English\n  words", "English words"),
        ("a: 地図は\n  GPS と\n  同じ", "地図は GPS と同じ"),
        ('a: "「あ」\n  い"', "「あ」い"),
        ("a: '終わり。\n  Next'", "終わり。Next"),
        ("a: >-\n  江戸の\n  版元\n\n  次の\n  段落", "江戸の版元\n次の段落"),
        ("a: 한국어\n  문장", "한국어 문장"),
        ("a: 名 前\n  です", "名 前です"),
        ("a: **富士山**\n  は高い", "**富士山**は高い"),
    ],
)
def test_folded_lines_are_joined_as_the_language_wants(yaml: str, text: str) -> None:
    yaml = yaml.replace("a: **富士山**\n  は高い", "a: '**富士山**\n  は高い'")
    assert value_of(yaml) == text


def test_literal_lines_are_joined_in_paragraphs() -> None:
    first, second = parse_prose("一行目の\n**太字**\nです。\n\nEnglish\nwords", "ja").paragraphs
    assert first.rich.plain() == "一行目の太字です。"
    assert second.rich.plain() == "English words"


def test_ideographic_spaces_stay() -> None:
    assert on_one_line("山田　花子  と\n松本") == "山田　花子 と松本"


@pytest.mark.parametrize("text", ["これは**「重要」**です", "**注意。**次に", "大黒屋**（光太夫）**は"])
def test_stars_need_no_spaces_beside_brackets(text: str) -> None:
    spans = parse_rich(text, "ja").spans
    assert sum(span.strong for span in spans) == 1
    assert "*" not in "".join(span.text for span in spans)


def test_stars_that_multiply_stay() -> None:
    assert parse_rich("2 * 3 * 4", "ja").plain() == "2 * 3 * 4"


def test_marks_hold_on_to_words() -> None:
    assert parts_line("字", "字")
    assert not parts_line("字", "。")
    assert not parts_line("「", "字")
    assert not parts_line("a", "b")


def test_squares_count_for_two_letters() -> None:
    assert width_in_letters("P波は速い") == 9


def test_phrases_end_at_marks_and_particles() -> None:
    assert phrases("本は、なぜ町で読まれたのか") == ("本は、", "なぜ", "町で", "読まれたのか")
    assert phrases("造纸术") == ("造纸术",)
