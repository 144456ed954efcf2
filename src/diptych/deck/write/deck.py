"""A deck of plain values becomes a PPTX file: native, editable, and the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from diptych.deck.design.design import DeckDesign
from diptych.deck.template.layouts import EMPTY_TREE
from diptych.deck.values import (
    Deck,
    DrawingShape,
    Group,
    LineShape,
    Link,
    Slide,
    SlideSection,
    TableShape,
    TextShape,
)
from diptych.deck.write.notes import notes_part
from diptych.deck.write.ooxml import NAMESPACES, P14, P, attribute, part
from diptych.deck.write.package import DeckPackage, SlidePart
from diptych.deck.write.properties import app_part, core_part, custom_part
from diptych.deck.write.shapes import footer, shape, slide_number
from diptych.deck.write.text import Sheet
from diptych.deck.write.timing import timing, transition

# So many slides are kept as they were written.
_MOST = 1000
# Shapes that are no parts of their own.
_ALONE = (TextShape, LineShape, Group, TableShape, DrawingShape)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def write_deck(deck: Deck, design: DeckDesign) -> bytes:
    """The PPTX file of the deck in this design.

    Raises LayoutError where the design lacks a colour.
    """
    package = DeckPackage(design.template)
    layouts = design.layouts
    parts = {slide.key: package.add_slide(layouts[slide.layout].part) for slide in deck.slides}
    _Writer(deck, design, package, parts).write()
    properties = deck.properties
    package.add_properties(core_part(properties), app_part(deck), custom_part(properties))
    return package.to_bytes()


@dataclass(frozen=True)
class _Writer:
    """One deck on its way into one package; `parts` are the slides' parts by key."""

    deck: Deck
    design: DeckDesign
    package: DeckPackage
    parts: dict[str, SlidePart]

    def write(self) -> None:
        for number, slide in enumerate(self.deck.slides, 1):
            own = self.parts[slide.key]
            own.blob, notes = self._written(slide, number, own)
            if slide.notes:
                self.package.add_notes(own, number, notes)
        self.package.list_slides()
        self.package.add_extensions(self._sections())

    def _written(self, slide: Slide, number: int, own: SlidePart) -> tuple[bytes, bytes]:
        """The slide's part and that of its notes; one that leads nowhere is written once for the design."""
        asked = (slide, number, self.deck.transition, self.deck.properties.lang)
        alone = all(isinstance(one, _ALONE) for one in slide.shapes)
        if alone and (known := self.design.written.get(asked)):
            return known
        led: list[Link] = []
        sheet, before = self._sheet(slide, led), len(own.rels)
        written = _slide(slide, number, sheet, transition(self.deck.transition))
        notes = notes_part(slide.notes, number, sheet) if slide.notes else b""
        if alone and not led and len(own.rels) == before:
            if len(self.design.written) >= _MOST:
                self.design.written.clear()
            self.design.written[asked] = (written, notes)
        return written, notes

    def _sheet(self, slide: Slide, led: list[Link]) -> Sheet:
        own = self.parts[slide.key]
        return Sheet(
            layout=self.design.layouts[slide.layout],
            table=self.design.layouts.table,
            palette=self.design.palette.on(self.design.layouts[slide.layout].ground),
            code_font=self.design.theme.deck.code.name,
            lang=self.deck.properties.lang,
            link=partial(self._relation, own, led),
            picture=partial(self.package.image, own),
            chart=partial(self.package.chart, own),
            numbers=count(2),
            fonts=self.design.fonts,
            rtl=any(area.rtl for area in self.design.layouts[slide.layout].placeholders.values()),
        )

    def _relation(self, own: SlidePart, led: list[Link], link: Link) -> str:
        """The id of the relation to a web address or another slide; none to what is not in the deck."""
        led.append(link)
        if link.url:
            return self.package.hyperlink(own, link.url)
        return self.package.jump(own, self.parts[link.slide]) if link.slide in self.parts else ""

    def _sections(self) -> str:
        """The named sections with the ids of their slides."""
        numbers = count()
        listed = (
            _section(index, section, [self.package.slide_id(next(numbers)) for _ in section.slides])
            for index, section in enumerate(self.deck.sections)
        )
        return (
            f'<p:extLst xmlns:p="{P}"><p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{P14}">'
            f"{''.join(listed)}</p14:sectionLst></p:ext></p:extLst>"
        )


def _slide(slide: Slide, number: int, sheet: Sheet, change: str) -> bytes:
    """The slide's own part. Footer and number stand last, for that is the order of reading."""
    shapes = [shape(one, sheet) for one in slide.shapes]
    if slide.footer and "footer" in sheet.layout.placeholders:
        shapes.append(footer(slide.footer, sheet))
    if sheet.layout.numbered and "number" in sheet.layout.placeholders:
        shapes.append(slide_number(number, sheet))
    hidden = ' show="0"' if slide.hidden else ""
    return part(
        f'<p:sld {NAMESPACES}{hidden}><p:cSld name="{attribute(_name(slide))}">'
        f"<p:spTree>{EMPTY_TREE}{''.join(shapes)}"
        f"</p:spTree></p:cSld><p:clrMapOvr>{sheet.layout.colour_map or '<a:masterClrMapping/>'}</p:clrMapOvr>"
        f"{change}{timing(sheet.built)}</p:sld>"
    )


def _name(slide: Slide) -> str:
    """The slide's name, which no viewer shows: its key, then the names of the blocks that it shows."""
    return " ".join((slide.key, *slide.shows))


def _section(index: int, section: SlideSection, slide_ids: list[int]) -> str:
    """One section; its own id comes from its name and place, so that it stays the same."""
    own = str(uuid5(NAMESPACE_URL, f"https://diptych.invalid/section/{index}/{section.name}")).upper()
    listed = "".join(f'<p14:sldId id="{number}"/>' for number in slide_ids)
    return (
        f'<p14:section name="{attribute(section.name)}" id="{{{own}}}">'
        f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
    )
