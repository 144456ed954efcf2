"""What every source needs is brought into memory once, before processes begin as copies of this one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module

from diptych.build.kept import Kept
from diptych.build.order import Order
from diptych.build.recorder import Recorder
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.layout.error import LayoutError
from diptych.material.findings import SourceError
from diptych.pdf.missing_library import MissingLibraryError

# Rooms that are entered late where one source alone is built.
_ROOMS = (
    "diptych.build.proving",
    "diptych.deck.plan.deck",
    "diptych.deck.plan.references",
    "diptych.deck.write.deck",
    "diptych.handout.anchors",
    "diptych.handout.press",
    "diptych.handout.templates",
    "diptych.proof.accessibility",
    "diptych.proof.deck",
    "diptych.proof.layers",
    "diptych.proof.tagged_pdf",
)


@dataclass
class Stock:
    """What a process begins with: what sources share, and the digests of it."""

    recorder: Recorder
    digests: FileDigests
    kept: Kept = field(default_factory=Kept)


def stocked(order: Order) -> Stock:
    """A stock of digests alone. Raises UsageError where the user set a moment that is none."""
    recorder = Recorder()
    stock = Stock(recorder, FileDigests(order.digests, recorder.digests))
    environment(stock.digests)
    return stock


def warmed(order: Order) -> Stock:
    """A stock of what sources share, read already where it can be; what cannot is told when it is asked for.

    Raises what `stocked` does.
    """
    from diptych.pdf.weasyprint_import import import_weasyprint

    for room in _ROOMS:
        import_module(room)
    stock = stocked(order)
    with suppress(MissingLibraryError):
        import_weasyprint()
    with suppress(LayoutError, SourceError):
        layout = stock.kept.layout(order.layout or "classic", order.layouts)
        for folder in layout.folders:
            stock.digests.of_tree(folder, f"layout {folder.name}")
        stock.kept.templates_of(layout)
    return stock
