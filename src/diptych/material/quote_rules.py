"""Straight quotation marks that smart quotes cannot judge: between ideographs, and inside Hebrew words."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_OPENED = re.compile(rf"(?<!{_HEBREW})'(?={_HEBREW})")


def add_quote_rules(parser: MarkdownIt, lang: str) -> None:
    """Teach the parser the marks of languages that set no spaces between words, or have marks in words."""
    marks = quotation_marks(lang)
    unspaced = script_of_language(lang) in EAST_ASIAN

    def rule(state: StateCore) -> None:
        for token in state.tokens:
            texts = [child for child in token.children or [] if child.type == "text"]
            if unspaced:
                _between_squares(texts, marks)
            for child in texts:
                child.content = with_gershayim(child.content)

    parser.core.ruler.before("smartquotes", "quotes_without_spaces", rule)
    parser.enable("quotes_without_spaces")


def with_gershayim(text: str) -> str:
    """The text with geresh and gershayim in Hebrew words: צה״ל, צ׳ילה; a quotation's end stays as it is."""
    text = _GERSHAYIM.sub("״", text)
    return text if _OPENED.search(text) else _GERESH.sub("׳", text)


def _between_squares(texts: list[Token], marks: tuple[str, str, str, str]) -> None:
    """Marks beside a character as wide as it is high open and close in turn: no space tells which they do."""
    whole = "".join(token.content for token in texts)
    turned = "".join(_turned(whole, marks))
    start = 0
    for token in texts:
        end = start + len(token.content)
        token.content, start = turned[start:end], end


def _turned(text: str, marks: tuple[str, str, str, str]) -> Iterator[str]:
    """The characters; every mark that is turned stays one character, so that places stay."""
    opened = dict.fromkeys(_STRAIGHT, False)
    for at, char in enumerate(text):
        beside = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
        if char not in opened or not any(one and is_square(one) for one in beside):
            yield char
            continue
        opened[char] = not opened[char]
        pair = marks[:2] if char == '"' else marks[2:]
        yield pair[0 if opened[char] else 1]
