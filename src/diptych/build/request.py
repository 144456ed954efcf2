"""What the command line asks for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from diptych.material.choices import Output, PrintChoices
from diptych.material.scalars import Pages

# The keys that name sets of the layout.
SETS = ("paper", "size", "spacing", "margins", "ink")


@dataclass(frozen=True)
class Request:
    """What the command line asks for; empty where it says nothing.

    `editions` and `choices` together are the handouts that it wants in place of those of the source;
    `works` come besides.
    """

    only: str = ""
    editions: tuple[str, ...] = ()
    choices: Output = Output()
    works: tuple[Output, ...] = ()

    def outputs(self) -> tuple[Output, ...]:
        """The handouts asked for, and the decks that go with them; none where nothing is said of them."""
        if not self.editions and not given(self.choices):
            return ()
        return (*self._handouts(), *self._decks())

    def _handouts(self) -> Iterator[Output]:
        for edition in self.editions or ("",):
            # A key is asked for besides pages of a form; it is the same for all but a cloze.
            besides = edition == "answers" and len(self.editions) > 1 and self.choices.notes != "cloze"
            notes = "" if besides else self.choices.notes
            yield replace(self.choices, edition=edition, notes=notes)  # type: ignore[arg-type]

    def _decks(self) -> Iterator[Output]:
        """The lecturer's for a teacher, or where no edition is named; the student's for a student."""
        if not self.editions or "teacher" in self.editions:
            yield Output(work="deck")
        if "student" in self.editions:
            yield Output(work="deck", edition="student")


def request(arguments: argparse.Namespace) -> Request:
    """What the words of the command line mean."""
    choices = Output(
        **{name: getattr(arguments, name) for name in SETS},
        notes=arguments.notes,
        fit=Pages(arguments.fit),
        fillable=arguments.fillable,
        archive=arguments.archive,
    )
    return Request(arguments.only or "", arguments.edition, choices, tuple(_further(arguments, choices)))


def given(choices: PrintChoices) -> list[str]:
    """The keys that say something of how a work is made."""
    told = (one for one in fields(choices) if one.name not in {"place", "work", "name"})
    return [one.name for one in told if getattr(choices, one.name) != one.default]


def _further(arguments: argparse.Namespace, choices: Output) -> Iterator[Output]:
    sheet = replace(choices, notes="", fit=Pages(0), archive=False)
    if arguments.flashcards:
        yield replace(sheet, work="flashcards", margins="", fillable=False)
    if arguments.exit_slips:
        for edition in arguments.edition or ("",):
            yield replace(sheet, work="exit-slips", edition=edition)  # type: ignore[arg-type]
    if arguments.printed_deck:
        yield Output(work="printed-deck", form=arguments.printed_deck, ink=arguments.ink)
    if arguments.questions:
        yield Output(work="questions", form=arguments.questions)
