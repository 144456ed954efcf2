"""How the path of a file is told in what is given out."""

from __future__ import annotations

from pathlib import Path


def told_path(path: Path) -> str:
    """Where a file lies from here, or its name where it lies elsewhere: no name of a user is told."""
    whole, here = path.resolve(), Path.cwd().resolve()
    above_users = here == here.parent or here in _home().parents
    inside = whole.is_relative_to(here) and not above_users
    return whole.relative_to(here).as_posix() if inside else whole.name


def _home() -> Path:
    """The user's folder; the top folder where the system knows of none, as for a number in a container."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return Path(Path.cwd().anchor)
