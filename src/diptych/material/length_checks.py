"""Texts that no line holds, and texts and listings that would take too long to set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.material.blocks import Code
from diptych.material.checks import texts_of
from diptych.material.findings import Finding
from diptych.material.limits import (
    LONG_WORD,
    MAX_LINE,
    MAX_LINES,
    MAX_LONG_WORDS,
    MAX_SPANS,
    MAX_WORD,
)
from diptych.material.model import Material
from diptych.material.numbering import all_blocks

# Scripts that are written without spaces break between any two characters.
_SPACELESS = "\u0e00-\u0eff\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_LONG_WORDS = re.compile(rf"[^\s{_SPACELESS}]{{{LONG_WORD},}}")


def check_lengths(material: Material) -> Iterator[Finding]:
    """Each text that holds a word, or a number of pieces, that would take too long to set."""
    for rich in texts_of(material):
        longest = sorted(map(len, _LONG_WORDS.findall(rich.plain())), reverse=True)
        if longest[:1] > [MAX_WORD]:
            message = f"a word here has {longest[0]:,} characters, and may have {MAX_WORD:,}"
            yield Finding(rich.place, message, "part it with spaces", kind="long-word")
        elif len(longest) > MAX_LONG_WORDS:
            message = f"{len(longest):,} words here have more than {LONG_WORD} characters"
            yield Finding(rich.place, message, "part them with spaces", kind="long-word")
        if len(rich.spans) > MAX_SPANS:
            message = f"this text has {len(rich.spans):,} pieces with marks of their own"
            yield Finding(
                rich.place, message, f"part it: up to {MAX_SPANS:,} in one paragraph", kind="too-much"
            )
    for block in all_blocks(material.sections):
        if isinstance(block, Code):
            yield from _check_listing(block)


def _check_listing(block: Code) -> Iterator[Finding]:
    lines = block.code.splitlines()
    if len(lines) > MAX_LINES:
        hint = f"show the part that matters: up to {MAX_LINES:,} lines"
        yield Finding(block.place, f"this listing has {len(lines):,} lines", hint, kind="too-much")
    if any(len(line) > MAX_LINE for line in lines):
        yield Finding(
            block.place,
            f"a line of this listing has more than {MAX_LINE:,} characters",
            "break it",
            kind="too-much",
        )
