"""QR codes (ISO/IEC 18004): a web address as a square of dark and light modules, drawn for both panels."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from diptych.material.addresses import MOST_CHARACTERS

# Light modules around the code (ISO/IEC 18004, 9.1): readers find it by them.
_QUIET = 4
# Pixels of a module where only pixels are shown.
_SCALE = 12
# The least width of a module in print that cameras of telephones read with ease, in mm.
_MODULE = 0.4


@dataclass(frozen=True)
class QrCode:
    """The code of an address: rows of modules, true where they are dark, without the quiet zone."""

    address: str
    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """The modules along one side, with the quiet zone."""
        return len(self.modules) + 2 * _QUIET

    def printed_side(self, least: float) -> float:
        """Its side in mm: `least`, or more where its modules would be too small."""
        return max(least, self.side * _MODULE)

    def svg(self) -> str:
        """The code as an SVG drawing on white, all dark modules in one path: no seams between them."""
        path = "".join(f"M{x} {y}h{width}v1h-{width}z" for x, y, width in self._stretches())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.side} {self.side}">'
            f'<path fill="#FFFFFF" d="M0 0h{self.side}v{self.side}h-{self.side}z"/>'
            f'<path fill="#000000" d="{path}"/></svg>'
        )

    def png(self) -> bytes:
        """The code in pixels, for programs that draw no SVG."""
        from PIL import Image

        image = Image.new("1", (self.side, self.side), 1)
        for x, y, width in self._stretches():
            image.paste(0, (x, y, x + width, y + 1))
        buffer = io.BytesIO()
        side = self.side * _SCALE
        image.resize((side, side), Image.Resampling.NEAREST).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()

    def _stretches(self) -> Iterator[tuple[int, int, int]]:
        """Dark modules side by side: column and row of the first, and how many they are."""
        for y, row in enumerate(self.modules, _QUIET):
            x = _QUIET
            for dark, group in groupby(row):
                width = len(list(group))
                if dark:
                    yield x, y, width
                x += width


def qr_code(address: str) -> QrCode:
    """The code of an address, with error correction of level M or, where the size stays, a better one.

    Raises ValueError for one longer than material may give.
    """
    import segno

    if len(address) > MOST_CHARACTERS:
        raise ValueError("the address is too long for a QR code")
    code = segno.make(address, error="m", micro=False, boost_error=True)
    return QrCode(address, tuple(tuple(bool(module) for module in row) for row in code.matrix))
