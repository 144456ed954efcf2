"""A job is done: wherever that is, with nothing but what it brings."""

from __future__ import annotations

import platform
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from diptych import meanwhile
from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.making import Maker
from diptych.build.many.alike import differences
from diptych.build.many.job import Files, Job
from diptych.build.many.memory import tidy_up
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.process import seldom_collecting
from diptych.build.recorder import Recorder
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.sources import SourceFile
from diptych.build.versions import versions
from diptych.material.moment import VARIABLE


def do(job: Job) -> Outcome:
    """What comes of the job: files as bytes, or what is wrong.

    One at a time in a process, however many threads that has: the libraries are made for one.
    """
    bench = _bench()
    with (
        bench.alone,
        seldom_collecting(),
        meanwhile.attribute(tempfile, "tempdir", bench.folder.name),
        meanwhile.variable(VARIABLE, job.moment),
        tempfile.TemporaryDirectory() as folder,
    ):
        outcome = _done(job, Path(folder))
        tidy_up()
        return outcome


def environment_here() -> Mapping[str, str]:
    """What makes files in this process; as it was at first, since libraries are not imported again."""
    return _bench().environment


class _Bench:
    """What a process keeps from one job to the next; its folder goes with it."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True)
        self.alone = threading.Lock()
        self.digests = FileDigests()
        self.environment = environment(self.digests)
        self.versions = versions()
        self.kept = Kept()


# Threads that begin together must come to the same bench.
_FIRST = threading.Lock()


def _bench() -> _Bench:
    with _FIRST:
        return _only_bench()


@cache
def _only_bench() -> _Bench:
    return _Bench()


def _done(job: Job, folder: Path) -> Outcome:
    source = SourceFile(folder / "source" / job.folder / job.main, job.name)
    if other := "; ".join(differences(environment_here(), job.environment)):
        told = f"the worker on {platform.node()} does not have what this machine has: {other}"
        return Outcome(source, fault=Fault(told, misused=True))
    _unpack(job.files, source.path.parent)
    _unpack(job.layouts, folder / "layouts")
    _unpack(job.template, folder / "template")
    return _maker(job, folder).make(source)


def _maker(job: Job, folder: Path) -> Maker:
    template = folder / "template" / job.template[0][0] if job.template else None
    deck = DeckOptions(template, job.aspect, job.scheme)
    order = Order(job.layout, deck, job.request, (folder / "layouts",), None, job.words, job.strict)
    bench, recorder = _bench(), Recorder()
    recorder.versions = bench.versions
    if job.brings_designs:  # they lie in a folder that is gone after the job
        maker = Maker(order, recorder=recorder)
    else:
        recorder.digests = bench.digests.read
        maker = Maker(order, kept=bench.kept, recorder=recorder)
    maker.environment = bench.environment
    return maker


def _unpack(files: Files, folder: Path) -> None:
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
