"""Flashcards: fronts and backs meet when the sheets are cut, and every fact stands on a card of its own."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.material.findings import SourceError
from diptych.pdf.typeset import PdfFile
from tests.handout.printed import HEAD, LAYOUT, read, tags, with_content, words_of

CARDS = Edition(form="flashcards")
SETTINGS = [
    CARDS,
    Edition(form="flashcards", paper="letter", ink="grey"),
    Edition(form="flashcards", paper="a5"),
    Edition(form="flashcards", size="clear"),
    Edition(form="flashcards", size="large-print", margins="bound"),
]
# How many cards a sheet of each holds.
A_SHEET = [8, 8, 4, 6, 4]
LESSON = (
    HEAD
    + """\
key_terms:
  - {term: flux, definition: It lowers the melting point of sand.}
  - {term: Scherbe, definition: A piece of broken pottery., lang: de}
  - {term: kiln, definition: "A furnace for pots^[A note that no card has.] [@no-work]."}
  - {term: glaze, definition: "A coat of [glass]{gap} on pottery."}
people:
  - {name: Ada Alpha, role: Potter, about: She threw the first bowls., dates: 1815/1852}
  - {name: Bert Beta, role: Painter of plates}
places:
  - {name: Delft, about: A town of blue tiles.}
  - {name: Meissen, about: Here they made porcelain.}
timeline:
  - {date: 1710-01-23, event: The works open, about: Porcelain is no secret now.}
  - {date: 1653, event: The first tile}
references:
  - {id: no-work, type: book, title: Kilns, author: [{family: Smith, given: Jo}], issued: 1990}
sections:
  - {title: Pots, content: [They break.]}
