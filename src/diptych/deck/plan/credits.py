"""The credit of a picture, table or document: title, author, source, licence, changes."""

from __future__ import annotations

from dataclasses import replace

from diptych.deck.plan.runs import Voice, join
from diptych.deck.values import Link, Run
from diptych.material.facts import Credit
from diptych.material.licences import licence_address


def credit_line(voice: Voice, credit: Credit | None) -> tuple[Run, ...]:
    """The credit as one row of runs; nothing where there is none."""
    if credit is None:
        return ()
    parts = (
        voice.rich(credit.title, italic=True),
        voice.rich(credit.author),
        voice.rich(credit.source),
        licence(voice, credit.license),
        changes_note(voice, credit),
    )
    return join(parts, ", ")


def licence(voice: Voice, words: str) -> tuple[Run, ...]:
    """The licence's SPDX id, linked to its text where it is one of Creative Commons."""
    address = licence_address(words)
    return tuple(replace(run, link=Link(url=address) if address else None) for run in voice.words(words))


def changes_note(voice: Voice, credit: Credit) -> tuple[Run, ...]:
    """What was changed, as the label says it."""
    if not credit.changes:
        return ()
    before, after = voice.document.labels("changes", changes="\0").split("\0")
    return (*voice.words(before), *voice.rich(credit.changes), *voice.words(after))
