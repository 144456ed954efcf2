"""Folders that several machines built become the one that one machine would have built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import make_docs
from tests.build.lessons import LESSON, sound, write_lesson
from tests.build.many.courses import files_of, records_of, write_course

PARTS = ("part-1", "part-2", "part-3")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course, built as a whole and in three parts."""
    folder = tmp_path_factory.mktemp("course")
    write_course(folder, 5)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        assert make_docs.main(["-q", "-j", "1", "-o", "whole"]) == 0
        for number, part in enumerate(PARTS, 1):
            assert make_docs.main(["-q", "-j", "1", "--shard", f"{number}/3", "-o", part]) == 0
    return folder


@pytest.fixture(autouse=True)
def folder(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it to work in."""
    folder = tmp_path / "course"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    return folder


def merge(*folders: str, into: str = "all") -> int:
    return make_docs.main(["merge", *folders, "-o", into])


def test_parts_become_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert all(0 < len(files_of(Path(part))) < 12 for part in PARTS)
    assert merge(*PARTS) == 0
    assert capsys.readouterr() == ("all  10 files of 3 folders\n", "")
    assert files_of(Path("all")) == files_of(Path("whole"))
    assert records_of(Path("all")) == records_of(Path("whole"))
    assert sound(Path("all"))


def test_what_was_merged_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert merge(*PARTS) == 0
    capsys.readouterr()
    assert make_docs.main(["-o", "all"]) == 0
    assert capsys.readouterr().out.count("up to date (1 page, 6 slides)") == 5


@pytest.mark.parametrize("order", [PARTS, PARTS[::-1]])
def test_merging_twice_changes_nothing(order: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert [merge(*order), merge(*PARTS)] == [0, 0]
    assert files_of(Path("all")) == files_of(Path("whole"))
    assert records_of(Path("all")) == records_of(Path("whole"))
    assert capsys.readouterr().err == ""


def test_parts_can_be_merged_into_one_of_them() -> None:
    assert merge(*PARTS, into="part-2") == 0
    assert files_of(Path("part-2")) == files_of(Path("whole"))


def test_a_part_without_files_can_be_merged(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(1, 9):
        assert make_docs.main(["-q", "--shard", f"{number}/8", "-o", f"eighth-{number}"]) == 0
    eighths = [f"eighth-{number}" for number in range(1, 9)]
    assert any(len(files_of(Path(one))) == 2 for one in eighths)
    assert merge(*eighths) == 0
    assert files_of(Path("all")) == files_of(Path("whole"))
    assert "all  10 files of 8 folders" in capsys.readouterr().out


def test_handouts_and_decks_of_the_same_sources_come_together() -> None:
    for panel in ("handout", "deck"):
        assert make_docs.main(["-q", "-j", "1", "--only", panel, "-o", panel]) == 0
    assert merge("handout", "deck") == 0
    assert files_of(Path("all")) == files_of(Path("whole"))


def refused(capsys: pytest.CaptureFixture[str], *folders: str) -> str:
    """What is told of folders that cannot be merged; nothing is written then."""
    capsys.readouterr()
    assert merge(*folders) == 2
    assert not Path("all").exists()
    return capsys.readouterr().err


def test_a_folder_that_was_not_built_into_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other").mkdir()
    told = "error: {} holds no manifest.json: name folders that were built into\n"
    assert refused(capsys, "part-1", "other") == told.format("other")
    assert refused(capsys, "gone", "part-1") == told.format("gone")


def test_a_damaged_account_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("part-2", "manifest.json").write_text('{"format": 1}', "utf-8")
    expected = f"error: {Path('part-2', 'manifest.json')} is no manifest of Diptych's, or damaged\n"
    assert refused(capsys, *PARTS) == expected


def test_a_file_that_was_changed_or_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    path = next(Path("part-3").glob("*.pptx"))
    path.write_bytes(b"edited")
    assert refused(capsys, *PARTS) == f"error: {path} is not as it was built; build it again\n"
    path.unlink()
    assert refused(capsys, *PARTS) == f"error: {path} is missing; build it again\n"


def test_two_files_of_one_name_that_differ_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder, LESSON.replace("Tides", "Tides, again"), "tides-0")
    assert make_docs.main(["-q", "-j", "1", "sources/tides-0", "-o", "newer"]) == 0
    told = refused(capsys, "whole", "newer")
    one, other = (Path(name, "tides-0-handout.pdf") for name in ("whole", "newer"))
    assert told == f"error: {one} and {other} are not the same; keep one of them\n"


def test_without_folders_it_is_told_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_docs.main(["merge"])
    assert ended.value.code == 2
    assert "FOLDER" in capsys.readouterr().err
