"""Many sources are built by several processes: the same files, whatever becomes of one of them."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.build.lessons import LESSON, files_in, sound, write_lesson

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="processes are found by what Linux tells of them"
)
ROOT = Path(__file__).parents[3]
NAMES = ("ants", "bees", "cats", "dogs", "eels")


def start(folder: Path, *words: str, script: str = "", **environment: str) -> subprocess.Popen[str]:
    """A build in the folder; `script` is Python that is run before it."""
    code = f"import sys, make_docs\n{script}\nsys.exit(make_docs.main(sys.argv[1:]))"
    (folder / "temporary").mkdir(exist_ok=True)
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(folder / "temporary"), **environment},
    )


def ended(process: subprocess.Popen[str], folder: Path) -> tuple[int, list[str], list[str]]:
    """The code, the results and the messages of a build; nothing of it is left over."""
    out, err = process.communicate(timeout=120)
    assert not list((folder / "temporary").iterdir())
    assert "Traceback" not in err
    if (folder / "build").is_dir():
        assert not [name for name in files_in(folder / "build") if ".part" in name or "lock" in name]
    return process.returncode, out.splitlines(), err.splitlines()


def built(
    folder: Path, *words: str, script: str = "", **environment: str
) -> tuple[int, list[str], list[str]]:
    return ended(start(folder, *words, script=script, **environment), folder)


def workers_of(process: subprocess.Popen[str], count: int) -> list[int]:
    """The processes of a build, as soon as there are so many."""
    wait_for(lambda: len(_children(process.pid)) >= count or process.poll() is not None)
    found = _children(process.pid)
    assert len(found) >= count
    return found


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def wait_for(done: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.002)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with five lessons, of which the last takes longest."""
    for number, name in enumerate(NAMES):
        more = "".join(f"      - text: Of {name} there are {one}.\n" for one in range(60 * number))
        write_lesson(tmp_path, LESSON.replace("Tides", name.capitalize()) + more, name)
    return tmp_path


def works(names: Iterable[str]) -> set[str]:
    panels = ("handout.pdf", "slides.pptx")
    return {f"{name}-{panel}" for name in names for panel in panels}


ALL = works(NAMES) | {"manifest.json", "SHA256SUMS"}
# A renderer that does this instead of setting the handout of one lesson in type.
FAULTY = """
import os, signal, time
from diptych.handout import press
real = press.Press.print
def faulty(self, edition):
    if "Bees" in str(self.document.material.title): {what}
    return real(self, edition)
press.Press.print = faulty
"""


def records(folder: Path) -> dict[str, object]:
    """The records without their seconds."""
    found: dict[str, object] = {}
    for path in (folder / "build" / ".diptych").glob("*.record.json"):
        told = json.loads(path.read_bytes().partition(b"\n")[2])
        found[path.name] = [{**one, "seconds": 0} for one in told]
    return found


def test_any_number_of_processes_makes_the_same_files_and_records(folder: Path) -> None:
    made, known, told = {}, {}, {}
    for jobs in ("1", "2", "4"):
        code, out, _ = built(folder, "-j", jobs)
        assert code == 0
        made[jobs], known[jobs] = files_in(folder / "build"), records(folder)
        told[jobs] = [re.sub(r"[\d.]+ s$", "", line) for line in out]
        (folder / "build").rename(folder / f"build-{jobs}")
    assert set(made["1"]) == ALL
    assert len(known["1"]) == len(NAMES)
    assert made["1"] == made["2"] == made["4"]
    assert known["1"] == known["2"] == known["4"]
    assert told["1"] == told["2"] == told["4"]


def test_what_several_processes_built_is_up_to_date_for_one(folder: Path) -> None:
    assert built(folder, "-j", "2")[0] == 0
    assert (folder / "build" / ".diptych" / "files.json").is_file()
    code, out, err = built(folder, "-j", "1")
    assert (code, err) == (0, [])
    assert [line.split(":")[0] for line in out] == [f"sources/{name}/{name}.yaml" for name in NAMES]
    assert all(" up to date (" in line for line in out)


