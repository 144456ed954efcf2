"""What WeasyPrint merely logs becomes a finding with a place in the source."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol
from urllib.parse import unquote

from diptych.material.findings import Finding
from diptych.material.place import NOWHERE, Place
from diptych.pdf.assets import PICTURES

_GLYPH = re.compile(r"\.notdef glyph .*\(U\+(?P<code>[0-9A-F]+)\)", re.DOTALL)
_PICTURE = re.compile(rf"{re.escape(PICTURES)}[^\s'\"]+")


class Places(Protocol):
    """Where in the source something stands; NOWHERE for what is the layout's own."""

    def of_missing(self, characters: Sequence[str]) -> tuple[Finding, ...]:
        """What is told of characters that no font has."""

    def of_picture(self, path: str) -> Place:
        """The place of the picture with that path."""


@contextmanager
def complaints_of_weasyprint() -> Iterator[list[str]]:
    """The messages of level warning and above that are logged meanwhile, each once."""
    handler = _Gatherer()
    logger = logging.getLogger("weasyprint")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


class _Gatherer(logging.Handler):
    """Keeps messages instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if message not in self.messages:
            self.messages.append(message)


def findings_from(messages: list[str], places: Places) -> tuple[Finding, ...]:
    """What the messages tell, in the order of the file: characters together, all else one by one."""
    missing = [chr(int(found["code"], 16)) for one in messages if (found := _GLYPH.search(one))]
    others = [_finding(one, places) for one in messages if not _GLYPH.search(one)]
    findings = [*(places.of_missing(missing) if missing else ()), *others]
    return tuple(sorted(findings, key=lambda finding: finding.place))


def _finding(message: str, places: Places) -> Finding:
    if picture := _PICTURE.search(message):
        path = unquote(picture[0].removeprefix(PICTURES))
        words = f"the picture `{path}` cannot be drawn"
        return Finding(places.of_picture(path), words, "save it again, or as PNG", kind="picture-unreadable")
    return Finding(
        NOWHERE,
        f"WeasyPrint says: {message}",
        "correct the layout's templates or style sheets",
        kind="layout-complaint",
    )
