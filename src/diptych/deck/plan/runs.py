"""Marked-up text becomes runs in one style each, with a language on every one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from diptych.deck.values import Link, Run
from diptych.material.document import Document
from diptych.material.line_ends import is_square
from diptych.material.markup import Rich, Span
from diptych.material.spaces import with_firm_spaces

BLANK = "______"
_THIN = "\u2009"
Gaps = Literal["filled", "blank"]


@dataclass(frozen=True)
class Voice:
    """How words are set: whose language they are in, and whether gaps are filled in.

    A filled gap is bold, so that everyone sees what was to be found. `marks` holds the number of
    every footnote.
    """

    document: Document
    lang: str
    marks: Mapping[Rich, int]
    gaps: Gaps = "filled"

    def in_language(self, lang: str) -> Voice:
        """The same voice for text in another language; the empty tag changes nothing."""
        return replace(self, lang=lang) if lang else self

    def with_blanks(self) -> Voice:
        """The same voice, with gaps left open."""
        return replace(self, gaps="blank")

    def rich(
        self, text: Rich, *, bold: bool = False, italic: bool = False, colour: str = ""
    ) -> tuple[Run, ...]:
        """The runs of one paragraph, in this basic style."""
        return tuple(self._spans(text.spans, Run("", self.lang, bold, italic, colour=colour)))

    def words(
        self, text: str, *, bold: bool = False, italic: bool = False, colour: str = ""
    ) -> tuple[Run, ...]:
        """One run of plain words in this voice's language."""
        return (Run(text, self.lang, bold, italic, colour=colour),) if text else ()

    def label(self, name: str, *, bold: bool = False, colour: str = "", **values: object) -> tuple[Run, ...]:
        """One run of the layout's own words."""
        labels = self.document.labels
        return (Run(labels(name, **values), labels.lang, bold, colour=colour),)

    @property
    def colon(self) -> str:
        """What stands between a word and what it leads in: `: `, ` : ` or `：`."""
        sign = self.document.labels("lead_in", words="")
        return sign if is_square(sign[-1:]) else f"{sign} "

    @property
    def comma(self) -> str:
        """What stands between the members of a row."""
        return self.document.labels.comma

    def _spans(self, spans: Iterable[Span], style: Run) -> Iterator[Run]:
        after_note, raised = False, False
        for span in spans:
            if span.note is not None:
                yield self._note_mark(span.note, style, "," if after_note else _THIN if raised else "")
            elif span.cites:
                yield from self._spans(self.document.bibliography.short(span.cites).spans, style)
            elif span.formula and not (span.gap and self.gaps == "blank"):
                yield from self._formula(span, style)
            elif span.text:
                yield self._span(span, style)
            after_note = span.note is not None
            raised = bool(span.formula) or span.position == "super"

    def _span(self, span: Span, style: Run) -> Run:
        blank = span.gap and self.gaps == "blank"
        return replace(
            style,
            text=BLANK if blank else self._firm(span),
            lang=span.lang or self.lang,
            bold=style.bold or span.strong or (span.gap and not blank),
            italic=style.italic != span.emphasis,
            code=span.code,
            position=span.position,
            link=_link(span.link),
        )

    def _firm(self, span: Span) -> str:
        """Its words, with no-break spaces where no line may end."""
        labels = self.document.labels
        if span.code:
            return span.text
        return with_firm_spaces(span.text, span.lang or self.lang, labels.months)

    def _formula(self, span: Span, style: Run) -> Iterator[Run]:
        """A formula on a line of text: letters in italics, scripts raised and lowered."""
        from diptych.material.formulas.linear import pieces
        from diptych.material.formulas.reader import read_formula

        whole = self._span(span, style)
        for piece in pieces(read_formula(span.formula)):
            yield replace(
                whole,
                text=piece.text,
                italic=piece.italic,
                bold=whole.bold or piece.bold,
                position=piece.position,
                formula=True,
            )

    def _note_mark(self, note: Rich, style: Run, before: str) -> Run:
        """The number of a footnote, kept apart from what is raised before it."""
        return replace(style, text=f"{before}{self.marks[note]}", position="super")


def join(groups: Iterable[tuple[Run, ...]], between: str) -> tuple[Run, ...]:
    """The groups of runs in one row, with `between` in their gaps; empty groups are passed over."""
    row: list[Run] = []
    for group in groups:
        if group and row:
            row.append(Run(between, group[0].lang, colour=group[0].colour))
        row.extend(group)
    return tuple(row)


def linked(runs: Iterable[Run], slide: str) -> tuple[Run, ...]:
    """The runs as one link to the slide of that name; links that they had are gone."""
    link = Link(slide=slide)
    return tuple(replace(run, link=link) for run in runs)


def plain(runs: Iterable[Run]) -> str:
    """The words of the runs alone."""
    return "".join(run.text for run in runs)


def _link(target: str) -> Link | None:
    if not target:
        return None
    return Link(slide=target[1:]) if target.startswith("#") else Link(url=target)
