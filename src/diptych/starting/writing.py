"""A draft as YAML that a person could have written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from diptych.starting.draft import REMAINDER, TO_DO, Draft, DraftSection, with_words

HEAD = "# yaml-language-server: $schema=../diptych.schema.json\n"
# What a plain text may begin with, and what may not stand inside it (YAML 1.1, 5.3 and 9.1).
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~][^\n\t]*")
_UNSAFE = re.compile(r":\s|:$|\s#|^\s|\s$|[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]")
_IN_FLOW = re.compile(r"[,\[\]{}]")
_LONG = 96


def source_text(draft: Draft) -> str:
    """The YAML, with what could not be placed as comments where it stood."""
    front = {
        "title": draft.title or "A lesson",
        "lang": draft.lang or "en",
        **({"authors": draft.authors} if draft.authors else {}),
    }
    sections = "".join(_section(one, "  ") for one in with_words(draft.sections))
    return f"{HEAD}{''.join(_pairs(front, ''))}\nsections:\n{sections}"


def remainders(text: str) -> list[int]:
    """The lines, counted from 1, at which something is left to be done."""
    marks = ("# REMAINDER", TO_DO)
    return [number for number, line in enumerate(text.split("\n"), 1) if any(one in line for one in marks)]


def scalar(text: str, indent: str) -> str:
    """A text behind its key: plain, in quotes, or as lines below it."""
    if "\n" in text and not _has_odd_lines(text):
        inner = "\n".join(f"{indent}  {line}".rstrip() for line in text.strip("\n").split("\n"))
        return f"|\n{inner}"
    if _PLAIN.fullmatch(text) and not _UNSAFE.search(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def _has_odd_lines(text: str) -> bool:
    """True where the lines of a text cannot stand below a bar as they are."""
    lines = text.strip("\n").split("\n")
    return lines[0].startswith((" ", "\t")) or any(
        re.search(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]|\s$", one) for one in lines
    )


def _section(section: DraftSection, indent: str) -> str:
    notes = "\n\n".join(section.notes)
    front = {"title": section.title, **({"notes": notes} if notes else {})}
    first, *others = _pairs(front, f"{indent}  ")
    parts = [f"{indent}- {first.lstrip()}", *others]
    if section.content:
        parts.append(f"{indent}  content:\n")
        parts += [_block(block, f"{indent}    ") for block in section.content]
    if section.sections:
        parts.append(f"{indent}  sections:\n")
        parts += [_section(one, f"{indent}    ") for one in section.sections]
    return "".join(parts)


def _block(block: dict[str, Any], indent: str) -> str:
    if REMAINDER in block:
        lines = str(block[REMAINDER]).split("\n")
        return "".join(
            f"{indent}# {'REMAINDER: ' if not n else ''}{_shown(line)}\n" for n, line in enumerate(lines)
        )
    first, *others = _pairs(block, f"{indent}  ")
    return f"{indent}- {first.lstrip()}{''.join(others)}"


def _shown(line: str) -> str:
    """A line that may stand in a comment."""
    return "".join(char if char.isprintable() else " " for char in line).rstrip()


def _pairs(values: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, list):
            yield f"{indent}{key}:{_list(value, f'{indent}  ')}"
        else:
            yield f"{indent}{key}: {scalar(value, indent) if isinstance(value, str) else json.dumps(value)}\n"


def _list(values: list[Any], indent: str) -> str:
    """A list on its key's line where it is short and simple, else below it."""
    row = _row(values)
    if row and len(row) + len(indent) <= _LONG and not isinstance(values[0], list):
        return f" {row}\n"
    return "\n" + "".join(_entry(value, indent) for value in values)


def _entry(value: Any, indent: str) -> str:
    if isinstance(value, list):
        return f"{indent}- {_row(value) or json.dumps(value, ensure_ascii=False)}\n"
    if isinstance(value, dict):
        first, *others = _pairs(value, f"{indent}  ")
        return f"{indent}- {first.lstrip()}{''.join(others)}"
    return f"{indent}- {scalar(value, indent) if isinstance(value, str) else json.dumps(value)}\n"


def _row(values: list[Any]) -> str:
    """A list in brackets; empty where it holds more than texts of one line and numbers."""
    if any(isinstance(value, dict | list) or "\n" in str(value) for value in values):
        return ""
    return f"[{', '.join(_in_row(value) for value in values)}]"


def _in_row(value: Any) -> str:
    if not isinstance(value, str):
        return "~" if value is None else json.dumps(value)
    written = scalar(value, "")
    return json.dumps(value, ensure_ascii=False) if written == value and _IN_FLOW.search(value) else written
