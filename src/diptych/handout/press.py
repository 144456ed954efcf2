"""One edition of the handout goes to press: set in type, checked, and imposed where it becomes a booklet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from diptych.handout.edition import Edition
from diptych.handout.html import render_html
from diptych.handout.pdf import render_pdf
from diptych.handout.teaching import NOT_PRINTED, StudentPages
from diptych.layout.load import Layout, LayoutError
from diptych.material.document import Document
from diptych.pdf.archive import Attachment
from diptych.pdf.booklet import imposed
from diptych.pdf.typeset import PdfFile

SlideNumbers = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Press:
    """Prints the editions of one document.

    `slides` gives the first and last slide of each section by its name. It is asked only where they are
    told: to teachers, and in headings where `tell_slides`. `source` gives the YAML for an archived file.
    """

    document: Document
    layout: Layout
    slides: Callable[[], SlideNumbers] = dict
    tell_slides: bool = False
    source: Callable[[], bytes] = bytes
    pages: dict[Edition, PdfFile] = field(default_factory=dict, repr=False)

    def print(self, edition: Edition) -> PdfFile:
        """The file of an edition; a booklet's pages stand two to a sheet, in the order for folding."""
        made = self.set(edition)
        sheet = edition.setting(self.layout).paper.booklet
        return replace(made, data=imposed(made.data, sheet)) if sheet else made

    def set(self, edition: Edition) -> PdfFile:
        """The pages of an edition in reading order, set once.

        Raises SourceError where it cannot be set, LayoutError where a teacher's pages are not the student's.
        """
        if edition not in self.pages:
            self.pages[edition] = self._set(edition)
        return self.pages[edition]

    def _set(self, edition: Edition) -> PdfFile:
        if edition.edition == "teacher":
            return self._set_for_teacher(edition)
        return self._typeset(edition, NOT_PRINTED)

    def _set_for_teacher(self, edition: Edition) -> PdfFile:
        """The student's pages with answers in place. That they are the same is proved here, each time."""
        student = self.set(replace(edition, edition="student", archive=False))
        pages = StudentPages(student.pages, student.pages_of, self.slides())
        made = self._typeset(edition, pages)
        if moved := [name for name, page in student.pages_of.items() if made.pages_of.get(name) != page]:
            known = f"page {student.pages_of[moved[0]]} to {made.pages_of.get(moved[0], 'none')}"
            raise LayoutError(
                f"in the layout `{self.layout.name}` answers move what stands on the student's pages "
                f"({moved[0]} from {known}); `teacher.css` must give them no height"
            )
        return made

    def _typeset(self, edition: Edition, student: StudentPages) -> PdfFile:
        slides = self.slides() if self.tell_slides else {}
        html = render_html(self.document, self.layout, slides, edition, student)
        return render_pdf(
            html,
            self.document,
            self.layout,
            edition.setting(self.layout).greys,
            archive=self._kept_source() if edition.archive else None,
            fillable=edition.fillable,
        )

    def _kept_source(self) -> Attachment:
        return Attachment("source.yaml", self.source(), f"{self.document.material.title.plain()} (YAML)")
