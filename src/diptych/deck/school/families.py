"""The families of slide layouts that templates have, known by their names, types or placeholders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from diptych.deck.school.levels import level_style
from diptych.deck.school.masters import Frame, TemplateLayout
from diptych.deck.values import Box

# A column is narrower than this share of the slide.
_COLUMN = 0.6
# What heads a column is lower than this share of what stands below it.
_HEAD = 0.5


@dataclass(frozen=True)
class Family:
    """One kind of slide layout. `fits` tells by the placeholders whether a layout can be one of it."""

    names: frozenset[str]
    types: tuple[str, ...]
    fits: Callable[[TemplateLayout], bool]
    by_signature: bool = True


def folded(name: str) -> str:
    """A name as it is compared: without case, and with one space for all that parts its words."""
    words = "".join(char if char.isalnum() else " " for char in name.casefold())
    return " ".join(word for word in words.split() if word not in ("and", "the", "slide", "layout"))


def find(
    key: str, layouts: Iterable[TemplateLayout], strict: bool = True
) -> tuple[TemplateLayout, str] | None:
    """The layout of that family and how it was found: `name`, `type` or `signature`; None for none.

    Where `strict`, a layout whose name or type says that it is of another family is passed over by
    signature.
    """
    family = FAMILIES[key]
    fitting = [one for one in layouts if one.title is not None and family.fits(one)]
    named = [one for one in fitting if folded(one.name) in family.names]
    typed = [one for one in fitting if one.type in family.types]
    signed = [one for one in fitting if family.by_signature and not (strict and _known_elsewhere(key, one))]
    for found, how in ((named, "name"), (typed, "type"), (signed, "signature")):
        if found:
            return found[0], how
    return None


def _known_elsewhere(key: str, layout: TemplateLayout) -> bool:
    """True where the layout's name or type says that it is one of another family."""
    name = folded(layout.name)
    others = (family for other, family in FAMILIES.items() if other != key)
    return any(
        name in family.names or layout.type in family.types for family in others if family.fits(layout)
    )


def body_like(layout: TemplateLayout) -> Frame | None:
    """The largest placeholder of a layout that can hold text."""
    return max(layout.texts, key=lambda one: _area(_box(one)), default=None)


def _count(layout: TemplateLayout) -> int:
    return len(layout.texts)


def _cover(layout: TemplateLayout) -> bool:
    """A title in the middle, or one with a subtitle."""
    kinds = {frame.type for frame in layout.frames}
    return (
        "subTitle" in kinds or "ctrTitle" in kinds or (layout.type in ("title", "tx") and _count(layout) <= 2)
    )


def _section(layout: TemplateLayout) -> bool:
    return _count(layout) <= 1 and not layout.pictures


def _looks_like_section(layout: TemplateLayout) -> bool:
    """A title that stands lower than on other slides, with one short text without bullets."""
    if _count(layout) != 1 or layout.pictures or layout.texts[0].type != "body":
        return False
    style = level_style(layout.texts[0], layout.scheme)
    return not style.indents.bullet and _title(layout).bottom > _middle(layout)


def _content(layout: TemplateLayout) -> bool:
    return _count(layout) == 1 and not layout.pictures and not _cover(layout)


def _title_only(layout: TemplateLayout) -> bool:
    """A title at the edge of the slide and nothing else to fill."""
    return _count(layout) == 0 and not layout.pictures and not _cover(layout)


