"""Maps in the finished handout and on the finished slides."""

from __future__ import annotations

import io
import re
from itertools import combinations
from typing import Any

import pdfplumber
import pytest
from pptx import Presentation

from diptych.deck.values import DrawingShape, Slide
from diptych.figures.drawing import Path, Words
from diptych.material.findings import SourceError
from diptych.material.maps.coordinates import parse_coordinates
from tests.deck.planned import lesson, planned, taught
from tests.handout.printed import printed, tags, with_content, words_of

EUROPE = """\
- map: Where they met
  places:
    - {name: Berlin, coordinates: 52.52 N 13.40 E}
    - {name: Moscow, coordinates: [55.75, 37.62]}
    - {name: Rapallo, coordinates: "44.35, 9.23"}
"""
ARROWS = (
    EUROPE
    + """\
  arrows: [{from: Berlin, to: Moscow, label: letters}]
  areas: [{label: Ruhr, outline: [[51.7, 6.5], [51.7, 7.8], [51.3, 7.8], [51.3, 6.5]]}]
  borders: today
"""
)


def spots(data: bytes, *names: str) -> list[tuple[float, float]]:
    """Where words stand on the first page that has them, from its upper left corner."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        words: dict[str, Any] = {word["text"]: word for word in pdf.pages[0].extract_words()}
    return [(words[name]["x0"], words[name]["top"]) for name in names]


def drawn(slide: Slide) -> DrawingShape:
    (found,) = [shape for shape in slide.shapes if isinstance(shape, DrawingShape)]
    return found


def test_places_lie_as_they_do_on_the_earth() -> None:
    berlin, moscow, rapallo = spots(printed(with_content(EUROPE)).data, "Berlin", "Moscow", "Rapallo")
    assert rapallo[0] < berlin[0] < moscow[0]
    assert moscow[1] < berlin[1] < rapallo[1]


def test_it_is_told_in_words_and_its_places_in_a_table() -> None:
    data = printed(with_content(EUROPE)).data
    (figure,) = [tag for tag in tags(data) if tag.kind == "/Figure"]
    assert figure.values["/Alt"] == "The map shows Berlin, Moscow and Rapallo."
    text = " ".join(words_of(data))
    assert "52.5° N 13.4° E" in text
    assert "Map data: Natural Earth" in text
    assert "Figure 1 Where they met" in text


def test_borders_are_drawn_only_where_they_are_wanted_and_it_says_so() -> None:
    without, with_borders = (" ".join(words_of(printed(with_content(one)).data)) for one in (EUROPE, ARROWS))
    assert "Borders are those of today" not in without
    assert "Borders are those of today" in with_borders
    dashed = [
        sum(isinstance(part, Path) and part.stroke.dash == "dash" for part in drawn(slide).drawing.parts)
        for slide in (taught(planned(lesson(one)))[-1] for one in (EUROPE, ARROWS))
    ]
    assert dashed == [0, 1]


def test_arrows_and_areas_are_drawn_and_told() -> None:
    data = printed(with_content(ARROWS)).data
    (figure,) = [tag for tag in tags(data) if tag.kind == "/Figure"]
    assert "An arrow leads from Berlin to Moscow: letters. Ruhr is shaded." in figure.values["/Alt"]
    assert "letters" in " ".join(words_of(data))


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    shape = drawn(taught(planned(lesson(EUROPE)))[-1])
    (told,) = [
        part.lines[0]
        for part in shape.drawing.parts
        if isinstance(part, Words) and part.lines[0].endswith(" km")
    ]
    bars = [part for part in shape.drawing.parts if isinstance(part, Path) and part.stroke.width == 0.9]
    length = bars[-1].points[2].x - bars[-1].points[1].x
    berlin, moscow = (
        next(part.at for part in shape.drawing.parts if isinstance(part, Words) and part.lines == (name,))
        for name in ("Berlin", "Moscow")
    )
    # Berlin and Moscow are some 1,610 km apart.
    apart = ((berlin.x - moscow.x) ** 2 + (berlin.y - moscow.y) ** 2) ** 0.5
    kilometres = float(told.removesuffix(" km").replace(",", ""))
    assert apart / length * kilometres == pytest.approx(1610, rel=0.08)


def test_on_a_slide_it_is_one_group_of_native_forms_with_alternative_text() -> None:
    from diptych.deck.template.design import own_design
    from diptych.deck.write.deck import write_deck
    from tests.deck.planned import LAYOUT

    deck = planned(lesson(EUROPE))
    slides = Presentation(io.BytesIO(write_deck(deck, own_design(LAYOUT)))).slides
    groups = [shape for slide in slides for shape in slide.shapes if shape.shape_type == 6]
    assert len(groups) == 1
    assert groups[0]._element.nvGrpSpPr.cNvPr.get("descr") == "The map shows Berlin, Moscow and Rapallo."
    assert len(groups[0].shapes) < 40


def test_what_happened_at_a_place_stands_below_its_name_and_is_told() -> None:
    content = EUROPE.replace('44.35, 9.23"', '44.35, 9.23", about: "treaty, April 1922"')
    data = printed(with_content(content)).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        words = [word for word in pdf.pages[0].extract_words() if word["bottom"] - word["top"] > 5]
    name, about = (next(w for w in words if w["text"] == one) for one in ("Rapallo", "treaty,"))
    assert name["x0"] == pytest.approx(about["x0"], abs=1.0)
    assert 0 < about["top"] - name["top"] < 2 * (name["bottom"] - name["top"])
    (figure,) = [tag for tag in tags(data) if tag.kind == "/Figure"]
    assert figure.values["/Alt"] == "The map shows Berlin, Moscow and Rapallo (treaty, April 1922)."


WORLD = """\
- map: Trade
  places:
    - {name: Tokyo, coordinates: [35.7, 139.7]}
    - {name: San Francisco, coordinates: [37.8, -122.4]}
    - {name: London, coordinates: [51.5, -0.1]}
    - {name: Cape Town, coordinates: [-33.9, 18.4]}
