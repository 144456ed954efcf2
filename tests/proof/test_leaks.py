"""What is for the teacher is found in a student's file, wherever it was put."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.build.outputs import Wanted
from diptych.build.reading import Reading, read_document
from diptych.build.sources import SourceFile
from diptych.build.works import render
from diptych.handout.edition import Edition
from diptych.material.findings import SourceError
from diptych.proof.layers import Layer
from diptych.proof.leaks import leaks, secrets_of

LESSON = """\
title: Glass
key_terms: [{term: soda, definition: A salt.}]
sections:
  - title: Making it
    content:
      - question: What lowers the melting point?
        answer: potash
        explanation: The flux breaks the lattice of silica.
      - question: Which salt is it?
        answer: soda
      - question: Who makes it?
        options: [the glazier, the smith]
        answer: A
"""


def reading(folder: Path, template: str = "") -> Reading:
    (folder / "lesson.yaml").write_text(LESSON, "utf-8")
    parts = folder / "layouts" / "leaky" / "handout" / "parts"
    parts.mkdir(parents=True, exist_ok=True)
    (parts.parent.parent / "theme.yaml").write_text("name: Leaky\nextends: classic\n", "utf-8")
    if template:
        (parts / "colophon.html").write_text(template, "utf-8")
    return read_document(SourceFile(folder / "lesson.yaml", "lesson"), "leaky", [folder / "layouts"])


def build(made: Reading) -> None:
    list(render(made, [Wanted("handout", "handout", Edition())]))


def test_answers_and_explanations_are_secrets_unless_they_are_ordinary_words(tmp_path: Path) -> None:
    words = {secret.words for secret in secrets_of(reading(tmp_path).document)}
    assert words == {"potash", "The flux breaks the lattice of silica."}


def test_a_student_file_without_them_is_given_out(tmp_path: Path) -> None:
    build(reading(tmp_path))


ANSWER = "{{ material.sections[0].content[0].answer.plain() }}"
WHY = "{{ material.sections[0].content[0].explanation.plain() }}"


@pytest.mark.parametrize(
    ("template", "line", "where"),
    [
        (f"<p>{ANSWER}</p>", 7, "page 1"),
        (f'<p style="color: white; font-size: 1pt">{WHY}</p>', 8, "page 1"),
        (f'<p><span data-spoken="{WHY}">Well.</span></p>', 8, "structure"),
        (f'<p><a href="https://example.org/" title="{ANSWER}">Here</a></p>', 7, "structure"),
        (f"<h2 style=\"bookmark-label: '{ANSWER}'\">End</h2>", 7, "outline"),
        (f'<p style="hyphens: manual">{WHY[:-3]}[:21]}}}}&shy;{WHY[:-3]}[21:]}}}}</p>', 8, "page 1"),
    ],
)
def test_a_secret_is_found_in_any_layer(tmp_path: Path, template: str, line: int, where: str) -> None:
    with pytest.raises(SourceError) as error:
        build(reading(tmp_path, template))
    finding = error.value.findings[0]
    assert finding.place.line == line
    assert where in finding.message


def test_short_words_are_not_found_inside_longer_ones(tmp_path: Path) -> None:
    secrets = secrets_of(reading(tmp_path).document)
    assert not list(leaks(secrets, [Layer("page 1", "potashes")]))
    assert list(leaks(secrets, [Layer("page 1", "It is POTASH.")]))
