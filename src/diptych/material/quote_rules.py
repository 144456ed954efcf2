"""Straight quotation marks that smart quotes cannot judge: between ideographs, and inside Hebrew words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from diptych.material.line_ends import is_square
from diptych.material.quotes import quotation_marks
from diptych.material.scripts import EAST_ASIAN, script_of_language

_STRAIGHT = "\"'"
_HEBREW = "[\u05b0-\u05c7\u05d0-\u05ea]"
# Abbreviations have gershayim before their last letter, foreign sounds a geresh behind theirs.
_GERSHAYIM = re.compile(rf'(?<={_HEBREW})"(?={_HEBREW})')
_GERESH = re.compile(rf"(?<={_HEBREW})'")
_APOSTROPHE = re.compile("(?<=[A-Za-z])'(?=[A-Za-z])")
_LEFT = re.compile(rf'(?<={_HEBREW})"|"(?={_HEBREW})')
_OPENED = re.compile(rf"(?<!{_HEBREW})'(?={_HEBREW})")


def add_quote_rules(parser: MarkdownIt, lang: str) -> None:
    """Teach the parser the marks of languages that set no spaces between words, or have marks in words."""
    marks = quotation_marks(lang)
    script = script_of_language(lang)
    unspaced = script in EAST_ASIAN

    def rule(state: StateCore) -> None:
        for token in state.tokens:
            texts = [child for child in token.children or [] if child.type == "text"]
            if unspaced:
                _replaced(texts, _turned(_whole(texts), marks))
            elif script == "Arab":
                _replaced(texts, _paired(_whole(texts), marks))
            for child in texts:
                child.content = with_gershayim(child.content)

    parser.core.ruler.before("smartquotes", "quotes_without_spaces", rule)
    parser.enable("quotes_without_spaces")
    if script == "Hebr":
        parser.core.ruler.after("smartquotes", "quotes_in_hebrew", _close_hebrew)
        parser.enable("quotes_in_hebrew")


def _close_hebrew(state: StateCore) -> None:
    """Marks that are left beside Hebrew words, as after a joined "in": opening and closing look alike."""
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "text":
                child.content = _LEFT.sub("״", child.content)


def with_gershayim(text: str) -> str:
    """The text with geresh and gershayim in Hebrew words: צה״ל, צ׳ילה; a quotation's end stays as it is."""
    text = _GERSHAYIM.sub("״", text)
    return text if _OPENED.search(text) else _GERESH.sub("׳", text)


def _whole(texts: list[Token]) -> str:
    return "".join(token.content for token in texts)


def _replaced(texts: list[Token], chars: Iterable[str]) -> None:
    """Give the texts these characters, as many as they have."""
    turned, start = "".join(chars), 0
    for token in texts:
        end = start + len(token.content)
        token.content, start = turned[start:end], end


def _turned(text: str, marks: tuple[str, str, str, str]) -> Iterator[str]:
    """The characters; every mark that is turned stays one character, so that places stay.

    Marks beside a character as wide as it is high open and close in turn: no space tells which they do. With
    one of a pair the other is turned, whatever stands beside it.
    """
    opened = dict.fromkeys(_STRAIGHT, False)
    pairs = text.count('"') % 2 == 0 and any(_beside_square(text, at) for at in _places(text, '"'))
    for at, char in enumerate(text):
        if char not in opened or not (_beside_square(text, at) or (pairs and char == '"')):
            yield char
            continue
        opened[char] = not opened[char]
        pair = marks[:2] if char == '"' else marks[2:]
        yield pair[0 if opened[char] else 1]


def _beside_square(text: str, at: int) -> bool:
    return any(one and is_square(one) for one in (text[max(at - 1, 0) : at], text[at + 1 : at + 2]))


def _places(text: str, mark: str) -> list[int]:
    return [at for at, char in enumerate(text) if char == mark]


def _paired(text: str, marks: tuple[str, str, str, str]) -> str:
    """The text with marks that open and close in turn, as Arabic joins "and" and "in" to what they open."""
    for mark, pair in zip(_STRAIGHT, (marks[:2], marks[2:]), strict=True):
        places = [at for at in _places(text, mark) if not _APOSTROPHE.match(text, at)]
        if len(places) % 2 or not _sets_off(text, places):
            continue
        for number, at in enumerate(places):
            text = text[:at] + pair[number % 2] + text[at + 1 :]
    return text


def _sets_off(text: str, places: list[int]) -> bool:
    """True where no mark that opens stands before a space, and none that closes behind one."""
    opening = (text[at + 1 : at + 2].strip() for at in places[::2])
    closing = (text[max(at - 1, 0) : at].strip() for at in places[1::2])
    return all(opening) and all(closing)
