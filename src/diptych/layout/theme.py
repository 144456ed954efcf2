"""The look of both panels as values: colours, fonts and sizes from `theme.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True)
class Family:
    """One font family with its four files, each a whole static TTF or OTF."""

    family: str
    regular: Path
    italic: Path
    bold: Path
    bold_italic: Path

    def file(self, bold: bool = False, italic: bool = False) -> Path:
        """The file for a style."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@dataclass(frozen=True)
class HandoutType:
    """Type in the handout: families by role, and how they are set.

    `size`, `least_size` and `smallest` are points: the text's own, what it is at least, and what nothing is
    printed below. `line_height` is a factor of the
    size, `paragraphs` the space between paragraphs in lines. `letter_spacing` and `word_spacing` are ems.
    `scale` holds the sizes of what is no running text as factors, `headings` how much of what they are
    larger is kept: 1 all, 0 nothing.

    A page budget may bring the line height down to `tightest` of itself and the size to `floor`. An organiser
    is set in `organiser_size` or larger, for want of room down to `organiser_floor`, on so many
    `organiser_pages` (0 as many as it takes). Sizes that are 0 are as `size`.
    """

    text: Family
    heading: Family
    code: Family
    size: float
    line_height: float
    paragraphs: float = 0.5
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    smallest: float = 0.0
    least_size: float = 0.0
    headings: float = 1.0
    tightest: float = 1.0
    floor: float = 0.0
    organiser_size: float = 0.0
    organiser_floor: float = 0.0
    organiser_pages: int = 1
    hyphens: bool = True
    italics: bool = True
    columns: bool = True
    scale: Mapping[str, float] = field(default_factory=dict)

    def factor(self, name: str) -> float:
        """The size of that name in `scale` as a factor of the body's."""
        wanted = self.scale[name]
        tempered = 1 + (wanted - 1) * self.headings if wanted > 1 else wanted
        return round(max(tempered, min(self.smallest / self.size, 1)), 4)


@dataclass(frozen=True)
class DeckFont:
    """A family that the deck names, and the metric twin that its text is measured with.

    `factor` is how much wider the family is than the one it is measured with. What characters a family has is
    `known` where its own files or those of its twin are here.
    """

    name: str
    measured_with: Family
    factor: float = 1.0
    known: bool = True


@dataclass(frozen=True)
class ScriptFont:
    """A family that the deck names for the letters of a script, and what is known of it.

    It is measured with a family that is here, or else taken to have the letters of a character set
    (`charset`, as Python's codecs call it): ideographs are all of one width.
    """

    name: str
    measured_with: Family | None = None
    charset: str = ""
    factor: float = 1.0


@dataclass(frozen=True)
class DeckType:
    """Type in the deck by role; `fallback` is what a machine without the named families shows.

    `scripts` are the families of other scripts than those that the roles have, by the script's name in
    ISO 15924 (`Arab`, `Jpan` …).
    """

    heading: DeckFont
    body: DeckFont
    code: DeckFont
    fallback: DeckFont
    scripts: Mapping[str, ScriptFont] = field(default_factory=dict)


@dataclass(frozen=True)
class TokenStyle:
    """How one kind of words of a program is set off: a colour role, and what is seen without colour."""

    colour: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Theme:
    """One layout's look. `colours` are `#RRGGBB` by role; `schemes` are other colours for slides, by name.

    `code` tells how the words of programs are set off, by what they are (`keyword`, `string` …); `formulas` is
    the font that formulas are drawn with.
    """

    name: str
    colours: Mapping[str, str]
    fonts: Mapping[str, Family]
    handout: HandoutType
    deck: DeckType
    schemes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    code: Mapping[str, TokenStyle] = field(default_factory=dict)
    formulas: Path = Path()

    def in_scheme(self, name: str) -> Theme:
        """The theme with the colours of a scheme; `light` are its own. Raises KeyError for an unknown one."""
        if name == "light":
            return self
        return replace(self, colours={**self.colours, **self.schemes[name]})
