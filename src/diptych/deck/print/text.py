"""Text on a printed slide: every paragraph in its place, line by line, lists as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.lines import Line
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.runs import run_html
from diptych.deck.print.setting import SetParagraph, set_text
from diptych.deck.values import TextParagraph

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ps", "sd", "ug", "ur", "yi")


def text_html(paragraphs: Sequence[TextParagraph], area: Area, canvas: Canvas, tag: str = "p") -> str:
    """The paragraphs as elements of that tag, marked ones as lists; empty where there are no words."""
    writer = _Writer(area, canvas, tag)
    placed = [one for one in set_text(paragraphs, area, canvas.fonts) if one.paragraph.runs]
    written = "".join(writer.blocks(placed))
    return f'<div style="{writer.look()}">{written}</div>' if written else ""


def title_html(paragraphs: Sequence[TextParagraph], area: Area, canvas: Canvas, label: str) -> str:
    """The paragraphs as one heading, which the bookmarks call by the label."""
    writer = _Writer(area, canvas, "span")
    placed = [one for one in set_text(paragraphs, area, canvas.fonts) if one.paragraph.runs]
    lines = "".join(writer.paragraph(one) for one in placed)
    return f'<h1 data-bookmark="{label}" style="{writer.look()}">{lines}</h1>' if lines else ""


class _Writer:
    """Writes set paragraphs of one area."""

    def __init__(self, area: Area, canvas: Canvas, tag: str) -> None:
        self.area, self.canvas, self.tag = area, canvas, tag

    def look(self) -> str:
        """What all paragraphs of the area share, as CSS."""
        area, canvas = self.area, self.canvas
        look = f"font-family:var(--deck-{area.font});color:{canvas.colour(area.colour)}"
        look += f";font-weight:{'bold' if area.bold else 'normal'}"
        return look + (";font-style:italic" if area.italic else "")

    def blocks(self, placed: Sequence[SetParagraph]) -> Iterator[str]:
        """Paragraphs and lists in order."""
        for marked, group in groupby(placed, key=lambda one: bool(one.mark)):
            items = list(group)
            yield self._list(items) if marked else "".join(map(self.paragraph, items))

    def paragraph(self, one: SetParagraph) -> str:
        """The lines of one paragraph, which nothing can break otherwise."""
        lines = "<br>".join(self._line(line) for line in one.lines)
        return f'<{self.tag}{self._direction(one)} style="{self._place(one)}">{lines}</{self.tag}>'

    def _list(self, items: Sequence[SetParagraph]) -> str:
        """A list with the lists inside it. What is deeper than the first item belongs to the one before."""
        level, groups = items[0].paragraph.level, list[list[SetParagraph]]()
        for item in items:
            if item.paragraph.level <= level or not groups:
                groups.append([])
            groups[-1].append(item)
        tag = "ol" if items[0].paragraph.bullet == "number" else "ul"
        return f"<{tag}>{''.join(map(self._item, groups))}</{tag}>"

    def _item(self, group: Sequence[SetParagraph]) -> str:
        inner = self._list(group[1:]) if group[1:] else ""
        return f"<li>{self._mark(group[0])}{self.paragraph(group[0])}{inner}</li>"

    def _mark(self, one: SetParagraph) -> str:
        """Numbers stand in the font of their text, bullets in the one that every machine has."""
        role = self.area.font if one.paragraph.bullet == "number" else "fallback"
        x = one.x - one.mark_room
        look = f"font-family:var(--deck-{role});font-style:normal;color:{self._mark_colour()}"
        return f'<span data-tag="Lbl" style="{self._position(one, x, role)};{look}">{one.mark}</span>'

    def _mark_colour(self) -> str:
        """Marks take the accent, but on dark grounds, where text is light."""
        own = self.area.colour
        return self.canvas.colour("accent" if own in ("ink", "dark", "muted") else own)

    def _place(self, one: SetParagraph) -> str:
        align = self.area.align if one.paragraph.align == "start" else one.paragraph.align
        look = f"{self._position(one, one.x, self.area.font)};width:{self.canvas.length(one.width)}"
        look += f";text-align:{align}" if align != "start" else ""
        spacing = self.canvas.letter_spacing(self.area, one.paragraph.size)
        look += f";letter-spacing:{self.canvas.points(spacing)}" if spacing else ""
        return look + (f";text-indent:{self.canvas.length(-one.overhang)}" if one.overhang else "")

    def _position(self, one: SetParagraph, x: int, role: str) -> str:
        size, canvas = one.paragraph.size, self.canvas
        file = canvas.family(role).file(self.area.bold, self.area.italic)
        shift = canvas.baselines.shift(file, one.pitch / size) * size * EMU_PER_POINT
        return (
            f"left:{canvas.length(x)};top:{canvas.length(one.y + shift)};"
            f"font-size:{canvas.points(size)};line-height:{canvas.points(one.pitch)}"
        )

    def _direction(self, one: SetParagraph) -> str:
        lang = one.paragraph.runs[0].lang or self.canvas.deck.properties.lang
        return ' dir="rtl"' if lang.split("-")[0] in _RIGHT_TO_LEFT else ""

    def _line(self, line: Line) -> str:
        return "".join(run_html(run, self.area, self.canvas) for run in line)
