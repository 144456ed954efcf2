"""How wide columns and pictures are, and how short running titles."""

from __future__ import annotations

import pytest

from diptych.handout.credits import licence_address
from diptych.handout.figures import printed_height, printed_width
from diptych.handout.tables import table_view
from diptych.handout.words import letter, running
from diptych.material.blocks import Cell, Figure, Table
from diptych.material.markup import Rich, Span
from diptych.material.pictures import PictureFile


def rich(text: str) -> Rich:
    return Rich((Span(text),))


def table(*rows: list[str], widths: tuple[int, ...] = ()) -> Table:
    head, *body = rows
    cells = tuple(tuple(Cell(cell=rich(text)) for text in row) for row in body)
    return Table(table=rich("T"), header=tuple(rich(text) for text in head), rows=cells, widths=widths)


def test_widths_of_the_author_are_kept() -> None:
    assert table_view(table(["a", "b"], ["c", "d"], widths=(1, 3))).widths == (25, 75)


def test_a_column_of_long_texts_gets_the_room_that_short_ones_leave() -> None:
    narrow, broad = table_view(table(["No", "Text"], ["1", "word " * 60])).widths
    assert narrow < 10
    assert broad > 85


def test_widths_make_up_the_whole() -> None:
    view = table_view(table(["a"] * 4, ["word " * 9, "x" * 99, "y", "z z z"]))
    assert sum(view.widths) == pytest.approx(100, abs=0.01)
    assert min(view.widths) > 4


def test_many_columns_take_the_whole_page() -> None:
    assert table_view(table(["a"] * 6, ["b"] * 6)).wide
    assert not table_view(table(["a"] * 3, ["b"] * 3)).wide


@pytest.mark.parametrize(
    ("size", "media_type", "pixels", "width"),
    [
        ("full", "image/svg+xml", (10, 5), 135),
        ("medium", "image/svg+xml", (10, 5), 94.5),
        ("full", "image/svg+xml", (100, 300), 50),
        ("full", "image/png", (110, 55), 25.4),
        ("small", "image/jpeg", (3000, 2000), 56.7),
    ],
)
def test_pictures_are_as_wide_as_size_height_and_pixels_allow(
    size: str, media_type: str, pixels: tuple[int, int], width: float
) -> None:
    figure = Figure(figure="a", alt="b", size=size)  # type: ignore[arg-type]
    picture = PictureFile(b"", media_type, *pixels)  # type: ignore[arg-type]
    assert printed_width(figure, picture) == pytest.approx(width)
    assert printed_height(figure, picture) == pytest.approx(width * pixels[1] / pixels[0], abs=0.01)


def test_running_titles_are_short() -> None:
    assert running("A short title") == "A short title"
    assert running("One two three four five six seven, eight nine") == "One two three four five six seven …"
    assert len(running("x" * 200)) < 90


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_licences_of_creative_commons_are_linked() -> None:
    assert licence_address("CC-BY-NC-SA-4.0") == "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    assert licence_address("CC0-1.0").endswith("/zero/1.0/")
    assert licence_address("MIT") == ""
