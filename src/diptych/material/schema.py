"""The JSON Schema of a source, so that editors complete and check as one types."""

from __future__ import annotations

import inspect
import json
import types
import typing
from typing import Any, Literal

from diptych.material.addresses import Address
from diptych.material.allowances import Allowances
from diptych.material.blocks import AnyBlock
from diptych.material.dates import Date
from diptych.material.examples import example_of
from diptych.material.fields import Node
from diptych.material.finding_kinds import ALLOWABLE, KINDS
from diptych.material.formulas.notation import Notation
from diptych.material.limits import largest
from diptych.material.maps.coordinates import Coordinates
from diptych.material.markup import Prose, Rich
from diptych.material.model import Material
from diptych.material.scalars import (
    Datum,
    FilePath,
    Language,
    LineNumbers,
    Lines,
    Minutes,
    Number,
    Pages,
    Verbatim,
)
from diptych.material.vocabulary import Key, block_kinds, keys_of, main_key, shorthand

_TEXT = {"type": ["string", "number", "boolean", "null"]}
_SCALARS: dict[Any, dict[str, Any]] = {
    str: _TEXT,
    Verbatim: _TEXT,
    Rich: _TEXT,
    Prose: _TEXT,
    Coordinates: {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "number"}}]},
    Date: {"type": ["string", "integer"]},
    FilePath: {"type": "string"},
    Notation: _TEXT,
    Datum: _TEXT,
    Number: {"type": "number"},
    Language: {"type": "string"},
    Address: {"type": "string"},
    LineNumbers: {"type": ["boolean", "integer"]},
    Lines: {"type": ["string", "integer"]},
    Minutes: {"type": ["string", "integer"]},
    Pages: {"type": ["string", "integer"]},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
}


_ALLOWANCES = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        name: {
            "title": name,
            "description": KINDS[name].about,
            "examples": ["The whole list is the point."],
            "type": "string",
            "minLength": 1,
        }
        for name in ALLOWABLE
    },
}


def schema_text() -> str:
    """The schema as it is committed in `sources/diptych.schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12), drawn from the model."""
    definitions: dict[str, Any] = {}
    root = _mapping(Material, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Diptych source",
        "description": "One summary of teaching material, from which a handout and a deck are built.",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _mapping(node: type[Node], definitions: dict[str, Any]) -> dict[str, Any]:
    keys = keys_of(node)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in keys if key.required],
        "properties": {key.name: _property(key, definitions) for key in keys},
    }


def _property(key: Key, definitions: dict[str, Any]) -> dict[str, Any]:
    about: dict[str, Any] = {
        "title": key.name,
        "description": key.about,
        "examples": [example_of(key)],
    }
    kind = _kind(key.kind, definitions)
    if key.kind is int:
        kind["maximum"] = largest(key.name)
    return {**about, **(kind if "$ref" not in kind else {"allOf": [kind]})}


def _kind(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind == AnyBlock:
        return _block(definitions)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        array = {"type": "array", "items": _kind(arguments[0], definitions)}
        return {"anyOf": [array, _TEXT]} if arguments[0] in {str, Rich, FilePath, Lines} else array
    if origin is Literal:
        return {"enum": [word for word in arguments if word]}
    if origin in {types.UnionType, typing.Union}:
        return _kind(arguments[0], definitions)
    if kind is Allowances:
        definitions["Allowances"] = _ALLOWANCES
        return {"$ref": "#/$defs/Allowances"}
    return dict(_SCALARS[kind]) if kind in _SCALARS else _node(kind, definitions)


def _node(node: type[Node], definitions: dict[str, Any]) -> dict[str, Any]:
    if node.__name__ not in definitions:
        definitions[node.__name__] = {}  # a node may hold itself
        mapping = {"description": inspect.getdoc(node), **_mapping(node, definitions)}
        short = {"anyOf": [_TEXT, mapping], "description": inspect.getdoc(node)}
        definitions[node.__name__] = short if shorthand(node) else mapping
    return {"$ref": f"#/$defs/{node.__name__}"}


def _block(definitions: dict[str, Any]) -> dict[str, Any]:
    """A block is any of the kinds, told by its main key, or a bare text."""
    if "Block" not in definitions:
        definitions["Block"] = {}
        kinds = [_node(kind, definitions) for kind in block_kinds().values()]
        definitions["Block"] = {
            "description": "A block, named by the key that holds its main words: "
            + ", ".join(main_key(kind) for kind in block_kinds().values()),
            "anyOf": [*kinds, {"type": "string"}],
        }
    return {"$ref": "#/$defs/Block"}
