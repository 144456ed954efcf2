"""A Dask cluster of real processes gives the bytes of a build here, whatever becomes of its workers."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

import make_docs
from tests.build.lessons import LESSON, sound, write_lesson
from tests.build.many.courses import (
    ROOT,
    files_of,
    records_of,
    write_course,
    write_lesson_of_many_files,
    write_template,
)
from tests.build.many.machines import CODE, Machines, machines, wait_for
from tests.build.test_warnings import CROWDED


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and two workers; their jobs leave nothing behind."""
    with machines(tmp_path_factory.mktemp("machines")) as found:
        found.start_worker("one")
        found.start_worker("two", words=("--nanny",))
        yield found
    assert found.left_over() == []


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def build_far(cluster: Machines, *words: str) -> int:
    return make_docs.main(["--cluster", cluster.address, "-o", "far", *words])


def build_here(*words: str) -> int:
    return make_docs.main(["-j", "1", "-o", "here", *words])


def assert_the_same() -> None:
    assert files_of(Path("far")) == files_of(Path("here"))
    assert records_of(Path("far")) == records_of(Path("here"))
    assert sound(Path("far"))


def test_the_files_are_those_of_a_build_here_and_then_up_to_date(
    folder: Path, cluster: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder)
    assert build_far(cluster) == 0
    out, err = capsys.readouterr()
    assert [line.split("  ")[0] for line in out.splitlines()] == [
        f"far/tides-{number}-{work}" for number in range(6) for work in ("handout.pdf", "slides.pptx")
    ]
    assert re.fullmatch(r"6 sources: 12 files built in [\d.]+ s\n", err)
    assert build_here() == 0
    assert_the_same()
    capsys.readouterr()
    assert make_docs.main(["-o", "far"]) == 0
    assert capsys.readouterr().out.count("up to date (1 page, 6 slides)") == 6


