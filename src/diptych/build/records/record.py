"""What a source was built from, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from diptych.build.manifest import Made
from diptych.material.findings import Finding
from diptych.material.place import Place


@dataclass(frozen=True)
class Record:
    """What went into the works of a source, each thing by its digest, and what was told of them.

    `words` are those of the command line on which the works depend; `path` is where the source lies, as it
    is told. `files` are those that the source names, by their names there; `template` is the one that it
    names. `shared` is what other sources are made from, too, and `environment` what makes them. `seconds` is
    how long it took.
    """

    words: Mapping[str, Any]
    path: str
    files: Mapping[str, str]
    layouts: tuple[str, ...]
    template: str
    shared: Mapping[str, str]
    environment: Mapping[str, str]
    outputs: Mapping[str, Made]
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)

    @property
    def amounts(self) -> str:
        """`12 pages, 50 slides`, in the order of the files."""
        amounts = ((one.count, one.unit) for one in self.outputs.values())
        return ", ".join(f"{count:,} {unit}{'' if count == 1 else 's'}" for count, unit in amounts)


def told_record(record: Record) -> dict[str, Any]:
    """The record as JSON can hold it."""
    return asdict(record)


def record_from(told: Mapping[str, Any]) -> Record:
    """The record that was told so. Raises KeyError, TypeError or ValueError for anything else."""
    values = {one.name: told[one.name] for one in fields(Record)}
    values["layouts"] = tuple(values["layouts"])
    values["outputs"] = {name: Made(**one) for name, one in values["outputs"].items()}
    values["findings"] = tuple(_finding(one) for one in values["findings"])
    values["remarks"] = tuple(values["remarks"])
    return Record(**values)


def _finding(told: Mapping[str, Any]) -> Finding:
    return Finding(**{**told, "place": Place(*told["place"])})
