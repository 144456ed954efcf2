"""Every key that a source may hold, for telling keys from text."""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diptych.material.vocabulary import Key


@functools.cache
def known_keys() -> frozenset[str]:
    """The keys of the whole vocabulary."""
    return frozenset(key.name for key in _all_keys())


@functools.cache
def prose_keys() -> frozenset[str]:
    """The keys whose text may have several lines."""
    from diptych.material.markup import Prose
    from diptych.material.scalars import Verbatim

    return frozenset(key.name for key in _all_keys() if key.kind in {Prose, Verbatim})


def _all_keys() -> Iterator[Key]:
    # The vocabulary is made of what reads YAML.
    from diptych.material.fields import Node
    from diptych.material.model import Material
    from diptych.material.vocabulary import keys_of

    found: set[type[Node]] = set()

    def look(kind: Any) -> None:
        if isinstance(kind, type) and issubclass(kind, Node) and kind not in found:
            found.add(kind)
            for key in keys_of(kind):
                look(key.kind)
        for inner in typing.get_args(kind):
            look(inner)

    look(Material)
    return (key for node in found for key in keys_of(node))
