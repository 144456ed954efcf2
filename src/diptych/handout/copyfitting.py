"""Copyfitting: how many lines a text takes, told from the widths of the letters in its own fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, NamedTuple

from diptych.figures.letter_widths import LetterWidths
from diptych.layout.setting import Setting
from diptych.layout.theme import Family
from diptych.material.labels import Labels
from diptych.material.line_ends import SQUARE_ENDS
from diptych.material.markup import Rich, Span
from diptych.material.spaces import with_firm_spaces

Role = Literal["text", "heading"]

# The share of a line that is left unused: features of fonts, such as figures of another form, widen a text.
_RESERVE = 0.02
# How finely a balanced measure is looked for.
_BALANCING_STEPS = 60
# After a space, after a hyphen or dash between letters, and beside a character that fills a square.
_ENDS = re.compile(rf" +|(?<=[^\W\d_][-‐–—])(?=[^\W\d_])|{SQUARE_ENDS}")


class _Word(NamedTuple):
    """What no line parts, and the space after it, in ems."""

    width: float
    space: float


@dataclass(frozen=True)
class Copyfitter:
    """Counts lines as they are set without dividing words; each font file is read once."""

    setting: Setting
    labels: Labels
    widths: LetterWidths = field(default_factory=LetterWidths, repr=False)

    def lines(
        self, text: Rich, width: float, factor: float = 1.0, role: Role = "text", bold: bool = False
    ) -> int:
        """How many lines the text takes on a measure of `width` mm; 0 where a word is wider than a line.

        `factor` is the size of its type beside the body's, `role` that of its family.
        """
        return _count(self._words(text, role, bold), width / self.setting.mm(factor))

    def balanced(
        self, text: Rich, width: float, factor: float = 1.0, role: Role = "text", bold: bool = False
    ) -> float:
        """The narrowest measure in mm, up to `width`, on which the text takes no more lines.

        So its lines become about as long as each other.
        """
        words, room = self._words(text, role, bold), width / self.setting.mm(factor)
        lines = _count(words, room)
        shares = (step / _BALANCING_STEPS for step in range(_BALANCING_STEPS // 3, _BALANCING_STEPS))
        return width * next((share for share in shares if _count(words, share * room) == lines), 1.0)

    def _words(self, text: Rich, role: Role, bold: bool) -> list[_Word]:
        return list(self._parted(text, role, bold))

    def _parted(self, text: Rich, role: Role, bold: bool) -> Iterator[_Word]:
        spans = [list(self._letters(span, role, bold)) for span in text.spans]
        ends = set(accumulate(map(len, spans)))
        widths = [width for letters in spans for _, width in letters]
        start = 0
        for gap in _ENDS.finditer("".join(char for letters in spans for char, _ in letters)):
            word, space = sum(widths[start : gap.start()]), sum(widths[gap.start() : gap.end()])
            # WeasyPrint leaves no space out at the end of a line where other type begins after it.
            yield _Word(word + space, 0.0) if gap.end() in ends else _Word(word, space)
            start = gap.end()
        yield _Word(sum(widths[start:]), 0.0)

    def _letters(self, span: Span, role: Role, bold: bool) -> Iterator[tuple[str, float]]:
        """Each character with its width in ems of the text around it."""
        kind = self.setting.type
        scale = kind.factor("raised") if span.position else kind.factor("code-words") if span.code else 1.0
        text = with_firm_spaces(span.text, span.lang or self.labels.lang, self.labels.months)
        for char, width in zip(text, self._widths(text, span, role, bold), strict=True):
            spaced = kind.letter_spacing + (kind.word_spacing if char.isspace() else 0.0)
            yield char, scale * width + spaced

    def _widths(self, text: str, span: Span, role: Role, bold: bool) -> Iterator[float]:
        kind = self.setting.type
        family: Family = kind.code if span.code else getattr(kind, role)
        # Where nothing is set in italics, bold stands for them.
        strong = bold or span.strong or span.gap or (span.emphasis and not kind.italics)
        italic = span.emphasis and kind.italics
        return self.widths.letters(text, kind.stack(family), kind.latin(family), strong, italic)


def _count(words: Sequence[_Word], room: float) -> int:
    """How many lines of so many ems the words take; 0 where one of them is wider."""
    room *= 1 - _RESERVE
    lines, used = 1, 0.0
    for word in words:
        if word.width > room:
            return 0
        if used and used + word.width > room:
            lines, used = lines + 1, 0.0
        used += word.width + word.space
    return lines
