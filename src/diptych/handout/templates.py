"""The layout's templates, found along its search path.

A name is looked for in the folder `handout` of the nearest layout first. With a layout's name before
it (`classic/handout.html`) it means that layout's own file, so that a template can extend the one
that it replaces.
"""

from __future__ import annotations

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from diptych.layout.load import Layout


def environment(layout: Layout) -> Environment:
    """An environment that escapes what it prints and knows no undefined name."""
    folders = [folder / "handout" for folder in layout.folders]
    named = {folder.parent.name: FileSystemLoader(folder) for folder in folders}
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(folders), PrefixLoader(named)]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
