"""Where the documentation tells of a kind of finding."""

from __future__ import annotations

import functools
from importlib import metadata


def help_address(name: str) -> str:
    """The address of the page about a name; empty where the package tells no address of its documentation."""
    base = _documentation()
    return f"{base.rstrip('/')}/errors/{name}.html" if base else ""


@functools.cache
def _documentation() -> str:
    """What the package's metadata call `Documentation`, among the addresses of the project."""
    try:
        told = metadata.metadata("diptych").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    pairs = (one.partition(",") for one in told)
    return next((address.strip() for label, _, address in pairs if label == "Documentation"), "")
