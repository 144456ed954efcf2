"""WeasyPrint is imported: without asking a compiler, and with a plain word where Pango is missing."""

from __future__ import annotations

import ctypes.util
import importlib
import importlib.util
import os
import platform
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from diptych import meanwhile
from diptych.pdf.columns import balance_columns_quickly
from diptych.pdf.font_tools import without_font_tools
from diptych.pdf.hyphenation import read_dictionaries_quickly
from diptych.pdf.missing_library import MissingLibraryError as MissingLibraryError
from diptych.pdf.quick_paths import draw_paths_quickly
from diptych.pdf.quick_types import read_types_quickly

# Says of the module that it was seen to, whoever imported it.
_HASTENED = "_hastened_by_diptych"


def import_weasyprint() -> ModuleType:
    """The module `weasyprint`, imported quickly. Raises MissingLibraryError where Pango is missing."""
    weasyprint = sys.modules.get("weasyprint") or _imported()
    if not hasattr(weasyprint, _HASTENED):
        _hasten(weasyprint)
        setattr(weasyprint, _HASTENED, True)
    return weasyprint


def _imported() -> ModuleType:
    with _quick_library_search(), without_font_tools(), warnings.catch_warnings():
        # Missing system fonts and an old HarfBuzz are of no account: the fonts are the layout's own.
        warnings.simplefilter("ignore")
        try:
            return importlib.import_module("weasyprint")
        except OSError as error:
            raise MissingLibraryError(missing_library_message()) from error


def _hasten(weasyprint: ModuleType) -> None:
    """What takes long without need takes less from now on."""
    read_dictionaries_quickly()
    read_types_quickly(weasyprint.text.ffi.ffi)
    balance_columns_quickly(weasyprint)
    draw_paths_quickly(weasyprint)


def missing_library_message() -> str:
    """The one line that says which package brings Pango on this system."""
    return f"PDF files need the library Pango, which is not on this system; install it: {_command()}"


def _command() -> str:
    if sys.platform == "win32":
        return "pip install gstreamer-libs"
    if sys.platform == "darwin":
        return "brew install pango"
    return _linux_command(_linux_names())


def _linux_command(names: list[str]) -> str:
    commands = {
        ("debian", "ubuntu"): "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ("fedora", "rhel", "centos"): "dnf install pango",
        ("alpine",): "apk add pango",
        ("arch",): "pacman -S pango",
        ("suse", "opensuse"): "zypper install libpango-1_0-0",
    }
    for systems, command in commands.items():
        if any(name in systems for name in names):
            return command
    return "the package is called pango, or libpango-1.0-0"


def _linux_names() -> list[str]:
    """The system's own name, and those of the systems that it is like."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return []
    return [release.get("ID", ""), *release.get("ID_LIKE", "").split()]


@contextmanager
def _quick_library_search() -> Iterator[None]:
    """`find_library` starts ldconfig, gcc and ld for every name; the plain file names serve as well."""
    folders = list(_bundled_folders())
    keep = [_add_dll_folder(folder) for folder in folders]
    with meanwhile.attribute(ctypes.util, "find_library", _finder(folders, ctypes.util.find_library)):
        yield
    del keep


def _finder(folders: list[Path], search: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """A search in the folders of a bundled Pango first; on Linux nothing more."""

    def find(name: str) -> str | None:
        for folder in folders:
            for file in (f"{name}.dll", f"lib{name}.dylib", f"lib{name}.0.dylib", f"lib{name}.1.dylib"):
                if (folder / file).is_file():
                    return str(folder / file)
        return None if sys.platform == "linux" else search(name)

    return find


def _bundled_folders() -> Iterator[Path]:
    """Where the package gstreamer-libs keeps Pango on Windows and macOS."""
    if sys.platform not in {"win32", "darwin"}:
        return
    binaries = "bin" if sys.platform == "win32" else "lib"
    for name, folder in (("gstreamer_libs", binaries), ("gstreamer_ext_runtime", "bin")):
        found = importlib.util.find_spec(name)
        if found and found.origin and (Path(found.origin).parent / folder).is_dir():
            yield Path(found.origin).parent / folder


def _add_dll_folder(folder: Path) -> object:
    add: Callable[[str], object] | None = getattr(os, "add_dll_directory", None)
    return add(str(folder)) if add else None
