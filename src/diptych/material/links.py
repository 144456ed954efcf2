"""What a link may lead to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?")


def link_problem(target: str) -> str:
    """What is wrong with a link's target, or nothing; judged by form, no network asked."""
    if target.startswith("#"):
        return "" if len(target) > 1 else "the link leads nowhere"
    if target.startswith("mailto:"):
        return "" if "@" in target else f"`{target}` is no mail address"
    try:
        parts = urlsplit(target)
    except ValueError:
        return f"`{target}` is no web address"
    if parts.scheme not in {"http", "https"}:
        return f"`{target}` is no web address"
    return "" if _HOST.fullmatch(parts.netloc.rpartition("@")[2]) else f"`{target}` has no host"
