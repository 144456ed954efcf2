"""How long it takes to write decks of 12, 300 and 3,000 slides, beside others who write as much.

`run.py` calls it as `writing`. Every writer gets a headline, five points, a table in every third slide, a
picture in every fourth and notes on each. Rounds are interleaved, the best of each counts, and what is not
installed is left out:
pandoc from the system, pptxgenjs from `npm install pptxgenjs` in the working folder. Those two are
processes of their own, so that their start is part of their time.
"""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring import told
from pptx import Presentation
from pptx.util import Inches

from diptych.deck.design.design import DeckDesign
from diptych.deck.template.design import own_design
from diptych.deck.values import (
    Deck,
    Picture,
    Properties,
    Run,
    Shape,
    Slide,
    SlideSection,
    TableCell,
    TableShape,
    TextParagraph,
    TextShape,
)
from diptych.deck.write.deck import write_deck
from diptych.layout.load import load_layout

POINTS = [f"Point {number} says what five or eight plain words can say" for number in range(1, 6)]
ROWS = [["Place", "What", "When"], *([f"Place {n}", f"Matter {n}", str(1920 + n)] for n in range(4))]
NOTE = "Say this before you show the slide, and ask what they expect."


def measure(rounds: int) -> None:
    """The table of all writers."""
    design = own_design(load_layout("classic"))
    rows: list[Sequence[object]] = []
    for count in (12, 300, 3000):
        writers = _writers(count, design)
        best = dict.fromkeys(writers, float("inf"))
        for _ in range(rounds if count < 1000 else 1):
            for name, write in writers.items():
                best[name] = min(best[name], _seconds(write))
        for name, seconds in best.items():
            rows.append((f"{count:,}", name, f"{seconds:.3f}", f"{seconds / best['diptych']:.1f}"))
    told([("slides", "written by", "s", "times ours"), *rows])


def _writers(count: int, design: DeckDesign) -> dict[str, Callable[[], object]]:
    deck = our_deck(count, design)
    writers: dict[str, Callable[[], object]] = {"diptych": lambda: anew(deck, design)}
    if count < 1000:
        writers["python-pptx"] = lambda: plain_python_pptx(count)
        if shutil.which("pandoc"):
            writers["pandoc"] = lambda: pandoc(count)
        if shutil.which("node") and Path("node_modules/pptxgenjs").is_dir():
            writers["pptxgenjs"] = lambda: pptxgenjs(count)
    return writers


def anew(deck: Deck, design: DeckDesign) -> bytes:
    """The deck, of which nothing is kept from before."""
    design.written.clear()
    return write_deck(deck, design)


def _seconds(write: Callable[[], object]) -> float:
    started = time.perf_counter()
    write()
    return time.perf_counter() - started


def our_deck(count: int, design: DeckDesign) -> Deck:
    slides = tuple(_slide(number, design) for number in range(count))
    sections = tuple(SlideSection(f"Part {n}", slides[n : n + 50]) for n in range(0, count, 50))
    properties = Properties("A deck", ("Somebody",), "", (), "en")
    return Deck(sections, properties, design.layouts.width, design.layouts.height)


