"""YAML that was meant otherwise: told by the lines at which the reader stumbles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diptych.material.findings import Finding
from diptych.material.yaml_mistakes.beginnings import beginning_mistakes, without_colon
from diptych.material.yaml_mistakes.known_keys import known_keys
from diptych.material.yaml_mistakes.lines import Line, lines_of, quoted, read_line
from diptych.material.yaml_mistakes.mistake import Mistake, write

_JOINED = re.compile(r"^[ \t]*(?:-[^\W\d]|[•‣◦])", re.MULTILINE)
_STUMBLED = frozenset({"unknown-key", "wrong-shape", "missing-key", "unknown-block"})
_TURNS = "or let `make_docs.py new --from` make a source of your text"


def as_meant(findings: Iterable[Finding], texts: Sequence[str]) -> tuple[Finding, ...]:
    """The findings; where the line shows what was meant, that in their place."""
    told: dict[Finding, None] = {}
    explained: set[int] = set()
    for finding in findings:
        mistake = _explanation(finding, texts) if finding.kind in _STUMBLED else None
        if mistake:
            explained.add(finding.place.line)
            told[mistake.finding] = None
        elif not (finding.kind == "missing-key" and finding.place.line in explained):
            told[finding] = None
    return tuple(told)


def joined_entries(text: str) -> Iterator[Finding]:
    """Entries that YAML takes for one long text, as their hyphens have no space behind them or are none."""
    if not _JOINED.search(text):
        return
    texts = text.splitlines()
    lines = [line for line in lines_of(texts) if not line.key]
    for line, below in pairwise(lines):
        alike = _JOINED.match(line.text) and re.match(r"-|[•‣◦]", below.text.lstrip())
        if alike and below.number == line.number + 1 and below.indent == line.indent:
            yield from (one.finding for one in [*beginning_mistakes(line, texts, frozenset())][:1])


def _explanation(finding: Finding, texts: Sequence[str]) -> Mistake | None:
    if not 0 < finding.place.line <= len(texts):
        return None
    line = read_line(finding.place.line - 1, texts[finding.place.line - 1])
    if finding.message.startswith("a source is"):
        return _no_source(line, texts)
    for find in (_spaces_before_key, _comment, _colon_in_text):
        if mistake := find(line, finding):
            return mistake
    return None


def _no_source(line: Line, texts: Sequence[str]) -> Mistake:
    """The whole file is a text or a list."""
    for one in lines_of(list(texts)):
        if mistake := next(without_colon(one, known_keys()), None):
            return mistake
    if line.dashes:
        message = "a source is made of keys with their values, and this file is a list"
        hint = "begin with `title: …`, and put the list below a key such as `sections:`"
        return Mistake("list-or-keys", line.number, 0, message, hint)
    message = "a source is made of keys with their values, and this file begins with mere text"
    hint = f"begin with `title: …` and put text below `- text: |`, {_TURNS}"
    return Mistake("yaml-syntax", line.number, 0, message, hint)


def _spaces_before_key(line: Line, finding: Finding) -> Mistake | None:
    if finding.kind == "unknown-key" and "\u00a0" in line.text[: line.column]:
        return next(beginning_mistakes(line, [], frozenset()))
    return None


def _comment(line: Line, finding: Finding) -> Mistake | None:
    """All behind `#` is a comment, so that the key has no value."""
    if finding.kind == "missing-key" and re.match(r"#\S", line.value):
        message = "text that begins with # must stand in quotes: in YAML it is a comment"
        mended = line.with_value(quoted(line.value))
        return Mistake("special-first-character", line.number, line.at, message, write(mended))
    return None


def _colon_in_text(line: Line, finding: Finding) -> Mistake | None:
    """Text with a colon, which YAML takes for a key and its value."""
    rest = line.text[finding.place.column - 1 :].rstrip()
    found = re.match(r"(\w[^:\[\]{},#]*):\s+\S", rest)
    message = "a colon followed by a space stands inside text without quotes"
    if not found or finding.kind == "missing-key" or found[1].lower().strip() in known_keys():
        return None
    if finding.kind in {"unknown-key", "unknown-block"} and not _is_text(found[1], finding):
        return None
    at = finding.place.column - 1 + found.end(1)
    if re.search(r"[\[{]", line.text[: finding.place.column - 1]):
        words = re.split(r"[,\]}]", rest)[0]
        return Mistake("unquoted-colon", line.number, at, message, f"write {quoted(words)} in quotes")
    mended = line.text[: finding.place.column - 1] + quoted(rest)
    return Mistake("unquoted-colon", line.number, at, message, write(mended))


def _is_text(word: str, finding: Finding) -> bool:
    """True where a key looks like the beginning of a sentence, and like none of the keys there are."""
    return (" " in word.strip() or word[:1].isupper()) and not finding.hint.startswith("did you mean")
