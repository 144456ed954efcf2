"""Colour roles in a school's template: references to its theme, legible on the ground they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from diptych.deck.design.colours import Palette
from diptych.deck.school.scheme import Scheme, Shade, contrast, lightened, luminance
from diptych.layout.load import LayoutError

# The least contrast of text with its ground (WCAG 2, success criterion 1.4.3), with a little to spare
# for what programs round differently.
LEGIBLE = 4.6
# Captions are quiet, not faint.
_QUIET = 5.2
_ACCENTS = MappingProxyType(
    {"accent": "accent1", "second": "accent2", "third": "accent3", "fourth": "accent4", "fifth": "accent5"}
)
# The roles that text has.
TEXT_ROLES = ("ink", "dark", "muted", *_ACCENTS)
_STEPS = range(100, 4, -5)


@dataclass(frozen=True)
class SchoolPalette(Palette):
    """The colour roles on one ground of a template.

    `own` are the template's own colours of text and of grounds by the names that its areas call them;
    `grounds` are the schemes and colours of the grounds by these names; `text` is the colour in which the
    template sets its text, where that can be read.
    """

    scheme: Scheme
    ground: str = "FFFFFF"
    own: dict[str, Shade] = field(default_factory=dict, repr=False)
    grounds: dict[str, tuple[Scheme, str]] = field(default_factory=dict, repr=False)
    text: Shade | None = None

    def __call__(self, role: str) -> str:
        """The XML that refers to the colour of that role. Raises LayoutError where there is none."""
        return self.shade(role).xml

    def value(self, role: str) -> str:
        """The colour of that role as six hexadecimal digits."""
        return self.shade(role).value

    def on(self, ground: str) -> SchoolPalette:
        """The same roles on another ground, named as slide layouts name theirs."""
        if ground not in self._on:
            scheme, colour = self.grounds.get(ground, (self.scheme, self.value(ground)))
            self._on[ground] = replace(self, scheme=scheme, ground=colour)
        return self._on[ground]

    def shade(self, role: str) -> Shade:
        """The colour of that role as the file refers to it, and its value. Raises LayoutError."""
        found = self._shades.get(role) or self.own.get(role)
        if found is None:
            known = ", ".join([*self._shades, *self.own])
            raise LayoutError(f"the deck knows no colour `{role}`; it has {known}")
        return found

    def values(self) -> dict[str, str]:
        """Every role with its colour as `#RRGGBB`."""
        return {role: f"#{shade.value}" for role, shade in {**self.own, **self._shades}.items()}

    @cached_property
    def _on(self) -> dict[str, SchoolPalette]:
        return {"paper": self}

    @cached_property
    def _shades(self) -> Mapping[str, Shade]:
        ink = self._ink()
        paper = self._paper()
        accents = {role: self._legible(name, ink) for role, name in _ACCENTS.items()}
        return {
            "ink": ink,
            "paper": paper,
            "dark": self._dark(ink),
            "soft": self._off_ground("bg2", 0.06),
            "warm": self._off_ground("accent2", 0.12),
            "fresh": self._off_ground("accent4", 0.09),
            "alert": self._off_ground("accent2", 0.15),
            "bright": ink,
            "pale": ink,
            "deep": paper,
            "rule": self._between(ink, 0.35),
            "muted": self._muted(ink),
            **accents,
        }

    def _ink(self) -> Shade:
        """The template's own colour of text where it is legible here, else the most usual one that is."""
        if self.text and contrast(self.text.value, self.ground) >= LEGIBLE:
            return self.text
        return self._most_legible(("tx1", "bg1", "tx2", "bg2"))

    def _named(self, name: str) -> Shade:
        return Shade(f'<a:schemeClr val="{name}"/>', self.scheme.named(name))

    def _most_legible(self, names: tuple[str, ...]) -> Shade:
        """The first of the colours that is legible; where none is, the most legible of them."""
        shades = [self._named(name) for name in names]
        legible = [one for one in shades if contrast(one.value, self.ground) >= LEGIBLE]
        return (legible or sorted(shades, key=lambda one: -contrast(one.value, self.ground)))[0]

    def _paper(self) -> Shade:
        """The theme's colour of the ground where there is one, else the ground itself."""
        for name in ("bg1", "tx1", "bg2", "tx2"):
            if self.scheme.named(name) == self.ground:
                return self._named(name)
        return Shade(f'<a:srgbClr val="{self.ground}"/>', self.ground)

    def _dark(self, ink: Shade) -> Shade:
        shade = self._named("tx2")
        return shade if contrast(shade.value, self.ground) >= 7 else ink

    def _legible(self, name: str, ink: Shade, least: float = LEGIBLE) -> Shade:
        """The theme's colour, darker or lighter until it is legible on this ground, else that of text."""
        dark_ground = luminance(self.ground) < 0.18
        for step in _STEPS:
            shade = self._stepped(name, step, dark_ground)
            if contrast(shade.value, self.ground) >= least:
                return shade
        return ink

    def _stepped(self, name: str, step: int, lighter: bool) -> Shade:
        """The colour at so many percent of its lightness, the rest black or, where `lighter`, white."""
        rest = (100 - step) / 100 if lighter else 0.0
        value = lightened(self.scheme.named(name), step / 100, rest)
        if step == 100:
            return self._named(name)
        offset = f'<a:lumOff val="{round(rest * 100000)}"/>' if rest else ""
        return Shade(
            f'<a:schemeClr val="{name}"><a:lumMod val="{step * 1000}"/>{offset}</a:schemeClr>', value
        )

    def _muted(self, ink: Shade) -> Shade:
        """The colour of text, nearer to the ground by a third, but never faint."""
        for share in (0.35, 0.3, 0.25, 0.2, 0.15, 0.1):
            shade = self._between(ink, 1 - share)
            if contrast(shade.value, self.ground) >= _QUIET:
                return shade
        return ink

    def _between(self, ink: Shade, share: float) -> Shade:
        """A grey between the ground (0) and the colour of text (1), made of the latter."""
        dark_text = luminance(ink.value) < luminance(self.ground)
        keep = round(share * 100)
        offset = f'<a:lumOff val="{(100 - keep) * 1000}"/>' if dark_text else ""
        value = lightened(ink.value, keep / 100, (100 - keep) / 100 if dark_text else 0.0)
        inner = f'<a:lumMod val="{keep * 1000}"/>{offset}'
        return Shade(_with_change(ink.xml, inner), value)

    def _off_ground(self, name: str, share: float) -> Shade:
        """A ground a little off this one: the named colour if it is one, else the ground moved that far."""
        shade, ink = self._named(name), self._ink()
        apart = contrast(shade.value, self.ground)
        if 1.04 < apart < 1.5 and contrast(ink.value, shade.value) >= LEGIBLE:
            return shade
        return self._moved_ground(share)

    def _moved_ground(self, share: float) -> Shade:
        """The ground, darker where it is light and lighter where it is dark."""
        paper, keep = self._paper(), round((1 - share) * 100)
        light = luminance(self.ground) >= 0.18
        offset = "" if light else f'<a:lumOff val="{(100 - keep) * 1000}"/>'
        value = lightened(self.ground, keep / 100, 0.0 if light else share)
        return Shade(_with_change(paper.xml, f'<a:lumMod val="{keep * 1000}"/>{offset}'), value)


def _with_change(xml: str, inner: str) -> str:
    """The reference to a colour with changes of its lightness after its own."""
    if xml.endswith("/>"):
        tag = xml[1:].split(" ", 1)[0]
        return f"{xml[:-2]}>{inner}</{tag}>"
    head, _, tail = xml.rpartition("</")
    return f"{head}{inner}</{tail}"
