"""What goes wrong around a build: nothing is lost and nothing is half written."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diptych.build.files import write_whole
from diptych.build.lock import LOCK_FILE, folder_lock
from diptych.build.output_folder import NEXT, OutputFolder
from diptych.build.outputs import wanted_works
from diptych.build.reading import read_document
from diptych.build.request import Request
from diptych.build.sources import UsageError, find_sources
from diptych.build.works import render
from tests.build.lessons import LESSON, files_in, listed, sound, write_lesson

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are stopped and starved by POSIX")
if sys.platform != "win32":
    from tests.build import children

LONGER = LESSON.replace("The sea follows.", "The sea follows, twice a day.")
WORKS = ["tides-handout.pdf", "tides-slides.pptx"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one lesson, which is built; anybody may look at it."""
    for one in (tmp_path, *tmp_path.parents):
        if one.is_relative_to(tempfile.gettempdir()) and one.owner() == tmp_path.owner():
            one.chmod(one.stat().st_mode | 0o055)
    write_lesson(tmp_path)
    assert children.run(tmp_path, ["--only", "deck"])[0] == 0
    return tmp_path


def changed(folder: Path) -> dict[str, bytes]:
    """What is built, when the lesson has just been changed."""
    write_lesson(folder, LONGER)
    return files_in(folder / "build")


@pytest.mark.parametrize("limit", [2_000, 60_000])
def test_a_full_disk_leaves_all_as_it_was_and_is_told(folder: Path, limit: int) -> None:
    before = changed(folder)
    code, told = children.run(folder, ["--only", "deck"], limit)
    assert code == 1
    assert "error: build/tides-slides.pptx: cannot be written: File too large" in told
    assert files_in(folder / "build") == before


def test_a_disk_that_is_really_full_leaves_all_as_it_was(folder: Path, small_disk: Path) -> None:
    words = ["--only", "deck", "-o", str(small_disk)]
    assert children.run(folder, words)[0] == 0
    before = changed(folder) and files_in(small_disk)
    left = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(left.f_bavail * left.f_frsize - 60_000))
    code, told = children.run(folder, words)
    assert code == 1
    assert "cannot be written: No space left on device" in told
    (small_disk / "ballast").unlink()
    assert files_in(small_disk) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 900 kB, where the machine lets one make it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be made here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_made(folder: Path) -> None:
    before = changed(folder)
    (folder / "build").chmod(0o555)
    code, told = children.run(folder, ["--only", "deck"], nobody=True)
    (folder / "build").chmod(0o755)
    assert code == 1
    assert told.endswith("error: build: cannot be written: Permission denied\n")
    assert files_in(folder / "build") == before


def test_a_file_where_the_folder_should_be_is_told(folder: Path) -> None:
    (folder / "taken").write_text("mine")
    code, told = children.run(folder, ["--only", "deck", "-o", "taken/here"])
    assert code == 1
    assert "error: taken/here: is a file, or in one; choose another folder" in told
    assert (folder / "taken").read_text() == "mine"


@pytest.mark.parametrize("name", ["tides-slides.pptx", "manifest.json", "SHA256SUMS"])
def test_a_folder_where_a_file_should_be_is_told_and_nothing_is_replaced(folder: Path, name: str) -> None:
    (folder / "build" / name).unlink()
    (folder / "build" / name).mkdir()
    (folder / "build" / name / "notes.txt").write_text("mine")
    before = changed(folder)
    code, told = children.run(folder, ["--only", "deck"])
    assert code == 1
    assert f"error: build/{name}: there is a folder of that name; move it away" in told
    assert files_in(folder / "build") == before
    assert (folder / "build" / name / "notes.txt").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_a_file_that_the_system_keeps_from_being_replaced_is_named_and_stays(folder: Path) -> None:
    """In a folder with the sticky bit nobody replaces another's files, as on Windows what is open."""
    before = changed(folder)
    (folder / "build").chmod(0o1777)
    code, told = children.run(folder, ["--only", "deck"], nobody=True)
    assert code == 1
    assert "error: build/tides-slides.pptx: cannot be replaced: close it where it is open" in told
    assert {**files_in(folder / "build"), **before} == files_in(folder / "build")
    assert children.run(folder, ["--only", "deck"])[0] == 0
    assert set(files_in(folder / "build")) == set(before)
    assert sound(folder / "build")


