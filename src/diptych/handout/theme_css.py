"""The theme as CSS: its fonts as `@font-face`, its colours and sizes as custom properties."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.layout.theme import Theme
from diptych.pdf.assets import font_faces, font_stack


def theme_css(theme: Theme) -> str:
    """The rules that make the theme's values known: `--accent`, `--text`, `--size` and the others.

    The style sheets name roles only, so that a layout changes its look in `theme.yaml`.
    """
    properties = "; ".join(f"{name}: {value}" for name, value in _properties(theme))
    return f"{font_faces(theme)}\n:root {{ {properties} }}"


def _properties(theme: Theme) -> Iterator[tuple[str, str]]:
    for role, colour in theme.colours.items():
        yield f"--{role}", colour
    handout = theme.handout
    yield "--text", font_stack(handout.text, theme)
    yield "--heading", font_stack(handout.heading, theme)
    yield "--code", font_stack(handout.code, theme)
    yield "--size", f"{handout.size}pt"
    yield "--line-height", f"{handout.line_height}"
