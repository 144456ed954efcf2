"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.build.files import write_whole


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_whole({tmp_path / "a" / "b.pdf": b"one", tmp_path / "c.pptx": b"two"})
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"one"
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["b.pdf", "c.pptx"]


def test_where_one_file_cannot_be_written_none_appears(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    old = tmp_path / "first.pdf"
    old.write_bytes(b"old")
    with pytest.raises(OSError, match="taken"):
        write_whole({old: b"new", tmp_path / "taken" / "second.pdf": b"new"})
    assert old.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["first.pdf", "taken"]
