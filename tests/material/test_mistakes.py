"""Typical mistakes are told word for word: where, what is wrong, what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.material.checks import check
from diptych.material.findings import SourceError, describe
from diptych.material.reader import read_material

MISTAKES = sorted((Path(__file__).parent.parent / "cases" / "mistakes").glob("*.yaml"))


def test_there_are_at_least_twenty_mistakes() -> None:
    assert len(MISTAKES) >= 20


@pytest.mark.parametrize("path", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_told_with_its_place_and_what_to_write(path: Path, renew: bool) -> None:
    told = _told(path.read_text("utf-8"))
    expected = path.with_suffix(".txt")
    if renew:
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8"), "see the difference; `sh scripts/test.sh --renew` accepts it"


def _told(text: str) -> str:
    try:
        findings = check(read_material(text))
    except SourceError as error:
        findings = error.findings
    assert findings
    return "".join(describe(finding, "lesson.yaml", text.splitlines()) + "\n" for finding in findings)
