"""A lesson that is made from one of each: picture, data, layout, font, template, labels."""

from __future__ import annotations

import shutil
from pathlib import Path

from pptx import Presentation

from diptych.layout.shipped import shipped_layouts
from tests.build.lessons import LESSON, write_lesson

RICH = f"""layout: ours
deck:
  template: school.pptx
{LESSON}      - figure: moon.svg
        alt: The moon.
      - chart: The height of the sea
        kind: line
        data: tides.csv
        alt: It rises and falls.
"""
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0H40V30Z"/></svg>'
FONT = next((shipped_layouts() / "primary" / "fonts").glob("*-Regular.ttf"))


def write_rich(folder: Path) -> None:
    """The lesson under `sources/`, and its layout under `layouts/`."""
    place = write_lesson(folder, RICH).parent
    (place / "moon.svg").write_text(MOON, "utf-8")
    (place / "tides.csv").write_text("Hour,Height\n0,1\n6,4\n12,1\n", "utf-8")
    (place / "school.potx").write_bytes(b"not used")
    Presentation().save(str(place / "school.pptx"))
    shutil.copy(FONT, place / "school.ttf")
    for name, text in (("labels/en.yaml", "name: Your name\n"), ("notes.txt", "mine")):
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(text, "utf-8")
    ours = folder / "layouts" / "ours"
    (ours / "handout").mkdir(parents=True)
    (ours / "theme.yaml").write_text("name: Ours\nextends: classic\n", "utf-8")
    (ours / "handout" / "custom.css").write_text("h1 { color: #123456 }\n", "utf-8")
