"""What is drawn from the model and committed is up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from diptych.material.schema import schema, schema_text
from diptych.material.tree import Mapping, Scalar, Sequence, Tree, read_tree
from diptych.material.vocabulary_page import vocabulary_page

ROOT = Path(__file__).parents[2]
SOURCES = sorted(ROOT.glob("sources/*/*.yaml"))


@pytest.mark.parametrize(
    ("path", "text"),
    [("sources/diptych.schema.json", schema_text()), ("docs/vocabulary.md", vocabulary_page())],
)
def test_the_committed_page_says_what_the_model_says(path: str, text: str, renew: bool) -> None:
    if renew:
        (ROOT / path).write_text(text, "utf-8")
    assert (ROOT / path).read_text("utf-8") == text, "`sh scripts/test.sh --renew` writes it anew"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_there_are_sources() -> None:
    assert len(SOURCES) >= 2


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_schema_accepts_every_source(path: Path) -> None:
    tree, _ = read_tree(path.read_text("utf-8"))
    errors = [
        error.message[:200] for error in Draft202012Validator(schema()).iter_errors(as_editors_see(tree))
    ]
    assert errors == []


def test_the_schema_refuses_a_misspelt_key() -> None:
    tree, _ = read_tree("titel: T\nsections: [{title: S}]")
    assert list(Draft202012Validator(schema()).iter_errors(as_editors_see(tree)))


def as_editors_see(tree: Tree) -> object:
    """The tree as a YAML language server sees it: plain numbers and truth values are such."""
    if isinstance(tree, Mapping):
        return {key.text: as_editors_see(value) for key, value in tree.entries}
    if isinstance(tree, Sequence):
        return [as_editors_see(item) for item in tree.items]
    return _scalar(tree)


def _scalar(scalar: Scalar) -> object:
    if scalar.style != "plain":
        return scalar.text
    words = {"": None, "~": None, "null": None, "true": True, "false": False}
    if scalar.text in words:
        return words[scalar.text]
    return int(scalar.text) if scalar.text.isdigit() else scalar.text
