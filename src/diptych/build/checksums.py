"""The digests of finished files as `sha256sum -c` reads them (GNU coreutils)."""

from __future__ import annotations

import re
from collections.abc import Mapping

SHA256SUMS = "SHA256SUMS"
_LINE = re.compile(r"(\\?)([0-9a-f]{64}) [ *](.+)")
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ESCAPED = str.maketrans(_ESCAPES)


def checksums_data(digests: Mapping[str, str]) -> bytes:
    """The file that holds the digests by name, one a line, in the order of the names."""
    lines = (_line(name, digests[name]) for name in sorted(digests))
    return "".join(lines).encode("utf-8", "surrogateescape")


def read_checksums(data: bytes) -> dict[str, str]:
    """The digests by name; lines that are none are passed over."""
    text = data.decode("utf-8", "surrogateescape")
    found = (_LINE.fullmatch(line) for line in text.split("\n"))
    return {_unescaped(match[3]) if match[1] else match[3]: match[2] for match in found if match}


def _line(name: str, digest: str) -> str:
    escaped = name.translate(_ESCAPED)
    mark = "" if escaped == name else "\\"
    return f"{mark}{digest}  {escaped}\n"


def _unescaped(name: str) -> str:
    meant = {escape: character for character, escape in _ESCAPES.items()}
    return re.sub(r"\\.", lambda match: meant.get(match[0], match[0]), name)
