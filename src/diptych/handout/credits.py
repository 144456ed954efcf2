"""Credits and licences in one line."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from diptych.material.facts import Credit
from diptych.material.labels import Labels
from diptych.material.licences import licence_address
from diptych.material.markup import Rich


def credit_html(credit: Credit, labels: Labels, write: Callable[[Rich], Markup]) -> Markup:
    """Title, author, source, licence and changes, parted by dots (the TASL order of Creative Commons)."""
    parts = [write(part) for part in (credit.title, credit.author, credit.source) if part]
    if credit.license:
        parts.append(licence_html(credit.license))
    if credit.changes:
        before, after = labels("changes", changes="\0").split("\0")
        parts.append(escape(before) + write(credit.changes) + escape(after))
    return Markup(" · ").join(parts)


def licence_html(licence: str) -> Markup:
    """The licence's SPDX id, linked to its text where it is one of Creative Commons."""
    address = licence_address(licence)
    return Markup('<a href="{}">{}</a>').format(address, licence) if address else escape(licence)
