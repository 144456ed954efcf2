"""All that is looked at, in the order in which it is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from diptych.doctor.diagnosis import Diagnosis
from diptych.doctor.libraries import look_at_libraries


def examination(output: Path, layouts: Sequence[Path]) -> Iterator[Diagnosis]:
    """What is well and what is not; layouts and folders only where the packages that read them are here."""
    libraries = list(look_at_libraries())
    yield from libraries
    if any(one.state == "ill" and one.subject == "packages" for one in libraries):
        return
    from diptych.doctor.designs import look_at_layouts
    from diptych.doctor.folders import look_at_folders
    from diptych.doctor.terminal import look_at_terminal

    yield from look_at_layouts(layouts)
    yield from look_at_folders(output)
    yield look_at_terminal()
