"""C types that WeasyPrint names in words are made out at once, without a parser of C.

cffi takes some milliseconds for each of them, as it reads all declarations again, and the fonts of a file
ask for several.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_PLAIN = re.compile(r"(?P<name>\w+(?: int)?) ?(?P<pointers>\**)(?P<array>\[\d*\])?")
_OF_C = frozenset({"char", "int", "unsigned int"})


def read_types_quickly(ffi: Any) -> None:
    """From now on this cffi interface makes out plain types (`PangoRectangle *`, `char[4]`) by itself."""
    if hasattr(ffi, "_parser"):
        ffi._parser.parse_type = quick_reader(ffi._parser)


def quick_reader(parser: Any) -> Callable[[str], Any]:
    """What makes out a type: at once where it is plain, else by cffi's own parser."""
    slow = parser.parse_type

    def read(text: str) -> Any:
        found = _PLAIN.fullmatch(text)
        known = _known(parser, found["name"]) if found else None
        return slow(text) if found is None or known is None else _built(known, found)

    return read


def _known(parser: Any, name: str) -> Any:
    """The type of a name that was declared, or that every C has; None for any other."""
    from cffi import model  # type: ignore[import-untyped]

    if name in _OF_C:
        return model.PrimitiveType(name)
    known, qualifiers = parser._declarations.get(f"typedef {name}", (None, 0))
    return None if qualifiers else known


def _built(known: Any, found: re.Match[str]) -> Any:
    from cffi import model

    for _ in found["pointers"]:
        known = model.PointerType(known)
    if found["array"]:
        length = found["array"][1:-1]
        known = model.ArrayType(known, int(length) if length else None)
    return known
