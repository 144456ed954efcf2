"""The page that GitHub shows of a job: every finding and every work, as tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diptych.build.account import Account, SourceAccount, told_path
from diptych.material.characters import shown

# GitHub takes a mebibyte a step.
_MOST_ROWS = 2_000
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&:])")


def step_summary(account: Account) -> str:
    """The page in Markdown; no text of a source is taken for markup."""
    errors, warnings = account.count("error"), account.count("warning")
    told = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    lines = [f"### Diptych: {told}", "", *(f"- {_literal(error)}" for error in account.errors)]
    lines += [f"- {_literal(fault)}" for source in account.sources.values() for fault in source.faults]
    rows = [*_findings(account)]
    if rows:
        lines += _table(("", "where", "what", "name"), rows[:_MOST_ROWS])
    if len(rows) > _MOST_ROWS:
        lines += ["", f"{len(rows) - _MOST_ROWS:,} more findings like these."]
    works = [row for source in account.sources.values() for row in _works(source)]
    if works:
        lines += _table(("file", "holds", "size"), works)
    return "\n".join(lines) + "\n"


def _findings(account: Account) -> Iterator[tuple[str, ...]]:
    for source, finding in account.worst_first():
        line = f":{finding.place.line}" if finding.place.line else ""
        what = _literal(finding.message) + (f"<br>→ {_literal(finding.hint)}" if finding.hint else "")
        sign = "❌" if finding.severity == "error" else "⚠️"
        where = _literal(f"{source.file(finding)}{line}")
        yield f"{sign} {finding.severity}", where, what, f"`{finding.kind}`"


def _works(source: SourceAccount) -> Iterator[tuple[str, ...]]:
    for path, work in source.works.items():
        size = f"{len(work.data) / 1000:,.0f} kB"
        yield _literal(told_path(path)), _counted(work.count, work.unit), size


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = ["", _row(head), _row(("---",) * len(head))]
    return [*lines, *map(_row, rows)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _literal(text: str) -> str:
    """The text, with every sign escaped that Markdown could take for markup."""
    return _MARKUP.sub(r"\\\1", shown(" ".join(text.split())))
