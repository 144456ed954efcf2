"""Pages and slides as pictures, as the finished files show them."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from diptych.deck.design.design import DeckDesign
from diptych.deck.print.forms import FORMS, MARGINS
from diptych.deck.print.printed import printed_deck
from diptych.deck.values import Deck, Slide
from diptych.layout.load import Layout
from diptych.material.labels import Labels
from diptych.material.scripts import right_to_left
from diptych.pdf.typeset import LoadedFonts

_POINTS = 72 / 25.4
# Pixels to a point: sharp on screens of twice the usual density.
_PAGE, _SLIDE = 1.6, 4.0
_PLACES = re.compile(r"Place\(line=\d+, column=\d+\)")


@dataclass(frozen=True)
class Picture:
    """One page or slide: PNG, its words for those who cannot see it, and a digest of what it shows."""

    data: bytes = field(repr=False)
    words: str
    digest: str


def pictures_of_pages(pdf: bytes) -> tuple[Picture, ...]:
    """Every page of a handout."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_drawn(page, _PAGE) for page in document)


def pictures_of_slides(
    deck: Deck,
    design: DeckDesign,
    layout: Layout,
    labels: Labels,
    known: dict[str, Picture],
    fonts: dict[str, LoadedFonts],
) -> tuple[Picture, ...]:
    """Every slide; those that are `known` by what they show are not drawn again, new ones are kept there."""
    keys = [_key(slide, number) for number, slide in enumerate(deck.slides, 1)]
    missing = [number for number, key in enumerate(keys, 1) if key not in known]
    for number, picture in zip(
        missing, _slides(missing, keys, deck, design, layout, labels, fonts), strict=True
    ):
        known[keys[number - 1]] = picture
    for key in known.keys() - set(keys):
        del known[key]
    return tuple(known[key] for key in keys)


def _key(slide: Slide, number: int) -> str:
    """What a slide shows, wherever it stands in the source."""
    shown = _PLACES.sub(
        "", repr((number, slide.layout, slide.title, slide.shapes, slide.footer, slide.hidden))
    )
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def _slides(
    numbers: Sequence[int],
    keys: Sequence[str],
    deck: Deck,
    design: DeckDesign,
    layout: Layout,
    labels: Labels,
    fonts: dict[str, LoadedFonts],
) -> Iterator[Picture]:
    """Slides cut from the pages on which six stand each."""
    import pypdfium2

    if not numbers:
        return
    form, back = FORMS["six"], right_to_left(deck.properties.lang)
    height = form.width * deck.height / deck.width
    made = printed_deck(deck, design, layout, labels, "six", numbers=frozenset(numbers), fonts=fonts)
    with pypdfium2.PdfDocument(made.data) as document:
        pages = [page.render(scale=_SLIDE).to_pil() for page in document]
        for index in range(len(numbers)):
            x, y = form.place(index % form.on_page, back)
            left, top = MARGINS[3] + x, MARGINS[0] + y
            page = index // form.on_page
            sides = (left, top, left + form.width, top + height)
            cut = pages[page].crop(tuple(round(mm * _POINTS * _SLIDE) for mm in sides))
            words = _words_in(document[page], left, top, form.width, height)
            yield Picture(_png(cut), words, keys[numbers[index] - 1])


def _drawn(page: Any, scale: float) -> Picture:
    words = " ".join(page.get_textpage().get_text_bounded().split())
    data = _png(page.render(scale=scale).to_pil())
    return Picture(data, words, hashlib.sha256(data + words.encode()).hexdigest()[:32])


def _png(picture: Any) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


def _words_in(page: Any, left: float, top: float, width: float, height: float) -> str:
    high = page.get_height()
    ends = (left * _POINTS, high - (top + height) * _POINTS, (left + width) * _POINTS, high - top * _POINTS)
    return " ".join(page.get_textpage().get_text_bounded(*ends).split())
