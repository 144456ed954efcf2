"""What is found on the finished slides, told at the lines of the source that they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.deck.measure.fonts import Fonts
from diptych.deck.values import Deck, Slide
from diptych.deck.wordiness import MOST_WORDS, words_shown
from diptych.material.blocks import Activity, Exercise, Question, SourceExtract
from diptych.material.findings import Finding
from diptych.material.model import Material
from diptych.material.numbering import all_blocks
from diptych.material.place import NOWHERE
from diptych.proof.accessibility import Fault, author_faults, author_remarks
from diptych.proof.deck import faint_words, fit_faults
from diptych.proof.opc import OpenPackage

_SHORTEN = "shorten it, or give a shorter wording under `slide:`"
_STUDIED = (Activity, Exercise, Question, SourceExtract)
_FAINT = "choose another colour, or another picture behind them"


def slide_errors(deck: Deck, package: OpenPackage, fonts: Fonts) -> Iterator[Finding]:
    """What the author has to mend before the deck can be given out."""
    spilt = (Fault(*one, _SHORTEN, "overfull-slide") for one in fit_faults(package, fonts))
    for fault in (*author_faults(package), *spilt):
        yield _finding(deck.slides, fault)


def slide_warnings(deck: Deck, package: OpenPackage, material: Material) -> Iterator[Finding]:
    """What the author could do better: faint words, words for those who cannot see, too many words."""
    faint = (Fault(*one, _FAINT, "faint-words") for one in faint_words(package))
    for fault in (*faint, *author_remarks(package), *_long_slides(deck.slides, material)):
        yield _finding(deck.slides, fault)


def _long_slides(slides: Sequence[Slide], material: Material) -> Iterator[Fault]:
    """Slides with too many words to talk over; what a class works on, or looks up, it has time to read."""
    studied = {block.place for block in all_blocks(material.sections) if isinstance(block, _STUDIED)}
    for number, slide in enumerate(slides, 1):
        words = words_shown(slide)
        own = slide.shows and slide.place not in studied | {NOWHERE}
        if own and words > MOST_WORDS and not slide.hidden:
            told = f"{words} words are more than an audience reads while it listens ({MOST_WORDS} at most)"
            yield Fault(number, told, _SHORTEN, "long-slide")


def _finding(slides: Sequence[Slide], fault: Fault) -> Finding:
    """The fault, at the place of what the slide shows."""
    place = slides[fault.slide - 1].place
    return Finding(place, f"slide {fault.slide}: {fault.words}", fault.hint, kind=fault.kind)
