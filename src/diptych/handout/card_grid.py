"""Cards on a sheet: how many, how large, and where, so that fronts and backs meet when they are cut."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.layout.setting import Setting

# mm: what printers leave white at the sides, and how exact a pair of scissors is.
_SIDE = 10.0
_STEP = 0.5
_MOST_COLUMNS, _MOST_ROWS = 2, 4
# What a card needs, in ems of the text: with larger type there are fewer and larger cards on a sheet.
_LEAST_WIDTH, _LEAST_HEIGHT, _LEAST_AREA = 14.5, 11.5, 256.0


@dataclass(frozen=True)
class CardGrid:
    """Columns and rows of equal cards; all lengths are mm.

    The grid stands in the middle of the paper: turned over along its long edge, it lies on itself.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float

    @property
    def cards(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    def front(self, index: int) -> tuple[int, int]:
        """Column and row of the front of a sheet's card; both count from 0."""
        row, column = divmod(index, self.columns)
        return column, row

    def back(self, index: int) -> tuple[int, int]:
        """Column and row of its back: the columns are mirrored, as the paper is turned on its long edge."""
        column, row = self.front(index)
        return self.columns - 1 - column, row


def card_grid(setting: Setting, head: float, foot: float) -> CardGrid:
    """The grid with the most cards that are large enough for the type, side by side where that is possible.

    `head` and `foot` are the mm above and below it. There is always one card.
    """
    counts = ((columns, rows) for columns in range(1, _MOST_COLUMNS + 1) for rows in range(1, _MOST_ROWS + 1))
    grids = [_grid(setting.paper.width, setting.paper.height - head - foot, *count) for count in counts]
    roomy = [grid for grid in grids if _roomy(grid, setting)] or grids[:1]
    return max(roomy, key=lambda grid: (grid.cards, grid.columns))


def _grid(width: float, height: float, columns: int, rows: int) -> CardGrid:
    card = (_rounded((width - 2 * _SIDE) / columns), _rounded(height / rows))
    return CardGrid(columns, rows, *card, left=(width - columns * card[0]) / 2)


def _rounded(length: float) -> float:
    return length // _STEP * _STEP


def _roomy(grid: CardGrid, setting: Setting) -> bool:
    em = setting.mm(1)
    width, height = grid.width / em, grid.height / em
    return width >= _LEAST_WIDTH and height >= _LEAST_HEIGHT and width * height >= _LEAST_AREA
