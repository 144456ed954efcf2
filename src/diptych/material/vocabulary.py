"""The vocabulary of the YAML, drawn from the model's own declarations."""

from __future__ import annotations

import dataclasses
import functools
import typing
from dataclasses import dataclass
from typing import Any

from diptych.material.blocks import AnyBlock, Cell, Item
from diptych.material.chart_parts import Axis
from diptych.material.facts import Name
from diptych.material.fields import Node
from diptych.material.maps.parts import MapPlace


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: its name in the YAML, its attribute in the model, what it holds."""

    name: str
    attribute: str
    kind: Any
    required: bool
    default: Any
    about: str
    example: object


def keys_of(node: type[Node]) -> tuple[Key, ...]:
    """The keys that a mapping of this kind may have, its own before those it inherits."""
    return _keys_of(typing.cast(typing.Hashable, node))


@functools.cache
def _keys_of(node: Any) -> tuple[Key, ...]:
    hints = typing.get_type_hints(node)
    fields = [field for field in dataclasses.fields(node) if field.name != "place"]
    keys = [_key(field, hints[field.name]) for field in fields]
    own = node.__annotations__
    return tuple(sorted(keys, key=lambda key: key.attribute not in own))


def main_key(block: type[Node]) -> str:
    """The key that names a block: the first that its class declares."""
    return keys_of(block)[0].name


@functools.cache
def block_kinds() -> dict[str, type[Node]]:
    """Every kind of block by its main key."""
    return {main_key(block): block for block in typing.get_args(AnyBlock)}


def shorthand(node: type[Node]) -> str:
    """The key that a bare text stands for where a mapping may be written; empty where none may."""
    names: dict[type[Node], str] = {Item: "point", Cell: "cell", Name: "literal", Axis: "title"}
    return "name" if node is MapPlace else names.get(node, "")


def _key(field: dataclasses.Field[Any], kind: Any) -> Key:
    required = field.default is dataclasses.MISSING
    return Key(
        name=field.metadata["name"] or field.name,
        attribute=field.name,
        kind=kind,
        required=required,
        default=None if required else field.default,
        about=field.metadata["about"],
        example=field.metadata["example"],
    )