def _slide(number: int, design: DeckDesign) -> Slide:
    key = "table" if number % 3 == 0 else "picture" if number % 4 == 0 else "content"
    shapes: list[Shape] = [_text("title", design, key, [f"Slide {number + 1} says one thing"], 32)]
    if key == "content":
        shapes.append(_text("body", design, key, POINTS, 24, "bullet"))
    elif key == "table":
        box = design.layouts[key].regions["table"].box
        cells = tuple(tuple(TableCell((_paragraph(word, 18),)) for word in row) for row in ROWS)
        widths = (box.width // 3,) * 3
        heights = (400_000,) * len(ROWS)
        shapes.append(
            TableShape("Table", box._replace(height=sum(heights)), widths, heights, cells, "A table")
        )
    else:
        box = design.layouts[key].regions["picture"].box
        shapes.append(Picture("Picture", box, picture(number), "image/png", "A plain square"))
    return Slide(
        f"slide-{number}", key, f"Slide {number + 1}", tuple(shapes), (_paragraph(NOTE, 12),), "A part"
    )


def _text(
    area: str, design: DeckDesign, key: str, words: list[str], size: float, bullet: str = ""
) -> TextShape:
    mark = "bullet" if bullet else ""
    paragraphs = tuple(TextParagraph((Run(word, "en"),), size, bullet=mark) for word in words)  # type: ignore[arg-type]
    return TextShape(
        area.capitalize(), design.layouts[key].placeholders[area].box, paragraphs, placeholder=area
    )


def _paragraph(words: str, size: float) -> TextParagraph:
    return TextParagraph((Run(words, "en"),), size)


def picture(number: int) -> bytes:
    """A PNG of 64 by 64 pixels in a grey of its own, so that no writer stores two as one."""
    row = b"\0" + bytes([number % 256, number // 256 % 256, 99]) * 64
    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * 64)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def plain_python_pptx(count: int) -> None:
    presentation = Presentation()
    for number in range(count):
        slide = presentation.slides.add_slide(
            presentation.slide_layouts[1 if number % 3 and number % 4 else 5]
        )
        slide.shapes.title.text = f"Slide {number + 1} says one thing"
        if number % 3 == 0:
            table = slide.shapes.add_table(5, 3, Inches(1), Inches(2), Inches(8), Inches(3)).table
            for row, cells in enumerate(ROWS):
                for column, word in enumerate(cells):
                    table.cell(row, column).text = word
        elif number % 4 == 0:
            slide.shapes.add_picture(io.BytesIO(picture(number)), Inches(1), Inches(2), Inches(4))
        else:
            slide.placeholders[1].text = "\n".join(POINTS)
        slide.notes_slide.notes_text_frame.text = NOTE
    presentation.save(io.BytesIO())


def pandoc(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for number in range(count):
            parts.append(f"## Slide {number + 1} says one thing\n")
            if number % 3 == 0:
                rows = [f"| {' | '.join(row)} |" for row in ROWS]
                parts.append("\n".join([rows[0], "|---|---|---|", *rows[1:]]) + "\n")
            elif number % 4 == 0:
                file = Path(folder) / f"{number}.png"
                file.write_bytes(picture(number))
                parts.append(f"![A plain square]({file})\n")
            else:
                parts.append("\n".join(f"- {point}" for point in POINTS) + "\n")
            parts.append(f"::: notes\n{NOTE}\n:::\n")
        text = "\n".join(parts)
        command = ["pandoc", "-f", "markdown", "-o", str(Path(folder) / "deck.pptx"), "--slide-level=2"]
        subprocess.run(command, input=text.encode(), check=True)


_GENERATOR = """
const P = require('pptxgenjs'), d = JSON.parse(require('fs').readFileSync(0)), p = new P();
for (const s of d.slides) {
  const slide = p.addSlide(); slide.addText(s.title, {x: 0.5, y: 0.3, w: 9, h: 0.8, fontSize: 32});
  if (s.rows) slide.addTable(s.rows, {x: 0.5, y: 1.5, w: 9});
  else if (s.picture) slide.addImage({data: 'image/png;base64,' + s.picture, x: 1, y: 1.5, w: 4, h: 3});
  else slide.addText(s.points.map(t => ({text: t, options: {bullet: true, breakLine: true}})),
    {x: 0.5, y: 1.5, w: 9, h: 3.5, fontSize: 24});
  slide.addNotes(d.note);
}
p.write({outputType: 'nodebuffer'});
"""


def pptxgenjs(count: int) -> None:
    import base64

    slides: list[dict[str, object]] = []
    for number in range(count):
        slide: dict[str, object] = {"title": f"Slide {number + 1} says one thing"}
        if number % 3 == 0:
            slide["rows"] = ROWS
        elif number % 4 == 0:
            slide["picture"] = base64.b64encode(picture(number)).decode()
        else:
            slide["points"] = POINTS
        slides.append(slide)
    told = json.dumps({"slides": slides, "note": NOTE}).encode()
    subprocess.run(["node", "-e", _GENERATOR], input=told, check=True, stdout=subprocess.DEVNULL)
