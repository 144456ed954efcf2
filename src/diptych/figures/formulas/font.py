"""A mathematics font as values: glyphs with their measures, and the constants of its table MATH.

All lengths are ems. (Microsoft OpenType specification, "MATH - The mathematical typesetting table")
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from diptych.layout.theme import FormulaFiles

# How deep a glyph stands in scripts: the alternates of the feature `ssty`.
Depth = int


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its advance, how far its ink reaches up and down, and where it begins and ends.

    `italic` is how far its top leans out, `attach` where accents stand.
    """

    name: str
    advance: float
    top: float
    bottom: float
    left: float
    right: float
    italic: float = 0.0
    attach: float = 0.0


class Piece(NamedTuple):
    """A part of a glyph put together; an extender may be repeated. `start` and `end` may be overlapped."""

    name: str
    start: float
    end: float
    advance: float
    extender: bool


@dataclass
class MathFont:
    """The glyphs of one file, read when they are first needed.

    What it lacks comes from its `others`: names of their glyphs have their number before a stroke.
    """

    file: Path
    _font: Any = field(repr=False)
    _units: float
    _tables: _Tables = field(repr=False)
    others: tuple[Path, ...] = ()
    _glyphs: dict[str, Glyph] = field(default_factory=dict, repr=False)
    _outlines: dict[str, tuple[tuple[str, tuple[tuple[float, float], ...]], ...]] = field(
        default_factory=dict, repr=False
    )

    def constant(self, name: str) -> float:
        """A constant of the table by its name there, in ems; percentages as shares."""
        value = getattr(self._font["MATH"].table.MathConstants, name)
        if name.endswith(("PercentScaleDown", "RaisePercent")):
            return float(value) / 100
        return float(getattr(value, "Value", value)) / self._units

    def has(self, char: str) -> bool:
        """Whether the font has the character."""
        return ord(char) in self._tables.characters or self._other(char) is not None

    def of(self, char: str, depth: Depth = 0) -> Glyph:
        """The glyph of a character; in scripts the one drawn for small sizes. Raises KeyError."""
        if ord(char) not in self._tables.characters:
            other = self.others[self._other(char) or 0]
            return self.glyph(f"{self._other(char)}/{_letter_font(other).of(char).name}")
        name = self._tables.characters[ord(char)]
        return self.glyph(self._tables.small.get(name, (name, name))[depth - 1] if depth else name)

    def glyph(self, name: str) -> Glyph:
        """The glyph of that name."""
        if name not in self._glyphs:
            self._glyphs[name] = self._of_others(name) if "/" in name else self._measured(name)
        return self._glyphs[name]

    def variants(self, name: str, upright: bool) -> list[tuple[str, float]]:
        """Larger forms of a glyph with their lengths, in rising order, the glyph itself first."""
        construction = self._construction(name, upright)
        if construction is None:
            return []
        records = construction.MathGlyphVariantRecord
        return [(one.VariantGlyph, one.AdvanceMeasurement / self._units) for one in records]

    def assembly(self, name: str, upright: bool) -> Sequence[Piece]:
        """The parts of which a form of any length is made, from below or from the left; perhaps none."""
        construction = self._construction(name, upright)
        if construction is None or construction.GlyphAssembly is None:
            return ()
        return [
            Piece(
                one.glyph,
                one.StartConnectorLength / self._units,
                one.EndConnectorLength / self._units,
                one.FullAdvance / self._units,
                bool(one.PartFlags & 1),
            )
            for one in construction.GlyphAssembly.PartRecords
        ]

    def outline(self, name: str) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
        """The outline as steps of an SVG path (M, L, Q, C, Z) with their points, in ems."""
        if name not in self._outlines:
            number, _, own = name.rpartition("/")
            other = _letter_font(self.others[int(number)]) if number else None
            self._outlines[name] = other.outline(own) if other else self._drawn(name)
        return self._outlines[name]

    def _other(self, char: str) -> int | None:
        """Which of the others has the character."""
        return next((at for at, file in enumerate(self.others) if _letter_font(file).has(char)), None)

    def _of_others(self, name: str) -> Glyph:
        number, _, own = name.partition("/")
        return replace(_letter_font(self.others[int(number)]).glyph(own), name=name)

    def _construction(self, name: str, upright: bool) -> Any:
        return (self._tables.tall if upright else self._tables.broad).get(name)

    def _measured(self, name: str) -> Glyph:
        from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]

        pen = BoundsPen(self._font.getGlyphSet())
        self._font.getGlyphSet()[name].draw(pen)
        left, bottom, right, top = (edge / self._units for edge in pen.bounds or (0, 0, 0, 0))
        advance = self._font["hmtx"][name][0] / self._units
        attach = self._tables.attached.get(name)
        return Glyph(
            name,
            advance,
            top,
            bottom,
            left,
            right,
            self._tables.italics.get(name, 0.0) / self._units,
            (advance or left + right) / 2 if attach is None else attach / self._units,
        )

    def _drawn(self, name: str) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
        from fontTools.pens.basePen import decomposeQuadraticSegment  # type: ignore[import-untyped]
        from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]

        pen = DecomposingRecordingPen(self._font.getGlyphSet())
        self._font.getGlyphSet()[name].draw(pen)
        steps: list[tuple[str, tuple[Any, ...]]] = []
        for operator, points in pen.value:
            if operator == "qCurveTo" and points[-1] is not None:
                steps += [("Q", pair) for pair in decomposeQuadraticSegment(points)]
            elif operator == "qCurveTo":
                steps += _closed_curve(points[:-1])
            else:
                letter = {"moveTo": "M", "lineTo": "L", "curveTo": "C"}.get(operator, "Z")
                steps.append((letter, points))
        scale = self._units
        return tuple((step, tuple((x / scale, y / scale) for x, y in points)) for step, points in steps)


