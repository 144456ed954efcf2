"""Texts of several lines: without `|`, not far enough in, or in different columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.material.yaml_mistakes.indents import shift
from diptych.material.yaml_mistakes.known_keys import known_keys, prose_keys
from diptych.material.yaml_mistakes.lines import Line, read_line, until_key
from diptych.material.yaml_mistakes.mistake import Mistake


def text_mistakes(line: Line, before: Sequence[Line], texts: Sequence[str]) -> Iterator[Mistake]:
    """How a line may have been meant as part of a text."""
    if not before:
        return
    last = before[-1]
    if last.opens_text and line.indent > last.column:
        yield from _fallen_out(line, last, texts)
    elif not (line.key or line.dashes):
        yield from _too_far_left(line, last, texts)
    if line.key in known_keys():
        return
    for one in [line, *reversed(before)][:8]:
        if one.key in prose_keys() and not one.opens_text and one.value[:1] not in {'"', "'", "|", ">"}:
            yield _without_bar(one)
            return


def _fallen_out(line: Line, opener: Line, texts: Sequence[str]) -> Iterator[Mistake]:
    first = read_line(opener.number + 1, texts[opener.number + 1])
    if not first.text.strip() or line.key:
        return
    message = f"the lines below `{opener.key or '-'}: |` begin in different columns"
    hint = f"begin each of them in column {first.indent + 1}, or further in"
    yield _shifted(line, first.indent, message, hint, texts, opener.indent)


def _too_far_left(line: Line, last: Line, texts: Sequence[str]) -> Iterator[Mistake]:
    """Text that goes on, below `|` or below its own beginning, and does not stand further in than its key."""
    key, column = last.key or "-", last.column + 2
    if last.opens_text:
        message = f"the text below `{key}: |` must stand further in than `{key}`"
        hint = f"begin every line of it in column {column + 1}"
        yield _shifted(line, column, message, hint, texts, last.indent)
    elif last.value and last.number == line.number - 1 and line.indent != last.indent:
        message = f"this line goes on with the text of line {last.number + 1}, and must stand further in"
        hint = f"write `{key}: |`, and all of the text below it, from column {column + 1} on"
        yield _shifted(line, column, message, hint, texts, last.indent)


def _shifted(line: Line, column: int, message: str, hint: str, texts: Sequence[str], least: int) -> Mistake:
    numbers = until_key(line, texts, least)
    mended = {number: shift(texts[number], column - line.indent) for number in numbers}
    return Mistake("wrong-indent", line.number, line.indent, message, hint, mended)


def _without_bar(line: Line) -> Mistake:
    """A text of several lines with colons, lists or the like, which must be taken as it is typed."""
    mended = f"{line.text[: line.at].rstrip()} |"
    message = f"the text of `{line.key}` holds what YAML takes for keys or lists"
    hint = f"write `{line.key}: |`, and all of the text on the lines below it, two spaces further in"
    return Mistake("text-without-bar", line.number, line.column, message, hint, {line.number: mended})
