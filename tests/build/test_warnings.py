"""Warnings: where they point, how an author allows them, and when they count as errors."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import make_docs
from tests.build.lessons import LESSON, write_lesson

LONG = "Every sentence of this point says a little more about the moon and the sea."
CROWDED = f"""title: Tides
sections:
  - title: The moon
    content:
      - points:
{"".join(f"          - {LONG}{chr(10)}" for _ in range(5))}"""
PICTURE = f"{LESSON}      - figure: moon.png\n        alt: The moon over the sea.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(text: str, folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The code of a build of this text, and all its messages."""
    write_lesson(folder, text)
    code = make_docs.main(list(words))
    return code, capsys.readouterr().err


def write_picture(folder: Path, width: int) -> None:
    path = folder / "sources" / "tides" / "moon.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, width * 2 // 3), "teal").save(path)


def test_a_slide_of_too_many_words_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, err = told(CROWDED, folder, capsys, "check")
    assert code == 0
    assert "tides.yaml:5:9: warning: slide 4: 75 words are more than" in err
    assert "[long-slide]" in err


def test_what_a_class_works_on_may_be_long(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = f"{LESSON}      - question: {' '.join([LONG] * 5)}\n        kind: essay\n"
    assert told(question, folder, capsys, "check") == (0, "")


@pytest.mark.parametrize(("width", "size", "coarse"), [(300, "full", True), (300, "small", False)])
def test_a_picture_with_too_few_pixels_for_its_size_in_print_is_told(
    folder: Path, width: int, size: str, coarse: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    write_picture(folder, width + 200 * (not coarse))
    _, err = told(f"{PICTURE}        size: {size}\n", folder, capsys, "--only", "handout")
    assert ("tides.yaml:8:9: warning: the picture `moon.png` is printed" in err) == coarse
    assert ("pixels across or more" in err) == coarse


def test_words_that_could_be_better_for_those_who_listen_are_told_with_their_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_picture(folder, 1500)
    text = PICTURE.replace("alt: The moon", "alt: Image of the moon")
    _, err = told(text, folder, capsys, "check")
    assert "tides.yaml:8:9: warning: slide" in err
    assert "[alt-text-wording]" in err


def test_pictures_that_look_alike_in_grey_are_told_with_their_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">'
        '<path fill="#c00000" d="M0 0H20V30H0Z"/><path fill="#007000" d="M20 0H40V30H20Z"/></svg>'
    )
    write_lesson(folder, LESSON).with_name("moon.svg").write_text(svg)
    text = PICTURE.replace("moon.png", "moon.svg")
    _, err = told(text, folder, capsys, "--only", "handout", "--ink", "grey")
    assert "tides.yaml:8:9: warning: " in err
    assert "[alike-in-grey]" in err


@pytest.mark.parametrize(
    "allowed",
    [
        CROWDED + '        allow: {long-slide: "They copy it."}\n',
        CROWDED.replace("    content:", '    allow: {long-slide: "They copy it."}\n    content:'),
        'allow: {long-slide: "They copy it."}\n' + CROWDED,
    ],
    ids=["block", "section", "document"],
)
def test_an_author_may_allow_a_warning_in_place_with_a_reason(
    folder: Path, allowed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(allowed, folder, capsys) == (0, "")


def test_an_allowance_holds_where_it_stands_and_nowhere_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = CROWDED.partition("    content:\n")[2]
    _, err = told(f'{CROWDED}        allow: {{long-slide: "They copy it."}}\n{other}', folder, capsys)
    assert err.count("[long-slide]") == 1
    assert "tides.yaml:12:9: warning: slide" in err


@pytest.mark.parametrize("name", ["time-budget", "long-slide"])
def test_an_allowance_that_allows_nothing_any_more_is_told(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, err = told(f'allow: {{{name}: "It was so."}}\n{LESSON}', folder, capsys)
    assert code == 0
    assert f"tides.yaml:1:9: warning: `{name}` is allowed here" in err
    assert "[unused-allowance]" in err


def test_a_build_of_one_panel_does_not_know_what_the_other_needs_allowed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'allow: {{long-slide: "They copy it."}}\n{CROWDED}'
    assert told(text, folder, capsys, "--only", "handout") == (0, "")


def test_strictly_warnings_are_errors_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, err = told(f"{CROWDED}  - title: Empty\n", folder, capsys, "--strict")
    assert code == 1
    assert "error: the section `Empty` is empty" in err
    assert "error: slide 4: 75 words" in err
    assert "warning" not in err
    assert not [*(folder / "build").glob("*tides*")]


def test_strictly_too_what_is_allowed_is_allowed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f'allow: {{long-slide: "They copy it."}}\n{CROWDED}'
    assert told(text, folder, capsys, "--strict") == (0, "")
    assert [*(folder / "build").glob("*tides*")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("title: Le café\n".encode("cp1252"), "Windows-1252 (ANSI), where this is `é`"),
        ("title: Le café\n".encode("utf-16"), "saved as UTF-16"),
        (b"title: \x81\n", "the file is no UTF-8 text"),
    ],
)
def test_a_file_of_another_encoding_is_told_with_how_to_save_it(
    folder: Path, data: bytes, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder).write_bytes(data)
    assert make_docs.main(["check"]) == 1
    err = capsys.readouterr().err
    assert words in err
    assert "save it as UTF-8" in err
