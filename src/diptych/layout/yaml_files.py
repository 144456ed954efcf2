"""YAML files of layouts: their text, and their keys and values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from diptych.layout.error import LayoutError
from diptych.material.findings import Finding, SourceError, describe

if TYPE_CHECKING:
    from diptych.material.tree import Tree


def read_yaml(path: Path) -> dict[str, Any]:
    """The keys and values of a YAML file of a layout. Raises LayoutError where it holds anything else."""
    import yaml

    text = read_text(path)
    try:
        values = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise LayoutError(f"{path} is not valid YAML: {error}") from None
    if not isinstance(values, dict):
        raise LayoutError(f"{path} must hold keys and values")
    return values


def read_text(path: Path) -> str:
    """The text of a YAML file that neither repeats parts of itself nor is nested without end.

    Raises LayoutError where it does, or is not UTF-8.
    """
    return read_file(path)[0]


def read_file(path: Path) -> tuple[str, Tree, tuple[Finding, ...]]:
    """The text of such a file, its tree, and findings about keys that stand twice. Raises LayoutError."""
    from diptych.material.tree import read_tree

    try:
        text = path.read_text("utf-8")
        return text, *read_tree(text)
    except UnicodeDecodeError:
        raise LayoutError(f"{path} is not UTF-8 text") from None
    except SourceError as error:
        told = "\n".join(describe(one, str(path), []) for one in error.findings)
        raise LayoutError(f"a file of the layout cannot be read\n{told}") from None