def test_results_are_told_in_the_order_of_the_sources(folder: Path) -> None:
    code, out, err = built(folder, "-j", "3")
    assert code == 0
    assert [line.split()[0] for line in out] == [f"build/{name}" for name in sorted(works(NAMES))]
    assert re.fullmatch(r"5 sources: 10 files built in [\d.]+ s", err[-1])


def test_what_takes_longest_is_begun_first(folder: Path) -> None:
    _, _, err = built(folder, "-v", "-j", "2", "--only", "deck")
    begun = [line.split(":")[0] for line in err if line.endswith(": reading")]
    assert begun[0] in ("eels", "dogs")
    assert begun[-1] in ("ants", "bees")
    write_lesson(folder, LESSON + "# " + 20_000 * "long and empty ", "ants")
    _, _, err = built(folder, "-v", "-j", "2", "--only", "deck")
    assert "ants: source: ants.yaml has changed" in err
    assert sum(": slides" in line for line in err) == 1


def test_stages_are_told(folder: Path) -> None:
    _, _, err = built(folder, "-v", "-j", "2")
    for name in NAMES:
        stages = [line for line in err if line.startswith(f"{name}: ")]
        assert stages[1:] == [f"{name}: reading", f"{name}: handout", f"{name}: slides"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_mistake_in_one_source_keeps_no_other_from_being_built(folder: Path, jobs: str) -> None:
    write_lesson(folder, LESSON.replace("points", "pionts"), "bees")
    write_lesson(folder, LESSON.replace("It pulls.", "It pulls \U0001f680."), "dogs")
    code, out, err = built(folder, "-j", jobs)
    assert code == 1
    assert set(files_in(folder / "build")) == ALL - works(["bees", "dogs"])
    told = "\n".join(err)
    assert told.index("sources/bees/bees.yaml:") < told.index("sources/dogs/dogs.yaml:")
    assert err[-1].endswith("; 2 with errors: bees, dogs")
    assert len(out) == 6
    assert sound(folder / "build")


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("what", ["raise ValueError('a fault of ours')", "raise MemoryError"])
def test_a_fault_of_ours_keeps_no_other_from_being_built(folder: Path, jobs: str, what: str) -> None:
    code, _, err = built(folder, "-j", jobs, script=FAULTY.format(what=what))
    assert code == 1
    assert set(files_in(folder / "build")) == ALL - works(["bees"])
    assert sum(line.startswith("error: sources/bees/bees.yaml: ") for line in err) == 1
    assert built(folder)[0] == 0
    assert set(files_in(folder / "build")) == ALL


LOST = {
    "os.kill(os.getpid(), signal.SIGKILL)": "was stopped by SIGKILL; there may be too little memory",
    "os.kill(os.getpid(), signal.SIGSEGV)": "was stopped by SIGSEGV",
    "os._exit(3)": "ended with 3",
}


@pytest.mark.parametrize("what", LOST)
def test_a_process_that_is_lost_keeps_no_other_source_from_being_built(folder: Path, what: str) -> None:
    code, _, err = built(folder, "-j", "2", script=FAULTY.format(what=what))
    assert code == 1
    assert set(files_in(folder / "build")) == ALL - works(["bees"])
    told = [line for line in err if line.startswith("error: ")]
    assert len(told) == 1
    assert told[0].startswith(f"error: sources/bees/bees.yaml: the process that built it {LOST[what]}")
    assert err[-1].endswith("; 1 with errors: bees")


def test_processes_that_somebody_kills_are_replaced(folder: Path) -> None:
    process = start(folder, "-j", "2")
    for worker in workers_of(process, 2):
        os.kill(worker, signal.SIGKILL)
    code, _, err = ended(process, folder)
    assert code == 1
    assert sum("was stopped by SIGKILL" in line for line in err) == 2
    assert set(files_in(folder / "build")) == ALL - works(["dogs", "eels"])
    assert built(folder, "-j", "2")[0] == 0
    assert set(files_in(folder / "build")) == ALL


@pytest.mark.parametrize("after", [0.0, 0.4, 0.9])
def test_ctrl_c_leaves_what_is_done_and_nobody_behind(folder: Path, after: float) -> None:
    process = start(folder, "-j", "2")
    workers = workers_of(process, 2)
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    code, _, err = ended(process, folder)
    assert code == 130
    assert err == ["error: stopped; no file was left half written"]
    assert not [worker for worker in workers if Path(f"/proc/{worker}").exists()]
    assert not files_in(folder / "build") or sound(folder / "build")


def test_ctrl_c_on_a_terminal_reaches_all_processes_and_is_told_once(folder: Path) -> None:
    process = start(folder, "-j", "2", script="import os; os.setsid()")
    for worker in [*workers_of(process, 2), process.pid]:
        os.kill(worker, signal.SIGINT)
    code, _, err = ended(process, folder)
    assert (code, err) == (130, ["error: stopped; no file was left half written"])


def test_what_is_done_is_told_at_ctrl_c_though_what_comes_before_it_is_not(folder: Path) -> None:
    slow = FAULTY.format(what="time.sleep(600)")
    process = start(folder, "-j", "2", script=slow)
    wait_for(lambda: (folder / "build" / ".diptych" / "ants.record.json").exists())
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    code, out, err = ended(process, folder)
    assert (code, err) == (130, ["error: stopped; no file was left half written"])
    assert {line.split()[0].removeprefix("build/") for line in out} == works(NAMES) - works(["bees"])
    assert set(files_in(folder / "build")) == ALL - works(["bees"])


def test_a_file_that_cannot_be_replaced_keeps_no_other_source_from_being_built(folder: Path) -> None:
    (folder / "build" / "bees-slides.pptx").mkdir(parents=True)
    code, out, err = built(folder, "-j", "2")
    assert code == 1
    assert "error: build/bees-slides.pptx: there is a folder of that name; move it away" in err
    assert set(files_in(folder / "build")) == ALL - works(["bees"])
    assert len(out) == 8
    assert re.fullmatch(r"5 sources: 8 files built in [\d.]+ s; 1 with errors: bees", err[-1])


def test_a_moment_that_is_none_is_told_once(folder: Path) -> None:
    code, out, err = built(folder, "-j", "2", SOURCE_DATE_EPOCH="now")
    assert (code, out) == (2, [])
    assert len(err) == 1
    assert "SOURCE_DATE_EPOCH" in err[0]


def test_a_layout_that_is_none_is_told_once(folder: Path) -> None:
    code, _, err = built(folder, "-j", "2", "--layout", "ours")
    assert code == 2
    assert sum("there is no layout `ours`" in line for line in err) == 1


def test_where_the_system_lets_no_more_processes_be_those_that_there_are_do_all(folder: Path) -> None:
    script = """
import os
real, begun = os.fork, []
def fork():
    begun.append(1)
    if len(begun) == 2: raise BlockingIOError(11, "Resource temporarily unavailable")
    return real()
os.fork = fork
"""
    code, out, _ = built(folder, "-j", "3", script=script)
    assert (code, len(out)) == (0, 10)
    assert set(files_in(folder / "build")) == ALL


BOUNDS = {
    "documents": "from diptych.build.many import worker; worker.MOST_DOCUMENTS = 2",
    "memory": "from diptych.build.many import worker; worker.MOST = 1",
}


@pytest.mark.parametrize("bound", BOUNDS)
def test_a_process_that_has_done_enough_is_replaced(folder: Path, bound: str) -> None:
    script = f"""
{BOUNDS[bound]}
from diptych.build.many import pool
real = pool.Pool._started
def started(self, *words):
    print("started", file=sys.stderr)
    return real(self, *words)
pool.Pool._started = started
"""
    code, out, err = built(folder, "-j", "2", script=script)
    assert (code, len(out)) == (0, 10)
    assert err.count("started") == (5 if bound == "memory" else 3)
    assert set(files_in(folder / "build")) == ALL


def test_more_sources_than_a_pipe_holds(tmp_path: Path) -> None:
    names = [f"lesson-{number:03}" for number in range(60)]
    for name in names:
        write_lesson(tmp_path, LESSON, name)
    code, out, _ = built(tmp_path, "-j", "3", "--only", "deck")
    assert code == 0
    assert [line.split()[0] for line in out] == [f"build/{name}-slides.pptx" for name in names]
    assert sound(tmp_path / "build")
