"""Whether two machines would make the same files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diptych.build.records.environment import OURS


def differences(there: Mapping[str, str], here: Mapping[str, str]) -> Iterator[str]:
    """`weasyprint 69.0 there, 70.0 here`, for all that makes files and is not the same."""
    for name in sorted(there.keys() | here.keys()):
        if there.get(name) == here.get(name):
            continue
        if name in OURS:
            yield f"{name} is another there"
        else:
            yield f"{name} {there.get(name, 'missing')} there, {here.get(name, 'missing')} here"
