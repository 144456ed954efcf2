"""The verb `watch`: builds all, then what each change touches, until it is stopped."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.build.building import build_all
from diptych.build.console import Console
from diptych.build.intake import taking_in
from diptych.build.kept import Kept
from diptych.build.making import Maker
from diptych.build.manifest import Build
from diptych.build.many.warming import warmed
from diptych.build.order import order_of
from diptych.build.output_folder import OutputFolder
from diptych.build.recorder import Recorder
from diptych.build.records.up_to_date import not_up_to_date
from diptych.build.sources import SourceFile, UsageError
from diptych.build.telling import Teller, Tidings
from diptych.build.works import Work
from diptych.layout.error import LayoutError
from diptych.watching.watch import Change, changes

FAULTY, MISUSED = 1, 2


def rebuilding(arguments: argparse.Namespace, console: Console) -> int:
    """Build what changes, each time telling what came of it; the code of the last build."""
    code, rebuilder = 0, Rebuilder(arguments, console)
    for change in changes(arguments.paths, Path("layouts")):
        if change.problem:
            console.error(change.problem)
        elif change.touched:
            code = rebuilder.build(change)
    return code


@dataclass
class Rebuilder:
    """Builds what a change touches; of what is saved again and again, it keeps all that stays the same."""

    arguments: argparse.Namespace
    console: Console
    kept: Kept = field(default_factory=Kept)

    def build(self, change: Change) -> int:
        """Build it, and tell its code; what would end the program is told, and waits to be mended."""
        try:
            teller = self._again(change.touched[0]) if change.words_alone else self._all(change.touched)
        except (UsageError, LayoutError, OSError) as error:
            self.console.error(str(error))
            return MISUSED
        return MISUSED if teller.misused else FAULTY if teller.faulty else 0

    def _all(self, sources: tuple[SourceFile, ...]) -> Teller:
        self.kept = Kept()
        stale = not_up_to_date(sources, self.arguments, self.console)
        if len(stale) == 1 and not self.arguments.cluster:
            return self._again(*stale)
        teller = build_all(stale, self.arguments, self.console) if stale else Teller(self.console)
        self.kept = warmed(order_of(self.arguments)).kept
        return teller

    def _again(self, source: SourceFile) -> Teller:
        """Build a source here; one that was built before shows its decks first, as they are soon made."""
        teller = Teller(self.console, self.arguments.open)
        folder = OutputFolder(self.arguments.output, self.console.remarks)
        written: dict[str, bytes] = {}

        def early(build: Build, works: tuple[Work, ...]) -> None:
            written.update((work.name, work.data) for work in works)
            # The handout is still that of before, which will not be so for long.
            OutputFolder(folder.path, lambda notes: None).put(written, [build])
            for work in works:
                self.console.result(work.line(folder.path))

        recorder = Recorder()
        recorder.digests = self.kept.digests
        order, progress = order_of(self.arguments), self.console.progress
        maker = Maker(order, progress, folder.prepare, kept=self.kept, recorder=recorder, early=early)
        outcome = maker.make(source)

        def tell(tidings: Tidings) -> None:
            teller.tell(_but(tidings, written, outcome.works))

        with taking_in(folder, tell, lambda lost: None) as intake:
            intake.take(outcome)
        return teller


def _but(tidings: Tidings, written: Mapping[str, bytes], works: tuple[Work, ...]) -> Tidings:
    """The tidings without the lines of files that were told already."""
    known = [written.get(work.name) == work.data for work in works]
    lines = tuple(line for line, told in zip(tidings.lines, known, strict=False) if not told)
    return replace(tidings, lines=lines)
