"""The figures of a handout drawn from data, each once for all editions that give it the same room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from diptych.handout.drawings import Drawings
from diptych.material.blocks import Chart, Map, Timeline
from diptych.material.document import Document
from diptych.material.numbering import all_blocks

if TYPE_CHECKING:
    from diptych.figures.drawing import Drawing
    from diptych.handout.timelines import PrintedTimeline

_Block = TypeVar("_Block", Chart, Map, Timeline)
_Drawn = TypeVar("_Drawn")


@dataclass(frozen=True)
class PrintedFigures:
    """Draws the figures of a document as `drawn` gives them room; `kept` holds what is drawn already.

    What draws each kind is imported when there is one.
    """

    document: Document
    drawn: Drawings
    kept: dict[Any, Any] = field(default_factory=dict, repr=False)

    def chart(self, block: Chart) -> Drawing:
        """The drawing of a chart. Raises SourceError where it cannot be drawn."""
        from diptych.handout.charts import printed_chart

        return self._once(block, printed_chart)

    def map(self, block: Map) -> Drawing:
        """The drawing of a map. Raises SourceError where it cannot be drawn."""
        from diptych.handout.maps import printed_map

        return self._once(block, printed_map)

    def timeline(self, block: Timeline) -> PrintedTimeline:
        """A timeline as it is printed. Raises SourceError where it cannot be drawn."""
        from diptych.handout.timelines import printed_timeline

        return self._once(block, printed_timeline)

    def draw_all(self) -> None:
        """Draw them ahead, while there is time."""
        for block in all_blocks(self.document.material.sections):
            if block.only == "deck":
                continue
            if isinstance(block, Chart):
                self.chart(block)
            elif isinstance(block, Map):
                self.map(block)
            elif isinstance(block, Timeline):
                self.timeline(block)

    def _once(self, block: _Block, draw: Callable[[_Block, Document, Drawings], _Drawn]) -> _Drawn:
        asked = (block.place, self.drawn.room)
        if asked not in self.kept:
            self.kept[asked] = draw(block, self.document, self.drawn)
        drawn: _Drawn = self.kept[asked]
        return drawn
