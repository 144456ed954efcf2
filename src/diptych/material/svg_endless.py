"""What makes a small SVG picture endless: gradients that repeat, markers on markers, words without number."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from diptych.material.findings import source_error
from diptych.material.place import Place

MAX_ATTRIBUTES = 200  # of one element
MAX_WORDS = 20_000  # characters that are drawn as text
MAX_RULES = 20_000  # characters of style sheets
MAX_TRANSFORM = 1_000
_HUGE = re.compile(r"(?<![\w#.])(?:\d{7,}(?!\w)|\d+(?:\.\d*)?[eE]\+?(?:[6-9]|\d{2}))")
_LONG_SELECTOR = re.compile(r"(?:[^\s{},;]+\s+){5}[^{},;]{0,200}\{")
_SIMPLER = "simplify it, or save it as PNG"
_TEXTS = frozenset({"text", "tspan", "textPath", "a"})


def check_endless(root: ElementTree.Element, file: str, place: Place) -> None:
    """Raises SourceError where something in the picture would be drawn again and again, or is too much."""
    for problem in (*_repeating(root), *_on_markers(root), *_too_much(root), *_styled_at_length(root)):
        raise source_error(f"`{file}` {problem}", place, _SIMPLER, kind="svg-not-printable")


def _repeating(root: ElementTree.Element) -> Iterator[str]:
    """A gradient that is shorter than a point repeats thousands of times."""
    if any(element.get("spreadMethod", "pad") != "pad" for element in root.iter()):
        yield "holds a gradient that repeats"


def _on_markers(root: ElementTree.Element) -> Iterator[str]:
    """Markers on the lines of markers multiply with each step."""
    markers = [element for element in root.iter() if _name(element) == "marker"]
    styles = [element.text or "" for element in root.iter() if _name(element) == "style"]
    if not markers:
        return
    lines = (part for marker in markers for part in marker.iter() if part is not marker)
    if any("marker" in style for style in styles):
        yield "sets markers by a style sheet"
    elif any("marker" in f"{list(part.attrib)} {part.get('style', '')}" for part in lines):
        yield "holds markers on the lines of markers"


def _too_much(root: ElementTree.Element) -> Iterator[str]:
    if any(len(element.attrib) > MAX_ATTRIBUTES for element in root.iter()):
        yield f"holds an element with more than {MAX_ATTRIBUTES} attributes"
    if sum(len(text) for element in root.iter() for text in _words(element)) > MAX_WORDS:
        yield f"holds more than {MAX_WORDS:,} characters of text"


def _styled_at_length(root: ElementTree.Element) -> Iterator[str]:
    """Rules are tried on each element, and a selector of many parts on all that it stands in."""
    rules = "".join(element.text or "" for element in root.iter() if _name(element) == "style")
    if len(rules) > MAX_RULES or _LONG_SELECTOR.search(rules):
        yield "holds a style sheet that is too long, or with long selectors"
    if any(len(element.get("transform", "")) > MAX_TRANSFORM for element in root.iter()):
        yield f"holds a `transform` of more than {MAX_TRANSFORM:,} characters"
    if any(
        _HUGE.search(value)
        for element in root.iter()
        for name, value in element.attrib.items()
        if not name.endswith("href")
    ):
        yield "holds a number of more than a million"


def _words(element: ElementTree.Element) -> Iterator[str]:
    if _name(element) in _TEXTS:
        yield from (element.text or "", element.tail or "")


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
