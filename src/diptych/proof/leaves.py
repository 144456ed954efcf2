"""Every leaf of a source: each text that an author wrote to be read, with its path and its place."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from diptych.material.answers import names_options
from diptych.material.block import Block
from diptych.material.blocks import Chart, Code, Figure, Formula, Map, PageBreak, Question, SlideBreak
from diptych.material.chart_parts import Axis, Series
from diptych.material.charts.numbers import is_missing, is_number
from diptych.material.fields import Node
from diptych.material.formulas.notation import Notation
from diptych.material.maps.parts import Arrow, MapArea, MapPlace
from diptych.material.markup import Prose, Rich
from diptych.material.model import Material, Section
from diptych.material.place import NOWHERE, Place
from diptych.material.scalars import Datum
from diptych.material.scripts import scripts_of

# Names, files and choices: they steer the works and are not read in them.
_NOT_READ = frozenset({"deck", "handout", "outputs"})
# Keys whose text has no markup and is read all the same.
_PLAIN = frozenset(
    {
        (Figure, "alt"),
        (Formula, "alt"),
        (Code, "code"),
        (Code, "output"),
        (Chart, "alt"),
        (Chart, "unit"),
        (Map, "alt"),
        (MapPlace, "name"),
        (MapPlace, "about"),
        (Arrow, "label"),
        (MapArea, "label"),
        (Axis, "title"),
        (Axis, "unit"),
        (Series, "name"),
        (Material, "authors"),
    }
)
_BACK = frozenset({"Arab", "Hebr"})
_FIRST_BACK = "\u0590"
# A stretch of fewer letters than this says nothing by itself: it stands everywhere.
_FEWEST = 2


@dataclass(frozen=True)
class Leaf:
    """One text: `path` as in `sections[2].content[1].question`, `only` what its block says of panels.

    `parts` are its words, parted where the works may set something between, `stretches` their letters and
    digits; `gaps` are the words of its gaps. `formulas` are those that stand in it, each as works may tell
    it: on a line, and in words. `names` are those by which the works know its section or block.
    """

    path: str
    place: Place
    words: str
    parts: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    only: str = ""
    formulas: tuple[tuple[str, ...], ...] = ()
    names: frozenset[str] = frozenset()

    @cached_property
    def stretches(self) -> tuple[str, ...]:
        """The letters and digits of each part that has enough of them to be looked for."""
        told = (letters(words) for part in self.parts for words in _in_sight(part))
        return tuple(one for one in told if len(one) >= _FEWEST)


def leaves_of(material: Material) -> tuple[Leaf, ...]:
    """The leaves in the order of the model, each with something to read."""
    found = _below(material, Leaf("", NOWHERE, ""))
    return tuple(leaf for leaf in found if leaf.stretches or leaf.formulas)


def letters(text: str) -> str:
    """Letters and digits alone: breaks, hyphens and marks are the typesetter's."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def _in_sight(part: str) -> list[str]:
    """The text as a whole; word by word where it runs from right to left.

    Programs that read a PDF guess in which order such words follow each other among those of other scripts.
    """
    return part.split() if max(part, default="") >= _FIRST_BACK and _BACK & scripts_of(part) else [part]


def _below(value: Any, at: Leaf) -> Iterator[Leaf]:
    if isinstance(value, Rich):
        yield from _rich(value, at)
    elif isinstance(value, Prose):
        for index, paragraph in enumerate(value.paragraphs):
            yield from _rich(paragraph.rich, _indexed(at, index, len(value.paragraphs)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _below(item, _indexed(at, index, 2))
    elif isinstance(value, Notation):
        yield from _rich(value.rich, at) if value else ()
    elif isinstance(value, Datum):
        # Numbers stand in the works as their language writes them.
        if not is_number(value.text) and not is_missing(value.text):
            yield _leaf(replace(at, place=value.place), value.text, [value.text])
    elif isinstance(value, Node):
        yield from _node(value, at)


def _node(node: Node, at: Leaf) -> Iterator[Leaf]:
    if isinstance(node, PageBreak | SlideBreak):
        return
    inside = replace(at, place=node.place, only=getattr(node, "only", "") or at.only)
    if isinstance(node, Block | Section):
        inside = replace(inside, names=frozenset({node.id, name_at(at.path)} - {""}))
    for one in dataclasses.fields(node):
        name = one.metadata["name"] or one.name if one.metadata else one.name
        value = _as_told(getattr(node, one.name), node)
        if one.name in _NOT_READ and isinstance(node, Material):
            continue
        here = replace(inside, path=f"{at.path}.{name}".lstrip("."))
        if (type(node), one.name) in _PLAIN:
            for words in value if isinstance(value, tuple) else (value,):
                yield _leaf(here, words, [words])
        else:
            yield from _below(value, here)


def _as_told(value: Any, node: Node) -> Any:
    """The value; a formula in the words that its author gives for it, no letters that stand for options."""
    if isinstance(node, Question) and value is node.answer and names_options(node):
        return ()
    if isinstance(value, Notation) and isinstance(node, Formula) and node.alt:
        return replace(value, spoken=node.alt)
    return value


def name_at(path: str) -> str:
    """The name (see `material/names.py`) of the section or block at a path."""
    sections = re.findall(r"sections\[(\d+)\]", path)
    block = re.search(r"content\[(\d+)\]$", path)
    name = "s" + "-".join(str(int(index) + 1) for index in sections)
    return f"{name}-b{int(block[1]) + 1}" if block else name


def _rich(text: Rich, at: Leaf) -> Iterator[Leaf]:
    here = replace(at, place=text.place if text.place != NOWHERE else at.place)
    gaps = tuple(span.text for span in text.spans if span.gap)
    formulas = tuple(_told(span.text, span.spoken) for span in text.spans if span.formula and not span.gap)
    yield replace(
        _leaf(here, text.plain(), _stretches(text)), gaps=gaps, formulas=tuple(filter(None, formulas))
    )
    for span in text.spans:
        if span.note is not None:
            yield from _rich(span.note, replace(here, path=f"{at.path}^"))


def _told(line: str, spoken: str) -> tuple[str, ...]:
    """The letters of a formula on a line and in words; nothing where it has too few to be looked for."""
    told = tuple(map(letters, (line, spoken)))
    return told if len(told[0]) >= _FEWEST else ()


def _leaf(at: Leaf, words: str, parts: Iterable[str]) -> Leaf:
    return replace(at, words=words, parts=tuple(parts))


def _stretches(rich: Rich) -> Iterator[str]:
    """The texts between gaps, footnotes, links and citations."""
    stretch = ""
    for span in rich.spans:
        if span.note is not None or span.cites or span.gap or span.link or span.formula:
            yield stretch
            stretch = ""
            yield "" if span.gap or span.formula else span.text
        else:
            stretch += span.text
    yield stretch


def _indexed(at: Leaf, index: int, count: int) -> Leaf:
    return replace(at, path=f"{at.path}[{index}]") if count > 1 else at
