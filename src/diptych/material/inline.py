"""Inline markup is read: CommonMark's emphasis, links and code, and a few marks of the classroom.

`H~2~O`, `x^2^`, `^[a footnote]`, `[@carr1951, p. 12]`, `[Wort]{lang=de}`, `[word]{gap}`, `$E = mc^2$`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from markdown_it import MarkdownIt
from markdown_it.token import Token

from diptych.material.characters import character_problem
from diptych.material.findings import Finding
from diptych.material.formulas.notation import Notation, bare, place_of
from diptych.material.inline_checks import block_mark_findings, bracket_findings, link_findings
from diptych.material.inline_rules import add_rules
from diptych.material.line_ends import on_one_line, space_between
from diptych.material.links import target_problem
from diptych.material.markup import Paragraph, Prose, Rich, Span, joined_spans
from diptych.material.place import NOWHERE, Place
from diptych.material.quote_rules import add_quote_rules
from diptych.material.quotes import quotation_marks

MAX_LISTS = 4
_GAP = "]{gap}"
_DASHES = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<!-)--(?!-)"), "–"),
    (re.compile(r"\.\.\."), "…"),
)


def parse_rich(text: str, lang: str, place: Place = NOWHERE) -> Rich:
    """The text as marked-up spans; problems in it are passed over."""
    return InlineReader(lang).rich(text, place)


def parse_prose(text: str, lang: str, place: Place = NOWHERE) -> Prose:
    """The text as paragraphs and lists; problems in it are passed over."""
    return InlineReader(lang).prose(text, place)


@dataclass
class InlineReader:
    """Reads marked-up text of one language and gathers what is wrong with it."""

    lang: str
    findings: list[Finding] = field(default_factory=list)
    lines: Sequence[str] = ()
    parser: MarkdownIt = field(init=False, repr=False)
    inside_note: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Set up CommonMark without pictures, HTML and headings, with smart quotes and our marks."""
        self.parser = MarkdownIt("zero", {"typographer": True, "quotes": list(quotation_marks(self.lang))})
        self.parser.enable(["escape", "backticks", "emphasis", "link", "autolink", "entity", "newline"])
        self.parser.enable(["smartquotes", "list"])
        add_rules(self.parser)
        add_quote_rules(self.parser, self.lang)
        self.parser.validateLink = lambda url: True  # type: ignore[method-assign] # judged by link_problem

    def rich(self, text: str, place: Place = NOWHERE) -> Rich:
        """One paragraph; line ends count as spaces."""
        return self._rich(on_one_line(text), place) if self._is_readable(text, place) else Rich((), place)

    def prose(self, text: str, place: Place = NOWHERE, literal: bool = False) -> Prose:
        """Paragraphs parted by blank lines, and lists. `literal` text begins on the line after `place`."""
        if not self._is_readable(text, place):
            return Prose((), place)
        walker = _ProseWalker(self, place, literal)
        return Prose(tuple(walker.paragraphs(self.parser.parse(text))), place)

    def spans(self, tokens: list[Token], place: Place) -> Rich:
        """Inline tokens as spans, neighbours of one style joined."""
        self.findings += link_findings(tokens, place)
        walker = _SpanWalker(self, place)
        for index, token in enumerate(tokens):
            walker.take(token, (one.content for one in islice(tokens, index + 1, None)))
        return Rich(tuple(joined_spans(walker.spans)), place)

    def formula(self, text: str, style: Span, place: Place) -> tuple[Span, ...]:
        """A formula in a text, as one span; none where it is faulty."""
        found = self.notation(text, place, style.lang)
        return (replace(style, text=found.line, formula=found.text, spoken=found.spoken),) if found else ()

    def notation(self, text: str, place: Place, lang: str = "") -> Notation:
        """A formula, on a line and in words of the language; an empty one where it is faulty."""
        from diptych.material.formulas.linear import plain
        from diptych.material.formulas.reader import read_formula
        from diptych.material.formulas.speech import spoken
        from diptych.material.formulas.tree import FormulaError

        text = bare(text)
        try:
            tree = read_formula(text)
        except FormulaError as error:
            at = place_of(self.lines, place, text, error.at)
            message = f"in the formula `{_shortened(text)}`: {error.message}" if text else error.message
            self.findings.append(Finding(at, message, error.hint, kind="formula-syntax"))
            return Notation()
        return Notation(text, place, plain(tree), spoken(tree, lang or self.lang))

    def note(self, text: str, place: Place) -> Rich:
        """The words of a footnote, which can hold no other footnote."""
        if self.inside_note:
            self.findings.append(
                Finding(
                    place, "a footnote stands inside a footnote", "write two footnotes", kind="unused-markup"
                )
            )
            return Rich((), place)
        self.inside_note = True
        try:
            return self._rich(text, place)
        finally:
            self.inside_note = False

    def _is_readable(self, text: str, place: Place) -> bool:
        self.findings += block_mark_findings(text, place)
        unclosed = bracket_findings(text, place)
        self.findings += unclosed
        return not unclosed

    def _rich(self, text: str, place: Place) -> Rich:
        tokens = self.parser.parseInline(text)
        return self.spans(tokens[0].children or [], place) if tokens else Rich((), place)


