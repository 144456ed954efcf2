"""Lessons small enough to be built many times over."""

from __future__ import annotations

import hashlib
from pathlib import Path

LESSON = """title: Tides
sections:
  - title: The moon
    content:
      - points: [It pulls., The sea follows.]
      - question: What pulls the sea?
        answer: The moon does.
"""


def write_lesson(folder: Path, text: str = LESSON, name: str = "tides") -> Path:
    """The YAML file of a lesson under `sources/`, written."""
    path = folder / "sources" / name / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    """The bytes of all files in a folder, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def listed(folder: Path) -> dict[str, str]:
    """The digests that SHA256SUMS lists, read as plain lines."""
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines}


def sound(folder: Path) -> bool:
    """Whether each file that SHA256SUMS lists has the digest that stands there."""
    return all(
        hashlib.sha256((folder / name).read_bytes()).hexdigest() == known
        for name, known in listed(folder).items()
    )
