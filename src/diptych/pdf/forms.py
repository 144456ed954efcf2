"""Room to write becomes the fields of a PDF form.

HTML marks it: `data-field` says which field a box becomes, `aria-label` tells it to those who listen, and
`data-name`, where there is one, names it shorter in the data of the form. The page draws the ground and the
lines, so that a field looks the same empty in every viewer, and on paper.

`lines` takes several lines of text, `line` one, `sign` a number or a letter or two, `tick` a tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from diptych.pdf.form_font import FormFont
from diptych.pdf.structure import added, array, dictionary, object_of, stream, string

_PRINT_FLAG = 4  # ISO 32000-1, table 165
_MANY_LINES = 1 << 12  # table 228
_CENTRED, _RIGHT = 1, 2  # table 222
_TICKED = "Yes"
_TICK_POINTS = ((0.2, 0.52), (0.42, 0.25), (0.82, 0.8))  # parts of the box
_TICK_PEN = 0.13
_TYPE = 0.8  # of the height of a line that has no other room
_TICK = "4"  # how viewers that draw ticks themselves know ours, in Zapf Dingbats


@dataclass(frozen=True)
class Room:
    """Where a field is on its page, in points from the lower left corner, and its size of type in points.

    Where it is filled in `from_right`, what is typed stands at the right.
    """

    left: float
    bottom: float
    right: float
    top: float
    size: float
    from_right: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.top - self.bottom


@dataclass
class Form:
    """The fields of one PDF, in reading order."""

    font: FormFont
    ink: str
    _fields: dict[str, Any] = field(default_factory=dict)
    _font_reference: Any = None

    def field(self, asked: Mapping[str, str], room: Room, pdf: Any, page: Any) -> Any:
        """A new field for what the HTML asks, in this room of a page."""
        label = asked["aria-label"]
        name = self._unused(asked.get("data-name", label))
        kind = asked["data-field"]
        values = {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "Rect": array((room.left, room.bottom, room.right, room.top)),
            "P": page,
            "F": _PRINT_FLAG,
            "T": string(name),
            "TU": string(label),
            **(self._tick(room, pdf) if kind == "tick" else self._text(kind, room, pdf)),
        }
        made = added(pdf, dictionary(values))
        object_of(pdf, page).setdefault("Annots", array(())).append(made.reference)
        self._fields[name] = made
        return made

    def finish(self, pdf: Any) -> None:
        """Enter the fields in the catalogue, where there are any."""
        if self._fields:
            fields = array(made.reference for made in self._fields.values())
            fonts = dictionary({"Font": self._fonts(pdf)})
            look = string(f"/Text 0 Tf {_rgb(self.ink)} rg")
            pdf.catalog["AcroForm"] = dictionary({"Fields": fields, "DR": fonts, "DA": look})

    def _unused(self, name: str) -> str:
        """The name in the form's data; a point would part it in two (ISO 32000-1, 12.7.3.2)."""
        name = name.replace(".", "\u2024")
        rest = (f"{name} ({count})" for count in range(2, len(self._fields) + 3))
        return next(one for one in (name, *rest) if one not in self._fields)

    def _text(self, kind: str, room: Room, pdf: Any) -> dict[str, Any]:
        size = round(min(room.size, room.height * _TYPE), 2)
        empty = _drawing(room, b"/Tx BMC EMC", pdf, {"Font": self._fonts(pdf)})
        flags = {"Ff": _MANY_LINES} if kind == "lines" else {}
        return {
            "FT": "/Tx",
            "V": string(""),
            "DA": string(f"/Text {size} Tf {_rgb(self.ink)} rg"),
            "Q": _CENTRED if kind == "sign" else _RIGHT if room.from_right else 0,
            "AP": dictionary({"N": empty.reference}),
            **flags,
        }

    def _tick(self, room: Room, pdf: Any) -> dict[str, Any]:
        """A box that is empty, or ticked with two strokes."""
        a, b, c = (f"{x * room.width:.2f} {y * room.height:.2f}" for x, y in _TICK_POINTS)
        stroke = f"q {room.height * _TICK_PEN:.2f} w 1 J 1 j {_rgb(self.ink)} RG {a} m {b} l {c} l S Q"
        looks = {_TICKED: stroke.encode(), "Off": b""}
        drawn = {name: _drawing(room, strokes, pdf, {}).reference for name, strokes in looks.items()}
        return {
            "FT": "/Btn",
            "V": "/Off",
            "AS": "/Off",
            "MK": dictionary({"CA": string(_TICK)}),
            "AP": dictionary({"N": dictionary(drawn)}),
        }

    def _fonts(self, pdf: Any) -> Any:
        if self._font_reference is None:
            self._font_reference = self.font.embedded(pdf)
        return dictionary({"Text": self._font_reference})


def _drawing(room: Room, strokes: bytes, pdf: Any, fonts: dict[str, Any]) -> Any:
    entries = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": array((0, 0, round(room.width, 2), round(room.height, 2))),
        "Resources": dictionary(fonts),
    }
    return added(pdf, stream(strokes, entries))


def _rgb(colour: str) -> str:
    """A colour `#RRGGBB` as PDF writes it."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
