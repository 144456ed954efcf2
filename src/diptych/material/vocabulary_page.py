"""The vocabulary as a page to read, drawn from the model."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator
from typing import Any, Literal

from diptych.material.addresses import Address
from diptych.material.allowances import Allowances
from diptych.material.block import Block
from diptych.material.blocks import AnyBlock
from diptych.material.dates import Date
from diptych.material.fields import Node
from diptych.material.formulas.notation import Notation
from diptych.material.maps.coordinates import Coordinates
from diptych.material.markup import Prose, Rich
from diptych.material.model import Material
from diptych.material.scalars import (
    Datum,
    FilePath,
    Language,
    LineNumbers,
    Lines,
    Minutes,
    Number,
    Pages,
    Verbatim,
)
from diptych.material.vocabulary import Key, block_kinds, keys_of

_WORDS: dict[Any, str] = {
    str: "text",
    Verbatim: "text, line by line",
    Rich: "marked-up text",
    Prose: "paragraphs and lists",
    Coordinates: "latitude and longitude",
    Date: "date",
    Datum: "number or name",
    Number: "number",
    FilePath: "path of a file in your source's folder",
    Notation: "formula in LaTeX notation",
    Language: "language tag",
    Address: "web address",
    Allowances: "names of warnings, each with the reason",
    LineNumbers: "true, false, or a number",
    Lines: "numbers of lines",
    Minutes: "length of time",
    Pages: "number of pages",
    int: "whole number",
    bool: "true or false",
}
_INTRODUCTION = """# The vocabulary

Every key of a source, drawn from the model by `python make_docs.py schema --markdown`.
A key in **bold** must be there. All values mean what you type: `no`, `1922-04` and `0044` stay as they are.

**Marked-up text** may hold `*emphasis*`, `**strong**`, `` `code` ``, `[a link](https://example.org)`,
`H~2~O`, `x^2^`, `^[a footnote]`, a citation `[see @carr1951, p. 12; @freund1957]` (without the author:
`[-@carr1951]`), a passage in another language `[Wort]{lang=de}`, a gap to fill in `[word]{gap}`, and a
link to an id of your source `[there](#rapallo)`.
**Paragraphs** are parted by blank lines; lines that begin with `- ` or `1. ` are lists.
Put text in quotes where it begins with `[`, `{`, `*`, `&`, `@` or `"`, or holds a colon and a space.

**Dates** are EDTF: `1922`, `1922-04`, `1922-04-16`, `1922~` (about), `1922?` (uncertain), `192X`,
`1922%` (about, and uncertain), `19XX`, `1922-21` (spring, to `-24` for winter), `1925/1933`, `1934/..`
(since), `../1922` (until). Years before Christ count on below `0000`, which is 1 BC: 44 BC is `-0043`; years
of more than four digits begin with Y: `Y-10000`.
"""


def vocabulary_page() -> str:
    """The page as it is committed in `docs/vocabulary.md` (Markdown)."""
    nodes: list[type[Node]] = []
    _collect(Material, nodes)
    parts = [_INTRODUCTION, "## The source\n", *_table(keys_of(Material))]
    for node in nodes:
        parts += [f"\n## {node.__name__}\n\n{inspect.getdoc(node)}\n", *_table(keys_of(node))]
    parts.append("\n## Blocks\n\nA block is named by its first key. Every block may also have these keys:\n")
    parts += _table(keys_of(Block))
    for name, block in block_kinds().items():
        own = [key for key in keys_of(block) if key.attribute not in Block.__annotations__]
        parts += [f"\n### `{name}`\n\n{inspect.getdoc(block)}\n", *_table(own)]
    return "\n".join(parts) + "\n"


def _collect(node: type[Node], found: list[type[Node]]) -> None:
    """The mappings that a source may hold, besides blocks, in the order in which they are met."""
    for key in keys_of(node):
        kind = _inner(key.kind)
        kinds = block_kinds().values() if kind == AnyBlock else (kind,)
        for inner in kinds:
            if not (isinstance(inner, type) and issubclass(inner, Node)):
                continue
            if issubclass(inner, Block):
                _collect(inner, found)
            elif inner not in found:
                found.append(inner)
                _collect(inner, found)


def _inner(kind: Any) -> Any:
    if kind == AnyBlock:
        return kind
    if typing.get_origin(kind) in {tuple, types.UnionType, typing.Union}:
        return _inner(typing.get_args(kind)[0])
    return kind


def _table(keys: typing.Iterable[Key]) -> Iterator[str]:
    yield "| key | holds | meaning |\n| --- | --- | --- |"
    for key in keys:
        name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
        yield f"| {name} | {_words(key.kind)} | {_escaped(key.about)}{_example(key)} |"


def _words(kind: Any) -> str:
    if kind == AnyBlock:
        return "[block](#blocks)"
    if typing.get_origin(kind) is tuple:
        return f"list of {_words(typing.get_args(kind)[0])}"
    if typing.get_origin(kind) is Literal:
        return ", ".join(f"`{word}`" for word in typing.get_args(kind) if word)
    if typing.get_origin(kind) in {types.UnionType, typing.Union}:
        return _words(typing.get_args(kind)[0])
    return _WORDS.get(kind) or f"[{kind.__name__}](#{kind.__name__.lower()})"


def _example(key: Key) -> str:
    if key.example is None:
        return ""
    return f" Example: `{_escaped(str(key.example))}`"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