"""


def test_an_arrow_over_the_pacific_does_not_lead_round_the_world() -> None:
    for arrows in ("[{from: Tokyo, to: San Francisco}]", "[{from: London, to: San Francisco}]"):
        shape = drawn(taught(planned(lesson(f"{WORLD}  arrows: {arrows}\n")))[-1])
        (arrow,) = [part for part in shape.drawing.parts if isinstance(part, Path) and part.arrow]
        assert abs(arrow.points[-1].x - arrow.points[0].x) < shape.drawing.width / 2


def test_an_area_may_lie_on_both_sides_of_the_date_line() -> None:
    ring = "[[25, 178], [25, -150], [-30, -110], [-48, 168]]"
    shape = drawn(taught(planned(lesson(f"{WORLD}  areas: [{{label: Sea, outline: {ring}}}]\n")))[-1])
    (area,) = [part for part in shape.drawing.parts if isinstance(part, Path) and part.pattern]
    xs = [point.x for point in area.points]
    assert max(xs) - min(xs) < shape.drawing.width / 3


REGIONS = ("[-180, -60, 180, 85]", "[-12, 34, 45, 71]", "[-180, 50, 180, 90]")


@pytest.mark.slow
def test_a_slide_has_few_points_and_few_forms() -> None:
    counted = []
    for region in REGIONS:
        content = f"- map: Somewhere\n  region: {region}\n  borders: today\n"
        parts = drawn(taught(planned(lesson(content)))[-1]).drawing.parts
        paths = [part for part in parts if isinstance(part, Path)]
        counted.append(sum(len(ring) for path in paths for ring in (path.points, *path.holes)))
        assert len(parts) < 12
    assert len(counted) == 3
    assert max(counted) < 6000


PLACES = """\
- map: {caption}
  region: {region}
  places:
    - {{name: Tokyo, coordinates: [35.7, 139.7]}}
    - {{name: Honolulu, coordinates: [21.3, -157.9]}}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "region",
    ["", "[-180, -60, 180, 85]", "[120, -50, -70, 60]", "[-180, 20, 180, 90]", "[130, 10, -150, 45]"],
)
def test_any_part_of_the_earth_can_be_shown(region: str) -> None:
    data = printed(with_content(PLACES.format(caption="Far apart", region=region))).data
    (_, tokyo), (_, honolulu) = spots(data, "Tokyo", "Honolulu")
    assert tokyo != honolulu


