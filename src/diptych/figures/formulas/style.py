"""At which level a part of a formula stands, and so how large it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType

from diptych.figures.formulas.font import MathFont
from diptych.material.formulas.tree import Level

_LEVELS: MappingProxyType[Level, int] = MappingProxyType(
    {"display": 0, "text": 1, "script": 2, "scriptscript": 3}
)


@dataclass(frozen=True, slots=True)
class Style:
    """The level (0 display, 1 text, 2 script, 3 script of a script); `cramped` is with little room above."""

    font: MathFont
    level: int = 0
    cramped: bool = False

    @property
    def scale(self) -> float:
        """The size of type as a share of the formula's."""
        if self.level < 2:
            return 1.0
        name = "ScriptPercentScaleDown" if self.level == 2 else "ScriptScriptPercentScaleDown"
        return self.font.constant(name)

    @property
    def depth(self) -> int:
        """0, or 1 and 2 in scripts."""
        return max(0, self.level - 1)

    @property
    def display(self) -> bool:
        """Whether there is all the room there can be."""
        return self.level == 0

    def measure(self, name: str, display: str = "") -> float:
        """A constant of the font at this size; the one for `display` where there is all the room."""
        return self.font.constant(display if display and self.display else name) * self.scale

    @property
    def axis(self) -> float:
        """The height of the middle of signs such as minus."""
        return self.measure("AxisHeight")

    def at(self, level: Level) -> Style:
        """The style at that level."""
        return replace(self, level=_LEVELS[level])

    @property
    def superscript(self) -> Style:
        """The style of a superscript here."""
        return replace(self, level=min(3, max(2, self.level + 1)))

    @property
    def subscript(self) -> Style:
        """The style of a subscript here."""
        return replace(self.superscript, cramped=True)

    @property
    def numerator(self) -> Style:
        """The style above the stroke of a fraction."""
        return replace(self, level=min(3, self.level + 1))

    @property
    def denominator(self) -> Style:
        """The style below the stroke of a fraction."""
        return replace(self.numerator, cramped=True)

    @property
    def tight(self) -> Style:
        """The same with little room above."""
        return replace(self, cramped=True)
