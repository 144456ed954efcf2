"""Native tables: cells with spans, a header row and column that programs know as such."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.ooxml import shape_name, transform
from diptych.deck.table_style import TABLE_STYLE
from diptych.deck.values import Run, TableCell, TableShape, TextParagraph
from diptych.deck.write_text import FREE_TEXT, Sheet, paragraphs


def table(one: TableShape, sheet: Sheet) -> str:
    """The graphic frame with the table."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in one.widths)
    rows = "".join(_row(one, index, sheet) for index in range(len(one.rows)))
    flags = (' firstRow="1"' if one.header_row else "") + (' firstCol="1"' if one.header_column else "")
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{shape_name(next(sheet.numbers), one.name, one.alt)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{transform(one.box, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr{flags} bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(one: TableShape, index: int, sheet: Sheet) -> str:
    cells = (_cell(one, index, column, sheet) for column in range(len(one.widths)))
    return f'<a:tr h="{one.heights[index]}">{"".join(cells)}</a:tr>'


def _cell(one: TableShape, row: int, column: int, sheet: Sheet) -> str:
    cell = one.rows[row][column]
    spans = _covered(one, row, column) if cell is None else _spans(cell)
    header = one.header_row and row == 0
    heads = header or (one.header_column and column == 0)
    words = cell.paragraphs if cell else ()
    words = tuple(_strong(paragraph) for paragraph in words) if heads else words
    across, down = one.margin
    anchor = "b" if header else "t"
    return (
        f"<a:tc{spans}><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(words, FREE_TEXT, sheet)}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{anchor}"/></a:tc>'
    )


def _spans(cell: TableCell) -> str:
    across = f' gridSpan="{cell.colspan}"' if cell.colspan > 1 else ""
    down = f' rowSpan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return down + across


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


def _strong(paragraph: TextParagraph) -> TextParagraph:
    runs: tuple[Run, ...] = tuple(replace(run, bold=True) for run in paragraph.runs)
    return replace(paragraph, runs=runs)
