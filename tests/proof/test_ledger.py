"""Every text of a source is accounted for in the finished works, or the build fails at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.build.designs import DeckOptions
from diptych.build.outputs import wanted_works
from diptych.build.pair import Pair
from diptych.build.proving import LECTURERS, coverage
from diptych.build.reading import read_document
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.works import render
from diptych.material.choices import HandoutChoices
from diptych.material.findings import SourceError
from diptych.proof.finished_text import slide_letters
from diptych.proof.leaves import leaves_of
from diptych.proof.tagged_text import tagged_letters
from tests.handout.printed import EVERYTHING

LESSON = """\
title: Tides
sections:
  - title: Water
    notes: Show the sea.
    content:
      - text: High water comes twice a day^[Nearly so.].
        only: handout
      - points: [The moon pulls, The sun helps]
        id: pulls
"""


def pair(folder: Path, template: str = "", name: str = "text", lesson: str = LESSON) -> Pair:
    """The works of the lesson, in a layout that prints one kind of block by this template."""
    (folder / "lesson.yaml").write_text(lesson, "utf-8")
    blocks = folder / "layouts" / "odd" / "handout" / "blocks"
    blocks.mkdir(parents=True, exist_ok=True)
    (blocks.parent.parent / "theme.yaml").write_text("name: Odd\nextends: classic\n", "utf-8")
    if template:
        (blocks / f"{name}.html").write_text(template, "utf-8")
    source = SourceFile(folder / "lesson.yaml", "lesson")
    return Pair(read_document(source, "odd", [folder / "layouts"]), DeckOptions())


def test_leaves_are_all_texts_with_their_paths_and_lines() -> None:
    reading = read_document(SourceFile(EVERYTHING, "everything"), "", [])
    leaves = leaves_of(reading.document.material)
    paths = {leaf.path for leaf in leaves}
    assert len(leaves) > 100
    assert {"title", "learning_objectives[0]", "sections[0].title", "authors"} <= paths
    assert all(leaf.place.line > 0 for leaf in leaves)


def test_each_leaf_is_found_on_its_page_and_slide(tmp_path: Path) -> None:
    entries = {entry.leaf.path: entry for entry in coverage(pair(tmp_path))}
    assert entries["sections[0].content[0].text"].pages == (1,)
    assert entries["sections[0].content[0].text"].slides == ()
    assert entries["sections[0].content[0].text^"].pages == (1,)
    assert entries["sections[0].notes"].notes
    assert entries["sections[0].content[1].points[0].point"].slides
    assert all(entry.found for entry in entries.values())


def test_a_text_that_a_template_drops_fails_the_build_at_its_line(tmp_path: Path) -> None:
    made = pair(tmp_path, "<p>Nothing.</p>\n")
    with pytest.raises(SourceError) as error:
        list(render(made.reading, wanted_works(Request(), HandoutChoices(), ())))
    found = {(finding.place.line, finding.message) for finding in error.value.findings}
    assert (
        6,
        "`sections[0].content[0].text` is lost: “High water comes twice a day.” stands in neither work",
    ) in found


def test_a_text_that_one_work_keeps_is_not_lost(tmp_path: Path) -> None:
    made = pair(tmp_path, "<p>Nothing.</p>\n", "points")
    entries = {entry.leaf.path: entry for entry in coverage(made)}
    assert entries["sections[0].content[1].points[0].point"].pages == ()
    assert len(list(render(made.reading, wanted_works(Request(), HandoutChoices(), ())))) == 2


def test_a_text_cut_in_its_middle_is_lost(tmp_path: Path) -> None:
    made = pair(tmp_path, "<p>{{ block.text.plain()[:12] }}</p>\n")
    lost = [entry.leaf.path for entry in coverage(made) if not entry.found]
    assert "sections[0].content[0].text" in lost


TWICE = """\
title: Tides
sections:
  - title: Water
    content:
      - points: [High water comes twice a day]
      - steps: [High water comes twice a day]
        only: handout
"""


def test_words_told_twice_are_wanted_twice(tmp_path: Path) -> None:
    lost = {
        name: [
            entry.leaf.path for entry in coverage(pair(tmp_path, template, "steps", TWICE)) if not entry.found
        ]
        for name, template in (("kept", ""), ("dropped", "<p>Nothing.</p>\n"))
    }
    # The slide of the points says the words a second time, but not for the steps.
    assert lost == {"kept": [], "dropped": ["sections[0].content[1].steps[0].point"]}


def test_blocks_are_known_by_name_in_both_files(tmp_path: Path) -> None:
    made = pair(tmp_path)
    tagged = tagged_letters(made.press.set(made.own_edition).data)
    assert "twiceaday" in tagged.named["s1-b1"]
    assert "themoonpulls" in tagged.named["s1-b2"]
    slides = slide_letters(made.package(LECTURERS))
    assert any("s1-b2" in one.names and "themoonpulls" in one.slide for one in slides)


def test_a_text_that_runs_over_pages_is_found_between_their_headers(tmp_path: Path) -> None:
    rows = "".join(f"          step_number_{number}()\n" for number in range(70))
    lesson = (
        "title: Long\nhandout: {paper: a5, size: large-print}\nsections:\n  - title: Steps\n    content:\n"
        f"      - code: |\n{rows}        only: handout\n"
    )
    entries = {entry.leaf.path: entry for entry in coverage(pair(tmp_path, lesson=lesson))}
    assert entries["sections[0].content[0].code"].pages
