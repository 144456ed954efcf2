"""Real processes that build, so that they can be stopped, starved and sent away."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import chdir
from multiprocessing.process import BaseProcess
from pathlib import Path

import make_docs
from diptych.build.lock import folder_lock
from diptych.build.manifest import Build, Made
from diptych.build.output_folder import OutputFolder
from diptych.build.works import Work

NOBODY = 65534
ROOT = Path(__file__).parents[2]


def start(run: Callable[..., object], *words: object) -> BaseProcess:
    """A process that runs the function; it is ready in a few hundredths of a second."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.build.warm"])
    process = context.Process(target=run, args=words, daemon=True)
    with chdir(ROOT):  # where the server finds these modules: it is not told where others are (CPython 3.11)
        process.start()
    return process


def run(folder: Path, words: Sequence[str], limit: int = 0, nobody: bool = False) -> tuple[int, str]:
    """How a build in that folder ends, and what it tells on the way.

    `limit` is the size in bytes beyond which no file can grow; `nobody` is a user who owns nothing.
    """
    told = folder / "told.txt"
    told.touch()
    process = start(build, folder, list(words), told, limit, nobody)
    process.join(60)
    assert process.exitcode is not None
    return process.exitcode, told.read_text("utf-8")


def build(folder: Path, words: list[str], told: Path, limit: int, nobody: bool) -> None:
    os.chdir(folder)
    with told.open("a", encoding="utf-8") as stream:
        sys.stdout = sys.stderr = stream
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if nobody and os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        code = make_docs.main(words)
    os._exit(code)


def build_for_ever(folder: Path, texts: list[str], source: Path, told: Path) -> None:
    """Build one text after the other, until somebody ends it."""
    os.chdir(folder)
    sys.stdout = sys.stderr = told.open("a", encoding="utf-8")
    code = 0
    try:
        while code == 0:
            for text in texts:
                source.write_text(text, "utf-8")
                code = code or make_docs.main(["-q"])
    except KeyboardInterrupt:  # between two builds
        code = 130
    sys.stderr.flush()
    os._exit(code)


def put_for_ever(folder: Path, variants: list[str]) -> None:
    """Put works of one content after the other, until somebody ends it."""
    while True:
        for variant in variants:
            put(folder, variant)


def put(
    folder: Path, variant: str, names: Sequence[str] = ("a.pdf", "b.pptx"), told: list[str] | None = None
) -> None:
    """Put works that hold nothing but one letter, many times."""
    from diptych.build.digests import digest

    works = [Work(name, content(variant, name), 1, "page") for name in names]
    made = {work.name: Made(digest(work.data), len(work.data), "page", 1) for work in works}
    build = Build("tides", "tides.yaml", {}, {"source": {"tides.yaml": variant}}, {}, made)
    tell: list[str] = [] if told is None else told
    OutputFolder(folder, tell.extend, patience=5).put({work.name: work.data for work in works}, [build])


def content(variant: str, name: str) -> bytes:
    return (variant * 300_000 + name).encode()


def hold(folder: Path, patience: float = 5) -> None:
    """Hold the lock of a folder, until somebody ends it."""
    with folder_lock(folder, patience):
        (folder / "held").touch()
        time.sleep(60)
