"""What a stranger may write into a source is told as an error with a place, at once, and never crashes."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from diptych.layout.load import load_layout
from diptych.material.findings import Finding, SourceError, describe
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from tests.conftest import CASES

LABELS = load_layout("classic").labels("en")
SECONDS = 5
KEPT = sorted((CASES / "hostile").glob("*.yaml"))


def findings(text: str, folder: Path = Path()) -> tuple[Finding, ...]:
    """What is told of the source; reading, checking and loading take no longer than they may."""
    started = time.process_time()
    try:
        prepare(read_material(text), folder, LABELS)
        told: tuple[Finding, ...] = ()
    except SourceError as error:
        told = error.findings
    assert time.process_time() - started < SECONDS
    return told


def lesson(block: str, front: str = "") -> str:
    return f"title: T\n{front}sections:\n  - title: A war\n    content:\n      - {block}\n"


def texts(text: str) -> str:
    return lesson(f"text: {json.dumps(text)}")


TOO_MUCH = {
    "lists nested without end": "[" * 200_000,
    "mappings nested without end": "{a: " * 100_000,
    "dashes nested without end": "- " * 100_000,
    "an alias": "a: &a [x, x]\nb: [*a, *a]\n",
    "a merge key": "a: &a {x: 1}\nb: {<<: *a}\n",
    "a tag that runs code": "title: !!python/object/apply:os.system ['touch pwned']\n",
    "a key of a list": "? [a, b]\n: c\n",
    "a million values": f"sections: [{'a,' * 300_000}]",
    "fifty megabytes": f"title: {'x' * 50_000_000}",
    "a long word": texts("a" * 9_000),
    "a long address": texts(f"[a](https://a.example/{'x' * 20_000})"),
    "marks upon marks": texts("a" + "\u0301" * 100_000),
    "many marks on one letter": texts("a" + "\u0301" * 31),
    "points without number": lesson(f"points: [{'a,' * 60_000}]"),
    "many texts": lesson("\n      - ".join(f"text: {'word ' * 9_000}" for _ in range(42))),
    "many footnotes": texts("a^[n] " * 5_000),
    "many gaps": lesson(f"question: {json.dumps('[a]{gap} ' * 4_000)}"),
    "rows without number": lesson(f"table: T\n        header: [A]\n        rows: [{'[a],' * 20_000}]"),
    "columns without number": lesson(f"table: T\n        header: [{'a,' * 500}]\n        rows: [[a]]"),
    "a huge span": lesson("table: T\n        header: [A]\n        rows: [[{cell: a, colspan: 999999999}]]"),
    "a span of nothing": lesson("table: T\n        header: [A]\n        rows: [[{cell: a, rowspan: 0}]]"),
    "lines without number": lesson("question: Why?\n        lines: 999999999"),
    "room without end": lesson("notes_space: 10000000"),
    "digits without end": lesson(f"notes_space: {'9' * 50_000}"),
    "a thousand pairs": lesson(f"question: Q\n        pairs: [{'{left: l, right: r},' * 1_000}]"),
    "a negative number": lesson("notes_space: -5"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_told_with_its_place(name: str) -> None:
    told = findings(TOO_MUCH[name])
    assert told
    assert all(finding.place.line and finding.place.column and finding.message for finding in told)


@pytest.mark.parametrize(
    "marks",
    [
        *("[", "]", "*", "_", "`", "~", "^", "$", "{", "<", "&", "\\", '"', "'", "@", "-", "!["),
        *("[]", "^[", "[@", "](", "a* ", "_a ", "*a **b ", "[a](", "[a]{", "~a", "^a", "<http://a", "\"'"),
        *("[@a; ", "a@ ", "*_", "&#x0", "<!--"),
    ],
)
def test_marks_without_number_are_read_in_time(marks: str) -> None:
    findings(texts(marks * (9_000 // len(marks))))


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("^[", "]"), ("[", "]{gap}"), ("*_", "_*")])
def test_marks_within_marks_are_read_in_time(opening: str, closing: str) -> None:
    findings(texts(opening * 5_000 + "a" + closing * 5_000))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\\0", "U+0000"),
        ("\\e", "U+001B"),
        ("\\uFFFE", "U+FFFE"),
        ("\\uFDD0", "U+FDD0"),
        ("\\U0001FFFF", "U+1FFFF"),
        ("\\U000E0041", "U+E0041 (tag latin capital letter a)"),
        ("\\u202E", "U+202E (right-to-left override)"),
        ("\\u202D", "U+202D (left-to-right override)"),
        ("\\u2067", "U+2067 (right-to-left isolate)"),
        ("&#8238;", "U+202E (right-to-left override)"),
        ("&#xFFFE;", None),
    ],
)
def test_a_character_that_deceives_is_told_by_its_name(written: str, told: str | None) -> None:
    (finding, *_) = findings(f'title: T\nsections: [{{title: A war, content: ["a{written}b"]}}]') or (None,)
    assert (finding is None) == (told is None)
    if finding and told:
        assert f"the character {told}" in finding.message


@pytest.mark.parametrize(
    "legitimate", ["\u200d", "\u200c", "\u00ad", "\u2067a\u2069", "\u202ba\u202c", "\u200f"]
)
def test_characters_that_languages_need_may_stand(legitimate: str) -> None:
    assert not findings(texts(f"a{legitimate}b"))


def test_half_a_character_is_told() -> None:
    (finding,) = findings('title: "\\uD800"')
    assert finding.message == "an escape in double quotes names no character"


def test_formulas_of_spreadsheets_stay_what_they_are() -> None:
    (text,) = read_material(texts("=cmd|' /C calc'!A0")).sections[0].content
    assert text.text.plain() == "=cmd|’ /C calc’!A0"  # type: ignore[union-attr]


def test_what_is_told_cannot_steer_a_terminal() -> None:
    (finding, *_) = findings('"a\\e[31mb": x\n"\\u202E": y\n')
    assert "\x1b" not in describe(finding, "x.yaml", ["a\x1b[31mb\u202e"])
    assert "\u202e" not in describe(finding, "x.yaml", ["a\x1b[31mb\u202e"])


def test_a_long_value_is_told_by_its_beginning() -> None:
    (finding, *_) = findings(f"title: T\ntime_required: {'9' * 40_000}x\nsections: [{{title: A war}}]")
    assert len(describe(finding, "x.yaml", [])) < 400


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.example"]
)
def test_a_link_leads_to_the_web_alone(target: str) -> None:
    assert findings(texts(f"[a]({target})"))


def test_an_id_holds_nothing_that_ends_an_attribute() -> None:
    assert findings(lesson("text: a\n        id: 'a\" onclick=\"x'"))


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda at: at.symlink_to(at), lambda at: None])
def test_a_library_that_is_no_file_is_told(make: object, tmp_path: Path) -> None:
    make(tmp_path / "b.json")  # type: ignore[operator]
    (finding,) = findings(lesson("text: '[@a]'", "bibliography: b.json\n"), tmp_path)
    assert "b.json" in finding.message


@pytest.mark.parametrize("data", ["[" * 100_000, '[{"a":' * 50_000, f"[{'{},' * 100_000}{{}}]", "[]x", "\0"])
def test_a_library_of_a_stranger_is_read_in_time(data: str, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(data, "utf-8")
    assert findings(lesson("text: '[@a]'", "bibliography: b.json\n"), tmp_path)


def test_there_are_kept_cases() -> None:
    assert len(KEPT) >= 5


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_what_once_broke_is_told(path: Path) -> None:
    assert findings(path.read_text("utf-8"), path.parent)
