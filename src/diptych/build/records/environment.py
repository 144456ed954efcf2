"""What makes the files, as far as their bytes may depend on it: our code, libraries, Python."""

from __future__ import annotations

import os
import platform
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from diptych.build.records.file_digests import FileDigests
from diptych.build.versions import libraries
from diptych.layout.shipped import shipped_layouts

# What has no version but its digest.
OURS = ("Diptych itself", "make_docs.py", "the layout behind all others")
_PACKAGE = Path(__file__).parents[2]
# Packages that Diptych asks for, and those that these do their work with.
_PACKAGES = frozenset(
    """
    babel brotli cffi cssselect2 fonttools jinja2 lxml markdown_it_py markupsafe mdurl pikepdf pillow pydyf
    pygments pypdfium2 pyphen python_pptx pyyaml resvg_py segno tinycss2 tinyhtml5 uharfbuzz weasyprint
    webencodings xlsxwriter zopfli
    """.split()  # noqa: SIM905 # one a line would be a page
)
_TOLD_TO_LIBRARIES = ("HB_", "PANGO")
_INSTALLED = re.compile(r"(.+?)-([^-]+)(?:-py.+)?\.(?:dist|egg)-info")


def environment(digests: FileDigests) -> dict[str, str]:
    """The digests of our code and of the layout behind all others, and the versions of all else, by name.

    Nothing is imported to ask it.
    """
    own = (
        digests.of_tree(_PACKAGE, "package", trusting=True),
        digests.of(_script(), "make_docs.py", trusting=True),
        digests.of_tree(shipped_layouts() / "classic", "layout classic"),
    )
    return {
        **dict(zip(OURS, own, strict=True)),
        "python": f"{platform.python_implementation()} {sys.version}",
        "system": f"{sys.platform} {platform.machine()}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **dict(_variables()),
        **dict(libraries()),
        **dict(_packages()),
    }


def _variables() -> Iterator[tuple[str, str]]:
    """What the user tells libraries that shape text: HarfBuzz draws other letters by HB_SHAPER_LIST."""
    for name in sorted(os.environ):
        if name.startswith(_TOLD_TO_LIBRARIES):
            yield f"the variable {name}", os.environ[name]


def _script() -> Path:
    """`make_docs.py`, beside the package or above it in a checkout."""
    beside = _PACKAGE.parent / "make_docs.py"
    return beside if beside.is_file() else _PACKAGE.parents[1] / "make_docs.py"


def _packages() -> Iterator[tuple[str, str]]:
    """The versions of packages by the names of the folders that tell of them; the first one counts."""
    told: set[str] = set()
    for folder in map(Path, dict.fromkeys(sys.path)):
        for entry in _entries(folder):
            if (found := _INSTALLED.fullmatch(entry)) and (name := _plain(found[1])) in _PACKAGES - told:
                told.add(name)
                yield name, found[2]


def _entries(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _plain(name: str) -> str:
    """A package's name as all write it alike (PyPA, "names and normalization")."""
    return re.sub(r"[-_.]+", "_", name).lower()
