"""An example for every key: the author's of the vocabulary, or one that follows from what the key holds."""

from __future__ import annotations

import types
import typing
from typing import Any, Literal

from diptych.material.blocks import AnyBlock, Text
from diptych.material.fields import Node
from diptych.material.vocabulary import Key, keys_of


def example_of(key: Key) -> object:
    """A value that the key may have, as one would write it in YAML."""
    return key.example if key.example is not None else _of_kind(key.kind)


def _of_kind(kind: Any) -> object:
    if kind == AnyBlock:
        return _of_node(Text)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return [_of_kind(arguments[0])]
    if origin is Literal:
        return next(word for word in arguments if word)
    if origin in {types.UnionType, typing.Union}:
        return _of_kind(arguments[0])
    if kind is bool:
        return True
    return _of_node(kind) if isinstance(kind, type) and issubclass(kind, Node) else None


def _of_node(node: type[Node]) -> dict[str, object]:
    """The keys that a mapping must have; those that it may have where it must have none."""
    keys = keys_of(node)
    shown = [key for key in keys if key.required] or keys[:2]
    return {key.name: example_of(key) for key in shown}
