"""Words that run from the right are drawn as they are seen; their tags tell them in their own order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from diptych.pdf.structure import object_of, string


def tell_order(element: Any, box: Any, pdf: Any) -> None:
    """Give the words in a structure element as they are read (ISO 32000-1, 14.9.4), where they run back.

    WeasyPrint makes an element for each line of words, after that of the box which holds them.
    """
    lines = [one for one in _kids(element, pdf) if one["S"] == "/Span" and _holds_words(one)]
    words = list(_words(box))
    if len(lines) != len(words):
        return
    for line, text in zip(lines, words, strict=True):
        if "ActualText" not in line and any(map(_runs_back, set(text))):
            line["ActualText"] = string(text)


def _kids(element: Any, pdf: Any) -> Iterator[Any]:
    for kid in element["K"]:
        found = object_of(pdf, kid) if isinstance(kid, bytes) else None
        if found is not None and found.get("S"):
            yield found


def _holds_words(element: Any) -> bool:
    """True where there is one piece of marked content in it, and nothing else."""
    return len(element["K"]) == 1 and isinstance(element["K"][0], int)


def _words(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        for inner in child.children if type(child).__name__ == "LineBox" else (child,):
            if hasattr(inner, "text"):
                yield inner.text


def _runs_back(char: str) -> bool:
    return unicodedata.bidirectional(char) in {"R", "AL"}
