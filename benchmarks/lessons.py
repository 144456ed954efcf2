"""Sources of any length, and the HTML of a handout with all that it loads, for others to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from diptych.build.designs import DeckOptions
from diptych.build.pair import Pair
from diptych.build.reading import read_document
from diptych.build.sources import find_sources
from diptych.handout.html import render_html
from diptych.handout.pdf import handout_assets
from diptych.pdf.assets import font_faces

PARAGRAPH = (
    "The first engine of the mine lifted water from forty metres, and burnt a cartload of coal each day. "
    "Its owner counted what it cost, and what the horses before it had eaten, and kept both. Twenty years "
    "later nobody in the valley could say how the shaft had ever been kept dry without it."
)
_MOST = 900  # sections of one source; of more, several share a title
POINTS = (
    "Water was the limit of every mine.",
    "Coal was cheap beside the pit.",
    "Horses eat on Sundays, too.",
)


def write_lesson(folder: Path, sections: int, brief: bool = False) -> Path:
    """A source of so many sections in a folder of its own; each is two slides, and 0.4 of a page or less."""
    path = folder / f"lesson-{sections}" / f"lesson-{sections}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(_lines(sections, PARAGRAPH[:53] if brief else PARAGRAPH)), "utf-8")
    return path


def _lines(sections: int, words: str) -> Iterator[str]:
    yield "title: Engines of the mine\nlang: en-GB\nsections:\n"
    together = sections // _MOST + 1
    for number in range(1, sections + 1):
        if (number - 1) % together == 0:
            yield f"  - title: Engine {number}\n    content:\n"
        yield f"      - text: {words} It was number {number}.\n        slide: [What the owner counted]\n"
        yield f"      - points: [{', '.join(f'{point[:-1]} ({number}).' for point in POINTS)}]\n"
        if number % 4 == 0:
            yield "      - table: What it burnt\n        header: [Year, Coal, Water]\n        rows:\n"
            yield from (
                f"          - [{1712 + row}, {row * 3 + number}, {row * 40}]\n" for row in range(1, 5)
            )


def typst_lesson(sections: int) -> str:
    """The same words for Typst."""
    parts = ['#set document(title: "Engines of the mine")\n#set page(numbering: "1")\n']
    for number in range(1, sections + 1):
        points = "".join(f"- {point[:-1]} ({number}).\n" for point in POINTS)
        parts.append(f"= Engine {number}\n\n{PARAGRAPH} It was number {number}.\n\n{points}\n")
        if number % 4 == 0:
            cells = "".join(f"[{1712 + row}], [{row * 3 + number}], [{row * 40}], " for row in range(1, 5))
            parts.append(f"#table(columns: 3, [Year], [Coal], [Water], {cells})\n\n")
    return "".join(parts)


def dump(source: Path, folder: Path) -> None:
    """`handout.html` of a source in the folder, and every file that it loads, by the path of its address."""
    reading = read_document(find_sources([source])[0], "", [Path("layouts")])
    pair = Pair(reading, DeckOptions())
    slides = pair.slide_numbers() if reading.handout_choices.slide_numbers else {}
    html = render_html(reading.document, reading.layout, slides, pair.own_edition)
    assets = handout_assets(reading.document, reading.layout)
    html = html.replace("</head>", f"<style>{font_faces(assets.theme, html)}</style></head>", 1)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "handout.html").write_text(html, "utf-8")
    for address in set(re.findall(r"https://diptych\.invalid/[^\"')\s]+", html)):
        path = folder / unquote(urlsplit(address).path).lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(assets.find(address)[0])
