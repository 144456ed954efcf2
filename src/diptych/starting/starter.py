"""The first files of a new source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from diptych.build.files import write_whole
from diptych.layout.load import shipped_layouts
from diptych.material.schema import schema_text
from diptych.starting.answers import Answers

SCHEMA_FILE = "diptych.schema.json"
# What is built can be built again.
_IGNORED = "/build/\n"


def starter_files(name: str, answers: Answers, sources: Path) -> Mapping[Path, bytes]:
    """The files of a source that builds at once: itself, with comments, a drawing, and the schema."""
    folder, starters = sources / name, shipped_layouts() / "classic" / "starters"
    lang = answers.lang.split("-")[0]
    starter = starters / f"{lang}.yaml"
    text = (starter if starter.is_file() else starters / "en.yaml").read_text("utf-8")
    first = answers.minutes * 4 // 9
    filled = text.format(
        title=quoted(answers.title),
        lang=quoted(answers.lang),
        level=quoted(answers.level),
        minutes=answers.minutes,
        first=first,
        second=answers.minutes - first,
    )
    return {
        folder / f"{name}.yaml": filled.encode(),
        folder / "pictures" / "drawing.svg": (starters / "drawing.svg").read_bytes(),
        sources / SCHEMA_FILE: schema_text().encode(),
    }


def write_new(files: Mapping[Path, bytes], folder: Path, top: Path) -> tuple[Path, ...]:
    """Write the files of a new source, all or none, and a `.gitignore` where `top` has none; give the paths.

    Raises FileExistsError where the folder is there already.
    """
    if folder.exists():
        raise FileExistsError(f"there is {folder} already; choose another name")
    ignored = top / ".gitignore"
    more = {} if ignored.exists() else {ignored: _IGNORED.encode()}
    for parent in {path.parent for path in files}:
        parent.mkdir(parents=True, exist_ok=True)
    write_whole({**files, **more})
    return (*files, *more)


def quoted(text: str) -> str:
    """The text as one line of YAML, in quotes only where it needs them."""
    plain = (
        text[:1].isalnum() and not any(sign in text for sign in (": ", " #", '"', "\\")) and text[-1:] != ":"
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
