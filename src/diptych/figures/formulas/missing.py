"""Characters of formulas that no font for formulas has, all found before anything is set."""

from __future__ import annotations

from collections.abc import Iterable

from diptych.figures.formulas.drawn import drawn_formula
from diptych.layout.theme import FormulaFiles
from diptych.material.findings import Finding, SourceError
from diptych.material.formulas.found import FoundFormula
from diptych.material.formulas.reader import read_formula
from diptych.material.formulas.tree import FormulaError
from diptych.material.place import Place


def check_characters(formulas: Iterable[FoundFormula], files: FormulaFiles) -> None:
    """Raises SourceError with one finding for each formula that has a character which the fonts lack."""
    findings = dict.fromkeys(finding for one in formulas if (finding := _missing(*one, files)))
    if findings:
        raise SourceError(tuple(sorted(findings, key=lambda finding: finding.place)))


def _missing(notation: str, place: Place, display: bool, files: FormulaFiles) -> Finding | None:
    try:
        drawn_formula(read_formula(notation), files, display)
    except FormulaError as error:
        return Finding(place, error.message, error.hint, at=error.char, kind="missing-glyph")
    return None
