"""How wide columns and pictures are, and how short running titles."""

from __future__ import annotations

import pytest

from diptych.handout.figures import printed_height, printed_width
from diptych.handout.tables import TableView, table_view
from diptych.handout.words import running
from diptych.material.blocks import Cell, Figure, Table
from diptych.material.licences import licence_address
from diptych.material.markup import Rich, Span
from diptych.material.option_letters import letter
from diptych.material.pictures import PictureFile
from tests.handout.printed import LAYOUT

SETTING = LAYOUT.setting()
COLUMN, HEIGHT = SETTING.column_width, SETTING.text_height


def rich(text: str) -> Rich:
    return Rich((Span(text),))


def table(*rows: list[str], widths: tuple[int, ...] = ()) -> Table:
    head, *body = rows
    cells = tuple(tuple(Cell(cell=rich(text)) for text in row) for row in body)
    return Table(table=rich("T"), header=tuple(rich(text) for text in head), rows=cells, widths=widths)


def view(*rows: list[str], widths: tuple[int, ...] = (), **names: str) -> TableView:
    return table_view(table(*rows, widths=widths), LAYOUT.setting(**names))


def test_widths_of_the_author_are_kept() -> None:
    assert view(["a", "b"], ["c", "d"], widths=(1, 3)).widths == (25, 75)


def test_a_column_of_the_author_that_is_too_narrow_for_its_words_gets_room_for_them() -> None:
    narrow, broad = view(["Laboratory", "b"], ["c", "d"], widths=(1, 30)).widths
    assert 12 < narrow < 20
    assert narrow + broad == pytest.approx(100)


def test_a_column_of_long_texts_gets_the_room_that_short_ones_leave() -> None:
    narrow, broad = view(["No", "Text"], ["1", "word " * 60]).widths
    assert narrow < 10
    assert broad > 85


def test_widths_make_up_the_whole() -> None:
    made = view(["a"] * 4, ["word " * 9, "x" * 99, "y", "z z z"])
    assert sum(made.widths) == pytest.approx(100, abs=0.02)
    assert min(made.widths) > 4


def test_many_columns_take_the_whole_page() -> None:
    assert view(["a"] * 6, ["b"] * 6).wide
    assert not view(["a"] * 3, ["b"] * 3).wide


def test_a_table_whose_words_are_wider_than_the_page_turns_it() -> None:
    years = [str(year) for year in range(1919, 1935)]
    assert view(years, years).turned
    assert not view(years[:8], years[:8]).turned
    assert view(years[:8], years[:8], size="large-print").turned


@pytest.mark.parametrize(
    ("size", "media_type", "pixels", "width"),
    [
        ("full", "image/svg+xml", (10, 5), COLUMN),
        ("medium", "image/svg+xml", (10, 5), 0.7 * COLUMN),
        ("full", "image/svg+xml", (100, 300), 0.59 * HEIGHT / 3),
        ("full", "image/png", (110, 55), 25.4),
        ("small", "image/jpeg", (3000, 2000), 0.42 * COLUMN),
    ],
)
def test_pictures_are_as_wide_as_size_height_and_pixels_allow(
    size: str, media_type: str, pixels: tuple[int, int], width: float
) -> None:
    figure = Figure(figure="a", alt="b", size=size)  # type: ignore[arg-type]
    picture = PictureFile(b"", media_type, *pixels)  # type: ignore[arg-type]
    assert printed_width(figure, picture, SETTING) == pytest.approx(width, abs=0.02)
    assert printed_height(figure, picture, SETTING) == pytest.approx(width * pixels[1] / pixels[0], abs=0.02)


def test_running_titles_are_short() -> None:
    assert running("A short title") == "A short title"
    assert running("One two three four five six seven, eight nine") == "One two three four five six seven …"
    assert len(running("x" * 200)) < 90
    assert running("A title of several words", 12) == "A title of …"


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_licences_of_creative_commons_are_linked() -> None:
    assert licence_address("CC-BY-NC-SA-4.0") == "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    assert licence_address("CC0-1.0").endswith("/zero/1.0/")
    assert licence_address("MIT") == ""
