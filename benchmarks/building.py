"""How long building takes, beside WeasyPrint alone on the same HTML, and how it grows.

    python benchmarks/building.py [cold word long parts many] [--rounds 7] [--source sources/...]

`cold`: both files of a source from a fresh process. `word`: one word changed, in a process that goes on.
`long`: 6, 60 and 300 pages, with memory and sizes, and 12, 300 and 3,000 slides. `parts`: what of the
handout's style costs WeasyPrint how much. `many`: 100 lessons by one process and by two. Without names all
are measured. Rounds are interleaved; ratios are medians of those of each round. Typst (`pip install typst`)
and pandoc come besides where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lessons import dump, typst_lesson, write_lesson
from measuring import ROOT, Times, ratio, rounds, told

from diptych.build.process import seldom_collecting
from diptych.build.sources import find_sources
from diptych.build.warm import WarmBuilder

PYTHON, BARE, MAKE = sys.executable, str(ROOT / "benchmarks" / "bare.py"), str(ROOT / "make_docs.py")
# How many sections of `lessons.py` make about so many pages, and so many slides.
PAGES = {6: 15, 60: 159, 300: 797}
_LESSONS = 100
SLIDES = {12: 5, 300: 128, 3000: 1283}


def cold(source: Path, folder: Path, count: int) -> None:
    """Both files from a fresh process, beside the bare engine."""
    dump(source, folder / "html")
    found = rounds(
        {
            "WeasyPrint alone, the handout": [PYTHON, BARE, str(folder / "html")],
            "Diptych, handout and deck": [PYTHON, MAKE, str(source), "--force", "-o", str(folder / "out")],
        },
        count,
    )
    base = found["WeasyPrint alone, the handout"]
    rows = [(name, f"{one.median:.2f}", one.spread, f"{ratio(one, base):.2f}") for name, one in found.items()]
    told([("cold", "s", "from–to", "ratio"), *rows])


def word(source: Path, folder: Path, count: int) -> None:
    """One word changed, in a process that goes on, beside the bare engine in one that goes on."""
    dump(source, folder / "html")
    copied = folder / "source"
    shutil.copytree(source if source.is_dir() else source.parent, copied)
    builder = WarmBuilder(find_sources([copied])[0], [ROOT / "layouts"])
    found = {"the deck": Times(), "the handout": Times()}
    with seldom_collecting():
        for number in range(count + 1):
            _change_a_word(builder.source.path, number)
            pair = builder.read()
            for name, make in (("the deck", builder.deck), ("the handout", builder.handout)):
                seconds = _seconds(lambda: make(builder.read() if name == "the deck" else pair))  # noqa: B023
                found[name].seconds += [seconds] if number else []
    command = [PYTHON, BARE, str(folder / "html"), "--again", str(count)]
    alone = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    found["WeasyPrint alone, warm"] = Times([float(one) for one in alone])
    told(
        [
            ("one word changed", "s of CPU", "from–to"),
            *((n, f"{t.median:.3f}", t.spread) for n, t in found.items()),
        ]
    )


def _change_a_word(path: Path, number: int) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(r" th(e+) ", f" the{'e' * number} ", text, count=1), "utf-8")


def _seconds(make: Callable[[], object]) -> float:
    start = time.process_time()
    make()
    return time.process_time() - start


def long(source: Path, folder: Path, count: int) -> None:
    """How time, memory and size grow with pages and with slides."""
    rows = [row for pages, sections in PAGES.items() for row in _pages(folder, pages, sections, count)]
    told([("pages", "printed by", "s", "MB of memory", "kB of file"), *rows])
    rows = [row for slides, sections in SLIDES.items() for row in _slides(folder, slides, sections, count)]
    told([("slides", "written by", "s", "MB of memory", "kB of file"), *rows])


def _pages(folder: Path, pages: int, sections: int, count: int) -> Iterator[tuple[object, ...]]:
    source = write_lesson(folder, sections)
    dump(source.parent, folder / f"html-{pages}")
    made = folder / "out" / f"{source.stem}-handout.pdf"
    commands = {
        "WeasyPrint alone": (
            [PYTHON, BARE, str(folder / f"html-{pages}")],
            folder / f"html-{pages}/bare.pdf",
        ),
        "Diptych": (
            [PYTHON, MAKE, str(source), "--only", "handout", "--force", "-o", str(made.parent)],
            made,
        ),
    }
    if importlib.util.find_spec("typst"):
        text, pdf = folder / f"{pages}.typ", folder / f"{pages}.pdf"
        text.write_text(typst_lesson(sections), "utf-8")
        compile_it = f"import typst; typst.compile({str(text)!r}, output={str(pdf)!r})"
        commands["Typst, plain style"] = ([PYTHON, "-c", compile_it], pdf)
    yield from _grown(pages, commands, count if pages < 100 else 1)


def _slides(folder: Path, slides: int, sections: int, count: int) -> Iterator[tuple[object, ...]]:
    source = write_lesson(folder, sections, brief=True)
    made = folder / "out" / f"{source.stem}-slides.pptx"
    commands = {
        "Diptych": ([PYTHON, MAKE, str(source), "--only", "deck", "--force", "-o", str(made.parent)], made)
    }
    if pandoc := shutil.which("pandoc"):
        dump(source.parent, folder / f"html-{sections}")
        pptx = folder / f"{slides}.pptx"
        html = str(folder / f"html-{sections}" / "handout.html")
        commands["pandoc, plain style"] = ([pandoc, html, "--slide-level", "2", "-o", str(pptx)], pptx)
    yield from _grown(slides, commands, count if slides < 1000 else 1)


def _grown(
    amount: int, commands: dict[str, tuple[list[str], Path]], count: int
) -> Iterator[tuple[object, ...]]:
    found = rounds({name: command for name, (command, _) in commands.items()}, count)
    for name, times in found.items():
        size = commands[name][1].stat().st_size / 1000
        yield amount, name, f"{times.median:.2f}", f"{times.memory:.0f}", f"{size:,.0f}"


def parts(source: Path, folder: Path, count: int) -> None:
    """What WeasyPrint takes less without one thing of our style, warm, of layout and writing."""
    dump(source, folder / "html")
    html = (folder / "html" / "handout.html").read_text("utf-8")
    sheets = {path: path.read_text("utf-8") for path in (folder / "html").rglob("*.css")}
    found: dict[str, Times] = {}
    values = dict(re.findall(r"--([\w-]+): ([^;}]+)", html))
    changes = {**_CHANGES, "custom properties": lambda text: _filled_in(text, values)}
    for name, change in changes.items():
        (folder / "html" / "handout.html").write_text(change(html), "utf-8")
        for path, text in sheets.items():
            path.write_text(change(text), "utf-8")
        command = [PYTHON, BARE, str(folder / "html"), "--again", str(count)]
        alone = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        found[name] = Times([float(one) for one in alone])
    whole = min(found["as it is"].seconds)
    told(
        [
            ("without", "s of CPU", "share of the whole"),
            *((n, f"{min(t.seconds):.3f}", f"{min(t.seconds) / whole:.0%}") for n, t in found.items()),
        ]
    )


def _filled_in(text: str, values: dict[str, str]) -> str:
    """The text with the values in place of the names of custom properties."""
    return re.sub(r"var\(--([\w-]+)\)", lambda found: values.get(found[1], found[0]).strip(), text)


_CHANGES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "division of words": lambda text: text.replace("hyphens: auto", "hyphens: manual"),
    "faces that stand in for missing letters": lambda text: re.sub(
        r'@font-face \{ font-family: "(?!Source|Carlito)[^}]*\}', "", text
    ),
    "columns": lambda text: re.sub(r"columns: 2", "columns: 1", text),
    "rows of tables that stay whole": lambda text: text.replace("break-inside: avoid", "break-inside: auto"),
    "letter forms of numbers": lambda text: re.sub(r"font-variant-numeric: [^;}]+", "", text),
}


def many(source: Path, folder: Path, count: int) -> None:
    """A hundred lessons of many lengths by one process and by two, beside one of middling length alone."""
    lessons = folder / "sources"
    for number in range(_LESSONS):
        place = lessons / f"lesson-{number}" / f"lesson-{number}.yaml"
        place.parent.mkdir(parents=True)
        write_lesson(folder / "written", 4 + number % 17).replace(place)
    make = [PYTHON, MAKE, "--force", "-q", "-o", str(folder / "out")]
    found = rounds(
        {
            "one alone": [*make, str(lessons / "lesson-8")],
            "all by one process": [*make, "-j", "1", str(lessons)],
            "all by two": [*make, "-j", "2", str(lessons)],
        },
        count,
    )
    alone, by_one = found["one alone"], found["all by one process"]
    rows = [
        (name, f"{one.median:.1f}", one.spread, f"{ratio(by_one, one):.2f}", f"{ratio(one, alone):.1f}")
        for name, one in found.items()
    ]
    told([(f"{_LESSONS} lessons", "s", "from–to", "throughput", "times one alone"), *rows])


def main() -> None:
    measures = {"cold": cold, "word": word, "long": long, "parts": parts, "many": many}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[[], *measures], default=list(measures))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--source", type=Path, default=ROOT / "sources" / "soviet-german-cooperation")
    arguments = parser.parse_args()
    for name in arguments.what or measures:
        with tempfile.TemporaryDirectory() as folder:
            measures[name](arguments.source, Path(folder), arguments.rounds)


if __name__ == "__main__":
    main()
