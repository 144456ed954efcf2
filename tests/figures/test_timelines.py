"""Timelines to scale, in the finished handout and on the finished slides."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from pptx import Presentation

from diptych.deck.values import DrawingShape, Slide
from diptych.figures.drawing import Mark, Path, Rectangle, Words
from diptych.figures.timelines.drawing import timeline_drawing
from diptych.figures.timelines.flags import Flag, raised
from diptych.figures.timelines.scale import scale_of, ticks
from diptych.figures.timelines.spec import timeline_spec
from diptych.layout.load import load_layout
from diptych.material.dates import parse_date
from diptych.material.facts import Event
from diptych.material.markup import Rich
from diptych.material.place import NOWHERE
from tests.deck.planned import lesson, notes, planned, taught
from tests.handout.printed import html_of_content, printed, tags, with_content, words_of

LABELS = load_layout("classic").labels("en")
ONLY_ERAS = """\
- timeline: Eras of Japan
  eras:
    - {date: 1868/1912, era: Meiji}
    - {date: 1912/1926, era: Taishō}
    - {date: 1926/1989, era: Shōwa}
    - {date: 1989/2019, era: Heisei}
    - {date: 2019/.., era: Reiwa}
"""
SPANS = """\
- timeline: Gutenberg
  events:
    - {date: 1400?, event: Gutenberg is born}
    - {date: 143X, event: First trials}
    - {date: 1450~/1455, event: The Bible is printed}
    - {date: 1455/.., event: The workshop goes on}
    - {date: 1468-02-03, event: Gutenberg dies}
"""
ERAS = (
    SPANS
    + """\
  eras:
    - {date: 1346/1437, era: Luxembourg kings}
    - {date: 1438/.., era: Habsburg kings}
