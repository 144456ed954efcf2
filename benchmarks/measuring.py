"""Processes are timed in interleaved rounds, and told as a table."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
Command = Sequence[str]


@dataclass
class Times:
    """The seconds of each round, and the most memory that one process of it took, in MB."""

    seconds: list[float] = field(default_factory=list)
    memory: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def spread(self) -> str:
        """The fastest and the slowest round."""
        return f"{min(self.seconds):.2f}–{max(self.seconds):.2f}"


def rounds(commands: Mapping[str, Command], count: int) -> dict[str, Times]:
    """Every command in turn, so many times over, after a first time that does not count."""
    found = {name: Times() for name in commands}
    for number in range(count + 1):
        for name, command in commands.items():
            seconds, memory = run(command)
            if number:
                found[name].seconds.append(seconds)
                found[name].memory = max(found[name].memory, memory)
    return found


def ratio(one: Times, other: Times) -> float:
    """The median over the rounds of how many times as long the one takes as the other."""
    return statistics.median(a / b for a, b in zip(one.seconds, other.seconds, strict=True))


def run(command: Command) -> tuple[float, float]:
    """The seconds and MB of a process. Raises RuntimeError where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ends with {process.returncode}")
    return time.perf_counter() - start, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def told(rows: Sequence[Sequence[object]]) -> None:
    """Print rows as a Markdown table; the first is its head."""
    head, *rest = [[str(cell) for cell in row] for row in rows]
    print(f"| {' | '.join(head)} |")
    print(f"| {' | '.join(['---'] + ['---:'] * (len(head) - 1))} |")
    for row in rest:
        print(f"| {' | '.join(row)} |")
    print(flush=True)
