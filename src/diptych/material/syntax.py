"""What the YAML parser says, in the words of somebody who writes a lesson."""

from __future__ import annotations

import re

import yaml

from diptych.material.findings import Finding
from diptych.material.place import Place

_BRACKET_FIRST = re.compile(r"(^|[:\-]\s+)[\[{][^\]}]*[\]}]\s*[^\s,#]")

# In a list or mapping on one line: a colon inside words after a colon; the braces of a formula.
_FLOW_COLON = re.compile(r"[\[{,]\s*\w+: (?![\"'\[{])[^,\]}\"']*: ")
_FORMULA_IN_FLOW = re.compile(r"[\[{].*(?<![\"'])\$[^$\"']*[\[{][^$]*\$")

# What the parser says -> what is wrong, and what to write. First match wins.
_PLAIN_WORDS = (
    (
        "mapping values are not allowed",
        "a colon followed by a space stands inside unquoted text",
        'put the whole text in quotes: title: "War: a history"',
    ),
    (
        "formula in braces",
        "a formula with braces or brackets stands in a list or mapping on one line",
        "put the text in single quotes: '$x_{1}$', or each entry on a line of its own",
    ),
    ("found character '\\t'", "the line is indented with a tab", "indent with spaces"),
    (
        "alphabetic or numeric character",
        "text that begins with * or & must stand in quotes",
        'write "*Hamlet* opens …"',
    ),
    (
        "did not find expected ',' or ']'",
        "text that begins with [ must stand in quotes, or a list in [ ] is not closed",
        'write "[Wort]{lang=de} means …"',
    ),
    (
        "did not find expected ',' or '}'",
        "text that begins with { must stand in quotes, or a mapping in { } is not closed",
        'write "{a, b} is a set"',
    ),
    (
        "could not find expected ':'",
        "a key needs a colon, and longer text needs `|` or the same indent on every line",
        "write `key: value`",
    ),
    (
        "did not find expected key",
        "this line is indented differently from the lines it belongs to, or a quote is closed too early",
        "indent it like the keys above it",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not line up with the list it belongs to",
        "begin it with `- `, in the same column as the items above",
    ),
    ("unexpected end of stream", "a quotation mark is opened and never closed", "close it"),
    (
        "invalid Unicode character escape code",
        "an escape in double quotes names no character",
        "write the character itself",
    ),
    (
        "unknown escape character",
        "a backslash in double quotes has a meaning of its own",
        "use single quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin on this line",
        "put `- ` on a line of its own, below the key",
    ),
    ("cannot start any token", "text cannot begin with this character", "put the text in quotes"),
)

# Where a text with backslashes wants quotes.
_BACKSLASH = (
    "put the whole text in single quotes: '$f: A \\to B$', or write `|` and the text on the next line"
)


def syntax_finding(error: yaml.MarkedYAMLError, text: str) -> Finding:
    """The finding for a syntax error, at the place where the parser noticed it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    problem = _told_better(error.problem or "this is not YAML", lines[line] if line < len(lines) else "")
    if error.context_mark and ("end of stream" in problem or "alphabetic" in problem):
        line, column = error.context_mark.line, error.context_mark.column
    for phrase, message, hint in _PLAIN_WORDS:
        if phrase in problem:
            written = lines[line] if line < len(lines) else ""
            return Finding(
                Place(line + 1, column + 1), message, _BACKSLASH if _formula(phrase, written) else hint
            )
    return Finding(Place(line + 1, column + 1), f"this is not valid YAML: {problem}")


def _formula(phrase: str, line: str) -> bool:
    """True where text that wants quotes has backslashes, which mean something in double ones."""
    return phrase == "mapping values are not allowed" and "\\" in line


def _told_better(problem: str, line: str) -> str:
    """The parser's problem, or the one that the line itself gives away."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "found character '\\t'"
    if _FLOW_COLON.search(line) and "',' or '" in problem:
        return "mapping values are not allowed"
    if _FORMULA_IN_FLOW.search(line) and "',' or '" in problem:
        return "formula in braces"
    if "did not find expected" in problem and _BRACKET_FIRST.search(line):
        return "did not find expected ',' or ']'"
    if "'-' indicator" in problem and not line.lstrip().startswith("-"):
        return "did not find expected key"
    return problem
