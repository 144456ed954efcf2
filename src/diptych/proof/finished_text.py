"""What can be read in the finished files, by libraries that did not write them: pdfium, and plain XML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from diptych.layout.setting import Setting
from diptych.proof.leaves import letters
from diptych.proof.opc import OpenPackage
from diptych.proof.tagged_text import read_tags, tagged

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DESCRIBED = "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"
_NAMED = "{http://schemas.openxmlformats.org/presentationml/2006/main}cSld"
_POINTS_PER_MM = 72 / 25.4
# Headers and footers stand further from the text than this, in mm.
_AROUND = 3.0


class PdfLetters(NamedTuple):
    """The letters and digits of a PDF: by page, in alternative texts, and in its named elements."""

    pages: tuple[str, ...]
    described: str
    named: Mapping[str, str]


class Body(NamedTuple):
    """What header and footer take of a page in mm, and what stays free above the text of the `first`."""

    top: float
    bottom: float
    first: float

    def above(self, page: int) -> float:
        """What lies above the text of a page, counted from 0."""
        return self.top if page else self.first


def body_of(setting: Setting) -> Body:
    """The part of the pages that are so set in which no running header or footer stands."""
    margins = setting.margins
    return Body(*(room - _AROUND for room in (margins.top, margins.bottom, margins.first)))


def pdf_letters(data: bytes, body: Body) -> PdfLetters:
    """All that can be read in a PDF, but for what stands in its margins."""
    import pypdfium2  # type: ignore[import-untyped]

    pages, found = list[str](), defaultdict[str, str](str)
    pdf = pypdfium2.PdfDocument(data)
    try:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            low, high = body.bottom * _POINTS_PER_MM, page.get_height() - body.above(number) * _POINTS_PER_MM
            pages.append(letters(text.get_text_bounded(0, low, page.get_width(), high)))
            read_tags(page, text, found)
    finally:
        pdf.close()
    tags = tagged(found)
    return PdfLetters(tuple(pages), tags.described, tags.named)


class SlideLetters(NamedTuple):
    """The letters of a slide and of its speaker notes, and the names of the blocks that it shows."""

    slide: str
    notes: str
    names: frozenset[str] = frozenset()


def slide_letters(package: OpenPackage) -> tuple[SlideLetters, ...]:
    """What stands on every slide (words and descriptions) and in its notes."""
    return tuple(_slide(package, name) for name in package.slides())


def _slide(package: OpenPackage, name: str) -> SlideLetters:
    notes, charts = package.related(name, "notesSlide"), package.related(name, "chart")
    drawn = "".join(_part(package, one) for one in charts)
    told = "".join(_part(package, one) for one in notes)
    named = next(package.tree(name).iter(_NAMED)).get("name") or ""
    return SlideLetters(_part(package, name) + drawn, told, frozenset(named.split()))


def _part(package: OpenPackage, name: str) -> str:
    tree = package.tree(name)
    words = "".join(_paragraphs(tree))
    described = "".join(element.get("descr") or "" for element in tree.iter(_DESCRIBED))
    return letters(words) + letters(described)


def _paragraphs(tree: object) -> Iterator[str]:
    for text in tree.iter(f"{_A}t", f"{_C}v"):  # type: ignore[attr-defined]
        yield text.text or ""
