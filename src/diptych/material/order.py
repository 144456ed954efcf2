"""Mixed orders for exercises, always the same for the same words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence


def mixed(words: Sequence[str]) -> tuple[int, ...]:
    """Indices of `words` in a mixed order that depends on the words alone.

    Two words or more never keep their own order, or nothing would be left to solve.
    """
    order = sorted(range(len(words)), key=lambda index: hashlib.sha256(words[index].encode()).digest())
    if len(order) > 1 and order == sorted(order):
        order = [*order[1:], order[0]]
    return tuple(order)
