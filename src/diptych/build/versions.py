"""Which versions of what made the files: those on which their bytes depend."""

from __future__ import annotations

import ctypes
import re
import sys
import zlib
from collections.abc import Iterator
from types import MappingProxyType

from diptych import __version__

_PACKAGES = (
    "babel",
    "fonttools",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "pikepdf",
    "pillow",
    "pydyf",
    "pygments",
    "pyphen",
    "python-pptx",
    "pyyaml",
    "resvg-py",
    "segno",
    "uharfbuzz",
    "weasyprint",
    "xlsxwriter",
)
# Their versions are variables: of FriBidi a text, of GLib, which breaks lines, three numbers.
_TOLD = MappingProxyType(
    {
        "fribidi": ("libfribidi.so.0", "libfribidi.0.dylib", "libfribidi-0.dll", "fribidi-0.dll"),
        "glib": ("libglib-2.0.so.0", "libglib-2.0.0.dylib", "libglib-2.0-0.dll", "glib-2.0-0.dll"),
    }
)
_NUMBER = re.compile(rb"\d+(?:\.\d+)+")
_PARTS = ("major", "minor", "micro")
# The function that tells a library's version, and what its file is called on Linux, macOS and Windows.
_LIBRARIES = MappingProxyType(
    {
        "harfbuzz": (
            "hb_version_string",
            ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "harfbuzz.dll"),
        ),
        "pango": (
            "pango_version_string",
            ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll", "pango-1.0-0.dll"),
        ),
    }
)


def versions() -> dict[str, str]:
    """The version of Diptych, of Python, and of each library that can be asked, by name."""
    own = {
        "diptych": __version__,
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    return dict(sorted({**own, **dict(_packages()), **dict(libraries())}.items()))


def _packages() -> Iterator[tuple[str, str]]:
    from importlib import metadata

    for name in _PACKAGES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue


def libraries() -> Iterator[tuple[str, str]]:
    """The version of each library of the system's that can be asked, by name."""
    for library, (function, files) in _LIBRARIES.items():
        told = (version for file in files if (version := _ask(file, function)))
        if version := next(told, ""):
            yield library, version
    for library, files in _TOLD.items():
        told = (version for file in files if (version := _read(file, library)))
        if version := next(told, ""):
            yield library, version


def _ask(file: str, function: str) -> str:
    """What the function of a system library says; empty where there is no such library."""
    try:
        asked = getattr(ctypes.CDLL(file), function)
    except (OSError, AttributeError):
        return ""
    asked.restype = ctypes.c_char_p
    return bytes(asked()).decode("ascii", "replace")


def _read(file: str, library: str) -> str:
    """What the variables of a system library say; empty where there is no such library."""
    try:
        found = ctypes.CDLL(file)
        if library == "fribidi":
            told = ctypes.c_char_p.in_dll(found, "fribidi_version_info").value or b""
            number = _NUMBER.search(told)
            return number[0].decode("ascii") if number else ""
        parts = (ctypes.c_uint.in_dll(found, f"{library}_{part}_version") for part in _PARTS)
        return ".".join(str(part.value) for part in parts)
    except (OSError, ValueError):
        return ""