class _Tables(NamedTuple):
    """What the font says of glyphs, by their names; its characters by their numbers."""

    characters: Mapping[int, str]
    small: Mapping[str, tuple[str, str]]
    italics: Mapping[str, float]
    attached: Mapping[str, float]
    tall: Mapping[str, Any]
    broad: Mapping[str, Any]


@lru_cache(maxsize=4)
def math_font(files: FormulaFiles) -> MathFont:
    """The font of these files, read once. Raises KeyError for one without the table MATH."""
    font = _opened(files.math)
    if "MATH" not in font:
        raise KeyError(f"the font {files.math.name} has no table MATH")
    others = tuple(file for _, file in files.letters)
    return MathFont(files.math, font, float(font["head"].unitsPerEm), _tables(font), others)


@lru_cache(maxsize=4)
def _letter_font(file: Path) -> MathFont:
    """A font of letters alone."""
    font = _opened(file)
    return MathFont(
        file, font, float(font["head"].unitsPerEm), _Tables(font.getBestCmap(), {}, {}, {}, {}, {})
    )


def _opened(file: Path) -> Any:
    """In memory, so that no file stays open."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    return TTFont(io.BytesIO(file.read_bytes()), lazy=True)


def _tables(font: Any) -> _Tables:
    table = font["MATH"].table
    info, variants = table.MathGlyphInfo, table.MathVariants
    italics, accents = info.MathItalicsCorrectionInfo, info.MathTopAccentAttachment
    return _Tables(
        font.getBestCmap(),
        _script_forms(font),
        {name: float(one.Value) for name, one in _by_glyph(italics.Coverage, italics.ItalicsCorrection)},
        {
            name: float(one.Value)
            for name, one in _by_glyph(accents.TopAccentCoverage, accents.TopAccentAttachment)
        },
        dict(_by_glyph(variants.VertGlyphCoverage, variants.VertGlyphConstruction)),
        dict(_by_glyph(variants.HorizGlyphCoverage, variants.HorizGlyphConstruction)),
    )


def _by_glyph(coverage: Any, values: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    return zip(coverage.glyphs, values, strict=True) if coverage else iter(())


def _script_forms(font: Any) -> Mapping[str, tuple[str, str]]:
    """The forms of glyphs that are drawn for scripts, and for scripts of scripts."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    features = (one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag == "ssty")
    lookups = sorted({index for feature in features for index in feature.LookupListIndex})
    subtables = (one for index in lookups for one in table.LookupList.Lookup[index].SubTable)
    found: dict[str, tuple[str, str]] = {}
    for subtable in subtables:
        inner = getattr(subtable, "ExtSubTable", subtable)
        found |= {name: (forms[0], forms[-1]) for name, forms in getattr(inner, "alternates", {}).items()}
        found |= {name: (form, form) for name, form in getattr(inner, "mapping", {}).items()}
    return found


def _closed_curve(points: Sequence[Any]) -> list[tuple[str, tuple[Any, ...]]]:
    """A closed contour of which no point lies on the curve."""
    middle = [
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True)
    ]
    steps: list[tuple[str, tuple[Any, ...]]] = [("M", (middle[-1],))]
    return [*steps, *(("Q", (off, on)) for off, on in zip(points, middle, strict=True))]
