"""Warnings that an author allows, in place and with a reason: the key `allow`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from diptych.material.finding_kinds import ALLOWABLE, KINDS
from diptych.material.findings import Finding
from diptych.material.place import NOWHERE, Place
from diptych.material.tree import Mapping, Scalar, Tree

_EXAMPLE = 'write it so: `allow: {long-slide: "why it is meant so"}`'


@dataclass(frozen=True, slots=True)
class Allowance:
    """One warning by its name, with the reason, allowed from `start` to before `end` in the source."""

    name: str
    reason: str
    place: Place
    start: Place
    end: Place

    def covers(self, finding: Finding) -> bool:
        """True for a warning of this name in this part of the source."""
        return finding.kind == self.name and self.start <= finding.place < self.end


class Allowances(tuple[Allowance, ...]):
    """The warnings that are allowed in one document, section or block."""

    __slots__ = ()


def read_allowances(tree: Tree, inside: Mapping, whole: bool, findings: list[Finding]) -> Allowances:
    """What `allow:` says in a mapping, or in the `whole` document; what is wrong with it joins `findings`."""
    if not isinstance(tree, Mapping):
        message = "`allow` holds names of warnings, each with the reason"
        findings.append(Finding(tree.place, message, _EXAMPLE, kind="wrong-shape"))
        return Allowances()
    wrong = [_problem(key, value) for key, value in tree.entries]
    findings.extend(one for one in wrong if one)
    start = NOWHERE if whole else inside.place
    return Allowances(
        Allowance(key.text, value.text, key.place, start, inside.end)
        for (key, value), problem in zip(tree.entries, wrong, strict=True)
        if isinstance(value, Scalar) and not problem
    )


def remaining(allowances: Iterable[Allowance], warnings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The warnings that nobody allows."""
    known = tuple(allowances)
    return tuple(one for one in warnings if not any(allowance.covers(one) for allowance in known))


def unused(allowances: Iterable[Allowance], warnings: Iterable[Finding]) -> Iterator[Finding]:
    """A warning for each allowance that allows none of these."""
    found = tuple(warnings)
    for allowance in allowances:
        if not any(map(allowance.covers, found)):
            message = f"`{allowance.name}` is allowed here, and does not occur here"
            yield Finding(allowance.place, message, "take it out of `allow`", kind="unused-allowance")


def _problem(key: Scalar, value: Tree) -> Finding | None:
    """What is wrong with one name and its reason."""
    if key.text not in ALLOWABLE:
        return Finding(key.place, *_unknown(key.text), kind="unknown-allowance")
    if not isinstance(value, Scalar) or not any(map(str.isalnum, value.text)):
        message = f"`{key.text}` is allowed without a reason"
        return Finding(value.place, message, _EXAMPLE, kind="allowance-without-reason")
    return None


def _unknown(name: str) -> tuple[str, str]:
    if name in KINDS:
        mend = KINDS[name].remedy[:1].lower() + KINDS[name].remedy[1:].rstrip(".")
        return f"`{name}` cannot be allowed, only mended", mend
    close = get_close_matches(name, ALLOWABLE, n=1, cutoff=0.5)
    hint = "write the name that stands in brackets behind the warning"
    return f"`{name}` is the name of no warning", f"did you mean `{close[0]}`?" if close else hint
