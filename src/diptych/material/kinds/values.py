"""What can be wrong with keys and their values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diptych.material.kinds.kind import Kind

VALUES: Mapping[str, Kind] = MappingProxyType(
    {
        "unknown-key": Kind(
            "The key is none of those that can stand here.",
            "Mend its spelling, or look the key up in the vocabulary.",
        ),
        "unknown-block": Kind(
            "The block begins with a key that names no kind of block.",
            "Begin it with one such as `text`, `points` or `figure`.",
        ),
        "missing-key": Kind(
            "A key that is needed here is missing or empty.",
            "Add it.",
        ),
        "two-blocks-in-one": Kind(
            "One list entry holds the main keys of two blocks.",
            "Begin the second one with `- ` on a line of its own.",
        ),
        "wrong-shape": Kind(
            "A list, a text or keys with values stand where something else is expected.",
            "Write what the message names.",
        ),
        "word-not-allowed": Kind(
            "The key takes one of a few words, and this is none of them.",
            "Write one of the words that the message lists.",
        ),
        "not-a-number": Kind(
            "A number is expected here.",
            "Write digits only.",
        ),
        "not-coordinates": Kind(
            "A place on the earth is not written as latitude and longitude.",
            "Write `52.52 N 13.40 E`, or `52.52, 13.40`.",
        ),
        "not-a-date": Kind(
            "A date is expected here.",
            "Write year, month and day in this order: 1922-04-16.",
        ),
        "not-a-language": Kind(
            "A language tag is expected here.",
            "Write one such as en, en-GB, de or fr.",
        ),
        "not-a-time": Kind(
            "A length of time is expected here.",
            "Write 50 min, or 1 h 30 min.",
        ),
        "number-out-of-range": Kind(
            "The number is too small or too large for its key.",
            "Write one within the bounds that the message tells.",
        ),
        "key-without-effect": Kind(
            "The key changes nothing where it stands.",
            "Leave it out, or move it to where it counts.",
        ),
    }
)
