"""Short wordings of titles for running headers and metadata."""

from __future__ import annotations

import re

from diptych.material.labels import Labels

_WORDS = 7
_CHARACTERS = 80


def running(title: str) -> str:
    """The title for the running header and footer: no longer than a glance."""
    cut = " ".join(title.split()[:_WORDS])[:_CHARACTERS]
    return title if cut == title else cut.rstrip(" ,;:–—-") + " …"


def slides(numbers: tuple[int, int] | None, labels: Labels) -> str:
    """Which slides belong to a part: "Slide 7", "Slides 7–9"; nothing where there are none."""
    if numbers is None:
        return ""
    first, last = numbers
    return labels("slide", number=first) if first == last else labels("slides", first=first, last=last)


def block_kind(block: object) -> str:
    """The name of a block's template: `SourceExtract` is `source_extract`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(block).__name__).lower()


def letter(index: int) -> str:
    """A, B, C … for options and pairs; after Z come AA, AB …"""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
