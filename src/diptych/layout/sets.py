"""The named sets of a theme's `handout:`: papers, sizes, spacings, margins and inks, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from diptych.layout.error import LayoutError
from diptych.layout.ink import Ink
from diptych.layout.setting import Hanging, Margins, Paper, Setting
from diptych.layout.theme import Family, HandoutType

# The page that margins are given for, in mm: on a smaller one they shrink, but leave the least that printers
# need. The gutter never shrinks, as holes and staples do not.
_PAGE = (210.0, 297.0)
_LEAST_MARGIN = 10.0
_KINDS = {"paper": "papers", "size": "sizes", "spacing": "spacings", "margins": "margins", "ink": "inks"}
_ROLES = ("text", "heading", "code")
_INDEPENDENT = frozenset({"defaults", "hanging", *_KINDS.values()})
_OF_TYPE = frozenset(one.name for one in fields(HandoutType))

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Sets:
    """What a theme says of the handout on paper: sets by kind and name, and which are taken by default.

    `base` is the type that sizes and spacings change.
    """

    base: Values
    defaults: Mapping[str, str]
    hanging: Hanging
    papers: Mapping[str, Paper]
    margins: Mapping[str, Margins]
    inks: Mapping[str, Ink]
    sizes: Mapping[str, Values]
    spacings: Mapping[str, Values]

    def setting(self, colours: Mapping[str, str], **names: str) -> Setting:
        """The setting of these sets; empty names mean the theme's defaults.

        Raises LayoutError for a set that the theme does not have.
        """
        chosen = {kind: names.get(kind) or self.defaults[kind] for kind in _KINDS}
        for kind, plural in _KINDS.items():
            _check_name(kind, chosen[kind], getattr(self, plural))
        paper, ink = self.papers[chosen["paper"]], self.inks[chosen["ink"]]
        return Setting(
            names=chosen,
            paper=paper,
            margins=_shrunk(self.margins[chosen["margins"]], paper),
            type=self.type(chosen["size"], chosen["spacing"]),
            hanging=self.hanging,
            colours=ink.printed(colours),
            grounds=ink.grounds,
        )

    def type(self, size: str, spacing: str) -> HandoutType:
        """The base with what a size and then a spacing change in it."""
        values = {**self.base, **self.sizes[size], **self.spacings[spacing]}
        values["size"] = max(values["size"], values.pop("least_size", 0))
        return HandoutType(**values)


def read_sets(values: Values, fonts: Mapping[str, Family]) -> Sets:
    """The sets in a theme's `handout:`.

    Raises KeyError, TypeError or ValueError, naming it, for what is missing, misspelt or no such value.
    """
    base = {key: value for key, value in values.items() if key not in _INDEPENDENT}
    sets = Sets(
        base=_type_values(base, fonts, "handout"),
        defaults={kind: str(values["defaults"][kind]) for kind in _KINDS},
        hanging=_made(Hanging, "hanging", values["hanging"]),
        papers=_each(values, "papers", _paper),
        margins=_each(values, "margins", lambda name, one: _made(Margins, name, one)),
        inks=_each(values, "inks", lambda name, one: _made(Ink, name, one)),
        sizes=_each(values, "sizes", lambda name, one: _type_values(one, fonts, name)),
        spacings=_each(values, "spacings", lambda name, one: _type_values(one, fonts, name)),
    )
    for size in sets.sizes:
        for spacing in sets.spacings:
            sets.type(size, spacing)
    return sets


def _check_name(kind: str, name: str, known: Mapping[str, object]) -> None:
    if name not in known:
        raise LayoutError(f"the layout has no {kind} `{name}`; there are {', '.join(known)}")


def _each(values: Values, plural: str, make: Callable[[str, Values], Any]) -> dict[str, Any]:
    return {str(name): make(str(name), one or {}) for name, one in values[plural].items()}


def _paper(name: str, values: Values) -> Paper:
    sheet = values.get("booklet")
    paper: Paper = _made(Paper, name, {"name": name, **values})
    return replace(paper, booklet=(float(sheet[0]), float(sheet[1]))) if sheet else paper


def _made(kind: Callable[..., Any], name: str, values: Values) -> Any:
    """A value of that kind. Raises ValueError for keys that it does not have."""
    known = {one.name for one in fields(kind)}  # type: ignore[arg-type]
    if unknown := [key for key in values if key not in known]:
        raise ValueError(f"`{unknown[0]}` of `{name}`, which may say {', '.join(sorted(known - {'name'}))}")
    return kind(**values)


def _type_values(values: Values, fonts: Mapping[str, Family], name: str) -> dict[str, Any]:
    """Values of the type with families in place of their roles."""
    if unknown := [key for key in values if key not in _OF_TYPE | {"least_size"}]:
        raise ValueError(f"`{unknown[0]}` of `{name}`, which may say {', '.join(sorted(_OF_TYPE))}")
    return {key: fonts[value] if key in _ROLES else value for key, value in values.items()}


def _shrunk(margins: Margins, paper: Paper) -> Margins:
    """The margins on a smaller page than the one that they are given for."""
    share = min(1.0, paper.width / _PAGE[0], paper.height / _PAGE[1])
    share = 1.0 if share > 0.9 else share
    sides = ("top", "first", "bottom", "inside", "outside")
    shrunk = {side: max(_LEAST_MARGIN, round(getattr(margins, side) * share, 2)) for side in sides}
    return replace(margins, **shrunk)
