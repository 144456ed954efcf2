"""A source made of what people have builds, and nothing of it is lost."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

import make_docs
from diptych.material.reader import read_material
from diptych.starting.draft import Draft, DraftSection
from diptych.starting.marks import unmarked
from diptych.starting.writing import source_text

ROOT = Path(__file__).parents[2]
MARKDOWN = """\
---
title: "Ants: a city"
author: Ada, Ben
lang: en-GB
---
# Life below the ground
Ants build **cities**[^1]. See [their paths](paths.md) and [more](https://example.org/).

[^1]: Of up to a million.

![A nest](nest.png "Seen from the side")

## Work
1. Dig
2. Carry
   - leaves
   - eggs

| Ant | Work |
| --- | --- |
| Queen | eggs |

> Go to the ant, thou sluggard.

```python
print("ants: 3")
```

<div class="film">A film</div>

![Lost](https://example.org/lost.png)
"""


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def begun(name: str, data: bytes, *words: str) -> str:
    """The source that is made of a file, which builds."""
    Path(name).write_bytes(data)
    assert make_docs.main(["new", "made", "--from", name, *words]) == 0
    assert make_docs.main(["check"]) == 0
    return Path("sources/made/made.yaml").read_text("utf-8")


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def test_markdown_keeps_all_that_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    Path("nest.png").write_bytes((ROOT / "docs/pictures/deck.png").read_bytes())
    text = begun("ants.md", MARKDOWN.encode())
    material = read_material(text)
    assert material.title.plain() == "Ants: a city"
    assert material.authors == ("Ada", "Ben")
    assert [section.title.plain() for section in material.sections] == ["Life below the ground", "Work"]
    kinds = [type(block).__name__ for section in material.sections for block in section.content]
    assert kinds == ["Text", "Figure", "Steps", "Table", "Quote", "Code"]
    assert "^[Of up to a million.]" in text
    assert "their paths (paths.md)" in text
    assert Path("sources/made/pictures/nest.png").is_file()
    assert '# REMAINDER: <div class="film">A film</div>' in text
    assert "# REMAINDER: the picture https://example.org/lost.png (Lost)" in text
    assert "something is left to be done at line" in capsys.readouterr().err


def test_a_text_has_its_headings_and_lists() -> None:
    plain = "Ants\n====\n\n1. Paths\n\nAnts leave a [scent] *at* $5.\n\n- One\n- Two\n  goes on\n\n"
    plain += "Work\n\n1) Dig\n2) Carry\n"
    material = read_material(begun("ants.txt", plain.encode("cp1252")))
    assert material.title.plain() == "Ants"
    assert [section.title.plain() for section in material.sections] == ["Paths", "Work"]
    words, points = material.sections[0].content
    assert words.text.plain() == "Ants leave a [scent] *at* $5."  # type: ignore[union-attr]
    assert [one.point.plain() for one in points.points] == ["One", "Two goes on"]  # type: ignore[union-attr]


def test_a_presentation_has_its_titles_points_tables_pictures_charts_and_notes() -> None:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    assert slide.shapes.title is not None
    slide.shapes.title.text = "Ants [at] work"
    frame = slide.placeholders[1].text_frame
    frame.text = "Dig"
    below = frame.add_paragraph()
    below.text, below.level = "deep", 1
    frame.add_paragraph().text = "Carry"
    slide.notes_slide.notes_text_frame.text = "Ask who has seen one."
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for index, words in enumerate(("Ant", "Work", "Queen", "eggs")):
        table.cell(index // 2, index % 2).text = words
    slide.shapes.add_picture(str(ROOT / "docs/pictures/deck.png"), 0, 0)
    data = io.BytesIO()
    presentation.save(data)
    text = begun("ants.pptx", data.getvalue())
    material = read_material(text)
    (section,) = material.sections
    assert section.title.plain() == "Ants [at] work"
    assert section.notes.plain() == "Ask who has seen one."
    assert [type(block).__name__ for block in section.content] == ["Points", "Table", "Figure"]
    assert "point: Dig\n" in text
    assert "TO DO: say here what one learns from this picture" in text
    assert Path("sources/made/pictures/slide-1.png").is_file()


@pytest.mark.slow
@pytest.mark.parametrize("source", ["soviet-german-cooperation", "quadratic-equations", "al-khwarizmi"])
def test_every_letter_of_our_own_decks_is_in_the_source_that_is_made_of_them(source: str) -> None:
    assert make_docs.main(["build", str(ROOT / "sources" / source), "--only", "deck", "-o", "decks"]) == 0
    data = Path(f"decks/{source}-slides.pptx").read_bytes()
    text = letters(begun("deck.pptx", data))
    said = [
        paragraph.text
        for slide in Presentation(io.BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_text_frame
        and not (shape.is_placeholder and shape.placeholder_format.type in (13, 15, 16))
        for paragraph in shape.text_frame.paragraphs
        if shape != slide.shapes.title
    ]
    assert len(said) > 50
    assert [words for words in said if letters(words) not in text] == []


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.docx", b"", "write one of .md, .txt or .pptx"),
        ("a.pptx", b"PK\x03\x04broken", "no .pptx file, or only a part of one"),
        ("a.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "without a password"),
        ("a.txt", b" \n", "there are no words in it"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)
    assert make_docs.main(["new", "--from", name]) == 2
    assert told in capsys.readouterr().err
    assert not Path("sources").exists()


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_docs.main(["new", "--from", "nowhere.md"]) == 2
    assert "nowhere.md: No such file" in capsys.readouterr().err


WORDS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=60)


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(
    max_examples=80, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
def test_any_words_are_read_as_they_were_written(texts: list[str]) -> None:
    wanted = [" ".join(text.split()) for text in texts if text.split()]
    points = [unmarked(text) for text in wanted]
    draft = Draft(
        "Any words", sections=[DraftSection("Any", [{"points": points}] if points else [{"text": "-"}])]
    )
    read = read_material(source_text(draft))
    found = [one.point.plain() for one in getattr(read.sections[0].content[0], "points", ())]
    assert [letters(one) for one in found] == [letters(one) for one in wanted]
