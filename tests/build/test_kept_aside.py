"""What somebody worked on after it was built is never lost."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pptx import Presentation

import make_docs
from diptych.build.kept_aside import keep_aside
from tests.build.lessons import LESSON, files_in, sound, write_lesson

LONGER = LESSON.replace("The sea follows.", "The sea follows, twice a day.")
ACCOUNT = {"manifest.json", "SHA256SUMS"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one lesson, of which deck and questions are built."""
    monkeypatch.chdir(tmp_path)
    write_lesson(tmp_path)
    build()
    return tmp_path


def build() -> None:
    assert make_docs.main(["--only", "deck", "--questions", "gift"]) == 0


def edit(deck: Path, title: str) -> bytes:
    """The deck, saved anew with another title on its first slide."""
    presentation = Presentation(str(deck))
    presentation.slides[0].shapes.title.text_frame.text = title
    presentation.save(str(deck))
    return deck.read_bytes()


def test_an_edited_deck_is_kept_aside_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = folder / "build" / "tides-slides.pptx"
    built = deck.read_bytes()
    mine = [edit(deck, "My tides")]
    build()
    note = "note: build/tides-slides.pptx is not as it was built; it is kept as tides-slides.edited.pptx"
    assert note in capsys.readouterr().err.replace("\\", "/").splitlines()
    assert deck.read_bytes() == built
    mine.append(edit(deck, "My tides again"))
    build()
    kept = [folder / "build" / f"tides-slides.edited{number}.pptx" for number in ("", "-2")]
    assert [path.read_bytes() for path in kept] == mine
    assert Presentation(io.BytesIO(mine[1])).slides[0].shapes.title.text == "My tides again"
    assert sound(folder / "build")


def test_edited_questions_and_handouts_are_kept_with_their_whole_ending(folder: Path) -> None:
    for name in ("tides-questions.gift.txt", "tides-slides.pptx"):
        (folder / "build" / name).write_bytes(b"mine")
    write_lesson(folder, LONGER)
    build()
    found = files_in(folder / "build")
    assert found["tides-questions.edited.gift.txt"] == found["tides-slides.edited.pptx"] == b"mine"
    assert found["tides-slides.pptx"].startswith(b"PK")


def test_what_was_not_edited_is_not_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in (LONGER, LESSON):
        write_lesson(folder, text)
        build()
    assert set(files_in(folder / "build")) == {"tides-slides.pptx", "tides-questions.gift.txt", *ACCOUNT}
    assert capsys.readouterr().err == ""


def test_files_that_were_never_built_are_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_lesson(tmp_path)
    (tmp_path / "build").mkdir()
    for name in ("tides-slides.pptx", "manifest.json", "SHA256SUMS", "notes.txt"):
        (tmp_path / "build" / name).write_bytes(f"{'0' * 64}  {name} of mine".encode())
    build()
    found = files_in(tmp_path / "build")
    for name in ("tides-slides.edited.pptx", "manifest.edited.json", "SHA256SUMS.edited", "notes.txt"):
        assert found[name].endswith(b" of mine")
    build()
    assert set(files_in(tmp_path / "build")) == set(found)


def test_a_lost_manifest_is_no_reason_to_keep_what_is_built_the_same_again(folder: Path) -> None:
    before = files_in(folder / "build")
    (folder / "build" / "manifest.json").unlink()
    build()
    assert files_in(folder / "build") == before


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a.pdf", "a.edited.pdf"),
        ("unit 1.2-slides.pptx", "unit 1.2-slides.edited.pptx"),
        ("a.qti.zip", "a.edited.qti.zip"),
        ("SHA256SUMS", "SHA256SUMS.edited"),
    ],
)
def test_a_kept_file_is_named_after_what_it_was(tmp_path: Path, name: str, kept: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    assert keep_aside(tmp_path / name).name == kept
    assert (tmp_path / kept).read_bytes() == b"mine"
