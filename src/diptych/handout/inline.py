"""Marked-up text becomes HTML: links, notes, citations and gaps in the order in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, groupby

from markupsafe import Markup, escape

from diptych.handout.edition import Gaps
from diptych.handout.fields import FieldWriter, no_field
from diptych.handout.formula_font import FormulaFont
from diptych.handout.prose import prose_html
from diptych.material.blocks import Question
from diptych.material.checks import texts_of
from diptych.material.document import Document
from diptych.material.line_ends import width_in_letters
from diptych.material.markup import Cite, Prose, Rich, Span
from diptych.material.numbering import all_blocks
from diptych.material.phrases import MOST, phrases
from diptych.material.place import NOWHERE, Place
from diptych.material.scripts import EAST_ASIAN, reads_from_left, right_to_left, script_of_language
from diptych.material.spaces import with_firm_spaces

# Addresses, and names that end in signs.
_FROM_LEFT = re.compile(r"(https?://[^\s<>()،؛]*[^\s<>()،؛.,;:!?]|(?<!\w)[A-Za-z]\w*[+#]+(?!\w))")
NOTE = "note:"  # a colon stands in no id of a source, so these anchors meet no other
CALL = "call:"
_BLANK = "\u00a0"
# How wide a blank is: for a hand that writes a word of so many letters.
_EM_A_LETTER, _NARROWEST, _WIDEST = 0.6, 5.0, 13.0


@dataclass
class InlineWriter:
    """Writes marked-up text as HTML, and keeps the notes that it meets on the way.

    Texts must be written in reading order: notes are numbered as they come. `anchors` are the ids
    that the handout has; a link to anything else stays plain text. `gaps` says how the gaps of running
    text are printed; those of questions are blank, or written where all are. `gap_words` are the words
    of the text's own gaps, `links` the words and addresses of its links. `field_of` marks gaps as fields.
    Formulas are drawn with `formula_font`.
    """

    document: Document
    anchors: frozenset[str]
    gaps: Gaps = "blank"
    field_of: FieldWriter = no_field
    formula_font: FormulaFont = FormulaFont()
    notes: list[Markup] = field(default_factory=list)
    gap_words: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    _gap_number: int = 0
    _gap_width: float = 0
    _asked_in: str = ""
    _inside_note: bool = False
    _in_phrases: bool = False
    _place: Place = NOWHERE

    def rich(self, text: Rich) -> Markup:
        """One paragraph without a tag around it. `<a>` never holds elements, as tagged PDF requires."""
        self._place = text.place if text.place != NOWHERE else self._place
        written = Markup("").join(self._passages(text))
        return _joined(written) if any(span.formula for span in text.spans) else written

    def headline(self, text: Rich) -> Markup:
        """The same for what is short and large: in Chinese and Japanese its lines end where phrases do."""
        self._in_phrases = script_of_language(self.document.labels.lang) in EAST_ASIAN
        written = self.rich(text)
        self._in_phrases = False
        return written

    def without_notes(self, text: Rich) -> Markup:
        """The same with the addresses of links in parentheses; for what stands after the notes."""
        inside, self._inside_note = self._inside_note, True
        written = self.rich(text)
        self._inside_note = inside
        return written

    def question(self, prose: Prose, name: str = "") -> Markup:
        """The words of a question, whose gaps are numbered from 1 and apart from those of the text.

        Its name goes before those of its gaps where these are fields.
        """
        before = self.gaps, self._gap_number, self._gap_width
        known = len(self.gap_words)
        self.gaps = "blank" if self.gaps == "filled" else self.gaps
        self._gap_number, self._gap_width, self._asked_in = 0, gap_width((prose,)), name
        written = prose_html(prose, self.rich)
        self.gaps, self._gap_number, self._gap_width = before
        self._asked_in = ""
        del self.gap_words[known:]
        return written

    def _passages(self, text: Rich) -> Iterator[Markup]:
        """Each passage in one language as a whole: WeasyPrint sets boxes in the order of what holds them.

        Words in Latin letters that are not marked as another language are one in what is read from the right.
        """
        lang = self.document.labels.lang
        back = right_to_left(lang)
        spans = [part for span in text.spans for part in (_parted(span) if back else (span,))]
        kinds = [(span.lang, back and not span.gap and reads_from_left([span.text])) for span in spans]
        for (own, against), group in groupby(zip(kinds, spans, strict=True), key=lambda one: one[0]):
            words = Markup("").join(self._span(span) for _, span in group)
            if own:
                yield Markup('<span lang="{}">{}</span>').format(own, words)
            else:
                yield Markup('<span dir="ltr">{}</span>').format(words) if against else words

    def _span(self, span: Span) -> Markup:
        if span.note is not None:
            return self._note(span.note)
        if span.cites:
            return self._citation(span.cites)
        if span.gap:
            return self._gap(span)
        if span.formula:
            return self._formula(span)
        return self._styled(span, self._linked(span))

    def gap_word(self, word: str) -> Markup:
        """The word of a gap, drawn where it is a formula."""
        formula = self._gap_formulas.get(word)
        return self._formula(formula) if formula else escape(word)

    @cached_property
    def _gap_formulas(self) -> dict[str, Span]:
        spans = (span for text in texts_of(self.document.material) for span in text.spans)
        return {span.text: span for span in spans if span.gap and span.formula}

    def _formula(self, span: Span) -> Markup:
        from diptych.handout.formulas import inline_formula

        lang = span.lang or self.document.labels.lang
        drawn = inline_formula(span.formula, span.spoken, lang, self.formula_font, self._place)
        linked = self._inner_link(span.link[1:], drawn) if span.link.startswith("#") else drawn
        return self._styled(span, linked)

    def _styled(self, span: Span, words: Markup) -> Markup:
        for tag, wanted in (
            ("code", span.code),
            ("sub", span.position == "sub"),
            ("sup", span.position == "super"),
            ("em", span.emphasis),
            ("strong", span.strong),
        ):
            if wanted:
                words = Markup("<{0}>{1}</{0}>").format(Markup(tag), words)
        return words

    def _linked(self, span: Span) -> Markup:
        words = self._words(span)
        if not span.link:
            return words
        if span.link.startswith("#"):
            return self._inner_link(span.link[1:], words)
        self.links.append((span.text, span.link))
        link = Markup('<a href="{}">{}</a>').format(span.link, words)
        return link + self._address(span)

    def _words(self, span: Span) -> Markup:
        if span.code or span.lang or not self._in_phrases:
            return escape(span.text if span.code else self._firm(span))
        whole = Markup('<span class="phrase">{}</span>')
        parts = phrases(self._firm(span))
        return Markup("").join(whole.format(one) if len(one) <= MOST else escape(one) for one in parts)

    def _firm(self, span: Span) -> str:
        """Its words, with no-break spaces where no line may end."""
        labels = self.document.labels
        return with_firm_spaces(span.text, span.lang or labels.lang, labels.months)

    def _inner_link(self, anchor: str, words: Markup) -> Markup:
        if anchor not in self.anchors:
            return words
        return Markup('<a class="inner" href="#{}">{}</a>').format(anchor, words)

    def _address(self, span: Span) -> Markup:
        """Where a link leads, for readers on paper; nothing where the words say so already."""
        address = span.link.removeprefix("mailto:")
        if span.text.strip() in address:
            return Markup("")
        printed = Markup('<a href="{}">{}</a>').format(span.link, address)
        return Markup(" ({})").format(printed) if self._inside_note else self._call(printed)

    def _note(self, note: Rich) -> Markup:
        words = self.without_notes(note)
        return Markup(" ({})").format(words) if self._inside_note else self._call(words)

    def _call(self, words: Markup) -> Markup:
        self.notes.append(words)
        number = len(self.notes)
        title = self.document.labels("note_number", number=number)
        return Markup(
            '<sup class="call" data-tag="Reference"><a id="{0}{2}" href="#{1}{2}" title="{3}">{2}</a></sup>'
        ).format(CALL, NOTE, number, title)

    def _citation(self, cites: tuple[Cite, ...]) -> Markup:
        return Markup("").join(self._cited(*part) for part in self.document.bibliography.parts(cites))

    def _cited(self, key: str, words: Rich) -> Markup:
        # Emphasis stands around links: inside them it would part what is read as one link.
        linked = (self._inner_link(key, escape(span.text)) for span in words.spans)
        return Markup("").join(map(self._styled, words.spans, linked))

    def _gap(self, span: Span) -> Markup:
        """A blank with a number to see and words for those who listen; or its word, in it or in its place."""
        if self.gaps == "filled":
            return Markup('<strong class="filled">{}</strong>').format(self.gap_word(span.text))
        self._gap_number += 1
        self.gap_words.append(span.text)
        self._gap_width = self._gap_width or gap_width(self._running_texts())
        written = self.gaps == "written"
        word = Markup('<span class="written">{}</span>').format(self.gap_word(span.text)) if written else ""
        return Markup(
            '<span class="gap"{}><span class="number">({})</span>'
            '<span class="blank" style="width: {}em"{}>{}{}</span></span>'
        ).format(
            "" if written else self._spoken(),
            self._gap_number,
            self._gap_width,
            self._gap_field(),
            word,
            _BLANK,
        )

    def _gap_field(self) -> Markup:
        blank = self.document.labels("blank", number=self._gap_number)
        return self.field_of("line", f"{self._asked_in}, {blank}" if self._asked_in else blank)

    def _running_texts(self) -> Iterator[Rich]:
        """All texts but questions."""
        material = self.document.material
        blocks = (block for block in all_blocks(material.sections) if not isinstance(block, Question))
        return chain(texts_of(replace(material, sections=())), texts_of(tuple(blocks)))

    def _spoken(self) -> Markup:
        words = self.document.labels("blank", number=self._gap_number)
        return Markup(' data-spoken="({})"').format(words)


def gap_width(texts: Iterable[Rich | Prose]) -> float:
    """How wide the blanks of these texts are, in em: all alike, so that none tells how long its word is."""
    words = (span.text for text in texts for span in _spans(text) if span.gap)
    longest = max(map(width_in_letters, words), default=0)
    return round(min(max(_NARROWEST, _EM_A_LETTER * longest), _WIDEST), 1)


def _spans(text: Rich | Prose) -> Iterator[Span]:
    if isinstance(text, Rich):
        yield from text.spans
    else:
        yield from (span for paragraph in text.paragraphs for span in paragraph.rich.spans)


def _parted(span: Span) -> tuple[Span, ...]:
    """The span with addresses and names such as C++ for themselves: their signs would change sides."""
    if span.lang or span.gap or span.code or span.formula or span.link:
        return (span,)
    parts = _FROM_LEFT.split(span.text)
    return tuple(replace(span, text=part) for part in parts if part) or (span,)


def _joined(written: Markup) -> Markup:
    from diptych.handout.formulas import joined_to_words

    return joined_to_words(written)
