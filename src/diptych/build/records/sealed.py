"""Notes of ours that tell by themselves whether they are whole."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from diptych.build.digests import digest
from diptych.material.source_files import read_whole

_MOST_BYTES = 64_000_000  # what is larger is none of ours


def read_sealed(path: Path) -> Any:
    """What was written there; None where there is nothing, or what was not written so."""
    try:
        data = read_whole(path, _MOST_BYTES) or b""
        seal, _, text = data.partition(b"\n")
        return json.loads(text) if seal.decode("ascii") == digest(text) else None
    except (OSError, ValueError, RecursionError):
        return None


def write_sealed(path: Path, content: object) -> None:
    """Write the content as JSON under its own digest; where that cannot be, the old one is taken away.

    A power cut may take it: then it is seen to be damaged. So nobody waits for the disk.
    """
    text = json.dumps(content, ensure_ascii=True, sort_keys=True).encode("ascii")
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(digest(text).encode("ascii") + b"\n" + text)
        part.replace(path)
    except OSError:
        for one in (path, part):
            with suppress(OSError):
                one.unlink(missing_ok=True)
