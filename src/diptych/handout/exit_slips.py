"""Exit slips: a few quick questions, the central question, and what is still unsure, twice on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Literal

from markupsafe import Markup

from diptych.handout.copyfitting import Copyfitter
from diptych.handout.edition import Edition
from diptych.handout.inline import InlineWriter
from diptych.handout.skeleton import bare, bare_prose
from diptych.layout.setting import Setting
from diptych.material.blocks import Question
from diptych.material.document import Document
from diptych.material.findings import source_error
from diptych.material.markup import Prose, Rich, Span
from diptych.material.quick_quiz import quick_quiz

_QUESTIONS, _OPTIONS = 3, 3
# Ruled lines for the central question and for what is still unsure.
_LINES, _FEWER, _MORE = (3, 2), (2, 2), ((4, 2), (4, 3))
# mm: half a page that is lower holds no slip; around a slip, and between its columns.
_LOWEST_HALF = 130.0
_SIDE, _TOP, _GUTTER = 13.0, 11.0, 9.0
# What the quick questions, and what the title in the head, have of the width.
_QUESTIONS_SHARE, _TITLE_SHARE = 0.54, 0.5
# Sizes of type beside that of the text, the largest first, and how small the smaller type is beside it.
_SIZES, _SMALLER = (1.0, 0.94, 0.88), 0.86
# Ems, as in `exit-slips.css`: lines, the title with its own, the line above it, and the indents of the words
# and of the options of a question.
_LINE, _TITLE, _TITLE_LINE, _SMALL_LINE = 1.32, 1.45, 1.2, 1.12
_NUMBER, _BOX = 1.5, 2.9
# The line for name and date where it stands below the title.
_NAME_BELOW = 2.0
# The spaces below the head, a question's words, an option and a question; more before the open parts, and
# between them.
_BELOW_HEAD, _BELOW_ASKED, _BELOW_OPTION, _BELOW_QUESTION = 2.0, 0.25, 0.12, 0.85
_BEFORE_OPEN, _BELOW_PART = 0.75, 1.1
# How much of its room a slip may fill by this reckoning.
_FULL = 0.98


@dataclass(frozen=True)
class SlipForm:
    """How slips stand on paper: two on a page, one, or one on both sides of a sheet.

    `size` is that of the type beside the text's; `lines` are the ruled lines of the two open questions.
    """

    name: Literal["two-up", "single", "both-sides"]
    size: float
    lines: tuple[int, int]


@dataclass(frozen=True)
class ExitSlips:
    """The slips of a document as they are set; all lengths are mm."""

    document: Document
    setting: Setting
    edition: Edition

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The quick questions. Raises SourceError where the source tells too few facts for any."""
        material, count = self.document.material, self.edition.count or _QUESTIONS
        found = quick_quiz(material, self.document.labels, self.edition.seed, count, _OPTIONS)
        if not found:
            message = "there are too few facts to ask for on an exit slip"
            hint = "give three or more of `key_terms:`, `people:`, `places:` or `timeline:`"
            raise source_error(message, material.title.place, hint, kind="too-few-facts")
        return found

    @cached_property
    def form(self) -> SlipForm:
        """The first form that holds a slip; what is filled in on a screen is not cut."""
        halves = iter(()) if self.edition.fillable else self._two_up()
        return next(chain(halves, self._alone(), self._on_several_pages()))

    @property
    def css(self) -> Markup:
        """The measures as custom properties, and the margins of a page with two slips."""
        kind, size = self.setting.type, self.form.size
        smaller = max(size * _SMALLER, min(kind.smallest / kind.size, 1))
        lengths = {
            "slip-width": self.setting.paper.width,
            "slip-height": self.setting.paper.height / 2,
            "slip-side": _SIDE,
            "slip-top": _TOP,
            "slip-gutter": _GUTTER,
        }
        properties = "; ".join(f"--{name}: {length:.3f}mm" for name, length in lengths.items())
        sizes = f"--slip-size: {size:g}rem; --slip-smaller: {smaller:.4f}rem"
        share = f"--slip-share: {100 * _QUESTIONS_SHARE:g}%"
        page = "@page exit-slips { margin: 0 }" if self.form.name == "two-up" else ""
        return Markup(f":root {{ {properties}; {sizes}; {share} }}\n{page}")

    def _two_up(self) -> Iterator[SlipForm]:
        """Slips on half a page, where it holds them: quick questions at the left, open ones at the right."""
        half, width = self.setting.paper.height / 2, self.setting.paper.width - 2 * _SIDE
        left = _QUESTIONS_SHARE * width - _GUTTER / 2
        for size in self._sizes() if half >= _LOWEST_HALF else ():
            quick, written = self._quick(left, size), self._open(width - left - _GUTTER, size, _LINES)
            if self._head(width, size) + max(quick, written) <= _FULL * (half - 2 * _TOP):
                rules = max(0, int((quick - written) / self.setting.ruling))
                yield SlipForm("two-up", size, (_LINES, *_MORE)[min(rules, len(_MORE))])

    def _alone(self) -> Iterator[SlipForm]:
        """Slips on a page, where it holds them: the open questions below the quick ones."""
        width = self.setting.text_width
        for size in self._sizes():
            above = self._above(width, size) + self.setting.mm(size * _BEFORE_OPEN)
            for lines in (_LINES, _FEWER):
                if above + self._open(width, size, lines) <= _FULL * self._page:
                    yield SlipForm("single", size, lines)

    def _on_several_pages(self) -> Iterator[SlipForm]:
        """Quick questions in front and open ones on the back; one after the other where these need more."""
        width = self.setting.text_width
        if self._above(width, 1.0) <= _FULL * self._page:
            yield SlipForm("both-sides", 1.0, _MORE[-1])
        yield SlipForm("single", 1.0, _LINES)

    def _above(self, width: float, size: float) -> float:
        """The height of all that stands above the open questions on a page of one slip."""
        return self._head(width, size, _NAME_BELOW) + self._quick(width, size)

    def _sizes(self) -> Iterator[float]:
        kind = self.setting.type
        return (size for size in _SIZES if size * kind.size >= min(kind.smallest, kind.size))

    def _head(self, width: float, size: float, name_below: float = 0.0) -> float:
        """The height of the title and the line for name and date, beside it or in so many ems below."""
        share = 1.0 if name_below else _TITLE_SHARE
        title, indent = bare(self.document.material.title), self.setting.mm(size * _TITLE)
        lines = self._lines(title, share * width - indent, size * _TITLE, bold=True)
        led = self.setting.led(size * (_SMALL_LINE + lines * _TITLE * _TITLE_LINE))
        return led + self.setting.mm(size * (name_below + _BELOW_HEAD))

    def _quick(self, width: float, size: float) -> float:
        """The height of the quick questions."""
        asked_width = width - self.setting.mm(size * _NUMBER)
        option_width = asked_width - self.setting.mm(size * _BOX)
        ems = 0.0
        for question in self.questions:
            (asked,) = question.question.paragraphs
            ems += self._ems(asked.rich, asked_width, size) + _BELOW_ASKED + _BELOW_QUESTION
            ems += sum(self._ems(option, option_width, size) + _BELOW_OPTION for option in question.options)
        return self.setting.mm(size * ems)

    def _open(self, width: float, size: float, lines: tuple[int, int]) -> float:
        """The height of the central question, if there is any, and of what is unsure, with their lines."""
        labels, central = self.document.labels, bare(self.document.material.central_question)
        ems = self._ems(_words(labels("still_unsure")), width, size, bold=True)
        if not central:
            return self.setting.mm(size * ems) + lines[1] * self.setting.ruling
        ems += self._ems(_words(labels("one_sentence")), width, size) + _BELOW_PART
        ems += self._ems(central, width, size, bold=True)
        return self.setting.mm(size * ems) + sum(lines) * self.setting.ruling

    def _ems(self, text: Rich, width: float, size: float, bold: bool = False) -> float:
        """The height of a text in ems of its type."""
        return _LINE * self.setting.type.leading * self._lines(text, width, size, bold)

    def _lines(self, text: Rich, width: float, size: float, bold: bool = False) -> float:
        """How many lines a text takes; what has a word that fits no line fits no slip."""
        return self._copyfitter.lines(text, width, size, bold=bold) or float("inf")

    @property
    def _page(self) -> float:
        """The height of a page of one slip, from margin to margin."""
        margins = self.setting.margins
        return self.setting.text_height + margins.top - margins.first

    @cached_property
    def _copyfitter(self) -> Copyfitter:
        return Copyfitter(self.setting, self.document.labels)


def exit_slip_functions(slips: ExitSlips, writer: InlineWriter) -> dict[str, Any]:
    """What the pages of exit slips need; on a slip there is no room for notes."""

    def asked(prose: Prose) -> Markup:
        return writer.question(bare_prose(prose))

    return {"slips": slips, "rich": lambda text: writer.rich(bare(text)), "asked": asked}


def _words(text: str) -> Rich:
    return Rich((Span(text),))
