"""The verb `preview`: watches, makes and serves until it is stopped."""

from __future__ import annotations

import argparse
import threading
import webbrowser
from pathlib import Path

from diptych.build.console import Console
from diptych.build.sources import UsageError
from diptych.preview.server import PreviewServer
from diptych.preview.studio import Studio
from diptych.watching.watch import changes


def preview(arguments: argparse.Namespace, console: Console) -> int:
    """Serve the page until Ctrl-C. Raises UsageError where the port is taken."""
    studio = Studio()
    try:
        server = PreviewServer(studio, arguments.port, arguments.editor)
    except OSError as error:
        message = f"port {arguments.port} cannot be used: {error.strerror}; leave --port out for a free one"
        raise UsageError(message) from None
    for work in (server.serve_forever, studio.work):
        threading.Thread(target=work, daemon=True).start()
    console.result(f"{server.address}  Ctrl-C ends")
    if not arguments.no_open:
        webbrowser.open(server.address)
    try:
        for change in changes(arguments.paths, Path("layouts")):
            studio.take(change)
    finally:
        studio.close()
        server.shutdown()
    return 0