def _columns(layout: TemplateLayout, count: int) -> bool:
    """So many boxes side by side, about as wide and as high as each other."""
    boxes = [_box(frame) for frame in layout.texts]
    if len(boxes) != count or layout.pictures or _cover(layout):
        return False
    widest = max(box.width for box in boxes)
    alike = all(2 * box.width > widest and 2 * box.height > boxes[0].height for box in boxes)
    ordered = all(one.right <= other.x + widest // 10 for one, other in pairwise(boxes))
    return alike and ordered


def _headed_columns(layout: TemplateLayout, count: int) -> bool:
    """A row of headings and below it a row of columns."""
    boxes = [_box(frame) for frame in layout.texts]
    if len(boxes) != 2 * count or layout.pictures:
        return False
    heads, bodies = boxes[:count], boxes[count:]
    pairs = list(zip(heads, bodies, strict=True))
    return all(head.height < _HEAD * body.height and head.y < body.y for head, body in pairs)


def _picture_and_text(layout: TemplateLayout) -> bool:
    """A picture beside a text, both below or above the title."""
    if _count(layout) != 1 or len(layout.pictures) != 1:
        return False
    text, picture, title = _box(layout.texts[0]), _box(layout.pictures[0]), _title(layout)
    apart = text.right <= picture.x + picture.width // 10 or picture.right <= text.x + text.width // 10
    across = title.width > _COLUMN * (max(text.right, picture.right) - min(text.x, picture.x))
    return apart and across and 2 * text.height > picture.height


def _picture(layout: TemplateLayout) -> bool:
    """A picture below a title that runs across the slide."""
    if _count(layout) > 1 or len(layout.pictures) != 1:
        return False
    picture, title = _box(layout.pictures[0]), _title(layout)
    return title.bottom <= picture.y + picture.height // 10 and 2 * picture.width > title.width


def _one_text(layout: TemplateLayout) -> bool:
    return _count(layout) >= 1 and not layout.pictures


def _any_content(layout: TemplateLayout) -> bool:
    return _count(layout) >= 1


def _title(layout: TemplateLayout) -> Box:
    return _box(layout.title) if layout.title else Box(0, 0, 1, 1)


def _middle(layout: TemplateLayout) -> int:
    """The middle of what the layout's boxes span from top to bottom, from the top of the slide."""
    return max((_box(frame).bottom for frame in layout.frames if frame.box), default=0) // 2


def _box(frame: Frame) -> Box:
    return frame.box or Box(0, 0, 1, 1)


def _area(box: Box) -> int:
    return box.width * box.height


def _names(*names: str) -> frozenset[str]:
    return frozenset(folded(name) for name in names)


# Names are those of Microsoft, Google, Apple and LibreOffice, and what schools call theirs in English.
FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        "cover": Family(
            _names("Title Slide", "Title", "Cover", "Title & Subtitle", "Opening", "Front page"),
            ("title",),
            _cover,
        ),
        "section": Family(
            _names("Section Header", "Section", "Section title", "Chapter", "Divider", "Section break"),
            ("secHead",),
            _section,
            by_signature=False,
        ),
        "section-like": Family(frozenset(), (), _looks_like_section),
        "backup": Family(_names("Backup", "Appendix", "Reserve"), (), _section, by_signature=False),
        "content": Family(
            _names("Title and Content", "Content", "Title and Text", "Title and Body", "Title & Bullets")
            | _names("Title, Content", "Bullets", "Text", "Body", "Bullet points"),
            ("obj", "tx"),
            _content,
        ),
        "agenda": Family(
            _names("Agenda", "Contents", "Table of Contents", "Outline", "Overview"), (), _one_text, False
        ),
        "title-only": Family(
            _names("Title Only", "Title only", "Headline only", "Title - Top"), ("titleOnly",), _title_only
        ),
        "two": Family(
            _names("Two Content", "Two Columns", "Title and Two Columns", "Title, 2 Content", "2 Columns"),
            ("twoObj", "twoColTx"),
            lambda layout: _columns(layout, 2),
        ),
        "three": Family(
            _names("Three Content", "Three Columns", "Title and Three Columns", "3 Columns"),
            (),
            lambda layout: _columns(layout, 3),
        ),
        "two-headed": Family(
            _names("Comparison"), ("twoTxTwoObj",), lambda layout: _headed_columns(layout, 2)
        ),
        "three-headed": Family(_names("Comparison of three"), (), lambda layout: _headed_columns(layout, 3)),
        "picture": Family(_names("Title and Picture", "Picture", "Photo"), (), _picture),
        "picture-text": Family(
            _names("Picture and Text", "Text and Picture", "Content with Picture", "Picture with Text"),
            (),
            _picture_and_text,
        ),
        "table": Family(_names("Table", "Title and Table"), ("tbl",), _any_content, False),
        "chart": Family(_names("Chart", "Title and Chart"), ("chart",), _any_content, False),
        "code": Family(_names("Code", "Listing", "Source code"), (), _any_content, False),
        "timeline": Family(_names("Timeline"), (), _any_content, False),
        "statement": Family(
            _names("Statement", "Big statement", "Main point", "Key message"), (), _one_text, False
        ),
        "quote": Family(_names("Quote", "Quotation"), (), _one_text, False),
        "source": Family(_names("Source", "Source extract"), (), _one_text, False),
        "definition": Family(_names("Definition", "Key terms"), (), _one_text, False),
        "question": Family(_names("Question", "Quiz"), (), _one_text, False),
        "answer": Family(_names("Answer"), (), _one_text, False),
        "activity": Family(_names("Activity", "Exercise", "Task"), (), _one_text, False),
        "summary": Family(_names("Summary", "Conclusion", "Key points"), (), _one_text, False),
        "references": Family(_names("References", "Bibliography", "Literature"), (), _one_text, False),
    }
)
