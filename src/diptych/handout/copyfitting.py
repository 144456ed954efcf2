"""Copyfitting: how many lines a text takes, told from the widths of the letters in its own fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Literal, NamedTuple

from diptych.handout.spaces import with_firm_spaces
from diptych.layout.letters import opened_font
from diptych.layout.setting import Setting
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span

Role = Literal["text", "heading"]

# A letter that the font lacks, in ems; another font will show it.
_UNKNOWN = 0.75
# The share of a line that is left unused: features of fonts, such as figures of another form, widen a text.
_RESERVE = 0.02
# How finely a balanced measure is looked for.
_BALANCING_STEPS = 60
# After a space, and after a hyphen or dash between letters.
_ENDS = re.compile(r" +|(?<=[^\W\d_][-‐–—])(?=[^\W\d_])")


class _Word(NamedTuple):
    """What no line parts, and the space after it, in ems."""

    width: float
    space: float


@dataclass(frozen=True)
class Copyfitter:
    """Counts lines as they are set without dividing words; each font file is read once."""

    setting: Setting
    labels: Labels
    widths: dict[Path, Mapping[str, float]] = field(default_factory=dict, repr=False)

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
        advances = self._advances(span, role, bold)
        scale = kind.factor("raised") if span.position else kind.factor("code-words") if span.code else 1.0
        for char in with_firm_spaces(span.text, span.lang or self.labels.lang, self.labels.months):
            spaced = kind.letter_spacing + (kind.word_spacing if char.isspace() else 0.0)
            yield char, scale * advances.get(char, _UNKNOWN) + spaced

    def _advances(self, span: Span, role: Role, bold: bool) -> Mapping[str, float]:
        kind = self.setting.type
        family = kind.code if span.code else getattr(kind, role)
        # Where nothing is set in italics, bold stands for them.
        strong = bold or span.strong or span.gap or (span.emphasis and not kind.italics)
        file = family.file(strong, span.emphasis and kind.italics)
        if file not in self.widths:
            self.widths[file] = _read_advances(file)
        return self.widths[file]


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


def _read_advances(file: Path) -> Mapping[str, float]:
    """The advance widths of a font in ems, by character."""
    with opened_font(file) as font:
        metrics, units = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / units for code, name in font.getBestCmap().items()}
