"""The layout's templates, found along its search path.

A name is looked for in the folder `handout` of the nearest layout first. With a layout's name before
it (`classic/handout.html`) it means that layout's own file, so that a template can extend the one
that it replaces.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from types import ModuleType
from typing import Any

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
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from diptych.layout.load import Layout, LayoutError

# Numbers that templates reckon with are sizes and counts.
_LARGEST = 100_000


class LayoutEnvironment(ImmutableSandboxedEnvironment):
    """Templates may come from strangers: they print what they are given, and reach nothing behind it."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may name this attribute: paths lead to files, parts of calls to their makers."""
        if isinstance(obj, PurePath | partial) or isinstance(value, ModuleType):
            return False
        return bool(super().is_safe_attribute(obj, attr, value))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The value of the operation. Raises SecurityError where it is no sum of small numbers."""
        if not (_is_small(left) and _is_small(right)):
            raise SecurityError(f"`{operator}` is for numbers up to {_LARGEST:,}")
        return super().call_binop(context, operator, left, right)


def _is_small(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) <= _LARGEST


def environment(layout: Layout) -> Environment:
    """An environment that escapes what it prints and knows no undefined name."""
    folders = [folder / "handout" for folder in layout.folders]
    named = {folder.parent.name: FileSystemLoader(folder) for folder in folders}
    return LayoutEnvironment(
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
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError) as error:
        if not _of_template(error):
            raise  # a fault of ours
        raise LayoutError(f"{_where(error)}: {error}") from None


def _of_template(error: Exception) -> bool:
    """Whether the template itself failed, and no function of ours that it called."""
    last = traceback.extract_tb(error.__traceback__)[-1].filename
    return last.endswith(".html") or "jinja2" in PurePath(last).parts


def _where(error: Exception) -> str:
    """The template and the line in which a fault came to light: the last that is HTML."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if frame.filename.endswith(".html")), None)
    return f"{last.filename}, line {last.lineno}" if last else "a template of the layout"
