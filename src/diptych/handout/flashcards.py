"""Flashcards to cut out, on sheets printed on both sides: their places and the size of their type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from diptych.handout.card_grid import CardGrid, card_grid
from diptych.handout.cards import Card, Told, cards_of
from diptych.handout.copyfitting import Copyfitter
from diptych.handout.inline import InlineWriter
from diptych.handout.skeleton import bare
from diptych.layout.setting import Setting
from diptych.material.document import Document
from diptych.material.findings import Finding, SourceError
from diptych.material.markup import Rich, Span

# Sizes of type beside that of the text, the largest first: a side has the first that its words fit. Lines and
# the space between paragraphs are ems, as in `flashcards.css`.
_FRONT_SIZES, _FRONT_LINE = (2.4, 2.0, 1.7, 1.45, 1.2, 1.0, 0.9), 1.18
_BACK_SIZES, _BACK_LINE = (1.45, 1.3, 1.2, 1.1, 1.0, 0.9), 1.34
_BETWEEN = 0.45
# How much of the room between the lines at the head and the foot of a card its words may fill.
_FRONT_SHARE, _BACK_SHARE = 0.75, 0.92
# mm: from the edges of a card to its words and to its number.
_PADDING, _ABOVE = 6.0, 4.0
# mm: from the edge of the paper to the line above the cards, and from that line to the cards.
_EDGE, _GAP = 7.0, 4.0
_RUNNING_LINE = 1.3  # of its type
_TITLE_SHARE = 0.6  # of the line above the cards
_SLACK = 1.0  # mm that the foot of a page leaves to rounding


@dataclass(frozen=True)
class Face:
    """A side of a card on its page: column and row from 0, and the size of its type beside the text's.

    `widths` are the measures in mm on which the lines of its paragraphs are about as long as each other.
    """

    card: Card
    told: tuple[Told, ...]
    column: int
    row: int
    size: float
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper: its number, and both of its sides in the order of the cards."""

    number: int
    fronts: tuple[Face, ...]
    backs: tuple[Face, ...]


