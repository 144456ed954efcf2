"""Sources are read, checked, rendered and proved, one after the other, in one process."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from diptych.build.judging import strictly, warnings_when_made, warnings_when_read
from diptych.build.kept import Kept
from diptych.build.manifest import Build
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.outputs import wanted_works
from diptych.build.reading import Reading, read_document
from diptych.build.recorder import Recorder
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.records.recording import record_of, shared_with
from diptych.build.sources import SourceFile, UsageError
from diptych.build.works import Work, render
from diptych.layout.error import LayoutError
from diptych.material.findings import Finding, SourceError
from diptych.pdf.missing_library import MissingLibraryError

_Result = TypeVar("_Result")


@dataclass
class Maker:
    """Makes the works of sources by an order; what sources share is looked at once.

    `starting` is told the name of each stage; `ready` is called before one is rendered. `beside` says whether
    a second process may help, and `accounting` whether an account is wanted of what is made. `known` are the
    digests of what sources share, where somebody has them. `early` is given the decks of a source that was
    built before, with their account, before its handout is printed.

    Raises UsageError where the user set a moment that is none.
    """

    order: Order
    starting: Callable[[str], object] = lambda stage: None
    ready: Callable[[], object] = lambda: None
    beside: bool = False
    accounting: bool = True
    kept: Kept = field(default_factory=Kept)
    recorder: Recorder = field(default_factory=Recorder)
    known: FileDigests | None = None
    shared: dict[Path, Mapping[str, str]] = field(default_factory=dict)
    early: Callable[[Build, tuple[Work, ...]], object] | None = None

    def make(self, source: SourceFile) -> Outcome:
        """What comes of a source. Whatever is wrong is told in it; raises only what `ready` does."""
        self.starting(f"{source.name}: reading")
        reading = _seen_to(source, lambda: self._read(source))
        if isinstance(reading, Outcome):
            return reading
        self.ready()
        early = self._judged(warnings_when_read(reading))
        outcome = _seen_to(source, lambda: self._rendered(reading, early))
        return outcome if outcome.works else replace(outcome, findings=(*early, *outcome.findings))

    def _read(self, source: SourceFile) -> Reading:
        return read_document(source, self.order.layout, self.order.layouts, self.kept)

    def _judged(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return strictly(findings, self.order.strict)

    def _rendered(self, reading: Reading, early: tuple[Finding, ...]) -> Outcome:
        wanted = wanted_works(self.order.request, reading.handout_choices, reading.outputs)
        works = tuple(
            render(
                reading,
                wanted,
                self.order.deck,
                lambda stage: self.starting(f"{reading.source.name}: {stage}"),
                beside=self.beside,
                meanwhile=lambda: self._look_ahead(reading) if self.accounting else None,
                kept=self.kept,
                early=partial(self._tell_early, reading) if self.early else None,
            )
        )
        late = self._judged(warnings_when_made(reading, works, self.order.deck))
        if not works or any(one.severity == "error" for one in (*early, *late)):
            return Outcome(reading.source, findings=late)
        if not self.accounting:
            return Outcome(reading.source, works, findings=(*early, *late))
        return self._accounted(reading, works, (*early, *late))

    def _tell_early(self, reading: Reading, works: tuple[Work, ...]) -> None:
        assert self.early
        self.early(self.recorder.build(reading, self.order.deck, works), works)

    def _accounted(self, reading: Reading, works: tuple[Work, ...], findings: tuple[Finding, ...]) -> Outcome:
        build = self.recorder.build(reading, self.order.deck, works)
        record = record_of(
            reading, self.order, build, works, findings, self._shared(reading), self.environment
        )
        return Outcome(reading.source, works, build, record, findings)

    def _look_ahead(self, reading: Reading) -> None:
        """Read what the account will tell of, while there is time.

        What is changed while works are made of it is another thing than they were made of, for all one knows.
        So it is looked at before.
        """
        self._shared(reading)
        self.recorder.look_at(reading, self.order.deck)
        self.environment  # noqa: B018 # it is kept

    def _shared(self, reading: Reading) -> Mapping[str, str]:
        path = reading.source.path
        if path not in self.shared:
            self.shared[path] = shared_with(reading, self.order, self.digests)
        return self.shared[path]

    @cached_property
    def digests(self) -> FileDigests:
        """The digests of what all sources share."""
        return self.known or FileDigests(self.order.digests, self.recorder.digests)

    @cached_property
    def environment(self) -> Mapping[str, str]:
        """What makes the files."""
        return environment(self.digests)


def _seen_to(source: SourceFile, step: Callable[[], _Result]) -> _Result | Outcome:
    """What the step gives; what is wrong as an outcome."""
    try:
        return step()
    except SourceError as error:
        return Outcome(source, findings=error.findings)
    except (LayoutError, UsageError) as error:
        return Outcome(source, fault=Fault(str(error), misused=True))
    except MissingLibraryError as error:
        return Outcome(source, fault=Fault(str(error)))
    except OSError as error:
        return Outcome(source, fault=Fault(f"{error.filename or 'a file'}: {error.strerror or error}"))
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        return Outcome(source, fault=Fault(told, trace=traceback.format_exc()))
