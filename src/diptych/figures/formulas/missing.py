"""Characters of formulas that no font for formulas has, all found before anything is set."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from diptych.figures.formulas.drawn import drawn_formula
from diptych.layout.theme import FormulaFiles
from diptych.material.findings import Finding, SourceError
from diptych.material.formulas.notation import Notation
from diptych.material.formulas.reader import read_formula
from diptych.material.formulas.tree import FormulaError
from diptych.material.markup import Rich
from diptych.material.model import Material
from diptych.material.place import Place


def check_characters(material: Material, files: FormulaFiles) -> None:
    """Raises SourceError with one finding for each formula that has a character which the fonts lack."""
    findings = dict.fromkeys(
        finding
        for notation, place, display in _formulas(material)
        if (finding := _missing(notation, place, display, files))
    )
    if findings:
        raise SourceError(tuple(sorted(findings, key=lambda finding: finding.place)))


def _missing(notation: str, place: Place, display: bool, files: FormulaFiles) -> Finding | None:
    try:
        drawn_formula(read_formula(notation), files, display)
    except FormulaError as error:
        return Finding(place, error.message, error.hint, at=error.char, kind="missing-glyph")
    return None


def _formulas(value: Any) -> Iterator[tuple[str, Place, bool]]:
    """The notation of every formula inside a value, its place, and whether it stands alone."""
    if isinstance(value, Rich):
        yield from ((span.formula, value.place, False) for span in value.spans if span.formula)
        yield from (one for span in value.spans if span.note for one in _formulas(span.note))
    elif isinstance(value, Notation):
        yield from ((value.text, value.place, True),) if value else ()
    elif isinstance(value, tuple):
        yield from (one for item in value for one in _formulas(item))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from (
            one for field in dataclasses.fields(value) for one in _formulas(getattr(value, field.name))
        )
