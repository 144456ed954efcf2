"""The lines of a source, as far as one sees them without reading the whole: indent, dashes, key and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Spaces, dashes, then a key with its colon. Spaces may be such as a word processor puts in.
_LINE = re.compile(
    r"(?P<indent>[ \t\u00a0]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?P<key>(?:[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')(?=[ \t]*:(?:\s|$)))?"
    r"(?P<colon>[ \t]*:(?:[ \t]+|$))?(?P<value>.*)"
)
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(#.*)?$")


@dataclass(frozen=True)
class Line:
    """One line that is no text below `|`: `number` counts from 0, `at` is the column of the value."""

    number: int
    text: str
    indent: int
    dashes: str
    key: str
    value: str
    at: int

    @property
    def column(self) -> int:
        """Where the key, or what stands without one, begins."""
        return self.indent + len(self.dashes)

    @property
    def opens_text(self) -> bool:
        """True where the lines below are text as it is typed."""
        return bool(_BLOCK.match(self.value))

    def with_value(self, value: str) -> str:
        """The line with another value."""
        return self.text[: self.at] + value


def read_line(number: int, text: str) -> Line:
    """The parts of a line."""
    found = _LINE.match(text)
    assert found
    value = found["value"] if found["key"] else (found["colon"] or "") + found["value"]
    at = len(text) - len(value)
    return Line(number, text, len(found["indent"]), found["dashes"], found["key"] or "", value.rstrip(), at)


def lines_of(texts: list[str]) -> Iterator[Line]:
    """The lines that are YAML: no comments, no empty ones, no text below `|` or `>`.

    A line that stands further in than `|`'s key, and less far than the text there, has fallen out of it.
    """
    below, inside = -1, 0  # the column beyond which all is text, and that in which the text begins
    for number, text in enumerate(texts):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        line = read_line(number, text)
        if 0 <= below < line.indent:
            inside = inside or line.indent
            if line.indent < inside:
                yield line
            continue
        below = line.column if line.opens_text and line.key else line.indent if line.opens_text else -1
        inside = 0
        yield line


def quoted(value: str) -> str:
    """The text in quotes that it does not hold itself; where it holds both, its apostrophes are curly.

    Those of formulas are doubled: there they are primes.
    """
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''" if "$" in value or "\\" in value else "’") + "'"


def block_of(line: Line, texts: Sequence[str], least: int) -> list[int]:
    """The line and what stands below it, `least` columns further in at least, by their numbers."""
    block = [line.number]
    for number in range(line.number + 1, len(texts)):
        text = texts[number]
        if text.strip() and len(text) - len(text.lstrip()) < line.indent + least:
            break
        block.append(number)
    return block


def until_key(line: Line, texts: Sequence[str], least: int = 0) -> Iterator[int]:
    """The lines from this one to before the next key or entry of a list, by their numbers.

    Keys and entries that stand further in than the line and than `least` are taken along.
    """
    for number in range(line.number, len(texts)):
        found = read_line(number, texts[number])
        if number > line.number and (found.key or found.dashes) and found.indent <= max(line.indent, least):
            return
        if texts[number].strip():
            yield number
