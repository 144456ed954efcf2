"""What a template offers, as a person reads it."""

from __future__ import annotations

from pathlib import Path

import yaml

from diptych.deck.school.report import layouts_report
from diptych.deck.template.design import own_design
from tests.deck.school.designs import LAYOUT, design_of
from tests.deck.school.templates import office, with_layouts


def test_the_report_tells_what_serves_how_it_was_found_and_what_is_drawn(tmp_path: Path) -> None:
    lines = layouts_report(design_of(office(), tmp_path)).splitlines()
    assert "slides of 33.9 × 19.1 cm (16:9)" in lines[0]
    rows = {line.split()[0]: line for line in lines if line.strip()}
    table = [line for line in lines if line.startswith("comparison ")]
    assert "by its name" in table[0]
    assert any(line.startswith("question ") and "stands in" in line and "options" in line for line in lines)
    assert "Fonts:" in rows


def test_the_lines_to_paste_are_yaml_that_gives_the_same_design(tmp_path: Path) -> None:
    design = design_of(office(), tmp_path)
    report = layouts_report(design)
    names = yaml.safe_load(report[report.index("deck:") :])["deck"]["slide_layouts"]
    assert len(names) == len(design.layouts.layouts)
    named = design_of(office(), tmp_path, {key.replace("_", "-"): name for key, name in names.items()})
    assert {key: one.part for key, one in named.layouts.layouts.items()} == {
        key: one.part for key, one in design.layouts.layouts.items()
    }


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    report = layouts_report(design_of(with_layouts("Title Only"), tmp_path))
    assert any(line.startswith("content ") and "body" in line for line in report.splitlines())


def test_our_own_design_can_be_read_too() -> None:
    report = layouts_report(own_design(LAYOUT))
    assert "drawn from the theme" in report
    assert "slide_layouts" not in report
