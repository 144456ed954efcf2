"""SARIF 2.1.0 (OASIS), the form of GitHub's code scanning and of many editors."""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import quote

from diptych.build.account import Account, SourceAccount
from diptych.build.findings_as.help_pages import help_address
from diptych.material.finding_kinds import KINDS
from diptych.material.findings import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = tuple(KINDS)


def render(account: Account) -> str:
    """The log of one run, every kind of finding as a rule; paths are relative to the folder it ran in."""
    run = {
        "tool": {"driver": _driver(account)},
        "invocations": [_invocation(account)],
        "columnKind": "utf16CodeUnits",
        "results": [_result(source, finding) for source, finding in account.findings()],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _driver(account: Account) -> dict[str, Any]:
    return {
        "name": "Diptych",
        "semanticVersion": account.version,
        "rules": [_rule(name) for name in _RULES],
    }


def _rule(name: str) -> dict[str, Any]:
    kind = KINDS[name]
    address = help_address(name)
    return {
        "id": name,
        "name": name.title().replace("-", ""),
        "shortDescription": {"text": kind.about},
        "help": {"text": kind.remedy},
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": "warning" if kind.warning else "error"},
    }


def _invocation(account: Account) -> dict[str, Any]:
    faults = [fault for source in account.sources.values() for fault in source.faults]
    told = [{"level": "error", "message": {"text": words}} for words in (*account.errors, *faults)]
    notes = [{"level": "note", "message": {"text": words}} for words in account.notes]
    return {
        "executionSuccessful": not told,
        "exitCode": account.code,
        "toolExecutionNotifications": told + notes,
    }


def _result(source: SourceAccount, finding: Finding) -> dict[str, Any]:
    words = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(os.fsencode(source.file(finding)))}}
    if finding.place.line:
        line = source.line(finding)
        column = utf16_column(line, finding.place.column)
        location["region"] = {"startLine": finding.place.line, "startColumn": column}
        if line:
            location["region"]["snippet"] = {"text": line}
    return {
        "ruleId": finding.kind,
        "ruleIndex": _RULES.index(finding.kind),
        "level": finding.severity,
        "message": {"text": words},
        "locations": [{"physicalLocation": location}],
    }


def utf16_column(line: str, column: int) -> int:
    """A column in code units of UTF-16, from 1: characters beyond the first plane take two (SARIF 3.30.6)."""
    before = line[: column - 1]
    return column + sum(ord(character) > 0xFFFF for character in before)
