"""Letters that know no italics: what is emphasised in them is bold, and nothing in them slants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from diptych.deck.values import Run
from diptych.material.scripts import is_upright, script_of


def upright_runs(runs: Iterable[Run], italic: bool) -> tuple[Run, ...]:
    """The runs in a text that is `italic` or not, parted where such letters begin and end.

    Emphasis in italic text stands upright, so that what stands upright there is marked as emphasis is.
    Letters of formulas keep their slant, and their digits stand.
    """
    return tuple(part for run in runs for part in _parts(run, italic))


def _parts(run: Run, italic: bool) -> Iterator[Run]:
    if run.formula:
        yield replace(run, italic=run.italic != italic, formula=False)
        return
    if not (run.italic or italic) or not is_upright(run.text):
        yield run
        return
    for upright, text in _by_kind(run.text):
        bold = run.bold or (upright and run.italic)
        yield replace(run, text=text, bold=bold, italic=italic if upright else run.italic)


def _by_kind(text: str) -> Iterator[tuple[bool, str]]:
    """The text in parts that stand upright and others; signs and spaces go with the letters before them."""
    kind, kinds = is_upright(next((char for char in text if script_of(char)), "")), []
    for char in text:
        kind = is_upright(char) if script_of(char) else kind
        kinds.append((kind, char))
    for upright, group in groupby(kinds, key=lambda one: one[0]):
        yield upright, "".join(char for _, char in group)
