"""How long many documents take: one by one from fresh processes, -j 1, -j 2, and two workers of a cluster.

    python benchmarks/many_documents.py [--count 24] [--rounds 3] [--account 1000 100000]

Lessons of six pages and thirty slides, no two alike; the best of all rounds. The cluster is a Dask scheduler
with two workers on this machine. `--account` measures only how long it takes to write down one document more
in a folder that holds so many, and the memory of that.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from lessons import write_lesson
from measuring import ROOT, told

from diptych.build.checksums import checksums_data
from diptych.build.digests import digest
from diptych.build.manifest import Build, Made, Manifest
from diptych.build.output_folder import OutputFolder
from diptych.build.process import seldom_collecting
from diptych.build.versions import versions

MAKE = [sys.executable, str(ROOT / "make_docs.py"), "-q", "--force"]
SECTIONS = 15  # six pages


def course(folder: Path, count: int) -> Path:
    """So many lessons, each in a folder of its own."""
    text = write_lesson(folder / "one", SECTIONS).read_text("utf-8")
    for number in range(count):
        path = folder / "sources" / f"lesson-{number:03}" / f"lesson-{number:03}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text.replace("Engines of", f"{number} engines of"), "utf-8")
    return folder / "sources"


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with so many workers, and the numbers of all these processes."""
    file = folder / "scheduler.json"
    common = ["--no-dashboard"]
    scheduler = ["dask_scheduler", "--port", "0", "--scheduler-file", str(file), *common]
    worker = ["dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny", *common]
    processes = [start(folder, scheduler)]
    while not file.exists():
        time.sleep(0.1)
    processes += [start(folder, worker) for _ in range(workers)]
    time.sleep(5)
    try:
        yield json.loads(file.read_text("utf-8"))["address"], [process.pid for process in processes]
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait()


def start(folder: Path, words: Sequence[str]) -> subprocess.Popen[bytes]:
    """A process of Dask's that can import Diptych."""
    module, *rest = words
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *rest],
        cwd=folder,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def environment() -> dict[str, str]:
    """The variables of this process, with the way to our code."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def seconds(commands: Sequence[Sequence[str]], folder: Path, others: Sequence[int]) -> tuple[float, float]:
    """How long the commands take, one after the other, and the time of processors, other processes' too."""
    began, used = time.perf_counter(), processor(others)
    for command in commands:
        subprocess.run(command, cwd=folder, env=environment(), check=True)
    return time.perf_counter() - began, processor(others) - used


def processor(others: Sequence[int]) -> float:
    """The seconds of processors that children which have ended took, and others so far (Linux)."""
    ticks = 0
    for number in others:
        told = Path(f"/proc/{number}/stat").read_text("ascii").rpartition(")")[2].split()
        ticks += int(told[11]) + int(told[12])
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def documents(folder: Path, count: int, rounds: int) -> None:
    """The table of all ways to build a course."""
    sources = course(folder, count)
    alone = [[*MAKE, str(path), "-o", "alone"] for path in sorted(sources.iterdir())]
    with cluster(folder, 2) as (address, others):
        ways: Mapping[str, Sequence[Sequence[str]]] = {
            "one command for each document": alone,
            "-j 1": [[*MAKE, "-j", "1", "-o", "one"]],
            "-j 2": [[*MAKE, "-j", "2", "-o", "two"]],
            "--cluster, two workers": [[*MAKE, "--cluster", address, "-o", "far"]],
            "nothing has changed": [[*MAKE[:-1], "-o", "one"]],
        }
        found = {name: [seconds(way, folder, others) for _ in range(rounds)] for name, way in ways.items()}
    rows = []
    for name, times in found.items():
        best, used = (min(kind) / count for kind in zip(*times, strict=True))
        rows.append((name, f"{best:.3f}", f"{used:.3f}"))
    told([(f"{count} documents of 6 pages and 30 slides", "s a document", "of processors, s"), *rows])
    size = sum(path.stat().st_size for path in (folder / "one").iterdir() if path.is_file())
    print(f"{size / count / 1000:.0f} kB of files a document\n")


def account(count: int) -> None:
    """How long it takes to write one document more into a folder of so many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        layout = {f"classic/handout/part-{number}.html": digest(b"%d" % number) for number in range(115)}
        at_work = versions()
        builds = [made(folder, number, layout, at_work) for number in range(count)]
        manifest = Manifest().with_builds(builds)
        data = manifest.data()
        sums = {name: one.sha256 for name, one in manifest.outputs().items()}
        sums["manifest.json"] = digest(data)
        (folder / "manifest.json").write_bytes(data)
        (folder / "SHA256SUMS").write_bytes(checksums_data(sums))
        more = made(folder, count, layout, at_work)
        files = {one: (folder / one).read_bytes() for one in more.outputs}
        began = time.process_time()
        with seldom_collecting():
            OutputFolder(folder, list).put(files, [more])
        took = time.process_time() - began
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    head = ("documents in a folder", "manifest.json, MB", "of processors, s", "memory, MB")
    told([head, (f"{count:,}", f"{len(data) / 1e6:.1f}", f"{took:.2f}", f"{most:.0f}")])


def made(folder: Path, number: int, layout: Mapping[str, str], at_work: Mapping[str, str]) -> Build:
    """A document that was built, but for the building."""
    name = f"lesson-{number:06}"
    outputs = {}
    for ending in ("handout.pdf", "slides.pptx"):
        data = f"{name} {ending}".encode()
        (folder / f"{name}-{ending}").write_bytes(data)
        outputs[f"{name}-{ending}"] = Made(digest(data), len(data), "page", 1, {"edition": "student"})
    inputs = {"source": {f"{name}.yaml": digest(name.encode())}, "layout": layout}
    return Build(name, f"sources/{name}/{name}.yaml", {"layout": "classic"}, inputs, at_work, outputs)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--account", type=int, nargs="+", default=[])
    asked = parser.parse_args()
    for count in asked.account:
        account(count)
    if not asked.account:
        with tempfile.TemporaryDirectory() as name:
            documents(Path(name), asked.count, asked.rounds)


if __name__ == "__main__":
    main()
