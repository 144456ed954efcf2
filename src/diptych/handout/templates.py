"""The layout's templates, found along its search path.

A name is looked for in the folder `handout` of the nearest layout first. With a layout's name before
it (`classic/handout.html`) it means that layout's own file, so that a template can extend the one
that it replaces.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from diptych.layout.load import Layout, LayoutError


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


@contextmanager
def faults_of_layouts() -> Iterator[None]:
    """While this lasts, what is wrong in a template is a LayoutError that names its file and line."""
    try:
        yield
    except TemplateNotFound as error:
        raise LayoutError(f"the layout has no template `{error.name}` in its folder `handout`") from None
    except TemplateSyntaxError as error:
        raise LayoutError(f"{error.filename or error.name}, line {error.lineno}: {error.message}") from None
    except TemplateError as error:
        raise LayoutError(f"{_where(error)}: {error.message}") from None


def _where(error: TemplateError) -> str:
    """The template and the line in which a fault came to light: the last that is HTML."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.endswith(".html")), None)
    return f"{last.filename}, line {last.lineno}" if last else "a template of the layout"
