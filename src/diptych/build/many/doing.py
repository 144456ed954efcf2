"""A job is done: wherever that is, with nothing but what it brings."""

from __future__ import annotations

import tempfile
import threading
from functools import cache
from pathlib import Path

from diptych import meanwhile
from diptych.build.designs import DeckOptions
from diptych.build.kept import Kept
from diptych.build.making import Maker
from diptych.build.many.job import Files, Job
from diptych.build.order import Order
from diptych.build.outcome import Fault, Outcome
from diptych.build.process import seldom_collecting
from diptych.build.recorder import Recorder
from diptych.build.records.environment import environment
from diptych.build.records.file_digests import FileDigests
from diptych.build.sources import SourceFile
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
        return _done(job, Path(folder))


class _Bench:
    """What a process keeps from one job to the next; its folder goes with it."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="diptych-", ignore_cleanup_errors=True)
        self.alone = threading.Lock()
        self.digests = FileDigests()
        self.environment = environment(self.digests)


@cache
def _bench() -> _Bench:
    return _Bench()


@cache
def _kept() -> Kept:
    return Kept()


def _done(job: Job, folder: Path) -> Outcome:
    source = SourceFile(folder / "source" / job.main, job.name)
    if other := _other_environment(job):
        return Outcome(source, fault=Fault(other, misused=True))
    _unpack(job.files, folder / "source")
    _unpack(job.layouts, folder / "layouts")
    _unpack(job.template, folder / "template")
    return _maker(job, folder).make(source)


def _maker(job: Job, folder: Path) -> Maker:
    template = folder / "template" / job.template[0][0] if job.template else None
    deck = DeckOptions(template, job.aspect, job.scheme)
    order = Order(job.layout, deck, job.request, (folder / "layouts",), None, job.words, job.strict)
    recorder = Recorder()
    recorder.digests = _bench().digests.read
    # A layout of the user's own lies in a folder that is gone after the job.
    kept = Kept() if job.layouts or job.template else _kept()
    return Maker(order, kept=kept, recorder=recorder)


def _other_environment(job: Job) -> str:
    """What is other here than where the job comes from, in words; empty where nothing is."""
    here = _bench().environment
    if here == job.environment:
        return ""
    there = job.environment
    told = ", ".join(sorted(name for name in {**there, **here} if there.get(name) != here.get(name)))
    return f"a worker of the cluster has other versions than this machine of {told}; install the same there"


def _unpack(files: Files, folder: Path) -> None:
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
