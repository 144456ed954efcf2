"""Draws the pictures in docs/pictures from the finished files: python scripts/pictures.py

Handouts are shown by pages, decks by slides of the printed deck, which stand where the PPTX has them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image

from diptych.deck.print.forms import FORMS, MARGINS

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
GROUND, GAP, WIDTH = "#E9ECEE", 14, 1556
_INCH = 25.4
# What is shown: the source, the name of its pictures, pages of the handout, slides of the deck.
SHOWN = (("docs/examples/moon-phases", "tutorial", (1, 2), (1, 2, 7, 8, 11, 12)),)


def main() -> None:
    """Write every picture."""
    for source, name, pages, slides in SHOWN:
        with tempfile.TemporaryDirectory() as folder:
            build(ROOT / source, Path(folder))
            stem = Path(source).name
            shown = sheet(pages_of(Path(folder, f"{stem}-handout.pdf"), pages), len(pages))
            shown.save(PICTURES / f"{name}-handout.png", optimize=True)
            if slides:
                drawn = sheet(slides_of(Path(folder, f"{stem}-slides-six.pdf"), slides), 3)
                drawn.save(PICTURES / f"{name}-deck.png", optimize=True)


def build(source: Path, folder: Path) -> None:
    """Build the handout and the printed deck into the folder."""
    command = [sys.executable, str(ROOT / "make_docs.py"), str(source), "-q", "-o", str(folder)]
    subprocess.run([*command, "--printed-deck", "six"], check=True, cwd=ROOT)


def pages_of(file: Path, numbers: Sequence[int]) -> list[Image.Image]:
    """These pages as pictures."""
    with pdfium.PdfDocument(file) as pdf:
        return [pdf[number - 1].render(scale=2.5).to_pil() for number in numbers]


def slides_of(file: Path, numbers: Sequence[int]) -> list[Image.Image]:
    """These slides, cut from the pages on which six stand each."""
    form, scale = FORMS["six"], 6.0
    with pdfium.PdfDocument(file) as pdf:
        found = []
        for number in numbers:
            page = pdf[(number - 1) // form.on_page].render(scale=scale).to_pil()
            x, y = form.place(number - 1)
            left, top = (MARGINS[3] + x, MARGINS[0] + y)
            box = (left, top, left + form.width, top + form.width * 9 / 16)
            found.append(page.crop(tuple(round(side / _INCH * 72 * scale) for side in box)))
    return found


def sheet(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """The pictures side by side, as wide as the documentation wants them."""
    wide = (WIDTH - GAP * (columns + 1)) // columns
    size = (wide, round(wide * pictures[0].height / pictures[0].width))
    rows = -(-len(pictures) // columns)
    shown = Image.new("RGB", (WIDTH, rows * (size[1] + GAP) + GAP), GROUND)
    for index, picture in enumerate(pictures):
        at = (GAP + index % columns * (wide + GAP), GAP + index // columns * (size[1] + GAP))
        shown.paste(picture.convert("RGB").resize(size, Image.Resampling.LANCZOS), at)
    return shown.quantize(256, method=Image.Quantize.FASTOCTREE, kmeans=3)


if __name__ == "__main__":
    main()
