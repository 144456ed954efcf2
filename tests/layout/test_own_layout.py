"""The page on layouts of one's own, followed word for word."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.layout.load import Layout, load_layout
from tests.handout.printed import HEAD, ROOT, read, words_of

PAGE = (ROOT / "docs" / "your-own-layout.md").read_text("utf-8")
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.S)
LESSON = (
    HEAD + "learning_objectives: [tell limes from lindens]\nsections: [{title: Trees, content: [Words.]}]\n"
)


def files() -> dict[str, str]:
    """What the page says to write, by the path that each block begins with; parts of a file are joined."""
    written: dict[str, str] = {}
    for _, text in BLOCK.findall(PAGE):
        first = text.split("\n", 1)[0]
        if found := re.search(r"layouts/lindenhof/(\S+?)[,\s]|layouts/lindenhof/(\S+)$", first):
            name = found[1] or found[2]
            written[name] = written.get(name, "") + text
    return written


@pytest.fixture(scope="module")
def lindenhof(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    folder = tmp_path_factory.mktemp("layouts") / "lindenhof"
    for name, text in files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load_layout("lindenhof", [folder.parent])


def test_the_page_writes_a_theme_a_sheet_words_and_a_template() -> None:
    assert set(files()) == {"theme.yaml", "handout/custom.css", "labels/en.yaml", "handout/handout.html"}


def test_its_theme_is_one_file_without_a_key_twice() -> None:
    keys = [line.split(":")[0] for line in files()["theme.yaml"].splitlines() if re.match(r"\w+:", line)]
    assert len(keys) == len(set(keys)) >= 3


def test_its_layout_is_read_and_printed(lindenhof: Layout) -> None:
    words = words_of(Press(read(LESSON, layout=lindenhof), lindenhof).print(Edition()).data)[0]
    assert words.startswith("Lindenhof School")
    assert "Today you learn to" in words
    assert lindenhof.setting().margins.gutter == 10
    assert lindenhof.setting().type.size == 11.5
    assert lindenhof.theme.colours["accent"] == "#2F5D3A"


def test_its_fonts_are_found_in_its_folder(lindenhof: Layout, tmp_path: Path) -> None:
    text = next(text for kind, text in BLOCK.findall(PAGE) if kind == "yaml" and text.startswith("fonts:"))
    names = [value for key, value in yaml.safe_load(text)["fonts"]["ours"].items() if key != "family"]
    folder = tmp_path / "typed"
    (folder / "fonts").mkdir(parents=True)
    for name in names:
        shutil.copy(ROOT / "layouts" / "classic" / "fonts" / "Carlito-Regular.ttf", folder / "fonts" / name)
    (folder / "theme.yaml").write_text(f"name: Typed\nextends: classic\n{text}", "utf-8")
    assert load_layout("typed", [tmp_path]).setting().type.heading.family == "Source Sans 3"


@pytest.mark.parametrize("block", re.findall(r"`(\w+)`", PAGE.split("The blocks are")[1].split("Smaller")[0]))
def test_every_block_that_it_names_is_there(block: str) -> None:
    page = (ROOT / "layouts" / "classic" / "handout" / "handout.html").read_text("utf-8")
    assert f"{{% block {block} %}}" in page
