"""Which sources there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.build.sources import SourceFile, UsageError, find_sources
from diptych.material.findings import SourceError


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("title: T\n")
    return path


def test_each_folder_holds_a_source_and_gives_it_its_name(tmp_path: Path) -> None:
    write(tmp_path / "tides" / "tides.yaml")
    write(tmp_path / "tides" / "extra.yaml")
    write(tmp_path / "acids" / "lesson.yml")
    (tmp_path / "pictures").mkdir()
    assert [source.name for source in find_sources([tmp_path])] == ["acids", "tides"]


def test_a_folder_or_a_file_may_be_named_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "tides" / "tides.yaml")
    assert find_sources([tmp_path / "tides"]) == (SourceFile(path, "tides"),)
    assert find_sources([path]) == (SourceFile(path, "tides"),)


def test_two_sources_of_one_name_are_told_apart_by_the_author(tmp_path: Path) -> None:
    paths = [write(tmp_path / "a" / "tides.yaml"), write(tmp_path / "b" / "tides.yaml")]
    with pytest.raises(UsageError, match="would both be built as `tides`"):
        find_sources(paths)


@pytest.mark.parametrize("name", ["", "nowhere"])
def test_where_there_is_no_source_the_message_says_how_to_start(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"make_docs\.py new"):
        find_sources([tmp_path / name])


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: T")
    assert SourceFile(path, "x").read() == "title: T"


def test_text_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"title: T\nsubtitle: Caf\xe9\n")
    with pytest.raises(SourceError) as error:
        SourceFile(path, "x").read()
    assert error.value.findings[0].place == (2, 14)
