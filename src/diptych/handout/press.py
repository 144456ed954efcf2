"""One edition of the handout goes to press: set in type, checked, and imposed where it becomes a booklet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diptych.handout.edition import Edition
from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from diptych.layout.load import Layout
from diptych.material.document import Document
from diptych.pdf.typeset import PdfFile


@dataclass(frozen=True)
class Press:
    """Prints the editions of one document.

    `slides` are the first and last slide of each section by its name. `source` is the YAML that an archived
    file carries.
    """

    document: Document
    layout: Layout
    slides: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    source: bytes = b""
    printed: dict[Edition, PdfFile] = field(default_factory=dict, repr=False)

    def print(self, edition: Edition) -> PdfFile:
        """The file of an edition, set once. Raises SourceError where it cannot be set."""
        if edition not in self.printed:
            self.printed[edition] = self._set(edition)
        return self.printed[edition]

    def _set(self, edition: Edition) -> PdfFile:
        html = render_html(self.document, self.layout, self.slides, edition)
        return render_pdf(html, self.document, self.layout)
