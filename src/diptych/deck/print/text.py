"""Text on a printed slide: every paragraph in its place, line by line, lists as lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.lines import Line
from diptych.deck.measure.upright import upright_runs
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.runs import run_html
from diptych.deck.print.setting import SetParagraph, set_text
from diptych.deck.reading import begins_at_right, set_apart
from diptych.deck.template.text_style import LINE_NUMBER
from diptych.deck.values import Run, TextParagraph
from diptych.material.scripts import is_upright, reads_from_left


def text_html(paragraphs: Sequence[TextParagraph], area: Area, canvas: Canvas, tag: str = "p") -> str:
    """The paragraphs as elements of that tag, marked ones as lists; empty where there are no words."""
    writer, placed = _Writer(area, canvas, tag), _placed(paragraphs, area, canvas)
    written = "".join(writer.blocks(placed))
    return f'<div style="{writer.look()}">{written}</div>' if written else ""


def title_html(paragraphs: Sequence[TextParagraph], area: Area, canvas: Canvas, label: str) -> str:
    """The paragraphs as one heading, which the bookmarks call by the label."""
    writer, placed = _Writer(area, canvas, "span"), _placed(paragraphs, area, canvas)
    lines = "".join(writer.paragraph(one) for one in placed)
    return f'<h1 data-bookmark="{label}" style="{writer.look()}">{lines}</h1>' if lines else ""


def _placed(paragraphs: Sequence[TextParagraph], area: Area, canvas: Canvas) -> list[SetParagraph]:
    """The paragraphs that have words, in their places."""
    lang = canvas.deck.properties.lang
    apart = [replace(one, runs=set_apart(one, lang)) for one in paragraphs]
    return [one for one in set_text(apart, area, canvas.fonts, lang) if one.paragraph.runs]


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
        for marked, group in groupby(placed, key=_in_list):
            items = list(group)
            yield self._list(items) if marked else "".join(map(self._line_or_paragraph, items))

    def _line_or_paragraph(self, one: SetParagraph) -> str:
        """A paragraph; before a line of a program its number, which is no part of what is read."""
        if not one.mark:
            return self.paragraph(one)
        size = LINE_NUMBER * one.paragraph.size
        look = f"{self._position(one, one.mark_x, 'code')};font-family:var(--deck-code)"
        look += f";font-size:{self.canvas.points(size)};color:{self.canvas.colour('muted')}"
        return f'<p aria-hidden="true" style="{look}">{one.mark}</p>{self.paragraph(one)}'

    def paragraph(self, one: SetParagraph) -> str:
        """The lines of one paragraph, which nothing can break otherwise."""
        lines = "<br>".join(self._line(line, one.back) for line in one.lines)
        return f'<{self.tag}{_direction(one)} style="{self._place(one)}">{lines}</{self.tag}>'

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
        look = f"font-family:var(--deck-{role});font-style:normal;color:{self._mark_colour()}"
        look += f";width:{self.canvas.length(one.mark_room)}" if one.back else ""
        place = self._position(one, one.mark_x, role)
        return f'<span data-tag="Lbl"{_direction(one)} style="{place};{look}">{one.mark}</span>'

    def _mark_colour(self) -> str:
        """Marks take the accent, but on dark grounds, where text is light."""
        own = self.area.colour
        return self.canvas.colour("accent" if own in ("ink", "dark", "muted") else own)

    def _place(self, one: SetParagraph) -> str:
        align = self._side(one)
        look = f"{self._position(one, one.x, self.area.font)};width:{self.canvas.length(one.width)}"
        if align != "center":
            at_right = begins_at_right(one.paragraph, self.area, self.canvas.deck.properties.lang)
            look += f";text-align:{'right' if at_right != (align == 'end') else 'left'}"
        else:
            look += ";text-align:center"
        spacing = self.canvas.letter_spacing(self.area, one.paragraph.size)
        look += f";letter-spacing:{self.canvas.points(spacing)}" if spacing else ""
        return look + (f";text-indent:{self.canvas.length(-one.overhang)}" if one.overhang else "")

    def _side(self, one: SetParagraph) -> str:
        """Where lines are ranged, as CSS calls it."""
        align = self.area.align if one.paragraph.align == "start" else one.paragraph.align
        at_right = begins_at_right(one.paragraph, self.area, self.canvas.deck.properties.lang)
        return align if align == "center" else "right" if at_right != (align == "end") else "left"

    def _position(self, one: SetParagraph, x: int, role: str) -> str:
        size, canvas = one.paragraph.size, self.canvas
        file = canvas.family(role).file(self.area.bold, self.area.italic)
        shift = canvas.baselines.shift(file, one.pitch / size) * size * EMU_PER_POINT
        return (
            f"left:{canvas.length(x)};top:{canvas.length(one.y + shift)};"
            f"font-size:{canvas.points(size)};line-height:{canvas.points(one.pitch)}"
        )

    def _line(self, line: Line, back: bool) -> str:
        """The runs; a passage in Latin letters is one, for boxes stand in the order of the line."""
        upright = upright_runs(line, self.area.italic)
        passages = (list(runs) for _, runs in groupby(upright, key=lambda run: back and is_upright(run.text)))
        return "".join(self._passage(runs, back) for runs in passages)

    def _passage(self, runs: Sequence[Run], back: bool) -> str:
        written = "".join(run_html(run, self.area, self.canvas) for run in runs)
        against = back and len(runs) > 1 and reads_from_left(run.text for run in runs)
        return f'<span dir="ltr">{written}</span>' if against else written


def _direction(one: SetParagraph) -> str:
    return f' dir="{"rtl" if one.back else "ltr"}"'


def _in_list(one: SetParagraph) -> bool:
    return bool(one.mark) and one.paragraph.bullet != "line"
