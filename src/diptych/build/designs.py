"""Which design a deck has: the command line's choice, else the author's, else the layout's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from diptych.build.sources import UsageError
from diptych.layout.load import Layout
from diptych.material.choices import DeckChoices, SlideLayoutNames
from diptych.material.findings import source_error
from diptych.material.source_files import inside, is_file

if TYPE_CHECKING:
    from diptych.deck.design.design import DeckDesign


@dataclass(frozen=True)
class DeckOptions:
    """What the command line says of the deck; empty where it says nothing."""

    template: Path | None = None
    aspect: Literal["", "16:9", "4:3"] = ""
    scheme: Literal["", "light", "dark"] = ""


def deck_design(
    layout: Layout, options: DeckOptions, choices: DeckChoices, folder: Path, lang: str = ""
) -> DeckDesign:
    """The design of a deck in a language; a template that the author names lies in the source's `folder`.

    Raises UsageError, SourceError or LayoutError, by who named it, for a template that cannot be used.
    """
    template = chosen_template(layout, options, choices, folder)
    if not template:
        from diptych.deck.template.design import own_design

        aspect = options.aspect or choices.aspect or layout.deck.aspect
        return own_design(layout, aspect, options.scheme or choices.scheme or layout.deck.scheme, lang)
    from diptych.deck.school.design import TemplateError, school_design

    names = {**layout.deck.slide_layouts, **_names(choices.slide_layouts)}
    try:
        design = school_design(template, layout, names, lang)
        return replace(design, remarks=(*_unused(template, options, choices), *design.remarks))
    except TemplateError as error:
        if options.template:
            raise UsageError(str(error)) from None
        raise source_error(str(error), choices.place, kind="template-problem") from None


def chosen_template(layout: Layout, options: DeckOptions, choices: DeckChoices, folder: Path) -> Path | None:
    """The presentation whose design the deck takes, if it takes one. Raises what `deck_design` does."""
    if options.template:
        if not options.template.is_file():
            raise UsageError(f"there is no template {options.template}")
        return options.template
    if choices.template:
        return _inside(folder, choices)
    return layout.find(layout.deck.template) if layout.deck.template else None


def _unused(template: Path, options: DeckOptions, choices: DeckChoices) -> Iterator[str]:
    """What was asked of the deck that a template settles by itself."""
    if options.aspect or choices.aspect:
        yield f"The slides have the shape of {template.name}: `aspect` is for decks without a template."
    if options.scheme or choices.scheme:
        yield f"The colours are those of {template.name}: `scheme` is for decks without a template."


def _inside(folder: Path, choices: DeckChoices) -> Path:
    path = inside(folder, choices.template)
    if path is None:
        hint = "copy it into the folder of the source, or name it by `--template`"
        raise source_error(
            f"the template `{choices.template}` lies outside the source's folder",
            choices.place,
            hint,
            kind="template-problem",
        )
    if not is_file(path):
        raise source_error(
            f"there is no template `{choices.template}`", choices.place, kind="template-problem"
        )
    return path


def _names(chosen: SlideLayoutNames | None) -> Mapping[str, str]:
    """The author's names of slide layouts by the key of ours (`picture-points`)."""
    if not chosen:
        return {}
    keys = (field.name for field in fields(chosen) if field.name != "place")
    return {key.replace("_", "-"): name for key in keys if (name := getattr(chosen, key))}
