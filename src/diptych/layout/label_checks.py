"""One file of labels, checked: its names, the blanks in its words, its plural forms and months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from string import Formatter
from types import MappingProxyType

from diptych.material.findings import Finding
from diptych.material.labels import Wording
from diptych.material.tree import Mapping as TreeMapping
from diptych.material.tree import Scalar, Sequence, Tree

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_MONTHS = "months"
# Names as like as this are one, misspelt.
_MISSPELT = 0.8
# What a file may give though CLDR knows it, and blanks that English has no need of.
_DATES = MappingProxyType({"date": ("day", "month", "year"), "date_month": ("month", "year")})
_MORE_BLANKS = MappingProxyType({"century": ("number", "roman")})


@dataclass(frozen=True)
class LabelFile:
    """The words of a file by their names, and its months where it has any."""

    words: Mapping[str, Wording]
    months: tuple[str, ...] = ()


def label_file(
    tree: Tree, known: Mapping[str, Wording], adding: bool = False
) -> tuple[LabelFile, tuple[Finding, ...]]:
    """What a file says, and all that is wrong with it; names and blanks count where others are `known`.

    One that is `adding` may hold names that are like none of these, for templates of the layout's own.
    """
    if not isinstance(tree, TreeMapping):
        hint = "write lines such as `page: Page`"
        return LabelFile({}), (
            Finding(tree.place, "a file of labels holds names and words", hint, kind="label-file"),
        )
    words: dict[str, Wording] = {}
    months: tuple[str, ...] = ()
    findings: list[Finding] = []
    for key, value in tree.entries:
        faults = (*_name_faults(key, known, adding), *_faults(key, value, known))
        findings += faults
        if key.text == _MONTHS and not faults:
            months = _texts(value)
        elif not faults:
            words[key.text] = _wording(value)
    return LabelFile(words, months), tuple(findings)


def blanks_of(wording: Wording) -> set[str]:
    """The names of the blanks in a label, in whichever plural form."""
    texts = [wording] if isinstance(wording, str) else list(wording.values())
    return {field for text in texts for _, field, _, _ in Formatter().parse(text) if field is not None}


def _name_faults(key: Scalar, known: Mapping[str, Wording], adding: bool) -> Iterator[Finding]:
    if not known or key.text in {*known, *_DATES, _MONTHS}:
        return
    if not adding or get_close_matches(key.text, known, n=1, cutoff=_MISSPELT):
        yield Finding(
            key.place, f"no label is called `{key.text}`", _nearest(key.text, known), kind="label-file"
        )


def _faults(key: Scalar, value: Tree, known: Mapping[str, Wording]) -> Iterator[Finding]:
    if key.text == _MONTHS:
        yield from _month_faults(value)
    elif isinstance(value, Sequence):
        yield Finding(value.place, f"`{key.text}` is one text, not a list", kind="label-file")
    elif isinstance(value, TreeMapping):
        yield from _plural_faults(key, value, known)
    else:
        yield from _blank_faults(key.text, value, known)


def _month_faults(value: Tree) -> Iterator[Finding]:
    if not isinstance(value, Sequence) or len(_texts(value)) != 12:
        yield Finding(
            value.place,
            "`months` are a list of twelve names",
            "write [January, February, …]",
            kind="label-file",
        )


def _plural_faults(key: Scalar, value: TreeMapping, known: Mapping[str, Wording]) -> Iterator[Finding]:
    """Plural forms are for labels that count, by the categories of CLDR, and `other` is always one."""
    if key.text in known and "count" not in blanks_of(known[key.text]):
        yield Finding(
            value.place, f"`{key.text}` counts nothing, so that it has no plural forms", kind="label-file"
        )
    for form, text in value.entries:
        if form.text not in _CATEGORIES:
            yield Finding(
                form.place,
                f"`{form.text}` is no plural form",
                f"write {', '.join(_CATEGORIES)}",
                kind="label-file",
            )
        elif isinstance(text, Scalar):
            yield from _blank_faults(key.text, text, known)
        else:
            yield Finding(text.place, f"`{form.text}` is one text", kind="label-file")
    if value.get("other") is None:
        yield Finding(
            key.place,
            f"`{key.text}` lacks the form `other`, for all numbers without their own",
            kind="label-file",
        )


def _blank_faults(name: str, value: Scalar, known: Mapping[str, Wording]) -> Iterator[Finding]:
    """A blank has a name alone in braces, and one that the label fills."""
    try:
        parts = [part for part in Formatter().parse(value.text) if part[1] is not None]
    except ValueError:
        yield Finding(
            value.place,
            f"a brace in `{value.text}` is not closed",
            "write {{ for a brace itself",
            kind="label-file",
        )
        return
    allowed = _allowed(name, known)
    for _, field, detail, conversion in parts:
        if not str(field).isidentifier() or detail or conversion:
            yield Finding(
                value.place,
                f"`{{{field}}}` is no blank",
                "write a name alone, such as {count}",
                kind="label-file",
            )
        elif allowed is not None and field not in allowed:
            yield Finding(
                value.place,
                f"nothing fills the blank `{{{field}}}`",
                _blanks_told(allowed),
                kind="label-file",
            )


def _allowed(name: str, known: Mapping[str, Wording]) -> tuple[str, ...] | None:
    """The blanks that a label may have; None where any may be, in the file that all others follow."""
    if name in known:
        return (*sorted(blanks_of(known[name])), *_MORE_BLANKS.get(name, ()))
    return _DATES.get(name)


def _blanks_told(allowed: tuple[str, ...]) -> str:
    if not allowed:
        return "this label has no blanks; write {{ for a brace itself"
    return f"write {' or '.join(f'{{{name}}}' for name in allowed)}"


def _nearest(name: str, known: Mapping[str, Wording]) -> str:
    close = get_close_matches(name, (*known, _MONTHS, *_DATES), n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else "only en.yaml of a layout adds labels"


def _texts(tree: Tree) -> tuple[str, ...]:
    items = tree.items if isinstance(tree, Sequence) else ()
    return tuple(one.text for one in items if isinstance(one, Scalar))


def _wording(value: Tree) -> Wording:
    if isinstance(value, TreeMapping):
        return {form.text: text.text for form, text in value.entries if isinstance(text, Scalar)}
    return value.text if isinstance(value, Scalar) else ""