def test_all_that_a_source_is_made_from_goes_with_it(
    folder: Path, cluster: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lesson_of_many_files(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    words = ["--edition", "student,teacher", "--questions", "gift"]
    assert [build_far(cluster, *words), build_here(*words)] == [0, 0]
    assert_the_same()
    assert make_docs.main(["verify", "far"]) == 0


def test_a_template_that_the_command_line_names_goes_with_every_source(
    folder: Path, cluster: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 2)
    write_template(folder / "designs")
    words = ["--template", "designs/school.pptx", "--aspect", "16:9"]
    assert build_far(cluster, *words) == 0
    told = capsys.readouterr().err.splitlines()[:-1]
    assert build_here(*words) == 0
    assert told == capsys.readouterr().err.splitlines()[:-1]
    assert any("school.pptx" in line for line in told)
    assert_the_same()


def test_one_source_with_a_mistake_is_told_with_its_line_and_the_others_are_built(
    folder: Path, cluster: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 3)
    write_lesson(folder, LESSON.replace("question:", "qestion:"), "faulty")
    write_lesson(folder, f"{LESSON}      - figure: moon.svg\n        alt: The moon.\n", "lacking")
    write_lesson(folder, "title: [\n", "broken")
    assert build_far(cluster) == 1
    far = capsys.readouterr()
    assert build_here() == 1
    here = capsys.readouterr()
    assert far.err.splitlines()[:-1] == here.err.splitlines()[:-1]
    assert "sources/faulty/faulty.yaml:6:9: error: " in far.err
    assert "there is no picture in lacking/" in far.err
    assert re.search(r"6 files built in [\d.]+ s; 3 with errors: broken, faulty, lacking\n$", far.err)
    assert_the_same()


def test_warnings_are_told_and_are_errors_where_that_is_wanted(
    folder: Path, cluster: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, CROWDED)
    assert [build_far(cluster, "--strict"), build_here("--strict")] == [1, 1]
    err = capsys.readouterr().err
    assert err.count("tides.yaml:5:9: error: slide 4: 75 words are more than") == 2
    assert [build_far(cluster), build_here()] == [0, 0]
    assert_the_same()
    assert capsys.readouterr().err == err.replace("error:", "warning:")


def test_a_large_picture_is_nothing_to_warn_of(
    folder: Path, cluster: Machines, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_lesson(folder, f"{LESSON}      - figure: moon.png\n        alt: The moon.\n")
    Image.new("RGB", (2_400, 1_600), "teal").save(path.parent / "moon.png", compress_level=0)
    assert (path.parent / "moon.png").stat().st_size > 11_000_000
    assert [build_far(cluster), build_here()] == [0, 0]
    assert_the_same()
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_a_worker_that_dies_leaves_its_work_to_others(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 8)
    with machines(tmp_path / "machines") as found:
        found.start_worker("one")
        found.start_worker("two")
        killer = threading.Thread(target=kill_when_begun, args=(found,))
        killer.start()
        assert build_far(found) == 0
        killer.join()
        assert found.workers[0].wait(10) == -9
    assert re.fullmatch(r"8 sources: 16 files built in [\d.]+ s\n", capsys.readouterr().err)
    assert build_here() == 0
    assert_the_same()


def kill_when_begun(found: Machines) -> None:
    """Kill the first worker as soon as it has a job of its own in hand."""
    wait_for(lambda: any((found.folder / "one").glob("diptych-*/tmp*/source")))
    found.workers[0].kill()


def test_ctrl_c_ends_it_and_leaves_whole_files(folder: Path, cluster: Machines) -> None:
    write_course(folder, 40)
    command = [sys.executable, str(ROOT / "make_docs.py"), "-q", "--cluster", cluster.address, "-o", "far"]
    environment = {**os.environ, "PYTHONPATH": CODE}
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as build:
        wait_for(lambda: any(Path("far").glob("*.pdf")))
        build.send_signal(signal.SIGINT)
        _, err = build.communicate(timeout=30)
    assert (build.returncode, err) == (130, "error: stopped; no file was left half written\n")
    assert 0 < len(list(Path("far").glob("*.pdf"))) < 40
    assert sound(Path("far"))


@pytest.mark.slow
def test_workers_with_other_code_are_told_before_anything_is_built(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(ROOT / "src", other / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "layouts", other / "layouts")
    shutil.copy(ROOT / "make_docs.py", other)
    with (other / "src" / "diptych" / "build" / "works.py").open("a", encoding="utf-8") as stream:
        stream.write("# changed\n")
    write_course(folder, 1)
    with machines(tmp_path / "machines") as found:
        found.start_worker("same")
        found.start_worker("other", code=f"{other / 'src'}:{other}")
        found.start_worker("none", code="")
        assert build_far(found) == 2
    err = capsys.readouterr().err
    first, *workers = err.splitlines()
    assert first.startswith("error: workers must have what this machine has, so that files come out the same")
    assert len(workers) == 2
    assert any(line.endswith(": Diptych itself is another there") for line in workers)
    assert any("has no Diptych of this version: ModuleNotFoundError(" in line for line in workers)
    assert not Path("far").exists()


def test_a_scheduler_without_diptych_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 1)
    with machines(tmp_path / "machines", code="") as found:
        assert build_far(found) == 2
    assert capsys.readouterr().err.startswith("error: the scheduler has no Diptych of this version: ")


@pytest.mark.slow
def test_without_workers_it_is_told_what_is_waited_for(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 1)
    with machines(tmp_path / "machines") as found:
        later = threading.Timer(1.0, found.start_worker, args=("late",))
        later.start()
        assert build_far(found) == 0
        later.join()
    assert f"{found.address} has no worker yet; this waits for one: dask worker" in capsys.readouterr().err


@pytest.mark.slow
def test_a_scheduler_that_is_gone_is_told_and_what_is_done_is_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_course(folder, 12)
    with machines(tmp_path / "machines") as found:
        found.start_worker("one")
        scheduler = found.scheduler
        assert scheduler

        def kill() -> None:
            wait_for(lambda: any(Path("far").glob("*.pdf")))
            scheduler.kill()

        killer = threading.Thread(target=kill)
        killer.start()
        assert build_far(found) == 1
        killer.join()
    err = capsys.readouterr().err
    assert err.count("error: the cluster is gone") == 1
    assert "Traceback" not in err
    assert sound(Path("far"))
    assert make_docs.main(["-q", "-o", "far"]) == 0


@pytest.mark.slow
def test_where_no_scheduler_is_that_is_told_soon(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_course(folder, 1)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    began = time.monotonic()
    for address in (f"tcp://127.0.0.1:{port}", "nonsense", "tcp://no-such-host.invalid:8786"):
        assert make_docs.main(["--cluster", address]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"error: there is no Dask scheduler at {address}: ")
        assert err.count("\n") == 1
    assert time.monotonic() - began < 30
    assert not Path("build").exists()


def test_without_dask_it_is_told_what_to_install(folder: Path) -> None:
    write_course(folder, 1)
    (folder / "dask.py").write_text("raise ImportError\n", "utf-8")
    (folder / "distributed.py").write_text("raise ImportError\n", "utf-8")
    command = [sys.executable, str(ROOT / "make_docs.py"), "--cluster", "tcp://127.0.0.1:1"]
    environment = {"PYTHONPATH": f"{folder}:{CODE}", "PATH": "/usr/bin:/bin"}
    told = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert told.stderr == "error: `--cluster` needs Dask: pip install 'diptych[cluster]'\n"
