"""Lists in brackets and mappings in braces that are not closed, or were not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.material.finding_names import FindingName
from diptych.material.yaml_mistakes.lines import Line, quoted
from diptych.material.yaml_mistakes.mistake import Mistake, write

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# A text behind a bracket, a comma or a key: with a formula that has braces or brackets, or with a colon.
_FORMULA = re.compile(
    r"(?P<before>[\[{,]\s*(?:[\w-]+:\s+)?)"
    r"(?P<text>(?:[^\s,\"'\[{$][^,\"\[{$]*)?(?P<wrong>\$[^$\"]*[\[{][^$\"]*\$)"
    r"(?:\$[^$\"]*\$|[^,\]}\"$])*)"
)
_COLON = re.compile(
    r"(?P<before>[\[{,]\s*[\w-]+:\s+)(?P<text>[^\s,\"'\[{][^,\]}\"]*?(?P<wrong>:)\s[^,\]}\"]*)"
)


def bracket_mistakes(line: Line) -> Iterator[Mistake]:
    """What may be wrong with a value that begins with a bracket or a brace."""
    mark = line.value[0]
    if mark not in "[{":
        return
    yield from _inside(line)
    closing = "]" if mark == "[" else "}"
    bare = _QUOTED.sub(lambda found: "x" * len(found[0]), line.value)
    if line.value.count('"') % 2 and line.value[-1] == closing:
        yield _open_quote(line, mark, closing)
    elif bare.count(mark) > bare.count(closing):
        message = f"the bracket {mark} is opened here and never closed"
        yield _mistake(line, 0, message, line.value + closing)
    elif bare.count(closing) > bare.count(mark):
        at = bare.rfind(closing)
        value = line.value[:at] + line.value[at + 1 :]
        yield _mistake(line, at, f"the bracket {closing} closes nothing", value)
    if bare[bare.rfind(closing) + 1 :].strip():
        mended = line.with_value(quoted(line.value))
        message, right = f"text that begins with {mark} must stand in quotes", {line.number: mended}
        yield Mistake("special-first-character", line.number, line.at, message, write(mended), right)


def _mistake(line: Line, at: int, message: str, value: str) -> Mistake:
    mended = line.with_value(value)
    return Mistake("open-bracket", line.number, line.at + at, message, write(mended), {line.number: mended})


def _inside(line: Line) -> Iterator[Mistake]:
    """Texts in a list or mapping on one line that hold what YAML takes for its own."""
    formula = "a formula with braces or brackets stands in a list or mapping on one line"
    yield from _unquoted(line, _FORMULA, "formula-in-braces", formula)
    colon = "a colon followed by a space stands inside text without quotes"
    yield from _unquoted(line, _COLON, "unquoted-colon", colon)


def _unquoted(line: Line, pattern: re.Pattern[str], kind: FindingName, message: str) -> Iterator[Mistake]:
    if found := pattern.search(line.value):
        mended = line.with_value(pattern.sub(_in_quotes, line.value))
        at = line.at + found.start("wrong")
        yield Mistake(kind, line.number, at, message, write(mended), {line.number: mended})


def _in_quotes(found: re.Match[str]) -> str:
    text = found["text"].rstrip()
    return found["before"] + quoted(text) + found["text"][len(text) :]


def _open_quote(line: Line, mark: str, closing: str) -> Mistake:
    mended = line.with_value(mark + ",".join(map(_closed, line.value[1:-1].split(","))) + closing)
    message = "in this list a quotation mark is opened and never closed, or closed and never opened"
    at = line.at + line.value.index('"')
    return Mistake("open-quote", line.number, at, message, write(mended), {line.number: mended})


def _closed(entry: str) -> str:
    """An entry with a quotation mark at both ends, where it has one at either."""
    text = entry.strip()
    if text.count('"') != 1:
        return entry
    return " " * (len(entry) - len(entry.lstrip())) + '"' + text.strip('"') + '"'
