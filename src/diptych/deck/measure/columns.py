"""How wide the columns of a table are: as the author says, else as the words need."""

from __future__ import annotations

from collections.abc import Sequence


def shared_widths(shares: Sequence[int], least: Sequence[float], room: int) -> tuple[int, ...]:
    """The room divided by the author's shares, in whole EMU that fill it exactly.

    A column that would break a word gets what it needs from the others, where they have it to spare.
    """
    widths = [room * share / sum(shares) for share in shares]
    if sum(least) > room:
        return _whole(widths, room)
    narrow = {index for index, width in enumerate(widths) if width < least[index]}
    while narrow:
        rest = room - sum(least[index] for index in narrow)
        wide = sum(share for index, share in enumerate(shares) if index not in narrow)
        widths = [
            least[index] if index in narrow else rest * share / wide for index, share in enumerate(shares)
        ]
        more = {index for index, width in enumerate(widths) if width < least[index] - 1} - narrow
        if not more:
            break
        narrow |= more
    return _whole(widths, room)


def content_widths(least: Sequence[float], wanted: Sequence[float], room: int) -> tuple[int, ...]:
    """The room divided so that no column breaks a word, and the rest goes where text is long.

    `least` is what the longest word of each column needs, `wanted` what its text needs on one line.
    Where the longest words alone are too wide, the room is shared in their proportion.
    """
    spare = room - sum(least)
    if spare <= 0:
        return _whole([room * one / sum(least) for one in least], room)
    missing = [max(0.0, want - one) for want, one in zip(wanted, least, strict=True)]
    if sum(missing) <= spare:
        return _whole([max(want, one) for want, one in zip(wanted, least, strict=True)], room, stretch=True)
    # The square root keeps a column with one long text from starving those with short ones.
    weights = [gap**0.5 for gap in missing]
    return _whole(_poured(least, missing, weights, spare), room)


def _poured(
    least: Sequence[float], missing: Sequence[float], weights: Sequence[float], spare: float
) -> list[float]:
    """The least widths with the spare room poured in by weight, no column past what it wants."""
    widths, open_columns = list(least), {index for index, gap in enumerate(missing) if gap > 0}
    while open_columns and spare > 1:
        unit = spare / sum(weights[index] for index in open_columns)
        given = {i: min(unit * weights[i], least[i] + missing[i] - widths[i]) for i in open_columns}
        for index, amount in given.items():
            widths[index] += amount
        spare -= sum(given.values())
        open_columns = {i for i in open_columns if least[i] + missing[i] - widths[i] > 1}
    return widths


def _whole(widths: Sequence[float], room: int, stretch: bool = False) -> tuple[int, ...]:
    """Widths in whole EMU that together fill the room, the last one taking what rounding leaves."""
    if stretch:
        extra = (room - sum(widths)) / len(widths)
        widths = [width + extra for width in widths]
    whole = [int(width) for width in widths]
    return (*whole[:-1], room - sum(whole[:-1]))
