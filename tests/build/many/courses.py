"""Courses of several sources, and what was built of them, held against each other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from pptx import Presentation

from tests.build.lessons import LESSON, files_in, write_lesson

ROOT = Path(__file__).parents[3]
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0H40V30Z"/></svg>'
MANY_FILES = f"""layout: ours
lang: cy
{LESSON}      - figure: pictures/moon.svg
        alt: The moon.
      - chart: How high it comes
        data: heights.csv
deck: {{template: school.pptx}}
"""


def write_course(folder: Path, count: int = 6) -> list[Path]:
    """Small lessons, no two alike."""
    texts = {f"tides-{number}": LESSON.replace("It pulls.", f"It pulls {number}.") for number in range(count)}
    return [write_lesson(folder, text, name) for name, text in texts.items()]


def write_lesson_of_many_files(folder: Path) -> Path:
    """A lesson with a picture, a table, labels, a template with fonts, and a layout of the user's own."""
    path = write_lesson(folder, MANY_FILES, "rich")
    (path.parent / "pictures").mkdir()
    (path.parent / "pictures" / "moon.svg").write_text(MOON, "utf-8")
    (path.parent / "heights.csv").write_text("Day,Metres\nMonday,3\nTuesday,4\n", "utf-8")
    (path.parent / "labels").mkdir()
    (path.parent / "labels" / "cy.yaml").write_text("summary: Crynodeb\n", "utf-8")
    write_template(path.parent)
    for name, below in (("ours", "theirs"), ("theirs", "classic")):
        theme = folder / "layouts" / name / "theme.yaml"
        theme.parent.mkdir(parents=True)
        theme.write_text(f"name: {name.title()}\nextends: {below}\n", "utf-8")
    return path


def write_template(folder: Path, name: str = "school.pptx") -> Path:
    """A template with a font beside it."""
    (folder / "fonts").mkdir(parents=True)
    fonts = ROOT / "layouts" / "classic" / "fonts"
    shutil.copy(fonts / "Carlito-Regular.ttf", folder / "fonts" / "Calibri.ttf")
    Presentation().save(str(folder / name))
    return folder / name


def files_of(folder: Path) -> dict[str, bytes]:
    """All finished files with their account."""
    return {name: data for name, data in files_in(folder).items() if not name.startswith(".")}


def records_of(folder: Path) -> dict[str, Any]:
    """What is kept of all builds, but for the seconds that they took."""
    found = {}
    for path in sorted((folder / ".diptych").glob("*.record.json")):
        found[path.name] = json.loads(path.read_text("ascii").partition("\n")[2])
        for record in found[path.name]:
            assert record.pop("seconds") > 0
    return found
