"""QR codes on slides: one with its address, that of the document, and slides of all links of the deck."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand, fit_whole
from diptych.deck.measure.heights import narrowed, text_height
from diptych.deck.plan.crop import inscribed
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import Paragraphs, line, lines
from diptych.deck.plan.runs import plain
from diptych.deck.plan.studio import Content, Draft, Studio
from diptych.deck.values import Box, Group, Link, Picture, Run, Shape, TableShape, TextParagraph, TextShape
from diptych.figures.qr import qr_code
from diptych.material.addresses import MOST_CHARACTERS, shown
from diptych.material.blocks import QrCode
from diptych.material.place import NOWHERE, Place

_EMU_PER_CM = 360_000
# The side of a code among others, read from the middle of a room, and the gap to what stands beside it.
SIDE, GAP = round(4.4 * _EMU_PER_CM), round(0.4 * _EMU_PER_CM)
# The least width of a card: a code with words beside it.
_CARD = round(10.5 * _EMU_PER_CM)
_SIZES, _LARGE = (22.0, 20.0, 18.0), (28.0, 26.0, 24.0, 22.0, 20.0, 18.0)


def qr_picture(studio: Studio, address: str, box: Box, place: Place) -> Picture:
    """The code as a drawing with its quiet zone, and as pixels for programs that cannot show it."""
    code = qr_code(address)
    told = studio.labels("qr_code", address=address)
    return Picture("QR code", box, code.png(), "image/png", told, svg=code.svg().encode(), place=place)


def qr_content(studio: Studio, block: QrCode, headed: bool) -> Content:
    """A code as large as the slide allows, its address below; the caption too unless it is the headline."""
    room, voice = studio.area("content", "body").box, studio.voice.in_language(block.lang)
    below = Area("address", room, sizes=_LARGE)
    caption = () if headed else voice.rich(block.caption, bold=True)
    words = demand(lines([caption, _address(studio, block.qr)]), below, studio.fonts, block.place)
    height = text_height(words, below, studio.fonts)
    box = inscribed(1, 1, room._replace(width=studio.layouts.width - 2 * room.x, height=room.height - height))
    beneath = Box(room.x, box.bottom, studio.layouts.width - 2 * room.x, height)
    text = TextShape("Address", beneath, _centred(words), anchor="top", place=block.place)
    return Content("title-only", ((qr_picture(studio, block.qr, box, block.place), text),))


def title_code(studio: Studio, titles: Sequence[Box]) -> tuple[Shape, ...]:
    """The document's code at the lower right of its title slide, with its address below.

    Nothing where there is no address, or where the title needs the room (`titles`).
    """
    material, layouts = studio.document.material, studio.layouts
    if not material.address:
        return ()
    right, foot = round(0.94 * layouts.width), round(0.91 * layouts.height)
    box = Box(right - SIDE, foot - SIDE, SIDE, SIDE)
    if any(_overlap(box, one) for one in titles):
        return ()
    colour = studio.area("title", "details").colour
    beneath = Box(layouts.width // 3, foot, right - layouts.width // 3, round(0.05 * layouts.height))
    area = Area("address", beneath, sizes=_SIZES[-1:], colour=colour, align="end", anchor="top")
    words = fit_whole([line(_address(studio, material.address, colour))], area, studio.fonts)
    text = (TextShape("Address", beneath, words, anchor="top"),) if words else ()
    return (qr_picture(studio, material.address, box, material.place), *text)


def beside_code(area: Area, code: Sequence[Shape]) -> Area:
    """The area without the part of it that a code at its right covers."""
    boxes = [one.box for one in code if isinstance(one, Picture) and _overlap(one.box, area.box)]
    if not boxes:
        return area
    return narrowed(area, area.box._replace(width=boxes[0].x - GAP - area.box.x))


@dataclass(frozen=True)
class DeckLink:
    """A link of the deck: its words where they say more than the address, and the address."""

    words: str
    address: str
    place: Place = NOWHERE


def link_drafts(studio: Studio, drafts: Iterable[Draft], footer: str) -> Iterator[Draft]:
    """Slides with the code of every web address that the drafts link to, each once, in their order."""
    found = _unique(_links(drafts))
    if not found:
        return
    title = studio.voice.label("links")
    content = Content("title-only", tuple(_slides(studio, found)))
    said = [
        studio.voice.words(f"{link.words}: {link.address}" if link.words else link.address) for link in found
    ]
    notes = speaker_notes(studio.voice, Span(), lines(said, "bullet"), ())
    again = speaker_notes(studio.voice, Span(), lines([title]), ())
    yield Draft(title, content, notes, again, footer=footer, place=studio.document.material.place)


def _slides(studio: Studio, links: Sequence[DeckLink]) -> Iterator[tuple[Shape, ...]]:
    """Cards in rows; as many slides as they need, nearly equally full."""
    room = studio.area("content", "body").box
    columns = max(1, (room.width + GAP) // (_CARD + GAP))
    rows = max(1, (room.height + GAP) // (SIDE + GAP))
    slides = -(-len(links) // (columns * rows))
    most = -(-len(links) // slides)
    for start in range(0, len(links), most):
        some = links[start : start + most]
        yield tuple(
            one for at, link in enumerate(some) for one in _card(studio, link, _seat(room, at, columns))
        )


def _seat(room: Box, at: int, columns: int) -> Box:
    row, column = divmod(at, columns)
    width = (room.width - (columns - 1) * GAP) // columns
    return Box(room.x + column * (width + GAP), room.y + row * (SIDE + 2 * GAP), width, SIDE)


def _card(studio: Studio, link: DeckLink, box: Box) -> tuple[Shape, ...]:
    """The code at the left, its words and its address at the right."""
    beside = Box(box.x + SIDE + GAP // 2, box.y, box.width - SIDE - GAP // 2, SIDE)
    area = Area("link", beside, sizes=_SIZES, anchor="middle")
    label = studio.voice.words(link.words, bold=True)
    tried = (lines([label, one]) for one in _addresses(studio, link.address))
    words = next((found for one in tried if (found := fit_whole(one, area, studio.fonts))), None)
    words = words or demand(lines([_addresses(studio, link.address)[-1]]), area, studio.fonts, link.place)
    code = qr_picture(studio, link.address, box._replace(width=SIDE), link.place)
    return (code, TextShape("Link", beside, words, anchor="middle", place=link.place))


def _addresses(studio: Studio, address: str) -> tuple[tuple[Run, ...], ...]:
    """The address as it is shown, and shorter where there is no room for all of it."""
    whole = shown(address)
    return tuple(
        _address(studio, address, words=words) for words in (whole, f"{whole[:48]}…", f"{whole[:24]}…")
    )


def _address(studio: Studio, address: str, colour: str = "", words: str = "") -> tuple[Run, ...]:
    """The address in letters, as a link."""
    return (Run(words or shown(address), studio.voice.lang, link=Link(url=address), colour=colour),)


def _unique(links: Iterable[DeckLink]) -> list[DeckLink]:
    found: dict[str, DeckLink] = {}
    for link in links:
        if len(link.address) <= MOST_CHARACTERS:
            found.setdefault(link.address, link)
    return list(found.values())


def _links(drafts: Iterable[Draft]) -> Iterator[DeckLink]:
    for draft in drafts:
        for part in draft.content.parts:
            for shape in part:
                for paragraph in _paragraphs(shape):
                    yield from _links_in(paragraph, draft.place)


def _links_in(paragraph: TextParagraph, place: Place) -> Iterator[DeckLink]:
    """The links of one paragraph; runs side by side that lead to one place are one link."""
    addresses = dict.fromkeys(run.link.url for run in paragraph.runs if run.link and run.link.url)
    for address in addresses:
        runs = (run for run in paragraph.runs if run.link and run.link.url == address)
        words = " ".join(plain(runs).split())
        yield DeckLink("" if words in address or words == shown(address) else words, address, place)


def _paragraphs(shape: Shape) -> Iterator[TextParagraph]:
    match shape:
        case TextShape():
            yield from shape.paragraphs
        case Group():
            for inner in shape.shapes:
                yield from _paragraphs(inner)
        case TableShape():
            for row in shape.rows:
                for cell in row:
                    yield from cell.paragraphs if cell else ()


def _centred(words: Paragraphs) -> Paragraphs:
    return tuple(replace(one, align="center") for one in words)


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom
