"""What is wrong with a marked-up text as a whole: brackets, marks of blocks, links that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from markdown_it.token import Token

from diptych.material.findings import Finding
from diptych.material.limits import MAX_BRACKETS
from diptych.material.place import Place

_NO_LINK = re.compile(r"\[[^\[\]]*\]\((?:https?:|mailto:|www\.)[^\s)]*")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_BLOCK_MARKS = (
    (re.compile(r"^#{1,6} ", re.M), "a heading inside a text", "make it the title of a section"),
    (re.compile(r"^(```|~~~)", re.M), "a code block inside a text", "write `code` within a line"),
    (re.compile(r"^> ", re.M), "a quotation inside a text", "use a block of its own: `- quote: …`"),
    (re.compile(r"!\[[^\]]*\]\("), "a picture inside a text", "use a block of its own: `- figure: …`"),
)


def link_findings(tokens: list[Token], place: Place) -> Iterator[Finding]:
    """What was meant as a link and is none, because its address has a space or an open bracket."""
    words = (token.content if token.type == "text" else "\n" for token in tokens)
    for found in _NO_LINK.finditer("".join(words)):
        message = f"`{found[0]}` is no link: its address has a space, or a bracket that does not close"
        hint = "write %20 for a space, or put the address between < and >: [words](<https://…>)"
        yield Finding(place, message, hint, kind="bad-address")


def bracket_findings(text: str, place: Place) -> tuple[Finding, ...]:
    """One where many brackets are open at once: to look for the end of each takes the square of them."""
    steps = (1 if match[0] == "[" else -1 for match in _BRACKET.finditer(text) if len(match[0]) == 1)
    most = max(accumulate(steps, lambda depth, step: max(depth + step, 0), initial=0))
    if most <= MAX_BRACKETS:
        return ()
    message = f"more than {MAX_BRACKETS} brackets are opened and not closed"
    return (Finding(place, message, "close each `[` by `]`, or write it as `\\[`", kind="open-bracket"),)


def block_mark_findings(text: str, place: Place) -> Iterator[Finding]:
    """Marks of Markdown that stand for blocks, which a text cannot hold."""
    for pattern, what, hint in _BLOCK_MARKS:
        if pattern.search(text):
            yield Finding(place, f"{what} has no meaning here", hint, kind="unused-markup")
