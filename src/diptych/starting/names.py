"""The name of a source's folder and files, from its title."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

from diptych.build.sources import UsageError

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 60
# What a letter without its marks would misspell (DIN 5007-2), and Cyrillic letters (ISO 9, simplified).
_LETTERS = MappingProxyType(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d"}
    | dict(zip("абвгдеёзийклмнопрстуфхыэіў", "abvgdeeziiklmnoprstufhyeiu", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ь": "", "ъ": ""}
)


def name_from(title: str) -> str:
    """A name of small Latin letters, digits and hyphens; `lesson` where the title has none of them."""
    letters = "".join(_LETTERS.get(char, char) for char in unicodedata.normalize("NFC", title.casefold()))
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return words[:_LONGEST].rstrip("-") or "lesson"


def checked_name(name: str) -> str:
    """The name. Raises UsageError where no folder can be called so everywhere."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        raise UsageError(f"`{name}` will not do as a folder's name; use letters, digits and hyphens")
    return name
