"""JUnit's XML, which servers for continuous integration show as tests: one case a source."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from diptych.build.account import Account, SourceAccount, told_path
from diptych.material.findings import Finding, describe

# What XML 1.0 cannot hold.
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(account: Account) -> str:
    """The document: errors of a source are failures of its case, warnings its output."""
    cases = [_case(account.verb, source) for source in account.sources.values()]
    if account.errors:
        cases.append(_stopped(account))
    failed = sum(case.find("failure") is not None for case in cases)
    broken = sum(case.find("failure") is None and case.find("error") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": str(broken)}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "diptych", **counts, "skipped": "0"})
    suite.extend(cases)
    ElementTree.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(suites, "unicode") + "\n"


def _case(verb: str, source: SourceAccount) -> ElementTree.Element:
    case = ElementTree.Element(
        "testcase",
        {"classname": f"diptych.{verb}", "name": _sound(source.name), "file": _sound(told_path(source.path))},
    )
    ordered = sorted(source.findings, key=lambda one: one.place)
    for finding in (one for one in ordered if one.severity == "error"):
        values = {"type": finding.kind, "message": _sound(finding.message)}
        ElementTree.SubElement(case, "failure", values).text = _described(source, finding)
    for fault in source.faults:
        ElementTree.SubElement(case, "error", {"type": "fault", "message": _sound(fault)})
    warnings = [_described(source, one) for one in ordered if one.severity == "warning"]
    if warnings:
        ElementTree.SubElement(case, "system-out").text = "\n".join(warnings)
    return case


def _stopped(account: Account) -> ElementTree.Element:
    """A case for the run itself, where it was stopped."""
    case = ElementTree.Element("testcase", {"classname": "diptych", "name": account.verb})
    for error in account.errors:
        ElementTree.SubElement(case, "error", {"type": "stopped", "message": _sound(error)})
    return case


def _described(source: SourceAccount, finding: Finding) -> str:
    return _sound(describe(finding, told_path(source.path), source.lines))


def _sound(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)
