"""Where WeasyPrint lacks a system library, the message says what to install."""

from __future__ import annotations

import sys

import pytest

from diptych.pdf.weasyprint_import import missing_library_message


def test_a_missing_library_is_told_in_one_line_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for system, command in (
        ("ubuntu", "apt-get install libpango-1.0-0"),
        ("fedora", "dnf install pango"),
        ("alpine", "apk add pango"),
        ("arch", "pacman -S pango"),
        ("unheard-of", "pango"),
    ):
        monkeypatch.setattr("platform.freedesktop_os_release", lambda system=system: {"ID": system})
        monkeypatch.setattr(sys, "platform", "linux")
        assert command in missing_library_message()
        assert "\n" not in missing_library_message()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "brew install pango" in missing_library_message()
    monkeypatch.setattr(sys, "platform", "win32")
    assert "pip install gstreamer-libs" in missing_library_message()
