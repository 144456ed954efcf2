"""The package under the deck: parts, relations and the zip file. All private API of python-pptx is here."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from types import MappingProxyType
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from diptych.deck.write.ooxml import NAMESPACES, P
from diptych.deck.write.opc import content_types, zip_parts

SlidePart = Part
_EXTENSIONS = MappingProxyType({"image/png": "png", "image/jpeg": "jpeg", "image/svg+xml": "svg"})
_FIRST_SLIDE_ID = 256


@dataclass
class DeckPackage:
    """A presentation under way. Slides are parts of text, which python-pptx relates to each other."""

    template: bytes = field(repr=False)
    slides: list[SlidePart] = field(default_factory=list, repr=False)
    images: dict[tuple[bytes, str], SlidePart] = field(default_factory=dict, repr=False)
    charts: Iterator[int] = field(default_factory=partial(count, 1), repr=False)

    def __post_init__(self) -> None:
        presentation = Presentation(io.BytesIO(self.template))
        self._root: Any = presentation.part
        layouts = (layout for master in presentation.slide_masters for layout in master.slide_layouts)
        self._notes_master = self._root.part_related_by(RT.NOTES_MASTER)
        self._layouts = {str(layout.part.partname): layout.part for layout in layouts}

    def add_slide(self, layout: str) -> SlidePart:
        """A new slide on the layout whose part bears that name; its XML is set as `blob` later."""
        slide = self._new(f"/ppt/slides/slide{len(self.slides) + 1}.xml", CT.PML_SLIDE)
        slide.relate_to(self._layouts[layout], RT.SLIDE_LAYOUT)
        self.slides.append(slide)
        return slide

    def add_notes(self, slide: SlidePart, number: int, xml: bytes) -> None:
        """The notes page of the slide of that number, from 1."""
        notes = self._new(f"/ppt/notesSlides/notesSlide{number}.xml", CT.PML_NOTES_SLIDE, xml)
        notes.relate_to(self._notes_master, RT.NOTES_MASTER)
        notes.relate_to(slide, RT.SLIDE)
        slide.relate_to(notes, RT.NOTES_SLIDE)

    def image(self, slide: SlidePart, data: bytes, media_type: str) -> str:
        """The id by which the slide refers to a picture; equal pictures are stored once."""
        if (data, media_type) not in self.images:
            # A template may have pictures of its own, called image1 and so on.
            name = f"/ppt/media/picture{len(self.images) + 1}.{_EXTENSIONS[media_type]}"
            self.images[data, media_type] = self._new(name, media_type, data)
        return slide.relate_to(self.images[data, media_type], RT.IMAGE)

    def chart(self, slide: SlidePart, xml: Callable[[str], bytes], workbook: bytes) -> str:
        """The id by which the slide refers to a chart, which is told the id of its workbook."""
        # A template may have charts of its own, called chart1 and so on.
        number = next(self.charts)
        chart = self._new(f"/ppt/charts/slideChart{number}.xml", CT.DML_CHART)
        book = self._new(f"/ppt/embeddings/chartData{number}.xlsx", CT.SML_SHEET, workbook)
        chart.blob = xml(chart.relate_to(book, RT.PACKAGE))
        return slide.relate_to(chart, RT.CHART)

    def hyperlink(self, slide: SlidePart, address: str) -> str:
        """The id by which the slide refers to a web address."""
        return slide.relate_to(address, RT.HYPERLINK, is_external=True)

    def jump(self, slide: SlidePart, other: SlidePart) -> str:
        """The id by which the slide refers to another slide."""
        return slide.relate_to(other, RT.SLIDE)

    def add_properties(self, core: bytes, app: bytes, custom: bytes) -> None:
        """The parts that tell of the file as a whole; an empty one is left out."""
        kinds = (
            ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core),
            ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, app),
            ("custom", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES, custom),
        )
        for name, content_type, relation, xml in kinds:
            if xml:
                self._root.package.relate_to(self._new(f"/docProps/{name}.xml", content_type, xml), relation)

    def slide_id(self, number: int) -> int:
        """The id of the slide of that number, from 0, in the presentation's list."""
        return _FIRST_SLIDE_ID + number

    def list_slides(self) -> None:
        """Puts every slide into the presentation's list, which stands before the slide size."""
        entries = (
            f'<p:sldId id="{self.slide_id(number)}" r:id="{self._related(slide)}"/>'
            for number, slide in enumerate(self.slides)
        )
        listed = parse_xml(f"<p:sldIdLst {NAMESPACES}>{''.join(entries)}</p:sldIdLst>")
        self._root._element.find(f"{{{P}}}sldSz").addprevious(listed)

    def add_extensions(self, xml: str) -> None:
        """Puts the list of extensions at the end of the presentation part."""
        self._root._element.append(parse_xml(xml))

    def to_bytes(self) -> bytes:
        """The PPTX file: the same bytes for the same parts."""
        parts = sorted(self._reachable(), key=lambda one: _in_order(one.partname))
        kinds = {one.partname.membername: one.content_type for one in parts}
        files = {"[Content_Types].xml": content_types(kinds)}
        files["_rels/.rels"] = bytes(self._root.package._rels.xml)
        for one in parts:
            files[one.partname.membername] = one.blob
            if len(one.rels):
                files[one.partname.rels_uri.membername] = bytes(one.rels.xml)
        return zip_parts(files)

    def _related(self, slide: SlidePart) -> str:
        """The id of a new relation to the slide. `relate_to` would look through all the others first."""
        return str(self._root.rels._add_relationship(RT.SLIDE, slide))

    def _new(self, name: str, content_type: str, blob: bytes = b"") -> SlidePart:
        return Part(PackURI(name), content_type, self._root.package, blob)

    def _reachable(self) -> Iterator[SlidePart]:
        """Every part once. python-pptx walks relations by recursion, which long chains of links end."""
        seen: set[str] = set()
        waiting = list(self._root.package._rels.values())
        while waiting:
            rel = waiting.pop()
            if rel.is_external or rel.target_part.partname in seen:
                continue
            seen.add(rel.target_part.partname)
            waiting.extend(rel.target_part.rels.values())
            yield rel.target_part


def _in_order(name: str) -> list[tuple[int, str]]:
    """A key that sorts slide2 before slide10."""
    pieces = re.split(r"(\d+)", name)
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in pieces]
