"""The marks that CommonMark lacks, as rules of markdown-it."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from diptych.material.formulas.dollars import read_formula_mark
from diptych.material.line_ends import is_square
from diptych.material.markup import Cite

# As in Pandoc: words, a key behind @ (-@ leaves out the author), where in the work; `;` parts several.
_CITATION = re.compile(r"\[([^\[\]]*@[^\[\]]+)\](?![({])")
_PART = re.compile(
    r"(?:(?P<prefix>[^@]*\S)\s+)?(?P<minus>-?)"
    r"@(?:(?P<key>\w(?:[\w:.+/#$&?<>~-]*\w)?)|\{(?P<odd>[^\s{}\[\]%;]+)\})"
    r"(?:(?:,\s*|\s+)(?P<locator>.+))?"
)
_SUBSCRIPT = re.compile(r"~([^\s~]+)~")
_SUPERSCRIPT = re.compile(r"\^([^\s^\[\]]+)\^")
_MARK = re.compile(r"\{([^{}]*)\}")
_LANGUAGE = re.compile(r"lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")


def add_rules(parser: MarkdownIt) -> None:
    """Teach the parser citations, footnotes, marked spans, formulas, subscripts and superscripts."""
    for name, rule in (
        ("formula", read_formula_mark),
        ("cite", _cite),
        ("footnote", _footnote),
        ("mark", _mark),
        ("subscript", _subscript),
        ("superscript", _superscript),
    ):
        parser.inline.ruler.before("link", name, rule)
        parser.enable(name)
    parser.inline.ruler.at("emphasis", _emphasis)


def _emphasis(state: StateInline, silent: bool) -> bool:
    """CommonMark's rule, but stars may stand between characters of Chinese and Japanese and their brackets.

    These languages set no spaces, so that `**「字」**は` has none to tell where the emphasis ends.
    """
    if silent or state.src[state.pos] not in "*_":
        return False
    marker, start = state.src[state.pos], state.pos
    scanned = state.scanDelims(start, marker == "*")
    opens, closes = scanned.can_open, scanned.can_close
    if marker == "*":
        before, after = state.src[start - 1 : start], state.src[start + scanned.length : state.posMax][:1]
        opens |= bool(after.strip()) and (is_square(before) or is_square(after))
        closes |= bool(before.strip()) and (is_square(before) or is_square(after))
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, at, -1, opens, closes))
    state.pos += scanned.length
    return True


def _cite(state: StateInline, silent: bool) -> bool:
    match = _CITATION.match(state.src, state.pos)
    if not match:
        return False
    parts = [_PART.fullmatch(part.strip()) for part in match[1].split(";")]
    found = [part for part in parts if part]
    if len(found) != len(parts):
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.meta = {"cites": tuple(_one_cite(part) for part in found)}
    state.pos = match.end()
    return True


def _one_cite(part: re.Match[str]) -> Cite:
    key = part["key"] or part["odd"]
    return Cite(key, part["locator"] or "", part["prefix"] or "", without_author=bool(part["minus"]))


def _footnote(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        # No content: rules for quotation marks would take it for what follows the mark before the note.
        state.push("footnote", "", 0).meta = {"words": state.src[state.pos + 2 : end]}
    state.pos = end + 1
    return True


def _mark(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, limit = state.pos, state.posMax
    end = state.md.helpers.parseLinkLabel(state, start)
    match = _MARK.match(state.src, end + 1) if end >= 0 else None
    if not match:
        return False
    if not silent:
        _push_mark(state, match[1].strip(), start + 1, end)
    state.pos, state.posMax = match.end(), limit
    return True


def _push_mark(state: StateInline, name: str, start: int, end: int) -> None:
    language = _LANGUAGE.fullmatch(name)
    if name != "gap" and not language:
        state.push("unknown_mark", "", 0).content = name
    state.push("mark_open", "", 1).meta = {"gap": True} if name == "gap" else {}
    if language:
        state.tokens[-1].meta = {"lang": language[1]}
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.push("mark_close", "", -1)


def _subscript(state: StateInline, silent: bool) -> bool:
    return _scripted(state, silent, _SUBSCRIPT, "subscript")


def _superscript(state: StateInline, silent: bool) -> bool:
    return _scripted(state, silent, _SUPERSCRIPT, "superscript")


def _scripted(state: StateInline, silent: bool, pattern: re.Pattern[str], name: str) -> bool:
    match = pattern.match(state.src, state.pos)
    if not match or match.end() > state.posMax:
        return False
    if not silent:
        state.push(name, "", 0).content = match[1]
    state.pos = match.end()
    return True
