"""A page budget is met by declared steps: less space between lines and blocks, then smaller type.

Margins never change. Where the last step does not do, the error says what takes most room.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from diptych.layout.setting import Setting
from diptych.pdf.typeset import PdfFile

# All spaces are parts of a line; they shrink with it by so much a step. Sizes go down by half points.
_SPACE = 0.05
_SIZE = 0.5


@dataclass(frozen=True)
class Fitted:
    """The file, and the setting in which it was made."""

    file: PdfFile
    setting: Setting


@dataclass
class _Layouts:
    """The files of settings, each made when it is first asked for."""

    settings: tuple[Setting, ...]
    make: Callable[[Setting], PdfFile]
    made: dict[int, PdfFile] = field(default_factory=dict)

    def file(self, index: int) -> PdfFile:
        if index not in self.made:
            self.made[index] = self.make(self.settings[index])
        return self.made[index]


def fitted(
    setting: Setting,
    pages: int,
    make: Callable[[Setting], PdfFile],
    overfull: Callable[[PdfFile], Exception],
) -> Fitted:
    """The file on no more than so many pages, made with the least change of the setting that does it.

    It takes one layout where it fits at once, and a few more where it does not. `overfull` makes the error to
    raise from the file at the last step.
    """
    layouts = _Layouts((setting, *steps(setting)), make)
    last = len(layouts.settings)

    def fits(index: int) -> bool:
        return layouts.file(index).pages <= pages

    found = 0 if fits(0) else bisect_left(range(last), True, lo=1, key=fits)
    if found == last:
        raise overfull(layouts.file(last - 1))
    file, chosen = layouts.file(found), layouts.settings[found]
    return Fitted(replace(file, remarks=(*file.remarks, *_remarks(setting, chosen, pages))), chosen)


def steps(setting: Setting) -> Iterator[Setting]:
    """The settings that take less and less room, in the order in which they are tried."""
    kind = setting.type
    count = round((1 - kind.tightest) / _SPACE)
    for step in range(1, count + 1):
        yield stepped(setting, 1 - step * _SPACE, kind.size)
    for size in sizes(kind.size, kind.floor or kind.size):
        yield stepped(setting, 1 - count * _SPACE, size)


def sizes(size: float, floor: float) -> Iterator[float]:
    """The sizes below `size`, half a point apart, down to the floor."""
    while size > floor:
        size = max(size - _SIZE, floor)
        yield size


def stepped(setting: Setting, spaces: float, size: float) -> Setting:
    """The setting with this share of its spaces and type of this size in points."""
    kind = setting.type
    smaller = replace(
        kind,
        size=size,
        line_height=round(kind.line_height * spaces, 4),
        smallest=min(kind.smallest, size),
    )
    return replace(setting, type=smaller)


def _remarks(setting: Setting, chosen: Setting, pages: int) -> Iterator[str]:
    """What is told of a step that was taken."""
    within = f"to stay within {pages} page{'' if pages == 1 else 's'}"
    if chosen.type.size < setting.type.size:
        yield f"set in {chosen.type.size:g} pt {within}"
    elif chosen.type.line_height < setting.type.line_height:
        yield f"lines and blocks are set {_percent(setting, chosen)} % closer {within}"


def _percent(setting: Setting, chosen: Setting) -> int:
    return round(100 - 100 * chosen.type.line_height / setting.type.line_height)
