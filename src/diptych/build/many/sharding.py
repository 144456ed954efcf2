"""A part of all sources, for one of several machines that know nothing of each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.build.digests import digest
from diptych.build.sources import SourceFile

_FORM = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})", re.ASCII)


@dataclass(frozen=True)
class Shard:
    """The part `number` of `count`, counted from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def of(self, sources: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
        """The sources of this part. Each is in the same one wherever it lies, whatever others there are."""
        return tuple(
            one for one in sources if int(digest(one.name.encode()), 16) % self.count == self.number - 1
        )


def parse_shard(text: str) -> Shard:
    """The shard that `3/8` means. Raises ValueError for anything else."""
    found = _FORM.fullmatch(text)
    if not found or int(found[1]) > int(found[2]):
        raise ValueError(text)
    return Shard(int(found[1]), int(found[2]))