"""
)
POINTS = "- timeline: Points\n  events: [{date: 1919, event: One}, {date: 1922, event: Two}]\n"


def drawn(slide: Slide) -> DrawingShape:
    (found,) = [one for one in slide.shapes if isinstance(one, DrawingShape)]
    return found


def said(shape: DrawingShape) -> str:
    parts = (one for one in shape.drawing.parts if isinstance(one, Words))
    return "\n".join(" ".join((one.lead, *one.lines)).strip() for one in parts)


def test_what_lasts_is_drawn_to_scale_and_told_as_a_table() -> None:
    data = printed(with_content(ERAS)).data
    (figure,) = [tag for tag in tags(data) if tag.kind == "/Figure"]
    assert figure.values["/Alt"].startswith("Gutenberg: 1346–1437: Luxembourg kings; ")
    assert "1450 – 1455: The Bible is printed" in figure.values["/Alt"]
    assert [tag.kind for tag in tags(data)].count("/TR") == 8
    text = " ".join(words_of(data))
    assert text.count("The Bible is printed") == 2, "in the drawing, and in the table that is heard"


def test_eras_alone_make_a_timeline_whose_names_keep_clear_of_each_other() -> None:
    assert 'data-tag="Figure"' in html_of_content(ONLY_ERAS)
    (slide,) = taught(planned(lesson(ONLY_ERAS)))
    told = said(drawn(slide)).split("\n")
    assert {"Meiji", "Taishō", "Shōwa", "Heisei", "Reiwa"} <= set(told)


def test_an_era_keeps_its_colour_on_every_slide() -> None:
    events = "".join(f"\n    - {{date: {1800 + 7 * n}, event: The event of year {n}}}" for n in range(24))
    eras = "".join(
        f"\n    - {{date: {year}/{year + 40}, era: Era {year}}}" for year in (1800, 1840, 1880, 1920)
    )
    text = lesson(f"- timeline: Long\n  events:{events}\n  eras:{eras}\n")
    grounds: dict[str, set[str]] = {}
    for slide in taught(planned(text)):
        parts = drawn(slide).drawing.parts
        bands = [one for one in parts if isinstance(one, Rectangle) and one.fill not in {"accent", "paper"}]
        names = [one for one in parts if isinstance(one, Words) and "".join(one.lines).startswith("Era")]
        for band, name in zip(bands, names, strict=True):
            grounds.setdefault("".join(name.lines), set()).add(band.fill)
    assert len(grounds) == 4
    assert all(len(one) == 1 for one in grounds.values())


def test_points_alone_are_listed_unless_their_author_wants_a_scale() -> None:
    assert 'data-tag="Figure"' not in html_of_content(POINTS)
    assert 'data-tag="Figure"' in html_of_content(f"{POINTS}  to_scale: true\n")
    assert 'data-tag="Figure"' not in html_of_content(f"{ERAS}  to_scale: false\n")


def test_without_a_drawing_eras_stand_among_the_events() -> None:
    assert "Luxembourg kings" in html_of_content(f"{ERAS}  to_scale: false\n")
    (slide,) = (one for one in taught(planned(lesson(f"{ERAS}  to_scale: false\n"))) if "1346" in one.title)
    assert "Luxembourg" in repr(slide.shapes)


def test_rows_that_tell_more_stay_below_the_drawing() -> None:
    more = SPANS.replace("event: First trials", "event: First trials, about: In Strasbourg")
    assert 'class="timeline"' in html_of_content(more)
    assert 'class="timeline"' not in html_of_content(SPANS)


def test_gaps_are_not_filled_in_by_the_drawing() -> None:
    text = SPANS.replace("Gutenberg dies", '"[Gutenberg]{gap} dies"')
    assert "Gutenberg dies" not in html_of_content(text)


def test_a_timeline_is_drawn_natively_on_one_slide() -> None:
    (slide,) = taught(planned(lesson(ERAS)))
    shape = drawn(slide)
    for words in ("Gutenberg dies", "1430s", "Habsburg kings", "from 1455 The workshop goes on"):
        assert words in said(shape)
    assert min(one.size for one in shape.drawing.parts if isinstance(one, Words)) >= 16
    assert "The Bible is printed" in notes(slide)


def test_many_events_take_more_slides_which_tell_their_years() -> None:
    rows = "".join(f"\n    - {{date: {1800 + 7 * n}, event: The event of the year {n}}}" for n in range(24))
    slides = taught(planned(lesson(f"- timeline: Long\n  to_scale: true\n  events:{rows}\n")))
    assert 1 < len(slides) < 5
    assert all("(18" in one.title or "(19" in one.title for one in slides)
    told = "\n".join(said(drawn(one)) for one in slides)
    assert all(f"year {n}" in told.replace("\n", " ") for n in range(24))


def test_words_of_a_timeline_never_stand_on_each_other() -> None:
    flags = [Flag(x, 30 + x % 7, 8) for x in (0, 1, 2, 15, 16, 40, 41, 80)]
    placed = raised(flags, 2, 1, 3)
    assert [one.flag for one in placed] == flags
    for one in placed:
        for other in placed:
            apart = (
                one.flag.x + one.flag.width <= other.flag.x or one.foot >= other.top or other.foot >= one.top
            )
            crossed = one.flag.x < other.flag.x < one.flag.x + one.flag.width and other.top > one.foot
            assert one is other or (not crossed and (apart or other.flag.x + other.flag.width <= one.flag.x))


def test_doubt_is_seen_without_colour() -> None:
    shape = drawn(taught(planned(lesson(ERAS)))[0])
    hatched = [one for one in shape.drawing.parts if isinstance(one, Rectangle) and one.pattern]
    assert len(hatched) == 2, "a beginning that is about, and an end that is open"
    hollow = [one for one in shape.drawing.parts if isinstance(one, Mark) and one.fill == "paper"]
    assert len(hollow) == 2
    dotted = [one for one in shape.drawing.parts if isinstance(one, Path) and one.stroke.dash == "dot"]
    assert len(dotted) == 1, "the decade"


def test_years_stand_where_they_belong_across_the_turn_of_the_era() -> None:
    events = [Event(date=parse_date(text), event=Rich()) for text in ("-0099", "-0043-03-15", "0014")]
    spec = timeline_spec("", events, (), LABELS, "en", lambda text: text.plain())
    scale = scale_of(spec, 160)
    found = ticks(scale, LABELS, 20)
    assert [tick.words for tick in found] == ["100 BC", "80 BC", "60 BC", "40 BC", "20 BC", "1"]
    steps = {round(scale.at(other.at) - scale.at(one.at)) for one, other in pairwise(found)}
    assert max(steps) - min(steps) <= 2


def test_ages_of_the_earth_are_told_in_round_numbers() -> None:
    events = [Event(date=parse_date(text), event=Rich()) for text in ("Y-541000000", "Y-66000000", "2000")]
    scale = scale_of(timeline_spec("", events, (), LABELS, "en", lambda text: text.plain()), 160)
    assert [tick.words for tick in ticks(scale, LABELS, 40)] == ["400,000,000 BC", "200,000,000 BC", "1"]


def measure(text: str, bold: bool = False, italic: bool = False) -> float:
    return 0.5 * len(text)


def test_a_date_that_is_wider_than_its_bar_has_a_line_of_its_own() -> None:
    event = Event(date=parse_date("Y-2600000~/Y-300000~"), event=Rich())
    spec = timeline_spec("", [event], (), LABELS, "en", lambda _: "Lower Palaeolithic")
    drawing = timeline_drawing(spec, 120, 100, 16, measure, NOWHERE)
    assert drawing
    (words,) = [one for one in drawing.parts if isinstance(one, Words) and one.lead]
    assert words.lines == ("", "Lower Palaeolithic")


def test_arabic_timelines_run_from_right_to_left() -> None:
    text = lesson(SPANS.replace("timeline: Gutenberg", "timeline: Gutenberg\n  lang: ar"))
    shape = drawn(taught(planned(text))[0])
    first, *_, last = sorted(
        (one for one in shape.drawing.parts if isinstance(one, Mark)), key=lambda mark: mark.at.x
    )
    assert first.fill == "second", "the latest is at the left, and known for certain"
    assert last.fill == "paper"


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it", "nl", "pt", "ru"])
def test_years_before_christ_are_told_in_every_language(language: str) -> None:
    labels = load_layout("classic").labels(language)
    told = labels.date(parse_date("-0043"))
    assert "44" in told
    assert told != "44"
    assert labels.date(parse_date("-043X")) != labels.date(parse_date("043X"))


def test_the_deck_of_a_timeline_opens() -> None:
    from diptych.deck.template.design import own_design
    from diptych.deck.write.deck import write_deck
    from tests.deck.planned import LAYOUT

    deck = planned(lesson(ERAS))
    slides = Presentation(io.BytesIO(write_deck(deck, own_design(LAYOUT)))).slides
    groups = [one for slide in slides for one in slide.shapes if one.shape_type == 6]
    assert len(groups) == 1
    assert len(groups[0].shapes) > 20
