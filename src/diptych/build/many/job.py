"""One source with all that its works are made from, to be built on any machine that has the same Diptych."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.request import Request
from diptych.build.sources import SourceFile
from diptych.build.told_path import told_path

Files = tuple[tuple[str, bytes], ...]
TEMPLATES = (".pptx", ".potx")


@dataclass(frozen=True)
class Job:
    """Everything as bytes and words: nothing of it lies on a disk.

    `files` are those in the source's `folder`, of which `main` is the source; `layouts` are the user's own,
    and `template` is the one that the command line names, first its file, then the fonts beside it; all by
    their names. `environment` is what must make the works, so that they come out the same.
    """

    name: str
    folder: str
    main: str
    files: Files = field(repr=False)
    layouts: Files = field(repr=False)
    template: Files = field(repr=False)
    layout: str
    aspect: Literal["", "16:9", "4:3"]
    scheme: Literal["", "light", "dark"]
    request: Request
    strict: bool
    words: Mapping[str, Any]
    environment: Mapping[str, str] = field(repr=False)

    @property
    def brings_designs(self) -> bool:
        """Whether layouts or templates come with it that no other job can count on."""
        templates = any(name.lower().endswith(TEMPLATES) for name, _ in self.files)
        return bool(self.layouts or self.template or templates)

    @property
    def moment(self) -> str:
        """The seconds that the user set, as the system's variable holds them; empty for none."""
        return str(self.words.get("moment", ""))


def brought_home(outcome: Outcome, source: SourceFile, order: Order) -> Outcome:
    """What a job came to, with the account that it would have here, where its source lies."""
    path, template = told_path(source.path), order.deck.template
    build, record, fault = outcome.build, outcome.record, outcome.fault
    if build:
        told = {"template": told_path(template)} if template else {}
        build = replace(build, path=path, design={**build.design, **told})
    if record:
        record = replace(record, path=path)
    if fault:
        fault = _fault_here(fault, outcome.source.path, source, order)
    return replace(outcome, source=source, build=build, record=record, fault=fault)


def _fault_here(fault: Fault, far: Path, source: SourceFile, order: Order) -> Fault:
    """The fault told with the paths that files have here, in place of those that they had for the job."""
    folder, template = far.parents[2], order.deck.template
    homes = {
        far.parent: source.path.parent,
        folder / "layouts": order.layouts[0],
        folder / "template": template.parent if template else Path(),
    }
    message, trace = fault.message, fault.trace
    for there, home in homes.items():
        message = message.replace(_within(there), _within(home))
        trace = trace.replace(_within(there), _within(home))
    return Fault(message, fault.misused, trace)


def _within(folder: Path) -> str:
    """What paths of files in the folder begin with: nothing for the one that a user is in."""
    return "" if folder == Path() else f"{folder}{os.sep}"
