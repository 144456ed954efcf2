"""What of a handout takes how much room, told where it takes more than it may."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from diptych.handout.anchors import anchor_of, sections_of
from diptych.material.document import Document
from diptych.material.findings import SourceError, source_error
from diptych.material.model import Section
from diptych.material.names import Names
from diptych.material.place import NOWHERE, Place
from diptych.pdf.anchors import Heading, Stands

_MOST = 5  # costs are told
# The parts that are no sections, by the key of their matter and of their heading's label.
_PARTS = (
    "abstract",
    "central_question",
    "learning_objectives",
    "prior_knowledge",
    "key_terms",
    "key_points",
    "people",
    "places",
    "timeline",
    "sources",
    "references",
)


class Cost(NamedTuple):
    """One part of a handout by what a reader calls it, the pages that it takes, and where it is written."""

    words: str
    pages: float
    place: Place


def costs(document: Document, stands: Stands) -> Iterator[Cost]:
    """What each section takes without those inside it, and each part before and behind them."""
    names = Names(document.material.sections)
    by_anchor = {anchor_of(one, names): one for one in sections_of(document.material.sections)}
    sections = {at: by_anchor[name] for name, at in stands.anchors.items() if name in by_anchor}
    places = dict(_places(document))
    for heading, following in pairwise((*stands.headings, Heading("", stands.end))):
        taken = following.at - heading.at
        if section := sections.get(heading.at):
            yield Cost(_section_words(section, document), taken, section.place)
        else:
            yield Cost(f"“{heading.words}”", taken, places.get(heading.words, NOWHERE))


def overfull(what: str, taken: float, pages: int, found: Iterable[Cost]) -> SourceError:
    """The error that names what costs most, at the place of the costliest."""
    most = sorted(found, key=lambda cost: -cost.pages)[:_MOST]
    told = ", ".join(f"{cost.words} {cost.pages:.1f} pages{_line(cost.place)}" for cost in most)
    may = f"{pages} page{'' if pages == 1 else 's'}"
    # Rounded up, so that it never says the number that there may be.
    takes = math.ceil(taken * 10) / 10
    message = f"{what} takes {takes:.1f} pages at the smallest type and may have {may}: {told}"
    place = next((cost.place for cost in most if cost.place != NOWHERE), NOWHERE)
    hint = f"shorten what costs most, or allow more: `fit: {math.ceil(taken)} pages`"
    return source_error(message, place, hint, kind="page-budget")


def _section_words(section: Section, document: Document) -> str:
    return f"section {document.numbering.of(section)} “{section.title.plain()}”"


def _line(place: Place) -> str:
    return f" (line {place.line})" if place.line else ""


def _places(document: Document) -> Iterator[tuple[str, Place]]:
    """Where the matter of parts stands, by the words of their headings."""
    for name in _PARTS:
        found: Any = getattr(document.material, name)
        first = found[0] if isinstance(found, tuple) and found else found
        yield document.labels(name), getattr(first, "place", NOWHERE)
