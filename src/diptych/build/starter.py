"""A source to start from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from diptych.build.files import write_whole
from diptych.build.sources import UsageError
from diptych.layout.load import shipped_layouts
from diptych.material.schema import schema_text

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
SCHEMA_FILE = "diptych.schema.json"


def write_starter(name: str, sources: Path) -> Iterator[Path]:
    """Write `sources/NAME/NAME.yaml` with comments, and the schema beside the sources; gives the paths.

    Raises FileExistsError where there is such a source already, UsageError where the name will not do.
    """
    if not _NAME.fullmatch(name):
        raise UsageError(f"`{name}` will not do as a folder's name; use letters, digits and hyphens")
    path = sources / name / f"{name}.yaml"
    if path.parent.exists():
        raise FileExistsError(f"there is a folder {path.parent} already; choose another name")
    starter = (shipped_layouts() / "classic" / "starter.yaml").read_text("utf-8")
    title = name.replace("-", " ").replace("_", " ").capitalize()
    write_whole(
        {
            path: starter.replace("TITLE", title).encode(),
            sources / SCHEMA_FILE: schema_text().encode(),
        }
    )
    return iter((path, sources / SCHEMA_FILE))
