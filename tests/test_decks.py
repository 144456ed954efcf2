"""Decks of real and of hostile material: everything has its room, in every shape and with other fonts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diptych.build.designs import DeckOptions
from diptych.build.pair import Pair
from diptych.build.reading import read_document
from diptych.build.sources import SourceFile
from diptych.deck.design.design import DeckDesign
from diptych.deck.measure.fonts import Fonts
from diptych.deck.plan.runs import plain
from diptych.deck.values import Deck, TableShape, TextShape
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout
from diptych.layout.theme import DeckFont
from diptych.material.blocks import Code
from diptych.material.findings import SourceError
from diptych.material.reader import read_material
from diptych.proof.accessibility import accessibility_faults, author_faults
from diptych.proof.deck import faint_words, fit_faults, lint_package
from diptych.proof.opc import OpenPackage
from tests.deck.planned import paragraphs

ROOT = Path(__file__).parents[1]
REAL = [*sorted(ROOT.glob("sources/*/*.yaml")), ROOT / "tests" / "cases" / "everything" / "everything.yaml"]
HOSTILE = sorted((ROOT / "tests" / "cases" / "decks").glob("*.yaml"))
THEME = load_layout("classic").theme


def made(file: Path, options: DeckOptions) -> tuple[Deck, DeckDesign, bytes]:
    pair = Pair(read_document(SourceFile(file, file.stem), "", []), options)
    return pair.planned, pair.design, write_deck(pair.planned, pair.design)


def fallback(family: str) -> Fonts:
    """The deck's fonts on a machine where another family stands in for what is missing."""
    named = DeckFont(family, THEME.fonts[family])
    return Fonts(replace(THEME.deck, heading=named, body=named, fallback=named))


@pytest.mark.parametrize("file", [*REAL, *HOSTILE], ids=lambda file: file.stem)
@pytest.mark.parametrize(
    "options", [DeckOptions(), DeckOptions(aspect="4:3", scheme="dark")], ids=["16:9", "4:3"]
)
def test_nothing_spills_covers_or_fades(file: Path, options: DeckOptions) -> None:
    deck, design, data = made(file, options)
    package = OpenPackage(data)
    assert len(deck.slides) > 2
    assert lint_package(package) == []
    assert fit_faults(package, design.fonts) == []
    assert faint_words(package) == []
    assert author_faults(package) == []
    assert accessibility_faults(package) == []
    # A wide and a narrow family that a machine may show instead.
    assert fit_faults(package, fallback("wide")) == []
    assert fit_faults(package, fallback("sans")) == []


@pytest.mark.parametrize("file", HOSTILE, ids=lambda file: file.stem)
def test_no_slide_is_left_with_a_line_alone(file: Path) -> None:
    deck, _, _ = made(file, DeckOptions())
    titles = [slide.title for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    for slide in deck.slides:
        for shape in slide.shapes:
            if isinstance(shape, TableShape) and "(" in slide.title:
                assert len(shape.rows) > 2, slide.title


def test_a_table_of_sixty_rows_is_split_evenly_with_its_header() -> None:
    deck, _, _ = made(ROOT / "tests" / "cases" / "decks" / "long-table.yaml", DeckOptions())
    tables = [shape for slide in deck.slides for shape in slide.shapes if isinstance(shape, TableShape)]
    counts = [len(table.rows) - 1 for table in tables]
    assert sum(counts) == 60
    assert len(counts) > 3
    assert max(counts) - min(counts) <= 1
    assert all(
        table.header_row and plain(table.rows[0][0].paragraphs[0].runs) == "No."
        for table in tables
        if table.rows[0][0]
    )


def test_every_line_of_a_listing_stands_on_a_slide_with_its_spaces() -> None:
    file = ROOT / "tests" / "cases" / "decks" / "long-listing.yaml"
    material = read_material(file.read_text("utf-8"))
    deck, _, _ = made(file, DeckOptions())
    shown = [
        plain(one.runs)
        for slide in deck.slides
        for shape in slide.shapes
        if slide.layout == "code" and isinstance(shape, TextShape) and shape.name.startswith("Listing")
        for one in paragraphs(shape)
    ]
    (code,) = (block.code for block in material.sections[0].content if isinstance(block, Code))
    written = [row for row in code.splitlines() if row.strip()]
    assert len(written) > 30
    assert [row for row in shown if row.strip()] == written


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        ("title: " + "word " * 200, 1, "too long"),
        ("title: T\nsections:\n  - title: " + "word " * 200, 3, "too long"),
        ("title: T\nsections:\n  - title: S\n    assertion: " + "word " * 200, 4, "too long"),
    ],
)
def test_a_headline_of_two_hundred_words_is_told_with_its_line(
    content: str, line: int, told: str, tmp_path: Path
) -> None:
    body = content if "sections" in content else f"{content}\nsections: [{{title: S}}]"
    file = tmp_path / "long.yaml"
    file.write_text(
        f"{body}\n    content: [{{points: [a, b]}}]\n" if "sections:\n" in body else body, "utf-8"
    )
    with pytest.raises(SourceError) as raised:
        made(file, DeckOptions())
    assert raised.value.findings[0].place.line == line
    assert told in raised.value.findings[0].message


