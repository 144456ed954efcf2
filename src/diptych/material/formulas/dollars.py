"""Where a formula begins and ends in a text: between dollars, by the rules of Pandoc.

The first dollar has no space to its right; the next one has no space to its left and no digit after it. So
`$5 and $6` stays money. (Pandoc User's Guide, "tex_math_dollars")
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

# An amount and words behind it: the dollar before it is its currency, the next one that of another.
_PRICE = re.compile(r"\d[\d.,]*[;:,.)]?\s+[A-Za-z]{3,}\s[^\\^_{=]*$")
# What begins as a formula does, though no dollar ends it: a command, a script, an equation.
_MEANT = re.compile(r"\$(?=\S)(?!\d+(?:[.,]\d+)*(?:[\s.,;:!?)]|$))[^$]{0,40}?(?:[\\^_{]|\s=\s)[^$]*")


def read_formula_mark(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: a formula as one token; what was meant as one and never ends as another."""
    if state.src[state.pos] != "$":
        return False
    width = 2 if state.src.startswith("$$", state.pos) else 1
    start = state.pos + width
    end = _end(state.src, start, width)
    if end >= 0 and _PRICE.match(state.src[start:end]):
        return False
    if end < 0:
        return _unclosed(state, silent)
    if not silent:
        state.push("formula", "", 0).content = state.src[start:end]
    state.pos = end + width
    return True


def _unclosed(state: StateInline, silent: bool) -> bool:
    match = _MEANT.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("open_formula", "", 0).content = match[0]
    state.pos = match.end()
    return True


def _end(source: str, start: int, width: int) -> int:
    """Where the dollar stands that ends the formula; -1 where none does.

    Dollars in braces are a formula's inside words; where braces do not match, any dollar will do.
    """
    if start >= len(source) or (width == 1 and source[start].isspace()):
        return -1
    found = _search(source, start, width, heed_braces=True)
    return found if found >= 0 else _search(source, start, width, heed_braces=False)


def _search(source: str, start: int, width: int, heed_braces: bool) -> int:
    depth, at = 0, start
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "$" and (depth <= 0 or not heed_braces):
            return at if _closes(source, start, at, width) else -1
        else:
            depth += {"{": 1, "}": -1}.get(char, 0)
        at += 1
    return -1


def _closes(source: str, start: int, at: int, width: int) -> bool:
    if width == 2:
        return at > start and source.startswith("$$", at)
    after = source[at + 1 : at + 2]
    return at > start and not source[at - 1].isspace() and not (after.isascii() and after.isdigit())
