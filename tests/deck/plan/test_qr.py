"""QR codes in decks, read as a camera reads them."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from pptx import Presentation
from pptx.util import Cm

from diptych.deck.template.design import SLIDE_SIZES, own_design
from diptych.deck.values import Deck, Picture, Slide, TextShape
from diptych.deck.write.deck import write_deck
from tests.deck.planned import LAYOUT, lesson, planned, taught, words

ADDRESS = "https://docs.python.org/3/library/bisect.html"
SENTENCE = "See [one page](https://one.example/a) and [another](https://two.example/)."
LINKS = f"- text: {SENTENCE} Write to <mailto:me@two.example>.\n  slide: ['{SENTENCE}']\n"


def codes(slide: Slide) -> list[Picture]:
    return [one for one in slide.shapes if isinstance(one, Picture) and one.name == "QR code"]


def scanned(picture: Picture) -> str:
    with Image.open(io.BytesIO(picture.data)) as image:
        found = zxingcpp.read_barcodes(image.convert("L"))
    assert len(found) == 1
    return str(found[0].text)


def of_links(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if slide.title.startswith("Links")]


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
def test_a_code_fills_its_slide_with_its_address_below(aspect: str) -> None:
    (slide,) = taught(planned(lesson(f"- qr: {ADDRESS}\n  caption: The module bisect"), aspect))
    (code,) = codes(slide)
    assert scanned(code) == ADDRESS
    assert code.alt == f"QR code: {ADDRESS}"
    assert code.svg.startswith(b"<svg")
    assert code.box.width == code.box.height >= Cm(4)
    assert slide.title == "The module bisect"
    assert "docs.python.org/3/library/bisect.html" in words(slide)


@pytest.mark.parametrize("aspect", SLIDE_SIZES)
def test_the_address_of_the_document_is_a_code_on_the_title_slide(aspect: str) -> None:
    front = "address: https://school.example/x\nsubtitle: " + "words " * 12 + "\nauthors: [A B]\n"
    first = planned(lesson("- points: [a, b]", front), aspect).slides[0]
    (code,) = codes(first)
    assert scanned(code) == "https://school.example/x"
    assert code.box.width >= Cm(4)
    assert "school.example/x" in words(first)
    others = [one.box for one in first.shapes[1:] if isinstance(one, TextShape)]
    assert len(others) == 3
    for box in others:
        assert box.right <= code.box.x or box.y >= code.box.bottom or box.bottom <= code.box.y


def test_without_an_address_there_is_no_code() -> None:
    assert not any(codes(slide) for slide in planned(lesson("- points: [a, b]")).slides)


def test_every_link_of_the_deck_has_a_code_at_its_end_where_the_author_wants_it() -> None:
    deck = planned(lesson(LINKS, "deck: {qr: links}\n"))
    (slide,) = of_links(deck)
    assert [scanned(one) for one in codes(slide)] == ["https://one.example/a", "https://two.example/"]
    assert "one page\none.example/a" in words(slide)
    assert all(one.box.width >= Cm(4) for one in codes(slide))
    assert of_links(planned(lesson(LINKS))) == []


def test_many_links_take_several_slides_and_none_is_lost() -> None:
    points = "".join(f"\n    - See [page {n}](https://example.org/{n})" for n in range(11))
    slides = of_links(planned(lesson(f"- points:{points}", "deck: {qr: links}\n")))
    assert len(slides) == 3
    assert [scanned(one) for slide in slides for one in codes(slide)] == [
        f"https://example.org/{n}" for n in range(11)
    ]


def test_codes_are_vectors_with_pixels_beside_them_in_the_file() -> None:
    deck = planned(lesson(f"- qr: {ADDRESS}"))
    shown = Presentation(io.BytesIO(write_deck(deck, own_design(LAYOUT))))
    (picture,) = [one for slide in shown.slides for one in slide.shapes if one.shape_type == 13]
    assert "svgBlip" in picture._element.xml
    assert picture._element.nvPicPr.cNvPr.get("descr") == f"QR code: {ADDRESS}"
