"""In which direction the words of a paragraph are read, and what keeps words of the other one together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.values import Run, TextParagraph
from diptych.material.scripts import right_to_left, runs_back, scripts_of

# Marks that nobody sees, read as a letter of one direction (Unicode Standard Annex 9, 2.6).
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
# Names such as C++ and C#, whose signs would change sides between words that run back.
_SIGNED = re.compile(r"[A-Za-z]\w*[+#]+(?!\w)")
# Thousands with a space between them: as it is no part of the number, they would change sides.
_THOUSANDS = re.compile(r"(?<=\d)[ \u2009](?=\d{3}(?!\d))")
_NUMBERS = re.compile(r"(\s*[0-9A-Za-z]+(?:[\s.,:/–-]+[0-9A-Za-z]+)*\s*)")
_BACK = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
# No character before this one is theirs.
_FIRST_BACK = "\u0590"


def reads_back(paragraph: TextParagraph, lang: str) -> bool:
    """True where the paragraph runs from right to left, in a deck of the language `lang`."""
    return not paragraph.verbatim and runs_back(((run.text, run.lang) for run in paragraph.runs), lang)


def has_other_direction(paragraph: TextParagraph) -> bool:
    """True where there are letters in the paragraph that are read from right to left."""
    return any(
        max(run.text, default="") >= _FIRST_BACK and _BACK & scripts_of(run.text) for run in paragraph.runs
    )


def begins_at_right(paragraph: TextParagraph, area: Area, lang: str) -> bool:
    """True where the paragraph is ranged right: as it runs; in cells and drawn shapes as the deck."""
    within = area.type or paragraph.verbatim
    return reads_back(paragraph, lang) if within else right_to_left(lang)


def set_apart(paragraph: TextParagraph, lang: str) -> tuple[Run, ...]:
    """The runs, with marks where those of the other direction end in signs, so that these stay there."""
    back = reads_back(paragraph, lang)
    return tuple(_set_apart(paragraph.runs, back, lang))


def _set_apart(runs: tuple[Run, ...], back: bool, lang: str) -> Iterator[Run]:
    for run in runs:
        own = _runs_back(run, lang, back)
        mark = RIGHT_TO_LEFT_MARK if own else LEFT_TO_RIGHT_MARK
        if own != back:
            yield replace(run, text=_between(mark, run.text))
        elif back and run.link:
            yield from _linked_parts(_in_order(run))
        else:
            yield _in_order(run) if back else run


def _linked_parts(run: Run) -> Iterator[Run]:
    """A link that is read back without its numbers: some programs cannot order them inside of one.

    Marks between them tell these programs that links, too, follow each other from right to left.
    """
    parts = [text for text in _NUMBERS.split(run.text) if text]
    if all(map(_NUMBERS.fullmatch, parts)):
        yield run
        return
    for text in parts:
        number = _NUMBERS.fullmatch(text)
        marked = f"{RIGHT_TO_LEFT_MARK}{text}{RIGHT_TO_LEFT_MARK}"
        yield replace(run, text=marked, link=None) if number else replace(run, text=text)


def _in_order(run: Run) -> Run:
    """A run that is read back, with what keeps the parts of names and of large numbers in their order."""
    text = _SIGNED.sub(rf"\g<0>{LEFT_TO_RIGHT_MARK}", run.text)
    return replace(run, text=_THOUSANDS.sub("\u00a0", text))


def _between(mark: str, text: str) -> str:
    """The text with the mark where it does not begin or end with what has a direction of its own."""
    before, after = text[0].isalpha(), text[-1].isalnum()
    return f"{'' if before else mark}{text}{'' if after else mark}"


def _runs_back(run: Run, lang: str, around: bool) -> bool:
    """The direction of a run: that of its language; of programs and addresses always from left to right."""
    if not any(map(str.isalnum, run.text)):
        return around
    if run.code or (run.link and run.link.url and not _BACK & scripts_of(run.text)):
        return False
    return right_to_left(run.lang or lang)
