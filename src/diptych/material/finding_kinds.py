"""Every name that a finding can bear, with what it means and how to mend it; pages of help come from here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.files import FILES
from diptych.material.kinds.kind import Kind
from diptych.material.kinds.lessons import LESSONS
from diptych.material.kinds.syntax import SYNTAX
from diptych.material.kinds.texts import TEXTS
from diptych.material.kinds.values import VALUES
from diptych.material.kinds.works import WORKS

KINDS: Mapping[str, Kind] = MappingProxyType({**SYNTAX, **VALUES, **TEXTS, **LESSONS, **FILES, **WORKS})
# What an author may allow: every warning but that of an allowance itself.
ALLOWABLE = tuple(sorted(name for name, kind in KINDS.items() if kind.warning and name != "unused-allowance"))
