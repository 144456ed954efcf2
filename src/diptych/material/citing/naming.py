"""Who is named in citations, so that works and people of one name are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diptych.material.citing.people import family, initials, joined, makers
from diptych.material.facts import Name, Reference


@dataclass(frozen=True)
class Naming:
    """How a style names in citations: up to `most` people, else the first and `others` ("et al.").

    `last` stands before the last of two names, `serial` before the last of more. Where first authors
    share family name and initials, `in_full` has their given names too (Chicago 17, 15.22; not APA 7, 8.20).
    `more` shows more than one name where works of one year would be cited alike (APA 7, 8.18).
    """

    most: int
    last: str
    serial: str
    others: str
    in_full: bool = True
    more: bool = True

    def of(self, references: Sequence[Reference], years: Mapping[str, str]) -> dict[str, str]:
        """The names for each work by its id; empty for works without a maker."""
        firsts = {makers(one)[0] for one in references if makers(one)}
        names = {one.id: self._names(one, firsts) for one in references}
        return {key: self._shortest(key, names, years) for key in names}

    def _names(self, reference: Reference, firsts: set[Name]) -> tuple[str, ...]:
        people = makers(reference)
        if not people:
            return ()
        return (self._first(people[0], firsts), *(family(name) for name in people[1:]))

    def _first(self, name: Name, firsts: set[Name]) -> str:
        """The family name, with initials or given names where others bear it too."""
        others = [one for one in firsts if family(one) == family(name) and not _same(one, name)]
        if not others or not (name.given and name.family):
            return family(name)
        if all(initials(one) != initials(name) for one in others):
            return joined(initials(name), family(name))
        return joined(name.given, family(name)) if self.in_full else family(name)

    def _shortest(self, key: str, names: Mapping[str, tuple[str, ...]], years: Mapping[str, str]) -> str:
        """The fewest names by which the work is no other's of the year."""
        mine = names[key]
        if len(mine) <= self.most or not self.more:
            return self._listed(mine, 1)
        rivals = {one for other, one in names.items() if years[other] == years[key]} - {mine}
        shown = 1
        while shown < len(mine) - 1 and any(self._alike(mine, one, shown) for one in rivals):
            shown += 1
        # "et al." stands for more than one person, once it stands behind several names.
        return self._listed(mine, len(mine) if shown > 1 and shown == len(mine) - 1 else shown)

    def _alike(self, mine: tuple[str, ...], other: tuple[str, ...], shown: int) -> bool:
        return len(other) > self.most and mine[:shown] == other[:shown]

    def _listed(self, names: tuple[str, ...], shown: int) -> str:
        if len(names) > max(self.most, shown):
            comma = "," if shown > 1 else ""
            return f"{', '.join(names[:shown])}{comma} {self.others}"
        if len(names) < 3:
            return self.last.join(names)
        return f"{', '.join(names[:-1])}{self.serial}{names[-1]}"


def _same(one: Name, other: Name) -> bool:
    """True where both names can be one person's: "E. H. Carr" is "Edward Hallett Carr"."""
    if one == other or not (one.given and other.given):
        return True
    if one.given == other.given:
        return one.suffix == other.suffix
    short = any(name.given.replace(" ", "") == initials(name).replace(" ", "") for name in (one, other))
    return short and initials(one) == initials(other)
