"""The footer of a slide: what it belongs to, cut to one line, and where it stands in the handout."""

from __future__ import annotations

from diptych.deck.measure.fit import sized
from diptych.deck.measure.heights import paragraph_lines
from diptych.deck.plan.paragraphs import line
from diptych.deck.plan.studio import Studio

_BETWEEN = " · "


def footer_text(studio: Studio, layout: str, words: str, mark: str = "") -> str:
    """The words and the mark, in the one line that the footer of the slide layout has.

    Where they are too long, the words are cut and end in an ellipsis; the mark is never cut. Empty where
    there is no footer, or where it does not even hold the mark.
    """
    parts = words.rstrip("…").split()
    for count in range(len(parts), -1, -1):
        kept = words if count == len(parts) else " ".join(parts[:count]) + "…" * bool(count)
        text = _BETWEEN.join(filter(None, (kept, mark)))
        if not text or _is_one_line(studio, layout, text):
            return text
    return ""


def _is_one_line(studio: Studio, layout: str, text: str) -> bool:
    area = studio.layouts[layout].placeholders.get("footer")
    if area is None:
        return False
    (paragraph,) = sized([line(studio.voice.words(text))], area.sizes[0], area)
    return paragraph_lines(paragraph, area, studio.fonts) == 1
