"""Inline markup becomes spans."""

from __future__ import annotations

import pytest

from diptych.material.inline import InlineReader, parse_prose, parse_rich
from diptych.material.markup import Cite, Span


def spans(text: str, lang: str = "en") -> tuple[Span, ...]:
    return parse_rich(text, lang).spans


def test_emphasis_and_strong_nest() -> None:
    assert spans("a **b *c***") == (
        Span("a "),
        Span("b ", strong=True),
        Span("c", strong=True, emphasis=True),
    )


def test_subscripts_and_superscripts_are_told_apart() -> None:
    assert [span.position for span in spans("H~2~O x^2^")] == ["", "sub", "", "super"]


def test_code_keeps_its_quotes_and_dashes() -> None:
    assert spans('`a "b" --c`') == (Span('a "b" --c', code=True),)


def test_a_citation_has_keys_and_locators() -> None:
    assert spans("[@carr1951, p. 12; @b]")[0].cites == (Cite("carr1951", "p. 12"), Cite("b"))


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("[see @carr1951, p. 12]", (Cite("carr1951", "p. 12", "see"),)),
        ("[-@carr1951]", (Cite("carr1951", without_author=True),)),
        ("[cf. -@a, 3; and @b]", (Cite("a", "3", "cf.", without_author=True), Cite("b", prefix="and"))),
        ("[@müller_1951:a]", (Cite("müller_1951:a"),)),
        ("[@{http://zotero.org/users/1/items/ABC}, 3]", (Cite("http://zotero.org/users/1/items/ABC", "3"),)),
    ],
)
def test_a_citation_is_written_as_in_pandoc(text: str, cites: tuple[Cite, ...]) -> None:
    assert spans(text)[0].cites == cites


@pytest.mark.parametrize("text", ["[write to jane@example.org]", "[a; @b]", "[@ b]"])
def test_brackets_with_something_else_behind_the_sign_are_no_citation(text: str) -> None:
    assert [span.text for span in spans(text)] == [text]


def test_a_link_may_hold_the_sign_of_a_citation() -> None:
    assert spans("[write to @jane](https://example.org)")[0].link == "https://example.org"


def test_a_footnote_holds_marked_up_text() -> None:
    note = spans("Word^[See *this* [@a].].")[1].note
    assert note is not None
    assert note.plain() == "See this ."
    assert note.spans[1].emphasis


def test_a_gap_is_one_blank_whatever_stands_in_it() -> None:
    assert [span.text for span in spans("the [very **big**]{gap} cat") if span.gap] == ["very big"]


def test_a_passage_knows_its_language() -> None:
    assert spans("[Рапалло]{lang=ru}")[0].lang == "ru"


def test_dollars_html_and_underscores_are_ordinary_text() -> None:
    text = "costs $5 and $6, <b>bold</b>, snake_case_name"
    assert spans(text) == (Span(text),)


def test_a_backslash_takes_a_marks_meaning_away() -> None:
    assert spans(r"\*not\* x\^2\^") == (Span("*not* x^2^"),)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "“a” it’s"), ("de", "„a“ it’s"), ("fr", "«\u202fa\u202f» it’s"), ("xx", "“a” it’s")],
)
def test_quotation_marks_are_those_of_the_language(lang: str, expected: str) -> None:
    assert parse_rich('"a" it\'s', lang).plain() == expected


def test_hyphens_become_dashes() -> None:
    assert parse_rich("1919--1933 --- so... a-b", "en").plain() == "1919–1933 — so… a-b"


def test_prose_holds_paragraphs_and_lists() -> None:
    prose = parse_prose("One\nstill one.\n\n- a\n  - b\n\n3. c\n4. d", "en")
    assert [(p.kind, p.level, p.number, p.rich.plain()) for p in prose.paragraphs] == [
        ("text", 0, 0, "One still one."),
        ("bullet", 0, 0, "a"),
        ("bullet", 1, 0, "b"),
        ("number", 0, 3, "c"),
        ("number", 0, 4, "d"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "[x](http://[bad)",
        "[x](https://a b)",
        "[x](mailto:me)",
    ],
)
def test_a_link_that_leads_to_no_web_address_is_a_finding(text: str) -> None:
    reader = InlineReader("en")
    reader.rich(text)
    leads = any(span.link.startswith(("javascript", "file")) for span in reader.rich(text).spans)
    assert reader.findings or not leads


@pytest.mark.parametrize("text", ["# Title", "> quote", "```\ncode\n```", "![x](y.png)"])
def test_blocks_inside_a_text_are_a_finding(text: str) -> None:
    reader = InlineReader("en")
    reader.prose(text)
    assert reader.findings


@pytest.mark.parametrize("text", ["[" * 5000, "*" * 5000, "^[" * 500, "`" * 5001, "[a]{" * 2000, "~" * 5000])
def test_pathological_markup_is_read_in_time(text: str) -> None:
    assert parse_rich(text, "en").plain() is not None


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", 'He: "a"^[n]. "b"^[n] c', "He: “a”. “b” c"),
        ("ar", 'قال "نعم" و"لا" و\'ربما\'', "قال «نعم» و«لا» و“ربما”"),
        ("he", 'ב"הארץ" כתב צה"ל', "ב״הארץ״ כתב צה״ל"),
        ("ja", '"a「b」c"。', "「a「b」c」。"),
    ],
)
def test_quotation_marks_beside_notes_and_joined_words(lang: str, text: str, told: str) -> None:
    assert "".join(span.text for span in spans(text, lang)) == told