HEAD = "title: T\nlang: en\nsections:\n  - title: S\n    content:\n      - "
LONG = "much more "


@pytest.mark.parametrize(
    ("content", "line", "told"),
    [
        (
            f"table: T\n        header: [A]\n        rows:\n          - [{LONG * 400}]",
            9,
            "row 1 of this table",
        ),
        (f"points: [a]\n        assertion: {LONG * 100}", 7, "the headline is too long"),
        (f"quote: Words.\n        by: {LONG * 40}", 6, "is too long for a slide"),
        (f"timeline: T\n        events: [{{date: 1900, event: {LONG * 100}}}]", 8, "too long for a timeline"),
        (
            "question: Which?\n        kind: multiple_choice\n        answer: A\n        options: "
            f"[{', '.join(f'Option {n}' for n in range(26))}]",
            6,
            "the question and its options are too long",
        ),
        (
            "comparison: C\n        columns:\n"
            + "".join(f"          - {{heading: {letter * 90}, points: [a]}}\n" for letter in "xyz"),
            6,
            "the heading is too long for a slide: 1 word",
        ),
    ],
    ids=["a row", "an assertion", "a name", "an event", "options", "a heading"],
)
def test_what_fits_nowhere_names_its_line_and_the_way_out(
    content: str, line: int, told: str, tmp_path: Path
) -> None:
    file = tmp_path / "long.yaml"
    file.write_text(HEAD + content, "utf-8")
    with pytest.raises(SourceError) as raised:
        made(file, DeckOptions())
    (finding,) = raised.value.findings
    assert finding.place.line in (line, line - 1)
    assert told in finding.message
    assert finding.hint


def test_the_agenda_names_sections_without_the_marks_of_their_footnotes() -> None:
    deck, _, _ = made(ROOT / "tests" / "cases" / "decks" / "crowded.yaml", DeckOptions())
    (agenda,) = (slide for slide in deck.slides if slide.layout == "agenda")
    runs = [run for shape in agenda.shapes for one in paragraphs(shape) for run in one.runs]
    assert "Tables with little room" in [run.text for run in runs]
    assert all(run.position == "" for run in runs)


def test_numbers_go_on_and_headers_come_again_where_a_slide_ends() -> None:
    deck, _, _ = made(ROOT / "tests" / "cases" / "decks" / "crowded.yaml", DeckOptions())
    steps = [
        one.number
        for slide in deck.slides
        if slide.layout == "content"
        for shape in slide.shapes
        for one in paragraphs(shape)
        if one.bullet == "number"
    ]
    assert steps == list(range(1, 15))
    people = [
        shape
        for slide in deck.slides
        if slide.title.startswith("People (")
        for shape in slide.shapes
        if isinstance(shape, TableShape)
    ]
    assert len(people) > 2
    assert all(one.rows[0] == people[0].rows[0] and len(one.rows) > 3 for one in people)
