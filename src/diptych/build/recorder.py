"""What a build writes down of itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from diptych.build.designs import DeckOptions
from diptych.build.digests import Digests, digest
from diptych.build.inputs import inputs_of
from diptych.build.manifest import Build, Made
from diptych.build.options import options_of
from diptych.build.reading import Reading
from diptych.build.sources import UsageError
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
            inputs=inputs_of(reading, options, self.digests),
            versions=self.versions,
            outputs={work.name: _made(work) for work in works},
            created=self.created,
        )


def told_path(path: Path) -> str:
    """Where a file lies from here, or its name where it lies elsewhere: no name of a user is told."""
    whole, here = path.resolve(), Path.cwd().resolve()
    above_users = here == here.parent or here in _home().parents
    inside = whole.is_relative_to(here) and not above_users
    return whole.relative_to(here).as_posix() if inside else whole.name


def _home() -> Path:
    """The user's folder; the top folder where the system knows of none, as for a number in a container."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return Path(Path.cwd().anchor)


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
