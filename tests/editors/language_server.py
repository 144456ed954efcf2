"""A YAML language server, as editors run it: over its standard input and output (LSP 3.17)."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# `.ci/run` and CONTRIBUTING.md say how it comes there.
SERVER = ROOT / ".venv" / "editors" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
_PATIENCE = 30.0


class Editor:
    """An editor with one file open at a time; `folder` is where the files lie."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self.messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self.number = 0
        self.found: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAN})
        self._tell("initialized", {})

    def close(self) -> None:
        """End the server."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()

    def open(self, path: Path) -> list[tuple[int, str]]:
        """What is marked in a file: the line of each message, counted from 1."""
        address = path.as_uri()
        item = {"uri": address, "languageId": "yaml", "version": 1, "text": path.read_text("utf-8")}
        self.found.pop(address, None)
        self._tell("textDocument/didOpen", {"textDocument": item})
        while address not in self.found:
            self._take()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self.found[address]]

    def completions(self, path: Path, line: int, column: int) -> list[str]:
        """What is offered at a place, counted from 1."""
        found = self.ask("textDocument/completion", _at(path, line, column))
        return [item["label"] for item in found["items"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is told of the key at a place, counted from 1."""
        found = self.ask("textDocument/hover", _at(path, line, column)) or {"contents": {"value": ""}}
        return str(found["contents"]["value"])

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The server's answer."""
        self.number += 1
        number = self.number
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; questions of the server are answered, what it marks is kept."""
        message = self.messages.get(timeout=_PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": _answer(message)})
        return message

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while head := stream.readline():
            if head.lower().startswith(b"content-length:"):
                stream.readline()
                self.messages.put(json.loads(stream.read(int(head.split(b":")[1]))))


_CAN: dict[str, Any] = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}
_SETTINGS: dict[str, Any] = {
    "yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}},
    "http": {},
    "[yaml]": {},
    "editor": {},
    "files": {},
}


def _answer(message: dict[str, Any]) -> Sequence[Any] | None:
    if message["method"] == "workspace/configuration":
        return [_SETTINGS.get(item.get("section", ""), {}) for item in message["params"]["items"]]
    return None


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line - 1, "character": column - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}
