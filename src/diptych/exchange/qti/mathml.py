"""Formulas as MathML, which QTI takes from its own vocabulary (IMS QTI 2.1, "MathML")."""

from __future__ import annotations

from types import MappingProxyType

from lxml import etree

from diptych.exchange.qti.elements import Element
from diptych.material.formulas.linear import plain
from diptych.material.formulas.tree import (
    EMPTY,
    Accent,
    Arrow,
    Big,
    Chemistry,
    Fenced,
    Fraction,
    Marked,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Styled,
    Symbol,
    Table,
    Text,
)

MATHML = "http://www.w3.org/1998/Math/MathML"
_VARIANTS = MappingProxyType(
    {
        "upright": "normal",
        "double": "double-struck",
        "sans": "sans-serif",
        "typewriter": "monospace",
    }
)


def mathml(tree: Node, told: str) -> Element:
    """The formula as an element `math`, with its words for those who listen."""
    return _made("math", [_element(tree)], alttext=told)


def _element(node: Node) -> Element:
    match node:
        case Symbol(char, kind, variant):
            letter = char.isalpha() and kind == "ord"
            return _made("mi" if letter else "mo", char, **_variant(variant))
        case Number(digits, variant):
            return _made("mn", digits, **_variant(variant))
        case Name(name):
            return _made("mi", name)
        case Text(words):
            return _made("mtext", words.replace(" ", "\u00a0"))
        case Space(width):
            return _made("mspace", width=f"{width:.3f}em")
        case Row(parts):
            return _made("mrow", [_element(part) for part in parts])
        case Chemistry(inside):
            return _element(inside)
        case Scripts():
            return _scripts(node)
        case _:
            return _built(node)


def _built(node: Node) -> Element:
    match node:
        case Fraction(top, bottom, bar, fences):
            attributes = {} if bar else {"linethickness": "0"}
            fraction = _made("mfrac", [_element(top), _element(bottom)], **attributes)
            return _between(fences, fraction)
        case Root(inside, None):
            return _made("msqrt", [_element(inside)])
        case Root(inside, degree):
            return _made("mroot", [_element(inside), _element(degree or EMPTY)])
        case Accent(base, sign, _, under):
            shown = {"‾": "¯", "_": "_"}.get(sign, sign)
            sign_element = _made("mo", shown.replace("\u20d7", "→").replace("\u20d6", "←"))
            return _made("munder" if under else "mover", [_element(base), sign_element], accent="true")
        case Stack(base, over, under):
            return _over_under(_element(base), over, under)
        case Arrow(char, over, under):
            return _over_under(_made("mo", char, stretchy="true"), over, under)
        case Fenced(left, right, parts, middle):
            inner = [_element(parts[0])]
            for sign, part in zip(middle, parts[1:], strict=True):
                inner += [_made("mo", sign, stretchy="true"), _element(part)]
            return _between((left, right), *inner)
        case Big(char):
            return _made("mo", char)
        case Table(rows, _, _, fences):
            return _between(fences, _made("mtable", [_row(row) for row in rows]))
        case Marked(inside, "phantom"):
            return _made("mphantom", [_element(inside)])
        case Marked(inside) | Styled(inside):
            return _element(inside)
        case _:
            return _made("mtext", plain(node))


def _scripts(node: Scripts) -> Element:
    base = _element(node.base)
    if node.sub is not None and node.sup is not None:
        return _made("msubsup", [base, _element(node.sub), _element(node.sup)])
    if node.sub is not None:
        return _made("msub", [base, _element(node.sub)])
    return _made("msup", [base, _element(node.sup or EMPTY)])


def _over_under(base: Element, over: Node | None, under: Node | None) -> Element:
    if over is not None and under is not None:
        return _made("munderover", [base, _element(under), _element(over)])
    if under is not None:
        return _made("munder", [base, _element(under)])
    return _made("mover", [base, _element(over)]) if over is not None else base


def _row(cells: tuple[Node, ...]) -> Element:
    return _made("mtr", [_made("mtd", [_element(cell)]) for cell in cells])


def _between(fences: tuple[str, str], *inside: Element) -> Element:
    left, right = ([_made("mo", fence, stretchy="true")] if fence else [] for fence in fences)
    return _made("mrow", [*left, *inside, *right])


def _variant(variant: str) -> dict[str, str]:
    return {"mathvariant": _VARIANTS.get(variant, variant)} if variant else {}


def _made(tag: str, content: str | list[Element] = "", **attributes: str) -> Element:
    nsmap = {None: MATHML}
    element = etree.Element(f"{{{MATHML}}}{tag}", attributes, nsmap=nsmap)  # type: ignore[arg-type]
    if isinstance(content, str):
        element.text = content or None
    else:
        element.extend(content)
    return element
