"""What a link may lead to, and whether its words tell where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diptych.material.addresses import Problem, address_problem
from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.markup import Rich
from diptych.material.place import Place


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link as it is read: its words, where it leads, and where it stands in the source."""

    words: str
    target: str
    place: Place


def target_problem(target: str) -> Problem | None:
    """What is wrong with a link's target; judged by form, no network asked."""
    if target.startswith("#"):
        return None if len(target) > 1 else Problem("the link leads nowhere", "write the id after #")
    return address_problem(target)


def link_problem(target: str) -> str:
    """What is wrong with a link's target, or nothing."""
    problem = target_problem(target)
    return problem.message if problem else ""


def links_of(texts: Iterable[Rich]) -> Iterator[WebLink]:
    """The links in the texts, in order; spans side by side that lead to one place are one link."""
    for text in texts:
        before = WebLink("", "", text.place)
        for span in text.spans:
            if span.link and span.link == before.target:
                before = WebLink(before.words + span.text, span.link, text.place)
                continue
            if before.target:
                yield before
            before = WebLink(span.text, span.link, text.place)
        if before.target:
            yield before


def link_remarks(texts: Iterable[Rich], labels: Labels) -> Iterator[Finding]:
    """Links whose words alone do not say where they lead (WCAG 2.2, success criterion 2.4.9).

    Vague are the words that the labels of the language list, and words that lead to several places.
    """
    vague = {_bare(words) for words in labels("vague_links").split("|")}
    seen: dict[str, str] = {}
    for link in links_of(texts):
        if not link.words:
            continue  # it gets those of what it leads to
        words = _bare(link.words)
        if words in vague:
            message = f"the words of the link `{link.words.strip()}` do not say where it leads"
            yield Finding(
                link.place, message, "make the name of what it leads to the link", kind="vague-link"
            )
        elif seen.setdefault(words, link.target) != link.target:
            message = f"the link `{link.words.strip()}` leads to `{link.target}`, and elsewhere in the source"
            message += f" to `{seen[words]}`"
            yield Finding(link.place, message, "give each its own words", kind="vague-link")


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).strip(".,:;!?…»›→> ")
