"""What people have becomes a source: Markdown, plain text or a presentation."""

from __future__ import annotations

from pathlib import Path

from diptych.build.sources import UsageError
from diptych.material.source_files import read_whole
from diptych.starting.draft import Draft
from diptych.starting.from_markdown import draft_from_markdown
from diptych.starting.from_pptx import draft_from_pptx
from diptych.starting.from_text import draft_from_text
from diptych.starting.marks import printable

_MOST_TEXT, _MOST_SLIDES = 4_000_000, 200_000_000


def draft_from(file: Path) -> Draft:
    """The draft of a file, by the end of its name. Raises UsageError where it cannot be read."""
    ending = file.suffix.lower()
    if ending not in {".md", ".markdown", ".txt", ".pptx"}:
        raise UsageError(f"{file}: write one of .md, .txt or .pptx; save other files as one of these first")
    try:
        data = read_whole(file, _MOST_SLIDES if ending == ".pptx" else _MOST_TEXT)
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or 'it cannot be read'}") from None
    if data is None:
        raise UsageError(f"{file}: it is too large for one lesson")
    try:
        draft = _drafted(data, ending, file.parent)
    except UsageError as error:
        raise UsageError(f"{file}: {error}") from None
    draft.title = draft.title or file.stem.replace("-", " ").replace("_", " ")
    if not any(one.content or one.sections or one.notes for one in draft.sections):
        raise UsageError(f"{file}: there are no words in it")
    return draft


def _drafted(data: bytes, ending: str, folder: Path) -> Draft:
    if ending == ".pptx":
        return draft_from_pptx(data)
    text = printable(_text(data))
    return draft_from_text(text) if ending == ".txt" else draft_from_markdown(text, folder)


def _text(data: bytes) -> str:
    """The text: UTF-8, UTF-16 with its mark, else what old editors of Windows write."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
