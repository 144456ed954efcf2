"""What the page is told, as JSON: names, titles, lines, digests of pictures, findings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diptych.material.findings import Finding, describe
from diptych.preview.made import Leaf, Made
from diptych.preview.studio import Studio, lines_of

# How editors open a file at a line; the path stands for {path}.
EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}",
    "none": "",
}


def told(studio: Studio, editor: str) -> bytes:
    """The state of all sources."""
    version, problem, sources = studio.shown()
    state = {
        "version": version,
        "problem": problem,
        "sources": [_source(made, editor) for made in sources],
    }
    return json.dumps(state, ensure_ascii=False).encode()


def _source(made: Made, editor: str) -> dict[str, Any]:
    path = made.source.path
    lines = lines_of(path) if made.findings else []
    return {
        "name": made.source.name,
        "title": made.title or made.source.name,
        "path": str(path),
        "link": _link(path, 1, 1, editor),
        "busy": made.busy,
        "stale": made.stale,
        "problem": made.problem,
        "findings": [_finding(one, path, lines, editor) for one in made.findings],
        "pages": _leaves(made.pages, path, editor),
        "slides": _leaves(made.slides, path, editor),
    }


def _leaves(leaves: Sequence[Leaf], path: Path, editor: str) -> list[dict[str, Any]]:
    return [
        {
            "digest": leaf.picture.digest,
            "words": leaf.picture.words,
            "title": leaf.title,
            "line": leaf.place.line,
            "link": _link(path, leaf.place.line, leaf.place.column, editor) if leaf.place.line else "",
        }
        for leaf in leaves
    ]


def _finding(finding: Finding, path: Path, lines: list[str], editor: str) -> dict[str, Any]:
    line, column = finding.place
    return {
        "severity": finding.severity,
        "line": line,
        "told": describe(finding, str(path), lines),
        "link": _link(path, line, column, editor) if line and not finding.file else "",
    }


def _link(path: Path, line: int, column: int, editor: str) -> str:
    absolute = path.resolve().as_posix()
    rooted = absolute if absolute.startswith("/") else f"/{absolute}"
    return EDITORS[editor].format(path=rooted, line=line, column=column)
