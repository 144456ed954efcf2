"""What a learner gives back, and what it earns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from diptych.exchange.qti.elements import Element, qti


@dataclass(frozen=True)
class Response:
    """The answer to one interaction; what is right, and the marks for each part of it.

    Without `marks` the answer is right as a whole or wrong; without `right` nobody can tell.
    """

    identifier: str
    base_type: Literal["identifier", "string", "directedPair"]
    cardinality: Literal["single", "multiple", "ordered"] = "single"
    right: tuple[str, ...] = ()
    marks: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def declaration(self) -> Element:
        """The `responseDeclaration`."""
        parts = []
        if self.right:
            parts.append(qti("correctResponse", *(qti("value", value) for value in self.right)))
        if self.marks:
            parts.append(self._mapping())
        return qti(
            "responseDeclaration",
            *parts,
            identifier=self.identifier,
            cardinality=self.cardinality,
            baseType=self.base_type,
        )

    def _mapping(self) -> Element:
        """What each value earns. Wrong ones may cost marks, but never more than the right ones earn."""
        entries = [qti("mapEntry", mapKey=key, mappedValue=str(marks)) for key, marks in self.marks.items()]
        if self.base_type == "string":
            for entry in entries:
                entry.set("caseSensitive", "false")
        return qti("mapping", *entries, lowerBound="0", defaultValue="0")


@dataclass(frozen=True)
class Task:
    """A question as QTI asks it: what stands in the body, and the responses to it."""

    body: tuple[Element, ...]
    responses: tuple[Response, ...]
