"""Pictures on slides: whole or cropped about their focus, never distorted, the caption beside them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from diptych.deck.design.colours import Palette
from diptych.deck.plan.crop import crop_to, inscribed
from diptych.deck.plan.deck import plan_deck
from diptych.deck.template.design import SLIDE_SIZES, own_design
from diptych.deck.values import Box, Deck, Picture, Slide, TextShape
from diptych.material.prepare import prepare
from diptych.material.reader import read_material
from tests.deck.planned import LAYOUT, body, lesson, planned, taught, words

DARK = {"ink": "#F2F5F7", "paper": "#10181E", "soft": "#1C2830"}
SHAPES = [(1600, 1000), (900, 1300), (1200, 1200), (4000, 100), (100, 4000), (10, 10), (400, 300)]
CREDIT = "  credit: {title: Test picture, author: The authors, license: CC0-1.0}\n"


def saved(folder: Path, size: tuple[int, int], mode: str = "RGB", name: str = "p.png") -> str:
    Image.new(mode, size, 200 if mode == "L" else (60, 120, 180, 90)[: len(mode)]).save(folder / name)
    return name


def figure(file: str, more: str = "", caption: str = "What is to be seen") -> str:
    return f"- figure: {file}\n  alt: A plain field.\n  caption: {caption}\n{CREDIT}{more}"


def drawn(folder: Path, content: str, aspect: str = "16:9") -> Slide:
    (slide,) = taught(planned(lesson(content), aspect, folder))
    return slide


def picture(slide: Slide) -> Picture:
    (found,) = (shape for shape in slide.shapes if isinstance(shape, Picture))
    return found


def caption(slide: Slide) -> TextShape:
    return next(one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder == "caption")


def seen(one: Picture, size: tuple[int, int]) -> tuple[float, float]:
    """The pixels of the part in sight."""
    crop = one.crop
    return size[0] * (1 - crop.left - crop.right), size[1] * (1 - crop.top - crop.bottom)


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
@pytest.mark.parametrize("asked", ["whole", "fill", "full"])
@pytest.mark.parametrize("beside", ["", "- points: [One point, Another point]"])
@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_a_picture_of_any_shape_is_never_distorted(
    size: tuple[int, int], beside: str, asked: str, aspect: str, tmp_path: Path
) -> None:
    content = figure(saved(tmp_path, size), f"  on_slide: {asked}\n") + beside
    for slide in taught(planned(lesson(content), aspect, tmp_path)):
        for one in slide.shapes:
            if isinstance(one, Picture):
                across, down = seen(one, size)
                assert one.box.width / across == pytest.approx(one.box.height / down, rel=0.02, abs=160)
                assert one.box.width / across <= 2.01 * 9525


@pytest.mark.parametrize("focus", [(0, 0), (17, 17), (50, 50), (83, 30), (100, 100)])
def test_the_focus_comes_as_near_to_the_middle_as_the_edges_let_it(focus: tuple[int, int]) -> None:
    crop = crop_to(1600, 1000, Box(0, 0, 3000, 1000), focus)
    assert (crop.left, crop.right) == (0, 0)
    share = 1 - crop.top - crop.bottom
    assert share == pytest.approx(1600 / 3 / 1000)
    nearest = min(max(focus[1] / 100, share / 2), 1 - share / 2)
    assert crop.top + share / 2 == pytest.approx(nearest)


def test_a_picture_without_a_focus_is_cropped_about_its_middle() -> None:
    crop = crop_to(1000, 1000, Box(0, 0, 2000, 1000), ())
    assert crop == pytest.approx((0, 0.25, 0, 0.25))


def test_a_filling_picture_takes_its_whole_frame(tmp_path: Path) -> None:
    slide = drawn(tmp_path, figure(saved(tmp_path, (1600, 1000)), "  on_slide: fill\n  focus: [50, 10]\n"))
    region = own_design(LAYOUT).layouts["picture"].regions["picture"].box
    assert slide.layout == "picture"
    assert (picture(slide).box.x, picture(slide).box.width) == (region.x, region.width)
    assert picture(slide).crop.top == 0 < picture(slide).crop.bottom


def test_a_full_picture_has_title_caption_and_credit_clear_of_it(tmp_path: Path) -> None:
    slide = drawn(tmp_path, figure(saved(tmp_path, (1600, 1000)), "  on_slide: full\n"))
    one = picture(slide)
    assert slide.layout == "picture-full"
    assert (one.box.x, one.box.y, one.box.width) == (0, 0, SLIDE_SIZES["16:9"][0])
    assert "The authors" in words(slide)
    for shape in slide.shapes:
        if isinstance(shape, TextShape) and shape.paragraphs:
            apart = shape.box.y >= one.box.bottom or shape.box.x >= one.box.right
            assert apart or shape.box.bottom <= one.box.y


def test_a_full_picture_keeps_its_slide_to_itself(tmp_path: Path) -> None:
    content = figure(saved(tmp_path, (1200, 1000)), "  on_slide: full\n") + "- points: [One, Two]"
    layouts = [slide.layout for slide in taught(planned(lesson(content), folder=tmp_path))]
    assert layouts == ["picture-full", "content"]


def test_a_caption_too_long_for_the_band_keeps_a_picture_from_filling_the_slide(tmp_path: Path) -> None:
    long = "A caption that goes on and on about all that there is to see. " * 5
    slide = drawn(tmp_path, figure(saved(tmp_path, (1600, 1000)), "  on_slide: full\n", long))
    assert slide.layout == "picture"
    assert any(picture(slide).crop)
    assert long.strip() in words(slide)


def test_too_few_pixels_for_the_slide_leave_a_picture_whole(tmp_path: Path) -> None:
    slide = drawn(tmp_path, figure(saved(tmp_path, (400, 300)), "  on_slide: full\n"))
    assert slide.layout == "picture"
    assert not any(picture(slide).crop)


def test_svg_pictures_are_cropped_as_well(tmp_path: Path) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="40"/></svg>'
    )
    (tmp_path / "p.svg").write_text(svg)
    one = picture(drawn(tmp_path, figure("p.svg", "  on_slide: full\n  focus: [50, 0]\n")))
    assert one.crop.top == 0 < one.crop.bottom
    assert one.svg == svg.encode()


@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_the_caption_stands_close_to_its_picture(size: tuple[int, int], tmp_path: Path) -> None:
    slide = drawn(tmp_path, figure(saved(tmp_path, size)))
    box, below = picture(slide).box, caption(slide).box
    near = 0.3 * 914400
    under = 0 <= below.y - box.bottom < near and below.x <= box.x + near
    beside = 0 <= below.x - box.right < near and abs(below.bottom - box.bottom) < near
    assert under or beside


def test_a_long_caption_makes_room_for_itself(tmp_path: Path) -> None:
    long = "A caption that goes on and on about all that there is to see. " * 6
    slide = drawn(tmp_path, figure(saved(tmp_path, (1600, 1000)), caption=long))
    assert slide.title == "The section"
    assert long.strip() in words(slide)
    assert caption(slide).box.bottom <= SLIDE_SIZES["16:9"][1] * 0.925
    assert picture(slide).box.bottom <= caption(slide).box.y


@pytest.mark.parametrize(("format_name", "name"), [("JPEG", "p.jpg"), ("PNG", "p.png")])
def test_far_too_many_pixels_are_made_fewer_in_the_same_format(
    format_name: str, name: str, tmp_path: Path
) -> None:
    saved(tmp_path, (6000, 4000), name=name)
    one, again = (picture(drawn(tmp_path, figure(name))) for _ in range(2))
    with Image.open(io.BytesIO(one.data)) as image:
        assert (image.format, image.size) == (format_name, (2600, 1733))
    assert one.data == again.data


def test_what_a_slide_can_show_is_left_as_it_is(tmp_path: Path) -> None:
    name = saved(tmp_path, (2500, 1200))
    assert picture(drawn(tmp_path, figure(name))).data == (tmp_path / name).read_bytes()


def test_a_crop_of_a_huge_picture_keeps_the_pixels_in_sight(tmp_path: Path) -> None:
    saved(tmp_path, (2400, 6000))
    one = picture(drawn(tmp_path, figure("p.png", "  on_slide: full\n")))
    with Image.open(io.BytesIO(one.data)) as image:
        assert image.size == (2400, 6000)


def on_dark(content: str, folder: Path) -> Deck:
    """The deck in colours whose ground is dark."""
    design = own_design(LAYOUT)
    theme = design.theme.__class__(
        design.theme.name,
        {**design.theme.colours, **DARK},
        design.theme.fonts,
        design.theme.handout,
        design.theme.deck,
    )
    dark = design.__class__(theme, design.layouts, Palette(theme), design.template)
    return plan_deck(prepare(read_material(lesson(content)), folder, LAYOUT.labels("en-GB")), dark)


def mats(slide: Slide) -> list[TextShape]:
    return [one for one in slide.shapes if isinstance(one, TextShape) and one.name == "Mat"]


def test_a_picture_that_one_sees_through_has_a_light_mat_on_dark_slides(tmp_path: Path) -> None:
    clear, solid = saved(tmp_path, (800, 500), "RGBA"), saved(tmp_path, (800, 500), name="solid.png")
    on_light = drawn(tmp_path, figure(clear))
    (with_mat,) = taught(on_dark(figure(clear), tmp_path))
    (without,) = taught(on_dark(figure(solid), tmp_path))
    (mat,) = mats(with_mat)
    assert mat.box == picture(with_mat).box
    assert (mat.fill, mat.decorative) == ("ink", True)
    assert with_mat.shapes.index(mat) < with_mat.shapes.index(picture(with_mat))
    assert mats(on_light) == mats(without) == []


def test_points_beside_a_picture_come_click_by_click_where_the_author_says_so(tmp_path: Path) -> None:
    content = figure(saved(tmp_path, (900, 1000))) + "- points: [One, Two]\n  build: true"
    slide = drawn(tmp_path, content)
    (points,) = (one for one in slide.shapes if isinstance(one, TextShape) and one.placeholder == "body")
    assert points.build
    assert len(body(slide)) == 2
    assert not caption(slide).build


def test_the_largest_box_of_a_shape_stands_in_the_middle() -> None:
    assert inscribed(2, 1, Box(0, 0, 100, 100)) == Box(0, 25, 100, 50)
    assert inscribed(2, 1, Box(0, 0, 100, 100), most=10) == Box(40, 45, 20, 10)
