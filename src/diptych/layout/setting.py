"""How a handout stands on paper: the paper, its margins, the type, the ink, and what room they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from diptych.layout.letters import average_width
from diptych.layout.theme import HandoutType

MM_PER_POINT = 25.4 / 72
# How many characters make a word with its space.
_WORD = 6
# Lines to write on stand one and a half lines of print apart, but no further than this, in mm.
_RULING, _WIDEST_RULING = 1.5, 11.0
# A page number has as many characters in the languages that say the most ("Page 10 of 12"), and so much of
# the foot of the page at least.
_PAGE_NUMBER, _NUMBER_SHARE = 18, 0.25
# How far header and footer stand from the text where the margins have room, in mm; their lines in ems.
_HEADER_GAP, _FOOTER_GAP, _RUNNING_LINE = 8.0, 5.0, 1.3
# A text of fewer characters a line is too narrow for three columns.
_NARROW = 70
# On a page of fewer lines much that would stand together on others must be parted.
_FEW = 37


@dataclass(frozen=True)
class Paper:
    """A page in mm; where it belongs to a booklet, `booklet` is the sheet that holds two of it, in mm."""

    name: str
    width: float
    height: float
    booklet: tuple[float, float] | None = None


@dataclass(frozen=True)
class Margins:
    """The margins in mm; `first` is the upper one of the first page.

    Where they are `duplex`, inside is left on odd pages and right on even ones; else it is left.
    """

    top: float
    first: float
    bottom: float
    inside: float
    outside: float
    gutter: float = 0.0
    duplex: bool = False


@dataclass(frozen=True)
class Hanging:
    """The narrow column beside the text, in which labels hang: its width and gutter in ems.

    There is none where the main column would hold fewer characters than `fewest_characters`.
    """

    label: float
    gutter: float
    fewest_characters: int


@dataclass(frozen=True)
class Setting:
    """Everything that a handout's form on paper depends on; `names` are those of the sets it is made of.

    `colours` are `#RRGGBB` by role, as the ink prints them. Where `grounds` is false no area is filled.
    Where it is read `from_right`, its first page is bound at the right. All widths and heights are mm.
    """

    names: Mapping[str, str]
    paper: Paper
    margins: Margins
    type: HandoutType
    hanging: Hanging
    colours: Mapping[str, str]
    grounds: bool = True
    from_right: bool = False

    @property
    def lies(self) -> bool:
        """True where all pages lie on their side; they are bound along their upper edge."""
        return self.paper.width > self.paper.height

    @property
    def text_width(self) -> float:
        """From margin to margin: the narrow column, its gutter and the main column."""
        gutter = 0.0 if self.lies else self.margins.gutter
        return self.paper.width - self.margins.inside - self.margins.outside - gutter

    @property
    def text_height(self) -> float:
        """From the upper margin to the lower one."""
        gutter = self.margins.gutter if self.lies else 0.0
        return self.paper.height - self.margins.top - self.margins.bottom - gutter

    @property
    def column_width(self) -> float:
        """The width of the main column."""
        return self.text_width - self.hang

    @property
    def landscape_width(self) -> float:
        """From margin to margin on a page that lies on its side."""
        return self.paper.height - 2 * self.margins.outside

    @property
    def hangs(self) -> bool:
        """True where labels hang beside the text, false where they stand above it."""
        room = self.text_width - self._hanging_width
        return self.characters(room) >= self.hanging.fewest_characters

    @property
    def hang(self) -> float:
        """The width of the narrow column with its gutter; 0 where there is none."""
        return self._hanging_width if self.hangs else 0.0

    @property
    def label_width(self) -> float:
        """The width of a label: the narrow column, or the whole of the text."""
        return self.mm(self.hanging.label) if self.hangs else self.text_width

    @property
    def line(self) -> float:
        """The height of a line of running text."""
        return self.mm(self.type.line_height)

    @property
    def ruling(self) -> float:
        """How far lines to write on stand apart."""
        return min(_RULING * self.line, _WIDEST_RULING)

    @property
    def lines(self) -> int:
        """How many lines of running text a page holds."""
        return int(self.text_height / self.line)

    @property
    def number_share(self) -> float:
        """The share of the foot of the page that the page number has; the running title has the rest."""
        room = self.characters(self.text_width, "heading", self.type.factor("smallest"))
        return min(max(_NUMBER_SHARE, _PAGE_NUMBER / room), 0.5)

    @property
    def header_gap(self) -> float:
        """How far the running header stands above the text."""
        return min(_HEADER_GAP, (self.margins.top - self._running_line) / 2)

    @property
    def footer_gap(self) -> float:
        """How far the running footer stands below the text."""
        return min(_FOOTER_GAP, (self.margins.bottom - self._running_line) / 2)

    @property
    def unfolded(self) -> Setting:
        """The same on the sheet that a booklet is made of, upright; itself where there is no booklet."""
        sheet = self.paper.booklet
        return replace(self, paper=Paper(self.paper.name, min(sheet), max(sheet))) if sheet else self

    def mm(self, ems: float) -> float:
        """Ems of the body's size in mm."""
        return ems * self.type.size * MM_PER_POINT

    def led(self, ems: float) -> float:
        """The height in mm of lines that are so many ems high in Latin type; other scripts want more."""
        return self.mm(ems * self.type.leading)

    def characters(
        self, width: float, role: Literal["text", "heading"] = "text", factor: float = 1.0
    ) -> float:
        """How many characters a line of that width holds, on average.

        `role` is that of the family, `factor` the size of its type beside the body's.
        """
        spaced = self._widths[role] + self.type.letter_spacing + self.type.word_spacing / _WORD
        return width / self.mm(spaced * factor)

    @property
    def greys(self) -> bool:
        """True where nothing is printed in colour."""
        return all(colour[1:3] == colour[3:5] == colour[5:] for colour in self.colours.values())

    @property
    def classes(self) -> str:
        """What style sheets know it by: the names of its sets, and what follows from them."""
        named = [f"{kind}-{name}" for kind, name in self.names.items()]
        facts = {
            "hanging": self.hangs,
            "stacked": not self.hangs,
            "few-lines": self.lines < _FEW,
            "narrow": self.characters(self.text_width) < _NARROW,
            "upright": not self.type.italics,
            "unhyphenated": not self.type.hyphens,
            "single-column": not self.type.columns,
            "unfilled": not self.grounds,
        }
        return " ".join([*named, *(name for name, holds in facts.items() if holds)])

    @cached_property
    def _widths(self) -> Mapping[str, float]:
        """The average width of characters by the role of their family, in ems."""
        kind = self.type
        stacks = {role: kind.stack(getattr(kind, role)) for role in ("text", "heading")}
        return {role: average_width(stack[0].regular, kind.script) for role, stack in stacks.items()}

    @property
    def _running_line(self) -> float:
        return self.led(self.type.factor("smallest") * _RUNNING_LINE)

    @property
    def _hanging_width(self) -> float:
        return self.mm(self.hanging.label + self.hanging.gutter)
