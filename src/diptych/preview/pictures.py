"""Pages and slides as pictures, as the finished files show them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from diptych.deck.design.design import DeckDesign
from diptych.deck.print.forms import FORMS, MARGINS
from diptych.deck.print.printed import printed_deck
from diptych.deck.values import Deck, Slide, SlideSection
from diptych.layout.load import Layout
from diptych.material.labels import Labels
from diptych.material.scripts import right_to_left

_POINTS = 72 / 25.4
# Pixels to a point: sharp on screens of twice the usual density.
_PAGE, _SLIDE = 1.6, 4.0


@dataclass(frozen=True)
class Picture:
    """One page or slide: PNG, the words on it for those who cannot see it, and a digest of both."""

    data: bytes = field(repr=False)
    words: str = ""

    @property
    def digest(self) -> str:
        """The same for the same picture."""
        return hashlib.sha256(self.data + self.words.encode()).hexdigest()[:16]


def pictures_of_pages(pdf: bytes) -> tuple[Picture, ...]:
    """Every page of a handout."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_drawn(page, _PAGE) for page in document)


def pictures_of_slides(
    deck: Deck, design: DeckDesign, layout: Layout, labels: Labels, known: dict[str, Picture]
) -> tuple[Picture, ...]:
    """Every slide; those that are `known` by what they show are not drawn again, new ones are kept there."""
    keys = [_key(slide) for slide in deck.slides]
    missing = [slide for slide, key in zip(deck.slides, keys, strict=True) if key not in known]
    for slide, picture in zip(missing, _slides(missing, deck, design, layout, labels), strict=True):
        known[_key(slide)] = picture
    for key in known.keys() - set(keys):
        del known[key]
    return tuple(known[key] for key in keys)


def _key(slide: Slide) -> str:
    """What a slide shows; wherever it stands in the source."""
    return hashlib.sha256(repr(replace(slide, notes=())).encode()).hexdigest()


def _slides(
    slides: list[Slide], deck: Deck, design: DeckDesign, layout: Layout, labels: Labels
) -> Iterator[Picture]:
    """Slides cut from the pages on which six stand each."""
    import pypdfium2

    if not slides:
        return
    part = replace(deck, sections=(SlideSection("", tuple(replace(one, notes=()) for one in slides)),))
    form, back = FORMS["six"], right_to_left(deck.properties.lang)
    height = form.width * deck.height / deck.width
    with pypdfium2.PdfDocument(printed_deck(part, design, layout, labels, "six").data) as document:
        pages = [_drawn(page, _SLIDE) for page in document]
        for index in range(len(slides)):
            x, y = form.place(index, back)
            left, top = MARGINS[3] + x, MARGINS[0] + y
            box = tuple(mm * _POINTS * _SLIDE for mm in (left, top, left + form.width, top + height))
            words = _words_in(document[index // form.on_page], left, top, form.width, height)
            yield Picture(_cropped(pages[index // form.on_page].data, box), words)


def _drawn(page: Any, scale: float) -> Picture:
    data = io.BytesIO()
    page.render(scale=scale).to_pil().save(data, "PNG", compress_level=1)
    return Picture(data.getvalue(), " ".join(page.get_textpage().get_text_bounded().split()))


def _cropped(data: bytes, box: tuple[float, ...]) -> bytes:
    from PIL import Image

    left, top, right, bottom = map(round, box)
    cut = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.crop((left, top, right, bottom)).save(cut, "PNG", compress_level=1)
    return cut.getvalue()


def _words_in(page: Any, left: float, top: float, width: float, height: float) -> str:
    high = page.get_height()
    ends = (left * _POINTS, high - (top + height) * _POINTS, (left + width) * _POINTS, high - top * _POINTS)
    return " ".join(page.get_textpage().get_text_bounded(*ends).split())