def test_names_that_have_no_room_are_numbered_and_listed() -> None:
    towns = [(chr(65 + n), 52 + 0.01 * (n % 5), 5 + 0.01 * (n // 5)) for n in range(25)]
    places = "".join(
        f"    - {{name: A town called {name}, coordinates: [{lat}, {lon}]}}\n" for name, lat, lon in towns
    )
    shape = drawn(taught(planned(lesson(f"- map: A crowd\n  places:\n{places}")))[-1])
    words = [part for part in shape.drawing.parts if isinstance(part, Words)]
    assert {part.lead for part in words if part.lead} == {str(number) for number in range(1, 26)}
    assert "A town called Y" in {part.lines[0] for part in words}


def test_a_line_that_would_lead_through_the_dot_of_another_place_gives_way_to_numbers() -> None:
    towns = {"Bonn": (50.73, 7.10), "Cologne": (50.94, 6.96), "Düsseldorf": (51.23, 6.78)}
    towns |= {"Essen": (51.46, 7.01), "Dortmund": (51.51, 7.47), "Duisburg": (51.43, 6.76)}
    towns |= {"Bochum": (51.48, 7.22), "Wuppertal": (51.26, 7.18), "Moscow": (55.75, 37.62)}
    places = "".join(f"    - {{name: {name}, coordinates: [{x}, {y}]}}\n" for name, (x, y) in towns.items())
    text = " ".join(words_of(printed(with_content(f"- map: The Ruhr and Moscow\n  places:\n{places}")).data))
    assert "1 Bonn" in text
    assert "9 Moscow" in text


def test_names_stand_clear_of_each_other() -> None:
    data = printed(with_content(EUROPE + "    - {name: Potsdam, coordinates: [52.40, 13.07]}\n")).data
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        found = [
            word
            for word in pdf.pages[0].extract_words()
            if re.fullmatch("Berlin|Potsdam|Moscow", word["text"])
        ]
    assert len(found) >= 3
    for one, other in combinations([word for word in found if word["bottom"] - word["top"] > 5][:3], 2):
        apart = one["x1"] <= other["x0"] or other["x1"] <= one["x0"]
        assert apart or one["bottom"] <= other["top"] + 2 or other["bottom"] <= one["top"] + 2


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("52.52 N 13.40 E", 52.52, 13.40),
        ("52.52, 13.40", 52.52, 13.40),
        ("-33.92 18.42", -33.92, 18.42),
        ("33°55′S 18°25′E", -33.9167, 18.4167),
        ("40° 42' 46\" N, 74° 0' 22\" W", 40.7128, -74.0061),
        ("13,40 E 52,52 N", 52.52, 13.40),
    ],
)
def test_coordinates_are_read_as_people_write_them(written: str, lat: float, lon: float) -> None:
    found = parse_coordinates(written)
    assert (found.lat, found.lon) == pytest.approx((lat, lon), abs=1e-3)


@pytest.mark.parametrize(
    ("content", "told", "hint"),
    [
        ("- map: Nowhere", "this map shows no place", "coordinates: 52.52 N 13.40 E"),
        (EUROPE + "    - Lipetsk", "nobody knows where `Lipetsk` lies", "say where it lies"),
        (EUROPE + "  arrows: [{from: Berlni, to: Moscow}]", "`Berlni` lies", "did you mean `Berlin`"),
        (
            EUROPE + "  region: [5, 60, 45, 30]",
            "from 60 to 30 degrees of latitude",
            "west, south, east, north",
        ),
        (EUROPE + "  region: [5, 45]", "`region` has 2 numbers", "west, south, east, north"),
        (EUROPE.replace("52.52 N", "95 N"), "there is no latitude 95", "52.52 N 13.40 E"),
        (EUROPE.replace("52.52 N 13.40 E", "Germany"), "not a latitude and a longitude", "52.52 N 13.40 E"),
        (EUROPE + "  areas: [{label: A, outline: [[1, 2], [2, 3]]}]", "has 2 corners", "give 3"),
        (EUROPE + "  region: [5, 45, 5, 60]", "begins and ends at 5 degrees", "[-180, -60, 180, 85]"),
        (EUROPE + "  region: [5, 45, 60, 62]", "`Rapallo` lies outside the `region`", "a larger region"),
        (EUROPE + "  arrows: [{from: Berlin, to: Berlin}]", "from `Berlin` to `Berlin`", "two places"),
        (
            "- map: A\n  region: [5, 45, 60, 62]\n"
            "  areas: [{label: A, outline: [[6, 50], [8, 50], [7, 55]]}]",
            "`A` lies outside the `region`",
            "latitude first",
        ),
    ],
)
def test_a_mistake_is_told_with_what_to_write(content: str, told: str, hint: str) -> None:
    with pytest.raises(SourceError) as error:
        printed(with_content(content))
    (finding,) = error.value.findings
    assert told in finding.message
    assert hint in finding.hint
    assert finding.place.line > 4
