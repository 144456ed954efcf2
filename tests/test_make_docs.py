"""The command line, as a user types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

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


def built(folder: Path, output: str = "build") -> list[str]:
    """The works in a folder of finished files, without the account of them."""
    names = {path.name for path in (folder / output).glob("*")} - {".diptych"}
    assert not names or names >= {"manifest.json", "SHA256SUMS"}
    return sorted(names - {"manifest.json", "SHA256SUMS"})


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
    assert built(folder, "out/here") == [name]


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


def write_template(folder: Path, name: str = "school.pptx") -> Path:
    """A template of another house: 4:3, with slide layouts of its own names."""
    path = folder / name
    Presentation().save(str(path))
    return path


def shape_of(deck: Path) -> tuple[int, int]:
    """Width and height of the slides, in EMU."""
    presentation = Presentation(str(deck))
    return int(presentation.slide_width or 0), int(presentation.slide_height or 0)


def test_a_deck_is_built_in_the_template_that_the_command_line_names(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    write_lesson(folder, name="moons")
    template = write_template(folder)
    assert make_docs.main(["--only", "deck", "--template", str(template)]) == 0
    deck = Presentation(str(folder / "build" / "tides-slides.pptx"))
    assert "Title and Content" in [slide.slide_layout.name for slide in deck.slides]
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("note: ")]
    assert told
    assert len(told) == len(set(told)), "each remark on a template is told once, however many decks it serves"


def test_an_author_may_name_the_template_that_lies_beside_the_source(folder: Path) -> None:
    write_lesson(folder, f"deck: {{template: school.pptx}}\n{LESSON}")
    write_template(folder / "sources" / "tides")
    assert make_docs.main(["--only", "deck", "-q"]) == 0
    assert shape_of(folder / "build" / "tides-slides.pptx") == (9144000, 6858000)


def test_a_template_keeps_its_own_shape_and_colours_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    template = write_template(folder)
    words = ["--only", "deck", "--template", str(template), "--aspect", "16:9", "--scheme", "dark"]
    assert make_docs.main(words) == 0
    assert shape_of(folder / "build" / "tides-slides.pptx") == (9144000, 6858000)
    err = capsys.readouterr().err
    assert "note: The slides have the shape of school.pptx" in err
    assert "note: The colours are those of school.pptx" in err


@pytest.mark.parametrize(("aspect", "width"), [("16:9", 12192000), ("4:3", 9144000)])
def test_the_command_line_chooses_the_shape_of_slides(folder: Path, aspect: str, width: int) -> None:
    write_lesson(folder)
    assert make_docs.main(["--only", "deck", "-q", "--aspect", aspect]) == 0
    assert shape_of(folder / "build" / "tides-slides.pptx") == (width, 6858000)


def test_a_dark_deck_is_not_the_light_one(folder: Path) -> None:
    write_lesson(folder)
    decks = []
    for scheme in ("light", "dark"):
        assert make_docs.main(["--only", "deck", "-q", "--scheme", scheme]) == 0
        decks.append((folder / "build" / "tides-slides.pptx").read_bytes())
    assert decks[0] != decks[1]


@pytest.mark.parametrize("content", [None, b"", b"This is a letter."])
def test_a_template_that_cannot_be_used_is_wrong_usage(
    folder: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    if content is not None:
        (folder / "letter.pptx").write_bytes(content)
    for words in (["--template", "letter.pptx"], ["layouts", "--template", "letter.pptx"]):
        assert make_docs.main(words) == 2
        err = capsys.readouterr().err
        assert err.startswith("error: ")
        assert "letter.pptx" in err
    assert built(folder) == []


@pytest.mark.parametrize(("file", "told"), [("../school.pptx", "outside"), ("school.pptx", "there is no")])
def test_an_authors_template_that_cannot_be_used_is_told_with_its_line(
    folder: Path, file: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, f"{LESSON}deck:\n  template: {file}\n")
    assert make_docs.main(["--only", "deck"]) == 1
    err = capsys.readouterr().err
    assert "tides.yaml:6:" in err or "tides.yaml:7:" in err
    assert told in err


def test_the_slide_layouts_of_a_template_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make_docs.main(["layouts", "--template", str(write_template(folder))]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "Title and Content" in out
    assert make_docs.main(["layouts"]) == 0
    assert "references" in capsys.readouterr().out


BOTH_TELL = f"deck: {{handout_pages: true}}\nhandout: {{slide_numbers: true}}\n{LESSON}"


def footers(deck: Path) -> list[str]:
    found = [shape for slide in Presentation(str(deck)).slides for shape in slide.placeholders]
    return [one.text_frame.text for one in found if "FOOTER" in str(one.placeholder_format.type)]


def pages(file: Path) -> list[str]:
    """The text of every page, its blanks all of one kind."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(file).pages]


