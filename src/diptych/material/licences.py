"""Licences by their SPDX ids."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(r"CC-(?P<terms>BY(?:-NC)?(?:-SA|-ND)?)-(?P<version>\d\.\d)")
_PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/zero/1.0/"


def licence_address(licence: str) -> str:
    """Where the text of a Creative Commons licence stands; empty for any other."""
    if licence == "CC0-1.0":
        return _PUBLIC_DOMAIN
    match = _CREATIVE_COMMONS.fullmatch(licence)
    if not match:
        return ""
    return f"https://creativecommons.org/licenses/{match['terms'].lower()}/{match['version']}/"
