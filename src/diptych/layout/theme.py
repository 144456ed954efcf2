"""The look of both panels as values: colours, fonts and sizes from `theme.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.material.scripts import COMPLEX, EAST_ASIAN, UPRIGHT


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
class ScriptType:
    """How the letters of a script are set in handouts that are not made for it, and in those that are.

    `text` stands beside serifs, `heading` beside sans serifs; `size` and `line_height` are factors of those
    of the theme.
    """

    text: Family
    heading: Family
    size: float = 1.0
    line_height: float = 1.0


@dataclass(frozen=True)
class HandoutType:
    """Type in the handout: families by role, and how they are set.

    `size`, `least_size` and `smallest` are points: the text's own, what it is at least, and what nothing is
    printed below. `line_height` is a factor of the size, `leading` how much higher all lines are than in
    Latin type, `paragraphs` the space between paragraphs in lines. `letter_spacing` and `word_spacing` are
    ems.
    `scale` holds the sizes of what is no running text as factors, `headings` how much of what they are
    larger is kept: 1 all, 0 nothing.

    A page budget may bring the line height down to `tightest` of itself and the size to `floor`. An organiser
    is set in `organiser_size` or larger, for want of room down to `organiser_floor`, on so many
    `organiser_pages` (0 as many as it takes). Sizes that are 0 are as `size`.

    `scripts` tell of letters that the families lack, by the script's name in ISO 15924; `script` is that of
    the handout's own language.
    """

    text: Family
    heading: Family
    code: Family
    size: float
    line_height: float
    leading: float = 1.0
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
    scripts: Mapping[str, ScriptType] = field(default_factory=dict)
    script: str = ""

    def beside(self, family: Family, script: str) -> Family:
        """The family of a script beside one of the theme's. Raises KeyError for a script without one."""
        among_serifs = family == self.text and self.text != self.heading
        return self.scripts[script].text if among_serifs else self.scripts[script].heading

    def stack(self, family: Family, script: str = "") -> tuple[Family, ...]:
        """The family and those of all scripts; that of a text's own script, else the handout's, before it."""
        first_of_all = script or self.script
        others = [self.beside(family, script) for script in self.scripts if script != first_of_all]
        own = [self.beside(family, first_of_all)] if first_of_all in self.scripts else []
        first = [family, *own] if family == self.code else [*own, family]
        return tuple(dict.fromkeys([*first, *others]))

    def latin(self, family: Family) -> Family:
        """The family that shows Latin letters where the text is set in this one.

        Those of East Asian families go with their ideographs better than any others.
        """
        own = self.script in EAST_ASIAN and self.script in self.scripts and family != self.code
        return self.beside(family, self.script) if own else family

    def in_script(self, script: str) -> HandoutType:
        """The same for a handout in a script: its words upright, joined and undivided if they must be."""
        if script not in self.scripts or script == self.script:
            return self
        own = self.scripts[script]
        return replace(
            self,
            script=script,
            size=self.size * own.size,
            line_height=round(self.line_height * own.line_height, 4),
            leading=own.line_height,
            letter_spacing=0.0 if script in COMPLEX else self.letter_spacing,
            organiser_size=self.organiser_size * own.size,
            hyphens=self.hyphens and script not in UPRIGHT,
            italics=self.italics and script not in UPRIGHT,
        )

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


@dataclass(frozen=True, slots=True)
class FormulaFiles:
    """The file that formulas are drawn with, and others for the words in them that it has no letters for.

    `letters` are files by script (ISO 15924).
    """

    math: Path = Path()
    letters: tuple[tuple[str, Path], ...] = ()

    def preferring(self, script: str) -> FormulaFiles:
        """The same with the letters of that script before others."""
        return replace(self, letters=tuple(sorted(self.letters, key=lambda one: one[0] != script)))


@dataclass(frozen=True)
class Theme:
    """One layout's look. `colours` are `#RRGGBB` by role; `schemes` are other colours for slides, by name.

    `code` tells how the words of programs are set off, by what they are (`keyword`, `string` …); `formulas`
    is the font that formulas are drawn with.
    """

    name: str
    colours: Mapping[str, str]
    fonts: Mapping[str, Family]
    handout: HandoutType
    deck: DeckType
    schemes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    code: Mapping[str, TokenStyle] = field(default_factory=dict)
    formulas: FormulaFiles = FormulaFiles()

    def in_scheme(self, name: str) -> Theme:
        """The theme with the colours of a scheme; `light` are its own. Raises KeyError for an unknown one."""
        if name == "light":
            return self
        return replace(self, colours={**self.colours, **self.schemes[name]})
