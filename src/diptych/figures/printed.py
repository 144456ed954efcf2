"""A drawing on paper: vectors, with its words as text of the page, tagged as one figure."""

from __future__ import annotations

from html import escape

from diptych.figures.drawing import LEADING, MM_PER_POINT, DataTable, Drawing, Words
from diptych.figures.inks import FigureLook
from diptych.figures.svg import shapes_svg

# Room on either side of words, so that no rounding breaks a line, in ems.
_SPARE = 1.0
_SIDES = {"start": "left", "middle": "center", "end": "right"}
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


def printed_drawing(drawing: Drawing, look: FigureLook, scale: float = 1.0, style: str = "") -> str:
    """The HTML of a drawing, `scale` times its size, one figure for those who listen; then its data.

    `style` is more CSS of its box, which is positioned. Words are text of the page rather than of the SVG, as
    WeasyPrint sets the letters of an SVG one by one, which takes joined scripts apart.
    """
    size = f"width:{_mm(drawing.width * scale)};height:{_mm(drawing.height * scale)}"
    words = "".join(_words(part, look, scale) for part in drawing.parts if isinstance(part, Words))
    base = f"position:relative;font-family:{look.family};font-style:normal;hyphens:manual"
    return (
        f'<div class="drawing" data-tag="Figure" data-alt="{escape(drawing.alt)}"'
        f' style="{escape(f"{base};{size};{style}")}">'
        f'<div style="{size}">{_sized(shapes_svg(drawing, look), size)}</div>{words}</div>'
    )


def hidden_table(table: DataTable, drawing: Drawing, scale: float = 1.0) -> str:
    """The data of a drawing as a table for those who listen, printed in no colour where the drawing is."""
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in table.header)
    rows = "".join(_row(row) for row in table.rows)
    return (
        f'<div class="drawing-data" style="height:0;width:{_mm(drawing.width * scale)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[str, ...]) -> str:
    """A row; the first of three cells or more heads the others."""
    if len(row) < 3:
        return f"<tr>{''.join(f'<td>{escape(words)}</td>' for words in row)}</tr>"
    first, *others = row
    cells = "".join(f"<td>{escape(words)}</td>" for words in others)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


def _sized(svg: str, size: str) -> str:
    return svg.replace("<svg ", f'<svg style="display:block;{size}" ', 1)


def _words(words: Words, look: FigureLook, scale: float) -> str:
    """Lines in a box that stands where they do; it is wider than they are, and turned about their anchor."""
    em = words.size * MM_PER_POINT * scale
    width, share = (words.widest(look.type.width) + 2 * _SPARE) * em, _SHARES[words.align]
    rise = _baseline(words, look) * em
    # The anchor inside the box: at an end the spare room lies beyond the other end.
    anchor = {"start": 0.0, "middle": width / 2, "end": width}[words.align]
    left, top = words.at.x * scale - share * width, words.at.y * scale - rise
    place = f"left:{_mm(left)};top:{_mm(top)};width:{_mm(width)}"
    css = (
        f"position:absolute;display:block;white-space:pre;{place};font-size:{_mm(em)};line-height:{LEADING};"
        f"color:{look.words[words.colour]};text-align:{_SIDES[words.align]};text-indent:0"
        f";letter-spacing:{look.type.letter_spacing:g}em;word-spacing:{look.type.word_spacing:g}em"
        f";font-weight:{'bold' if words.bold else 'normal'}{';font-style:italic' if words.italic else ''}"
    )
    if words.turn:
        css += f";transform-origin:{_mm(anchor)} {_mm(rise)};transform:rotate({words.turn:g}deg)"
    lang = f' lang="{escape(words.lang)}"' if words.lang else ""
    told = _lead(words, look) + "<br>".join(map(escape, words.lines))
    return f'<span{lang}{_direction(words)} style="{css}">{told}</span>'


def _lead(words: Words, look: FigureLook) -> str:
    if not words.lead:
        return ""
    css = f"font-weight:bold;font-style:normal;color:{look.words[words.lead_colour]}"
    return f'<span style="{css}">{escape(words.lead)} </span>'


def _baseline(words: Words, look: FigureLook) -> float:
    """How far below the top of the first line its baseline stands, in ems."""
    ascent, descent = look.type.file(words.bold, words.italic).vertical
    return (LEADING - ascent - descent) / 2 + ascent


def _direction(words: Words) -> str:
    return ' dir="rtl"' if words.right_to_left else ""


def _mm(length: float) -> str:
    return f"{length:.3f}".rstrip("0").rstrip(".") + "mm"
