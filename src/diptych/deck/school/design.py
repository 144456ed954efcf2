"""The design that a school's own template gives to a deck."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from diptych.deck.design.design import DeckDesign
from diptych.layout.load import Layout


class TemplateError(Exception):
    """A template that cannot be used; the message says what to do."""


def school_design(file: Path, layout: Layout, names: Mapping[str, str]) -> DeckDesign:
    """The design that the template in `file` gives.

    `names` are slide layouts of the template by the key of ours, as the author chose them. Raises
    TemplateError where the file is no presentation that can serve as one.
    """
    raise TemplateError(f"{file} cannot be used as a template")