@dataclass(frozen=True)
class Flashcards:
    """The cards of a document as they are set; all lengths are mm."""

    document: Document
    setting: Setting

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The cards on their sheets.

        Raises SourceError where the source tells no facts, and for each card whose words it does not hold.
        """
        cards = cards_of(self.document)
        sizes = [self._sizes(card) for card in cards]
        if spilt := [card for card, pair in zip(cards, sizes, strict=True) if not all(pair)]:
            raise SourceError(tuple(map(self._spilt, spilt)))
        whole = list(zip(cards, sizes, strict=True))
        starts = range(0, len(cards), self.grid.cards)
        return tuple(
            self._sheet(number, whole[start : start + self.grid.cards])
            for number, start in enumerate(starts, 1)
        )

    @cached_property
    def grid(self) -> CardGrid:
        """How the cards lie, the same on all pages."""
        return card_grid(self.setting, self._head, self._foot)

    @property
    def css(self) -> Markup:
        """The measures as custom properties, and the margins of the pages."""
        grid = self.grid
        lengths = {
            "card-width": grid.width,
            "card-height": grid.height,
            "cards-width": grid.columns * grid.width,
            "cards-height": grid.rows * grid.height,
            "card-strip": self._strip,
            "card-padding": _PADDING,
            "card-above": _ABOVE,
            "sheet-head": self._head - _EDGE,
            "sheet-gap": _GAP,
        }
        properties = "; ".join(f"--{name}: {length:.3f}mm" for name, length in lengths.items())
        # The rest of the page is below the cards.
        foot = self.setting.paper.height - self._head - grid.rows * grid.height - _SLACK
        margins = f"{_EDGE:g}mm {grid.left:.3f}mm {foot:.3f}mm"
        return Markup(f":root {{ {properties} }}\n@page flashcards {{ margin: {margins} }}")

    def _sheet(self, number: int, cards: Sequence[tuple[Card, tuple[float, float]]]) -> Sheet:
        grid = self.grid
        fronts = [
            self._face(card, card.front, grid.front(index), size)
            for index, (card, (size, _)) in enumerate(cards)
        ]
        backs = [
            self._face(card, card.back, grid.back(index), size)
            for index, (card, (_, size)) in enumerate(cards)
        ]
        return Sheet(number, tuple(fronts), tuple(backs))

    def _face(self, card: Card, told: tuple[Told, ...], at: tuple[int, int], size: float) -> Face:
        width, _ = self._room
        balanced = (self._copyfitter.balanced(one.words, width, size, bold=one.bold) for one in told)
        return Face(card, told, *at, size, tuple(round(one, 2) for one in balanced))

    def _sizes(self, card: Card) -> tuple[float, float]:
        """The sizes of type of front and back; 0 where the words do not fit in any."""
        fronts, backs = self._allowed(_FRONT_SIZES), self._allowed(_BACK_SIZES)
        return (
            next((size for size in fronts if self._fits(card.front, size, _FRONT_LINE, _FRONT_SHARE)), 0.0),
            next((size for size in backs if self._fits(card.back, size, _BACK_LINE, _BACK_SHARE)), 0.0),
        )

    def _allowed(self, sizes: Sequence[float]) -> Iterator[float]:
        """The sizes that the setting allows; what is larger than the text is tempered as headings are."""
        kind = self.setting.type
        for size in sizes:
            tempered = 1 + (size - 1) * kind.headings if size > 1 else size
            if tempered * kind.size >= kind.smallest:
                yield round(tempered, 3)

    def _fits(self, told: Sequence[Told], size: float, line: float, share: float) -> bool:
        width, height = self._room
        lines = [self._copyfitter.lines(one.words, width, size, bold=one.bold) for one in told]
        ems = sum(lines) * line * self.setting.type.leading + (len(lines) - 1) * _BETWEEN
        return all(lines) and self.setting.mm(size * ems) <= height * share

    def _spilt(self, card: Card) -> Finding:
        width, height = self._room
        size = min(self._allowed(_BACK_SIZES))
        lines = int(height * _BACK_SHARE / self.setting.led(size * _BACK_LINE))
        room = int(lines * self.setting.characters(width, factor=size) // 10 * 10)
        message = f"the flashcard of “{card.name.plain()}” has no room for so many words"
        hint = f"shorten them: on this paper and in this size a card holds about {room} characters"
        return Finding(card.place, message, hint, kind="overfull-card")

    @cached_property
    def _copyfitter(self) -> Copyfitter:
        return Copyfitter(self.setting, self.document.labels)

    @property
    def _room(self) -> tuple[float, float]:
        """The width and height of the words of a card, which stand in its middle."""
        return self.grid.width - 2 * _PADDING, self.grid.height - 2 * self._strip

    @property
    def _strip(self) -> float:
        """The height of the line with the number; as much is left free below the words."""
        return _ABOVE + self._running_line

    @cached_property
    def _head(self) -> float:
        """From the upper edge of the paper to the cards."""
        title = self._running_lines(bare(self.document.material.title), _TITLE_SHARE)
        return _EDGE + title * self._running_line + _GAP

    @cached_property
    def _foot(self) -> float:
        """From the cards to the lower edge of the paper."""
        hint = Rich((Span(self.document.labels("flashcards_hint")),))
        return _GAP + self._running_lines(hint, 1.0) * self._running_line + _EDGE + _SLACK

    @property
    def _running_line(self) -> float:
        return self.setting.led(self.setting.type.factor("smallest") * _RUNNING_LINE)

    def _running_lines(self, text: Rich, share: float) -> int:
        """How many lines a text takes above or below the cards, on so much of their width."""
        width = share * (self.setting.paper.width - 3 * _EDGE)
        factor = self.setting.type.factor("smallest")
        return max(1, self._copyfitter.lines(text, width, factor, "heading", bold=True))


def flashcards_functions(flashcards: Flashcards, writer: InlineWriter) -> dict[str, Any]:
    """What the pages of flashcards need; above cards there is no room for notes either."""
    return {"flashcards": flashcards, "rich": lambda text: writer.rich(bare(text))}
