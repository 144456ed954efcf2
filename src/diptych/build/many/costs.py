"""Which sources take long: these are begun first, so that no worker is left with one at the end."""

from __future__ import annotations

from collections.abc import Mapping

from diptych.build.sources import SourceFile

_SECONDS_A_BYTE = 5e-5  # measured: 30 kB of material take one second and a half


def costliest_first(known: Mapping[SourceFile, float]) -> list[SourceFile]:
    """The sources by the seconds that they took the last time, else by their bytes; then by their names."""
    return sorted(known, key=lambda source: (-(known[source] or _expected(source)), source.name))


def _expected(source: SourceFile) -> float:
    try:
        return source.path.stat().st_size * _SECONDS_A_BYTE
    except OSError:
        return 0.0
