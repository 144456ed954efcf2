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
    """Type in the handout: families by role, size in points, line height as a factor."""

    text: Family
    heading: Family
    code: Family
    size: float
    line_height: float


@dataclass(frozen=True)
class DeckFont:
    """A family that the deck names, and the metric twin that its text is measured with.

    `factor` is how much wider the family is than the one it is measured with.
    """

    name: str
    measured_with: Family
    factor: float = 1.0


@dataclass(frozen=True)
class DeckType:
    """Type in the deck by role; `fallback` is what a machine without the named families shows."""

    heading: DeckFont
    body: DeckFont
    code: DeckFont
    fallback: DeckFont


@dataclass(frozen=True)
class Theme:
    """One layout's look. `colours` are `#RRGGBB` by role; `schemes` are other colours for slides, by name."""

    name: str
    colours: Mapping[str, str]
    fonts: Mapping[str, Family]
    handout: HandoutType
    deck: DeckType
    schemes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def in_scheme(self, name: str) -> Theme:
        """The theme with the colours of a scheme; `light` are its own. Raises KeyError for an unknown one."""
        if name == "light":
            return self
        return replace(self, colours={**self.colours, **self.schemes[name]})
