"""A knowledge organiser: everything worth knowing on one page, every fact with a number to quiz it by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from diptych.figures.letter_widths import LetterWidths
from diptych.handout.copyfitting import Copyfitter, Role
from diptych.handout.costs import Cost
from diptych.handout.inline import InlineWriter
from diptych.handout.organiser_columns import Arrangement, Block, arranged, filled
from diptych.handout.organiser_facts import Fact, Panel, panels_of
from diptych.handout.organiser_figure import Shown, showable
from diptych.handout.organiser_sheet import Grid, grid
from diptych.handout.skeleton import bare
from diptych.layout.setting import Setting
from diptych.material.document import Document
from diptych.material.line_ends import width_in_letters
from diptych.material.markup import Rich, Span
from diptych.pdf.assets import picture_address

# Lengths in lines of the text.
_PANEL_HEAD, _BETWEEN_PANELS, _BETWEEN_FACTS, _CAPTION_GAP = 1.7, 0.75, 0.24, 0.35
_QUESTION_PADDING, _BELOW_TITLE, _BELOW_HEAD, _ABOVE_IMPRINT = 0.4, 0.6, 0.9, 0.6
# Lengths in ems: the column of the numbers, the line for a name, the sides of the question.
_NUMBER, _NAME, _QUESTION_SIDE = 2.3, 17.0, 0.9
# How much larger the title is than the text, where headings are not tempered; heights of lines.
_TITLE, _TITLE_LINE, _SMALL_LINE = 0.75, 1.12, 1.3
_APART = 0.93  # of a line is left to letters that stand apart
_MOST_PAGES = 40
_MOST_CHARACTERS = 72  # of a line that is read with ease


@dataclass(frozen=True)
class Part:
    """Facts of one panel that stand in one column: all, or the part of this `number`, of so many."""

    panel: Panel
    facts: tuple[Fact, ...]
    number: int
    count: int


@dataclass(frozen=True)
class _Plan:
    """How panels and perhaps a figure behind them are arranged."""

    arrangement: Arrangement
    shown: Shown | None = None


@dataclass(frozen=True)
class Organiser:
    """The sheets of a document in one setting; all lengths are mm.

    A page has so many `columns`; where that is 0, as many as its facts need. `slack` is what a page leaves to
    rounding, `widths` are those of letters, read once.
    """

    document: Document
    setting: Setting
    columns: int = 0
    slack: float = 0.0
    widths: LetterWidths = field(default_factory=LetterWidths, repr=False, compare=False)

    @cached_property
    def pages(self) -> tuple[tuple[tuple[Part | Shown, ...], ...], ...]:
        """Pages of columns of what stands in them; no page where it takes too many."""
        if self._plan is None:
            return ()
        columns, each = tuple(self._filled_columns(self._plan)), self.grid.columns
        return tuple(columns[start : start + each] for start in range(0, len(columns), each))

    @property
    def parted(self) -> int:
        """How often a panel goes on in another column."""
        return self._plan.arrangement.parted if self._plan else 0

    @property
    def taken(self) -> float:
        """The pages that it takes, as a number with a fraction."""
        return sum(cost.pages for cost in self.costs())

    def costs(self) -> Iterator[Cost]:
        """What each panel takes of a page."""
        room = self._room(0, 1) * self.grid.columns
        for panel, block in zip(self.panels, self._blocks, strict=True):
            words, height = f"“{self.document.labels(panel.kind)}”", block.height + self._between
            yield Cost(words, height / room, panel.facts[0].place)

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """The facts, kind by kind."""
        return panels_of(self.document)

    @cached_property
    def grid(self) -> Grid:
        """The columns of a page: one less than there could be, where few facts fill a page better so."""
        most = grid(self.setting, self.columns)
        if self.columns or most.columns == 1:
            return most
        fewer = grid(self.setting, most.columns - 1)
        readable = self.setting.characters(fewer.width - self.setting.mm(_NUMBER)) <= _MOST_CHARACTERS
        return fewer if readable and len(replace(self, columns=fewer.columns).pages) == 1 else most

    @property
    def css(self) -> Markup:
        """The lengths as custom properties."""
        line, ems = self.setting.line, self.setting.mm
        lengths = {
            "column": self.grid.width,
            "gutter": self.grid.gutter,
            "number": ems(_NUMBER),
            "name-line": self._name_width,
            "panel-head": _PANEL_HEAD * line,
            "between-panels": self._between,
            "between-facts": _BETWEEN_FACTS * line,
            "caption-gap": _CAPTION_GAP * line,
            "question-padding": _QUESTION_PADDING * line,
            "question-side": ems(_QUESTION_SIDE),
            "below-title": _BELOW_TITLE * line,
            "below-head": _BELOW_HEAD * line,
            "above-imprint": _ABOVE_IMPRINT * line,
            "title-size": ems(self._title),
        }
        properties = "; ".join(f"--{name}: {length:.3f}mm" for name, length in lengths.items())
        return Markup(f":root {{ {properties} }}")

    def columns_height(self, page: int) -> str:
        """How high the columns of a page are, counted from 0."""
        return f"{self._room(page, len(self.pages)):.2f}mm"

    @cached_property
    def _plan(self) -> _Plan | None:
        """The arrangement on as few pages as can be, with a figure where that takes no more."""
        for pages in range(1, _MOST_PAGES + 1):
            if found := self._arranged(self._blocks, pages):
                return self._with_figure(found, pages) or _Plan(found)
        return None

    def _with_figure(self, found: Arrangement, pages: int) -> _Plan | None:
        for shown in showable(self.document, self.setting, self.grid.width):
            block = Block(0.0, (self._shown_height(shown),))
            more = self._arranged((*self._blocks, block), pages)
            if more and more.parted <= found.parted:
                return _Plan(more, shown)
        return None

    def _arranged(self, blocks: Sequence[Block], pages: int) -> Arrangement | None:
        rooms = [self._room(page, pages) for page in range(pages) for _ in range(self.grid.columns)]
        return (arranged if self.grid.columns > 1 else filled)(blocks, rooms, self._between)

    def _filled_columns(self, plan: _Plan) -> Iterator[tuple[Part | Shown, ...]]:
        runs = [run.block for column in plan.arrangement.columns for run in column]
        counts, numbers = Counter(runs), Counter[int]()
        for column in plan.arrangement.columns:
            pieces: list[Part | Shown] = []
            for run in column:
                numbers[run.block] += 1
                if run.block < len(self.panels):
                    panel = self.panels[run.block]
                    facts = panel.facts[run.start : run.stop]
                    pieces.append(Part(panel, facts, numbers[run.block], counts[run.block]))
                elif plan.shown:
                    pieces.append(plan.shown)
            yield tuple(pieces)

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        head = _PANEL_HEAD * self.setting.line
        return tuple(Block(head, tuple(map(self._fact_height, panel.facts))) for panel in self.panels)

    def _fact_height(self, fact: Fact) -> float:
        width = self.grid.width - self.setting.mm(_NUMBER)
        return (self._lines(fact.whole, width) + _BETWEEN_FACTS) * self.setting.line

    def _shown_height(self, shown: Shown) -> float:
        small = self.setting.type.factor("smaller")
        lines = self._lines(_caption(shown, self.document), self.grid.width, small, "heading")
        return shown.height + _CAPTION_GAP * self.setting.line + lines * self.setting.led(_SMALL_LINE * small)

    def _room(self, page: int, pages: int) -> float:
        """The height of the columns on a page of so many."""
        head = self._head_height if page == 0 else 0.0
        foot = self._imprint_height if page == pages - 1 else 0.0
        return self.setting.text_height - head - foot - self.slack

    @cached_property
    def _head_height(self) -> float:
        """Level, title and central question."""
        material, ems = self.document.material, self.setting.mm
        title = self._lines(material.title, self._title_width, self._title, bold=True)
        high = self.setting.led(title * self._title * _TITLE_LINE)
        head = self._above_title + high + _BELOW_TITLE * self.setting.line
        if not material.central_question:
            return head
        lead = self.setting.type.factor("lead")
        width = self.setting.text_width - 2 * ems(_QUESTION_SIDE)
        label = Span(self.document.labels("central_question") + " ")
        asked = Rich((label, *bare(material.central_question).spans))
        lines = self._lines(asked, width, lead, bold=True)
        padding = 2 * _QUESTION_PADDING + _BELOW_HEAD
        return head + lines * lead * self.setting.line + padding * self.setting.line

    @property
    def _above_title(self) -> float:
        """The lines that tell what the lesson belongs to; their letters stand a little apart."""
        material, small = self.document.material, self.setting.type.factor("smallest")
        told = (material.subject, material.course, material.educational_level)
        words = Rich((Span(" · ".join(text.plain() for text in told if text.plain())),))
        if not words.plain():
            return 0.0
        lines = self._lines(words, self._title_width * _APART, small, "heading", bold=True)
        return lines * self.setting.led(small * _SMALL_LINE)

    @cached_property
    def _imprint_height(self) -> float:
        small = self.setting.type.factor("smallest")
        words = Rich((Span(_imprint(self.document)),))
        lines = self._lines(words, self.setting.text_width, small, "heading") if words.plain() else 0
        return lines * self.setting.led(small * _SMALL_LINE) + _ABOVE_IMPRINT * self.setting.line

    def _lines(
        self, text: Rich, width: float, factor: float = 1.0, role: Role = "text", bold: bool = False
    ) -> int:
        """How many lines a text takes; a word that is wider than a line is broken anywhere."""
        if lines := self._copyfitter.lines(text, width, factor, role, bold):
            return lines
        return int(width_in_letters(text.plain()) / self.setting.characters(width, role, factor)) + 2

    @cached_property
    def _copyfitter(self) -> Copyfitter:
        return Copyfitter(self.setting, self.document.labels, self.widths)

    @property
    def _between(self) -> float:
        return _BETWEEN_PANELS * self.setting.line

    @property
    def _title(self) -> float:
        return 1 + _TITLE * self.setting.type.headings

    @property
    def _name_width(self) -> float:
        return min(self.setting.mm(_NAME), self.setting.text_width / 3)

    @property
    def _title_width(self) -> float:
        return self.setting.text_width - self._name_width - self.setting.mm(_QUESTION_SIDE)


def organiser_functions(organiser: Organiser, writer: InlineWriter) -> dict[str, Any]:
    """What an organiser needs, and what writes its texts: without notes, for there is no room for them."""

    def rich(text: Rich) -> Markup:
        return writer.rich(bare(text))

    return {
        "organiser": organiser,
        "rich": rich,
        "shown_address": lambda shown: picture_address(shown.figure.figure),
    }


def _caption(shown: Shown, document: Document) -> Rich:
    """The words below a figure, about as they are set."""
    words = [*bare(shown.figure.caption).spans]
    if credit := shown.figure.credit:
        parts = (credit.title.plain(), credit.author.plain(), credit.source.plain(), credit.license)
        words.append(
            Span(f" {document.labels('credit')}: {' · '.join(filter(None, parts))}{credit.changes.plain()}")
        )
    return Rich(tuple(words))


def _imprint(document: Document) -> str:
    """The words of the imprint, about as they are set."""
    material, labels = document.material, document.labels
    parts = (
        labels.listed(material.authors),
        material.institution.plain(),
        material.audience.plain(),
        labels("version", version=material.version) if material.version else "",
        labels.date(material.date) if material.date else "",
        f"{labels('license')} {material.license}" if material.license else "",
    )
    return " · ".join(filter(None, parts))
