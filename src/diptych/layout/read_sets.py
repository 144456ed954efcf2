"""A theme's `handout:` becomes sets, each value of the kind that it must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar

from diptych.layout.ink import Ink, is_colour
from diptych.layout.sets import KINDS, Sets
from diptych.layout.setting import Hanging, Margins, Paper
from diptych.layout.theme import Family, HandoutType, ScriptType

_ROLES = ("text", "heading", "code")
_NOT_OF_TYPE = frozenset({"defaults", "hanging", "scripts", *KINDS.values()})
# What YAML gives for a field, by the field's annotation.
_WANTED: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"float": (int, float), "int": (int,), "bool": (bool,), "str": (str,), "Mapping[str, float]": (dict,)}
)

Values = Mapping[str, Any]
Made = TypeVar("Made")


def read_sets(values: Values, fonts: Mapping[str, Family]) -> Sets:
    """The sets in a theme's `handout:`.

    Raises KeyError or ValueError, naming it, for what is missing, misspelt or no such value; LayoutError for
    a default that is no set.
    """
    base = {key: value for key, value in values.items() if key not in _NOT_OF_TYPE}
    sets = Sets(
        base=_type_values("handout", base, fonts) | {"scripts": _scripts(values.get("scripts"), fonts)},
        defaults={kind: str(values["defaults"][kind]) for kind in KINDS},
        hanging=_made(Hanging, "hanging", values["hanging"]),
        papers=_each(values["papers"], _paper),
        margins=_each(values["margins"], lambda name, one: _made(Margins, name, one)),
        inks=_each(values["inks"], _ink),
        sizes=_each(values["sizes"], lambda name, one: _type_values(name, one, fonts)),
        spacings=_each(values["spacings"], lambda name, one: _type_values(name, one, fonts)),
    )
    for size in sets.sizes:
        sets.type(size)
    return sets


def _each(sets: Values, make: Callable[[str, Values], Made]) -> dict[str, Made]:
    return {str(name): make(str(name), values or {}) for name, values in sets.items()}


def _paper(name: str, values: Values) -> Paper:
    paper = _made(
        Paper, name, {key: value for key, value in values.items() if key != "booklet"} | {"name": name}
    )
    if not (sheet := values.get("booklet")):
        return paper
    if not isinstance(sheet, list) or [isinstance(one, (int, float)) for one in sheet] != [True, True]:
        raise ValueError(f"`booklet: {sheet}` of `{name}`, which is no sheet in mm such as [297, 210]")
    return replace(paper, booklet=(float(sheet[0]), float(sheet[1])))


def _ink(name: str, values: Values) -> Ink:
    colours = {str(role): str(colour) for role, colour in (values.get("colours") or {}).items()}
    for role, colour in colours.items():
        if not is_colour(colour):
            raise ValueError(f"`{role}: {colour}` of `{name}`, which is no colour such as #1F4E6B")
    return replace(_made(Ink, name, {**values, "colours": {}}), colours=colours)


def _type_values(name: str, values: Values, fonts: Mapping[str, Family]) -> dict[str, Any]:
    """Values of the type with families in place of their roles."""
    roles = {role: fonts[values[role]] for role in _ROLES if role in values}
    rest = {key: value for key, value in values.items() if key not in roles}
    return {**_checked(HandoutType, name, rest), **roles}


def _scripts(values: Values | None, fonts: Mapping[str, Family]) -> Mapping[str, ScriptType]:
    """Raises KeyError for a family that the theme does not have."""
    return {script: _script(str(script), one, fonts) for script, one in (values or {}).items()}


def _script(name: str, values: Values, fonts: Mapping[str, Family]) -> ScriptType:
    rest = {key: value for key, value in values.items() if key not in {"text", "heading"}}
    made = partial(ScriptType, fonts[values["text"]], fonts[values["heading"]])
    return made(**_checked(ScriptType, name, rest))


def _made(kind: type[Made], name: str, values: Values) -> Made:
    return kind(**_checked(kind, name, values))


def _checked(kind: type, name: str, values: Values) -> Values:
    """The values, each what the field of its name wants. Raises ValueError for any other."""
    wanted = {field.name: str(field.type) for field in fields(kind)}
    for key, value in values.items():
        if key not in wanted:
            raise ValueError(f"`{key}` of `{name}`")
        kinds = _WANTED.get(wanted[key], (dict,))
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ValueError(f"`{key}: {value}` of `{name}`")
    return values
