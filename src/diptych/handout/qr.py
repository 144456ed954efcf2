"""QR codes in print: drawn as vectors, told in words, and the list of all links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from diptych.figures.qr import qr_code
from diptych.material.addresses import MOST_CHARACTERS, shown
from diptych.material.labels import Labels


class PrintedLink(NamedTuple):
    """A link that is printed with its code; `words` are empty where they only repeat the address."""

    words: str
    address: str


def printed_code(address: str, least: float, labels: Labels) -> Markup:
    """The code with its alternative text, `least` mm wide or wider where its modules would be too small."""
    code = qr_code(address)
    side, told = code.printed_side(least), labels("qr_code", address=address)
    return Markup(
        '<div class="qr-code" data-tag="Figure" data-alt="{}" style="width: {:g}mm">{}</div>'
    ).format(told, side, Markup(code.svg()))


def printed_links(links: Iterable[tuple[str, str]]) -> list[PrintedLink]:
    """Every address once, with the words that lead to it first."""
    found: dict[str, PrintedLink] = {}
    for text, address in links:
        words = " ".join(text.split())
        said = "" if words in address or words == shown(address) else words
        if len(address) <= MOST_CHARACTERS:
            found.setdefault(address, PrintedLink(said, address))
    return list(found.values())
