"""Native tables: cells with spans, a header row and column that programs know as such."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.design.colours import Palette
from diptych.deck.design.slide_layouts import TableStyle
from diptych.deck.template.table_style import TABLE_STYLE
from diptych.deck.values import TableCell, TableShape, TextParagraph
from diptych.deck.write.ooxml import fill, shape_name, transform
from diptych.deck.write.text import FREE_TEXT, Sheet, paragraphs
from diptych.material.scripts import right_to_left

_RULE, _LAST_RULE = 9525, 19050


def table(one: TableShape, sheet: Sheet) -> str:
    """The graphic frame with the table."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in one.widths)
    rows = "".join(_row(one, index, sheet) for index in range(len(one.rows)))
    flags = (
        (' rtl="1"' if right_to_left(sheet.lang) else "")
        + (' firstRow="1"' if one.header_row else "")
        + (' firstCol="1"' if one.header_column else "")
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{shape_name(next(sheet.numbers), one.name, one.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{transform(one.box, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr{flags} bandRow="1">'
        f"<a:tableStyleId>{sheet.table.id or TABLE_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(one: TableShape, index: int, sheet: Sheet) -> str:
    cells = (_cell(one, index, column, sheet) for column in range(len(one.widths)))
    return f'<a:tr h="{one.heights[index]}">{"".join(cells)}</a:tr>'


def _cell(one: TableShape, row: int, column: int, sheet: Sheet) -> str:
    cell = one.rows[row][column]
    top, left = _owner(one, row, column)
    spans = _covered(one, row, column) if cell is None else _spans(cell)
    colour = _head_colour(one, top, left, sheet.table)
    words = cell.paragraphs if cell else ()
    words = tuple(_strong(paragraph, colour) for paragraph in words) if colour else words
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(words, FREE_TEXT, sheet)}</a:txBody>"
        f"{_cell_properties(one, top, left, sheet)}</a:tc>"
    )


def _cell_properties(one: TableShape, top: int, left: int, sheet: Sheet) -> str:
    """Margins, borders and fill of the cell that begins at this place, for all that its span covers.

    The table style says the same, but not every program reads it.
    """
    across, down = one.margin
    anchor = "b" if one.header_row and top == 0 else "ctr"
    role = _fill_role(one, top, sheet.table)
    ground = fill(sheet.palette(role) if role else "")
    return (
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{anchor}">'
        f"{_borders(one, top, left, sheet.table, sheet.palette)}{ground}</a:tcPr>"
    )


def _borders(one: TableShape, top: int, left: int, style: TableStyle, palette: Palette) -> str:
    """Rules between rows and a stronger one at the end; none between columns."""
    cell = one.rows[top][left]
    last = top + (cell.rowspan if cell else 1) == len(one.rows)
    rule = palette(style.edge if last else style.rule)
    line = f'<a:lnB w="{_LAST_RULE if last else _RULE}" cmpd="sng">{fill(rule)}</a:lnB>'
    return f'<a:lnL w="0">{fill("")}</a:lnL><a:lnR w="0">{fill("")}</a:lnR>{line}'


def _fill_role(one: TableShape, row: int, style: TableStyle) -> str:
    """The header's fill, or a stripe in every second row below it; a cell goes by its first row."""
    if one.header_row and row == 0:
        return style.header_fill
    return style.stripe if (row - one.header_row) % 2 else ""


def _head_colour(one: TableShape, row: int, column: int, style: TableStyle) -> str:
    """The colour of text that heads a column or row; empty for other cells."""
    if one.header_row and row == 0:
        return style.header_colour
    return style.header_column_colour if one.header_column and column == 0 else ""


def _spans(cell: TableCell) -> str:
    down = f' rowSpan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + (f' gridSpan="{cell.colspan}"' if cell.colspan > 1 else "")


def _covered(one: TableShape, row: int, column: int) -> str:
    """The marks of a cell that lies under another's span: which of its neighbours covers it."""
    top, left = _owner(one, row, column)
    owner = one.rows[top][left]
    assert owner is not None
    # The first row of a block still says how far down it goes, the first column how far across.
    marks = f' rowSpan="{owner.rowspan}"' if row == top and owner.rowspan > 1 else ""
    marks += f' gridSpan="{owner.colspan}"' if column == left and owner.colspan > 1 else ""
    marks += ' hMerge="1"' if column > left else ""
    return marks + (' vMerge="1"' if row > top else "")


def _owner(one: TableShape, row: int, column: int) -> tuple[int, int]:
    """Row and column of the cell whose span covers this place."""
    for top in range(row, -1, -1):
        for left in range(column, -1, -1):
            cell = one.rows[top][left]
            if cell and top + cell.rowspan > row and left + cell.colspan > column:
                return top, left
    raise ValueError(f"no span covers the empty cell {column + 1} in row {row + 1} of the table {one.name}")


def _strong(paragraph: TextParagraph, colour: str) -> TextParagraph:
    """The paragraph in bold, and in this colour where it has none of its own."""
    runs = tuple(replace(run, bold=True, colour=run.colour or colour) for run in paragraph.runs)
    return replace(paragraph, runs=runs)
