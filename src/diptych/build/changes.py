"""What is no longer as it was when a build was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diptych.build.inputs import Inputs


def changed_versions(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """`weasyprint 70.0 then, 70.1 now`, for all that is known of both."""
    for name in sorted(then.keys() & now.keys()):
        if then[name] != now[name]:
            yield f"{name} {then[name]} then, {now[name]} now"


def changed_inputs(then: Inputs, now: Inputs) -> Iterator[str]:
    """`source: tides.yaml has changed`, and which files are new or gone."""
    for kind in sorted(then.keys() | now.keys()):
        old, new = then.get(kind, {}), now.get(kind, {})
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                what = (
                    "has changed" if name in old and name in new else "is gone" if name in old else "is new"
                )
                yield f"{kind}: {name} {what}"
