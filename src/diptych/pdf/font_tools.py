"""Parts of fontTools that WeasyPrint imports, and uses only where HarfBuzz cannot make subsets of fonts."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_SELDOM_USED = ("fontTools.subset", "fontTools.varLib.instancer")


@contextmanager
def without_font_tools() -> Iterator[None]:
    """While this lasts, modules that are imported get these parts when they use them, and not before."""
    stood_in = {name: _StandIn(name) for name in _SELDOM_USED if name not in sys.modules}
    sys.modules.update(stood_in)
    try:
        yield
    finally:
        for name in stood_in:
            del sys.modules[name]


class _StandIn(ModuleType):
    """A module whose functions import the true one when they are called."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Later(self.__name__, name)


class _Later:
    """Something of a module, such as a function or a class, which is looked up when it is used."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def __call__(self, *args: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(self.module), self.name)(*args, **options)
