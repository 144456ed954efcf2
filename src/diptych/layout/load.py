"""A layout is found, with all it extends, and its theme and labels are read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diptych.layout.error import LayoutError as LayoutError
from diptych.layout.ink import is_colour
from diptych.layout.label_files import LabelFiles
from diptych.layout.read_code import read_code
from diptych.layout.read_sets import read_sets
from diptych.layout.sets import Sets
from diptych.layout.setting import Setting
from diptych.layout.shipped import shipped_layouts as shipped_layouts
from diptych.layout.theme import DeckFont, DeckType, Family, FormulaFiles, ScriptFont, ScriptType, Theme
from diptych.layout.yaml_files import read_yaml
from diptych.material.labels import Labels
from diptych.material.scripts import EAST_ASIAN, right_to_left, script_of_language

# A layout is a folder of that name, never a path.
_NAME = re.compile(r"\w[\w. -]*")
# The roles that every theme fills, and the others with those that they take after where they are not given.
_ROLES = (
    "ink",
    "muted",
    "rule",
    "paper",
    "soft",
    "warm",
    "accent",
    "second",
    "third",
    "fourth",
    "fifth",
    "dark",
)
_ALIKE = MappingProxyType(
    {
        "deep": "dark",
        "bright": "paper",
        "pale": "soft",
        "alert": "warm",
        "fresh": "soft",
        "accent_deep": "accent",
        "second_deep": "second",
        "fourth_deep": "fourth",
    }
)


@dataclass(frozen=True)
class DeckDefaults:
    """How decks are made where neither the command line nor the author says.

    `template` is a file of the layout, empty for the design drawn from the theme; `slide_layouts` are the
    names of its slide layouts by the key of ours.
    """

    template: str = ""
    slide_layouts: Mapping[str, str] = field(default_factory=dict)
    aspect: str = "16:9"
    scheme: str = "light"


@dataclass(frozen=True)
class Layout:
    """A design: its folders, nearest first, and its theme."""

    name: str
    folders: tuple[Path, ...]
    theme: Theme
    sets: Sets
    deck: DeckDefaults = DeckDefaults()

    def setting(
        self,
        paper: str = "",
        size: str = "",
        spacing: str = "",
        margins: str = "",
        ink: str = "",
        lang: str = "",
    ) -> Setting:
        """How a handout in a language stands on paper by the names of the theme's sets; "" means its default.

        Raises LayoutError for a name that the theme does not have, naming those that it has.
        """
        names = {"paper": paper, "size": size, "spacing": spacing, "margins": margins, "ink": ink}
        setting = self.sets.setting(self.theme.colours, names, script_of_language(lang))
        return replace(setting, from_right=right_to_left(lang))

    def find(self, relative: str) -> Path:
        """The file of that name in the nearest folder. Raises LayoutError naming every place searched."""
        for folder in self.folders:
            path = folder / relative
            if path.is_file() and _is_within(path, self.folders):
                return path
        searched = ", ".join(str(folder / relative) for folder in self.folders)
        raise LayoutError(f"the layout `{self.name}` has no `{relative}`; searched: {searched}")

    def languages(self) -> tuple[str, ...]:
        """The languages that the layout has labels for."""
        return self._label_files().languages()

    def labels(self, lang: str, beside: Path | None = None) -> Labels:
        """The words of a language, from the layout and from the folder `labels` in `beside`.

        Raises SourceError where there are none for it, LayoutError where a file of them has a fault.
        """
        return self._label_files(beside).labels(lang)

    def _label_files(self, beside: Path | None = None) -> LabelFiles:
        folders = (*reversed(self.folders), *((beside,) if beside else ()))
        return LabelFiles([folder / "labels" for folder in folders])


def load_layout(name: str, folders: Sequence[Path] = ()) -> Layout:
    """The layout of that name from the first of `folders` that has it, else from those shipped.

    Raises LayoutError where there is none, or where its theme lacks something.
    """
    chain = _chain(name, [*folders, shipped_layouts()])
    values: dict[str, Any] = {}
    for folder in reversed(chain):
        values = _merged(values, read_yaml(folder / "theme.yaml"), folder / "theme.yaml")
    try:
        fonts = {role: _family(family, chain) for role, family in values["fonts"].items()}
        sets = read_sets(values["handout"], fonts)
        theme = replace(_theme(values, fonts, sets), formulas=_formula_files(fonts, sets))
        return Layout(name, tuple(chain), theme, sets, _deck_defaults(values["deck"]))
    except (KeyError, TypeError, ValueError) as error:
        raise LayoutError(f"the theme of the layout `{name}` lacks or misspells {error}") from None


def _chain(name: str, roots: list[Path]) -> list[Path]:
    """The layout's folder and those it extends, nearest first."""
    chain: list[Path] = []
    while name:
        if not _NAME.fullmatch(name):
            raise LayoutError(f"`{name}` is no name of a layout; a layout is a folder in `layouts`")
        found = [root / name for root in roots if (root / name / "theme.yaml").is_file()]
        found = [folder for folder in found if folder not in chain]
        if not found:
            known = sorted({path.parent.name for root in roots for path in root.glob("*/theme.yaml")})
            raise LayoutError(f"there is no layout `{name}`; there are {', '.join(known)}")
        chain.append(found[0])
        name = str(read_yaml(found[0] / "theme.yaml").get("extends", ""))
    return chain


