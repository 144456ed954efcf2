"""How long building takes, beside WeasyPrint alone on the same HTML, and how it grows.

`cold`: both files of a source from a fresh process, and again with nothing to do. `word`: one word changed,
in a process that goes on. `pages` and `slides`: 6, 60 and 300 pages, 12, 300 and 3,000 slides, with memory
and sizes. `documents`: 1, 10 and 100 lessons by one process and by two. `style`: what of the style
costs WeasyPrint how much. `run.py` calls them. Rounds are interleaved; ratios are medians of those of each.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
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
SLIDES = {12: 5, 300: 128, 3000: 1283}
DOCUMENTS = (1, 10, 100)


def cold(source: Path, folder: Path, count: int) -> None:
    """Both files from a fresh process, beside the bare engine."""
    dump(source, folder / "html")
    found = rounds(
        {
            "WeasyPrint alone, the handout": [PYTHON, BARE, str(folder / "html")],
            "Diptych, handout and deck": [PYTHON, MAKE, str(source), "--force", "-o", str(folder / "out")],
            "Diptych, nothing to do": [PYTHON, MAKE, str(source), "-o", str(folder / "out")],
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


def pages(source: Path, folder: Path, count: int) -> None:
    """How time, memory and size grow with pages."""
    rows = [row for number, sections in PAGES.items() for row in _pages(folder, number, sections, count)]
    told([("pages", "printed by", "s", "from–to", "ratio", "MB of memory", "kB of file"), *rows])


def slides(source: Path, folder: Path, count: int) -> None:
    """How time, memory and size grow with slides: the whole build, planning and proof included."""
    rows = [row for number, sections in SLIDES.items() for row in _slides(folder, number, sections, count)]
    told([("slides", "built by", "s", "from–to", "ratio", "MB of memory", "kB of file"), *rows])


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
    if pandoc := shutil.which("pandoc"):
        pdf = folder / f"{pages}-pandoc.pdf"
        html = folder / f"html-{pages}" / "handout.html"
        commands["pandoc and WeasyPrint, plain style"] = ([PYTHON, "-c", _pandoc(pandoc, html, pdf)], pdf)
    yield from _grown(pages, commands, count if pages < 100 else 1)


def _pandoc(pandoc: str, html: Path, pdf: Path) -> str:
    """A program that has pandoc write plain HTML of the same words, and WeasyPrint print it."""
    return (
        "import subprocess, weasyprint\n"
        f"words = [{pandoc!r}, {str(html)!r}, '-f', 'html', '-t', 'html5', '-s', '-M', 'title=Lesson']\n"
        "html = subprocess.run(words, capture_output=True, check=True).stdout.decode()\n"
        f"weasyprint.HTML(string=html, base_url='/').write_pdf({str(pdf)!r})\n"
    )


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
    first = next(iter(found.values()))
    for name, times in found.items():
        size = commands[name][1].stat().st_size / 1000
        times_first = f"{ratio(times, first):.2f}"
        yield (
            amount,
            name,
            f"{times.median:.2f}",
            times.spread,
            times_first,
            f"{times.memory:.0f}",
            f"{size:,.0f}",
        )


def style(source: Path, folder: Path, count: int) -> None:
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


def documents(source: Path, folder: Path, count: int) -> None:
    """One, ten and a hundred lessons of many lengths, by one process and by two."""
    rows = [row for number in DOCUMENTS for row in _documents(folder / str(number), number, count)]
    head = ("lessons", "built by", "s", "from–to", "s each", "throughput", "MB of the largest process")
    told([head, *rows])


def _documents(folder: Path, number: int, count: int) -> Iterator[tuple[object, ...]]:
    lessons = folder / "sources"
    for each in range(number):
        place = lessons / f"lesson-{each}" / f"lesson-{each}.yaml"
        place.parent.mkdir(parents=True)
        write_lesson(folder / "written", 4 + (8 + each) % 17).replace(place)
    make = [PYTHON, MAKE, "--force", "-q", "-o", str(folder / "out"), str(lessons)]
    commands = {"one process": [*make, "-j", "1"], "two": [*make, "-j", "2"]}
    found = rounds(commands, count if number < 100 else 1)
    for name, times in found.items():
        each_one, throughput = times.median / number, ratio(found["one process"], times)
        seconds = (f"{times.median:.1f}", times.spread, f"{each_one:.2f}", f"{throughput:.2f}")
        yield number, name, *seconds, f"{times.memory:.0f}"
