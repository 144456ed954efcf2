"""How an organiser is set: type as large as its pages allow, and panels whole where that costs little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from diptych.handout.costs import overfull
from diptych.handout.organiser import Organiser
from diptych.handout.organiser_sheet import sizes
from diptych.layout.setting import Setting
from diptych.material.document import Document

# So many sizes smaller than could be, so that fewer panels go on in another column.
_SMALLER = 2


def fitted_organiser(document: Document, setting: Setting, fit: int, slack: float) -> Organiser:
    """The organiser in the largest type in which it has no more than `fit` pages.

    Where that is 0, they are as many as the size of the type allows: one, or two sides of a sheet where one
    is too little, or any number. `slack` is the height in mm that its pages leave free. Raises SourceError,
    which names what costs most, where no size does, or where the source tells no facts.
    """
    first, *smaller = sizes(setting)
    largest = Organiser(document, first, slack=slack)
    organisers = [largest, *(replace(largest, setting=one) for one in smaller)]
    allowed = (fit,) if fit else _allowed(setting.type.organiser_pages)
    for pages in allowed:
        if found := _within(pages, organisers):
            return found
    raise overfull("the organiser", organisers[-1].taken, allowed[-1], organisers[-1].costs())


def _allowed(pages: int) -> tuple[int, ...]:
    """The numbers of pages to try; 0 is any number."""
    return (1, 2) if pages == 1 else (pages,)


def _within(pages: int, organisers: list[Organiser]) -> Organiser | None:
    tried = iter(organisers)
    for organiser in tried:
        if organiser.pages and (not pages or len(organiser.pages) <= pages):
            return _more_whole([organiser, *islice(tried, _SMALLER)])
    return None


def remarks(organiser: Organiser) -> Iterator[str]:
    """What is told of type that is smaller than that of organisers is."""
    size, pages = organiser.setting.type.size, len(organiser.pages)
    if size < _own_size(organiser.setting):
        yield f"set in {size:g} pt to stay within {pages} page{'' if pages == 1 else 's'}"
    if pages == 2 and organiser.setting.type.organiser_pages == 1:
        yield "takes both sides of a sheet: on one page its type would be too small"


def _more_whole(organisers: list[Organiser]) -> Organiser:
    """The first, or one after it in which fewer panels are parted, if that is large enough."""
    first, *others = organisers
    large = (one for one in others if one.setting.type.size >= _own_size(one.setting))
    alike = (one for one in large if len(one.pages) == len(first.pages))
    return min((first, *alike), key=lambda one: one.parted)


def _own_size(setting: Setting) -> float:
    return setting.type.organiser_size or setting.type.size
