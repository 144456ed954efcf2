"""A document becomes the HTML of its handout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import Markup

from diptych.handout import contents, figures, qr, questions, words
from diptych.handout.anchors import Anchors
from diptych.handout.columns import long_columns
from diptych.handout.credits import credit_html, licence_html
from diptych.handout.drawings import Drawings
from diptych.handout.edition import STUDENT, Edition
from diptych.handout.fields import field_attributes, no_field
from diptych.handout.formula_font import FormulaFont, check_formulas, formula_font
from diptych.handout.inline import CALL, NOTE, InlineWriter
from diptych.handout.languages_css import finished
from diptych.handout.listings import Listings
from diptych.handout.printed_figures import PrintedFigures
from diptych.handout.prose import items_html, prose_html
from diptych.handout.tables import table_view
from diptych.handout.teaching import NOT_PRINTED, StudentPages, Teaching
from diptych.handout.templates import environment, faults_of_layouts
from diptych.handout.theme_css import theme_css
from diptych.handout.word_banks import WordBanks, check_gaps
from diptych.layout.load import Layout
from diptych.layout.setting import Setting
from diptych.layout.theme import Theme
from diptych.material import addresses
from diptych.material.answers import matching_order, printed_order, word_bank
from diptych.material.blocks import Figure, Formula
from diptych.material.document import Document
from diptych.material.licences import licence_address
from diptych.material.markup import Rich
from diptych.material.names import Names
from diptych.material.option_letters import letter, letters_of
from diptych.material.scripts import EAST_ASIAN, reads_from_left
from diptych.pdf.assets import picture_address, sheet_address
from diptych.pdf.page_number import page_number_css

if TYPE_CHECKING:
    from diptych.handout.formulas import DisplayedFormula
    from diptych.handout.organiser import Organiser

# Forms with a page of their own, and all that have a style sheet of their own.
_PAGES = MappingProxyType(
    {form: f"{form}.html" for form in ("cornell", "organiser", "flashcards", "exit-slips")}
)
_SHEETS = frozenset({"cloze", *_PAGES})


def render_html(
    document: Document,
    layout: Layout,
    slides: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    edition: Edition = STUDENT,
    student: StudentPages = NOT_PRINTED,
    setting: Setting | None = None,
    organiser: Organiser | None = None,
    templates: Environment | None = None,
    drawings: dict[Any, Any] | None = None,
) -> str:
    """An edition of the handout as HTML; its style sheets and pictures have virtual addresses.

    `slides` are the first and last slide of sections by name, for their headings to tell; `student` is what
    a teacher's edition, which has the same pages, tells of the student's. `setting` goes before the edition's
    own; `organiser` is what was planned for one; `templates` are the layout's where they are open already,
    and `drawings` keeps the figures that were drawn. A student's edition holds no answers, explanations,
    notes and misconceptions. Raises LayoutError where a template of the layout is faulty, SourceError for a
    cloze of a text that has no gap.
    """
    templates = templates or environment(layout)
    writer, context = _context(document, layout, slides, edition, setting, drawings)
    check_formulas(document.material, writer.formula_font)
    if organiser:
        from diptych.handout.organiser import organiser_functions

        context |= organiser_functions(organiser, writer)
    if edition.edition != "student":
        context |= _teaching(document, layout, context, student, templates, drawings)
    with faults_of_layouts():
        html = templates.get_template(_page(edition)).render(context)
    check_gaps(edition, writer)
    return finished(html, layout.theme, context["setting"])


def _teaching(
    document: Document,
    layout: Layout,
    context: Mapping[str, Any],
    student: StudentPages,
    templates: Environment,
    drawings: dict[Any, Any] | None,
) -> dict[str, Any]:
    """What a teacher is told; no student's edition is given any of it."""
    setting: Setting = context["setting"]
    written = setting.mm(setting.type.factor("small"))
    return {
        "teaching": Teaching(document, context["parts"], student, setting.column_width / written),
        "text_gaps": _text_gaps(document, layout, templates, drawings),
        "page_number_css": Markup(page_number_css(document.labels, student.pages)),
    }


def _text_gaps(
    document: Document, layout: Layout, templates: Environment, drawings: dict[Any, Any] | None
) -> list[str]:
    """The words of the gaps in running text, in the order in which the student's edition numbers them."""
    writer, context = _context(document, layout, {}, STUDENT, drawings=drawings)
    templates.get_template("handout.html").render(context)
    return writer.gap_words


def _page(edition: Edition) -> str:
    """The template of the whole page."""
    own = _PAGES.get(edition.form, "handout.html")
    asks = own in {"handout.html", "cornell.html"}
    return "answers.html" if edition.edition == "answers" and asks else own


def _sheets(edition: Edition, setting: Setting) -> list[str]:
    """The style sheets, later ones before earlier ones; the last is a layout's own."""
    form = [edition.form] if edition.form in _SHEETS else []
    fields = ["fields"] if edition.fillable else []
    squares = ["east-asian"] if setting.type.script in EAST_ASIAN else []
    return ["handout", "blocks", *form, *({edition.edition} - {"student"}), *fields, *squares, "custom"]


