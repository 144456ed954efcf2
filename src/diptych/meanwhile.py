"""What is otherwise only for a while: an attribute of somebody else's object, a variable of the system's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def attribute(owner: object, name: str, value: object) -> Iterator[None]:
    """While this lasts, the object's attribute has that value."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


@contextmanager
def variable(name: str, value: str) -> Iterator[None]:
    """While this lasts, the variable of the environment has that value."""
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before
