"""Whatever executor has the jobs, the files are those of a build here."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

import make_docs
from diptych.build.arguments import parse_arguments
from diptych.build.many.doing import environment_here
from diptych.build.many.executors import outcomes
from diptych.build.order import order_of
from diptych.build.outcome import Outcome
from diptych.build.sources import SourceFile, find_sources
from tests.build.lessons import LESSON, write_lesson
from tests.build.many.courses import files_of, write_course, write_lesson_of_many_files


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[ProcessPoolExecutor]:
    """Two processes in an empty folder."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.build.warm"])
    empty = tmp_path / "empty"
    empty.mkdir()
    with ProcessPoolExecutor(2, context, initializer=os.chdir, initargs=(empty,)) as executor:
        yield executor
    assert list(empty.iterdir()) == []


def come_of(
    executor: Executor,
    *words: str,
    most: int = 4,
    starting: Callable[[SourceFile], object] = lambda source: None,
) -> list[Outcome]:
    """What comes of all sources by an executor."""
    order = order_of(parse_arguments(["build", *words], ""))
    sources = find_sources([Path("sources")])
    return list(outcomes(executor, sources, order, environment_here(), lambda: most, starting))


def works(found: list[Outcome]) -> dict[str, bytes]:
    return {work.name: work.data for one in found for work in one.works}


def built_here(*words: str) -> dict[str, bytes]:
    """What a build here makes, without the account."""
    assert make_docs.main(["-q", "-j", "1", *words]) == 0
    account = {"manifest.json", "SHA256SUMS"}
    return {name: data for name, data in files_of(Path("build")).items() if name not in account}


def test_threads_make_the_files_of_a_build_here(folder: Path) -> None:
    write_course(folder, 4)
    with ThreadPoolExecutor(3) as executor:
        found = come_of(executor)
    assert works(found) == built_here()


def test_processes_in_an_empty_folder_make_the_files_of_a_build_here(
    folder: Path, processes: ProcessPoolExecutor
) -> None:
    write_course(folder, 2)
    write_lesson_of_many_files(folder)
    words = ("--edition", "student,teacher")
    assert works(come_of(processes, *words)) == built_here(*words)


def test_sources_and_what_came_of_them_lie_where_they_lie_here(folder: Path) -> None:
    write_course(folder, 1)
    with ThreadPoolExecutor(1) as executor:
        (one,) = come_of(executor)
    assert one.source.path == Path("sources/tides-0/tides-0.yaml")
    assert one.build
    assert one.record
    assert one.build.path == one.record.path == "sources/tides-0/tides-0.yaml"


def test_no_more_are_under_way_than_wanted(folder: Path) -> None:
    write_course(folder, 5)
    seen: list[int] = []
    with ThreadPoolExecutor(1) as executor:

        def count(source: SourceFile) -> None:
            seen.append(executor._work_queue.qsize())

        assert len(come_of(executor, most=2, starting=count)) == 5
    assert max(seen) <= 1, "one is at work, and one waits"


def test_an_error_names_what_lies_beside_the_source_here(folder: Path, processes: Executor) -> None:
    lesson = f"{LESSON}      - figure: mon.svg\n        alt: The moon.\n"
    path = write_lesson(folder, lesson)
    (path.parent / "moon.svg").write_text("<svg/>", "utf-8")
    (one,) = come_of(processes)
    assert [finding.hint for finding in one.findings] == ["there are moon.svg"]


def test_faults_of_layouts_and_templates_are_told_with_their_paths_here(
    folder: Path, processes: Executor
) -> None:
    write_lesson(folder)
    theme = folder / "layouts" / "ours" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: Ours\nextends: [\n", "utf-8")
    (folder / "designs").mkdir()
    (folder / "designs" / "school.pptx").write_bytes(b"no presentation")
    for words in (["--layout", "ours"], ["--template", "designs/school.pptx"], ["--template", "gone.pptx"]):
        (far,) = come_of(processes, *words)
        assert far.fault
        assert make_docs.main(["build", "-j", "1", *words]) == 2
        assert far.fault.misused
        assert far.fault.message == told_here(words)


def told_here(words: list[str]) -> str:
    """What a build here says of the one fault."""
    from diptych.build.making import Maker

    order = order_of(parse_arguments(["build", *words], ""))
    outcome = Maker(order).make(find_sources([Path("sources")])[0])
    assert outcome.fault
    return outcome.fault.message


def test_when_a_process_dies_all_that_are_left_are_told(folder: Path, processes: ProcessPoolExecutor) -> None:
    write_course(folder, 4)
    processes.submit(os.getpid).result()

    def kill_them(source: SourceFile) -> None:
        if source.name == "tides-2":
            for process in list(processes._processes):
                os.kill(process, signal.SIGKILL)

    found = come_of(processes, most=1, starting=kill_them)
    assert len(found) == 4
    faults = [one.fault.message for one in found if one.fault]
    assert len(faults) == 2
    assert len(set(faults)) == 1
    assert faults[0].startswith("the cluster is gone (BrokenProcessPool)")


def test_an_executor_that_is_closed_is_told(folder: Path) -> None:
    write_course(folder, 2)
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    found = come_of(executor)
    assert [one.fault.message.split(";")[0] for one in found if one.fault] == [
        "the cluster is gone (RuntimeError)"
    ] * 2
