"""How a work was made, as the manifest tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

from diptych.build.outputs import Wanted
from diptych.handout.edition import Edition
from diptych.material.choices import WorkName

Options = Mapping[str, str | int | bool]
# What an edition calls `form` is `notes` to users, who say `form` of printed decks and questions.
_NOTES = "notes"


def options_of(wanted: Wanted) -> Options:
    """What sets the work apart, by the words that a source uses for it."""
    edition = {_word(one.name): getattr(wanted.edition, one.name) for one in fields(Edition)}
    usual = {_word(one.name): one.default for one in fields(Edition)}
    told = {name: value for name, value in edition.items() if value != usual[name] or name == "edition"}
    own = {"work": wanted.work, "name": wanted.name, "form": wanted.form}
    return {name: value for name, value in sorted({**told, **own}.items()) if value}


def wanted_from(options: Options) -> Wanted:
    """The work that these options mean. Raises ValueError where they mean none."""
    values: dict[str, Any] = dict(options)
    work, name, form = values.pop("work", ""), values.pop("name", ""), values.pop("form", "")
    if work not in get_args(WorkName) or not isinstance(name, str) or not isinstance(form, str):
        raise ValueError(f"`{work}` is no work")
    edition = {one.name: values.pop(_word(one.name), one.default) for one in fields(Edition)}
    if values:
        raise ValueError(f"`{next(iter(values))}` is no option of a work")
    return Wanted(work, name, Edition(**edition), form)


def _word(name: str) -> str:
    return _NOTES if name == "form" else name
