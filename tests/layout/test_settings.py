"""What a theme says of the handout on paper, and what a layout of one's own may change in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.layout.ink import contrast
from diptych.layout.load import Layout, LayoutError, load_layout

CLASSIC = load_layout("classic")
GROUNDS = ("paper", "soft", "warm", "alert", "fresh")
WORDS = ("ink", "muted", "accent", "second", "third", "fourth", "fifth", "dark")


def layout_of_my_own(theme: str, folder: Path) -> Layout:
    (folder / "mine").mkdir()
    (folder / "mine" / "theme.yaml").write_text(f"name: Mine\nextends: classic\n{theme}", "utf-8")
    return load_layout("mine", [folder])


def test_nothing_said_means_the_defaults_of_the_theme() -> None:
    setting = CLASSIC.setting()
    assert (setting.paper.width, setting.paper.height, setting.type.size) == (210, 297, 11)
    assert setting == CLASSIC.setting("a4", "standard", "standard", "standard", "colour")


@pytest.mark.parametrize("kind", ["paper", "size", "spacing", "margins", "ink"])
def test_an_unknown_name_is_an_error_that_tells_the_known_ones(kind: str) -> None:
    known = CLASSIC.setting().names[kind]
    with pytest.raises(LayoutError, match=rf"has no {kind} `tabloid`; there are .*{known}"):
        CLASSIC.setting(**{kind: "tabloid"})


def test_a_layout_of_ones_own_adds_sets_and_chooses_among_them(tmp_path: Path) -> None:
    theme = """
handout:
  defaults: {paper: a3, size: huge}
  papers: {a3: {width: 297, height: 420}}
  sizes: {huge: {size: 24, text: sans}}
"""
    setting = layout_of_my_own(theme, tmp_path).setting()
    assert (setting.paper.width, setting.type.size, setting.type.text.family) == (297, 24, "Carlito")
    assert setting.names["margins"] == "standard"


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ("handout: {sizes: {clear: {hyphen: false}}}", "hyphen"),
        ("handout: {sizes: {clear: {size: big}}}", "big"),
        ("handout: {sizes: {clear: {italics: 'no'}}}", "italics"),
        ("handout: {sizes: {clear: {text: helvetica}}}", "helvetica"),
        ("handout: {margins: {bound: {left: 3}}}", "left"),
        ("handout: {papers: {a4: {width: wide}}}", "wide"),
        ("handout: {papers: {a4: {booklet: 3}}}", "booklet"),
        ("handout: {inks: {blue: {colours: {ink: blue}}}}", "blue"),
        ("handout: {defaults: {paper: a3}}", "a3"),
    ],
)
def test_what_is_misspelt_in_a_set_is_an_error_that_names_it(theme: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=told):
        layout_of_my_own(theme, tmp_path)


@pytest.mark.parametrize("paper", CLASSIC.sets.papers)
@pytest.mark.parametrize("margins", CLASSIC.sets.margins)
def test_margins_leave_what_printers_need_and_a_text_that_can_be_read(paper: str, margins: str) -> None:
    setting = CLASSIC.setting(paper=paper, margins=margins)
    sides = setting.margins
    assert min(sides.top, sides.bottom, sides.inside, sides.outside) >= 10
    assert 40 < setting.characters(setting.column_width) < 95


def test_a_sheet_of_a_booklet_holds_two_of_its_pages() -> None:
    booklets = [paper for paper in CLASSIC.sets.papers.values() if paper.booklet]
    assert len(booklets) == 2
    for paper in booklets:
        assert paper.booklet == (2 * paper.width, paper.height) or paper.booklet == (297, 210)


def test_labels_hang_beside_the_text_only_where_it_keeps_a_good_measure() -> None:
    assert CLASSIC.setting().hangs
    assert CLASSIC.setting(margins="punched").hangs
    for names in ({"paper": "a5"}, {"size": "large-print"}, {"size": "clear"}, {"margins": "notes"}):
        setting = CLASSIC.setting(**names)
        assert setting.hang == 0
        assert setting.column_width == setting.text_width


def test_large_print_has_nothing_smaller_than_its_text() -> None:
    kind = CLASSIC.setting(size="large-print").type
    assert kind.size == 18
    assert {kind.factor(name) for name in kind.scale if kind.scale[name] < 1} == {1}
    assert min(kind.factor(name) for name in kind.scale) == 1


def test_wide_letters_come_with_wide_words() -> None:
    for size in CLASSIC.sets.sizes:
        kind = CLASSIC.setting(size=size, spacing="dyslexia").type
        assert kind.word_spacing > 3 * kind.letter_spacing > 0
        assert kind.line_height == 1.5
        assert not kind.hyphens
        assert not kind.italics


@pytest.mark.parametrize("ink", ["grey", "saving"])
def test_greys_keep_the_contrast_of_words_and_the_order_of_lightness(ink: str) -> None:
    printed, ours = CLASSIC.setting(ink=ink).colours, CLASSIC.theme.colours
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in printed.values())
    for word in WORDS:
        for ground in GROUNDS:
            assert contrast(printed[word], printed[ground]) >= 4.5, (word, ground)
    if ink == "grey":
        order = sorted(WORDS, key=lambda role: contrast(ours[role], "#000000"))
        assert [printed[role] for role in order] == sorted(printed[role] for role in order)


def test_ink_is_saved_by_filling_no_area() -> None:
    setting = CLASSIC.setting(ink="saving")
    assert {setting.colours[ground] for ground in GROUNDS} == {"#FFFFFF"}
    assert "unfilled" in setting.classes.split()
