"""How wide the letters of a font are."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
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


def average_width(file: Path, script: str = "Latn") -> float:
    """The width of an ordinary character of running text in a script (ISO 15924), in ems."""
    if script in _JOINED:
        return Shaper(file).width(_JOINED[script]) / len(_JOINED[script])
    with opened_font(file) as font:
        widths, names, ems = font["hmtx"].metrics, font.getBestCmap(), font["head"].unitsPerEm
        known = (widths[names[ord(one)]][0] / ems if ord(one) in names else _UNKNOWN for one in _ORDINARY)
        return sum(known) / len(_ORDINARY)


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
