"""Short wordings of titles for running headers and metadata."""

from __future__ import annotations

import re

from diptych.layout.setting import Setting
from diptych.material.labels import Labels
from diptych.material.line_ends import is_square, width_in_letters

_WORDS = 7
_CHARACTERS = 80
# The share of the page that running title and page number may fill, so that a gap stays between them.
_MOST = 0.97


def running_room(setting: Setting) -> int:
    """How many characters a running title may have, to stand on one line in the foot of the page."""
    width = (_MOST - setting.number_share) * setting.text_width
    room = setting.characters(width, "heading", setting.type.factor("smallest"))
    return min(_CHARACTERS, int(room))


def running(title: str, room: int = _CHARACTERS) -> str:
    """The title for the running header and footer: no longer than a glance, nor than so many characters."""
    cut = " ".join(title.split()[:_WORDS])
    if width_in_letters(cut) > room:
        cut = cut[: _fitting(cut, room - 1)].rsplit(" ", 1)[0]
    if cut == title:
        return title
    cut = cut.rstrip(" ,;:–—-、，。：；")
    return f"{cut}…" if is_square(cut[-1:]) else f"{cut} …"


def _fitting(text: str, room: int) -> int:
    """How many characters of the text have room in a line of so many Latin letters."""
    return max(count for count in range(len(text) + 1) if width_in_letters(text[:count]) <= room)


def slides(numbers: tuple[int, int] | None, labels: Labels) -> str:
    """Which slides belong to a part: "Slide 7", "Slides 7–9"; nothing where there are none."""
    if numbers is None:
        return ""
    first, last = numbers
    return labels("slide", number=first) if first == last else labels("slides", first=first, last=last)


def block_kind(block: object) -> str:
    """The name of a block's template: `SourceExtract` is `source_extract`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(block).__name__).lower()
