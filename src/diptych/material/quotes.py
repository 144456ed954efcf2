"""Quotation marks by language."""

from __future__ import annotations

# Outer opening, outer closing, inner opening, inner closing; French sets them off by a thin space.
_MARKS = {
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "de-CH": ("«", "»", "‹", "›"),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "pt": ("«", "»", "“", "”"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "pl": ("„", "”", "«", "»"),
    "cs": ("„", "“", "‚", "‘"),
    "nl": ("“", "”", "‘", "’"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "da": ("»", "«", "›", "‹"),
}


def quotation_marks(lang: str) -> tuple[str, str, str, str]:
    """The marks that a reader of the language expects; English ones where we know no better."""
    return _MARKS.get(lang) or _MARKS.get(lang.split("-")[0]) or _MARKS["en"]
