"""Headlines: no two slides have the same, and each fits at one of its declared sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import paragraph_lines
from diptych.deck.plan.paragraphs import line
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Draft, Studio
from diptych.deck.values import Run, TextParagraph, TextShape
from diptych.material.place import NOWHERE

# A headline that is set smaller to save a line keeps this share of its size.
_LITTLE = 0.85


def numbered_titles(studio: Studio, drafts: Sequence[Draft]) -> Iterator[tuple[tuple[Run, ...], ...]]:
    """For each draft the titles of its parts, no two in the deck the same.

    The parts of one draft are told apart by names of their own where they have such ("1919–1922"); all
    other equal titles as "(2/3)", in the deck's order.
    """
    totals: Counter[str] = Counter()
    for draft in drafts:
        totals[_name(draft)] += len(draft.content.parts)
    seen: Counter[str] = Counter()
    for draft in drafts:
        if _has_part_names(draft, totals):
            yield tuple(_named(studio, draft, words) for words in draft.content.part_names)
        else:
            yield tuple(_numbered(studio, draft, totals, seen) for _ in draft.content.parts)


def title_shape(studio: Studio, draft: Draft, title: tuple[Run, ...], longest: tuple[Run, ...]) -> TextShape:
    """The title in its placeholder, at the size that the `longest` title of the draft's parts needs.

    Raises SourceError where the smallest declared size is still too large.
    """
    area = studio.area(draft.content.layout, "title")
    place = draft.place if draft.headed_by == NOWHERE else draft.headed_by
    (largest,) = demand((line(longest),), area, studio.fonts, place, "the headline")
    fitted = _compact(largest, area, studio.fonts)
    return TextShape(
        "Title", area.box, (replace(fitted, runs=title),), placeholder="title", place=draft.place
    )


def _compact(fitted: TextParagraph, area: Area, fonts: Fonts) -> TextParagraph:
    """The title a little smaller where that saves the line that a few last words would have."""
    lines = paragraph_lines(fitted, area, fonts)
    sizes = (size for size in area.sizes if _LITTLE * fitted.size <= size < fitted.size)
    smaller = (replace(fitted, size=size) for size in sizes)
    return next((one for one in smaller if paragraph_lines(one, area, fonts) < lines), fitted)


def _name(draft: Draft) -> str:
    return " ".join(plain(draft.title).casefold().split())


def _has_part_names(draft: Draft, totals: Counter[str]) -> bool:
    """True where every part has a name of its own, and no other slide bears the title."""
    count = len(draft.content.parts)
    return count > 1 and totals[_name(draft)] == count == len(set(draft.content.part_names))


def _named(studio: Studio, draft: Draft, words: str) -> tuple[Run, ...]:
    return _extended(studio, draft, studio.labels("continued_as", title="\0", words=words))


def _numbered(studio: Studio, draft: Draft, totals: Counter[str], seen: Counter[str]) -> tuple[Run, ...]:
    name = _name(draft)
    seen[name] += 1
    if totals[name] == 1:
        return draft.title
    label = studio.labels("continued", title="\0", part=seen[name], parts=totals[name])
    return _extended(studio, draft, label)


def _extended(studio: Studio, draft: Draft, label: str) -> tuple[Run, ...]:
    """The title with the words that the label has before and after it, which never stand alone on a line."""
    lang = studio.labels.lang
    before, after = label.split("\0")
    lead = (Run(before, lang),) if before else ()
    return (*lead, *draft.title, Run(after.replace(" ", "\u00a0"), lang))
