"""Short wordings of titles for running headers and metadata."""

from __future__ import annotations

import re

_RUNNING = 54  # characters that fit half the page's width in the running header


def running(title: str) -> str:
    """The title, cut at a word where it is too long for one half of the running header."""
    if len(title) <= _RUNNING:
        return title
    cut = title[:_RUNNING].rpartition(" ")[0] or title[:_RUNNING]
    return cut.rstrip(" ,;:–—-") + " …"


def block_kind(block: object) -> str:
    """The name of a block's template: `SourceExtract` is `source_extract`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(block).__name__).lower()


def letter(index: int) -> str:
    """A, B, C … for options and pairs; after Z come AA, AB …"""
    first, last = divmod(index, 26)
    return (letter(first - 1) if first else "") + chr(ord("A") + last)
