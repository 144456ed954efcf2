"""Where phrases end in Chinese and Japanese, which set no spaces between words.

Told from marks, from particles, and from syllables that give way to the next word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

# After a mark; after a particle; where syllables that end a phrase give way to the next word.
_MARK = re.compile(r"[、。，．；：？！」』）》…—]$")
_PARTICLE = re.compile(r"[\u30a0-\u30ff\u3400-\u9fff][はがをもへ]$|を$")
_ENDING = re.compile(r"[\u3041-\u3096ー]$")
_WORD = re.compile(r"[\u30a1-\u30fa\u3400-\u9fff「『（《A-Za-z0-9]")
_PREFIXES = ("お", "ご")
# Words in syllables that begin a phrase.
_FIRST = re.compile(r"どの|どう|どこ|どれ|なぜ|なに|いつ|だれ|この|その|これ|それ")
# A last line of fewer characters looks forgotten.
_LEAST = 4
# A phrase of more characters may be parted anywhere.
MOST = 14

End = Literal["mark", "phrase", ""]


def end_at(text: str, place: int) -> End:
    """What ends before that place of the text: a part with a mark, a phrase, or nothing."""
    before, after = text[:place].rstrip(), text[place:]
    if not after or _MARK.search(before):
        return "mark"
    ends_phrase = _ENDING.search(before) and _WORD.match(after) and not before.endswith(_PREFIXES)
    begins_phrase = _ENDING.search(before) and _FIRST.match(after)
    return "phrase" if ends_phrase or begins_phrase or _PARTICLE.search(before) else ""


def phrases(text: str) -> tuple[str, ...]:
    """The text in phrases that lines of a heading should not part, those of up to MOST characters.

    A very short last one goes with the one before it.
    """
    parts = list(_parts(text))
    while len(parts) > 1 and len(parts[-1]) < _LEAST and len(parts[-2]) + len(parts[-1]) <= MOST:
        parts[-2:] = ["".join(parts[-2:])]
    return tuple(part for whole in parts for part in _loosened(whole))


def _parts(text: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (end_at(text, place) and not _MARK.match(text[place])):
            yield text[start:place]
            start = place


def _loosened(part: str) -> Iterator[str]:
    """A long part, and its end by itself, so that no line has one character alone."""
    if len(part) > MOST:
        yield part[:-_LEAST]
    yield part[-_LEAST:] if len(part) > MOST else part
