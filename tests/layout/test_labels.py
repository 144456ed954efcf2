"""The words that the layouts say themselves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

LABELS = sorted((Path(__file__).parents[2] / "layouts" / "classic" / "labels").glob("*.yaml"))
ENGLISH = yaml.safe_load((LABELS[0].parent / "en.yaml").read_text("utf-8"))


def test_there_are_several_languages() -> None:
    assert {path.stem for path in LABELS} >= {"de", "en", "fr"}


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)
def test_every_language_says_all_that_english_says(path: Path) -> None:
    words = yaml.safe_load(path.read_text("utf-8"))
    assert sorted(words) == sorted(ENGLISH)
    assert len(words["months"]) == 12
    for name, word in words.items():
        if name != "months":
            assert _blanks(word) == _blanks(ENGLISH[name]), name


def _blanks(word: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", word))
