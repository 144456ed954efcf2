"""A PDF is set in the layout's fonts alone, whatever the machine has installed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.sax.saxutils import escape

from diptych import meanwhile
from diptych.layout.theme import Family, Theme

# What pictures ask for by name, and the role in the theme that stands in for it.
_TWINS = {
    "serif": ("Georgia", "Times New Roman", "Times", "serif"),
    "sans": ("Calibri", "sans-serif"),
    "wide": ("Arial", "Helvetica", "Verdana", "DejaVu Sans", "Liberation Sans"),
    "mono": ("Courier New", "Courier", "Consolas", "monospace"),
}


@contextmanager
def only_fonts_of(theme: Theme) -> Iterator[None]:
    """While this lasts, Fontconfig knows no font of the system.

    A character that the theme's fonts lack then becomes an error, not another typeface. Fontconfig
    reads the variable FONTCONFIG_FILE whenever a font configuration is made.
    """
    with tempfile.TemporaryDirectory(prefix="diptych-fonts-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, "fonts.conf")
        file.write_text(_configuration(theme, Path(folder)), "utf-8")
        with meanwhile.variable("FONTCONFIG_FILE", str(file)):
            yield


def _configuration(theme: Theme, folder: Path) -> str:
    aliases = "".join(
        _alias(name, theme.fonts[role])
        for role, names in _TWINS.items()
        if role in theme.fonts
        for name in names
    )
    cache = f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>"
    return f'<?xml version="1.0"?>\n<fontconfig>{cache}{aliases}</fontconfig>\n'


def _alias(name: str, family: Family) -> str:
    prefer = f"<prefer><family>{escape(family.family)}</family></prefer>"
    return f'<alias binding="same"><family>{escape(name)}</family>{prefer}</alias>'
