"""A second process prints the handout: files are the same with it and without it, whatever becomes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.build.lessons import LESSON, files_in, write_lesson

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
ROOT = Path(__file__).parents[2]
TOLD = f"{LESSON}handout: {{slide_numbers: true}}\ndeck: {{handout_pages: true}}\n"


def start(folder: Path, *words: str, cores: str = "") -> subprocess.Popen[str]:
    """A build of the lessons in the folder, on all cores or on those that are named."""
    command = [sys.executable, str(ROOT / "make_docs.py"), *words]
    if cores:
        command = ["taskset", "--cpu-list", cores, *command]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(folder)},
    )


def built(folder: Path, name: str, cores: str = "") -> dict[str, bytes]:
    """The files of a build into a folder of that name."""
    process = start(folder, "-o", name, cores=cores)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, out + err
    return files_in(folder / name)


def children_of(process: int) -> list[int]:
    """The processes that a process has started and not buried yet."""
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def second_process_of(process: subprocess.Popen[str]) -> int:
    """The second process, as soon as there is one."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if found := children_of(process.pid):
            return found[0]
        time.sleep(0.002)
    return 0


two_cores = pytest.mark.skipif(
    sys.platform == "linux" and len(os.sched_getaffinity(0)) < 2, reason="one core has one process"
)


@two_cores
@pytest.mark.parametrize("text", [LESSON, TOLD], ids=["plain", "told of each other"])
def test_one_process_and_two_make_the_same_files(tmp_path: Path, text: str) -> None:
    write_lesson(tmp_path, text)
    one = str(min(os.sched_getaffinity(0)))
    assert len(built(tmp_path, "two")) == 4
    assert built(tmp_path, "one", cores=one) == built(tmp_path, "two")


@two_cores
@pytest.mark.parametrize("after", [0.0, 0.3], ids=["at once", "in the middle"])
def test_a_second_process_that_is_killed_costs_nothing_but_time(tmp_path: Path, after: float) -> None:
    write_lesson(tmp_path, TOLD)
    process = start(tmp_path, "-o", "killed")
    second = second_process_of(process)
    assert second
    time.sleep(after)
    os.kill(second, signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    assert out.count("\n") == 2
    assert files_in(tmp_path / "killed") == built(tmp_path, "whole")


@two_cores
def test_ctrl_c_ends_both_processes_and_leaves_nothing_behind(tmp_path: Path) -> None:
    write_lesson(tmp_path, TOLD)
    process = start(tmp_path)
    second = second_process_of(process)
    assert second
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "error: stopped; no file was left half written\n"
    assert not Path(f"/proc/{second}").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "sources"]
    assert not files_in(tmp_path / "build")


@two_cores
def test_a_fault_in_the_handout_is_told_as_one_process_tells_it(tmp_path: Path) -> None:
    write_lesson(tmp_path, LESSON.replace("It pulls.", "It pulls \U0001f680."))
    told = [start(tmp_path, "-o", "x", cores=cores).communicate(timeout=120) for cores in ("", "0")]
    assert "no font of the layout has the character" in told[0][1]
    assert told[0] == told[1]


def test_a_build_leaves_no_temporary_files(tmp_path: Path) -> None:
    write_lesson(tmp_path)
    assert built(tmp_path, "build")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "sources"]
