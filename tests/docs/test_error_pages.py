"""Each name that a finding can bear has its page."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from diptych.material.finding_kinds import KINDS

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that writes the pages."""
    found = importlib.util.spec_from_file_location("error_pages", ROOT / "scripts" / "error_pages.py")
    assert found and found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_the_pages_say_what_the_registry_says(script: ModuleType) -> None:
    pages = script.error_pages()
    assert len(pages) == len(KINDS) + 1 > 100
    written = {path: path.read_text("utf-8") for path in (ROOT / "docs" / "errors").iterdir()}
    assert written == pages, "`python scripts/error_pages.py` writes them anew"


def test_most_pages_show_an_example(script: ModuleType) -> None:
    shown = [path for path, text in script.error_pages().items() if "## An example" in text]
    assert len(shown) > 40
