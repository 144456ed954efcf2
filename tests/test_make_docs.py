"""The command line, as a user types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import make_docs

LESSON = """title: Tides
sections:
  - title: The moon
    content:
      - points: [It pulls., The sea follows.]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_lesson(folder: Path, text: str = LESSON, name: str = "tides") -> None:
    path = folder / "sources" / name / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def built(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "build").glob("*"))


def test_without_words_all_sources_are_built(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder)
    assert make_docs.main([]) == 0
    assert built(folder) == ["tides-handout.pdf", "tides-slides.pptx"]
    out, err = capsys.readouterr()
    assert err == ""
    assert [line.split()[0] for line in out.splitlines()] == [f"build/{name}" for name in built(folder)]
    assert "1 page," in out
    assert " slides," in out


@pytest.mark.parametrize(("panel", "name"), [("handout", "tides-handout.pdf"), ("deck", "tides-slides.pptx")])
def test_one_panel_may_be_built_alone_into_any_folder(folder: Path, panel: str, name: str) -> None:
    write_lesson(folder)
    assert make_docs.main(["--only", panel, "-o", "out/here", "-q", "sources/tides"]) == 0
    assert [path.name for path in (folder / "out" / "here").iterdir()] == [name]


def test_a_faulty_source_is_told_and_the_others_are_built(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    write_lesson(folder, "titel: X\nsections: [{title: S}]\n", "broken")
    assert make_docs.main(["--only", "deck"]) == 1
    assert built(folder) == ["tides-slides.pptx"]
    err = capsys.readouterr().err
    assert err.startswith(f"{Path('sources/broken/broken.yaml')}:1:1: error: `titel` is no key")
    assert "did you mean `title`?" in err


def test_check_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder)
    assert make_docs.main(["check"]) == 0
    assert "no errors" in capsys.readouterr().out
    assert built(folder) == []


def test_quiet_means_quiet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder)
    assert make_docs.main(["--only", "deck", "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_new_source_builds_at_once(folder: Path) -> None:
    assert make_docs.main(["new", "water-cycle"]) == 0
    text = (folder / "sources" / "water-cycle" / "water-cycle.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../diptych.schema.json\n")
    assert "title: Water cycle" in text
    assert make_docs.main([]) == 0
    assert built(folder) == ["water-cycle-handout.pdf", "water-cycle-slides.pptx"]


def test_a_new_source_never_takes_the_place_of_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    assert make_docs.main(["new", "tides"]) == 2
    assert "already" in capsys.readouterr().err
    assert (folder / "sources" / "tides" / "tides.yaml").read_text("utf-8") == LESSON


@pytest.mark.parametrize("words", [["new", "../evil"], ["nowhere.yaml"], ["--layout", "nothing", "sources"]])
def test_what_cannot_be_done_is_wrong_usage(
    folder: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    assert make_docs.main(words) == 2
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize("words", [["--only", "both"], ["--nonsense"], ["build", "-q", "-v"]])
def test_words_that_make_no_sense_exit_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        make_docs.main(words)
    assert error.value.code == 2
    assert "usage: make_docs.py" in capsys.readouterr().err


def test_the_schema_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_docs.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Diptych source"


def test_a_picture_that_is_not_there_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, LESSON + "      - figure: moon.png\n        alt: The moon.\n")
    assert make_docs.main([]) == 1
    err = capsys.readouterr().err
    assert ":6:9: error: there is no picture `moon.png`" in err
    assert built(folder) == []


def test_a_layout_of_ones_own_needs_to_hold_only_what_differs(folder: Path) -> None:
    theme = folder / "layouts" / "ours" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text('name: Ours\nextends: classic\ncolours:\n  accent: "#7A1F3D"\n')
    write_lesson(folder, f"layout: ours\n{LESSON}")
    assert make_docs.main([]) == 0
    assert len(built(folder)) == 2
