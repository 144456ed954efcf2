"""Slides of program listings: editable lines in type of one width, and what the program writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from diptych.deck.design.slide_layouts import Area
from diptych.deck.measure.fit import demand
from diptych.deck.measure.heights import fits, paragraph_lines
from diptych.deck.plan.listing_cuts import Stretch, stretches
from diptych.deck.plan.listing_lines import at_size, plain_lines, set_off
from diptych.deck.plan.listing_panels import GAP, Panel, below, output_panel
from diptych.deck.plan.paragraphs import Paragraphs, line
from diptych.deck.plan.runs import Voice, join
from diptych.deck.plan.studio import Content, Studio, placed
from diptych.deck.values import Shape, TextShape
from diptych.figures.programs import output_lines, program_lines
from diptych.layout.token_colours import token_styles
from diptych.material.blocks import Code
from diptych.material.findings import source_error

_LAYOUT = "code"


def code_content(studio: Studio, code: Code, headed: bool) -> Content:
    """The listing on as many slides as it needs, each with its number and caption below.

    What the program writes stands below its last lines or, for want of room, on a slide of its own. Where
    the caption is the headline (`headed`), the number alone stands below. Raises SourceError where a line is
    too long for a slide.
    """
    sheet = _Sheet(studio, code, studio.area(_LAYOUT, "code"))
    found = min(filter(None, map(sheet.arranged, sheet.area.sizes)), key=_worth, default=None)
    if found is None:
        message = f"a line of this listing fills more than a slide at {sheet.area.sizes[-1]:g} pt"
        raise source_error(message, code.place, hint="break the line", kind="overfull-slide")
    caption = _caption(studio, code, headed)
    parts = (_with_caption(one, caption) for one in sheet.slides(found))
    return Content(_LAYOUT, tuple(parts))


def code_words(code: Code, voice: Voice) -> Paragraphs:
    """The listing, what it writes, and its caption, for the speaker notes."""
    lang = code.lang or voice.lang
    written = output_lines(code)
    label = (line(voice.label("output", bold=True)),) if written else ()
    program = plain_lines(program_lines(code), lang)
    return (*program, *label, *plain_lines(written, lang), *listing_caption(voice, code))


def listing_caption(voice: Voice, code: Code) -> Paragraphs:
    """The caption by itself, for the speaker notes; nothing where there is none."""
    caption = voice.in_language(code.lang).rich(code.caption)
    return (line(caption),) if caption else ()


@dataclass(frozen=True)
class _Arrangement:
    """Lines at one size and what they write, each slide by slide.

    Where `joined`, what is written stands below the last lines.
    """

    lines: Paragraphs
    cuts: tuple[Stretch, ...]
    output: Paragraphs
    output_cuts: tuple[Stretch, ...]
    broken: int
    joined: bool = False

    @property
    def slides(self) -> int:
        return len(self.cuts) + (0 if self.joined else len(self.output_cuts))


def _worth(arrangement: _Arrangement) -> tuple[int, int]:
    """The fewest slides; of the sizes that need no more of them, the one at which the fewest lines break."""
    return arrangement.slides, arrangement.broken


@dataclass(frozen=True)
class _Sheet:
    """One listing and the area that it stands in."""

    studio: Studio
    code: Code
    area: Area

    def arranged(self, size: float) -> _Arrangement | None:
        """The listing at that size; None where a line is too high for a slide."""
        lines, output = (at_size(self.studio, one, size, self.area) for one in self._words())
        cuts = stretches(self.studio, lines, self.area)
        output_cuts = stretches(self.studio, output, self.area) if output else ()
        if not cuts or (output and not output_cuts):
            return None
        fonts = self.studio.fonts
        broken = sum(paragraph_lines(one, self.area, fonts) > 1 for one in (*lines, *output))
        found = _Arrangement(lines, cuts, output, output_cuts, broken)
        return replace(found, joined=bool(output) and self._has_room_below(found))

    def slides(self, found: _Arrangement) -> Iterator[tuple[Shape, ...]]:
        """The shapes of each slide."""
        *others, last = (self._panel(found, cut) for cut in found.cuts)
        yield from (panel.shapes() for panel in others)
        if not found.joined:
            yield last.shapes()
            yield from ((self._output(found.output[slice(*cut)], self.area),) for cut in found.output_cuts)
            return
        rest = below(self.area, last.box.bottom)
        yield (*last.shapes(), self._output(found.output, rest))

    def _words(self) -> tuple[Paragraphs, Paragraphs]:
        """The lines with their words set off, and below a label what they write."""
        studio, code = self.studio, self.code
        lang = code.lang or studio.voice.lang
        palette = studio.theme.colours
        styles = token_styles(studio.theme, palette.__getitem__)
        output = set_off(output_lines(code), lang, {})
        label = line(studio.voice.label("output", bold=True, colour="muted"))
        return set_off(program_lines(code), lang, styles), (label, *output) if output else ()

    def _has_room_below(self, found: _Arrangement) -> bool:
        rest = below(self.area, self._panel(found, found.cuts[-1]).box.bottom)
        return rest.box.height > 0 and fits(found.output, rest, self.studio.fonts)

    def _panel(self, found: _Arrangement, cut: Stretch) -> Panel:
        emphasised = [one.emphasised for one in program_lines(self.code)]
        return Panel(
            self.studio,
            self.area,
            found.lines[slice(*cut)],
            emphasised[slice(*cut)],
            f"Listing {self.studio.document.numbering.of(self.code)}",
            self.code.place,
            self.area.key in self.studio.layouts[_LAYOUT].placeholders,
        )

    def _output(self, words: Paragraphs, area: Area) -> TextShape:
        name = f"Output {self.studio.document.numbering.of(self.code)}"
        return output_panel(self.studio, area, words, name, self.code.place)


def _caption(studio: Studio, code: Code, headed: bool) -> tuple[TextShape, ...]:
    voice = studio.voice.in_language(code.lang)
    label = voice.label("listing", number=studio.document.numbering.of(code), bold=True)
    words = join((label, () if headed else voice.rich(code.caption)), ". ")
    area = studio.area(_LAYOUT, "caption")
    return placed(area, demand([line(words)], area, studio.fonts, code.place, "the caption"), code.place)


def _with_caption(shapes: Sequence[Shape], caption: Sequence[TextShape]) -> tuple[Shape, ...]:
    """The caption close below what stands lowest."""
    bottom = max(one.box.bottom for one in shapes if isinstance(one, TextShape))
    moved = (replace(one, box=one.box._replace(y=min(one.box.y, bottom + GAP))) for one in caption)
    return (*shapes, *moved)
