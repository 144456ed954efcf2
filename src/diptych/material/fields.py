"""How a key of the YAML is declared: its meaning, its default and an example, told once.

The reader, the JSON Schema and the reference page are all drawn from these declarations.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field
from typing import Any

from diptych.material.place import NOWHERE, Place


def key(about: str, *, example: object = None, default: Any = MISSING, name: str = "") -> Any:
    """A dataclass field for one key of the YAML.

    `name` is the key as it is written where that is no Python name (`container-title`).
    """
    return field(default=default, metadata={"about": about, "example": example, "name": name})


@dataclass(frozen=True, kw_only=True)
class Node:
    """A mapping of the source that knows where it stands."""

    place: Place = field(default=NOWHERE, compare=False, repr=False)
