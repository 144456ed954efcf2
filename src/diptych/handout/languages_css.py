"""Passages in another language than the handout's: their fonts, their direction, and how they are set off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.layout.setting import Setting
from diptych.layout.theme import HandoutType, ScriptType, Theme
from diptych.material.scripts import EAST_ASIAN, UPRIGHT, right_to_left, script_of_language
from diptych.pdf.assets import font_stack
from diptych.pdf.mirror_css import mirrored

_LANGUAGE = re.compile(r'\blang="([\w-]+)"')
_SHEET = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)


def finished(html: str, theme: Theme, setting: Setting) -> str:
    """The HTML with rules for the languages that occur in it; its own rules mirrored if it is read so."""
    if setting.from_right:
        html = _SHEET.sub(lambda sheet: mirrored(sheet[0]), html)
    rules = "\n".join(languages_css(html, theme, setting))
    return html.replace("</head>", f"<style>\n{rules}\n</style>\n</head>", 1) if rules else html


def languages_css(html: str, theme: Theme, setting: Setting) -> Iterator[str]:
    """The rules for every language of the HTML that is written in another script or direction.

    Blocks are set in the script's own families first, and ideographs everywhere; other letters come in by
    themselves in a line, for no other family has them.
    """
    languages = tuple(dict.fromkeys(_LANGUAGE.findall(html)))
    own = script_of_language(languages[0])
    for lang in languages[1:]:
        if (script := script_of_language(lang)) != own:
            yield from _letters(lang, script, theme, setting.type)
    if any(script_of_language(lang) != own for lang in languages[1:]):
        yield f"[lang] [lang='{languages[0]}'] {{ {_stacks(own, theme, setting.type)} }}"
    if {right_to_left(lang) for lang in languages} == {True, False}:
        for lang in languages:
            yield f"[lang='{lang}'] {{ direction: {'rtl' if right_to_left(lang) else 'ltr'} }}"
            if right_to_left(lang) != setting.from_right:
                yield from _other_way(lang, not setting.from_right)


def _letters(lang: str, script: str, theme: Theme, kind: HandoutType) -> Iterator[str]:
    size, leading = _beside(kind.scripts.get(script), kind)
    yield (
        f":is(div, blockquote)[lang='{lang}'] {{ {_stacks(script, theme, kind)};"
        f" --leading: {leading * kind.leading:g};"
        f" font-family: var(--text); line-height: {kind.line_height * leading:g} }}"
    )
    boxes = "div, blockquote, span" if script in kind.scripts else "div, blockquote"
    yield f":is({boxes})[lang='{lang}'] {{ font-size: {size:g}em }}"
    if script in EAST_ASIAN:
        yield from _own_forms(lang, script, theme, kind)
    if script in UPRIGHT:
        plain = "font-style: normal; hyphens: manual; letter-spacing: 0"
        yield f"[lang='{lang}'], [lang='{lang}'] * {{ {plain} }}"
        yield f"[lang='{lang}'] em {{ font-weight: bold }}"


def _stacks(script: str, theme: Theme, kind: HandoutType) -> str:
    """The families of text and headings in a script, as properties."""
    roles = ((role, getattr(kind, role)) for role in ("text", "heading"))
    return "; ".join(f"--{role}: {font_stack(kind.stack(family, script), theme)}" for role, family in roles)


def _own_forms(lang: str, script: str, theme: Theme, kind: HandoutType) -> Iterator[str]:
    """Words in a line of text and in one of headings: ideographs have other forms in other languages."""
    for role, around in (("text", ""), ("heading", ":is(h1, h2, h3, h4, h5, h6, table, .label, .tag) ")):
        stack = font_stack(kind.stack(getattr(kind, role), script), theme)
        yield f"{around}span[lang='{lang}'] {{ font-family: {stack} }}"


def _beside(script: ScriptType | None, kind: HandoutType) -> tuple[float, float]:
    """Size and line height of a script's letters as factors of those around them."""
    around = kind.scripts.get(kind.script)
    size = (script.size if script else 1) / (around.size if around else 1)
    leading = (script.line_height if script else 1) / (around.line_height if around else 1)
    return round(size, 4), round(leading, 4)


def _other_way(lang: str, from_right: bool) -> Iterator[str]:
    """A block that runs against the page; what hangs beside it stays where the page has it."""
    start, end = ("right", "left") if from_right else ("left", "right")
    block = f":is(div, blockquote)[lang='{lang}']"
    yield f"{block} {{ text-align: {start} }}"
    yield f"{block} :is(.points, .steps) :is(ul, ol) {{ padding-{start}: 1.4em; padding-{end}: 0 }}"
    yield f".extract[lang='{lang}'] {{ padding-{start}: 1.2em; padding-{end}: 0; border-{end}: 0 }}"
    yield f".extract[lang='{lang}'] {{ border-{start}: 2.2pt solid var(--rule) }}"
    yield (
        f".hanging {block} .side {{ margin-{end}: calc(0mm - var(--hang)); text-align: {end};"
        f" margin-{start}: calc(100% + var(--hang) - var(--label)) }}"
    )
    items = f"{block} :is(.options, .ordering, .pairs) li"
    yield f"{items} {{ padding-{start}: 0; text-indent: 0 }}"
    yield f"{items}::before {{ content: none }}"
    yield f"{items} .box {{ margin-{start}: 0; margin-{end}: 0.66rem }}"
