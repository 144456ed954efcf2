"""Values that YAML reads otherwise than they were meant: quotes, colons, first characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from diptych.material.finding_names import FindingName
from diptych.material.findings import Finding
from diptych.material.place import Place
from diptych.material.yaml_mistakes.brackets import bracket_mistakes
from diptych.material.yaml_mistakes.lines import Line, quoted, read_line
from diptych.material.yaml_mistakes.mistake import Mistake, write

_CURLY = {"“": "”", "„": "“”", "«": "»", "‘": "’", "”": "”"}
_STRANGE = "*&!%@`|>?,]}"
_ITS_OWN = {"*": "is a reference", "&": "is a name", "!": "is a type"}


def value_mistakes(line: Line) -> Iterator[Mistake]:
    """What may be wrong with the value of a line, likeliest first."""
    if not line.value or line.opens_text:
        return
    for find in (_curly_quotes, _colon, _straight_quotes, bracket_mistakes, _behind_mark, first_character):
        yield from find(line)
    yield from _backslash(line)


def first_character(line: Line) -> Iterator[Mistake]:
    """A value that begins with what has a meaning of its own."""
    mark = line.value[:1]
    if mark and mark in _STRANGE:
        why = f": in YAML it {_ITS_OWN[mark]}" if mark in _ITS_OWN else ""
        message = f"text that begins with {mark} must stand in quotes{why}"
        yield _mistake(line, "special-first-character", 0, message, quoted(line.value))


def first_character_finding(texts: Sequence[str], place: Place) -> Finding:
    """What is told of a reference, a name or a type, which no source has need of."""
    line = read_line(place.line - 1, texts[place.line - 1])
    if line.at == place.column - 1 and (mistake := next(first_character(line), None)):
        return mistake.finding
    mark = line.text[place.column - 1 : place.column]
    message = f"text that begins with {mark} must stand in quotes"
    return Finding(place, message, "put the whole text in double quotes", kind="special-first-character")


def _mistake(line: Line, kind: FindingName, at: int, message: str, value: str) -> Mistake:
    """The mistake at a character of the value, with the value as it should be."""
    mended = line.with_value(value)
    return Mistake(kind, line.number, line.at + at, message, write(mended), {line.number: mended})


def _curly_quotes(line: Line) -> Iterator[Mistake]:
    """Quotation marks as word processors set them quote nothing."""
    closing = _CURLY.get(line.value[0])
    if closing and line.value[-1] in closing:
        message = (
            f"{line.value[0]} and {line.value[-1]} are part of the text here; they put nothing in quotes"
        )
        yield _mistake(line, "typographic-quotes", 0, message, quoted(line.value[1:-1]))


def _colon(line: Line) -> Iterator[Mistake]:
    found = re.search(r":(\s|$)", line.value)
    if found and line.value[0] not in "\"'[{|>":
        message = "a colon followed by a space stands inside text without quotes"
        yield _mistake(line, "unquoted-colon", found.start(), message, quoted(line.value))


def _straight_quotes(line: Line) -> Iterator[Mistake]:
    mark = line.value[0]
    if mark not in "\"'":
        return
    pattern = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, line.value)
    if not found:
        message = "a quotation mark is opened here and never closed"
        yield _mistake(line, "open-quote", 0, message, line.value + mark)
    elif rest := re.sub(r"(^|\s)#.*", "", line.value[found.end() :]).strip():
        yield _after_quote(line, found.end(), rest)


def _after_quote(line: Line, end: int, rest: str) -> Mistake:
    if rest in {",", ";"}:
        message = f"a `{rest}` stands behind the text"
        return _mistake(line, "text-after-quote", end, message, line.value[:end])
    if line.value[0] == line.value[-1]:
        message = f"the text is in quotes, and holds the same quotation mark {line.value[0]} itself"
        return _mistake(line, "text-after-quote", end, message, quoted(line.value[1:-1]))
    message = "the text goes on behind its closing quotation mark"
    return _mistake(line, "text-after-quote", end, message, quoted(line.value))


def _behind_mark(line: Line) -> Iterator[Mistake]:
    """Text on the line of `|`, where nothing but it can stand; in the mended copy it is left out."""
    mark = line.value[0]
    if re.match(r"[|>][-+]?\s+[^\s#]", line.value):
        message = f"behind `{mark}` the text begins on the next line"
        hint = f"put a line break behind `{mark}`, and the text below it, two spaces further in than its key"
        mended = {line.number: line.with_value(mark)}
        yield Mistake("wrong-indent", line.number, line.at + 2, message, hint, mended)


def _backslash(line: Line) -> Iterator[Mistake]:
    if line.value[0] == '"' and line.value[-1] == '"' and "\\" in line.value:
        message = "a backslash in double quotes begins a code for another character"
        value = "'" + line.value[1:-1].replace("'", "’") + "'"
        yield _mistake(line, "backslash-in-quotes", line.value.index("\\"), message, value)