def test_wherever_writing_is_killed_every_file_is_whole_and_the_next_build_clears_up(tmp_path: Path) -> None:
    children.put(tmp_path, "0")
    chance = random.Random(1922)
    left_behind = set()
    for _ in range(12):
        process = children.start(children.put_for_ever, tmp_path, ["1", "2", "3"])
        wait_for(lambda: files_in(tmp_path)["a.pdf"][:1] != b"0")
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.join()
        found = files_in(tmp_path)
        left_behind |= set(found)
        for name in ("a.pdf", "b.pptx"):
            assert found[name] in [children.content(variant, name) for variant in "123"]
        told: list[str] = []
        children.put(tmp_path, "0", told=told)
        assert told == []
        assert set(files_in(tmp_path)) == {"a.pdf", "b.pptx", "manifest.json", "SHA256SUMS"}
        assert sound(tmp_path)
    assert any(name.endswith(".part") for name in left_behind), "none was killed while it wrote"


def test_a_build_that_was_killed_while_it_named_its_files_is_made_out_by_the_next(tmp_path: Path) -> None:
    """Of two files the first has its new content, and the manifest does not know it yet."""
    here, other = tmp_path / "here", tmp_path / "other"
    children.put(here, "1")
    children.put(other, "2")
    shutil.copy(other / "a.pdf", here / "a.pdf")
    shutil.copy(other / "manifest.json", here / NEXT)
    told: list[str] = []
    children.put(here, "3", ["c.pdf"], told)
    assert not [line for line in told if "not as it was built" in line]
    assert files_in(here)["a.pdf"] == children.content("2", "a.pdf")
    assert set(files_in(here)) == {"a.pdf", "b.pptx", "c.pdf", "manifest.json", "SHA256SUMS"}
    assert sound(here)


def wait_for(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.002)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_builds_that_are_stopped_at_any_moment_leave_whole_files(folder: Path, number: int) -> None:
    wholes: dict[str, set[bytes]] = {name: set() for name in WORKS}
    for text in (LESSON, LONGER):
        write_lesson(folder, text)
        assert children.run(folder, ["-o", "whole"])[0] == 0
        for name in WORKS:
            wholes[name].add((folder / "whole" / name).read_bytes())
    assert children.run(folder, [])[0] == 0
    chance = random.Random(number)
    for _ in range(10):
        source, told = folder / "sources" / "tides" / "tides.yaml", folder / "told.txt"
        process = children.start(children.build_for_ever, folder, [LESSON, LONGER], source, told)
        time.sleep(chance.uniform(0.05, 0.9))
        assert process.pid
        os.kill(process.pid, number)
        process.join(30)
        found = files_in(folder / "build")
        assert all(found[name] in wholes[name] for name in WORKS)
        if number == signal.SIGINT:
            assert not [name for name in found if name.endswith(".part") or name == LOCK_FILE]
            assert process.exitcode == 130
        write_lesson(folder)
        assert children.run(folder, ["-q"])[0] == 0
        assert set(files_in(folder / "build")) == {*WORKS, "manifest.json", "SHA256SUMS"}
        assert sound(folder / "build")
    assert "Traceback" not in told.read_text("utf-8")


def test_ctrl_c_ends_a_build_and_says_that_nothing_is_half_written(folder: Path) -> None:
    before, told = changed(folder), folder / "told.txt"
    process = children.start(children.build, folder, ["-v"], told, 0, False)
    wait_for(lambda: "tides: handout" in told.read_text("utf-8"))
    assert process.pid
    os.kill(process.pid, signal.SIGINT)
    process.join(20)
    assert process.exitcode == 130
    assert told.read_text("utf-8").endswith("error: stopped; no file was left half written\n")
    assert files_in(folder / "build") == before


