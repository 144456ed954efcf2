"""What a template offers, as a table to read."""

from __future__ import annotations

from diptych.deck.design.design import DeckDesign


def layouts_report(design: DeckDesign) -> str:
    """For each kind of slide the slide layout that serves for it, and what that can hold."""
    rows = (
        (key, layout.name, ", ".join(layout.placeholders)) for key, layout in design.layouts.layouts.items()
    )
    return "\n".join("  ".join(row) for row in rows)
