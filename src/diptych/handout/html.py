"""A document becomes the HTML of its handout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markupsafe import Markup

from diptych.handout import contents, figures, questions, words
from diptych.handout.assets import picture_address, sheet_address
from diptych.handout.credits import credit_html, licence_address, licence_html
from diptych.handout.inline import CALL, NOTE, InlineWriter
from diptych.handout.prose import items_html, prose_html
from diptych.handout.tables import table_view
from diptych.handout.templates import environment
from diptych.handout.theme_css import page_number_css, theme_css
from diptych.layout.load import Layout
from diptych.material.answers import matching_order, printed_order, word_bank
from diptych.material.blocks import Figure
from diptych.material.document import Document


def render_html(document: Document, layout: Layout) -> str:
    """The student's handout as HTML; its style sheets and pictures have virtual addresses.

    Answers, explanations, notes and misconceptions are no part of it. Raises jinja2.TemplateError
    where a template of the layout is faulty.
    """
    template = environment(layout).get_template("handout.html")
    return template.render(_context(document, layout))


def _context(document: Document, layout: Layout) -> dict[str, Any]:
    """Every name that a template may use, in one place."""
    material, labels = document.material, document.labels
    parts = contents.printed_parts(material)
    writer = InlineWriter(document, contents.anchors(material, parts))
    return {
        "document": document,
        "material": material,
        "labels": labels,
        "parts": parts,
        "sources_left": contents.sources_left(material, parts),
        "timeline_left": contents.timeline_left(material, parts),
        "cited": document.bibliography.entries,
        "sheets": [sheet_address("handout.css"), sheet_address("blocks.css"), sheet_address("custom.css")],
        "theme_css": Markup(theme_css(layout.theme)),
        "page_number_css": Markup(page_number_css(labels)),
        "notes": writer.notes,
        "NOTE": NOTE,
        "CALL": CALL,
        **_text_functions(writer),
        **_block_functions(document),
    }


def _text_functions(writer: InlineWriter) -> dict[str, Callable[..., Any]]:
    labels = writer.document.labels
    return {
        "rich": writer.rich,
        "after_notes": writer.without_notes,
        "asked": writer.question,
        "prose": partial(prose_html, write=writer.rich),
        "items": partial(items_html, write=writer.rich),
        "credit": partial(credit_html, labels=labels, write=writer.rich),
        "licence": licence_html,
        "licence_address": licence_address,
        "anchor": _Anchors().attribute,
        "running": words.running,
        "date": labels.date,
        "number": writer.document.numbering.of,
        "source_letter": writer.document.numbering.source,
    }


def _block_functions(document: Document) -> dict[str, Callable[..., Any]]:
    return {
        "kind": words.block_kind,
        "letter": words.letter,
        "find_source": document.source,
        "by_date": contents.by_date,
        "table_view": table_view,
        "picture": partial(_picture, document),
        "instruction": partial(questions.instruction, labels=document.labels),
        "writing_lines": questions.writing_lines,
        "matching_order": matching_order,
        "printed_order": printed_order,
        "word_bank": word_bank,
    }


@dataclass
class _Anchors:
    """Ids as attributes, each once: a source that is printed twice is linked to where it stands first."""

    given: set[str] = field(default_factory=set)

    def attribute(self, name: str) -> Markup:
        """The attribute with a blank before it; nothing where there is no name or it was given."""
        if not name or name in self.given:
            return Markup("")
        self.given.add(name)
        return Markup(' id="{}"').format(name)


@dataclass(frozen=True)
class _PrintedPicture:
    """Where a picture is fetched and how large it is printed, in mm."""

    address: str
    width: float
    height: float


def _picture(document: Document, figure: Figure) -> _PrintedPicture:
    file = document.pictures[figure.figure]
    return _PrintedPicture(
        picture_address(figure.figure),
        figures.printed_width(figure, file),
        figures.printed_height(figure, file),
    )
