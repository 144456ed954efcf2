"""SHA-256 digests (FIPS 180-4), by which files are known again."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class Digests:
    """The digests of files that many sources share, each file read once."""

    def __init__(self) -> None:
        self.known: dict[Path, str] = {}

    def of(self, path: Path) -> str:
        """The digest of the file. Raises OSError where it cannot be read."""
        if path not in self.known:
            self.known[path] = digest(path.read_bytes())
        return self.known[path]
