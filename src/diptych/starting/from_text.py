"""A plain text becomes a draft: headings, paragraphs, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.starting.draft import Block, Draft, DraftSection
from diptych.starting.marks import unmarked

_RULE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$")
_NUMBERED = re.compile(r"\s*\d+(\.\d+)*[.)]?\s+\S.{0,70}$")
_BULLET = re.compile(r"\s*[-*•–·o]\s+(?=\S)")
_STEP = re.compile(r"\s*\d+[.)]\s+(?=\S)")


def draft_from_text(text: str) -> Draft:
    """The draft of a text: its first line is the title where it stands alone."""
    draft = Draft()
    for lines in _paragraphs(text):
        heading = _heading(lines)
        if heading and not draft.title:
            draft.title = heading
        elif heading:
            draft.sections.append(DraftSection(heading))
        else:
            draft.section().content.append(_block(lines))
    return draft


def _paragraphs(text: str) -> Iterator[list[str]]:
    """The paragraphs, which blank lines part; an underlined heading is one by itself."""
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if _RULE.fullmatch(line):
            yield from ([lines[:-1]] if lines[:-1] else [])
            if lines:
                yield [lines[-1], line]
            lines = []
        elif line.strip():
            lines.append(line)
        elif lines:
            yield lines
            lines = []


def _heading(lines: list[str]) -> str:
    """The words of a heading; empty for other paragraphs."""
    underlined = len(lines) == 2 and _RULE.fullmatch(lines[1])
    alone = (
        len(lines) == 1
        and len(lines[0]) <= 80
        and not lines[0].rstrip().endswith((".", ":", ";", ",", "?", "!"))
    )
    if not underlined and not (alone and not _BULLET.match(lines[0])):
        return ""
    numbered = re.sub(r"^\s*\d+(\.\d+)*[.)]?\s+", "", lines[0]) if _NUMBERED.match(lines[0]) else lines[0]
    return unmarked(numbered.strip("# "))


def _block(lines: list[str]) -> Block:
    for pattern, key in ((_BULLET, "points"), (_STEP, "steps")):
        if pattern.match(lines[0]):
            return {key: [unmarked(pattern.sub("", item, count=1)) for item in _items(lines, pattern)]}
    return {"text": unmarked(" ".join(lines))}


def _items(lines: list[str], pattern: re.Pattern[str]) -> list[str]:
    """The items; a line that begins none goes on with the last."""
    items: list[str] = []
    for line in lines:
        if pattern.match(line) or not items:
            items.append(line)
        else:
            items[-1] += f" {line.strip()}"
    return items
