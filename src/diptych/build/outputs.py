"""Which files a source becomes: handout and deck, and what its author or the command line wants besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from diptych.build.request import SETS, Request, given
from diptych.build.sources import UsageError
from diptych.handout.edition import Edition
from diptych.layout.load import Layout, LayoutError
from diptych.layout.setting import Setting
from diptych.material.choices import HandoutChoices, Output, WorkName
from diptych.material.findings import Finding, SourceError
from diptych.material.place import NOWHERE, Place

# What may be said of each work: anything else would do nothing.
_FITTING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "handout": frozenset({"edition", "notes", *SETS, "fit", "fillable", "archive"}),
        # Cards lie in the middle of the paper, so that both sides meet: margins would move them apart.
        "flashcards": frozenset(SETS) - {"margins"},
        "exit-slips": frozenset({"edition", *SETS, "seed", "count", "fillable"}),
        "deck": frozenset({"edition"}),
        "printed-deck": frozenset({"edition", "form", "ink"}),
        "questions": frozenset({"form"}),
    }
)
_FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"printed-deck": ("notes", "three", "six"), "questions": ("gift", "qti")}
)
_NAME = re.compile(r"\w[\w.-]{0,99}")


@dataclass(frozen=True)
class Wanted:
    """One file: what it is, its name without the source's name, and how it is made."""

    work: WorkName
    name: str
    edition: Edition
    form: str = ""
    place: Place = field(default=NOWHERE, compare=False)


def wanted_works(request: Request, base: HandoutChoices, outputs: Sequence[Output]) -> tuple[Wanted, ...]:
    """The files that are to be made, in order, each once.

    `base` holds for all that is printed. Raises UsageError where the command line asks for what cannot be,
    SourceError where an output of the source does.
    """
    main = request.outputs() or (Output(), Output(work="deck"), *outputs)
    asked = (*(one for one in main if request.only in {"", _panel(one.work)}), *request.works)
    for finding in (finding for output in asked for finding in _misfits(output)):
        raise _error(finding)
    wanted = [_wanted(output, base) for output in asked]
    _check_names(wanted)
    return tuple(dict.fromkeys(wanted))


def check_sets(wanted: Sequence[Wanted], base: HandoutChoices, layout: Layout) -> None:
    """Raises an error at who names a set (paper, size and so on) that the layout does not have."""
    _setting(layout, base, base.place)
    for one in wanted:
        setting = _setting(layout, one.edition, one.place)
        if setting.paper.booklet and one.edition.fillable:
            message = f"nobody fills in a booklet on a screen: `{setting.paper.name}` has no fields"
            raise _error(
                Finding(one.place, message, "choose the page alone, such as a5", kind="output-options")
            )


def _setting(layout: Layout, choices: HandoutChoices | Edition, place: Place) -> Setting:
    try:
        return layout.setting(**{name: getattr(choices, name) for name in SETS})
    except LayoutError as error:
        message, _, known = str(error).partition("; ")
        raise _error(Finding(place, message, known, kind="unknown-set")) from None


def own_edition(base: HandoutChoices) -> Edition:
    """The handout that a source asks for where nothing else is said."""
    return _edition(Output(), base)


def _error(finding: Finding) -> UsageError | SourceError:
    """The fault of who asked: the source has a place, the command line has none."""
    if finding.place == NOWHERE:
        return UsageError(f"{finding.message}; {finding.hint}")
    return SourceError((finding,))


def _panel(work: WorkName) -> str:
    return "deck" if work in {"deck", "printed-deck"} else "handout"


def _misfits(output: Output) -> Iterator[Finding]:
    """What an output says that does nothing or cannot be."""
    fitting = _FITTING[output.work]
    for name in given(output):
        if name not in fitting:
            hint = f"of {output.work} one may say {', '.join(sorted(fitting | {'name'}))}"
            yield Finding(
                output.place, f"`{name}` means nothing for {output.work}", hint, kind="output-options"
            )
    forms = _FORMS.get(output.work, ())
    if output.form not in {"", *forms} and forms:
        hint = f"choose {' or '.join(forms)}"
        yield Finding(
            output.place, f"`form: {output.form}` is none of {output.work}", hint, kind="output-options"
        )
    if output.name and not _NAME.fullmatch(output.name):
        hint = "write letters, digits, hyphens and points, without folders"
        yield Finding(
            output.place,
            f"`name: {output.name}` cannot be part of a file's name",
            hint,
            kind="output-options",
        )
    yield from _misfitting_editions(output)


