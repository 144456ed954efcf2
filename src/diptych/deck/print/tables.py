"""Tables on a printed slide: a real table for readers, every cell's words, fills and rules in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import accumulate

from diptych.deck.design.slide_layouts import Insets
from diptych.deck.print.canvas import Canvas
from diptych.deck.print.drawing import filled, ruled
from diptych.deck.print.text import text_html
from diptych.deck.values import Box, TableCell, TableShape, TextParagraph
from diptych.deck.write.text import FREE_TEXT
from diptych.material.scripts import right_to_left

_RULE, _LAST_RULE = 9525, 19050


def table_html(one: TableShape, canvas: Canvas) -> str:
    """Fills and rules first, as artifacts; then the table with the words of its cells."""
    grid = _Grid(one, canvas)
    rows = [f"<tr>{''.join(grid.row(index))}</tr>" for index in range(len(one.rows))]
    heads = int(one.header_row)
    head = f"<thead>{rows[0]}</thead>" if heads else ""
    body = f"<tbody>{''.join(rows[heads:])}</tbody>"
    return f'{"".join(grid.grounds())}<table aria-label="{escape(one.alt)}">{head}{body}</table>'


@dataclass(frozen=True)
class _Grid:
    """One table on its canvas."""

    table: TableShape
    canvas: Canvas

    def grounds(self) -> Iterator[str]:
        """The fills of rows and the rules below them; neighbours of one height are drawn in one stroke."""
        style = self.canvas.design.layouts.table
        for row, span, box in self._strips():
            if role := self._fill(row):
                yield filled(box, role, self.canvas)
            last = row + span == len(self.table.rows)
            colour, width = (style.edge, _LAST_RULE) if last else (style.rule, _RULE)
            yield ruled((box.x, box.bottom), (box.right, box.bottom), colour, width, self.canvas)

    def row(self, row: int) -> Iterator[str]:
        """The cells of one row, as readers go through them."""
        for column, cell in enumerate(self.table.rows[row]):
            if cell is not None:
                yield self._cell(row, column, cell)

    def _cell(self, row: int, column: int, cell: TableCell) -> str:
        heads = self._scope(row, column)
        tag = "th" if heads else "td"
        spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
        spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
        scope = f' scope="{heads}"' if heads else ""
        return f"<{tag}{spans}{scope}>{self._words(row, column, cell)}</{tag}>"

    def _words(self, row: int, column: int, cell: TableCell) -> str:
        """Heads of columns stand at the foot of their cells, all else in the middle."""
        across, down = self.table.margin
        header = self.table.header_row and row == 0
        area = replace(
            FREE_TEXT,
            box=self._box(row, column, cell),
            insets=Insets(across, down, across, down),
            anchor="bottom" if header else "middle",
        )
        colour = self._head_colour(row, column)
        words = tuple(_strong(one, colour) for one in cell.paragraphs) if colour else cell.paragraphs
        return text_html(words, area, self.canvas)

    def _strips(self) -> Iterator[tuple[int, int, Box]]:
        """Cells side by side that begin and end in the same rows: first row, number of rows, and box."""
        for row, cells in enumerate(self.table.rows):
            cells_placed = [(cell.rowspan, self._box(row, at, cell)) for at, cell in enumerate(cells) if cell]
            placed = sorted(cells_placed, key=lambda one: one[1].x)
            strips: list[tuple[int, Box]] = []
            for span, box in placed:
                if strips and strips[-1][0] == span and strips[-1][1].right == box.x:
                    before = strips.pop()[1]
                    box = before._replace(width=box.right - before.x)
                strips.append((span, box))
            yield from ((row, span, box) for span, box in strips)

    def _box(self, row: int, column: int, cell: TableCell) -> Box:
        """Where a cell stands with all that its span covers."""
        one = self.table
        xs, ys = (
            list(accumulate(sizes, initial=start))
            for sizes, start in ((one.widths, one.box.x), (one.heights, one.box.y))
        )
        x, y = xs[column], ys[row]
        box = Box(x, y, xs[column + cell.colspan] - x, ys[row + cell.rowspan] - y)
        # The first column stands at the right where text runs from there.
        return box._replace(x=one.box.right - (box.right - one.box.x)) if self.back else box

    @cached_property
    def back(self) -> bool:
        """True where columns follow each other from right to left."""
        return right_to_left(self.canvas.deck.properties.lang)

    def _scope(self, row: int, column: int) -> str:
        if self.table.header_row and row == 0:
            return "col"
        return "row" if self.table.header_column and column == 0 else ""

    def _fill(self, row: int) -> str:
        """The header's fill, or a stripe in every second row below it."""
        style = self.canvas.design.layouts.table
        if self.table.header_row and row == 0:
            return style.header_fill
        return style.stripe if (row - self.table.header_row) % 2 else ""

    def _head_colour(self, row: int, column: int) -> str:
        style = self.canvas.design.layouts.table
        scope = self._scope(row, column)
        return {"col": style.header_colour, "row": style.header_column_colour}.get(scope, "")


def _strong(paragraph: TextParagraph, colour: str) -> TextParagraph:
    """The paragraph in bold, and in this colour where it has none of its own."""
    runs = tuple(replace(run, bold=True, colour=run.colour or colour) for run in paragraph.runs)
    return replace(paragraph, runs=runs)