"""
)
# Front and back, in the order of the cards' numbers.
SAID = [
    ("flux", "It lowers the melting point of sand."),
    ("Scherbe", "A piece of broken pottery."),
    ("kiln", "A furnace for pots."),
    ("glaze", "A coat of glass on pottery."),
    ("Ada Alpha", "Potter 1815–1852 She threw the first bowls."),
    ("Bert Beta", "Painter of plates"),
    ("Delft", "A town of blue tiles."),
    ("Meissen", "Here they made porcelain."),
    ("The first tile", "1653"),
    ("The works open", "23 January 1710 Porcelain is no secret now."),
]


@cache
def press() -> Press:
    return Press(read(LESSON), LAYOUT)


def made(edition: Edition = CARDS) -> PdfFile:
    return press().print(edition)


@dataclass(frozen=True)
class Side:
    """One page: its size, where its cards are parted, and its words with their places, in points."""

    width: float
    height: float
    down: tuple[float, ...]
    across: tuple[float, ...]
    words: tuple[dict[str, Any], ...]

    def cells(self) -> dict[tuple[int, int], str]:
        """What stands in each place by row and column; empty places are left out."""
        found: dict[tuple[int, int], list[str]] = {}
        for word in self.words:
            row, column = _between(word["top"], self.across), _between(word["x0"], self.down)
            if row is not None and column is not None:
                assert word["x1"] < self.down[column + 1]
                assert word["bottom"] < self.across[row + 1]
                found.setdefault((row, column), []).append(word["text"])
        return {place: " ".join(texts) for place, texts in found.items()}


@cache
def sides(edition: Edition = CARDS) -> list[Side]:
    with pdfplumber.open(io.BytesIO(made(edition).data)) as pdf:
        return [_side(one) for one in pdf.pages]


def _side(sheet: Any) -> Side:
    marks = [*sheet.rects, *sheet.lines, *sheet.curves]
    down = [(one["x0"] + one["x1"]) / 2 for one in marks if one["width"] < 1 < one["height"]]
    across = [(one["top"] + one["bottom"]) / 2 for one in marks if one["height"] < 1 < one["width"]]
    return Side(sheet.width, sheet.height, _edges(down), _edges(across), tuple(sheet.extract_words()))


def _edges(places: list[float]) -> tuple[float, ...]:
    """Each place once, to a tenth of a point: a dashed line has many."""
    ordered = sorted(places)
    return tuple(round(high, 1) for low, high in pairwise([-9.0, *ordered]) if high - low > 1)


def _between(place: float, borders: tuple[float, ...]) -> int | None:
    return next((index for index, (low, high) in enumerate(pairwise(borders)) if low < place < high), None)


@pytest.mark.parametrize("edition", SETTINGS, ids=lambda one: f"{one.paper}-{one.size}")
def test_fronts_and_backs_coincide_when_the_paper_is_turned_on_its_long_edge(edition: Edition) -> None:
    pages = sides(edition)
    assert len(pages) % 2 == 0
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        turned = sorted(back.width - edge for edge in back.down)
        assert front.down == pytest.approx(turned, abs=0.6)
        assert front.across == pytest.approx(back.across, abs=0.6)


@pytest.mark.parametrize("edition", SETTINGS, ids=lambda one: f"{one.paper}-{one.size}")
def test_each_fact_stands_once_in_front_and_once_behind_itself(edition: Edition) -> None:
    told: list[tuple[str, str]] = []
    pages = sides(edition)
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        last = len(front.down) - 2
        behind = {(row, last - column): text for (row, column), text in back.cells().items()}
        assert behind.keys() == front.cells().keys()
        told += [(text, behind[place]) for place, text in sorted(front.cells().items())]
    groups = ["Key terms"] * 4 + ["People"] * 2 + ["Places"] * 2 + ["Timeline"] * 2
    heads = [f"{number} {group} " for number, group in enumerate(groups, 1)]
    assert told == [(head + front, head + back) for head, (front, back) in zip(heads, SAID, strict=True)]


@pytest.mark.parametrize(("edition", "count"), list(zip(SETTINGS, A_SHEET, strict=True)))
def test_sheets_hold_as_many_cards_as_their_type_allows_all_of_one_size(edition: Edition, count: int) -> None:
    pages = sides(edition)
    assert {(side.down, side.across) for side in pages[::2]} == {(pages[0].down, pages[0].across)}
    assert (len(pages[0].down) - 1) * (len(pages[0].across) - 1) == count
    assert len(pages) == 2 * -(-len(SAID) // count)
    for borders in (pages[0].down, pages[0].across):
        steps = [high - low for low, high in pairwise(borders)]
        assert max(steps) - min(steps) < 0.3


def test_the_places_left_over_on_the_last_sheet_are_empty_on_both_sides() -> None:
    front, back = sides()[2:]
    assert set(front.cells()) == {(0, 0), (0, 1)}
    assert set(back.cells()) == {(0, 0), (0, 1)}
    assert front.cells()[0, 0].startswith("9 ")
    assert back.cells()[0, 1].startswith("9 ")


def test_type_is_as_large_as_the_words_allow() -> None:
    words = "It lowers the melting point of sand and of much else besides. " * 3
    text = LESSON.replace("It lowers the melting point of sand.", words)
    with pdfplumber.open(io.BytesIO(Press(read(text), LAYOUT).print(CARDS).data)) as pdf:
        height = {word["text"]: word["size"] for word in pdf.pages[1].extract_words(extra_attrs=["size"])}
    assert height["besides."] < height["broken"]
    assert height["besides."] >= 0.9 * 11 - 0.1


def test_a_text_too_long_for_a_card_is_an_error_at_its_line() -> None:
    text = LESSON.replace("A town of blue tiles.", "A town of blue tiles. " * 40)
    with pytest.raises(SourceError) as told:
        Press(read(text), LAYOUT).print(CARDS)
    (finding,) = told.value.findings
    assert "“Delft” has no room" in finding.message
    assert "characters" in finding.hint
    assert finding.place.line == 1 + text[: text.index("Delft")].count("\n")


def test_a_source_without_facts_is_told_what_to_add() -> None:
    with pytest.raises(SourceError) as told:
        Press(read(with_content("- text: They break.")), LAYOUT).print(CARDS)
    assert "key_terms" in told.value.findings[0].hint


def test_how_to_print_is_told_beside_the_fronts() -> None:
    pages = words_of(made().data)
    hint = "Print on both sides, flip on the long edge, cut along the lines."
    assert [hint in text for text in pages] == [True, False, True, False]
    assert ["Sheet 2, back" in text for text in pages] == [False, False, False, True]


def test_readers_hear_the_number_of_each_card_on_both_sides_and_one_title() -> None:
    found = tags(made().data)
    spoken = [tag.values["/ActualText"] for tag in found if "/ActualText" in tag.values]
    numbers = range(1, len(SAID) + 1)
    first, rest = [f"Card {number}" for number in numbers[:8]], [f"Card {number}" for number in numbers[8:]]
    assert spoken == [*first, *first, *rest, *rest]
    assert [tag.kind for tag in found].count("/H1") == 1
    assert [tag.kind for tag in found].count("/H2") == 4
    assert [tag.values["/Lang"] for tag in found if "/Lang" in tag.values] == ["de"]


def test_cards_are_cut_from_the_sheets_of_a_booklet() -> None:
    (first, *_) = sides(Edition(form="flashcards", paper="a5-booklet"))
    assert (round(first.width), round(first.height)) == (595, 842)
    assert len(first.cells()) == 8


@pytest.mark.parametrize("edition", SETTINGS, ids=lambda one: f"{one.paper}-{one.size}")
def test_it_is_a_sound_tagged_file(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    path.write_bytes(made(edition).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
