"""Parts of all sources, for machines that know nothing of each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import make_docs
from diptych.build.many.sharding import Shard, parse_shard
from diptych.build.sources import SourceFile
from tests.build.many.courses import files_of, write_course

NAMES = [f"lesson-{number}" for number in range(100)] + ["Übung", "水", "a b"]
SOURCES = [SourceFile(Path("here", name, "x.yaml"), name) for name in NAMES]


@pytest.mark.parametrize("count", range(1, 9))
def test_every_source_is_in_one_part(count: int) -> None:
    parts = [Shard(number, count).of(SOURCES) for number in range(1, count + 1)]
    assert sorted(one.name for part in parts for one in part) == sorted(NAMES)
    assert all(len(part) > len(NAMES) / count / 3 for part in parts)


def test_where_a_source_lies_and_what_others_there_are_does_not_matter() -> None:
    elsewhere = [SourceFile(Path("there", f"{name}.yaml"), name) for name in NAMES[::3]]
    for number in range(1, 9):
        here = {one.name for one in Shard(number, 8).of(SOURCES)}
        assert {one.name for one in Shard(number, 8).of(elsewhere)} == here & set(NAMES[::3])


@pytest.mark.parametrize("text", ["9/8", "0/8", "x", "3", "3/0", "-1/8", "1/8/2", "٣/8", "1.5/2", ""])
def test_what_is_no_part_is_told_with_what_to_write(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_docs.main([f"--shard={text}"])
    assert ended.value.code == 2
    assert f"`{text}` is no part; write 3/8 for the third of eight" in capsys.readouterr().err


def test_a_part_is_named_as_it_is_written() -> None:
    assert [str(parse_shard(text)) for text in ("3/8", "1/1")] == ["3/8", "1/1"]


def test_a_part_without_sources_is_no_mistake_and_has_an_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_course(tmp_path, 1)
    codes = [make_docs.main(["--shard", f"{number}/3", "-o", f"part-{number}"]) for number in (1, 2, 3)]
    assert codes == [0, 0, 0]
    assert capsys.readouterr().err.count("holds no source; there is nothing to build") == 2
    empty = [number for number in (1, 2, 3) if len(files_of(Path(f"part-{number}"))) == 2]
    assert len(empty) == 2
    for number in empty:
        assert set(files_of(Path(f"part-{number}"))) == {"SHA256SUMS", "manifest.json"}
        assert make_docs.main(["verify", f"part-{number}"]) == 0
