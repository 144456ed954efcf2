"""The records of what a folder holds lie in a hidden folder there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diptych.build.records.record import Record, record_from, told_record
from diptych.build.records.sealed import read_sealed, write_sealed

FOLDER = ".diptych"
# A record is of one wish, such as the decks alone: nobody has many of them.
_MOST = 16


class Shelf:
    """The records in a folder of finished files, by source."""

    def __init__(self, output: Path) -> None:
        self.folder = output / FOLDER

    @property
    def digests(self) -> Path:
        """Where the digests of files are kept that all sources share."""
        return self.folder / "files.json"

    def of(self, source: str) -> tuple[Record, ...]:
        """What is known of a source's builds, the latest first; nothing where that is damaged."""
        return tuple(_records(read_sealed(self._path(source))))

    def put(self, source: str, record: Record) -> None:
        """Add a record, in place of those whose wish was the same and those that it puts out of date."""
        others = [one for one in self.of(source) if _still_good(one, record)]
        write_sealed(self._path(source), [told_record(one) for one in (record, *others)][:_MOST])

    def _path(self, source: str) -> Path:
        return self.folder / f"{source}.record.json"


def _records(told: object) -> Iterator[Record]:
    try:
        for one in told if isinstance(told, list) else ():
            yield record_from(one)
    except (KeyError, TypeError, ValueError, AttributeError):
        return


def _still_good(old: Record, new: Record) -> bool:
    """Whether both hold: not where one was made of something else, or gave a file other bytes."""
    if old.words == new.words or (old.path, old.environment) != (new.path, new.environment):
        return False
    return all(new.outputs.get(name, one) == one for name, one in old.outputs.items())
