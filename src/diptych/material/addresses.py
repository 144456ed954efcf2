"""Web addresses: what is wrong with their form, and how they are shown to people."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

# A QR code of more is too fine for a camera a few metres away.
MOST_CHARACTERS = 300
_HOST = re.compile(r"(?!-)[^\s\x00-\x2c/:;<=>?@\[\\\]^`{|}~]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?")
_LOOKS_LIKE_HOST = re.compile(r"(www\.)?[\w-]+(\.[\w-]+)+([/?#].*)?")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
# What runs programs, holds data, or opens files of one machine, and a word for it.
_FORBIDDEN = {
    "javascript": "runs a program",
    "vbscript": "runs a program",
    "data": "holds data and leads nowhere",
    "file": "leads to a file of your own machine",
    "blob": "leads to nothing that others have",
    "about": "leads to a page of the browser",
}
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_ANY = "write https://…, mailto:… or #id"


class Problem(NamedTuple):
    """What is wrong with an address, and what to write instead."""

    message: str
    hint: str


class Address(str):
    """A web or mail address whose form is sound."""

    __slots__ = ()


def code_problem(address: str) -> Problem | None:
    """What is wrong with an address that is to become a QR code."""
    if len(address) > MOST_CHARACTERS:
        message = f"an address of {len(address)} characters makes a QR code too fine to read"
        return Problem(message, f"find one of at most {MOST_CHARACTERS}")
    return address_problem(address)


def address_problem(address: str) -> Problem | None:
    """What is wrong with the form of a web or mail address; no network is asked."""
    scheme, colon, rest = address.partition(":")
    if colon and scheme.lower() in _FORBIDDEN:
        told = _FORBIDDEN[scheme.lower()]
        return Problem(
            f"`{_short(address)}` is no web address: it {told}",
            "write https://… and an address that others can open",
        )
    if re.search(r"\s|%20%20", address):
        return Problem(f"the address `{_short(address)}` has a space", "write %20 for it, or take it out")
    if scheme.lower() == "mailto":
        sound = _MAIL.fullmatch(rest.partition("?")[0])
        return None if sound else Problem(f"`{address}` is no mail address", "write mailto:name@example.org")
    return _web_problem(address)


def shown(address: str) -> str:
    """The address as people write it: without its scheme and a slash at its end."""
    bare = re.sub(r"^(https?://(www\.)?|mailto:)", "", address)
    return bare[:-1] if bare.endswith("/") and bare.count("/") == 1 else bare


def _web_problem(address: str) -> Problem | None:
    try:
        parts = urlsplit(address)
        port_is_sound = parts.port is None or parts.port > 0
    except ValueError:
        return Problem(f"`{_short(address)}` is no web address", _ANY)
    if parts.scheme.lower() not in {"http", "https"}:
        return _without_scheme(address)
    host = parts.netloc.rpartition("@")[2]
    if not (_HOST.fullmatch(host) and port_is_sound) or ".." in host:
        hint = f"after {parts.scheme}:// comes the name of a host, such as www.example.org"
        return Problem(f"`{_short(address)}` has no host", hint)
    return _bracket_problem(address)


def _without_scheme(address: str) -> Problem:
    if "//" not in address and _MAIL.fullmatch(address):
        return Problem(f"`{address}` is no web address", f"write mailto:{address}")
    if _LOOKS_LIKE_HOST.fullmatch(address):
        return Problem(f"`{_short(address)}` is no web address", f"write https://{address}")
    return Problem(f"`{_short(address)}` is no web address", _ANY)


def _bracket_problem(address: str) -> Problem | None:
    for opening, closing in _PAIRS:
        if address.count(opening) != address.count(closing):
            message = f"the brackets {opening}{closing} of the address `{_short(address)}` do not pair"
            code = f"%{ord(opening):X} and %{ord(closing):X}"
            return Problem(message, f"put it between < and >, or write {code} for them")
    return None


def _short(address: str) -> str:
    return address if len(address) <= 80 else f"{address[:79]}…"
