"""The page over HTTP: on this machine alone, for its own page alone, and nothing but what was made."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from types import MappingProxyType

from diptych.preview.made import Made
from diptych.preview.studio import Studio
from diptych.preview.telling import told

HOST = "127.0.0.1"
# Seconds after which a page that waits is told that nothing is new, so that a closed one is noticed.
_PATIENCE = 15.0
_FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "/": ("page.html", "text/html; charset=utf-8"),
        "/page.css": ("page.css", "text/css; charset=utf-8"),
        "/icon.svg": ("icon.svg", "image/svg+xml"),
        "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    }
)
# Nothing from elsewhere, nothing inline (W3C, Content Security Policy Level 3).
_POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'"
_HEADERS = MappingProxyType(
    {
        "Content-Security-Policy": f"{_POLICY}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
)


class PreviewServer(ThreadingHTTPServer):
    """Serves one studio on the loopback interface; port 0 is any that is free."""

    daemon_threads = True

    def __init__(self, studio: Studio, port: int, editor: str) -> None:
        super().__init__((HOST, port), _Handler)
        self.studio, self.editor = studio, editor

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.server_port}/"

    @property
    def hosts(self) -> frozenset[str]:
        """By which names a browser may ask: others are those of a page that wants to read ours."""
        return frozenset(f"{name}:{self.server_port}" for name in (HOST, "localhost"))


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Diptych", ""

    def do_GET(self) -> None:
        """Answer, or refuse."""
        path = self.path.partition("?")[0]
        if not self._is_ours():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif path in _FILES:
            name, kind = _FILES[path]
            self._answer(files("diptych.preview").joinpath(name).read_bytes(), kind)
        elif path == "/state":
            self._answer(told(self.server.studio, self.server.editor), "application/json")
        elif path == "/events":
            self._events()
        elif picture := _picture(path, self.server.studio):
            self._answer(picture, "image/png", "private, max-age=3600, immutable")
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        """The same without a body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what a browser asks for is of no interest to those who write."""

    def _is_ours(self) -> bool:
        """True where a browser of this machine asks for our own page."""
        origin = self.headers.get("Origin")
        wanted = self.headers.get("Host", "")
        own = wanted in self.server.hosts
        return own and (origin is None or origin == f"http://{wanted}")

    def _answer(self, data: bytes, kind: str, kept: str = "no-store") -> None:
        self.send_response(HTTPStatus.OK)
        for name, value in {**_HEADERS, "Content-Type": kind, "Cache-Control": kept}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _events(self) -> None:
        """Tell of each new version (WHATWG, server-sent events), until the page is closed."""
        self.send_response(HTTPStatus.OK)
        for name, value in {
            **_HEADERS,
            "Content-Type": "text/event-stream",
            "Cache-Control": "no-store",
        }.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        version = -1
        try:
            while self.command == "GET" and not self.server.studio.closed:
                version = self.server.studio.wait(version, _PATIENCE)
                self.wfile.write(f"data: {version}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the page is closed
            return


def _picture(path: str, studio: Studio) -> bytes:
    """The picture of that digest; nothing where none is shown any more."""
    digest = path.removeprefix("/picture/")
    if digest == path:
        return b""
    shown: list[Made] = list(studio.shown()[2])
    leaves = (leaf for made in shown for leaf in (*made.pages, *made.slides))
    found = (one.picture for one in leaves if secrets.compare_digest(one.picture.digest, digest))
    return next((picture.data for picture in found), b"")
