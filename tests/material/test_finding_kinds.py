"""Every finding has a stable name, and every name says what it means and how to mend it."""

from __future__ import annotations

import ast
import re
import typing
from pathlib import Path

from diptych.material.finding_kinds import ALLOWABLE, KINDS
from diptych.material.finding_names import FindingName

ROOT = Path(__file__).parents[2]
NAMES = typing.get_args(FindingName)


def test_every_name_is_told_of() -> None:
    assert len(NAMES) > 50
    assert sorted(KINDS) == sorted(NAMES)


def test_names_are_words_with_hyphens() -> None:
    assert [name for name in NAMES if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []


def test_each_is_told_in_one_sentence_and_mended_in_another() -> None:
    sentences = [text for kind in KINDS.values() for text in (kind.about, kind.remedy)]
    assert [text for text in sentences if not re.fullmatch(r"[A-Z`].*\.", text)] == []
    assert len({kind.about for kind in KINDS.values()}) == len(KINDS)


def test_no_name_is_there_for_nothing() -> None:
    used = {
        node.value
        for path in (ROOT / "src").rglob("*.py")
        if path.parent.name != "kinds" and path.name != "finding_names.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(NAMES) - used) == []


def test_only_warnings_may_be_allowed() -> None:
    assert "long-slide" in ALLOWABLE
    assert all(KINDS[name].warning for name in ALLOWABLE)
    assert "missing-alt-text" not in ALLOWABLE
