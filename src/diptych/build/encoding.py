"""Files that are no UTF-8: which encoding they seem to be in, and how to save them anew."""

from __future__ import annotations

from diptych.material.findings import Finding
from diptych.material.place import Place

_SAVE = "save it as UTF-8 (Notepad: Save as, Encoding; VS Code: click the encoding at the lower right)"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def encoding_finding(data: bytes, at: int) -> Finding:
    """What is wrong with a file that cannot be read as UTF-8 from this byte on."""
    if data.startswith(_UTF_16) or b"\x00" in data[:200]:
        message = "the file is saved as UTF-16, which editors call “Unicode”"
        return Finding(Place(1, 1), message, _SAVE, kind="not-utf-8")
    start = data.rfind(b"\n", 0, at) + 1
    line = data[start:].split(b"\n", 1)[0].decode("cp1252", "replace").rstrip("\r")
    place = Place(data.count(b"\n", 0, at) + 1, len(data[start:at].decode("utf-8", "replace")) + 1)
    character = data[at : at + 1].decode("cp1252", "replace")
    message = (
        f"the file is no UTF-8: it seems to be saved as Windows-1252 (ANSI), where this is `{character}`"
    )
    if character == "\ufffd" or character.isspace():
        message = "the file is no UTF-8 text"
    return Finding(place, message, _SAVE, excerpt=line, kind="not-utf-8")
