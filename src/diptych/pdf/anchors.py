"""On which page of a PDF its anchors stand; some are for us alone and leave no trace in the file."""

from __future__ import annotations

from typing import Any

# No id of an author's begins so.
OURS = "diptych:"


def pages_of_anchors(rendering: Any) -> dict[str, int]:
    """The page, counted from 1, on which every anchor of a rendered WeasyPrint document begins.

    Anchors that begin with OURS are taken out of the rendering, so that no viewer lists them.
    """
    found: dict[str, int] = {}
    for number, page in enumerate(rendering.pages, 1):
        for anchor in tuple(page.anchors):
            found.setdefault(anchor, number)
            if anchor.startswith(OURS):
                del page.anchors[anchor]
    return found
