"""Bibliographies made from a few references, and their words with marks for italics."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from diptych.layout.load import load_layout
from diptych.material.citing.bibliography import Bibliography
from diptych.material.facts import StyleName
from diptych.material.markup import Cite, Rich, Span
from diptych.material.reader import read_material


def data(name: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))


def bibliography(references: list[Any], style: StyleName, lang: str = "en") -> Bibliography:
    listed = yaml.safe_dump(references, allow_unicode=True)
    material = read_material(f"title: T\nreferences:\n{listed}sections: [{{title: S}}]")
    assert len(material.references) == len(references)
    return Bibliography(material.references, load_layout("classic").labels(lang), style)


def marked(text: Rich | tuple[Span, ...]) -> str:
    """The words with asterisks around what is in italics, and plain blanks."""
    spans = text.spans if isinstance(text, Rich) else text
    words = "".join(f"*{span.text}*" if span.emphasis else span.text for span in spans)
    return words.replace("\u00a0", " ")


def entries(listed: Bibliography) -> dict[str, str]:
    """The entries by key, in their order."""
    return {reference.id: marked(entry) for reference, entry in listed.entries}


def cites(text: str) -> tuple[Cite, ...]:
    """What a citation in a source says."""
    material = read_material(f'title: "T {text}"\nsections: [{{title: S}}]')
    found = [span.cites for span in material.title.spans if span.cites]
    assert len(found) == 1
    return found[0]


def cited(listed: Bibliography, text: str) -> str:
    """The citation as it is printed."""
    return marked(listed.short(cites(text)))
