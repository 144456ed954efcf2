"""Where a sentence ends: at its mark, but not at the full stop of an abbreviation, initial or ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Marks, what closes after them (French sets a narrow space before it), then a space where lines may break.
# Chinese and Japanese set no space.
_MARKS = re.compile(
    r"(?P<mark>[.!?…]+)(?:[\u00a0\u202f]?[”’»“\")\]])*[ \t\n\u2000-\u2006\u2008-\u200a]+"
    r"|(?P<wide>[。！？]+)[」』）”]*"
)
_OPENING = "“„«»‘‚\"'([¿¡ \u00a0\u202f"
# Abbreviations that something always follows, in the languages that there are labels for.
_FOLLOWED = """
    dr mr mrs ms messrs prof st gen col lt capt sgt cpl maj adm cmdr rev hon sen gov pres supt
    cf vs ca approx eds viz bros
    vgl bspw sog geb gest ggf evtl bzw hrsg frhr hl stellv
    mme mlle mgr sr sra srta dña dott sig avv dhr mevr drs
    им тов см проф акад ген ул
"""
# Those that a number follows, and that are words otherwise.
_NUMBERED = """
    no nos nr p pp vol vols fig figs art ch sec par bd abb abs kap tab op num núm cap t
    jan feb mar apr jun jul aug sep sept oct okt nov dec dez
"""
_ALWAYS, _BEFORE_NUMBERS = frozenset(_FOLLOWED.split()), frozenset(_NUMBERED.split())
_ORDINAL = re.compile(r"\d{1,2}")


def sentence_starts(text: str) -> tuple[int, ...]:
    """The places in the text where a further sentence begins.

    In doubt there is none: two sentences kept together read better than one torn in two.
    """
    return tuple(_starts(text))


def _starts(text: str) -> Iterator[int]:
    for match in _MARKS.finditer(text):
        following = text[match.end() :].lstrip(_OPENING)[:1]
        if not following or following.islower():
            continue
        if match["mark"] != "." or not _is_abbreviated(text[: match.start()], following):
            yield match.end()


def _is_abbreviated(before: str, following: str) -> bool:
    """True where the full stop after these words ends no sentence but shortens a word or counts."""
    word = before.rpartition(" ")[2].rpartition("\u00a0")[2].lstrip(_OPENING).casefold()
    if len(word) == 1 and word.isalpha():
        return True
    if "." in word or _ORDINAL.fullmatch(word) or word in _ALWAYS:
        return True
    return word in _BEFORE_NUMBERS and following.isdigit()
