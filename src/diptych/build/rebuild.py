"""What a manifest tells of is built again, in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from diptych import meanwhile
from diptych.build.designs import DeckOptions
from diptych.build.digests import Digests
from diptych.build.inputs import Inputs, inputs_of
from diptych.build.manifest import Build, ManifestError
from diptych.build.options import wanted_from
from diptych.build.outputs import Wanted
from diptych.build.reading import read_document
from diptych.build.sources import SourceFile
from diptych.build.works import render
from diptych.material.findings import SourceError
from diptych.material.moment import VARIABLE, seconds_of


@dataclass(frozen=True)
class Rebuilt:
    """The works by name, as they come out now, and what they are made of; `fault` is why there are none."""

    works: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    inputs: Inputs = field(default_factory=dict, repr=False)
    fault: str = ""


def rebuild(
    build: Build, source: SourceFile, template: Path | None, layouts: Sequence[Path], digests: Digests
) -> Rebuilt:
    """The works of a build, made again from its source as it is now.

    Raises LayoutError or UsageError where the layout or template will not do, ManifestError where
    the manifest tells of works that there cannot be.
    """
    design = build.design
    options = DeckOptions(template, design.get("aspect", ""), design.get("scheme", ""))  # type: ignore[arg-type]
    inputs: Inputs = {}
    try:
        with _at(build):
            reading = read_document(source, design.get("layout", ""), layouts)
            inputs = inputs_of(reading, options, digests)
            works = {work.name: work.data for work in render(reading, _wanted(build), options)}
    except SourceError as error:
        place, message = error.findings[0].place, error.findings[0].message
        where = f"line {place.line}: " if place.line else ""
        return Rebuilt({}, inputs, f"can no longer be built: {where}{message}")
    return Rebuilt(works, inputs)


def _wanted(build: Build) -> list[Wanted]:
    try:
        return [wanted_from(made.options) for made in build.outputs.values()]
    except (ValueError, TypeError) as error:
        raise ManifestError(f"the manifest tells of what there cannot be: {error}") from None


@contextmanager
def _at(build: Build) -> Iterator[None]:
    """The files tell the moment that the user had set then."""
    try:
        seconds = seconds_of(build.created)
    except ValueError:
        raise ManifestError(f"the manifest tells of a moment `{build.created}` that is none") from None
    with meanwhile.variable(VARIABLE, seconds):
        yield
