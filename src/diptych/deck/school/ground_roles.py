"""The names that a template's own colours have in a deck."""

from __future__ import annotations

from dataclasses import dataclass, field

from diptych.deck.school.colours import TEXT_ROLES, SchoolPalette
from diptych.deck.school.scheme import Scheme, Shade


@dataclass
class GroundRoles:
    """Colours of text and grounds that a template has besides the roles, collected from its layouts."""

    shades: dict[str, Shade] = field(default_factory=dict)
    grounds: dict[str, tuple[Scheme, str]] = field(default_factory=dict)

    def role(self, shade: Shade | None, palette: SchoolPalette) -> str:
        """The role of a colour of text: one of ours where it is the same, else a name of its own."""
        if shade is None:
            return "ink"
        for role in TEXT_ROLES:
            if palette.shade(role).value == shade.value:
                return role
        name = f"text-{shade.value}"
        self.shades.setdefault(name, shade)
        return name

    def ground(self, colour: str, scheme: Scheme, home: Scheme) -> str:
        """The role of a ground: `paper` where it is that of the home master, else a name of its own."""
        if colour == home.named("bg1") and _alike(scheme, home):
            return "paper"
        listed = [
            name for name, known in self.grounds.items() if known[1] == colour and _alike(known[0], scheme)
        ]
        name = listed[0] if listed else f"ground-{len(self.grounds) + 1}"
        self.grounds.setdefault(name, (scheme, colour))
        self.shades.setdefault(name, Shade(f'<a:srgbClr val="{colour}"/>', colour))
        return name


def _alike(one: Scheme, other: Scheme) -> bool:
    return dict(one.colours) == dict(other.colours) and dict(one.names) == dict(other.names)
