"""What went into the works of a source is written down when they are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diptych.build.designs import DeckOptions
from diptych.build.manifest import Build
from diptych.build.order import Order
from diptych.build.reading import Reading
from diptych.build.records.file_digests import FileDigests
from diptych.build.records.record import Record
from diptych.build.records.shared import Shared, shared_digests
from diptych.build.works import Work
from diptych.material.findings import Finding


def record_of(
    reading: Reading,
    order: Order,
    build: Build,
    works: Sequence[Work],
    findings: tuple[Finding, ...],
    shared: Mapping[str, str],
    environment: Mapping[str, str],
) -> Record:
    """The record of works that were just made by an order, with what was found then.

    `shared` is what it was made from besides the files that it names, as that was at the beginning.
    """
    return Record(
        words=order.words,
        path=build.path,
        files=dict(build.inputs["source"]),
        layouts=_layouts(reading),
        template=_own_template(reading, order.deck),
        shared=shared,
        environment=environment,
        outputs=build.outputs,
        findings=findings,
        remarks=tuple(remark for work in works for remark in work.remarks),
        seconds=sum(work.seconds for work in works),
    )


def shared_with(reading: Reading, order: Order, digests: FileDigests) -> Mapping[str, str]:
    """The digests of what a source is made from besides the files that it names, as it is now."""
    template, folder = _own_template(reading, order.deck), reading.source.path.parent
    shared = Shared(_layouts(reading), order.deck.template or (folder / template if template else None))
    return shared_digests(shared, folder, order.layouts, digests)


def _layouts(reading: Reading) -> tuple[str, ...]:
    return tuple(place.name for place in reading.layout.folders)


def _own_template(reading: Reading, options: DeckOptions) -> str:
    """The template that the source names, where it is the one that its deck takes."""
    return "" if options.template else reading.deck_choices.template
