"""Handouts in Japanese and Chinese: fonts and forms of characters, ends of lines, text that can be copied."""

from __future__ import annotations

import io
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]

from diptych.material.gaps_from_facts import with_gaps
from diptych.material.line_ends import NEVER_FIRST, NEVER_LAST
from tests.handout.printed import ROOT, html_of, printed, read, tags

LESSON = ROOT / "sources" / "earthquake-waves" / "earthquake-waves.yaml"
TAIWAN = """\
title: 直角與骨骼
lang: zh-TW
sections:
  - title: 字形
    content:
      - text: 角「直」「骨」，日文寫作[直と骨]{lang=ja}，简体写作[直与骨]{lang=zh-Hans}。
"""
FOLDED = """\
title: 折り返し
lang: ja
sections:
  - title: 文
    content:
      - text: 浮世絵は
          版元が企画し、
          絵師が描く。
      - text: |
          彫師は**版木**を
          彫り、「摺師」が
          摺る。English words
          stay apart.
"""


@lru_cache
def lesson() -> bytes:
    return printed(LESSON.read_text("utf-8"), LESSON.parent).data


@lru_cache
def of_taiwan() -> bytes:
    return printed(TAIWAN).data


@lru_cache
def letters(data: bytes) -> list[dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [char for sheet in pdf.pages for char in sheet.chars]


def fonts_of(char: str, data: bytes) -> set[str]:
    """The families that a character is set in."""
    return {one["fontname"].split("+")[1] for one in letters(data) if one["text"] == char}


def copied(data: bytes) -> str:
    """What a reader copies out of the file, without line ends."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return "".join("".join(pages).split())


def lines_of_text(data: bytes) -> list[str]:
    """The lines that stand in the family of running text."""
    running = [one for one in letters(data) if "Noto-Serif-JP" in one["fontname"] and one["size"] > 9.5]
    rows = groupby(running, key=lambda one: (one["page_number"], round(one["bottom"])))
    return ["".join(one["text"] for one in row).strip() for _, row in rows]


def test_text_is_set_in_mincho_and_headings_in_gothic() -> None:
    assert "Noto-Serif-JP" in fonts_of("岩", lesson())
    assert fonts_of("々", lesson()) <= {"Noto-Serif-JP", "Noto-Sans-JP"}
    sizes = {one["fontname"].split("+")[1]: one["size"] for one in letters(lesson()) if one["size"] > 20}
    assert set(sizes) == {"Noto-Serif-JP-Bold"}


def test_letters_of_latin_words_go_with_the_characters_around_them() -> None:
    assert fonts_of("k", lesson()) <= {"Noto-Serif-JP", "Noto-Sans-JP", "Noto-Serif-JP-Bold"}
    english = printed(
        "title: Art\nlang: en\nsections: [{title: Prints, content: [{text: Ukiyo-e (浮世絵)}]}]"
    ).data
    assert fonts_of("浮", english) == {"Noto-Serif-JP"}
    assert fonts_of("U", english) == {"Source-Serif-4,"}


def test_each_language_has_its_own_forms_of_characters() -> None:
    assert fonts_of("角", of_taiwan()) == {"Noto-Sans-TC-Bold", "Noto-Sans-TC"}
    assert fonts_of("と", of_taiwan()) == {"Noto-Serif-JP"}
    assert fonts_of("骨", of_taiwan()) >= {"Noto-Sans-TC", "Noto-Serif-JP", "Noto-Sans-SC"}


def test_no_line_begins_or_ends_with_what_may_not() -> None:
    lines = [line for line in lines_of_text(lesson()) if len(line) > 12]
    assert len(lines) > 20
    assert not [line for line in lines if line[0] in NEVER_FIRST - {"・", "–"} or line[-1] in NEVER_LAST]


def test_lines_are_filled_to_the_margin() -> None:
    running = [one for one in letters(lesson()) if one["fontname"].endswith("Noto-Serif-JP")]
    assert running
    margin = 595.3 - 18 * 72 / 25.4
    assert margin - 11 < max(one["x1"] for one in running) <= margin + 0.5


def test_marks_that_meet_share_a_square() -> None:
    placed = letters(of_taiwan())
    opening, before = next((two, one) for one, two in pairwise(placed) if one["text"] + two["text"] == "」「")
    assert 0.4 * opening["size"] < opening["x0"] - before["x0"] < 0.6 * opening["size"]


def test_ends_of_lines_in_the_source_leave_no_spaces() -> None:
    html = html_of(FOLDED)
    assert "浮世絵は版元が企画し、絵師が描く。" in html
    assert "<strong>版木</strong>を彫り、「摺師」が摺る。English words stay apart." in html


def test_emphasis_may_touch_brackets_and_words() -> None:
    html = html_of(FOLDED.replace("浮世絵は", "これは**「浮世絵」**です。"))
    assert "<strong>「浮世絵」</strong>です" in html


def test_what_is_copied_is_what_was_written() -> None:
    text = copied(lesson())
    for words in (
        "地震のゆれはどのように伝わるのか",
        "初期微動継続時間",
        "波の進む向きに直角（横波）",
    ):
        assert words in text
    assert not [char for char in text if 0x2E80 <= ord(char) <= 0x2FDF or 0xF900 <= ord(char) <= 0xFAFF]


def test_passages_in_other_languages_are_tagged_so() -> None:
    languages = {tag.values.get("/Lang") for tag in tags(of_taiwan())}
    assert {"ja", "zh-Hans"} <= languages


def test_nothing_slants_and_nothing_is_hyphenated() -> None:
    assert not [one for one in letters(lesson()) if "Italic" in one["fontname"]]
    assert "\u00ad" not in copied(lesson())


def test_lines_of_headings_end_where_phrases_do() -> None:
    html = html_of(LESSON.read_text("utf-8"), LESSON.parent)
    phrases = '<span class="phrase">地震のゆれは</span><span class="phrase">どのように</span>'
    assert phrases in html


def test_terms_become_gaps_though_no_spaces_part_words() -> None:
    source = FOLDED.replace("sections:", "key_terms: [{term: 版元, definition: 出版業者。}]\nsections:")
    sections = with_gaps(read(source)).material.sections
    text = sections[0].content[0].text  # type: ignore[union-attr]
    gaps = [span.text for span in text.paragraphs[0].rich.spans if span.gap]
    assert gaps == ["版元"]


def test_a_formula_may_hold_japanese_words() -> None:
    formula = "- formula: '\\text{速さ} = \\frac{\\text{道のり}}{\\text{時間}}'"
    html = html_of(f"title: 速さ\nlang: ja\nsections:\n  - title: 式\n    content:\n      {formula}\n")
    assert 'class="formula"' in html


def test_programs_keep_their_indentation_beside_ideographs() -> None:
    code = "- code: |\n          for 数 in range(3):\n              合計 += 数\n        language: python"
    placed = letters(
        printed(f"title: 文\nlang: ja\nsections:\n  - title: 式\n    content:\n      {code}\n").data
    )
    first, total = (next(one for one in placed if one["text"] == char) for char in "f合")
    assert total["x0"] - first["x0"] > 4 * 0.55 * first["size"]
