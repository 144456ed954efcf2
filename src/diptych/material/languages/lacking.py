"""Labels that a language has not got yet are told in English, and their names to the author."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.material.findings import Finding
from diptych.material.labels import Labels
from diptych.material.languages.tags import tags_of
from diptych.material.place import NOWHERE

_SHOWN = 40


def lacking_remark(labels: Labels) -> Iterator[Finding]:
    """A warning that names the labels without words in the document's language, if there are any."""
    if not labels.lacking:
        return
    shown, more = labels.lacking[:_SHOWN], len(labels.lacking) - _SHOWN
    names = ", ".join(f"`{name}`" for name in shown) + (f" and {more} more" if more > 0 else "")
    message = f"labels without words in the language `{labels.lang}`, told in English: {names}"
    hint = f"add them to labels/{tags_of(labels.lang)[-1]}.yaml; layouts/classic/labels/en.yaml has them all"
    yield Finding(NOWHERE, message, hint, kind="labels-lacking")
