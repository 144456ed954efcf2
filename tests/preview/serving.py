"""A preview that runs as its users run it, and questions to it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import make_docs

LESSON = """\
title: Ants
lang: en-GB
sections:
  - title: Paths of ants
    content:
      - points: [Ants leave a scent, Others follow it]
      - question: What do ants leave?
        answer: A scent.
"""


class Preview:
    """`make_docs.py preview` in a folder with one source, as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "sources" / "ants" / "ants.yaml"
        self.source.parent.mkdir(parents=True)
        self.write(LESSON)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        self.process = subprocess.Popen(
            [sys.executable, make_docs.__file__, "preview", "--no-open"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().split()[0]
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def write(self, text: str) -> None:
        self.source.write_text(text, "utf-8")

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        """The status, headers and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.ask("/state")[2])
        return found

    def made(self) -> dict[str, Any]:
        """The source once nothing is being made any more."""
        return self.until(lambda source: not source["busy"])

    def until(self, true: Any) -> dict[str, Any]:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            sources = self.state()["sources"]
            if sources and true(sources[0]):
                found: dict[str, Any] = sources[0]
                return found
            time.sleep(0.05)
        raise AssertionError(self.state())

    def close(self) -> str:
        """End it as Ctrl-C does; what it told on standard error."""
        self.process.send_signal(signal.SIGINT)
        _, told = self.process.communicate(timeout=20)
        return told
