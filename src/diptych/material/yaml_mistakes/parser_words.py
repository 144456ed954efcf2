"""The parser's own words put plainly, for what no known mistake explains."""

from __future__ import annotations

import yaml

from diptych.material.finding_names import FindingName
from diptych.material.findings import Finding
from diptych.material.place import Place

# What the parser says -> what is wrong, and what to write. First match wins.
_PLAIN_WORDS: tuple[tuple[str, FindingName, str, str], ...] = (
    (
        "mapping values are not allowed",
        "unquoted-colon",
        "a colon followed by a space stands inside text without quotes",
        'put the whole text in quotes: title: "War: a history"',
    ),
    ("found character '\\t'", "tab-indent", "the line is indented with a tab", "indent with spaces"),
    (
        "alphabetic or numeric character",
        "special-first-character",
        "text that begins with * or & must stand in quotes",
        'write "*Hamlet* opens …"',
    ),
    (
        "did not find expected ',' or ']'",
        "open-bracket",
        "text that begins with [ must stand in quotes, or a list in [ ] is not closed",
        'write "[Wort]{lang=de} means …"',
    ),
    (
        "did not find expected ',' or '}'",
        "open-bracket",
        "text that begins with { must stand in quotes, or a mapping in { } is not closed",
        'write "{a, b} is a set"',
    ),
    (
        "could not find expected ':'",
        "missing-colon",
        "a key needs a colon, and longer text needs `|` or the same indent on every line",
        "write `key: value`",
    ),
    (
        "did not find expected key",
        "wrong-indent",
        "this line is indented differently from the lines it belongs to, or a quote is closed too early",
        "indent it like the keys above it",
    ),
    (
        "did not find expected '-' indicator",
        "wrong-indent",
        "this line does not line up with the list it belongs to",
        "begin it with `- `, in the same column as the items above",
    ),
    ("unexpected end of stream", "open-quote", "a quotation mark is opened and never closed", "close it"),
    (
        "invalid Unicode character escape code",
        "backslash-in-quotes",
        "an escape in double quotes names no character",
        "write the character itself",
    ),
    (
        "unknown escape character",
        "backslash-in-quotes",
        "a backslash in double quotes has a meaning of its own",
        "use single quotes",
    ),
    (
        "block sequence entries are not allowed",
        "misplaced-list",
        "a list cannot begin on this line",
        "put `- ` on a line of its own, below the key",
    ),
    (
        "cannot start any token",
        "special-first-character",
        "text cannot begin with this character",
        "put the text in quotes",
    ),
)


def parser_finding(error: yaml.MarkedYAMLError, text: str) -> Finding:
    """The finding for a syntax error, at the place where the parser noticed it."""
    problem = error.problem or "this is not YAML"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and ("end of stream" in problem or "alphabetic" in problem):
        mark = error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    for phrase, kind, message, hint in _PLAIN_WORDS:
        if phrase in problem:
            return Finding(place, message, hint, kind=kind)
    return Finding(place, f"this is not valid YAML: {problem}", kind="yaml-syntax")
