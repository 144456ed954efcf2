"""What each edition holds: answers reach no layer of a student's file, and all of the teacher's."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from diptych.build.outputs import Wanted
from diptych.build.reading import Reading, read_document
from diptych.build.sources import SourceFile
from diptych.build.works import render
from diptych.handout.edition import Edition
from tests.handout.printed import all_bytes, words_of

CASE = Path(__file__).parent / "cases" / "editions" / "editions.yaml"
STUDENT_HANDOUTS = [
    Edition(),
    Edition(form="cornell"),
    Edition(form="organiser"),
    Edition(form="exit-slips"),
    Edition(fillable=True),
    Edition(archive=True),
    Edition(size="large-print", paper="a5-booklet", ink="grey"),
]
SECRET = "geheim"
# Chosen or ordered by the learner: their words are printed, their solution is not.
TEACHERS_WORDS = {
    "Geheimbelief", "Geheimresponse", "Geheimnotes", "Geheimgap", "Geheimsecond", "Geheimblocknotes",
    "Geheimpointnotes", "Geheimwhy", "Geheimanswer", "Geheimreason", "Geheimword", "Geheimcloze",
    "Geheimmatch", "Geheimorder", "Geheimpoint",
}  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_document(SourceFile(CASE, "case"), "", [])


def made(reading: Reading, *wanted: Wanted) -> bytes:
    return next(iter(render(reading, wanted))).data


def layers_of_pdf(data: bytes) -> str:
    """Every text, name, value, stream and metadata of the file, however it is encoded."""
    everything = all_bytes(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [str(thing) for thing in pdf.objects if isinstance(thing, pikepdf.String)]
        texts += [str(value) for thing in pdf.objects for value in _strings(thing)]
        attached = [bytes(file.get_file().read_bytes()) for file in pdf.attachments.values()]
    encoded = [everything, *attached]
    decoded = [raw.decode(code, "ignore") for raw in encoded for code in ("latin-1", "utf-8", "utf-16-be")]
    return "\n".join([*words_of(data), *texts, *decoded])


def _strings(thing: object) -> list[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return [str(value) for value in dict(thing.items()).values() if isinstance(value, pikepdf.String)]
    if isinstance(thing, pikepdf.Array):
        return [str(value) for value in thing if isinstance(value, pikepdf.String)]
    return []


def layers_of_package(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8", "ignore") for name in package.namelist()]
    return "\n".join(re.sub(r"<[^>]+>", "", part) + part for part in parts)


@pytest.mark.parametrize("edition", STUDENT_HANDOUTS, ids=lambda one: f"{one.form}-{one.size}-{one.fillable}")
def test_no_answer_stands_in_any_layer_of_a_students_handout(reading: Reading, edition: Edition) -> None:
    data = made(reading, Wanted("handout", "handout", edition))
    layers = layers_of_pdf(data).casefold()
    assert "what students must not see" in layers
    assert SECRET not in layers.replace("\xad", "")


def test_a_cloze_tells_the_words_of_its_gaps_in_the_bank_alone(reading: Reading) -> None:
    data = made(reading, Wanted("handout", "handout", Edition(form="cloze")))
    assert set(re.findall(r"Geheim\w+", layers_of_pdf(data))) == {"Geheimgap", "Geheimsecond"}
    words = " ".join(words_of(data))
    assert [words.count(word) for word in ("Geheimgap", "Geheimsecond")] == [1, 1]


def test_a_fluent_text_fills_its_gaps_and_nothing_else(reading: Reading) -> None:
    layers = layers_of_pdf(made(reading, Wanted("handout", "handout", Edition(form="prose"))))
    assert set(re.findall(r"Geheim\w+", layers)) == {"Geheimgap", "Geheimsecond"}


def test_no_answer_stands_in_any_part_of_a_students_deck(reading: Reading) -> None:
    layers = layers_of_package(made(reading, Wanted("deck", "slides-student", Edition()))).casefold()
    assert "letters come in order" in layers
    assert SECRET not in layers


def test_no_answer_stands_in_a_students_printed_deck(reading: Reading) -> None:
    layers = layers_of_pdf(made(reading, Wanted("printed-deck", "slides", Edition(), "notes"))).casefold()
    assert "letters come in order" in layers
    assert SECRET not in layers


def test_the_teacher_is_told_everything(reading: Reading) -> None:
    words = " ".join(words_of(made(reading, Wanted("handout", "handout", Edition("teacher")))))
    assert set(re.findall(r"Geheim\w+", words)) >= TEACHERS_WORDS


def test_the_key_holds_every_answer_and_no_notes(reading: Reading) -> None:
    words = " ".join(words_of(made(reading, Wanted("handout", "answers", Edition("answers")))))
    found = set(re.findall(r"Geheim\w+", words))
    told_elsewhere = {"Geheimbelief", "Geheimresponse", "Geheimnotes", "Geheimblocknotes", "Geheimpointnotes"}
    reasons = {"Geheimwhy", "Geheimreason", "Geheimcloze"}
    assert found == TEACHERS_WORDS - told_elsewhere - reasons
