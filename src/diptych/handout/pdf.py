"""The HTML of a handout becomes its PDF, or an error that names what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from diptych.handout.assets import BASE, fetcher
from diptych.handout.complaints import complaints_of_weasyprint, findings_from
from diptych.handout.fonts import only_fonts_of
from diptych.handout.pdf_ua import write_pdf_ua
from diptych.handout.weasyprint_import import import_weasyprint
from diptych.layout.load import Layout
from diptych.material.document import Document
from diptych.material.findings import SourceError


@dataclass(frozen=True)
class HandoutFile:
    """The finished PDF and the number of its pages."""

    data: bytes = field(repr=False)
    pages: int


def render_pdf(html: str, document: Document, layout: Layout) -> HandoutFile:
    """The PDF/UA-1 file of a handout.

    Raises SourceError for all that WeasyPrint would only log: a picture that cannot be drawn, a
    character that no font has, a CSS property that it does not know; MissingLibraryError without Pango.
    """
    with only_fonts_of(layout.theme), complaints_of_weasyprint() as complaints:
        made = _typeset(html, document, layout)
    if complaints:
        raise SourceError(findings_from(complaints, document))
    return made


def _typeset(html: str, document: Document, layout: Layout) -> HandoutFile:
    page = import_weasyprint().HTML(string=html, base_url=BASE, url_fetcher=fetcher(document, layout))
    rendering = page.render(pdf_variant="pdf/ua-1")
    return HandoutFile(write_pdf_ua(rendering, document.material.license), len(rendering.pages))
