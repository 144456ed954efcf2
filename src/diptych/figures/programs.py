"""A listing as both panels show it: its lines with their tokens, numbers and emphasis, told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.figures.highlighting import Token, highlighted
from diptych.material.blocks import Code
from diptych.material.program_languages import PLAIN, known_as, language_of_file, proper_name
from diptych.material.program_lines import numbered_rows

# A few lines are counted at a glance.
_NUMBERED_FROM = 5


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """One line: its tokens, the number to print (0 for none), and whether its author emphasises it."""

    tokens: tuple[Token, ...]
    number: int = 0
    emphasised: bool = False

    @property
    def text(self) -> str:
        """The line as typed."""
        return "".join(token.text for token in self.tokens)


def program_lines(code: Code) -> tuple[ProgramLine, ...]:
    """The lines of a listing without the spaces at their ends."""
    numbered = numbered_rows(code)
    language = known_as(code.language) if code.language else language_of_file(code.file)
    shown = code.line_numbers != "false" and (bool(code.line_numbers) or len(numbered) >= _NUMBERED_FROM)
    found = highlighted([row for _, row in numbered], language)
    return tuple(
        ProgramLine(tokens, number if shown else 0, any(number in lines for lines in code.emphasise))
        for (number, _), tokens in zip(numbered, found, strict=True)
    )


def output_lines(code: Code) -> tuple[ProgramLine, ...]:
    """What the program writes, line by line; nothing where its author does not say."""
    return tuple(_plain(code.output)) if code.output.strip() else ()


def language_name(code: Code) -> str:
    """The language as readers know it; empty for plain text."""
    return "" if code.language.casefold() in PLAIN else proper_name(code.language)


def _plain(text: str) -> Iterator[ProgramLine]:
    for row in text.strip("\n").split("\n"):
        shown = row.rstrip()
        yield ProgramLine((Token(shown),) if shown else ())
