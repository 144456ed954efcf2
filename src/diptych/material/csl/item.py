"""An item of CSL-JSON becomes a reference."""

from __future__ import annotations

import typing
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from diptych.material.csl.dates import csl_date
from diptych.material.csl.file import Item
from diptych.material.csl.text import language, plain_text, rich_text, with_quotes
from diptych.material.dates import Date
from diptych.material.facts import Name, Reference, ReferenceType
from diptych.material.findings import Finding
from diptych.material.limits import MAX_ITEMS
from diptych.material.links import link_problem
from diptych.material.markup import Rich
from diptych.material.vocabulary import keys_of

_OURS = frozenset(typing.get_args(ReferenceType))
# Kinds of CSL that are told like one of ours.
_LIKE = MappingProxyType(
    {"article": "report", "broadcast": "film", "classic": "book", "collection": "manuscript"}
    | {"entry": "entry-encyclopedia", "entry-dictionary": "entry-encyclopedia", "event": "speech"}
    | {"hearing": "bill", "motion_picture": "film", "musical_score": "book", "pamphlet": "book"}
    | {"patent": "report", "performance": "film", "periodical": "book", "post": "webpage"}
    | {"regulation": "legislation", "review": "article-journal", "review-book": "article-journal"}
    | {"song": "film", "standard": "report"}
)
# Remarks are the library owner's own, and no style lists book numbers; id and type are read apart.
_NOT_READ = frozenset({"id", "type", "note", "ISBN"})
# Names of older versions, and fields that stand in for others.
_INSTEAD = MappingProxyType(
    {"page": ("page-first",), "event-title": ("event",), "title-short": ("shortTitle",)}
)
_MISSING = object()
_LONGEST = 10_000


class _WrongShapeError(ValueError):
    """A value that CSL-JSON does not allow; the message says what to write."""


@dataclass(frozen=True)
class ItemReader:
    """Reads items for a document in this language; what is wrong with them is gathered in `findings`."""

    lang: str
    findings: list[Finding]

    def reference(self, item: Item, key: str) -> Reference:
        """The item as a reference of that key; values of a wrong shape are left out, with a finding."""
        values: dict[str, Any] = {}
        for one in keys_of(Reference):
            if one.name not in _NOT_READ:
                found = self._value(item, (one.name, *_INSTEAD.get(one.name, ())), one.kind)
                values |= {} if found is _MISSING else {one.attribute: found}
        values.setdefault("title", Rich())
        self._check(item, key, values)
        return Reference(id=key, type=_type(item), place=item.file.path.place, **values)

    def _value(self, item: Item, names: tuple[str, ...], kind: Any) -> Any:
        """The first of the fields that says something, read as that kind."""
        name = next((one for one in names if item.values.get(one) not in (None, "", [], {})), "")
        if not name:
            return _MISSING
        try:
            return self._read(item, item.values[name], kind)
        except ValueError as error:
            hint = str(error) if isinstance(error, _WrongShapeError) else _shape(kind)
            self.findings.append(item.finding(f"`{name}` cannot be read", f"write {hint}", name))
            return _MISSING

    def _read(self, item: Item, value: object, kind: Any) -> Any:
        if kind == tuple[Name, ...]:
            return _names(value)
        if kind == Date | None:
            return csl_date(value)
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise _WrongShapeError(_shape(str))
        if kind is Rich:
            spoken = language(item.values.get("language"), self.lang)
            return rich_text(value, self.lang, spoken, item.file.path.place)
        return plain_text(value)

    def _check(self, item: Item, key: str, values: dict[str, Any]) -> None:
        """A work has a title, unless it is a letter or an interview; its address is one of the web."""
        named = values.get("recipient") or values.get("interviewer")
        if not values["title"] and not named and "title" not in item.values:
            message = f"the work `{key}` has no title"
            self.findings.append(item.finding(message, 'write `"title": "…"`, in brackets a description'))
        problem = link_problem(values["URL"]) if values.get("URL") else ""
        if problem:
            self.findings.append(item.finding(problem, 'write `"URL": "https://…"`', "URL"))


def _type(item: Item) -> ReferenceType:
    word = item.values.get("type")
    known = word if word in _OURS else _LIKE.get(word, "document") if isinstance(word, str) else "document"
    return typing.cast(ReferenceType, known)


def _names(value: object) -> tuple[Name, ...]:
    """The names that have something to say."""
    if not isinstance(value, list):
        raise _WrongShapeError(_shape(tuple[Name, ...]))
    if len(value) > MAX_ITEMS:
        raise _WrongShapeError(f"up to {MAX_ITEMS:,} names")
    names = [_name(one) for one in value]
    return tuple(name for name in names if name.literal or name.family or name.given)


def _name(value: object) -> Name:
    if isinstance(value, str):
        return Name(literal=plain_text(value))
    if not isinstance(value, dict):
        raise _WrongShapeError(_shape(tuple[Name, ...]))
    told: dict[str, Any] = {one.attribute: value.get(one.name) or "" for one in keys_of(Name)}
    if not all(isinstance(words, str) and len(words) < _LONGEST for words in told.values()):
        raise _WrongShapeError(_shape(tuple[Name, ...]))
    texts: dict[str, Any] = {name: with_quotes(plain_text(words), "en") for name, words in told.items()}
    return Name(**texts)


def _shape(kind: Any) -> str:
    """What a value of the kind looks like in CSL-JSON."""
    shapes: dict[Any, str] = {
        tuple[Name, ...]: '[{"family": "Carr", "given": "Edward Hallett"}]',
        Date | None: '{"date-parts": [[1922, 4, 16]]} or {"raw": "1922-04-16"}',
    }
    return shapes.get(kind, 'one text in quotes: "…"')
