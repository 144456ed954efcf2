"""Python, the packages that Diptych is made with, and the libraries of the system."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata

from diptych.build.versions import versions
from diptych.doctor.diagnosis import Diagnosis

LEAST_PYTHON = (3, 11)
# pdf_ua.py writes tags with parts of WeasyPrint that other major versions do not have.
WEASYPRINT = "70"
# The first Pango and HarfBuzz that WeasyPrint takes (its page "First Steps").
_LEAST = {"pango": (1, 44), "harfbuzz": (4, 1)}
_SPELT = {"pango": "Pango", "harfbuzz": "HarfBuzz"}
# The packages that pyproject.toml asks for, by the modules that are imported; WeasyPrint stands by itself.
PACKAGES = {
    "babel": "babel",
    "fonttools": "fontTools",
    "jinja2": "jinja2",
    "lxml": "lxml",
    "markdown-it-py": "markdown_it",
    "pikepdf": "pikepdf",
    "pillow": "PIL",
    "pygments": "pygments",
    "pypdfium2": "pypdfium2",
    "python-pptx": "pptx",
    "pyyaml": "yaml",
    "resvg-py": "resvg_py",
    "segno": "segno",
    "tinycss2": "tinycss2",
    "uharfbuzz": "uharfbuzz",
    "xlsxwriter": "xlsxwriter",
}


def look_at_libraries() -> Iterator[Diagnosis]:
    """Whether everything that is imported is there, in versions that will do."""
    yield _python()
    missing = [name for name, module in PACKAGES.items() if not _imports(module)]
    if missing:
        yield Diagnosis(
            "packages", "ill", f"missing: {', '.join(missing)}", f"pip install {' '.join(missing)}"
        )
    else:
        yield Diagnosis("packages", "well", f"all {len(PACKAGES)} are here")
    yield _weasyprint()
    yield from _system_libraries()


def _python() -> Diagnosis:
    version = platform.python_version()
    if sys.version_info < LEAST_PYTHON:
        return Diagnosis("Python", "ill", version, "install Python 3.11 or later")
    return Diagnosis("Python", "well", version)


def _imports(module: str) -> bool:
    try:
        __import__(module)
    except ImportError:
        return False
    return True


def _weasyprint() -> Diagnosis:
    from diptych.pdf.weasyprint_import import MissingLibraryError, import_weasyprint

    mend = f"pip install 'weasyprint=={WEASYPRINT}.*'"
    try:
        version = metadata.version("weasyprint")
        import_weasyprint()
    except metadata.PackageNotFoundError:
        return Diagnosis("WeasyPrint", "ill", "missing", mend)
    except MissingLibraryError as error:
        message, _, command = str(error).partition("; install it: ")
        return Diagnosis("WeasyPrint", "ill", message, command)
    if version.split(".")[0] != WEASYPRINT:
        return Diagnosis("WeasyPrint", "ill", f"{version} is another major version", mend)
    return Diagnosis("WeasyPrint", "well", version)


def _system_libraries() -> Iterator[Diagnosis]:
    known = versions()
    for name, least in _LEAST.items():
        version = known.get(name, "")
        if not version:
            # Told of where WeasyPrint is: without Pango it cannot be imported.
            continue
        numbers = tuple(map(int, re.findall(r"\d+", version)[:2]))
        if numbers >= least:
            yield Diagnosis(_SPELT[name], "well", version)
        else:
            mend = f"{'.'.join(map(str, least))} or later sets pages as they should be"
            yield Diagnosis(_SPELT[name], "note", version, mend)
