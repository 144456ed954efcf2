"""Text is fitted into an area: the largest declared size that holds it, else several slides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.balance import divide, unevenness
from diptych.deck.measure.cut import cut_paragraph, first_words
from diptych.deck.measure.fonts import Fonts
from diptych.deck.measure.heights import fits, paragraph_height, paragraph_lines
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.runs import plain
from diptych.deck.values import TextParagraph
from diptych.material.findings import SourceError, source_error
from diptych.material.place import Place

# A cut that tears apart what belongs together costs more than any unevenness.
_TORN = 5.0
# A cut inside what stands below a point costs a little, more the deeper it is.
_INSIDE = 0.3
# A paragraph of so many lines can spare some of them for a line that would stand alone.
_ROOMY = 4
# A paragraph is never cut into more pieces than this: nobody would read so many slides.
_MOST_PIECES = 60
# More paragraphs than these are parted before they are divided evenly: dividing takes the square of them.
_MOST_AT_ONCE = 150


def fit(
    paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts, place: Place
) -> tuple[Paragraphs, ...]:
    """The paragraphs with their sizes, one group a slide, as few groups as will do.

    Raises SourceError where not even a single line fits.
    """
    for size in area.sizes:
        whole = sized(paragraphs, size, area)
        if fits(whole, area, fonts):
            return (whole,)
    return tuple(group for run in _runs(paragraphs) for group in _split(run, area, fonts, place))


def _runs(paragraphs: Sequence[TextParagraph]) -> Iterator[Sequence[TextParagraph]]:
    """The paragraphs in runs of not too many, each from a point of the first level on."""
    start = 0
    for index, paragraph in enumerate(paragraphs):
        if index - start >= _MOST_AT_ONCE and paragraph.level == 0:
            yield paragraphs[start:index]
            start = index
    yield paragraphs[start:]


def fit_whole(paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts) -> Paragraphs | None:
    """The paragraphs with the largest size at which one slide holds them; None where none does."""
    found = (sized(paragraphs, size, area) for size in area.sizes)
    return next((whole for whole in found if fits(whole, area, fonts)), None)


def fits_comfortably(paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts) -> bool:
    """True where one slide holds the paragraphs at one of the larger half of the declared sizes."""
    larger = area.sizes[: (len(area.sizes) + 1) // 2]
    return any(fits(sized(paragraphs, size, area), area, fonts) for size in larger)


def demand(
    paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts, place: Place, what: str = "this text"
) -> Paragraphs:
    """The paragraphs on one slide at the largest size that holds them.

    Raises SourceError, naming `what` is too long, where the smallest declared size does not.
    """
    whole = fit_whole(paragraphs, area, fonts)
    if whole is None:
        raise _too_long(paragraphs, area, fonts, place, what)
    return whole


def sized(paragraphs: Iterable[TextParagraph], size: float, area: Area) -> Paragraphs:
    """The paragraphs at one declared size, lower levels at the next smaller one."""
    lower = next((smaller for smaller in area.sizes if smaller < size), size)
    placed = [_placed(paragraph, size, lower, area) for paragraph in paragraphs]
    return (*(replace(first, space_before=0.0) for first in placed[:1]), *placed[1:])


def _placed(paragraph: TextParagraph, size: float, lower: float, area: Area) -> TextParagraph:
    deep = paragraph.level > 0
    space = area.space_before * (0.5 if deep else 1.0)
    align = area.align if paragraph.align == "start" else paragraph.align
    return replace(paragraph, size=lower if deep else size, space_before=space, align=align)


def _too_long(
    paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts, place: Place, what: str
) -> SourceError:
    """The error for what fits on no slide; it tells how many words do."""
    size = area.sizes[-1]
    count = len(" ".join(plain(paragraph.runs) for paragraph in paragraphs).split())
    counted = (
        f"{count} words at {size:g} pt do not fit" if count != 1 else f"1 word at {size:g} pt does not fit"
    )

    def too_many(words: int) -> bool:
        return not fits(sized(first_words(paragraphs, words), size, area), area, fonts)

    fitting = bisect_left(range(1, count + 1), True, key=too_many)
    shorter = f"shorten it to about {fitting} words" if fitting > 1 else "shorten its longest word"
    hint = f"{shorter}, or give a shorter wording for the slide"
    return source_error(f"{what} is too long for a slide: {counted}", place, hint, kind="overfull-slide")


def _split(
    paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts, place: Place
) -> tuple[Paragraphs, ...]:
    """As few groups as the smallest size needs, each at the largest size that needs no more groups."""
    pieces = _cut_to_fit(paragraphs, area, fonts)
    found = _grouped(pieces, area, fonts, place)
    shared = _cut_where_ill(pieces, found, area, fonts)
    if shared == pieces:
        return found
    # A line alone, or a lead torn from its list, is worse than a long paragraph cut once more.
    better = _grouped(shared, area, fonts, place)
    mended = _torn(found) and not _torn(better)
    return better if len(better) <= len(found) + mended else found


def _grouped(pieces: Paragraphs, area: Area, fonts: Fonts, place: Place) -> tuple[Paragraphs, ...]:
    smallest = _divided(pieces, area.sizes[-1], area, fonts)
    if smallest is None:
        message = f"not even one line fits here at {area.sizes[-1]:g} pt"
        raise source_error(
            message, place, hint="shorten the longest word or paragraph", kind="overfull-slide"
        )
    found = _parted(pieces, area, fonts, len(smallest)) or smallest
    if not _torn(found):
        return found
    # One slide more is better than a point torn from what stands below it.
    roomier = _parted(pieces, area, fonts, len(smallest) + 1)
    return roomier if roomier and not _torn(roomier) else found


def _cut_where_ill(pieces: Paragraphs, groups: Sequence[Paragraphs], area: Area, fonts: Fonts) -> Paragraphs:
    """The pieces, with a long one cut in two beside a line alone on a slide or after a lead ending one."""
    lines = [paragraph_lines(paragraph, area, fonts) for group in groups for paragraph in group]
    slides = list(pairwise(accumulate((len(group) for group in groups), initial=0)))
    lone = [start for start, end in slides if sum(lines[start:end]) == 1]
    beside = {index + 1 if _leads(pieces, index) else index - 1 for index in lone}
    beside |= {end for _, end in slides[:-1] if _belongs(pieces[end - 1], pieces[end])}
    return tuple(
        part
        for index, (piece, count) in enumerate(zip(pieces, lines, strict=True))
        for part in (cut_paragraph(piece, 2) if index in beside and count >= _ROOMY else (piece,))
    )


def _leads(pieces: Paragraphs, index: int) -> bool:
    """True where a paragraph stands with the next rather than with the one before it."""
    return index == 0 or (index + 1 < len(pieces) and _belongs(pieces[index], pieces[index + 1]))


def _parted(pieces: Paragraphs, area: Area, fonts: Fonts, parts: int) -> tuple[Paragraphs, ...] | None:
    """The pieces on so many slides at the largest size that lets them fit."""
    found = (_divided(pieces, size, area, fonts, parts) for size in area.sizes)
    return next((groups for groups in found if groups), None)


def _torn(groups: Sequence[Paragraphs]) -> bool:
    """True where a slide begins inside a point, or ends with what belongs to the next."""
    pairs = pairwise(groups)
    return any(after[0].level > 0 or _belongs(before[-1], after[0]) for before, after in pairs)


def _divided(
    paragraphs: Sequence[TextParagraph], size: float, area: Area, fonts: Fonts, parts: int = 0
) -> tuple[Paragraphs, ...] | None:
    height_of = _heights(paragraphs, size, area, fonts)

    def cost(start: int, end: int) -> float | None:
        height = height_of(start, end)
        if height > area.box.height:
            return None
        return unevenness(height, area.box.height, end - start) + _cut_cost(paragraphs, end)

    ranges = divide(len(paragraphs), cost, parts)
    if ranges is None:
        return None
    return tuple(sized(paragraphs[start:end], size, area) for start, end in ranges)


def _heights(
    paragraphs: Sequence[TextParagraph], size: float, area: Area, fonts: Fonts
) -> Callable[[int, int], int]:
    """Tells the height of each range of the paragraphs, as `text_height` does, each being measured once."""
    placed = sized((paragraphs[0], *paragraphs), size, area)[1:]
    leading = [paragraph_height(replace(one, space_before=0.0), area, fonts) for one in placed]
    ends = list(accumulate((paragraph_height(one, area, fonts) for one in placed), initial=0))
    insets = area.insets.top + area.insets.bottom
    return lambda start, end: insets + leading[start] + ends[end] - ends[start + 1]


def _cut_cost(paragraphs: Sequence[TextParagraph], end: int) -> float:
    """How ill a slide would end here: worst between a point and its own points, a little inside them."""
    if end == len(paragraphs):
        return 0.0
    torn = _TORN if _belongs(paragraphs[end - 1], paragraphs[end]) else 0.0
    return torn + _INSIDE * paragraphs[end].level


def _belongs(before: TextParagraph, after: TextParagraph) -> bool:
    """True where a slide should not end between the two: below a point come its own points."""
    return after.level > before.level or (bool(after.bullet) and not before.bullet and before.level == 0)


def _cut_to_fit(paragraphs: Sequence[TextParagraph], area: Area, fonts: Fonts) -> Paragraphs:
    """The paragraphs, with those that fill more than a slide cut into pieces."""
    return tuple(piece for paragraph in paragraphs for piece in _cut(paragraph, area, fonts))


def _cut(paragraph: TextParagraph, area: Area, fonts: Fonts) -> Paragraphs:
    for parts in range(1, _MOST_PIECES):
        pieces = cut_paragraph(paragraph, parts)
        if all(fits(sized([piece], area.sizes[-1], area), area, fonts) for piece in pieces):
            return pieces
    return (paragraph,)
