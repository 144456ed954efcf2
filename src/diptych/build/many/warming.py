"""What every source needs is brought into memory once, before processes begin as copies of this one."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

from diptych.build.kept import Kept
from diptych.build.order import Order
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


def warmed(order: Order) -> Kept:
    """What sources share, read already where it can be; what cannot is told when it is asked for."""
    from diptych.pdf.weasyprint_import import import_weasyprint

    for room in _ROOMS:
        import_module(room)
    kept = Kept()
    with suppress(MissingLibraryError):
        import_weasyprint()
    with suppress(LayoutError, SourceError):
        kept.templates_of(kept.layout(order.layout or "classic", order.layouts))
    return kept
