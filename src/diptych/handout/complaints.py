"""What WeasyPrint merely logs becomes a finding with a place in the source."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from diptych.handout.assets import PICTURES
from diptych.material.blocks import Figure
from diptych.material.checks import texts_of
from diptych.material.document import Document
from diptych.material.findings import Finding
from diptych.material.model import Material
from diptych.material.numbering import all_blocks
from diptych.material.place import NOWHERE, Place

_GLYPH = re.compile(r'\.notdef glyph .*: "(?P<character>.*)" \(U\+(?P<code>[0-9A-F]+)\)', re.DOTALL)
_PICTURE = re.compile(rf"{re.escape(PICTURES)}[^\s'\"]+")


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


def findings_from(messages: list[str], document: Document) -> tuple[Finding, ...]:
    """One finding for each message, in the order of the file."""
    findings = (_finding(message, document) for message in messages)
    return tuple(sorted(findings, key=lambda finding: finding.place))


def _finding(message: str, document: Document) -> Finding:
    if glyph := _GLYPH.search(message):
        return _missing_character(glyph["character"], glyph["code"], document.material)
    if picture := _PICTURE.search(message):
        path = unquote(picture[0].removeprefix(PICTURES))
        place = _place_of_picture(path, document.material)
        return Finding(place, f"the picture `{path}` cannot be drawn", "save it again, or as PNG")
    return Finding(NOWHERE, f"WeasyPrint says: {message}", "correct the layout's templates or style sheets")


def _missing_character(character: str, code: str, material: Material) -> Finding:
    message = f"no font of the layout has the character `{character}` (U+{code})"
    place = _place_of_text(character, material)
    return Finding(place, message, "write it in other characters, or add a font to the layout")


def _place_of_text(words: str, material: Material) -> Place:
    places = (text.place for text in texts_of(material) if words in text.plain())
    return next(places, NOWHERE)


def _place_of_picture(path: str, material: Material) -> Place:
    figures = (block for block in all_blocks(material.sections) if isinstance(block, Figure))
    return next((figure.place for figure in figures if figure.figure == path), NOWHERE)
