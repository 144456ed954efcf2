"""What a source is made into for the page: slides first, then the handout, each as soon as it is ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from diptych.build.kept import Kept
from diptych.build.pair import Pair
from diptych.build.reading import Reading
from diptych.build.sources import SourceFile, UsageError
from diptych.build.warm import WarmBuilder
from diptych.handout.anchors import pages_by_name
from diptych.handout.edition import Edition
from diptych.layout.error import LayoutError
from diptych.material.findings import Finding, SourceError
from diptych.material.names import Names
from diptych.material.place import NOWHERE, Place
from diptych.pdf.missing_library import MissingLibraryError
from diptych.preview.pictures import Picture, pictures_of_pages, pictures_of_slides


@dataclass(frozen=True)
class Leaf:
    """One page or slide, what heads it, and where it begins in the source."""

    picture: Picture
    title: str
    place: Place


@dataclass(frozen=True)
class Made:
    """The last good pages and slides of a source, what is wrong with it now, and what is being made."""

    source: SourceFile
    title: str = ""
    pages: tuple[Leaf, ...] = ()
    slides: tuple[Leaf, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: str = ""
    busy: str = ""

    @property
    def stale(self) -> bool:
        """True where the pages and slides are those before the mistake."""
        return bool(self.problem) or any(one.severity == "error" for one in self.findings)


@dataclass
class Maker:
    """Makes one source, again and again; slides that stay the same are drawn once.

    Where more has changed than the text of the source, `begin_anew` first.
    """

    source: SourceFile
    known: dict[str, Picture] = field(default_factory=dict)
    kept: Kept = field(default_factory=Kept)

    def begin_anew(self) -> None:
        """Forget what was read of layouts and templates."""
        self.kept = Kept()

    def make(self, before: Made, show: Callable[[Made], bool]) -> None:
        """Show what is made as it is ready; `show` tells whether to go on: a newer change may have come."""
        try:
            self._make(before, show)
        except SourceError as error:
            show(replace(before, findings=error.findings, problem="", busy=""))
        except (LayoutError, UsageError, MissingLibraryError, OSError) as error:
            show(replace(before, findings=(), problem=str(error), busy=""))
        except Exception as error:
            message = f"{type(error).__name__}: {error}. This is a fault of Diptych; please report it."
            show(replace(before, findings=(), problem=message, busy=""))

    def _make(self, before: Made, show: Callable[[Made], bool]) -> None:
        pair = WarmBuilder(self.source, [Path("layouts")], kept=self.kept).read()
        reading = pair.reading
        title = reading.document.material.title.plain()
        now = replace(before, title=title, findings=reading.warnings, problem="", busy="handout")
        now = replace(now, slides=self._slides(pair))
        if show(now):
            show(replace(now, pages=_pages(pair), busy=""))

    def _slides(self, pair: Pair) -> tuple[Leaf, ...]:
        deck, reading = pair.planned, pair.reading
        drawn = pictures_of_slides(
            deck, pair.design, reading.layout, reading.document.labels, self.known, self.kept.fonts
        )
        return tuple(
            Leaf(picture, slide.title, slide.place) for picture, slide in zip(drawn, deck.slides, strict=True)
        )


def _pages(pair: Pair) -> tuple[Leaf, ...]:
    edition: Edition = pair.own_edition
    made = pair.press.set(edition)
    starts = _starts(pair.reading, made.pages_of)
    return tuple(
        Leaf(picture, "", starts.get(number, NOWHERE))
        for number, picture in enumerate(pictures_of_pages(made.data), 1)
    )


def _starts(reading: Reading, pages_of: Mapping[str, int]) -> dict[int, Place]:
    """Where in the source each page begins: at the first section or block that begins on it."""
    material = reading.document.material
    pages = pages_by_name(material, pages_of)
    found: dict[int, Place] = {}
    for place, name in sorted(Names(material.sections).by_place.items()):
        if name in pages:
            found.setdefault(pages[name], place)
    return found
