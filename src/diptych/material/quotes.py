"""Quotation marks by language."""

from __future__ import annotations

from types import MappingProxyType

from diptych.material.languages.tags import tags_of

# Outer opening, outer closing, inner opening, inner closing; French sets them off by a thin space.
# Most are the delimiters of CLDR (en-GB and en-US have the same there), which babel does not carry; where
# schools and presses of a country set others, those: guillemets in Switzerland, gershayim in Hebrew.
_MARKS = MappingProxyType(
    {
        "en": ("“", "”", "‘", "’"),
        "de": ("„", "“", "‚", "‘"),
        "de-CH": ("«", "»", "‹", "›"),
        "de-LI": ("«", "»", "‹", "›"),
        "fr": ("«\u202f", "\u202f»", "“", "”"),
        "fr-CH": ("«", "»", "‹", "›"),
        "it": ("«", "»", "“", "”"),
        "it-CH": ("«", "»", "‹", "›"),
        "es": ("«", "»", "“", "”"),
        "es-MX": ("“", "”", "‘", "’"),
        "es-US": ("“", "”", "‘", "’"),
        "pt": ("«", "»", "“", "”"),
        "pt-BR": ("“", "”", "‘", "’"),
        "ca": ("«", "»", "“", "”"),
        "gl": ("«", "»", "“", "”"),
        "eu": ("«", "»", "“", "”"),
        "nl": ("“", "”", "‘", "’"),
        "da": ("»", "«", "›", "‹"),
        "nb": ("«", "»", "‘", "’"),
        "nn": ("«", "»", "‘", "’"),
        "no": ("«", "»", "‘", "’"),
        "sv": ("”", "”", "’", "’"),
        "fi": ("”", "”", "’", "’"),
        "is": ("„", "“", "‚", "‘"),
        "et": ("„", "“", "«", "»"),
        "lt": ("„", "“", "‚", "‘"),
        "pl": ("„", "”", "«", "»"),
        "cs": ("„", "“", "‚", "‘"),
        "sk": ("„", "“", "‚", "‘"),
        "sl": ("„", "“", "‚", "‘"),
        "hr": ("„", "”", "‚", "’"),
        "sr": ("„", "”", "’", "’"),
        "hu": ("„", "”", "»", "«"),
        "ro": ("„", "”", "«", "»"),
        "bg": ("„", "“", "’", "‘"),
        "ru": ("«", "»", "„", "“"),
        "uk": ("«", "»", "„", "“"),
        "be": ("«", "»", "„", "“"),
        "el": ("«", "»", "“", "”"),
        "hy": ("«", "»", "“", "”"),
        "ka": ("„", "“", "‚", "‘"),
        "tr": ("“", "”", "‘", "’"),
        "he": ("״", "״", "׳", "׳"),
        "ar": ("«", "»", "“", "”"),
        "fa": ("«", "»", "‹", "›"),
        "ur": ("“", "”", "‘", "’"),
        "zh": ("“", "”", "‘", "’"),
        "zh-Hant": ("「", "」", "『", "』"),
        "ja": ("「", "」", "『", "』"),
    }
)


def quotation_marks(lang: str) -> tuple[str, str, str, str]:
    """The marks that a reader of the language expects; English ones where we know no better."""
    return next((_MARKS[tag] for tag in tags_of(lang) if tag in _MARKS), _MARKS["en"])
