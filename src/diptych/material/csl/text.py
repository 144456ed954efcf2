"""Text of CSL-JSON: a few HTML tags, entities, and the straight quotation marks of a keyboard."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from diptych.material.citing.parts import merged
from diptych.material.markup import Rich, Span
from diptych.material.place import Place
from diptych.material.quotes import quotation_marks
from diptych.material.scalars import parse_language

_TAG = re.compile(r"<(/?)(i|em|b|strong|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w+;")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]"
)
_PIECE = re.compile(r"(?P<tag><[^<>]*>)|(?P<mark>[\"'])|[^<\"']+|<")
# A quotation mark opens behind nothing, a space, a bracket or a dash.
_BEFORE_OPENING = frozenset(" ([{–—-/")
_STYLES = {
    "i": {"emphasis": True},
    "em": {"emphasis": True},
    "b": {"strong": True},
    "strong": {"strong": True},
    "sub": {"position": "sub"},
    "sup": {"position": "super"},
}


def plain_text(text: str) -> str:
    """The text without tags, on one line."""
    return " ".join(_clean(_TAG.sub("", text)).split())


def rich_text(text: str, lang: str, spoken: str, place: Place) -> Rich:
    """The text as marked-up text. `spoken` is its language where that is not the document's, `lang`."""
    text = with_quotes(" ".join(text.split()), spoken or lang)
    return Rich(merged(tuple(replace(span, lang=spoken) for span in _spans(text) if span.text)), place)


def language(tag: object, lang: str) -> str:
    """A work's language as a tag, where it is told as one and is not the document's own."""
    words = tag.strip().replace("_", "-") if isinstance(tag, str) else ""
    try:
        known = parse_language(words)
    except ValueError:
        return ""
    main = known.split("-")[0].lower()
    return "" if len(main) != 2 or main == lang.split("-")[0].lower() else known


def with_quotes(text: str, lang: str) -> str:
    """The text with the quotation marks of the language in place of straight ones, outside of tags."""
    opening, closing, inner_opening, inner_closing = quotation_marks(lang)
    words, last, inside = "", "", False
    for match in _PIECE.finditer(text):
        piece, following = match[0], text[match.end() : match.end() + 1]
        opens = (not last or last in _BEFORE_OPENING) and bool(following)
        if match["mark"] == '"':
            piece = opening if opens else closing
        elif match["mark"] and opens and not following.isdecimal():
            piece, inside = inner_opening, True
        elif match["mark"]:
            # It closes what was opened, or is an apostrophe: in ’20s and inside words.
            closes = inside and not following.isalnum()
            piece, inside = (inner_closing, False) if closes else ("’", inside)
        words += piece
        last = last if match["tag"] else piece[-1:]
    return words


def _spans(text: str) -> Iterator[Span]:
    """The stretches between tags, each in the style of the tags that are open; unknown tags are words."""
    open_styles: list[tuple[str, Span]] = [("", Span(""))]
    at = 0
    for match in _TAG.finditer(text):
        yield replace(open_styles[-1][1], text=_clean(text[at : match.start()]))
        at, name = match.end(), match[2].lower()
        if not match[1]:
            style = replace(open_styles[-1][1], **_STYLES.get(name, {}))  # type: ignore[arg-type]
            open_styles.append((name, style))
        elif open_styles[-1][0] == name:
            open_styles.pop()
    yield replace(open_styles[-1][1], text=_clean(text[at:]))


def _clean(text: str) -> str:
    decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _UNPRINTABLE.sub("", decoded)
