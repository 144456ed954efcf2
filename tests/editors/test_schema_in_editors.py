"""Editors that know YAML schemas check, complete and explain a source as it is typed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from diptych.material.schema import schema_text
from tests.editors.language_server import ROOT, SERVER, Editor

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (SERVER.is_file() and shutil.which("node")) and "DIPTYCH_EVERY_TEST" not in os.environ,
        reason="npm install --prefix .venv/editors yaml-language-server brings the server",
    ),
]
MODELINE = "# yaml-language-server: $schema=../diptych.schema.json\n"
SOURCES = sorted((ROOT / "sources").glob("*/*.yaml")) + sorted(
    (ROOT / "tests/cases/everything").glob("*.yaml")
)
GOOD = "title: A lesson\nsections:\n  - title: A part\n    content:\n      - text: Words.\n"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "diptych.schema.json").write_text(schema_text(), "utf-8")
    editor = Editor(folder)
    yield editor
    editor.close()


def opened(editor: Editor, text: str) -> tuple[Path, list[tuple[int, str]]]:
    folder = editor.folder / f"lesson-{len(list(editor.folder.iterdir()))}"
    folder.mkdir()
    path = folder / "lesson.yaml"
    path.write_text(MODELINE + text, "utf-8")
    return path, editor.open(path)


def test_a_good_source_has_no_marks(editor: Editor) -> None:
    assert opened(editor, GOOD)[1] == []


def test_there_are_sources_to_open() -> None:
    assert len(SOURCES) > 4


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_source_has_no_marks(editor: Editor, source: Path) -> None:
    assert opened(editor, source.read_text("utf-8"))[1] == []


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (GOOD.replace("title: A part", "titel: A part"), 4, "titel"),
        (GOOD.replace("- text: Words.", "- txt: Words."), 6, "txt"),
        (GOOD + "lang: [en]\n", 7, "string"),
        (GOOD + "deck: {aspect: 3:4}\n", 7, "16:9"),
        (GOOD + "handout: {notes: outlined}\n", 7, "cornell"),
        ("title: A lesson\n", 2, "sections"),
        (GOOD.replace("- text: Words.", "- question: Which?\n        marks: many"), 7, "integer"),
        (GOOD.replace("Words.", "One: two"), 6, "mapping"),
    ],
)
def test_a_mistake_is_marked_where_it_stands(editor: Editor, text: str, line: int, word: str) -> None:
    marks = opened(editor, text)[1]
    assert [at for at, message in marks if word in message] == [line], marks


def test_keys_are_offered_at_the_top(editor: Editor) -> None:
    path, _ = opened(editor, GOOD + "\n")
    offered = editor.completions(path, 7, 1)
    wanted = {"lang", "learning_objectives", "key_terms", "timeline", "deck", "handout", "outputs"}
    assert wanted <= set(offered)


def test_blocks_are_offered_where_content_is_written(editor: Editor) -> None:
    path, _ = opened(editor, GOOD + "      - \n")
    offered = " ".join(editor.completions(path, 7, 9))
    for block in ("text", "figure", "table", "question", "chart", "timeline"):
        assert block in offered


def test_the_keys_of_a_block_are_offered_inside_it(editor: Editor) -> None:
    path, _ = opened(editor, GOOD.replace("- text: Words.", "- question: Which?\n        "))
    assert {"options", "answer", "explanation", "marks", "lines"} <= set(editor.completions(path, 7, 9))


def test_choices_are_offered_as_values(editor: Editor) -> None:
    path, _ = opened(editor, GOOD + "deck:\n  aspect: \n")
    assert {"16:9", "4:3"} <= {word.strip('"') for word in editor.completions(path, 8, 11)}


def test_a_key_is_explained(editor: Editor) -> None:
    path, _ = opened(editor, GOOD.replace("title: A part", "title: A part\n    minutes: 10"))
    assert "How long it takes in class" in editor.hover(path, 5, 6)


def test_every_key_has_a_title_a_description_and_an_example() -> None:
    keys = list(keys_of(json.loads(schema_text())))
    assert len(keys) > 200
    told = [name for name, key in keys if key.get("title") and key.get("description")]
    assert len(told) == len(keys)
    assert [name for name, key in keys if None in key.get("examples", [None])] == []


def test_every_example_is_one_that_the_schema_allows() -> None:
    schema = json.loads(schema_text())
    keys = list(keys_of(schema))
    assert len(keys) > 200
    for name, key in keys:
        validator = Draft202012Validator({**key, "$defs": schema["$defs"]})
        assert not list(validator.iter_errors(key["examples"][0])), name


def keys_of(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for value in schema.values():
            yield from keys_of(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keys_of(value)
