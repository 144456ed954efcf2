"""What is wrong with a layout."""

from __future__ import annotations


class LayoutError(Exception):
    """A layout that cannot be used, or that lacks what was asked of it; the message says what to do."""
