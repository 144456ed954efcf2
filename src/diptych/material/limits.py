"""How much a source may hold, so that what a stranger wrote is read and built, or refused, in bounded time.

Each number is far above what a lesson needs; `docs/limits.md` lists them.
"""

from __future__ import annotations

from types import MappingProxyType

MAX_CHARACTERS = 2 * 1024 * 1024  # of a source, which is about 700 pages
MAX_VALUES = 100_000
MAX_DEPTH = 40
MAX_TEXT = 50_000  # characters of one text
MAX_WORD = 300  # characters without a space between
LONG_WORD = 100
MAX_LONG_WORDS = 20  # of one text
MAX_SPANS = 2_000  # pieces of one text that are marked up
MAX_BRACKETS = 50  # open at once in one text
MAX_LINES = 1_000  # of a program listing, and
MAX_LINE = 1_000  # characters of one of them
MAX_ITEMS = 1_000  # of one list
MAX_REFERENCE = 1_000  # characters of one work that is cited
MAX_CHOICES = 60  # options, pairs or items of one question
MAX_PRINTED_LINES = 15_000  # of a source, which is about 400 pages
MAX_ROWS = 400  # of a table, and
MAX_COLUMNS = 30
MAX_CELLS = 3_000
MAX_FINDINGS = 100  # that are told of one source

_MOST = 10_000
_MOST_OF = MappingProxyType(
    {
        "lines": 200,
        "notes_space": 200,
        "marks": 1_000,
        "minutes": 1_440,
        "count": 40,
        "options": 10,
        "colspan": MAX_COLUMNS,
        "rowspan": MAX_ROWS,
        "seed": 999_999_999,
    }
)


def largest(name: str) -> int:
    """The largest whole number that a key of this name may have."""
    return _MOST_OF.get(name, _MOST)
