"""Drawings of charts: round ticks, words that stand clear of each other, sizes that are true."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import NamedTuple

import pytest

from diptych.figures.charts.drawing import chart_drawing, natural_height, plan_of
from diptych.figures.charts.frame import Frame
from diptych.figures.charts.letters import Letters
from diptych.figures.charts.lying import lies
from diptych.figures.charts.scales import linear_scale, log_scale
from diptych.figures.charts.spec import ChartSpec, chart_spec
from diptych.figures.charts.spread import spread
from diptych.figures.drawing import Drawing, Mark, Path, Rectangle, Words
from diptych.layout.load import load_layout
from diptych.material.blocks import Chart
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from tests.handout.printed import ROOT, with_content

LABELS = load_layout("classic").labels("en")
CHARTS = {
    "long names": "rows: [[The kingdom of the two rivers, 5], [Land of many other things, 7], [C, 1]]",
    "below zero": "kind: bar\n  rows: [[January, -9.2], [July, 19], [October, 5]]",
    "lying below zero": "bars: horizontal\n  rows: [[January, -9.2], [July, 19], [October, 5]]",
    "groups": "kind: grouped\n  header: [Y, One, Two]\n  rows: [[a, 5, 6], [b, 7, 3]]",
    "many years": "kind: line\n  rows: [" + ", ".join(f"[{1900 + i}, {i}]" for i in range(90)) + "]",
    "lines that end together": "kind: line\n  header: [Y, Alpha, Beta, Gamma, Delta, Eps]\n"
    "  rows: [[1990, 1, 2, 3, 4, 5], [1991, 5.1, 5.2, 5.1, 5.3, 5.2]]",
    "points": "kind: scatter\n"
    "  rows: [[Mouse, 1, 2], [Rat, 1.05, 2.1], [Cat, 4, 15], [Horse, 9, 25], [Hen, 4, 15]]",
    "small slices": "kind: pie\n  rows: [[Nitrogen, 78.08], [Oxygen, 20.95], [Argon, 0.93], [Others, 0.04]]",
    "stacks": "kind: stacked\n  header: [Y, One, Two]\n  rows: [[a, 5, -6], [b, 7, -3]]",
    "many slices": "kind: pie\n  rows: ["
    + ", ".join(f"[Part number {i}, {60 if i == 0 else 4 - i / 4}]" for i in range(12))
    + "]",
    "a long word": "rows: [[Donaudampfschifffahrtselektrizitätenhauptbetriebswerk, 5], [Two words, 7]]",
    "tiny and huge": "kind: scatter\n  rows: [[1.67e-27, 8.4e-16], [70, 0.9], [1.99e30, 6.96e8]]\n"
    "  x_axis: {scale: log}\n  y_axis: {scale: log}",
    "one value": "kind: bar\n  rows: [[Only, 42]]",
    "zeros": "kind: bar\n  rows: [[a, 0], [b, 0]]",
    "huge": "kind: line\n  rows: [[1990, 1400000000], [1991, 1500000000], [1995, 1300000000]]",
}


class Extent(NamedTuple):
    """Where a line of words stands, in mm."""

    left: float
    top: float
    right: float
    bottom: float


def measure(text: str, bold: bool = False, italic: bool = False) -> float:
    return (0.53 if bold else 0.5) * len(text)


def spec_of(keys: str) -> ChartSpec:
    material = read_material(with_content(f"- chart: C\n  {keys}"))
    (block,) = prepare(material, ROOT, LABELS).material.sections[0].content
    assert isinstance(block, Chart)
    return chart_spec(block, "en", LABELS)


def drawn(keys: str, width: float = 120) -> Drawing:
    spec, letters = spec_of(keys), Letters(9.5, measure)
    height = natural_height(spec, letters, width)
    return chart_drawing(plan_of(spec, letters, width, height), width, height)


@pytest.mark.parametrize("width", [60, 120, 170])
@pytest.mark.parametrize("keys", CHARTS.values(), ids=CHARTS)
def test_words_stand_clear_of_each_other_and_inside_the_drawing(keys: str, width: float) -> None:
    drawing = drawn(keys, width)
    found = [extent for part in drawing.parts if isinstance(part, Words) for extent in _extents(part)]
    assert found
    assert [pair for pair in combinations(found, 2) if _meet(*pair)] == []
    assert all(one.left >= -0.1 and one.right <= drawing.width + 0.1 for one in found)
    assert all(one.top >= -0.1 and one.bottom <= drawing.height + 0.1 for one in found)


def test_bars_are_as_long_as_their_values() -> None:
    bars = [part for part in drawn("rows: [[a, 5], [b, 10], [c, 2.5]]").parts if isinstance(part, Rectangle)]
    assert [round(bar.height / bars[1].height, 4) for bar in bars] == [0.5, 1.0, 0.25]


def words_of(keys: str, width: float = 120) -> list[str]:
    return [line for part in drawn(keys, width).parts if isinstance(part, Words) for line in part.lines]


def test_numbers_that_nobody_can_count_are_told_with_powers_of_ten() -> None:
    assert "1.2\u00a0×\u00a010⁻⁷" in words_of("rows: [[a, 0.00000012], [b, 3e-7]]")
    assert "10⁻³⁰" in words_of("kind: line\n  rows: [[a, 1e-30], [b, 1e9]]\n  y_axis: {scale: log}")
    assert "0.0125" in words_of("rows: [[a, 1.25e-2], [b, 2]]")


def test_parts_that_are_percentages_already_are_told_as_they_are_written() -> None:
    rows = "kind: pie\n  rows: [[Much, 98.5], [Little, 1.46], [Hardly any, 0.04]]"
    assert {"98.50%", "0.04%"} <= set(words_of(f"{rows}\n  unit: percent"))
    assert {"98%", "1%", "0.04%"} <= set(words_of(rows))


def test_points_keep_off_the_edges() -> None:
    points = [
        part for part in drawn("kind: scatter\n  rows: [[-20, -3], [20, 3]]").parts if isinstance(part, Mark)
    ]
    (left, below), (right, above) = (one.at for one in points)
    grid = [
        part for part in drawn("kind: scatter\n  rows: [[-20, -3], [20, 3]]").parts if isinstance(part, Path)
    ]
    assert min(point.x for path in grid for point in path.points) < left - 2
    assert max(point.x for path in grid for point in path.points) > right + 2
    assert min(point.y for path in grid for point in path.points) < above - 2
    assert max(point.y for path in grid for point in path.points) > below + 2


def test_emphasised_points_lie_over_the_others() -> None:
    rows = ", ".join(f"[{i}, {i}, {i + 1}]" for i in range(50))
    marks = drawn(f"kind: scatter\n  header: [x, A, B]\n  rows: [{rows}]\n  highlight: [A]").parts
    colours = [part.fill for part in marks if isinstance(part, Mark)][:100]
    assert colours[-1] == "accent"
    assert colours[0] != "accent"


def test_bars_whose_names_have_no_room_beside_them_stand() -> None:
    names = ", ".join(f"[Country {i}, {i + 1}]" for i in range(40))
    spec, letters = spec_of(f"rows: [{names}]"), Letters(12, measure)
    assert not lies(spec, letters, 300, 110)
    assert lies(spec, letters, 300, 250)
    frame = plan_of(spec, letters, 300, 110, native=True)
    assert isinstance(frame, Frame)
    assert frame.names.turned
    assert frame.names.step == 1


def test_missing_values_part_a_line() -> None:
    rows = "kind: line\n  rows: [[1990, 1], [1991, 2], [1992, ~], [1993, 3], [1994, 4]]"
    lines = [part for part in drawn(rows).parts if isinstance(part, Path) and part.stroke.colour == "accent"]
    assert len(lines) == 2


def test_series_differ_without_colour() -> None:
    header = "header: [Y, A, B, C, D]\n  rows: [[1, 1, 2, 3, 4], [2, 2, 3, 4, 5]]"
    bars = [part for part in drawn(f"kind: stacked\n  {header}").parts if isinstance(part, Rectangle)]
    assert len({bar.pattern for bar in bars}) == 4


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0.0, 13.0), (0, 5, 10, 15)),
        ((1925.0, 1933.0), (1924, 1926, 1928, 1930, 1932, 1934)),
        ((-9.2, 19.0), (-10, 0, 10, 20)),
        ((0.00011, 0.00016), (0.0001, 0.00012, 0.00014, 0.00016)),
    ],
)
def test_ticks_are_round_numbers(values: tuple[float, ...], ticks: tuple[float, ...]) -> None:
    assert linear_scale(values, 5).ticks == pytest.approx(ticks)


def test_ticks_of_a_log_scale_are_powers_of_ten() -> None:
    assert log_scale((0.02, 5000), 7).ticks == pytest.approx((0.01, 0.1, 1, 10, 100, 1000, 10000))


def test_labels_are_moved_apart_no_further_than_they_must() -> None:
    assert spread([10, 10, 30], [4, 4, 4], 0, 40) == pytest.approx((10, 14, 30))
    placed = spread([39, 39, 39], [4, 4, 4], 0, 40)
    assert all(after - before >= 3.999 for before, after in pairwise(sorted(placed)))
    assert max(placed) == pytest.approx(38)


def _extents(words: Words) -> list[Extent]:
    em = words.size * 25.4 / 72
    found = []
    for number, line in enumerate(words.lines):
        width = measure(line, words.bold) * em
        x = words.at.x - {"start": 0.0, "middle": width / 2, "end": width}[words.align]
        y = words.at.y + number * 1.2 * em
        if words.turn == -90:
            found.append(Extent(words.at.x - 0.7 * em, words.at.y, words.at.x, words.at.y + width))
        else:
            found.append(Extent(x, y - 0.7 * em, x + width, y))
    return found


def _meet(one: Extent, other: Extent) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    return across > 0.1 and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.1
