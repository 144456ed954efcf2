"""Lines that begin in a column where they belong to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from diptych.material.yaml_mistakes.lines import Line, block_of, read_line
from diptych.material.yaml_mistakes.mistake import Mistake, write

_MOST_COLUMNS = 6
_SLIP = 2  # columns, by which one is off easily


def indent_mistakes(
    line: Line, before: Sequence[Line], last: Line, texts: Sequence[str]
) -> Iterator[Mistake]:
    """What a line may have been meant to belong to, likeliest first; in `last` the parser gave up."""
    if before:
        yield from _entry(line, before, texts)
    yield from _moved(line, before, [last, *_below(line, texts)], texts)
    if before and line.dashes and before[-1].key:
        message = "an entry of a list stands among keys"
        hint = "put the key that it belongs to above it, such as `points:`; or take the hyphen out"
        mended = dict.fromkeys(block_of(line, texts, 1), "")
        yield Mistake("list-or-keys", line.number, line.indent, message, hint, mended)


def _entry(line: Line, before: Sequence[Line], texts: Sequence[str]) -> Iterator[Mistake]:
    """A line without its hyphen among the entries of a list, or before the further keys of one."""
    entry = next((one for one in reversed(before) if one.dashes), None)
    if line.dashes:
        return
    mended = f"{line.text[: line.indent]}- {line.text.strip()}"
    if entry and entry.indent == line.indent and not line.key:
        message = "the entries of this list begin with `- `, and this line does not"
        right = {line.number: mended}
        yield Mistake("list-or-keys", line.number, line.indent, message, write(mended), right)
    if line.key and any(one.key and one.indent == line.indent + 2 for one in _below(line, texts)):
        message = "an entry of a list begins with `- `, and this line does not"
        right = {line.number: mended}
        yield Mistake("list-or-keys", line.number, line.indent, message, write(mended), right)


def _moved(
    line: Line, before: Sequence[Line], below: Sequence[Line], texts: Sequence[str]
) -> Iterator[Mistake]:
    """The line in each column in which a line near it begins, alone and with what stands below it."""
    message = f"this line begins in column {line.indent + 1}, where it belongs to nothing"
    for column, other in _columns(line, before, below)[:_MOST_COLUMNS]:
        doubt = 0 if abs(column - line.indent) <= _SLIP else 2
        hint = f"begin it in column {column + 1}, like {_told(other, column)} in line {other.number + 1}"
        for block in ([line.number], block_of(line, texts, 1), block_of(line, texts, 0)):
            shifted = {number: shift(texts[number], column - line.indent) for number in block}
            yield Mistake("wrong-indent", line.number, line.indent, message, hint, shifted, doubt)


def _columns(line: Line, before: Sequence[Line], below: Sequence[Line]) -> list[tuple[int, Line]]:
    """Where lines begin, nearest first, each with the last above that does, or one below."""
    found: dict[int, Line] = {}
    least = line.indent + 99
    for one in reversed(before):
        if one.indent > least and one.indent > line.indent:
            continue
        least = min(least, one.indent)
        for column in (one.column, one.indent):
            found.setdefault(column, one)
        if one.indent == 0:
            break
    for one in below:
        found.setdefault(one.indent, one)
        found.setdefault(max(one.indent - len(line.dashes), 0), one)
    found.pop(line.indent, None)
    return sorted(found.items(), key=lambda pair: (abs(pair[0] - line.indent), -pair[0]))


def _below(line: Line, texts: Sequence[str]) -> list[Line]:
    """The next line that is not empty, if there is one."""
    found = (number for number in range(line.number + 1, len(texts)) if texts[number].strip())
    return [read_line(number, texts[number]) for number in islice(found, 1)]


def shift(text: str, by: int) -> str:
    """The line moved so many columns to the right, or to the left as far as it goes."""
    return " " * by + text if by > 0 else text[min(-by, len(text) - len(text.lstrip())) :]


def _told(line: Line, column: int) -> str:
    if line.dashes and column == line.indent:
        return "the `-`"
    return f"`{line.key}`" if line.key else "the text"
