"""What kinds of slide a deck needs, and which families of slide layouts can serve for each."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from diptych.deck.school.boxes import clear_of
from diptych.deck.school.families import FAMILIES, find, folded
from diptych.deck.school.levels import level_style
from diptych.deck.school.masters import TemplateLayout, body_box
from diptych.deck.school.obstacles import is_legible, obstacles
from diptych.deck.school.package import TemplateError
from diptych.deck.values import Box

# Families for what needs width: tables, drawings, listings.
_REGIONS = ("title-only", "table", "chart", "code", "timeline", "picture")
# A bare title must leave this share of the room that a title with points leaves.
_ROOMY = 0.8


class Service(NamedTuple):
    """A family that serves, and the keys of our boxes that its placeholders hold, in reading order.

    Where they are `moved`, the boxes are ours, drawn in the room that the family has for its text.
    """

    family: str
    keys: tuple[str, ...] = ()
    moved: bool = False


_BODY = Service("content", ("body",))
_MOVED_BODY = Service("content", ("body",), moved=True)
_DRAWN = Service("title-only", moved=True)
_DIVIDERS = (
    Service("section", ("body",)),
    Service("section-like", ("body",)),
    Service("cover", ("body",)),
    _MOVED_BODY,
    _DRAWN,
)
_DEFINITION = (Service("definition", ("body",)), _BODY, _DRAWN)
# Kinds of slide that go by the author's name for another where they have none of their own.
_LIKE = MappingProxyType({"warning": "definition", "tip": "definition", "example": "definition"})
# What a region (a table, a drawing) stands on: a bare title, else a layout whose text stays away.
_BARE = (_DRAWN, Service("content", moved=True), Service("two", moved=True))

SERVICES: Mapping[str, tuple[Service, ...]] = MappingProxyType(
    {
        "title": (
            Service("cover", ("subtitle", "details")),
            Service("section", ("subtitle",)),
            Service("content", ("subtitle",), moved=True),
            _DRAWN,
        ),
        "section": _DIVIDERS,
        "backup": (Service("backup", ("body",)), *_DIVIDERS),
        "agenda": (Service("agenda", ("body",)), _BODY, _DRAWN),
        "content": (_BODY, _DRAWN),
        "statement": (Service("statement", ("body",)), _MOVED_BODY, _DRAWN),
        "quote": (Service("quote", ("body", "attribution")), _MOVED_BODY, _DRAWN),
        "definition": _DEFINITION,
        "warning": _DEFINITION,
        "tip": _DEFINITION,
        "example": _DEFINITION,
        "answer": (Service("answer", ("body",)), _BODY, _DRAWN),
        "summary": (Service("summary", ("body",)), _BODY, _DRAWN),
        "references": (Service("references", ("body",)), _BODY, _DRAWN),
        "activity": (Service("activity", ("body",)), _MOVED_BODY, _DRAWN),
        "question": (Service("question", ("body", "options")), _MOVED_BODY, _DRAWN),
        "source": (
            Service("source", ("body", "extract")),
            Service("two", ("body", "extract"), moved=True),
            Service("content", ("extract",), moved=True),
            _DRAWN,
        ),
        "two-columns": (Service("two", ("left", "right")), _DRAWN, Service("content", ("left",), moved=True)),
        "three-columns": (
            Service("three", ("first", "second", "third")),
            _DRAWN,
            Service("content", ("first",), moved=True),
        ),
        "comparison": (
            Service("two-headed", ("heading1", "heading2", "body1", "body2")),
            Service("two", ("body1", "body2"), moved=True),
            _DRAWN,
            Service("content", ("body1",), moved=True),
        ),
        "comparison-3": (
            Service("three-headed", ("heading1", "heading2", "heading3", "body1", "body2", "body3")),
            Service("three", ("body1", "body2", "body3"), moved=True),
            _DRAWN,
            Service("content", ("body1",), moved=True),
        ),
        "picture": (Service("picture"), *_BARE),
        "picture-full": (Service("picture"), *_BARE),
        "picture-points": (
            Service("picture-text", ("body",)),
            Service("two", ("body",)),
            Service("content", ("body",), moved=True),
            _DRAWN,
        ),
        "table": (Service("table"), *_BARE),
        "chart": (Service("chart"), *_BARE),
        "code": (Service("code"), *_BARE),
        "timeline": (Service("timeline"), *_BARE),
    }
)


class Served(NamedTuple):
    """The slide layout that serves for a kind of slide, as what, and how it was found."""

    layout: TemplateLayout
    service: Service
    found: str


@dataclass(frozen=True)
class Choice:
    """The layouts of a template among which those that serve are chosen; `names` are the author's.

    `slides` are the numbers of the masters that the template's own slides stand on: they show which
    master is for what.
    """

    file: str
    size: tuple[int, int]
    layouts: tuple[TemplateLayout, ...]
    names: Mapping[str, str]
    slides: tuple[int, ...] = ()

    def served(self, keys: Sequence[str]) -> dict[str, Served]:
        """For each kind of slide what serves.

        Raises TemplateError for names that the template does not have, and where no layout has a title.
        """
        self._check(keys)
        home = self._home()
        readable = [one for one in self.layouts if _readable(one)] or self.layouts
        ordered = sorted(readable, key=lambda one: (one.number != home, one.number))
        found = {key: find(key, ordered) for key in FAMILIES}
        first = self.slides[0] if self.slides else home
        found["cover"] = find("cover", sorted(ordered, key=lambda one: one.number != first))
        for key in _REGIONS:
            if self._cramped(found[key], found["content"]):
                found[key] = None
        return {key: self._serve(key, found, ordered) for key in keys}

    def _serve(
        self,
        key: str,
        found: Mapping[str, tuple[TemplateLayout, str] | None],
        ordered: Sequence[TemplateLayout],
    ) -> Served:
        services = SERVICES.get(key, (_DRAWN,))
        if name := self.names.get(key) or self.names.get(_LIKE.get(key, "")):
            return self._named(key, name, services)
        for service in services:
            hit = found.get(service.family)
            if hit and len(hit[0].texts) >= min(1, len(service.keys)):
                return Served(hit[0], service, hit[1])
        layout = max((one for one in ordered if one.title is not None), key=self._room)
        return Served(layout, Service("", moved=True), "fallback")

    def _cramped(
        self, bare: tuple[TemplateLayout, str] | None, content: tuple[TemplateLayout, str] | None
    ) -> bool:
        """True where a bare title leaves much less room than the layout for points does."""
        if bare is None or content is None:
            return False
        return self._room(bare[0]) < _ROOMY * self._room(content[0])

    def _room(self, layout: TemplateLayout) -> int:
        """How much of the slide the title leaves free."""
        assert layout.title is not None and layout.title.box is not None
        free = clear_of(Box(0, 0, *self.size), [layout.title.box])
        return free.width * free.height

    def _named(self, key: str, name: str, services: Sequence[Service]) -> Served:
        """The author's layout, used for as much as its placeholders can hold."""
        layout = next(one for one in self.layouts if folded(one.name) == folded(name))
        room = len(layout.texts)
        if services[0].family in ("picture", "table", "chart", "code", "timeline", "title-only"):
            return Served(layout, services[0], "author")
        own = services[0] if services[0].keys else _BODY
        if room >= min(1, len(own.keys)) and (room >= len(own.keys) or key in ("title", "quote", "question")):
            return Served(layout, own, "author")
        fitting = (one for one in services[1:] if one.moved and len(one.keys) <= room)
        return Served(layout, max(fitting, key=lambda one: len(one.keys), default=_DRAWN), "author")

    def _check(self, keys: Sequence[str]) -> None:
        if not any(one.title for one in self.layouts):
            names = _listed(one.name for one in self.layouts)
            message = f"none of its slide layouts has a title, and every slide needs one; it has {names}"
            raise TemplateError(f"{self.file} cannot serve as a template: {message}")
        known = {folded(one.name): one for one in self.layouts}
        for key, name in self.names.items():
            if key not in keys:
                raise TemplateError(
                    f"there is no kind of slide `{key}`{_meant(key, keys)}; there are {_listed(keys)}"
                )
            if folded(name) not in known:
                all_names = [one.name for one in self.layouts]
                message = f"{self.file} has no slide layout `{name}`{_meant(name, all_names)}"
                raise TemplateError(f"{message}; it has {_listed(all_names)}")
            if known[folded(name)].title is None:
                raise TemplateError(
                    f"the slide layout `{name}` has no title that runs across; choose another"
                )

    def _home(self) -> int:
        """The master that has most of what a deck needs, and room for text: its slides look like one deck."""
        numbers = sorted({one.number for one in self.layouts})
        return max(numbers, key=self._merit)

    def _merit(self, number: int) -> tuple[int, ...]:
        """What speaks for a master, the weightiest first: its layouts, the template's own slides but the
        first, that nothing crosses its text, the room for text."""
        used = self.slides[1:].count(number)
        room = (self._master_room(number), self._text_room(number))
        return (self._worth(number), used, -self._crossed(number), *room, -number)

    def _master_room(self, number: int) -> int:
        """How large the master's own text is; programs that give every slide a master say no more of it."""
        master = next(one.master for one in self.layouts if one.number == number)
        box = body_box(master)
        return box.width * box.height if box else 0

    def _crossed(self, number: int) -> int:
        """How many drawings of the master run across its text for points."""
        found = find("content", [one for one in self.layouts if one.number == number], strict=False)
        boxes = [frame.box for frame in found[0].texts if frame.box] if found else []
        return sum(len(obstacles(found[0], box, self.size)) for box in boxes) if found else 0

    def _text_room(self, number: int) -> int:
        """How large the text of the master's layout for points is."""
        found = find("content", [one for one in self.layouts if one.number == number], strict=False)
        boxes = [frame.box for frame in found[0].texts if frame.box] if found else []
        return max((box.width * box.height for box in boxes), default=0)

    def _worth(self, number: int) -> int:
        own = [one for one in self.layouts if one.number == number]
        needed = ("cover", "section", "content", "two", "title-only")
        return sum(find(key, own, strict=False) is not None for key in needed)


def _readable(layout: TemplateLayout) -> bool:
    """False for a layout whose title nobody could see: white on white, where a band is on other slides."""
    if layout.title is None:
        return False
    colour = level_style(layout.title, layout.scheme).colour
    return colour is None or is_legible(layout, layout.title, colour.value)


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f" (did you mean `{close[0]}`?)" if close else ""


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))
