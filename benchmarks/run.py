"""All measures, one after the other, as Markdown tables.

    python benchmarks/run.py [cold word pages slides documents ways writing style] [--rounds 5] [--source …]

Without names all are measured, which takes about half an hour. What is compared with is left out where it is
not installed: `pip install typst`, pandoc from the system, `npm install pptxgenjs` in the working folder,
`pip install distributed`. Run it on a quiet machine of two cores.
"""

from __future__ import annotations

import argparse
import importlib.util
import tempfile
from collections.abc import Callable
from pathlib import Path

import building
import deck_writing
import many_documents
from measuring import ROOT

Measure = Callable[[Path, Path, int], None]


def ways(source: Path, folder: Path, count: int) -> None:
    """All ways to build many documents, beside a command for each."""
    if importlib.util.find_spec("distributed"):
        many_documents.documents(folder, 16, min(count, 3))
    else:
        print("ways: needs Dask: pip install distributed\n")


def writing(source: Path, folder: Path, count: int) -> None:
    """Slides to PPTX alone, without planning, beside others who write as much."""
    deck_writing.measure(count)


MEASURES: dict[str, Measure] = {
    "cold": building.cold,
    "word": building.word,
    "pages": building.pages,
    "slides": building.slides,
    "documents": building.documents,
    "ways": ways,
    "writing": writing,
    "style": building.style,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *MEASURES], default=list(MEASURES))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--source", type=Path, default=ROOT / "sources" / "soviet-german-cooperation")
    asked = parser.parse_args()
    for name in asked.names or MEASURES:
        print(f"### {name}\n")
        with tempfile.TemporaryDirectory() as folder:
            MEASURES[name](asked.source, Path(folder), asked.rounds)


if __name__ == "__main__":
    main()
