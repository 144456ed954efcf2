"""Which files a source becomes, by its own words and by those of the command line."""

from __future__ import annotations

import pytest

from diptych.build.arguments import parse_arguments
from diptych.build.outputs import wanted_works
from diptych.build.request import request
from diptych.build.sources import UsageError
from diptych.material.choices import HandoutChoices
from diptych.material.findings import SourceError
from diptych.material.reader import read_material

SECTIONS = "sections: [{title: One, content: [Words.]}]\n"


def names(words: str = "", yaml: str = "") -> list[str]:
    """The names of the files that a command line makes of a source with these further lines."""
    material = read_material(f"title: T\n{yaml}\n{SECTIONS}")
    asked = request(parse_arguments(["build", *words.split()], "0"))
    return [one.name for one in wanted_works(asked, material.handout or HandoutChoices(), material.outputs)]


def test_a_source_becomes_a_handout_and_a_deck() -> None:
    assert names() == ["handout", "slides"]


def test_outputs_come_besides() -> None:
    yaml = "outputs:\n  - edition: teacher\n  - edition: answers\n  - work: flashcards\n    paper: letter\n"
    assert names(yaml=yaml) == ["handout", "slides", "handout-teacher", "answers", "flashcards-letter"]


def test_files_are_called_after_what_sets_them_apart() -> None:
    yaml = "outputs:\n  - {notes: cornell, size: clear, ink: grey}\n  - {work: deck, edition: student}\n"
    assert names(yaml=yaml)[2:] == ["handout-cornell-clear-grey", "slides-student"]


def test_the_author_may_name_a_file() -> None:
    assert names(yaml="outputs:\n  - {size: large-print, name: for-anna}\n")[2:] == ["for-anna"]


def test_the_command_line_goes_before_the_outputs_of_the_source() -> None:
    yaml = "outputs:\n  - edition: answers\n"
    assert names("--size large-print", yaml) == ["handout-large-print", "slides"]


def test_several_editions_are_made_at_once() -> None:
    wanted = ["handout", "handout-teacher", "answers", "slides", "slides-student"]
    assert names("--edition student,teacher,answers") == wanted


def test_the_key_alone_needs_no_deck() -> None:
    assert names("--edition answers") == ["answers"]


def test_further_files_come_beside_those_of_the_source() -> None:
    yaml = "outputs:\n  - edition: answers\n"
    wanted = ["handout", "slides", "answers", "flashcards", "slides-six", "questions"]
    assert names("--flashcards --printed-deck six --questions gift", yaml) == wanted


def test_one_panel_may_be_left_out() -> None:
    yaml = "outputs:\n  - edition: teacher\n  - {work: deck, edition: student}\n"
    assert names("--only handout", yaml) == ["handout", "handout-teacher"]
    assert names("--only deck", yaml) == ["slides", "slides-student"]


def test_what_holds_for_all_handouts_goes_into_each() -> None:
    material = read_material("title: T\nhandout: {paper: letter, size: clear}\n" + SECTIONS)
    asked = request(parse_arguments(["build", "--size", "large-print"], "0"))
    assert material.handout
    handout = wanted_works(asked, material.handout, ())[0]
    assert (handout.edition.paper, handout.edition.size, handout.name) == (
        "letter",
        "large-print",
        "handout-large-print",
    )


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("{work: flashcards, notes: cornell}", "`notes` means nothing for flashcards"),
        ("{work: deck, size: clear}", "`size` means nothing for deck"),
        ("{work: questions, form: six}", "`form: six` is none of questions"),
        ("{edition: teacher, notes: organiser}", "an organiser has no edition `teacher`"),
        ("{edition: answers, notes: cornell}", "the answers are the same for all `notes` but cloze"),
        ("{work: deck, edition: answers}", "a deck has no edition `answers`"),
        ("{edition: teacher, fillable: true}", "the edition `teacher` has no room to fill"),
        ("{fillable: true, archive: true}", "a file with fields cannot be archived"),
        ("{name: handout, size: clear}", "two outputs would both be called `handout`"),
    ],
)
def test_an_output_that_cannot_be_is_an_error_at_its_line(output: str, message: str) -> None:
    with pytest.raises(SourceError) as error:
        names(yaml=f"outputs:\n  - {output}\n")
    finding = error.value.findings[0]
    assert message in finding.message
    assert finding.place.line == 3


def test_what_the_command_line_cannot_have_is_told_as_wrong_usage() -> None:
    with pytest.raises(UsageError, match="cannot be archived"):
        names("--fillable --archive")


def test_unknown_editions_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        names("--edition parents")
    assert "there is no edition `parents`" in capsys.readouterr().err
