"""The theme as CSS: its fonts as `@font-face`, its colours and sizes as custom properties."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.handout.assets import font_files
from diptych.layout.theme import Family, Theme
from diptych.material.labels import Labels


def theme_css(theme: Theme) -> str:
    """The rules that make the theme's values known: `--accent`, `--text`, `--size` and the others.

    The style sheets name roles only, so that a layout changes its look in `theme.yaml`.
    """
    faces = (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style};'
        f' src: url("{address}") }}'
        for family, weight, style, address in font_files(theme)
    )
    properties = "; ".join(f"{name}: {value}" for name, value in _properties(theme))
    return "\n".join([*faces, f":root {{ {properties} }}"])


def _properties(theme: Theme) -> Iterator[tuple[str, str]]:
    for role, colour in theme.colours.items():
        yield f"--{role}", colour
    handout = theme.handout
    yield "--text", _stack(handout.text, theme)
    yield "--heading", _stack(handout.heading, theme)
    yield "--code", _stack(handout.code, theme)
    yield "--size", f"{handout.size}pt"
    yield "--line-height", f"{handout.line_height}"


def _stack(first: Family, theme: Theme) -> str:
    """The family, then all others of the theme for the characters that it lacks."""
    families = dict.fromkeys([first, *theme.fonts.values()])
    return ", ".join(f'"{family.family}"' for family in families)


def page_number_css(labels: Labels) -> str:
    """The page number's words as CSS `content`: `"Page " counter(page) " of " counter(pages)`."""
    before, rest = labels("page_of", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    return f"{_string(before)} counter(page) {_string(between)} counter(pages) {_string(after)}"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
