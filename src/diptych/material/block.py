"""What every block may say besides its own words; and points, which many have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from diptych.material.allowances import Allowances
from diptych.material.fields import Node, key
from diptych.material.markup import Prose, Rich
from diptych.material.scalars import Language


@dataclass(frozen=True, kw_only=True)
class Block(Node):
    """What every block may say besides its own words; and points, which many have."""

    id: str = key("A name to link to.", example="rapallo", default="")
    only: Literal["", "handout", "deck"] = key("Leave it out of the other panel.", example="deck", default="")
    lang: Language = key("The block's language, if another (BCP 47).", example="de", default=Language(""))
    assertion: Rich = key(
        "The sentence that heads this block's slide.", example="Both sides gained", default=Rich()
    )
    slide: tuple[Rich, ...] = key(
        "Points on the slide in place of the block.", example=["A short point", "Another one"], default=()
    )
    notes: Prose = key(
        "Speaker notes, for the teacher only.", example="Wait for three answers.", default=Prose()
    )
    build: bool = key("True to bring its points in one by one, click by click.", default=False)
    hidden: bool = key("True to leave its slide out of the show.", default=False)
    allow: Allowances = key(
        "Warnings to allow here, each by its name with the reason.",
        example={"long-slide": "The whole list is the point."},
        default=Allowances(),
    )


@dataclass(frozen=True, kw_only=True)
class Item(Node):
    """One point of a list: a text, or a mapping `point:` with `points:` below it."""

    point: Rich = key("The point.", example="Trade with the West")
    points: tuple[Item, ...] = key("Points below it.", default=())
