"""Both works of one source: nothing is lost between them, nothing leaks, and bytes repeat."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from diptych.build.outputs import wanted_works
from diptych.build.reading import Reading, read_document
from diptych.build.request import Request
from diptych.build.sources import find_sources
from diptych.build.works import render
from diptych.material.checks import texts_of
from diptych.material.markup import Rich

ROOT = Path(__file__).parents[1]
MATERIALS = find_sources([ROOT / "sources", ROOT / "tests" / "cases" / "everything"])
DECK_ONLY = ("misconceptions",)


class Pair:
    """One source's reading and its two finished files, with all their words."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        wanted = wanted_works(Request(), reading.handout_choices, ())
        self.handout, self.deck = (work.data for work in render(reading, wanted))
        self.handout_words = _letters(_pdf_text(self.handout))
        self.deck_words = _letters(_deck_text(self.deck))


@pytest.fixture(scope="module", params=MATERIALS, ids=lambda source: source.name)
def pair(request: pytest.FixtureRequest) -> Pair:
    return Pair(read_document(request.param, "", []))


def test_there_are_materials_to_look_at() -> None:
    assert len(MATERIALS) >= 3


def test_every_text_of_the_source_stands_in_one_of_the_works(pair: Pair) -> None:
    texts = [text for rich in texts_of(pair.reading.document.material) for text in _stretches(rich)]
    assert len(texts) > 50
    lost = [text for text in texts if _letters(text) not in pair.handout_words + pair.deck_words]
    assert lost == []


def test_the_deck_says_all_that_stands_in_the_handout_on_slides_or_in_notes(pair: Pair) -> None:
    """Prose that only the handout should hold is marked so by the author."""
    for section in pair.reading.document.material.sections:
        for block in section.content:
            if block.only != "handout":
                for rich in texts_of(block):
                    for text in _stretches(rich):
                        if type(block).__name__ != "NotesSpace":
                            assert _letters(text) in pair.deck_words, f"line {rich.place.line}: {text}"


def test_no_answer_stands_in_the_handout(pair: Pair) -> None:
    data = pair.handout
    for word in ("Secretanswer", "Secretpoint", "Zweiundvierzig"):
        assert _letters(word) not in pair.handout_words
        assert word.encode() not in data
        assert word.encode("utf-16-be") not in data


def test_the_same_source_gives_the_same_bytes_in_any_folder_and_process(pair: Pair, tmp_path: Path) -> None:
    source = pair.reading.source.path
    code = f"import make_docs, sys; sys.exit(make_docs.main(['-q', '-o', '.', {str(source)!r}]))"
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {
        **os.environ,
        "PYTHONPATH": paths,
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "HOME": str(tmp_path),
    }
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / f"{source.stem}-handout.pdf").read_bytes() == pair.handout
    assert (tmp_path / f"{source.stem}-slides.pptx").read_bytes() == pair.deck


def _stretches(rich: Rich) -> Iterator[str]:
    """The texts between gaps, footnotes and citations, which the works may set elsewhere."""
    stretch = ""
    for span in rich.spans:
        if span.note or span.cites or span.gap or span.formula:
            yield stretch
            stretch = ""
        else:
            stretch += span.text
    yield stretch


def _letters(text: str) -> str:
    """Letters and digits alone: breaks, hyphens and marks are the typesetter's."""
    return re.sub(r"[\W_]", "", text).casefold()


def _pdf_text(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _deck_text(data: bytes) -> str:
    parts: list[str] = []
    for slide in Presentation(io.BytesIO(data)).slides:
        for tree in (
            slide.shapes._spTree,
            slide.notes_slide.notes_text_frame._txBody if slide.has_notes_slide else None,
        ):
            if tree is not None:
                for paragraph in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
                    parts.append(
                        "".join(
                            t.text or ""
                            for t in paragraph.iter(
                                "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
                            )
                        )
                    )
    return "\n".join(parts)
