"""What a chart is made of besides its words: axes, and rows of values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.fields import Node, key
from diptych.material.scalars import Datum, Number

ChartKind = Literal["bar", "grouped", "stacked", "line", "area", "scatter", "pie", "doughnut"]


@dataclass(frozen=True, kw_only=True)
class Axis(Node):
    """One axis of a chart: a text, its title, or a mapping."""

    title: str = key("What is counted or measured.", example="Exports", default="")
    unit: str = key("In what.", example="million roubles", default="")
    min: Number | None = key("Where it begins.", example=1920, default=None)
    max: Number | None = key("Where it ends.", example=1940, default=None)
    scale: Literal["linear", "log"] = key("Whether equal steps add or multiply.", default="linear")


@dataclass(frozen=True, kw_only=True)
class Series(Node):
    """Values that belong together: one line, or bars of one kind."""

    name: str = key("What they are.", example="Germany")
    values: tuple[Datum, ...] = key("One for each category; `~` where it is missing.", example=[3, 5.5, 4])
