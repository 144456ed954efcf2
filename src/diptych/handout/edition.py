"""Which handout is made: for whom, in which form, how it is set, and what its file can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.handout.organiser_sheet import sheet_setting
from diptych.layout.load import Layout
from diptych.layout.setting import Setting

Form = Literal["outline", "prose", "cloze", "cornell", "organiser", "flashcards", "exit-slips"]
# A gap is left blank, or its word is written into the blank, or it stands there as if there were no gap.
Gaps = Literal["blank", "written", "filled"]


@dataclass(frozen=True)
class Edition:
    """One handout among those that a source can become.

    `paper` to `ink` name sets of the layout; empty ones mean its defaults. `fit` is how many pages there
    may be, 0 as many as it takes. `seed` and `count` choose the questions of exit slips.
    """

    edition: Literal["student", "teacher", "answers"] = "student"
    form: Form = "outline"
    paper: str = ""
    size: str = ""
    spacing: str = ""
    margins: str = ""
    ink: str = ""
    fit: int = 0
    fillable: bool = False
    archive: bool = False
    seed: int = 1
    count: int = 0

    def setting(self, layout: Layout, lang: str = "") -> Setting:
        """How it is set on paper in this layout and in a language.

        What is cut up, or stands on one page, is no booklet, and is printed on the sheets of one. Raises
        LayoutError for a set that the layout lacks.
        """
        setting = layout.setting(self.paper, self.size, self.spacing, self.margins, self.ink, lang)
        if self.form == "organiser":
            return sheet_setting(setting.unfolded)
        return setting.unfolded if self.form in {"flashcards", "exit-slips"} else setting

    @property
    def classes(self) -> str:
        """What the style sheets know it by: `edition-student form-outline`."""
        return f"edition-{self.edition} form-{self.form}"

    @property
    def gaps(self) -> Gaps:
        """How the gaps in running text are printed; those of questions are never filled in."""
        if self.form in {"prose", "organiser", "flashcards"}:
            return "filled"
        return "written" if self.edition == "teacher" else "blank"


STUDENT = Edition()
