"""Which blocks of a section share a slide, and to which slide prose belongs that has none of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.deck.plan.lists import share_a_slide
from diptych.deck.plan.studio import Studio
from diptych.material.blocks import (
    AnyBlock,
    Callout,
    Definition,
    Figure,
    Formula,
    NotesSpace,
    PageBreak,
    Points,
    SlideBreak,
    Steps,
    Text,
)
from diptych.material.model import Section

_POINT_LIKE = (Text, Points, Steps, Callout)
# A picture not much wider than tall leaves room for points beside it.
_BESIDE = 1.6
# One that is cropped may be wider.
_CROPPED = 2.4


@dataclass(frozen=True)
class Bundle:
    """Blocks on one slide; `prose` goes to its notes alone."""

    blocks: tuple[AnyBlock, ...]
    prose: tuple[Text, ...] = ()


def bundles(studio: Studio, section: Section) -> tuple[Bundle, ...]:
    """The section's bundles in order.

    Prose without a wording for the slide goes to the notes of the next bundle, or of the last. Where
    a section has nothing but such prose, it has slides of its own.
    """
    shown = [block for block in section.content if _in_deck(block)]
    only_prose = not any(_speaks(block) for block in shown)
    found: list[Bundle] = []
    waiting: tuple[Text, ...] = ()
    apart = False
    for block in shown:
        if isinstance(block, SlideBreak):
            apart = True
        elif isinstance(block, Text) and not only_prose and not _speaks(block):
            waiting = (*waiting, block)
        else:
            _add(studio, found, Bundle((block,), waiting), apart)
            waiting, apart = (), False
    return _with_last(found, waiting)


def points_beside(bundle: Bundle) -> tuple[Figure, tuple[AnyBlock, ...]] | None:
    """The picture of a bundle and the points that stand beside it; None where there is no picture."""
    figures = [block for block in bundle.blocks if isinstance(block, Figure)]
    if not figures:
        return None
    return figures[0], tuple(block for block in bundle.blocks if block is not figures[0])


def _in_deck(block: AnyBlock) -> bool:
    return block.only != "handout" and not isinstance(block, NotesSpace | PageBreak)


def _speaks(block: AnyBlock) -> bool:
    """True where the block brings a slide of its own accord."""
    return not isinstance(block, SlideBreak) and (not isinstance(block, Text) or bool(block.slide))


def _add(studio: Studio, found: list[Bundle], new: Bundle, apart: bool) -> None:
    """The bundle joins the last one where both may share a slide, else it follows it."""
    if found and not apart and not new.blocks[0].assertion and _may_join(studio, found[-1], new.blocks[0]):
        found[-1] = Bundle((*found[-1].blocks, *new.blocks), (*found[-1].prose, *new.prose))
    else:
        found.append(new)


def _may_join(studio: Studio, bundle: Bundle, block: AnyBlock) -> bool:
    if bundle.blocks[-1].hidden != block.hidden:
        return False
    if all(isinstance(one, Definition) and not one.slide for one in (*bundle.blocks, block)):
        return True
    if all(isinstance(one, _POINT_LIKE) for one in (*bundle.blocks, block)):
        return share_a_slide(studio, (*bundle.blocks, block))
    if isinstance(block, Formula):
        return _points_and_formula(studio, bundle.blocks, block)
    return len(bundle.blocks) == 1 and _picture_and_points(studio, bundle.blocks[0], block)


def _points_and_formula(studio: Studio, points: Sequence[AnyBlock], formula: Formula) -> bool:
    """A formula stands below the points that lead to it, where both have room."""
    if not all(isinstance(one, _POINT_LIKE) and not isinstance(one, Callout) for one in points):
        return False
    from diptych.deck.plan.formulas import fits_below

    return not (formula.assertion or formula.slide) and fits_below(studio, points, formula)


def _picture_and_points(studio: Studio, first: AnyBlock, second: AnyBlock) -> bool:
    figure, points = (first, second) if isinstance(first, Figure) else (second, first)
    if not isinstance(figure, Figure) or not isinstance(points, Points):
        return False
    if figure.slide or figure.on_slide == "full":
        return False
    file = studio.document.pictures[figure.figure]
    widest = _CROPPED if figure.on_slide == "fill" else _BESIDE
    beside = studio.area("picture-points", "body")
    return file.width <= widest * file.height and share_a_slide(studio, (points,), beside)


def _with_last(found: Sequence[Bundle], waiting: tuple[Text, ...]) -> tuple[Bundle, ...]:
    if not found or not waiting:
        return tuple(found)
    last = found[-1]
    return (*found[:-1], replace(last, prose=(*last.prose, *waiting)))
