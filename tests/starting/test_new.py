"""A new source builds at once, and nothing that was there is touched."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import make_docs

SCRIPT = Path(make_docs.__file__)


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def new(*words: str) -> int:
    return make_docs.main(["new", *words])


def read(name: str) -> str:
    return Path("sources", name, f"{name}.yaml").read_text("utf-8")


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es"])
def test_it_builds_at_once_without_a_remark(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("first", "--lang", lang, "--minutes", "50", "--yes") == 0
    assert make_docs.main(["build"]) == 0
    assert capsys.readouterr().err == ""
    assert Path("build/first-handout.pdf").is_file()
    assert Path("build/first-slides.pptx").is_file()


@pytest.mark.parametrize(
    ("lang", "word"), [("en", "A first lesson"), ("de-AT", "Eine erste Stunde"), ("fr", "Une première leçon")]
)
def test_its_words_are_of_the_language(lang: str, word: str) -> None:
    new("first", "--lang", lang, "--yes")
    assert f"subtitle: {word}" in read("first")
    assert f"lang: {lang}" in read("first")


def test_what_is_said_stands_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        new("--title", "Wie Öl: entsteht", "--lang", "de", "--level", "Klasse 7", "--minutes", "1 h 30 min")
        == 0
    )
    text = read("wie-oel-entsteht")
    assert 'title: "Wie Öl: entsteht"' in text
    assert "educational_level: Klasse 7" in text
    assert "time_required: 90 min" in text
    assert "minutes: 40" in text
    assert "minutes: 50" in text
    told = capsys.readouterr().out
    assert "sources/wie-oel-entsteht/wie-oel-entsteht.yaml  written" in told
    assert "sources/diptych.schema.json  written" in told


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Größe", "groesse"),
        ("Строение атома", "stroenie-atoma"),
        ("Don't panic!", "dont-panic"),
        ("日本", "lesson"),
    ],
)
def test_a_name_is_made_from_the_title(title: str, name: str) -> None:
    assert new("--title", title, "--yes") == 0
    assert Path("sources", name, f"{name}.yaml").is_file()


def test_a_source_that_is_there_is_not_touched(capsys: pytest.CaptureFixture[str]) -> None:
    new("first", "--yes")
    Path("sources/first/first.yaml").write_text("mine\n", "utf-8")
    assert new("first", "--yes") == 2
    assert read("first") == "mine\n"
    assert "choose another name" in capsys.readouterr().err


def test_what_is_built_is_ignored_by_git_unless_somebody_decided_otherwise() -> None:
    new("first", "--yes")
    assert Path(".gitignore").read_text("utf-8") == "/build/\n"
    Path(".gitignore").write_text("mine\n", "utf-8")
    new("second", "--yes")
    assert Path(".gitignore").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["../x"], "use letters, digits and hyphens"),
        (["x", "--lang", "xx_yy"], "write one such as en"),
        (["x", "--minutes", "soon"], "write 45 or 1 h 30 min"),
        (["x", "--minutes", "2"], "write 5 to 1440"),
    ],
)
def test_what_will_not_do_is_told(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status: object = new(*words)
    except SystemExit as error:
        status = error.code
    assert status == 2
    assert told in capsys.readouterr().err
    assert not Path("sources").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in Python")
def test_on_a_terminal_four_questions_are_asked() -> None:
    told = conversation(["Ants at work", "", "Year 5", "forty", "40"])
    assert told.count("]: ") == 5
    assert "Title [A lesson]: " in told
    assert "`forty` is no length of time; write 45 or 1 h 30 min" in told
    text = read("ants-at-work")
    assert "title: Ants at work" in text
    assert "lang: en" in text
    assert "educational_level: Year 5" in text
    assert "time_required: 40 min" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in Python")
def test_who_breaks_off_leaves_nothing_behind() -> None:
    assert "stopped" in conversation(["Ants at work", None])
    assert not Path("sources").exists()


def conversation(lines: list[str | None]) -> str:
    """What stands on a terminal on which these lines are typed; None breaks off."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(SCRIPT), "new"]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        told = ""
        for line in lines:
            while not told.endswith("]: "):
                told += os.read(ours, 1000).decode()
            if line is None:
                process.send_signal(signal.SIGINT)
            else:
                os.write(ours, f"{line}\n".encode())
            told += "\n"
        while True:
            try:
                more = os.read(ours, 1000).decode()
            except OSError:  # the terminal is closed
                break
            if not more:
                break
            told += more
    os.close(ours)
    return told
