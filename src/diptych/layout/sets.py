"""The named sets of a theme's `handout:` (papers, sizes, spacings, margins, inks), and what they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from diptych.layout.error import LayoutError
from diptych.layout.ink import Ink
from diptych.layout.setting import Hanging, Margins, Paper, Setting
from diptych.layout.theme import HandoutType

# What a setting is made of, and what the sets of each kind are called in `theme.yaml`.
KINDS = MappingProxyType(
    {"paper": "papers", "size": "sizes", "spacing": "spacings", "margins": "margins", "ink": "inks"}
)
# The page that margins are given for, in mm: on a smaller one they shrink, but leave the least that printers
# need. The gutter never shrinks, as holes and staples do not.
_PAGE = (210.0, 297.0)
_LEAST_MARGIN = 10.0
# A page that is hardly smaller, such as US Letter, has the same margins.
_HARDLY = 0.9


@dataclass(frozen=True)
class Sets:
    """What a theme says of the handout on paper: sets by kind and name, and which are taken by default.

    `base` is the type that sizes and spacings change. Raises LayoutError for a default that is no set.
    """

    base: Mapping[str, Any]
    defaults: Mapping[str, str]
    hanging: Hanging
    papers: Mapping[str, Paper]
    margins: Mapping[str, Margins]
    inks: Mapping[str, Ink]
    sizes: Mapping[str, Mapping[str, Any]]
    spacings: Mapping[str, Mapping[str, Any]]

    def __post_init__(self) -> None:
        self._chosen({})

    def setting(self, colours: Mapping[str, str], names: Mapping[str, str], script: str = "") -> Setting:
        """The setting of the sets with these names by kind; empty names mean the theme's defaults.

        It is made for a script (ISO 15924), which the theme may set otherwise than its own letters.

        Raises LayoutError for a set that the theme does not have.
        """
        chosen = self._chosen(names)
        paper, ink = self.papers[chosen["paper"]], self.inks[chosen["ink"]]
        return Setting(
            names=chosen,
            paper=paper,
            margins=_shrunk(self.margins[chosen["margins"]], paper),
            type=self.type(chosen["size"], chosen["spacing"]).in_script(script),
            hanging=self.hanging,
            colours=ink.printed(colours),
            grounds=ink.grounds,
        )

    def type(self, size: str = "", spacing: str = "") -> HandoutType:
        """The base with what a size and then a spacing change in it; empty names mean the defaults."""
        chosen = self._chosen({"size": size, "spacing": spacing})
        values = {**self.base, **self.sizes[chosen["size"]], **self.spacings[chosen["spacing"]]}
        return HandoutType(**{**values, "size": max(values["size"], values.get("least_size", 0))})

    def _chosen(self, names: Mapping[str, str]) -> dict[str, str]:
        chosen = {kind: names.get(kind) or self.defaults[kind] for kind in KINDS}
        for kind, plural in KINDS.items():
            if chosen[kind] not in (known := getattr(self, plural)):
                raise LayoutError(f"the layout has no {kind} `{chosen[kind]}`; there are {', '.join(known)}")
        return chosen


def _shrunk(margins: Margins, paper: Paper) -> Margins:
    """The margins on a smaller page than the one that they are given for."""
    share = min(paper.width / _PAGE[0], paper.height / _PAGE[1])
    if share > _HARDLY:
        return margins
    sides = ("top", "first", "bottom", "inside", "outside")
    shrunk = {side: max(_LEAST_MARGIN, round(getattr(margins, side) * share, 2)) for side in sides}
    return replace(margins, **shrunk)
