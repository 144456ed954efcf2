"""Designs read from templates that were made for a test, and decks in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from diptych.deck.design.design import DeckDesign
from diptych.deck.school.design import school_design
from diptych.layout.load import load_layout
from diptych.material.document import Document
from diptych.material.prepare import prepare
from diptych.material.reader import read_material

ROOT = Path(__file__).parents[3]
LAYOUT = load_layout("classic")


def design_of(
    template: bytes, folder: Path, names: Mapping[str, str] | None = None, lang: str = ""
) -> DeckDesign:
    """The design that the template gives to a deck in that language; `names` are the author's."""
    file = folder / "school.pptx"
    file.write_bytes(template)
    return school_design(file, LAYOUT, names or {}, lang)


def lesson(name: str) -> Document:
    """One of the lessons that come with the repository."""
    path = ROOT / "sources" / name / f"{name}.yaml"
    material = read_material(path.read_text("utf-8"))
    return prepare(material, path.parent, LAYOUT.labels(material.lang))
