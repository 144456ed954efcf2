"""How lines begin: tabs, spaces that are none, a missing space or colon, and what is no YAML at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diptych.material.finding_names import FindingName
from diptych.material.yaml_mistakes.lines import Line, block_of, until_key
from diptych.material.yaml_mistakes.mistake import Mistake, write

_MARKDOWN = re.compile(r"(\*\*|__|```|~~~|\d+[.)] |> |[*+] |\||!\[|<[a-z!/])")
_SPACES = {"\t": "a tab", "\u00a0": "a space that does not break, as word processors set it"}
_BULLET = re.compile(r"[*•–—‣◦·+]\s+")


def beginning_mistakes(line: Line, texts: Sequence[str], known: frozenset[str]) -> Iterator[Mistake]:
    """What may be wrong with how a line begins, likeliest first; `known` are the keys that there are."""
    yield from _spaces(line)
    yield from _bullet(line)
    yield from _dash(line, texts)
    yield from _list_behind_key(line, texts)
    yield from without_colon(line, known)


def without_colon(line: Line, known: frozenset[str]) -> Iterator[Mistake]:
    """A key without its colon, or a colon without its space."""
    rest = line.text[line.column :].rstrip()
    found = re.match(r"([A-Za-z_]+)\s*([:=：])?\s*(.*)", rest)
    if line.key or not found or found[1].lower() not in known:
        return
    mended = f"{line.text[: line.column]}{found[1].lower()}: {found[3]}".rstrip()
    at, right = line.column + len(found[1]), {line.number: mended}
    if found[2] == ":":
        message = f"the colon behind `{found[1]}` needs a space behind it"
        yield Mistake("missing-space", line.number, at, message, write(mended), right)
    else:
        message = f"the key `{found[1]}` stands without its colon"
        yield Mistake("missing-colon", line.number, at, message, write(mended), right)


def pasted_text(line: Line, texts: Sequence[str]) -> Iterator[Mistake]:
    """Mere text among keys; where all of it is left out, the rest can be read."""
    if line.key or line.dashes:
        return
    block = [*until_key(line, texts)]
    above = next((one for one in reversed(texts[: line.number]) if one.strip()), "")
    markdown = above.startswith("#") or any(_MARKDOWN.match(texts[one].lstrip()) for one in block)
    what = "text in Markdown" if markdown else "mere text"
    message = f"this is {what}, and no key with a value or entry of a list"
    hint = "put it below `- text: |`, two spaces further in than `text`"
    kind: FindingName = "markdown-in-yaml" if markdown else "yaml-syntax"
    yield Mistake(kind, line.number, line.column, message, hint, dict.fromkeys(block, ""))


def _spaces(line: Line) -> Iterator[Mistake]:
    prefix = line.text[: line.column]
    strange = next((char for char in prefix if char in _SPACES), "")
    if strange:
        kind: FindingName = "tab-indent" if strange == "\t" else "wrong-indent"
        message = f"the line is indented with {_SPACES[strange]}"
        hint = "indent with the space bar, two spaces for each step"
        mended = prefix.replace("\t", "  ").replace("\u00a0", " ") + line.text[line.column :]
        at = prefix.index(strange)
        yield Mistake(kind, line.number, at, message, hint, {line.number: mended})


def _bullet(line: Line) -> Iterator[Mistake]:
    found = _BULLET.match(line.text[line.column :])
    if found and not line.key:
        mended = f"{line.text[: line.column]}- {line.text[line.column + found.end() :]}"
        message = f"a list entry begins with a hyphen, and this line with {found[0].strip()}"
        right = {line.number: mended}
        yield Mistake("markdown-in-yaml", line.number, line.column, message, write(mended), right)


def _dash(line: Line, texts: Sequence[str]) -> Iterator[Mistake]:
    if not re.match(r"-[^\s\-\d]", line.text[line.column :]):
        return
    mended = f"{line.text[: line.column]}- {line.text[line.column + 1 :]}"
    message = "the hyphen of a list entry needs a space behind it"
    below = {number: f" {texts[number]}" for number in block_of(line, texts, 1)}
    for moved in ({}, below):
        right = {**moved, line.number: mended}
        yield Mistake("missing-space", line.number, line.column, message, write(mended), right)


def _list_behind_key(line: Line, texts: Sequence[str]) -> Iterator[Mistake]:
    if line.key and line.value.startswith("- "):
        message = f"a list cannot begin behind `{line.key}:` on the same line"
        hint = f"put it on the line below, two spaces further in: {line.value}"
        mended = dict.fromkeys(block_of(line, texts, 1), "") | {line.number: line.with_value("[x]")}
        yield Mistake("misplaced-list", line.number, line.at, message, hint, mended)