def test_while_one_build_writes_another_waits_and_then_says_which_it_waited_for(tmp_path: Path) -> None:
    process = children.start(children.hold, tmp_path)
    wait_for(lambda: (tmp_path / "held").exists())
    with pytest.raises(UsageError, match=rf"another build \(process {process.pid}\) is writing into"):
        OutputFolder(tmp_path, print, patience=0.2).prepare()
    process.kill()
    process.join()
    assert (tmp_path / LOCK_FILE).exists()
    children.put(tmp_path, "a")
    assert not (tmp_path / LOCK_FILE).exists()


def test_a_lock_ends_with_what_it_was_taken_for(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text("1\n")
    for _ in range(3):
        with folder_lock(tmp_path, 0):
            assert (tmp_path / LOCK_FILE).read_text() == f"{os.getpid()}\n"
            with pytest.raises(UsageError), folder_lock(tmp_path, 0):
                raise AssertionError("there were two")
        assert list(tmp_path.iterdir()) == []


def test_builds_into_one_folder_at_once_both_come_to_their_end(folder: Path) -> None:
    write_lesson(folder, LESSON, "moons")
    told = folder / "told.txt"
    words = [["--only", "deck", "-q", f"sources/{name}"] for name in ("tides", "moons", "tides", "moons")]
    both = [children.start(children.build, folder, one, told, 0, False) for one in words]
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0, 0, 0]
    assert told.read_text("utf-8").count("error") == 0
    assert set(files_in(folder / "build")) == {
        "tides-slides.pptx",
        "moons-slides.pptx",
        "manifest.json",
        "SHA256SUMS",
    }
    assert sound(folder / "build")
    assert len(listed(folder / "build")) == 3


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0H40V30Z"/></svg>'
WITH_PICTURE = f"{LESSON}      - figure: moon.svg\n        alt: The moon.\n"


def test_a_picture_that_goes_away_while_a_source_is_built_stays_in_the_works(tmp_path: Path) -> None:
    picture = write_lesson(tmp_path, WITH_PICTURE).parent / "moon.svg"
    picture.write_text(SVG)
    reading = read_document(find_sources([tmp_path / "sources"])[0], "", [])
    wanted = wanted_works(Request(), reading.handout_choices, ())
    whole = [work.data for work in render(reading, wanted)]
    again = [
        work.data for work in render(reading, wanted, None, lambda name: picture.unlink(missing_ok=True))
    ]
    assert len(whole) == 2
    assert again == whole
    assert not picture.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can keep files from others")
def test_a_picture_that_cannot_be_read_is_told_with_its_line(folder: Path) -> None:
    picture = write_lesson(folder, WITH_PICTURE).parent / "moon.svg"
    picture.write_text(SVG)
    picture.chmod(0o600)
    before = files_in(folder / "build")
    code, told = children.run(folder, ["--only", "deck"], nobody=True)
    assert code == 1
    assert ":8:9: error: the picture `moon.svg` cannot be read: Permission denied" in told
    assert files_in(folder / "build") == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can keep files from others")
def test_a_source_that_cannot_be_read_does_not_keep_the_others_from_being_built(folder: Path) -> None:
    write_lesson(folder, LESSON, "moons").chmod(0o600)
    (folder / "out").mkdir()
    (folder / "out").chmod(0o777)
    code, told = children.run(folder, ["--only", "deck", "-o", "out", "-j", "1"], nobody=True)
    assert code == 1
    assert "moons.yaml: error: the file cannot be read: Permission denied" in told
    assert "tides-slides.pptx" in files_in(folder / "out")


def test_temporary_files_of_nobodys_are_cleared_away_and_no_others(tmp_path: Path) -> None:
    (tmp_path / ".a.pdf.abcd_123.part").write_bytes(b"half")
    kept = ["a.part", ".notes.part", ".a.pdf.part", "download.pdf.abcd_123.part"]
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
    children.put(tmp_path, "a")
    assert set(files_in(tmp_path)) == {*kept, "a.pdf", "b.pptx", "manifest.json", "SHA256SUMS"}


def test_what_is_done_before_the_renaming_finds_all_old_files(tmp_path: Path) -> None:
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    found: list[bytes] = []
    write_whole({old: b"new"}, ready=lambda: found.append(old.read_bytes()))
    assert found == [b"old"]
    assert old.read_bytes() == b"new"
