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
    digests: FileDigests,
    environment: Mapping[str, str],
) -> Record:
    """The record of works that were just made by an order, with what was found then."""
    options = order.deck
    template = _own_template(reading, options)
    folder = reading.source.path.parent
    shared = Shared(
        tuple(place.name for place in reading.layout.folders),
        options.template or (folder / template if template else None),
    )
    return Record(
        words=order.words,
        path=build.path,
        files=dict(build.inputs["source"]),
        layouts=shared.layouts,
        template=template,
        shared=shared_digests(shared, folder, order.layouts, digests),
        environment=environment,
        outputs=build.outputs,
        findings=findings,
        remarks=tuple(remark for work in works for remark in work.remarks),
        seconds=sum(work.seconds for work in works),
    )


def _own_template(reading: Reading, options: DeckOptions) -> str:
    """The template that the source names, where it is the one that its deck takes."""
    return "" if options.template else reading.deck_choices.template