def test_the_two_works_tell_of_each_other_where_the_author_asks_for_it(folder: Path) -> None:
    write_lesson(folder, BOTH_TELL)
    assert make_docs.main(["-q"]) == 0
    assert "The moon · Handout p.\u00a01" in footers(folder / "build" / "tides-slides.pptx")
    assert "Slides 3–4" in pages(folder / "build" / "tides-handout.pdf")[0]


def test_what_is_told_of_the_other_work_needs_no_file_of_it(folder: Path) -> None:
    write_lesson(folder, BOTH_TELL)
    both, alone = folder / "both", folder / "alone"
    assert make_docs.main(["-q", "-o", str(both)]) == 0
    for panel, name in (("handout", "tides-handout.pdf"), ("deck", "tides-slides.pptx")):
        assert make_docs.main(["-q", "--only", panel, "-o", str(alone / panel)]) == 0
        assert built(alone, panel) == [name]
        assert (alone / panel / name).read_bytes() == (both / name).read_bytes()


def test_neither_work_tells_of_the_other_unasked(folder: Path) -> None:
    write_lesson(folder)
    assert make_docs.main(["-q"]) == 0
    assert not any("Handout" in footer for footer in footers(folder / "build" / "tides-slides.pptx"))
    assert not any("Slide" in page for page in pages(folder / "build" / "tides-handout.pdf"))


@pytest.mark.parametrize("form", ["notes", "three", "six"])
def test_the_slides_are_printed_too_where_asked(folder: Path, form: str) -> None:
    write_lesson(folder)
    assert make_docs.main(["-q", "--only", "deck", "--printed-deck", form, "--ink", "grey"]) == 0
    assert built(folder) == [f"tides-slides-{form}-grey.pdf", "tides-slides.pptx"]
    assert any(
        "The sea follows." in page for page in pages(folder / "build" / f"tides-slides-{form}-grey.pdf")
    )


def test_questions_are_written_for_moodle_where_asked_for(tmp_path: Path) -> None:
    source = tmp_path / "quiz.yaml"
    source.write_text("title: T\nsections: [{title: S, content: [{question: Why?, answer: So}]}]", "utf-8")
    assert make_docs.main([str(source), "--only", "handout", "--questions", "gift", "-o", str(tmp_path)]) == 0
    assert "::Question 1::" in (tmp_path / "quiz-questions.gift.txt").read_text("utf-8")


def test_a_lesson_without_questions_has_no_file_of_them(tmp_path: Path) -> None:
    source = tmp_path / "plain.yaml"
    source.write_text("title: T\nsections: [{title: S, content: [{text: Words.}]}]", "utf-8")
    assert make_docs.main([str(source), "--only", "handout", "--questions", "gift", "-o", str(tmp_path)]) == 0
    assert not (tmp_path / "plain-questions.gift.txt").exists()


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_the_report_says_where_each_text_stands(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder)
    assert make_docs.main(["report", "--format", form]) == 0
    told = capsys.readouterr().out
    assert "The sea follows." in told
    assert "sections[0].title" in told
    assert not (folder / "build").exists()
