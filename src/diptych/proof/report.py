"""The coverage ledger as a table to read: text, JSON or HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType

from diptych.proof.ledger import Entry

_WORDS, _NUMBERS = 48, 4
_HEAD = ("line", "path", "handout page", "slide", "notes of slide", "words")


def report(source: str, entries: Sequence[Entry], form: str) -> str:
    """The table of one source in the form `text`, `json` or `html`."""
    return _FORMS[form](source, entries)


def _text(source: str, entries: Sequence[Entry]) -> str:
    rows = [_HEAD, *map(_row, entries)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD) - 1)]
    return "\n".join([_summary(source, entries), *(_line(row, widths) for row in rows)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
    return "  ".join((*cells, row[-1]))


def _json(source: str, entries: Sequence[Entry]) -> str:
    leaves = [
        {
            "line": entry.leaf.place.line,
            "column": entry.leaf.place.column,
            "path": entry.leaf.path,
            "words": entry.leaf.words,
            "only": entry.leaf.only,
            "pages": entry.pages,
            "slides": entry.slides,
            "notes": entry.notes,
            "found": entry.found,
        }
        for entry in entries
    ]
    return json.dumps({"source": source, "leaves": leaves}, ensure_ascii=False, indent=1)


def _html(source: str, entries: Sequence[Entry]) -> str:
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in _HEAD)
    rows = "\n".join(_html_row(entry) for entry in entries)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(source)}</title>\n'
        "<style>body { font: 1rem/1.4 sans-serif; margin: 2rem } table { border-collapse: collapse }"
        " th, td { text-align: left; padding: 0.2rem 0.8rem; border-bottom: 1px solid #ccc }"
        " .lost { background: #fde5de }</style>\n"
        f"<h1>{escape(_summary(source, entries))}</h1>\n"
        f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</html>"
    )


def _html_row(entry: Entry) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in _row(entry))
    return f"<tr>{cells}</tr>" if entry.found else f'<tr class="lost">{cells}</tr>'


def _summary(source: str, entries: Sequence[Entry]) -> str:
    lost = sum(not entry.found for entry in entries)
    return f"{source}: {len(entries)} texts, {lost or 'none'} lost"


def _row(entry: Entry) -> tuple[str, ...]:
    leaf, words = entry.leaf, " ".join(entry.leaf.words.split())
    shown = words if len(words) <= _WORDS else words[: _WORDS - 2].rstrip() + " …"
    where = map(_numbers, (entry.pages, entry.slides, entry.notes))
    return (str(leaf.place.line), leaf.path, *where, shown)


def _numbers(numbers: Sequence[int]) -> str:
    """The first few numbers; who wants all of them asks for JSON."""
    return ", ".join([*map(str, numbers[:_NUMBERS]), *(["…"] if len(numbers) > _NUMBERS else [])])


_FORMS: Mapping[str, Callable[[str, Sequence[Entry]], str]] = MappingProxyType(
    {"text": _text, "json": _json, "html": _html}
)
