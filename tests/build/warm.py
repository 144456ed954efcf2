"""Imported once by the server from which the processes of `children.py` are forked: they start at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

import diptych.build.many.building  # noqa: F401 # who may read no libraries has them then
import make_docs
from tests.build.lessons import write_lesson

with tempfile.TemporaryDirectory() as folder:
    lesson = write_lesson(Path(folder))
    assert make_docs.main(["-q", str(lesson), "-o", str(Path(folder) / "out"), "--questions", "gift"]) == 0