class _ProseWalker:
    """Block tokens become paragraphs with their list, level and number."""

    def __init__(self, reader: InlineReader, place: Place, literal: bool) -> None:
        self.reader = reader
        self.place = place
        self.literal = literal
        self.lists: list[int] = []  # per open list: 0 for bullets, else the last number given
        self.fresh_item = False

    def paragraphs(self, tokens: list[Token]) -> list[Paragraph]:
        return [paragraph for token in tokens for paragraph in self._take(token)]

    def _take(self, token: Token) -> list[Paragraph]:
        if token.type == "bullet_list_open":
            self.lists.append(0)
        elif token.type == "ordered_list_open":
            self.lists.append(int(token.attrs.get("start", 1)))
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif token.type == "list_item_open":
            self.fresh_item = True
        elif token.type == "list_item_close":
            self.lists[-1] += bool(self.lists[-1])
        elif token.type == "inline":
            return [self._paragraph(token)]
        return []

    def _paragraph(self, token: Token) -> Paragraph:
        rich = self.reader.spans(token.children or [], self._line(token))
        if not (self.lists and self.fresh_item):
            return Paragraph(rich, level=max(0, len(self.lists) - 1))
        self.fresh_item = False
        if len(self.lists) > MAX_LISTS:
            message = f"lists are nested more than {MAX_LISTS} deep"
            self.reader.findings.append(
                Finding(rich.place, message, "make it two lists, or use sections", kind="too-much")
            )
        number = self.lists[-1]
        return Paragraph(rich, "number" if number else "bullet", len(self.lists) - 1, number)

    def _line(self, token: Token) -> Place:
        if not (self.literal and token.map and self.place != NOWHERE):
            return self.place
        return Place(self.place.line + 1 + token.map[0], 1)


class _SpanWalker:
    """Inline tokens become spans; open marks are kept as one growing and shrinking style."""

    def __init__(self, reader: InlineReader, place: Place) -> None:
        self.reader = reader
        self.place = place
        self.spans: list[Span] = []
        self.open: list[Span] = [Span("")]

    def take(self, token: Token, following: Iterable[str]) -> None:
        """Take in a token; `following` is the content of those after it, with which a line may begin."""
        if token.type in {"softbreak", "hardbreak"}:
            before = self.spans[-1].text if self.spans else ""
            self._add(space_between(before, next(filter(None, following), "")))
        elif handler := getattr(self, f"_{token.type}", None):
            handler(token)

    def _add(self, text: str) -> None:
        problem, hint = character_problem(text)
        if problem:  # written as an entity, such as &#8238;
            self.reader.findings.append(
                Finding(self.place, f"an entity here is {problem}", hint, kind="unprintable-character")
            )
        elif text:
            self.spans.append(replace(self.open[-1], text=text))

    def _push(self, **style: object) -> None:
        self.open.append(replace(self.open[-1], **style))  # type: ignore[arg-type]

    def _pop(self, _token: Token) -> None:
        self.open.pop()

    def _text(self, token: Token) -> None:
        text = token.content
        for pattern, replacement in _DASHES:
            text = pattern.sub(replacement, text)
        self._add(text)

    def _text_special(self, token: Token) -> None:
        self._add(token.content)

    def _formula(self, token: Token) -> None:
        style = self.open[-1]
        if _GAP in token.content:
            at = place_of(self.reader.lines, self.place, token.content, token.content.index(_GAP))
            hint = "write the gap around the whole formula: [$x = 2$]{gap}"
            found = Finding(at, "a gap stands inside a formula", hint, kind="formula-syntax")
            self.reader.findings.append(found)
        self.spans.extend(self.reader.formula(token.content, style, self.place))

    def _open_formula(self, token: Token) -> None:
        shown = token.content if len(token.content) <= 24 else f"{token.content[:24].rstrip()} …"
        message = f"the formula `{shown}` has no dollar at its end"
        place = place_of(self.reader.lines, self.place, token.content, 0)
        spaced = token.content[-1:].isspace()
        hint = "write it without the space before the last dollar" if spaced else "write $ where it ends"
        found = Finding(place, message, f"{hint}, or \\$ for a dollar", kind="formula-without-end")
        self.reader.findings.append(found)

    def _code_inline(self, token: Token) -> None:
        self.spans.append(replace(self.open[-1], text=token.content, code=True))

    def _em_open(self, _token: Token) -> None:
        self._push(emphasis=True)

    def _strong_open(self, _token: Token) -> None:
        self._push(strong=True)

    def _link_open(self, token: Token) -> None:
        target = str(token.attrs.get("href", ""))
        problem = target_problem(target)
        if problem:
            self.reader.findings.append(
                Finding(self.place, problem.message, problem.hint, kind="bad-address")
            )
        self._push(link=target)

    def _mark_open(self, token: Token) -> None:
        self._push(**token.meta)

    def _link_close(self, token: Token) -> None:
        """A link without words gets those of what it leads to."""
        style = self.open.pop()
        last = self.spans[-1] if self.spans else None
        if style.link.startswith("#") and (last is None or last.link != style.link):
            self.spans.append(style)

    _em_close = _strong_close = _mark_close = _pop

    def _subscript(self, token: Token) -> None:
        self.spans.append(replace(self.open[-1], text=token.content, position="sub"))

    def _superscript(self, token: Token) -> None:
        self.spans.append(replace(self.open[-1], text=token.content, position="super"))

    def _footnote(self, token: Token) -> None:
        self.spans.append(Span("", note=self.reader.note(token.meta["words"], self.place)))

    def _cite(self, token: Token) -> None:
        self.spans.append(Span("", cites=token.meta["cites"]))

    def _unknown_mark(self, token: Token) -> None:
        message = f"`{{{token.content}}}` is no mark"
        self.reader.findings.append(
            Finding(self.place, message, "write [word]{gap} or [Wort]{lang=de}", kind="unknown-mark")
        )


def _shortened(notation: str) -> str:
    """The notation on one line; the beginning of a long one."""
    words = " ".join(notation.split())
    return words if len(words) <= 40 else f"{words[:40].rstrip()} …"
