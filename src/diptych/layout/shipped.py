"""Where the layouts lie that come with Diptych."""

from __future__ import annotations

from pathlib import Path


def shipped_layouts() -> Path:
    """The folder of the layouts that come with Diptych: in the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "layouts"
    return inside if inside.is_dir() else package.parent.parent / "layouts"