def _context(
    document: Document,
    layout: Layout,
    slides: Mapping[str, tuple[int, int]],
    edition: Edition,
    setting: Setting | None = None,
    drawings: dict[Any, Any] | None = None,
) -> tuple[InlineWriter, dict[str, Any]]:
    """Every name that a template may use, in one place, and the writer that gathers notes and gaps."""
    material, labels = document.material, document.labels
    setting = setting or edition.setting(layout, material.lang)
    parts = contents.printed_parts(material)
    # Pages of another form print neither sections nor references as the handout does: nothing to link to.
    anchors = contents.anchors(material, parts) if _page(edition) == "handout.html" else frozenset()
    field = field_attributes if edition.fillable else no_field
    font = formula_font(layout.theme, setting)
    writer = InlineWriter(document, anchors, edition.gaps, field, font)
    return writer, {
        "document": document,
        "edition": edition,
        "teaching": None,
        "material": material,
        "labels": labels,
        "parts": parts,
        "sources_left": contents.sources_left(material, parts),
        "timeline_left": contents.timeline_left(material, parts),
        "cited": document.bibliography.entries,
        "sheets": [sheet_address("handout", f"{name}.css") for name in _sheets(edition, setting)],
        "setting": setting,
        "direction_of": partial(_direction_of, from_right=setting.from_right),
        "direction": Markup(' dir="rtl"' if setting.from_right else ""),
        "theme_css": Markup(theme_css(layout.theme, setting)),
        "page_number_css": Markup(page_number_css(labels)),
        "notes": writer.notes,
        "links": partial(qr.printed_links, writer.links),
        "field": field,
        "NOTE": NOTE,
        "CALL": CALL,
        **_place_functions(document, slides),
        **_text_functions(writer, setting),
        **_block_functions(document, setting, layout.theme, font, drawings),
        **_form_functions(document, edition, writer, setting, layout.theme),
    }


def _form_functions(
    document: Document, edition: Edition, writer: InlineWriter, setting: Setting, theme: Theme
) -> dict[str, Any]:
    """What single forms of the handout need."""
    if edition.form == "cornell":
        from diptych.handout.cornell import Cornell, cornell_functions

        cornell = Cornell(document, setting)
        functions = _block_functions(document, cornell.setting, theme, writer.formula_font)
        return functions | cornell_functions(cornell, writer)
    if edition.form == "flashcards":
        from diptych.handout.flashcards import Flashcards, flashcards_functions

        return flashcards_functions(Flashcards(document, setting), writer)
    if edition.form == "exit-slips":
        from diptych.handout.exit_slips import ExitSlips, exit_slip_functions

        return exit_slip_functions(ExitSlips(document, setting, edition), writer)
    values: dict[str, Any] = {"missing_words": WordBanks(writer, edition).take}
    if edition.form == "prose":
        values["writing_lines"] = lambda question: 0
    return values


def _place_functions(
    document: Document, slides: Mapping[str, tuple[int, int]]
) -> dict[str, Callable[..., Any]]:
    names = Names(document.material.sections)
    anchors = Anchors(names)
    return {
        "anchor": anchors.attribute,
        "anchor_of": anchors.of,
        "anchored": anchors.on_first,
        "slides_of": lambda section: words.slides(slides.get(names.of(section)), document.labels),
    }


def _text_functions(writer: InlineWriter, setting: Setting) -> dict[str, Callable[..., Any]]:
    labels = writer.document.labels
    return {
        "rich": writer.rich,
        "headline": writer.headline,
        "after_notes": writer.without_notes,
        "asked": writer.question,
        "gap_word": writer.gap_word,
        "prose": partial(prose_html, write=writer.rich),
        "told": partial(prose_html, write=writer.without_notes),
        "items": partial(items_html, write=writer.rich),
        "credit": partial(credit_html, labels=labels, write=writer.rich),
        "licence": licence_html,
        "licence_address": licence_address,
        "running": partial(words.running, room=words.running_room(setting)),
        "date": labels.date,
        "number": writer.document.numbering.of,
        "source_letter": writer.document.numbering.source,
    }


def _block_functions(
    document: Document,
    setting: Setting,
    theme: Theme,
    font: FormulaFont,
    drawings: dict[Any, Any] | None = None,
) -> dict[str, Callable[..., Any]]:
    drawn = Drawings(theme, setting)
    drawings_of = PrintedFigures(document, drawn, {} if drawings is None else drawings)
    return {
        "kind": words.block_kind,
        "letter": partial(letter, letters=letters_of(document.labels)),
        "find_source": document.source,
        "by_date": contents.by_date,
        "table_view": partial(table_view, setting=setting),
        "long_columns": partial(long_columns, setting=setting),
        "listing": Listings(setting, theme),
        "formula": partial(_displayed, setting=setting, font=font),
        "picture": partial(_picture, document, setting),
        "drawn": drawn,
        "printed_timeline": drawings_of.timeline,
        "chart": drawings_of.chart,
        "map_drawing": drawings_of.map,
        "qr_code": partial(qr.printed_code, labels=document.labels),
        "address_words": addresses.shown,
        "instruction": partial(questions.instruction, labels=document.labels),
        "writing_lines": questions.writing_lines,
        "many_lines": partial(questions.many_lines, setting=setting),
        "matching_order": matching_order,
        "printed_order": printed_order,
        "word_bank": word_bank,
    }


def _displayed(block: Formula, setting: Setting, font: FormulaFont) -> DisplayedFormula:
    from diptych.handout.formulas import Formulas

    return Formulas(setting, font)(block)


def _direction_of(text: Rich, from_right: bool) -> Markup:
    """The attribute of a paragraph that is read against the page."""
    against = from_right and reads_from_left(span.text for span in text.spans)
    return Markup(' dir="ltr"' if against else "")


@dataclass(frozen=True)
class _PrintedPicture:
    """Where a picture is fetched and how large it is printed, in mm."""

    address: str
    width: float
    height: float


def _picture(document: Document, setting: Setting, figure: Figure) -> _PrintedPicture:
    file = document.pictures[figure.figure]
    return _PrintedPicture(
        picture_address(figure.figure),
        figures.printed_width(figure, file, setting),
        figures.printed_height(figure, file, setting),
    )
