"""A Dask scheduler and its workers: real processes, each in an empty folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.build.many.courses import ROOT

CODE = os.pathsep.join([str(ROOT / "src"), str(ROOT)])


@dataclass
class Machines:
    """The processes; `address` is the scheduler's."""

    folder: Path
    address: str = ""
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start_scheduler(self, code: str) -> None:
        told = self.folder / "scheduler.json"
        words = ["--port", "0", "--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(told)]
        self.scheduler = self._start("scheduler", "dask_scheduler", words, code)
        wait_for(lambda: told.exists() and told.read_text("utf-8").endswith("}"))
        self.address = json.loads(told.read_text("utf-8"))["address"]

    def start_worker(self, name: str, code: str = CODE, words: Sequence[str] = ("--no-nanny",)) -> None:
        """A worker that is ready when this comes back."""
        words = [self.address, "--nthreads", "1", "--no-dashboard", *words]
        self.workers.append(self._start(name, "dask_worker", words, code))
        wait_for(lambda: b"Registered to" in (self.folder / f"{name}.log").read_bytes())

    def left_over(self) -> list[str]:
        """What the workers' jobs left in their folders."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.glob("*/*"))
        return [name for name in found if "dask-scratch-space" not in name]

    def end(self) -> None:
        """Stop the workers, and then the scheduler that they take leave of."""
        for processes in (self.workers, [self.scheduler] if self.scheduler else []):
            for process in processes:
                process.terminate()
            for process in processes:
                _ended(process)

    def _start(self, name: str, module: str, words: Sequence[str], code: str) -> subprocess.Popen[bytes]:
        home = self.folder / name
        home.mkdir()
        # A worker that dies of SIGKILL can clear away nothing: its temporary folder is its own.
        environment = {**os.environ, "PYTHONPATH": code, "TMPDIR": str(home)}
        command = [sys.executable, "-m", f"distributed.cli.{module}", *words]
        with (self.folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log)


@contextmanager
def machines(folder: Path, code: str = CODE) -> Iterator[Machines]:
    """A scheduler while this lasts, without workers at first."""
    folder.mkdir(exist_ok=True)
    found = Machines(folder)
    try:
        found.start_scheduler(code)
        yield found
    finally:
        found.end()


def _ended(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def wait_for(what: Callable[[], object], patience: float = 30.0) -> None:
    """Come back when it is so."""
    until = time.monotonic() + patience
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)
