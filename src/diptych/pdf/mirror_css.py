"""A style sheet for what is read from the left becomes one for what is read from the right.

Sheets say left and right: WeasyPrint lets logical properties (`margin-inline-start`) win over physical ones
that come after them, so that a layout's own sheet could not change what another one says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Any

# A comment before a rule that stays as it is; CSSJanus and others know it.
_AS_IT_IS = "@noflip"
_SIDES = MappingProxyType({"left": "right", "right": "left"})
_SIDE = re.compile(r"(?<![\w-])(left|right)(?![\w-])|(?<=-)(left|right)(?![\w])")
# Properties with a value for each side, those with one for each corner, and those that name a side.
_EACH_SIDE = frozenset({"margin", "padding", "inset", "border-width", "border-style", "border-color"})
_NAMING = frozenset({"text-align", "text-align-all", "text-align-last", "float", "clear", "caption-side"})
_PLACING = frozenset({"background-position", "object-position", "transform-origin"})
_LENGTHS = frozenset({"dimension", "percentage", "number", "function", "ident"})


def mirrored(css: str) -> str:
    """The sheet with left and right changed over: sides, alignment, boxes of the page, left and right pages.

    Rules with the comment `@noflip` before them stay as they are. WeasyPrint indents no first line from the
    right: what does so is an empty box in its place.
    """
    import tinycss2  # type: ignore[import-untyped]

    return "\n".join(_rules(tinycss2.parse_stylesheet(css)))


def _rules(nodes: Sequence[Any]) -> Iterator[str]:
    kept = False
    for node in nodes:
        if node.type == "comment":
            kept = _AS_IT_IS in node.value
        elif node.type != "whitespace":
            yield from [node.serialize()] if kept or node.type == "error" else _rule(node)
            kept = False


def _rule(rule: Any) -> Iterator[str]:
    """A rule with its declarations and the rules in it, and another one for what it indents."""
    import tinycss2

    prelude = tinycss2.serialize(rule.prelude)
    if rule.type == "at-rule":
        name = _other_side(rule.at_keyword)
        prelude = f"@{name}{_other_side(prelude) if name == 'page' else prelude}"
    if rule.content is None:
        yield f"{prelude};"
        return
    nodes = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    yield f"{prelude}{{ {' '.join(_inside(nodes))} }}"
    for node in nodes:
        if node.type == "declaration" and node.name == "text-indent":
            yield from _indented(prelude, tinycss2.serialize(node.value).strip())


def _inside(nodes: Sequence[Any]) -> Iterator[str]:
    for node in nodes:
        if node.type == "declaration":
            yield _declaration(node)
        else:
            yield from _rule(node)


def _indented(selectors: str, length: str) -> Iterator[str]:
    if length != "0":
        befores = ", ".join(f"{one.strip()}::before" for one in selectors.split(","))
        yield f'{befores} {{ content: ""; display: inline-block; margin-right: {length} }}'


def _declaration(one: Any) -> str:
    import tinycss2

    if one.name == "text-indent":
        return "text-indent: 0;"
    name = one.name if one.name.startswith("--") else _other_side(one.name)
    value = tinycss2.serialize(_value(name, list(one.value)))
    return f"{name}: {value.strip()}{' !important' if one.important else ''};"


def _other_side(words: str) -> str:
    """`margin-left` is `margin-right`."""
    return _SIDE.sub(lambda match: _SIDES[match[0]], words)


def _value(name: str, tokens: list[Any]) -> list[Any]:
    if name in _NAMING:
        return _renamed(tokens)
    if name in _EACH_SIDE:
        return _changed_over(tokens, (1, 3))
    if name == "border-radius":
        return _changed_over(tokens, (0, 1), (3, 2))
    return _placed(tokens) if name in _PLACING else tokens


def _renamed(tokens: list[Any]) -> list[Any]:
    for token in tokens:
        if token.type == "ident" and token.lower_value in _SIDES:
            token.value = token.lower_value = _SIDES[token.lower_value]
    return tokens


def _changed_over(tokens: list[Any], *pairs: tuple[int, int]) -> list[Any]:
    """Four values of which those of the pairs change places; fewer are alike on both sides."""
    places = [place for place, token in enumerate(tokens) if token.type in _LENGTHS or token.type == "hash"]
    if len(places) == 4:
        for one, other in pairs:
            first, second = places[one], places[other]
            tokens[first], tokens[second] = tokens[second], tokens[first]
    return tokens


def _placed(tokens: list[Any]) -> list[Any]:
    """Each place of a list, whose first value is measured from the other side."""
    import tinycss2

    first, found = True, []
    for token in _renamed(tokens):
        if first and token.type in _LENGTHS and token.type != "ident":
            found += tinycss2.parse_component_value_list(_from_other_side(token))
        else:
            found.append(token)
        first = token == "," or (first and token.type == "whitespace")
    return found


def _from_other_side(token: Any) -> str:
    if token.type == "percentage" or getattr(token, "value", None) == 0:
        return f"{100 - token.value:g}%"
    return f"calc(100% - {token.serialize()})"
