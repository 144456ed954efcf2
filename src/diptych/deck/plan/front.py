"""The slides before the first section: title, question, objectives, agenda, key terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from diptych.deck.measure.fit import demand
from diptych.deck.plan.backup import kept_in_reserve
from diptych.deck.plan.clicks import points_by_clicks
from diptych.deck.plan.dividers import AGENDA, BACKUP, divider_name
from diptych.deck.plan.footnotes import texts_of
from diptych.deck.plan.lists import terms_content
from diptych.deck.plan.notes import Span, speaker_notes
from diptych.deck.plan.paragraphs import Paragraphs, line, lines, prose, rich_list
from diptych.deck.plan.qr import beside_code, title_code
from diptych.deck.plan.runs import join, linked
from diptych.deck.plan.studio import Content, Draft, Studio, flowing, placed
from diptych.deck.values import Run, Shape, TextParagraph
from diptych.material.model import Section
from diptych.material.timing import minutes_of, planned_minutes


def front_drafts(studio: Studio, footer: str) -> tuple[Draft, ...]:
    """The slides that open the deck, each where the material has something for it."""
    return (title_draft(studio), *_opening(studio, footer))


def title_draft(studio: Studio) -> Draft:
    """The title slide; its notes say what the lesson is about."""
    material, voice = studio.document.material, studio.voice
    title = voice.rich(material.title)
    parts = (
        ("subtitle", lines([voice.rich(material.subtitle)])),
        ("details", lines([_course(studio), _authors(studio)])),
    )
    code = title_code(studio, [studio.area("title", "title").box])
    shapes: list[Shape] = []
    for key, words in parts:
        area = beside_code(studio.area("title", key), code)
        shapes += placed(area, demand(words, area, studio.fonts, material.place), material.place, area.box)
    notes = speaker_notes(voice, Span(), _about(studio), texts_of(material.abstract))
    return Draft(title, Content("title", ((*shapes, *code),)), notes, place=material.title.place)


def _opening(studio: Studio, footer: str) -> Iterator[Draft]:
    material = studio.document.material
    if material.central_question:
        yield _draft(studio, "central_question", _question(studio), footer, _objectives_text(studio))
    if material.learning_objectives:
        yield _draft(studio, "learning_objectives", _objectives(studio), footer, _prior_knowledge(studio))
    yield _agenda(studio, footer)
    if material.key_terms:
        place = material.key_terms[0].place
        terms = terms_content(studio, material.key_terms, place)
        yield _draft(studio, "key_terms", terms, footer, _list_of_terms(studio))


def _draft(studio: Studio, label: str, content: Content, footer: str, notes: Paragraphs) -> Draft:
    voice = studio.voice
    title = voice.label(label)
    said = speaker_notes(voice, Span(), notes or lines([title]), ())
    return Draft(title, content, said, said, footer=footer, place=studio.document.material.place)


def _question(studio: Studio) -> Content:
    question = studio.document.material.central_question
    return flowing(studio, "statement", "body", lines([studio.voice.rich(question)]), question.place)


def _objectives(studio: Studio) -> Content:
    objectives = studio.document.material.learning_objectives
    lead = line(studio.voice.label("objectives_lead", bold=True, colour="accent"))
    words = (lead, *rich_list(objectives, studio.voice))
    return points_by_clicks(studio, flowing(studio, "content", "body", words, objectives[0].place))


def _agenda(studio: Studio, footer: str) -> Draft:
    """The sections with their minutes, each a link to its divider; and the way to the slides in reserve."""
    material, voice = studio.document.material, studio.voice
    content = flowing(studio, "agenda", "body", _entries(studio), material.place)
    title = voice.label("agenda")
    time = _planned_time(studio)
    said = join((voice.label("time", bold=True), time), voice.colon) if time else title
    notes = speaker_notes(voice, Span(), lines([said]), ())
    return Draft(title, content, notes, notes, (AGENDA,), footer, material.place)


def _entries(studio: Studio) -> Paragraphs:
    """The top-level sections with their own numbers, which skip those in reserve."""
    sections = studio.document.material.sections
    entries = [_entry(studio, section) for section in sections if not section.backup]
    if any(kept_in_reserve(sections)):
        entries.append(line(linked(studio.voice.label("backup"), BACKUP)))
    return tuple(entries)


def _entry(studio: Studio, section: Section) -> TextParagraph:
    # The mark of a footnote stands on the section's own slide, whose notes hold its words.
    spans = (span for span in section.title.spans if span.note is None)
    # Some programs set all that is linked in the style of its last run: formulas stand there as plain text.
    called = replace(section.title, spans=tuple(replace(span, formula="") for span in spans))
    title = linked(studio.voice.rich(called), divider_name(studio, section))
    minutes = minutes_of(section)
    label = studio.voice.label("minutes", count=minutes, colour="muted") if minutes else ()
    time = tuple(replace(run, text=run.text.replace(" ", "\u00a0")) for run in label)
    number = int(studio.document.numbering.of(section))
    return line(join((title, time), "  ·  "), "number", number=number)


def _course(studio: Studio) -> tuple[Run, ...]:
    material, voice = studio.document.material, studio.voice
    parts = (material.course, material.educational_level, material.institution)
    return join((voice.rich(part) for part in parts), " · ")


def _authors(studio: Studio) -> tuple[Run, ...]:
    material, voice = studio.document.material, studio.voice
    date = studio.labels.date(material.date) if material.date else ""
    return join((voice.words(studio.labels.listed(material.authors)), voice.words(date)), " · ")


def _about(studio: Studio) -> Paragraphs:
    """What the lesson is about, for whom, how long, under what licence."""
    material, voice = studio.document.material, studio.voice
    facts = (
        voice.rich(material.subject),
        voice.rich(material.educational_level),
        voice.rich(material.audience),
        _whole_time(studio),
        voice.words(material.license),
        voice.words(material.address),
        voice.label("version", version=material.version) if material.version else (),
    )
    said = (*prose(material.abstract, voice), *lines([join(facts, " · ")]))
    return said or lines([voice.rich(material.title)])


def _whole_time(studio: Studio) -> tuple[Run, ...]:
    material = studio.document.material
    minutes = int(material.time_required) or planned_minutes(material.sections)
    return studio.voice.label("minutes", count=minutes) if minutes else ()


def _planned_time(studio: Studio) -> tuple[Run, ...]:
    """What the sections take of the whole; the whole alone where the two agree or one is not known."""
    material = studio.document.material
    planned, whole = planned_minutes(material.sections), int(material.time_required)
    if planned and whole and planned != whole:
        return studio.voice.label("minutes_planned", planned=planned, whole=whole)
    return _whole_time(studio)


def _objectives_text(studio: Studio) -> Paragraphs:
    return rich_list(studio.document.material.learning_objectives, studio.voice)


def _prior_knowledge(studio: Studio) -> Paragraphs:
    known = studio.document.material.prior_knowledge
    if not known:
        return ()
    return (line(studio.voice.label("prior_knowledge", bold=True)), *rich_list(known, studio.voice))


def _list_of_terms(studio: Studio) -> Paragraphs:
    """A line that names the terms, so that one can speak of them in order."""
    terms = studio.document.material.key_terms
    return lines(
        [join((studio.voice.in_language(term.lang).rich(term.term) for term in terms), studio.voice.comma)]
    )
