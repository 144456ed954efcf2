"""The font that formulas in a handout are drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from diptych.layout.letters import opened_font
from diptych.layout.setting import Setting
from diptych.layout.theme import FormulaFiles, Theme
from diptych.material.formulas.found import formulas_in
from diptych.material.model import Material

# Beside a text of large letters formulas are larger, but so much at most.
_MOST, _USUAL = 1.12, 0.47


@dataclass(frozen=True)
class FormulaFont:
    """The font that formulas are drawn with, and how much larger than the text it is set beside it."""

    file: FormulaFiles = FormulaFiles()
    scale: float = 1.0


def formula_font(theme: Theme, setting: Setting) -> FormulaFont:
    """The font, so large that its small letters are about as high as those of the text's font."""
    files, text = theme.formulas.preferring(setting.type.script), setting.type.text.regular
    return FormulaFont(files, round(min(max(_x_height(text) / _x_height(files.math), 1.0), _MOST), 3))


@lru_cache(maxsize=16)
def _x_height(file: Path) -> float:
    """How high small letters are, in ems; the usual where the font does not say."""
    with opened_font(file) as font:
        units = float(font["head"].unitsPerEm)
        return float(getattr(font["OS/2"], "sxHeight", 0)) / units or _USUAL


def check_formulas(material: Material, font: FormulaFont) -> None:
    """Raises SourceError for all characters of formulas at once that the fonts lack.

    What draws formulas is imported when there is one.
    """
    if formulas := tuple(formulas_in(material)):
        from diptych.figures.formulas.missing import check_characters

        check_characters(formulas, font.file)
