"""Cornell pages: cues at the left, notes beside them, a summary at the foot.

The form was made by Walter Pauk (How to Study in College, 1962): a narrow column for cues, a wide one for
notes, and a strip of about five centimetres across the foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from diptych.handout.contents import Part
from diptych.handout.credits import credit_html
from diptych.handout.cues import Cues, Row
from diptych.handout.inline import InlineWriter
from diptych.handout.prose import items_html, prose_html
from diptych.handout.skeleton import bare, bare_prose
from diptych.handout.tables import TableView, table_view
from diptych.layout.setting import Hanging, Setting
from diptych.material.blocks import Table
from diptych.material.document import Document
from diptych.material.markup import Prose, Rich

# mm on A4; on smaller paper the same shares.
_CUES, _CUE_SHARE = 56.0, 0.32
_STRIP_SHARE = 0.17
_GUTTER = 1.9  # ems between the columns, with the line in the middle
# Notes of fewer characters a line than this leave no room for cues beside them.
_FEWEST_CHARACTERS = 36
_ABOVE_STRIP = 0.35  # rulings between the notes and the strip, for cells whose ground goes below the text
_FIRST_RULE = 1.25  # rulings below the upper edge of the strip, where its label stands


@dataclass(frozen=True)
class SheetPart:
    """A section on its sheet, with the rows of its own blocks."""

    part: Part
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Cornell:
    """The sheets of a document as they are set; all lengths are mm."""

    document: Document
    page: Setting

    @property
    def beside(self) -> bool:
        """True where cues stand beside the notes, false where they stand above them."""
        room = self.page.text_width - self._cue_width - self._gutter
        return self.page.characters(room) >= _FEWEST_CHARACTERS

    @cached_property
    def setting(self) -> Setting:
        """The setting of what is printed among the notes."""
        column = self.notes_width
        beyond = self.page.text_width - column
        margins = replace(
            self.page.margins,
            inside=self.page.margins.inside + beyond,
            bottom=self._foot,
        )
        return replace(self.page, margins=margins, hanging=Hanging(0.0, 0.0, 0))

    @property
    def strip(self) -> float:
        """The height of the summary."""
        return round(_STRIP_SHARE * self.page.paper.height, 1)

    @property
    def notes_left(self) -> float:
        """Where the column of the notes begins, from the left edge of the text."""
        return self._cue_width + self._gutter if self.beside else 0.0

    @property
    def notes_width(self) -> float:
        """The width of the notes."""
        return self.page.text_width - self.notes_left

    @property
    def cue_width(self) -> float:
        """The width of the cues."""
        return self._cue_width if self.beside else self.page.text_width

    @property
    def rules_a_page(self) -> int:
        """More ruled lines than there is room for on a page."""
        return int(self.setting.text_height / self.page.ruling) + 1

    @cached_property
    def cues(self) -> Cues:
        """What finds the cues."""
        return Cues(self.document, self.page, self.cue_width, self.beside)

    def sheets(self, parts: tuple[Part, ...]) -> tuple[tuple[SheetPart, ...], ...]:
        """Each section of the top level with those inside it."""
        groups: list[list[SheetPart]] = []
        told: set[str] = set()
        for part in parts:
            if part.level == 2:
                groups.append([])
                told = set()
            groups[-1].append(SheetPart(part, self.cues.rows(part.blocks, told)))
        return tuple(tuple(_ended(group)) for group in groups)

    def table_view(self, table: Table) -> TableView:
        """The table as it stands in the column of the notes, and never beyond it."""
        return replace(table_view(table, self.setting), wide=False, turned=False)

    @property
    def css(self) -> Markup:
        """The measures as custom properties, and the furniture of the pages as lines behind them."""
        lengths = {"cue": self.cue_width, "notes-left": self.notes_left, "strip": self.strip}
        lengths["above-strip"] = self._above_strip
        properties = "; ".join(f"--{name}: {length:.2f}mm" for name, length in lengths.items())
        lines = ", ".join(self._lines())
        page = f"margin-bottom: {self._foot:.2f}mm; background: {lines}"
        return Markup(f":root {{ {properties} }}\n@page cornell {{ {page} }}")

    def _lines(self) -> Iterator[str]:
        """Every line of a page as a background: position, then width and height."""
        ruling, above = self.page.ruling, self._above_strip
        yield _line("accent", f"0 calc(100% + {above:.2f}mm)", "100% 0.9pt")
        if self.beside:
            middle = self.notes_left - self._gutter / 2
            yield _line("accent", f"{self._across(middle)} 0", f"0.6pt calc(100% + {above:.2f}mm)")
        for number in range(int(self.strip / ruling - _FIRST_RULE) + 1):
            below = above + (number + _FIRST_RULE) * ruling
            yield _line("rule", f"0 calc(100% + {below:.2f}mm)", "100% 0.5pt")
        for number in range(1, self.rules_a_page):
            size = f"{self.notes_width:.2f}mm 0.5pt"
            yield _line("rule", f"{self._across(self.notes_left)} calc(100% - {number * ruling:.2f}mm)", size)

    def _across(self, start: float) -> str:
        """Where a line begins that is so far from the side from which the page is read."""
        return f"calc(100% - {start:.2f}mm)" if self.page.from_right else f"{start:.2f}mm"

    @property
    def _above_strip(self) -> float:
        return _ABOVE_STRIP * self.page.ruling

    @property
    def _foot(self) -> float:
        """What lies below the notes."""
        return self.page.margins.bottom + self.strip + self._above_strip

    @property
    def _cue_width(self) -> float:
        return min(_CUES, _CUE_SHARE * self.page.text_width)

    @property
    def _gutter(self) -> float:
        return self.page.mm(_GUTTER)


def _ended(parts: list[SheetPart]) -> Iterator[SheetPart]:
    """The parts of a sheet, the last row with hardly a line: the rest of the page is ruled anyway."""
    yield from parts[:-1]
    rows = parts[-1].rows
    ended = (replace(row, lines=max(row.least_lines, 0 if row.given.whole else 1)) for row in rows[-1:])
    yield replace(parts[-1], rows=(*rows[:-1], *ended))


def cornell_functions(cornell: Cornell, writer: InlineWriter) -> dict[str, Any]:
    """What a Cornell page needs, and what writes its texts: without notes, for there is no room for them."""

    def rich(text: Rich) -> Markup:
        return writer.rich(bare(text))

    def asked(prose: Prose) -> Markup:
        return writer.question(bare_prose(prose))

    return {
        "cornell": cornell,
        "rich": rich,
        "asked": asked,
        "prose": partial(prose_html, write=rich),
        "items": partial(items_html, write=rich),
        "credit": partial(credit_html, labels=writer.document.labels, write=rich),
        "table_view": cornell.table_view,
    }


def _line(colour: str, position: str, size: str) -> str:
    """A gradient of one colour, which is drawn as a plain area."""
    return f"linear-gradient(var(--{colour})) {position} / {size} no-repeat"
