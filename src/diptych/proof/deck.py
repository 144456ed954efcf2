"""The deck as it was written is looked over, before it is given out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from diptych.deck.measure.fonts import Fonts
from diptych.proof.accessibility import author_faults
from diptych.proof.colours import SchemeFinder
from diptych.proof.contrast import Grounds, contrast_faults
from diptych.proof.geometry import geometry_faults
from diptych.proof.inheritance import SheetFinder
from diptych.proof.opc import OpenPackage, package_faults
from diptych.proof.slides import A, P, slide_faults, title_of
from diptych.proof.text_boxes import Families

_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def lint_deck(data: bytes) -> list[str]:
    """What is wrong with a PPTX file, one sentence each; nothing where it is as it should be.

    Tells what only a fault of this program could break (`lint_package`), and what the author's words break.
    """
    package = OpenPackage(data)
    worded = (f"slide {fault.slide}: {fault.words}" for fault in author_faults(package))
    return [*lint_package(package), *worded]


def fit_faults(package: OpenPackage, fonts: Fonts) -> list[tuple[int, str]]:
    """What has not its room on a slide, with the slide's number from 1; measured with these fonts."""
    finder, named = SheetFinder(package), fonts.type
    families = Families(named.heading.name, named.body.name, named.code.name)
    size = slide_size(finder.presentation)
    return [
        (number, fault)
        for number, slide in enumerate(package.slides(), 1)
        for fault in geometry_faults(finder.of(slide), families, fonts, size)
    ]


def faint_words(package: OpenPackage) -> list[tuple[int, str]]:
    """Words that stand out too little from their ground, with the slide's number from 1."""
    finder, schemes, grounds = SheetFinder(package), SchemeFinder(package), Grounds()
    return [
        (number, fault)
        for number, slide in enumerate(package.slides(), 1)
        for fault in contrast_faults(finder.of(slide), schemes.of(slide), grounds)
    ]


def slide_size(presentation: Any) -> tuple[int, int]:
    """Width and height of the slides, in EMU."""
    size = presentation.find(f"{P}sldSz")
    return int(size.get("cx")), int(size.get("cy"))


def lint_package(package: OpenPackage) -> list[str]:
    """What is wrong with an opened PPTX file, one sentence each.

    Looks at what the Open XML SDK passes over (doubled shape ids, short table rows, sections that
    name missing slides, parts that nothing leads to) and at Microsoft's rules for accessible
    presentations (titles, alternative texts, header rows, section names, languages).
    """
    faults = (package_faults, _property_faults, _presentation_faults, _all_slides)
    return [fault for find in faults for fault in find(package)]


def _property_faults(package: OpenPackage) -> Iterator[str]:
    core = package.related("", "core-properties")
    if not core or not (package.tree(core[0]).findtext(f"{_DC}title") or "").strip():
        yield "the presentation has no title among its properties"


def _presentation_faults(package: OpenPackage) -> Iterator[str]:
    presentation = package.tree(package.related("", "officeDocument")[0])
    slides = [element.get("id") for element in presentation.iter(f"{P}sldId")]
    sections = list(presentation.iter(f"{_P14}section"))
    placed = [element.get("id") for section in sections for element in section.iter(f"{_P14}sldId")]
    if sections and placed != slides:
        yield "the sections do not hold every slide once, in order"
    for name, times in Counter(section.get("name") for section in sections).items():
        if times > 1:
            yield f"{times} sections are called `{name}`"


def _all_slides(package: OpenPackage) -> Iterator[str]:
    width, height = slide_size(package.tree(package.related("", "officeDocument")[0]))
    titles: Counter[str] = Counter()
    for number, name in enumerate(package.slides(), 1):
        titles[title_of(package.tree(name))] += 1
        for fault in slide_faults(package, name, width, height):
            yield f"slide {number}: {fault}"
        for notes in package.related(name, "notesSlide"):
            yield from _notes_faults(package.tree(notes), number)
    for title, times in titles.items():
        if times > 1:
            yield f"{times} slides are titled `{title}`"


def _notes_faults(tree: Any, number: int) -> Iterator[str]:
    for run in tree.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        if properties is None or not properties.get("lang"):
            yield f"slide {number}: notes without a language"
            return
