"""The panels that listings stand on: grounds, bands behind emphasised lines, and what the program writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from diptych.deck.design.slide_layouts import EMU_PER_POINT, Area
from diptych.deck.measure.heights import paragraph_pitch, text_height
from diptych.deck.measure.lines import broken_lines
from diptych.deck.plan.paragraphs import Paragraphs
from diptych.deck.plan.studio import Studio, placed
from diptych.deck.values import Box, LineShape, Shape, TextParagraph, TextShape
from diptych.layout.token_colours import CODE_GROUND, EMPHASIS_GROUND
from diptych.material.place import Place

# The bar at the left of a panel, that of emphasised lines, and the gap between panels, in EMU.
_BAR, _MARK, GAP = 57_150, 114_300, 88_900


@dataclass(frozen=True)
class Panel:
    """Lines of a listing in the box that they need; `emphasised` tells for each line whether it is."""

    studio: Studio
    area: Area
    lines: Paragraphs
    emphasised: Sequence[bool]
    name: str
    place: Place
    in_placeholder: bool = False

    @property
    def box(self) -> Box:
        """As wide as its area and as high as its lines."""
        height = text_height(self.lines, self.area, self.studio.fonts)
        return self.area.box._replace(height=min(self.area.box.height, height))

    def shapes(self) -> tuple[Shape, ...]:
        """The panel with its bar; where lines are emphasised, bands with a bar of their own lie between
        ground and words."""
        bands = tuple(self._bands())
        if self.in_placeholder:
            return (*bands, *placed(self.area, self.lines, self.place))
        box, inset = self.box, self.area.insets.left
        bar = LineShape("Bar", (box.x, box.y), (box.x, box.bottom), "rule" if bands else "accent", _BAR)
        words = TextShape(self.name, box, self.lines, anchor="top", inset=inset, place=self.place)
        if not bands:
            filled = TextShape(
                self.name, box, self.lines, anchor="top", fill=CODE_GROUND, inset=inset, place=self.place
            )
            return (filled, bar)
        ground = TextShape("Ground", box, (), fill=CODE_GROUND, decorative=True)
        return (ground, bar, *bands, words)

    def _bands(self) -> Iterator[Shape]:
        for top, bottom in self._stretches():
            box = self.area.box._replace(y=top, height=bottom - top)
            yield TextShape("Emphasis", box, (), fill=EMPHASIS_GROUND, decorative=True)
            yield LineShape("Emphasis bar", (box.x, top), (box.x, bottom), "accent", _MARK)

    def _stretches(self) -> Iterator[tuple[int, int]]:
        """Where emphasised lines begin and end as they are shown; neighbours together."""
        edges = list(accumulate(map(self._shown_height, self.lines), initial=self.area.text_box.y))
        for emphasised, group in groupby(range(len(self.lines)), key=lambda at: self.emphasised[at]):
            rows = list(group)
            if emphasised:
                yield edges[rows[0]], edges[rows[-1] + 1]

    def _shown_height(self, one: TextParagraph) -> int:
        """The height of a line with what it goes on in, in the deck's own font and without reserve."""
        named = replace(self.studio.fonts, named_only=True, known={}, words={})
        broken = broken_lines(one, self.area, named)
        return round(len(broken) * paragraph_pitch(one, self.area) * EMU_PER_POINT)


def output_panel(studio: Studio, area: Area, words: Paragraphs, name: str, place: Place) -> TextShape:
    """What a program writes, in a frame at the top of the area as high as its words."""
    box = area.box._replace(height=text_height(words, area, studio.fonts))
    return TextShape(name, box, words, anchor="top", line="rule", inset=area.insets.left, place=place)


def below(area: Area, bottom: int) -> Area:
    """What of the area is left below a panel that ends there."""
    y = bottom + GAP
    return replace(area, box=area.box._replace(y=y, height=area.box.bottom - y))