def _is_within(path: Path, folders: Sequence[Path]) -> bool:
    """True where the file lies in one of the folders or in a shipped layout, links followed."""
    file = path.resolve()
    return any(file.is_relative_to(folder.resolve()) for folder in (*folders, shipped_layouts()))


def _merged(base: dict[str, Any], over: dict[str, Any], path: Path) -> dict[str, Any]:
    """`base` with the values of `over`, mapping by mapping. Raises LayoutError for what is none in `path`."""
    merged = dict(base)
    for key, value in over.items():
        if not isinstance(base.get(key), dict):
            merged[key] = value
        elif isinstance(value, dict):
            merged[key] = _merged(base[key], value, path)
        else:
            raise LayoutError(f"{path}: `{key}` holds keys and values, not `{value}`")
    return merged


def _theme(values: dict[str, Any], fonts: dict[str, Family], sets: Sets) -> Theme:
    deck = values["deck"]
    return Theme(
        name=str(values["name"]),
        colours=_colours(values["colours"]),
        schemes={
            name: _colours(colours, f" of the scheme `{name}`")
            for name, colours in values.get("schemes", {}).items()
        },
        fonts=fonts,
        code=read_code(values.get("code", {}), values["colours"]),
        handout=sets.type(),
        deck=DeckType(
            **{role: _deck_font(deck[role], fonts) for role in ("heading", "body", "code", "fallback")},
            scripts={script: _script_font(one, fonts) for script, one in deck.get("scripts", {}).items()},
        ),
    )


def _deck_defaults(values: dict[str, Any]) -> DeckDefaults:
    names = {str(key): str(name) for key, name in values.get("slide_layouts", {}).items()}
    defaults = DeckDefaults(
        template=str(values.get("template", "")),
        slide_layouts=names,
        aspect=str(values.get("aspect", "16:9")),
        scheme=str(values.get("scheme", "light")),
    )
    if defaults.aspect not in {"16:9", "4:3"} or defaults.scheme not in {"light", "dark"}:
        raise ValueError("`aspect` (16:9 or 4:3) or `scheme` (light or dark)")
    return defaults


def _colours(values: dict[str, Any], whose: str = "") -> dict[str, str]:
    """The colours by role; some take after others where they are not given.

    Raises ValueError for a role without a colour, and for what is no colour; `whose` says whose they are.
    """
    colours = {role: str(colour) for role, colour in values.items()}
    if missing := [role for role in _ROLES if role not in colours]:
        raise ValueError(f"the colour `{missing[0]}`{whose}")
    for role, like in _ALIKE.items():
        colours.setdefault(role, colours[like])
    for role, colour in colours.items():
        if not is_colour(colour):
            raise ValueError(f"`{role}: {colour}`, which is no colour such as #1F4E6B")
    return colours


def _family(values: dict[str, str], chain: list[Path]) -> Family:
    styles = ("regular", "italic", "bold", "bold_italic")
    return Family(values["family"], **{style: _font_file(values[style], chain) for style in styles})


def _font_file(name: str, chain: list[Path]) -> Path:
    for folder in chain:
        path = folder / "fonts" / name
        if path.is_file() and _is_within(path, chain):
            return path
    searched = ", ".join(str(folder / "fonts") for folder in chain)
    raise LayoutError(f"there is no font file `{name}`; searched: {searched}")


def _formula_files(fonts: dict[str, Family], sets: Sets) -> FormulaFiles:
    """What formulas are drawn with: the theme's `math`, else the shipped font; words as labels are."""
    shipped = shipped_layouts() / "classic" / "fonts" / "STIXTwoMath-Regular.ttf"
    scripts: Mapping[str, ScriptType] = sets.base["scripts"]
    letters = ((name, one.text.regular) for name, one in scripts.items() if name in EAST_ASIAN)
    return FormulaFiles(fonts["math"].regular if "math" in fonts else shipped, tuple(letters))


def _deck_font(values: dict[str, str], fonts: dict[str, Family]) -> DeckFont:
    return DeckFont(values["name"], fonts[values["measured_with"]])


def _script_font(values: dict[str, Any], fonts: dict[str, Family]) -> ScriptFont:
    """Raises ValueError for a character set that Python does not know."""
    family = fonts[values["measured_with"]] if "measured_with" in values else None
    charset = str(values.get("charset", ""))
    try:
        "".encode(charset or "ascii")
    except LookupError:
        raise ValueError(f"`charset: {charset}`") from None
    return ScriptFont(str(values["name"]), family, charset, float(values.get("factor", 1)))
