"""A setting as CSS: fonts as `@font-face`, colours and sizes as custom properties, and the pages."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.layout.setting import MM_PER_POINT, Margins, Setting
from diptych.layout.theme import Theme
from diptych.material.scripts import UPRIGHT
from diptych.pdf.assets import font_stack

# Sizes of what stands in a line of other type, or with letters of another height.
_BESIDE_OTHERS = frozenset({"raised", "gap-number", "code-words", "program"})


def theme_css(theme: Theme, setting: Setting) -> str:
    """The rules that make the setting known: `@page` and `--accent`, `--text`, `--size` and the others.

    Ordinary pages are called `upright`, those that lie on their side `landscape`. The style sheets name
    roles only, so that a layout changes its look in `theme.yaml`.
    """
    properties = "; ".join(f"{name}: {value}" for name, value in _properties(theme, setting))
    return f":root {{ {properties} }}\nhtml {{ page: upright }}\n{_pages(setting)}"


def _properties(theme: Theme, setting: Setting) -> Iterator[tuple[str, str]]:
    for role, colour in setting.colours.items():
        yield f"--{role}", colour
    for role in ("text", "heading", "code"):
        yield f"--{role}", font_stack(setting.type.stack(getattr(setting.type, role)), theme)
    yield from _type(setting)
    yield from _lengths(setting)


def _type(setting: Setting) -> Iterator[tuple[str, str]]:
    """Sizes: `--small` and the like in rem; what stands in a line of other type (`--raised`) in em."""
    kind = setting.type
    yield "--size", f"{kind.size:g}pt"
    yield "--line-height", f"{kind.line_height:g}"
    yield "--figures", "lining-nums" if kind.script in UPRIGHT else "oldstyle-nums"
    yield "--leading", f"{kind.leading:g}"
    yield "--letter-spacing", f"{kind.letter_spacing:g}em"
    yield "--word-spacing", f"{kind.word_spacing:g}em"
    for name in kind.scale:
        yield f"--{name}", f"{kind.factor(name):g}{'em' if name in _BESIDE_OTHERS else 'rem'}"


def _lengths(setting: Setting) -> Iterator[tuple[str, str]]:
    """Lengths: `--line` is a line of text (`--half`, `--quarter`), `--step` the space between paragraphs."""
    points = setting.line / MM_PER_POINT
    yield "--line", f"{points:g}pt"
    yield "--half", f"{points / 2:g}pt"
    yield "--quarter", f"{points / 4:g}pt"
    yield "--step", f"{points * setting.type.paragraphs:g}pt"
    yield "--ruling", _mm(setting.ruling)
    yield "--hang", _mm(setting.hang)
    yield "--label", _mm(setting.label_width)
    yield "--paper-width", _mm(setting.paper.width)
    yield "--paper-height", _mm(setting.paper.height)
    yield "--text-width", _mm(setting.text_width)
    yield "--text-height", _mm(setting.text_height)
    yield "--column-width", _mm(setting.column_width)
    yield "--header-gap", _mm(setting.header_gap)
    yield "--footer-gap", _mm(setting.footer_gap)
    yield "--number-share", f"{100 * setting.number_share:.1f}%"
    yield "--title-share", f"{100 - 100 * setting.number_share:.1f}%"


def _pages(setting: Setting) -> str:
    """The size and margins of upright and lying pages, of left ones and right ones."""
    paper, margins = setting.paper, setting.margins
    upright, lying = _mm(paper.width, paper.height), _mm(paper.height, paper.width)
    ordinary = _lying if setting.lies else _upright
    rules = [
        f"@page {{ size: {upright}; margin: {ordinary(margins)} }}",
        f"@page landscape {{ size: {lying}; margin: {_lying(margins)} }}",
    ]
    if margins.duplex:
        rules += [
            f"@page :left {{ margin: {ordinary(margins, left=True)} }}",
            f"@page landscape:left {{ margin: {_lying(margins, left=True)} }}",
        ]
    first = margins.first + (margins.gutter if setting.lies else 0.0)
    return "\n".join([*rules, f"@page :first {{ margin-top: {_mm(first)} }}"])


def _upright(margins: Margins, left: bool = False) -> str:
    inside, outside = margins.inside + margins.gutter, margins.outside
    right, left_side = (inside, outside) if left else (outside, inside)
    return _mm(margins.top, right, margins.bottom, left_side)


def _lying(margins: Margins, left: bool = False) -> str:
    """A page on its side is bound along its upper edge, on a left page along its lower one."""
    above, below = (0.0, margins.gutter) if left else (margins.gutter, 0.0)
    side = min(margins.inside, margins.outside)
    return _mm(margins.top + above, side, margins.bottom + below, side)


def _mm(*lengths: float) -> str:
    return " ".join(f"{round(length, 3):g}mm" for length in lengths)
