"""The design that a school's own template gives to a deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from diptych.deck.design.colours import Palette
from diptych.deck.design.design import DeckDesign
from diptych.deck.design.slide_layouts import (
    SlideLayout,
    SlideLayouts,
    TableStyle,
    load_slide_layouts,
)
from diptych.deck.mirror import read_from_right
from diptych.deck.school.areas import Manner
from diptych.deck.school.colours import SchoolPalette
from diptych.deck.school.families import body_like
from diptych.deck.school.fonts import deck_type
from diptych.deck.school.ground_roles import GroundRoles
from diptych.deck.school.kinds import Kinds, home_box
from diptych.deck.school.levels import level_style
from diptych.deck.school.masters import TemplateLayout, masters_of_slides, read_layouts, slide_size
from diptych.deck.school.package import TemplateError, TemplatePackage, open_template
from diptych.deck.school.remarks import layout_remarks
from diptych.deck.school.scheme import Shade
from diptych.deck.school.services import Choice
from diptych.deck.template.masters import notes_master_part
from diptych.deck.template.theme import theme_part
from diptych.deck.write.emptied import emptied
from diptych.layout.load import Layout
from diptych.layout.theme import Theme
from diptych.material.scripts import right_to_left

__all__ = ["TemplateError", "school_design"]

# “No style, no grid”: text in the theme's colour, for our cells say all else themselves.
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def school_design(file: Path, layout: Layout, names: Mapping[str, str], lang: str = "") -> DeckDesign:
    """The design that the template in `file` gives to a deck in a language.

    `names` are slide layouts of the template by the key of ours, as the author chose them. Raises
    TemplateError where the file is no presentation that can serve as one, LayoutError where the layout
    lacks or misspells something.
    """
    package = open_template(file)
    try:
        design = _design(package, file.parent, layout, names)
        return _in_language(design, lang)
    except (ValueError, TypeError, OverflowError) as error:
        raise TemplateError(f"{file} is damaged: it holds a number that is none ({error})") from None


def _design(package: TemplatePackage, folder: Path, layout: Layout, names: Mapping[str, str]) -> DeckDesign:
    size = slide_size(package)
    ours = load_slide_layouts(layout.find("deck/slide-layouts.yaml"), *size)
    served = Choice(package.name, size, read_layouts(package), names, masters_of_slides(package)).served(
        tuple(ours.layouts)
    )
    model = served["content"].layout
    manner, palette = _manner(model), _palette(model, layout)
    fonts, told = deck_type(manner.heading, manner.body, layout, folder)
    kinds = Kinds(size, home_box(model), palette, GroundRoles(palette.own, palette.grounds), manner)
    layouts = {key: kinds.slide_layout(_model(key, ours), served[key]) for key in ours.layouts}
    theme = replace(layout.theme, name=Path(package.name).stem, colours=palette.values(), deck=fonts)
    slide_layouts = SlideLayouts(layouts, replace(TableStyle(), id=_PLAIN_TABLE), *size)
    return DeckDesign(
        theme,
        slide_layouts,
        replace(palette, theme=theme),
        _emptied(package, slide_layouts, theme),
        (*told, *layout_remarks(layouts, served)),
    )


def _in_language(design: DeckDesign, lang: str) -> DeckDesign:
    """The design as it is; only that what stands side by side may be read from the right."""
    layouts = read_from_right(design.layouts) if right_to_left(lang) else design.layouts
    return replace(design, layouts=layouts, lang=lang)


def _emptied(package: TemplatePackage, layouts: SlideLayouts, theme: Theme) -> bytes:
    """The template without its slides. Raises TemplateError where its parts do not hang together."""
    try:
        return emptied(package.data, notes_master_part(layouts, Palette(theme)), theme_part(theme))
    except KeyError as error:
        raise TemplateError(f"{package.name} is damaged: a part is missing ({error})") from None


def _palette(model: TemplateLayout, layout: Layout) -> SchoolPalette:
    """The colour roles on the ground of the theme; the template's own colours are added as they are met."""
    return SchoolPalette(layout.theme, model.scheme, model.scheme.named("bg1"), {}, {}, _text_colour(model))


def _model(key: str, ours: SlideLayouts) -> SlideLayout:
    """What a kind of slide takes after. A picture does not fill the slide over the school's own signs."""
    return replace(ours["picture"], key=key) if key == "picture-full" else ours[key]


def _text_colour(model: TemplateLayout) -> Shade | None:
    """The colour in which the template sets its points."""
    frame = body_like(model)
    return level_style(frame, model.scheme).colour if frame else None


def _manner(model: TemplateLayout) -> Manner:
    """How the template sets text: its layout for points says it, else that for titles."""
    assert model.title is not None
    heading = level_style(model.title, model.scheme)
    frame = body_like(model)
    scheme = model.scheme
    body = level_style(frame, scheme) if frame else None
    insets = frame.insets if frame else model.title.insets
    faces = (heading.face or scheme.major, (body.face if body else scheme.minor) or scheme.minor)
    return Manner(*faces, body.size if body else 24.0, insets, (scheme.major, scheme.minor))
