"""What every slide is made with, and what a slide is before it has its place in the deck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import Area, SlideLayouts
from diptych.deck.measure.fit import demand, fit
from diptych.deck.measure.fonts import Fonts
from diptych.deck.plan.footnotes import number_footnotes
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.runs import Gaps, Voice
from diptych.deck.values import Box, Crop, Run, Shape, TextParagraph, TextShape
from diptych.figures.drawing import Drawing
from diptych.layout.theme import Theme
from diptych.material.document import Document
from diptych.material.labels import Labels
from diptych.material.names import Names
from diptych.material.place import NOWHERE, Place


@dataclass(frozen=True)
class Studio:
    """The document with the names of its parts, the design, its fonts as measured, its language's voice.

    `drawn` keeps pictures as slides show them, `figures` maps and timelines.
    """

    document: Document
    theme: Theme
    layouts: SlideLayouts
    fonts: Fonts
    voice: Voice
    names: Names
    drawn: dict[tuple[str, Crop], bytes] = field(default_factory=dict, repr=False, compare=False)
    figures: dict[tuple[object, ...], tuple[Drawing, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def labels(self) -> Labels:
        """The layout's own words."""
        return self.document.labels

    def area(self, layout: str, key: str) -> Area:
        """A placeholder or region of a slide layout."""
        found = self.layouts[layout]
        return found.placeholders[key] if key in found.placeholders else found.regions[key]

    def speaking(self, lang: str) -> Studio:
        """The same studio for text in another language; the empty tag changes nothing."""
        return replace(self, voice=self.voice.in_language(lang))


def studio_of(document: Document, design: DeckDesign) -> Studio:
    """The studio in which a document's deck is planned in this design."""
    material = document.material
    gaps: Gaps = "blank" if document.for_students else "filled"
    voice = Voice(document, material.lang, number_footnotes(material), gaps)
    fonts = design.fonts
    names = Names(material.sections)
    return Studio(document, design.theme, design.planned, fonts, voice, names, design.drawn, design.figures)


@dataclass(frozen=True)
class Content:
    """What stands below the headline: a slide layout, and one group of shapes for each slide needed.

    `part_names` tell its parts from each other in words of their own, such as the years that each shows.
    """

    layout: str
    parts: tuple[tuple[Shape, ...], ...]
    part_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """One slide, or several where its content was split, before titles and keys are settled.

    `names` are what links call it. The first part gets all of `notes`, the others `later_notes`. `footer`
    is cut to the room that there is. `shows` are the names of the blocks that it shows, and last that of
    their section. `headed_by` is where the words of the title stand in the source, if elsewhere than `place`.
    """

    title: tuple[Run, ...]
    content: Content
    notes: tuple[TextParagraph, ...] = ()
    later_notes: tuple[TextParagraph, ...] = ()
    names: tuple[str, ...] = ()
    footer: str = ""
    place: Place = field(default=NOWHERE, compare=False)
    hidden: bool = False
    shows: tuple[str, ...] = ()
    headed_by: Place = field(default=NOWHERE, compare=False)


def placed(
    area: Area, paragraphs: Sequence[TextParagraph], place: Place, box: Box | None = None
) -> tuple[TextShape, ...]:
    """The paragraphs in their placeholder; nothing where there are none."""
    if not paragraphs:
        return ()
    name = area.key.replace("-", " ").capitalize()
    return (TextShape(name, box or area.box, tuple(paragraphs), placeholder=area.key, place=place),)


def flowing(
    studio: Studio,
    layout: str,
    body: str,
    paragraphs: Sequence[TextParagraph],
    place: Place,
    fixed: Mapping[str, Paragraphs] | None = None,
) -> Content:
    """Content whose placeholder `body` is split over as many slides as it needs.

    What stands in `fixed` is repeated on each. Raises SourceError where that does not fit.
    """
    groups = fit(paragraphs, studio.area(layout, body), studio.fonts, place)
    filled = {body, *(fixed or {})}
    order = [key for key in studio.layouts[layout].placeholders if key in filled]
    constant = {key: _constant(studio, layout, key, words, place) for key, words in (fixed or {}).items()}
    parts = (tuple(_in_order(studio, layout, order, {**constant, body: group}, place)) for group in groups)
    return Content(layout, tuple(parts))


def _constant(studio: Studio, layout: str, key: str, words: Paragraphs, place: Place) -> Paragraphs:
    return demand(words, studio.area(layout, key), studio.fonts, place, "this text") if words else ()


def _in_order(
    studio: Studio, layout: str, order: Iterable[str], filled: Mapping[str, Paragraphs], place: Place
) -> Iterable[Shape]:
    for key in order:
        yield from placed(studio.area(layout, key), filled[key], place)
