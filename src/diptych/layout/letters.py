"""How wide the letters of a font are, and how they look."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diptych.deck.measure.shaping import Shaper

# Letters, blanks and signs about as often as the languages of Europe have them.
_ORDINARY = (
    "eeeeeeeeeeeeaaaaaaannnnnnniiiiiiirrrrrrtttttttsssssssoooooolllluuuudddddccchhhhmmmpppgggvvffbbkwyzj"
    "ABDEGHIKLMNPRSTVW0129                   ,,.."
)
# The same of scripts whose letters join.
_JOINED = MappingProxyType(
    {
        "Arab": "كان العلماء في بغداد يترجمون كتب الطب والفلك والحساب من اليونانية والسريانية "
        "إلى اللغة العربية، وقد شجعهم الخلفاء على ذلك منذ القرن الثامن.",
        "Hebr": "בימים ההם למדו התלמידים בבית הספר על תולדות הארץ, על המסחר ועל המלאכה, "
        "וקראו ספרים רבים בשפות אחרות.",
    }
)
_UNKNOWN = 0.5


@dataclass(frozen=True)
class Letters:
    """The characters of one font file; each is looked up when it is first asked for, by HarfBuzz.

    To read all widths of a font takes a hundred times as long as those of a page.
    """

    file: Path
    known: dict[str, float | None] = field(default_factory=dict, repr=False, compare=False)

    def advance(self, char: str) -> float | None:
        """The width of a character in ems; None where the font lacks it."""
        if char not in self.known:
            font, units = self._opened
            glyph = font.get_nominal_glyph(ord(char))
            self.known[char] = font.get_glyph_h_advance(glyph) / units if glyph else None
        return self.known[char]

    def draw(self, char: str, pen: Any) -> None:
        """Draw a character with a pen such as fontTools has, in units; nothing where the font lacks it."""
        font, _ = self._opened
        if glyph := font.get_nominal_glyph(ord(char)):
            font.draw_glyph_with_pen(glyph, pen)

    @property
    def units(self) -> int:
        """Units of an em."""
        return self._opened[1]

    @cached_property
    def _opened(self) -> tuple[Any, int]:
        import uharfbuzz  # type: ignore[import-untyped]

        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.file)))
        return uharfbuzz.Font(face), face.upem


def average_width(file: Path, script: str = "Latn") -> float:
    """The width of an ordinary character of running text in a script (ISO 15924), in ems."""
    if script in _JOINED:
        return Shaper(file).width(_JOINED[script]) / len(_JOINED[script])
    known = map(Letters(file).advance, _ORDINARY)
    return sum(_UNKNOWN if width is None else width for width in known) / len(_ORDINARY)


@contextmanager
def opened_font(file: Path) -> Iterator[Any]:
    """The font of a file, as fontTools reads it.

    The table `head` of good fonts may hold odd dates, of which fontTools would warn.
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    log = logging.getLogger("fontTools.ttLib.tables._h_e_a_d")
    log.addFilter(_pass_over)
    try:
        with TTFont(file, lazy=True) as font:
            yield font
    finally:
        log.removeFilter(_pass_over)


def _pass_over(_: logging.LogRecord) -> bool:
    return False
