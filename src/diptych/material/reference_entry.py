"""One entry of the list of works cited, as marked-up text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from diptych.material.facts import Name, Reference
from diptych.material.labels import Labels
from diptych.material.markup import Rich, Span
from diptych.material.quotes import quotation_marks

# Kinds whose own title stands in italics; all others are quoted, as parts of something larger.
_WHOLE_WORKS = {"book", "dataset", "film", "map", "report", "software", "legislation", "bill", "legal_case"}
_PERIODICALS = {"article-journal", "article-magazine", "article-newspaper"}


def entry(reference: Reference, year: str, labels: Labels) -> Rich:
    """The entry: who, when, what, where it appeared, and its address."""
    return _Entry(reference, year, labels).rich()


@dataclass(frozen=True)
class _Entry:
    """Builds the parts of an entry, each of which ends with its own full stop."""

    reference: Reference
    year: str
    labels: Labels

    def rich(self) -> Rich:
        names, title = self.names(), self.title()
        lead = (
            [*names, Span(f" {self.sentence(self.year)} "), *title]
            if names
            else [
                *title,
                Span(f" {self.sentence(self.year)}"),
            ]
        )
        parts = [*lead, *self.container(), *self.publication(), *self.extra(), *self.address()]
        return Rich(tuple(span for span in parts if span.text))

    def sentence(self, text: str) -> str:
        """The words with a full stop, unless they end with a mark already."""
        return text if not text or text[-1] in ".?!" else f"{text}."

    def names(self) -> list[Span]:
        reference = self.reference
        if reference.author:
            return [Span(self.sentence(self.listed(reference.author)))]
        if reference.editor:
            label = self.labels("editor" if len(reference.editor) == 1 else "editors")
            return [Span(self.sentence(f"{self.listed(reference.editor)}, {label}"))]
        return []

    def listed(self, names: tuple[Name, ...]) -> str:
        """The first name inverted, the others not; more than ten give seven and "et al." (15.9)."""
        first, *others = names
        shown = [first.literal or ", ".join(filter(None, (first.family, first.given)))]
        shown += [_in_order(name) for name in others]
        if len(shown) > 10:
            return f"{', '.join(shown[:7])}, {self.labels('et_al')}"
        if len(shown) == 1:
            return shown[0]
        return f"{', '.join(shown[:-1])}, {self.labels('and')} {shown[-1]}"

    def title(self) -> list[Span]:
        spans = list(self.reference.title.spans)
        if self.reference.type in _WHOLE_WORKS:
            tail = "" if _ends_sentence(spans) else "."
            return [*(replace(span, emphasis=not span.emphasis) for span in spans), Span(tail)]
        return self.quoted(spans)

    def quoted(self, spans: list[Span]) -> list[Span]:
        """The title in quotation marks; English puts the full stop inside them."""
        opening, closing, *_ = quotation_marks(self.labels.lang)
        stop = "" if _ends_sentence(spans) else "."
        inside = self.labels.lang.startswith("en")
        tail = f"{stop}{closing}" if inside else f"{closing}{stop}"
        return [Span(opening), *spans, Span(tail)]

    def container(self) -> Iterator[Span]:
        reference = self.reference
        if not reference.container_title:
            if reference.type == "chapter" or reference.page:
                yield from self.numbers(" ")
            return
        yield Span(
            " " if reference.type in _PERIODICALS | {"webpage", "post-weblog"} else f" {self.labels('in')} "
        )
        yield from (replace(span, emphasis=True) for span in reference.container_title.spans)
        if reference.author and reference.editor:
            yield Span(f", {self.labels('editor')} {', '.join(map(_in_order, reference.editor))}")
        yield from self.numbers(" " if reference.volume or reference.issue else ", ")

    def numbers(self, before: str) -> Iterator[Span]:
        """Volume, issue and pages: "63 (3): 565–97." or ", 12–30."."""
        reference = self.reference
        words = reference.volume
        if reference.issue:
            words += f" ({reference.issue})" if words else f"({reference.issue})"
        pages = reference.page.replace("--", "-").replace("-", "–")
        if pages:
            words += f": {pages}" if words else pages
        yield Span(f"{before}{words}." if words else ".")

    def publication(self) -> Iterator[Span]:
        reference = self.reference
        for words in (reference.genre, reference.edition and _edition(reference.edition)):
            if words:
                yield Span(f" {self.sentence(words[0].upper() + words[1:])}")
        if reference.collection_title:
            yield Span(f" {self.sentence(reference.collection_title.plain())}")
        place = ": ".join(filter(None, (reference.publisher_place, reference.publisher)))
        if place:
            yield Span(f" {self.sentence(place)}")
        archive = ", ".join(filter(None, (reference.archive, reference.archive_location)))
        if archive:
            yield Span(f" {self.sentence(archive)}")

    def extra(self) -> Iterator[Span]:
        if self.reference.translator:
            names = ", ".join(map(_in_order, self.reference.translator))
            yield Span(f" {self.labels('translator')} {self.sentence(names)}")
        if self.reference.note:
            yield Span(" ")
            yield from self.reference.note.spans
            yield Span("" if _ends_sentence(list(self.reference.note.spans)) else ".")

    def address(self) -> Iterator[Span]:
        reference = self.reference
        if reference.ISBN:
            yield Span(f" ISBN {reference.ISBN}.")
        if reference.accessed:
            words = self.labels("accessed", date=self.labels.date(reference.accessed))
            yield Span(f" {self.sentence(words[0].upper() + words[1:])}")
        url = f"https://doi.org/{reference.DOI}" if reference.DOI else reference.URL
        if url:
            yield Span(" ")
            yield Span(url, link=url)
            yield Span(".")


def _in_order(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.family)))


def _ends_sentence(spans: list[Span]) -> bool:
    return bool(spans) and spans[-1].text[-1:] in {".", "?", "!", "…"}


def _edition(edition: str) -> str:
    return f"{edition} ed." if edition[-1:].isalnum() and " " not in edition else edition
