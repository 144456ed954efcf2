"""What entries and notes of all styles are put together from: spans with the right marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from diptych.material.facts import Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span
from diptych.material.quotes import quotation_marks

Spans = tuple[Span, ...]

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_SHORT_TITLE_WORDS = 4
# A title is not cut short behind one of these.
_WEAK_ENDS = frozenset(
    (
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the"),
        *("about", "after", "against", "before", "between", "during", "over", "since", "through", "under"),
        *("to", "with", "und", "der", "die", "das", "von", "et", "de", "la", "le", "les", "y", "e", "di"),
    )
)


def said(words: str) -> Spans:
    """Plain words; nothing for none."""
    return (Span(words),) if words else ()


def italic(text: Rich) -> Spans:
    """The words in italics; what is in italics among them stands upright."""
    return tuple(replace(span, emphasis=not span.emphasis) for span in text.spans)


def quoted(text: Rich, labels: Labels, mark: str = "") -> Spans:
    """The words in quotation marks, with a comma or full stop: inside them in English, else behind.

    A title that ends with a mark of its own takes no full stop, though a comma. Quotation marks inside
    are the inner ones.
    """
    if not text:
        return ()
    opening, closing, inner_opening, inner_closing = quotation_marks(labels.lang)
    spans = (
        replace(span, text=span.text.replace(opening, inner_opening).replace(closing, inner_closing))
        for span in text.spans
    )
    stop = "" if mark == "." and ends_sentence(text.spans) else mark
    tail = f"{stop}{closing}" if labels.lang.startswith("en") else f"{closing}{stop}"
    return (Span(opening), *spans, Span(tail))


def in_row(groups: Iterable[Spans], between: str = ", ") -> Spans:
    """The groups with `between` in their gaps; after a mark that closes a group only a blank stands."""
    row: list[Span] = []
    for group in groups:
        if not group:
            continue
        if row:
            row.append(Span(" " if _closed(row[-1].text) else between))
        row.extend(group)
    return tuple(row)


def merged(spans: Spans) -> Spans:
    """The spans with neighbours of one style as one, which a reader follows as one link."""
    row: list[Span] = []
    for span in spans:
        if row and replace(row[-1], text=span.text) == span:
            row[-1] = replace(span, text=row[-1].text + span.text)
        else:
            row.append(span)
    return tuple(row)


def sentence(spans: Spans) -> Spans:
    """The words with a full stop, unless they end with a mark already; nothing for nothing."""
    if not spans or ends_sentence(spans):
        return spans
    return (*spans, Span("."))


def whole_sentence(spans: Spans, labels: Labels) -> Spans:
    """The words as a sentence of its own: a full stop stands inside quotation marks in English."""
    closing = quotation_marks(labels.lang)[1]
    if not (labels.lang.startswith("en") and spans and spans[-1].text.endswith(closing)):
        return sentence(spans)
    inside = replace(spans[-1], text=spans[-1].text.removesuffix(closing))
    return (*sentence((*spans[:-1], inside)), Span(closing))


def sentences(groups: Iterable[Spans]) -> Rich:
    """Each group as a sentence of its own."""
    return Rich(in_row((sentence(group) for group in groups), " "))


def ends_sentence(spans: Iterable[Span]) -> bool:
    """True where the last words end with a full stop, a question mark or the like, quoted or not."""
    words = "".join(span.text for span in spans).rstrip("”’“»'\"\u202f")
    return words[-1:] in {".", "?", "!", "…"}


def short_title(reference: Reference, *, article: bool = False) -> Rich:
    """The title without its subtitle and, unless asked for, its article; of a long one the first words."""
    if reference.title_short:
        return Rich(said(reference.title_short))
    # A full stop behind a long word ends the main title; behind a short one it marks an abbreviation.
    title = re.split(r"(?<=[?!])\s|:\s|(?<=[^\W\dA-Z]{5})\.\s", reference.title.plain(), maxsplit=1)[0]
    words = title.split() if article else capital(_ARTICLE.sub("", title)).split()
    if len(words) <= _SHORT_TITLE_WORDS + 1:
        return _in_its_language(reference, words)
    short = words[:_SHORT_TITLE_WORDS]
    while len(short) > 1 and short[-1].casefold() in _WEAK_ENDS:
        short = short[:-1]
    return _in_its_language(reference, short)


def capital(words: str) -> str:
    """The words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def with_capital(spans: Spans) -> Spans:
    """The row with a capital at its beginning, where that is a word of the style's own."""
    if not spans or spans[0].emphasis or spans[0].link:
        return spans
    return (replace(spans[0], text=capital(spans[0].text)), *spans[1:])


def in_parentheses(words: str) -> str:
    """The words in parentheses; nothing for none."""
    return f"({words})" if words else ""


def row_of(*words: str, between: str = ", ") -> str:
    """Those of the words that are there, in a row."""
    return between.join(filter(None, words))


def _in_its_language(reference: Reference, words: Iterable[str]) -> Rich:
    """Some of the title's words, in the language that the title has from beginning to end."""
    spoken = {span.lang for span in reference.title.spans}
    return Rich((Span(" ".join(words), lang=spoken.pop() if len(spoken) == 1 else ""),))


def _closed(text: str) -> bool:
    return text.endswith(",") or text[-2:] in {",”", ",’", ".”"}
