"""Slides on pages: one with its notes, three with ruled lines, or six."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from html import escape

from diptych.deck.print.canvas import Canvas
from diptych.deck.print.forms import HEIGHT, WIDTH, Form, ruled_lines
from diptych.deck.print.notes import notes_html
from diptych.deck.print.slides import slide_html
from diptych.deck.values import Slide
from diptych.material.labels import Labels
from diptych.material.scripts import right_to_left

_GUTTER = 8.0


class Pages:
    """The pages of one print, with all slides or those of these `numbers`, counted from 1."""

    def __init__(self, canvas: Canvas, form: Form, labels: Labels, numbers: Collection[int] = ()) -> None:
        self.canvas, self.form, self.labels = canvas, form, labels
        self.numbers = numbers
        sections = canvas.deck.sections
        self.back = right_to_left(canvas.deck.properties.lang)
        self.names = [section.name for section in sections for _ in section.slides]
        self.first = {section.slides[0].key for section in sections if section.slides}

    def html(self) -> str:
        """The body of the document."""
        slides = list(enumerate(self.canvas.deck.slides, 1))
        chosen = [one for one in slides if not self.numbers or one[0] in self.numbers]
        if self.form.name == "notes":
            return "".join(self._noted(slide, number) for number, slide in chosen)
        size = self.form.on_page
        return "".join(self._page(chosen[start : start + size]) for start in range(0, len(chosen), size))

    def _noted(self, slide: Slide, number: int) -> str:
        """A slide with its notes below, which may run on to further pages."""
        notes = notes_html(slide.notes, self.canvas)
        heading = f"<h2>{escape(self.labels('notes'))}</h2>" if notes else ""
        return (
            f'<div class="sheet">{self._start(slide, number)}{slide_html(slide, number, self.canvas)}'
            f'<div class="under">{self._caption(slide, number)}'
            f'<div class="notes">{heading}{notes}</div></div></div>'
        )

    def _page(self, slides: Sequence[tuple[int, Slide]]) -> str:
        placed = "".join(self._placed(slide, number, index) for index, (number, slide) in enumerate(slides))
        name = self.names[slides[0][0] - 1]
        head = f'<div class="start" data-part="{escape(name)}" data-continued=""></div>'
        return f'<div class="page" style="height:{HEIGHT:g}mm">{head}{placed}</div>'

    def _placed(self, slide: Slide, number: int, index: int) -> str:
        x, y = self.form.place(index, self.back)
        drawn = f"{self._bookmark(slide, number)}{slide_html(slide, number, self.canvas)}"
        lines = "".join(self._lines(y)) if self.form.name == "three" else ""
        place = f"left:{x:.3f}mm;top:{y:.3f}mm;width:{self.form.width:g}mm"
        return f'<div class="place" style="{place}">{drawn}{self._caption(slide, number)}</div>{lines}'

    def _lines(self, top: float) -> Iterator[str]:
        deck, length = self.canvas.deck, WIDTH - self.form.width - _GUTTER
        left = 0 if self.back else WIDTH - length
        height = self.form.width * deck.height / deck.width
        for y in ruled_lines(height, HEIGHT / self.form.rows):
            place = f"left:{left:g}mm;top:{top + y:.3f}mm;width:{length:g}mm"
            yield f'<div class="line" style="{place}"></div>'

    def _caption(self, slide: Slide, number: int) -> str:
        """The slide's number, and whether the show leaves it out."""
        words = self.labels("hidden_slide") if slide.hidden else ""
        hidden = f'<span class="hidden">{escape(words)}</span>' if words else ""
        return f'<p class="number">{escape(self.labels("slide", number=number))}{hidden}</p>'

    def _start(self, slide: Slide, number: int) -> str:
        """An empty element with what running heads say from this slide on.

        It is no part of what may run on to another page: there it would count again.
        """
        name, numbered = escape(self.names[number - 1]), self.labels("slide", number=number)
        continued = escape(self.labels("slide_continued", slide=numbered))
        head = f'<div class="start" data-part="{name}" data-continued="{continued}"></div>'
        return head + self._bookmark(slide, number)

    def _bookmark(self, slide: Slide, number: int) -> str:
        """An empty element that bookmarks a section at its first slide."""
        name = escape(self.names[number - 1])
        return f'<div data-section="{name}"></div>' if slide.key in self.first else ""
