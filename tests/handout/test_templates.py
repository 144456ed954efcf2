"""What is wrong in a template of one's own is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.handout.html import render_html
from diptych.layout.load import LayoutError, load_layout
from tests.handout.printed import EVERYTHING, read

BASE = '{% extends "classic/handout.html" %}\n'
FAULTS = {
    "a misspelt word": ("{{ materail.title }}", r"handout\.html, line 3: 'materail' is undefined"),
    "a block that never ends": (
        "{% if true %}",
        r"handout\.html, line 4: .*unknown tag",
    ),
    "a missing file": ('{% include "mine.html" %}', r"has no template `mine\.html`"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_template_names_file_and_line(name: str, tmp_path: Path) -> None:
    written, told = FAULTS[name]
    folder = tmp_path / "mine" / "handout"
    folder.mkdir(parents=True)
    (tmp_path / "mine" / "theme.yaml").write_text("name: Mine\nextends: classic\n")
    (folder / "handout.html").write_text(f"{BASE}{{% block title %}}\n{written}\n{{% endblock %}}\n")
    with pytest.raises(LayoutError, match=told):
        render_html(read(EVERYTHING.read_text("utf-8"), EVERYTHING.parent), load_layout("mine", [tmp_path]))
