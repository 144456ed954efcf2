"""One JSON document: sources with their findings and works, what stopped the run, and a summary."""

from __future__ import annotations

import json
from typing import Any

from diptych.build.account import Account, SourceAccount, told_path
from diptych.build.digests import digest
from diptych.material.findings import Finding

# Counts up when a key changes its meaning or goes; new keys may come at any time.
SCHEMA_VERSION = 1


def render(account: Account) -> str:
    """The document, with a line break at its end."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "diptych", "version": account.version},
        "verb": account.verb,
        "exit_code": account.code,
        "summary": {
            "sources": len(account.sources),
            "errors": account.count("error"),
            "warnings": account.count("warning"),
            "works": sum(len(source.works) for source in account.sources.values()),
        },
        "errors": account.errors,
        "notes": account.notes,
        "sources": [_source(source) for source in account.sources.values()],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _source(source: SourceAccount) -> dict[str, Any]:
    return {
        "name": source.name,
        "path": told_path(source.path),
        "sound": source.sound,
        "faults": source.faults,
        "findings": [_finding(source, one) for one in sorted(source.findings, key=lambda one: one.place)],
        "works": [
            {
                "path": told_path(path),
                "work": work.wanted.work if work.wanted else "",
                work.unit + "s": work.count,
                "bytes": len(work.data),
                "sha256": digest(work.data),
            }
            for path, work in source.works.items()
        ],
    }


def _finding(source: SourceAccount, finding: Finding) -> dict[str, Any]:
    """A finding; line and column count from 1, columns in characters, and are null for a whole file."""
    return {
        "name": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "path": source.file(finding),
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "excerpt": source.line(finding),
    }
