"""Which words of a program are keywords, strings, comments, numbers and names, as Pygments tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

TokenKind = Literal["", "keyword", "string", "comment", "number", "name"]


class Token(NamedTuple):
    """A stretch of one line, and what it is; "" is what is not set off."""

    text: str
    kind: TokenKind = ""


# The first name that a token's own begins with counts: more special ones stand first.
_KINDS: MappingProxyType[str, TokenKind] = MappingProxyType(
    {
        "Comment.Preproc": "keyword",
        "Comment": "comment",
        "Keyword": "keyword",
        "Operator.Word": "keyword",
        "Literal.String": "string",
        "Literal.Number": "number",
        "Literal.Date": "number",
        "Name.Function": "name",
        "Name.Class": "name",
        "Name.Decorator": "name",
        "Name.Attribute": "name",
        "Name.Tag": "keyword",
        "Generic.Prompt": "comment",
        "Generic.Heading": "name",
        "Generic.Subheading": "name",
        "Generic.Inserted": "string",
        "Generic.Deleted": "number",
        "Generic.Error": "number",
        "Generic.Traceback": "number",
    }
)
_TEXT_ALONE: TokenKind = ""


def highlighted(rows: Sequence[str], language: str) -> tuple[tuple[Token, ...], ...]:
    """The tokens of every row; `language` is a short name of Pygments, or empty for none."""
    if not language:
        return tuple((Token(row),) if row else () for row in rows)
    from pygments.lexers import get_lexer_by_name

    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    found = ((str(kind).removeprefix("Token."), text) for kind, text in lexer.get_tokens("\n".join(rows)))
    lines = list(_by_line(Token(text, _kind(name)) for name, text in found))
    return tuple(tuple(_joined(line)) for line in lines[: len(rows)])


def _kind(name: str) -> TokenKind:
    return next((kind for begin, kind in _KINDS.items() if f"{name}.".startswith(f"{begin}.")), _TEXT_ALONE)


def _by_line(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens line by line; what goes over the end of a line is parted there."""
    line: list[Token] = []
    for token in tokens:
        first, *others = token.text.split("\n")
        line.append(token._replace(text=first))
        for text in others:
            yield line
            line = [token._replace(text=text)]
    yield line


def _joined(line: Iterable[Token]) -> Iterator[Token]:
    """Neighbours of one kind as one; spaces go with what stands before them."""
    before = Token("")
    for token in line:
        if token.kind == before.kind or not token.text.strip():
            before = before._replace(text=before.text + token.text)
        elif not before.text.strip():
            before = token._replace(text=before.text + token.text)
        else:
            yield before
            before = token
    if before.text:
        yield before
