"""One edition of the handout goes to press: set in type, checked, and imposed where it becomes a booklet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from jinja2 import Environment

from diptych.handout.costs import costs, overfull
from diptych.handout.drawings import Portfolio
from diptych.handout.edition import Edition
from diptych.handout.fitting import Fitted, fitted
from diptych.handout.html import render_html
from diptych.handout.organiser import Organiser
from diptych.handout.organiser_fit import fitted_organiser, remarks
from diptych.handout.pdf import render_pdf
from diptych.handout.teaching import NOT_PRINTED, StudentPages
from diptych.layout.load import Layout, LayoutError
from diptych.layout.setting import Setting
from diptych.material.document import Document
from diptych.material.findings import SourceError
from diptych.material.gaps_from_facts import with_gaps
from diptych.pdf.archive import Attachment
from diptych.pdf.typeset import PdfFile

# What the pages of an organiser leave free, in mm; the next where what was planned takes a line more.
_SLACK = (1.5, 6.0, 12.0)

SlideNumbers = Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class Press:
    """Prints the editions of one document.

    `slides` gives the first and last slide of each section by its name. It is asked only where they are
    told: to teachers, and in headings where `tell_slides`. `source` gives the YAML for an archived file.
    `templates` are the layout's where they are open already; `fonts` keeps those that WeasyPrint has loaded.
    """

    document: Document
    layout: Layout
    slides: Callable[[], SlideNumbers] = dict
    tell_slides: bool = False
    source: Callable[[], bytes] = bytes
    templates: Environment | None = field(default=None, repr=False)
    fonts: dict[str, Any] = field(default_factory=dict, repr=False)
    made: dict[Edition, Fitted] = field(default_factory=dict, repr=False)
    portfolio: Portfolio = field(default_factory=Portfolio, repr=False)

    def print(self, edition: Edition) -> PdfFile:
        """The file of an edition; a booklet's pages stand two to a sheet, in the order for folding."""
        made = self.set(edition)
        sheet = self._setting(edition).paper.booklet
        return replace(made, writing=partial(_folded, made, sheet)) if sheet else made

    def set(self, edition: Edition) -> PdfFile:
        """The pages of an edition in reading order, set once.

        Raises SourceError where it cannot be set or takes more pages than it may, LayoutError where a
        teacher's pages are not the student's.
        """
        return self._fitted(edition).file

    def _fitted(self, edition: Edition) -> Fitted:
        if edition not in self.made:
            self.made[edition] = self._set(edition)
        return self.made[edition]

    def _set(self, edition: Edition) -> Fitted:
        setting = self._setting(edition)
        if edition.edition == "teacher":
            return self._set_for_teacher(edition)
        if edition.form == "organiser":
            return self._set_organiser(edition, setting)
        if edition.fit:
            make = partial(self._typeset, edition)
            return fitted(setting, edition.fit, make, partial(self._overfull, edition))
        return Fitted(self._typeset(edition, setting), setting)

    def _set_organiser(self, edition: Edition, setting: Setting) -> Fitted:
        """Its columns are planned before it is set, so that one layout does, unless it is off by a line."""
        for slack in _SLACK:
            organiser = fitted_organiser(self.document, setting, edition.fit, slack)
            made = self._typeset(edition, organiser.setting, organiser=organiser)
            if made.pages == len(organiser.pages):
                break
        return Fitted(replace(made, remarks=tuple(remarks(organiser))), organiser.setting)

    def _setting(self, edition: Edition) -> Setting:
        return edition.setting(self.layout, self.document.material.lang)

    def _overfull(self, edition: Edition, made: PdfFile) -> SourceError:
        what = "the handout" if edition.form == "outline" else f"the handout ({edition.form})"
        if edition.edition == "answers":
            what = "the answers"
        return overfull(what, made.stands.end, edition.fit, costs(self.document, made.stands))

    def _set_for_teacher(self, edition: Edition) -> Fitted:
        """The student's pages with answers in place. That they are the same is proved here, each time."""
        for_student = self._fitted(replace(edition, edition="student", archive=False))
        student = for_student.file
        pages = StudentPages(student.pages, student.pages_of, self.slides())
        made = self._typeset(edition, for_student.setting, pages)
        if moved := [name for name, page in student.pages_of.items() if made.pages_of.get(name) != page]:
            known = f"page {student.pages_of[moved[0]]} to {made.pages_of.get(moved[0], 'none')}"
            raise LayoutError(
                f"in the layout `{self.layout.name}` answers move what stands on the student's pages "
                f"({moved[0]} from {known}); `teacher.css` must give them no height"
            )
        return Fitted(replace(made, remarks=student.remarks), for_student.setting)

    def _typeset(
        self,
        edition: Edition,
        setting: Setting,
        student: StudentPages = NOT_PRINTED,
        organiser: Organiser | None = None,
    ) -> PdfFile:
        slides = self.slides() if self.tell_slides else {}
        document = with_gaps(self.document) if edition.form == "cloze" else self.document
        html = render_html(
            document,
            self.layout,
            slides,
            edition,
            student,
            setting,
            organiser,
            self.templates,
            self.portfolio,
        )
        return render_pdf(
            html,
            document,
            self.layout,
            self._setting(edition).greys,
            archive=self._kept(edition),
            fillable=edition.fillable,
            fonts=self.fonts,
        )

    def _kept(self, edition: Edition) -> tuple[Attachment, ...] | None:
        """What an archive keeps in the file: the source, which holds the answers, in a teacher's alone.

        With it come the files of references that it names.
        """
        if not edition.archive:
            return None
        if edition.edition == "student":
            return ()
        title = self.document.material.title.plain()
        libraries = self.document.libraries.items()
        kept = (Attachment(name, data, f"{title} (CSL-JSON)") for name, data in libraries)
        return (Attachment("source.yaml", self.source(), f"{title} (YAML)"), *kept)


def _folded(made: PdfFile, sheet: tuple[float, float]) -> bytes:
    """The file with two pages to a sheet."""
    from diptych.pdf.booklet import imposed

    return imposed(made.data, sheet)