def _misfitting_editions(output: Output) -> Iterator[Finding]:
    place, edition = output.place, output.edition
    if output.notes == "organiser" and edition in {"teacher", "answers"}:
        yield Finding(
            place,
            f"an organiser has no edition `{edition}`",
            "it asks nothing: leave `edition` out",
            kind="output-options",
        )
    elif edition == "answers" and output.notes not in {"", "cloze"}:
        yield Finding(
            place,
            "the answers are the same for all `notes` but cloze",
            "leave `notes` out",
            kind="output-options",
        )
    if edition == "answers" and output.work in {"deck", "printed-deck"}:
        yield Finding(
            place, "a deck has no edition `answers`", "choose student or teacher", kind="output-options"
        )
    if output.fillable and edition in {"teacher", "answers"}:
        yield Finding(
            place,
            f"the edition `{edition}` has no room to fill",
            "leave `fillable` out",
            kind="output-options",
        )
    if output.fillable and output.archive:
        hint = "make two files of it"
        yield Finding(
            place, "a file with fields cannot be archived (PDF/A forbids it)", hint, kind="output-options"
        )


def _wanted(output: Output, base: HandoutChoices) -> Wanted:
    edition = _edition(output, base)
    form = output.form or (*_FORMS.get(output.work, ()), "")[0]
    return Wanted(output.work, output.name or _name(output, edition, form), edition, form, output.place)


def _edition(output: Output, base: HandoutChoices) -> Edition:
    """What the output says, else what holds for all handouts."""
    values: dict[str, Any] = {name: getattr(output, name) or getattr(base, name) for name in SETS}
    if output.work in {"handout", "exit-slips"}:
        values["fillable"] = output.fillable or (base.fillable and not output.archive)
        values["fillable"] &= output.edition in {"", "student"}
    if output.work == "handout":
        values["archive"] = output.archive or (base.archive and not values["fillable"])
        values["form"] = output.notes or _notes(output, base)
        values["fit"] = int(output.fit or base.fit)
    elif output.work in {"flashcards", "exit-slips"}:
        values |= {"form": output.work, "seed": output.seed, "count": output.count}
    lecturers = output.work in {"deck", "printed-deck"}
    return Edition(edition=output.edition or ("teacher" if lecturers else "student"), **values)


def _notes(output: Output, base: HandoutChoices) -> str:
    """The form that all handouts have; an organiser asks nothing: answers are the outline's."""
    answers = output.edition in {"teacher", "answers"}
    return "outline" if answers and base.notes == "organiser" else base.notes or "outline"


def _name(output: Output, edition: Edition, form: str) -> str:
    """What the file is called: the work, then all that sets it apart."""
    match output.work:
        case "deck" | "printed-deck":
            kind, student = output.work == "printed-deck", edition.edition == "student"
            words = ["slides", form if kind else "", "student" if student else "", output.ink if kind else ""]
        case "questions":
            words = ["questions"]
        case _:
            words = [_kind(output), output.notes, *(getattr(output, name) for name in SETS)]
            words += [name for name in ("fillable", "archive") if getattr(output, name)]
    return "-".join(filter(None, words))


def _kind(output: Output) -> str:
    """`handout`, `handout-teacher`, `answers`, `exit-slips-answers`."""
    edition = "" if output.edition == "student" else output.edition
    if output.work == "handout" and edition == "answers":
        return "answers"
    return "-".join(filter(None, (output.work, edition)))


def _check_names(wanted: Sequence[Wanted]) -> None:
    """Raises an error at the second of two files that would have one name."""
    names: dict[tuple[str, str], Wanted] = {}
    for one in wanted:
        key = (_panel(one.work) + one.form, one.name)
        other = names.setdefault(key, one)
        if replace(other, place=one.place) != one:
            message = f"two outputs would both be called `{one.name}`"
            raise _error(
                Finding(one.place, message, "give one of them another `name`", kind="output-options")
            )
