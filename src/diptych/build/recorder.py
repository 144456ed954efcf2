"""What a build writes down of itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from diptych.build.designs import DeckOptions
from diptych.build.digests import Digests, digest
from diptych.build.inputs import Inputs, inputs_of
from diptych.build.manifest import Build, Made
from diptych.build.options import options_of
from diptych.build.reading import Reading
from diptych.build.sources import UsageError
from diptych.build.told_path import told_path
from diptych.build.versions import versions
from diptych.build.works import Work
from diptych.material.moment import moment_set


class Recorder:
    """Writes down what the works of one run are made of; what they share is looked at once.

    Raises UsageError at the start where SOURCE_DATE_EPOCH holds no moment.
    """

    def __init__(self) -> None:
        try:
            self.created = moment_set()
        except ValueError as error:
            raise UsageError(str(error)) from None
        self.digests = Digests()
        self.inputs: dict[Path, Inputs] = {}

    def look_at(self, reading: Reading, options: DeckOptions) -> Inputs:
        """The digests of all that a source's works are made of; it is looked at once."""
        path = reading.source.path
        if path not in self.inputs:
            self.inputs[path] = inputs_of(reading, options, self.digests)
        return self.inputs[path]

    @cached_property
    def versions(self) -> dict[str, str]:
        """The versions of what is at work here."""
        return versions()

    def build(self, reading: Reading, options: DeckOptions, works: Sequence[Work]) -> Build:
        """What was made of a source, and of what."""
        return Build(
            source=reading.source.name,
            path=told_path(reading.source.path),
            design=_design(reading, options),
            inputs=self.look_at(reading, options),
            versions=self.versions,
            outputs={work.name: _made(work) for work in works},
            created=self.created,
        )


def _design(reading: Reading, options: DeckOptions) -> dict[str, str]:
    told = {
        "layout": reading.layout.name,
        "template": told_path(options.template) if options.template else "",
        "aspect": options.aspect,
        "scheme": options.scheme,
    }
    return {name: value for name, value in told.items() if value}


def _made(work: Work) -> Made:
    options = options_of(work.wanted) if work.wanted else {}
    return Made(digest(work.data), len(work.data), work.unit, work.count, options)
