"""How remarks, activities, tables and timelines are arranged: what belongs together stands together."""

from __future__ import annotations

import pytest

from diptych.deck.design.slide_layouts import EMU_PER_POINT
from diptych.deck.template.design import own_design
from diptych.deck.values import Group, Slide, TableShape, TextShape
from tests.deck.planned import LAYOUT, lesson, planned, taught, words

POINT = EMU_PER_POINT


def text(slide: Slide, placeholder: str) -> TextShape:
    (found,) = (one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder == placeholder)
    return found


@pytest.mark.parametrize(
    ("kind", "layout", "word"),
    [
        ("note", "definition", "Hear this"),
        ("warning", "warning", "Warning: Hear this"),
        ("tip", "tip", "Tip: Hear this"),
        ("example", "example", "Example: Hear this"),
    ],
)
def test_kinds_of_remarks_differ_by_their_ground_and_by_a_word(kind: str, layout: str, word: str) -> None:
    (slide,) = taught(planned(lesson(f"- callout: Words.\n  kind: {kind}\n  title: Hear this")))
    assert slide.layout == layout
    assert words(slide).splitlines()[1] == word


def test_grounds_of_remarks_are_all_different() -> None:
    for scheme in ("light", "dark"):
        colours = own_design(LAYOUT, "16:9", scheme).theme.colours
        assert len({colours[role] for role in ("paper", "soft", "warm", "alert", "fresh")}) == 5


def test_remarks_of_several_kinds_share_a_neutral_ground() -> None:
    (slide,) = taught(planned(lesson("- callout: One.\n  kind: warning\n- callout: Two.\n  kind: tip")))
    assert slide.layout == "definition"


def test_the_steps_of_an_activity_begin_close_below_its_details() -> None:
    (slide,) = taught(planned(lesson("- activity: Weave\n  minutes: 5\n  steps: [Take it, Turn it]")))
    gap = text(slide, "body").box.y - text(slide, "details").box.bottom
    assert 0 < gap < 16 * POINT


def test_an_activity_without_details_begins_where_these_would_be() -> None:
    (slide,) = taught(planned(lesson("- activity: Weave\n  steps: [Take it, Turn it]")))
    assert text(slide, "body").box.y < 150 * POINT


def test_details_that_a_smaller_size_keeps_on_one_line_are_set_in_it() -> None:
    long = "in threes, one tests, one observes, one writes and all change places at each tube"
    (slide,) = taught(planned(lesson(f"- activity: Weave\n  minutes: 5\n  grouping: {long}\n  steps: [Go]")))
    (details,) = text(slide, "details").paragraphs
    assert details.size == 18
    assert text(slide, "details").box.height < 30 * POINT


def rows(count: int, long: int = -1) -> str:
    cells = [f"    - [a{n}, {'many words and more ' * 5 if n == long else 'few'}]" for n in range(count)]
    return "- table: Words\n  header: [Name, Meaning]\n  widths: [1, 3]\n  rows:\n" + "\n".join(cells)


def table(content: str) -> TableShape:
    (slide,) = taught(planned(lesson(content)))
    (found,) = (one for one in slide.shapes if isinstance(one, TableShape))
    return found


def test_rows_of_one_line_and_of_two_are_equally_high_where_there_is_room() -> None:
    heights = table(rows(4, long=2)).heights[1:]
    assert len(heights) == 4
    assert len(set(heights)) == 1


def test_rows_keep_their_own_heights_where_there_is_no_room() -> None:
    assert len(set(table(rows(8, long=2)).heights[1:])) == 2


def test_a_column_that_nearly_holds_its_text_is_widened_to_hold_it() -> None:
    content = "- table: Salts\n  header: [Salt, Colour]\n  widths: [{}, {}]\n  rows: [['{}', b], [salt, a]]"
    name = "potassium hexacyanidoferrate in clean water"
    eased, wrapped = (table(content.format(*shares, name)) for shares in ((1, 1), (1, 3)))
    assert eased.heights[1] == eased.heights[2]
    assert eased.widths[0] > eased.widths[1]
    assert wrapped.heights[1] > wrapped.heights[0]


def test_the_caption_of_a_timeline_stands_close_below_what_is_drawn() -> None:
    events = "- timeline: How it went\n  events: [{date: '1843', event: Notes}, {date: '1991', event: Built}]"
    shown = "- points: [one, two]\n" + events + "\n  assertion: It took long"
    slide = taught(planned(lesson(shown)))[-1]
    (drawing,) = (one for one in slide.shapes if isinstance(one, Group))
    gap = text(slide, "caption").box.y - drawing.box.bottom
    assert 0 < gap <= 20 * POINT
