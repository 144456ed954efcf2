"""Nothing is built that is up to date, and what is not is built, whatever changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

import make_docs
from diptych.handout.edition import Edition
from diptych.layout.shipped import shipped_layouts
from diptych.pdf.typeset import PdfFile
from tests.build.lessons import LESSON, files_in, sound, write_lesson
from tests.build.records.rich import FONT, write_rich

ROOT = Path(__file__).parents[3]
# What a build needs and a look does not.
HEAVY = ("weasyprint", "pptx", "jinja2", "lxml", "PIL", "fontTools", "pypdfium2", "pikepdf", "yaml", "babel")
LOOK = f"""
import sys, make_docs
code = make_docs.main(sys.argv[1:])
print(code, sorted(set(sys.modules) & set({HEAVY!r})))
"""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rich lesson, built."""
    folder = tmp_path_factory.mktemp("finished")
    write_rich(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        assert make_docs.main(["-q"]) == 0
    assert len(files_in(folder / "build")) == 4
    return folder


@pytest.fixture
def folder(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it elsewhere, all dates others: that is still up to date."""
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True, copy_function=shutil.copyfile)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a lesson that is not built yet."""
    write_lesson(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


Capture = pytest.CaptureFixture[str]


def told(capsys: Capture, *words: str, code: int = 0) -> str:
    """What is told of a build that ends with the code."""
    capsys.readouterr()
    found = make_docs.main(list(words))
    heard = capsys.readouterr()
    assert found == code, heard
    return heard.out + heard.err


def is_up_to_date(capsys: Capture, *words: str) -> bool:
    """Whether a build says that there is nothing to do; else it says what it has built."""
    heard = told(capsys, *words)
    assert (" up to date (" in heard) != (" kB, " in heard), heard
    return " up to date (" in heard


# --- What it takes


def look(folder: Path, *words: str) -> list[str]:
    """What a fresh process tells that builds there."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-c", LOOK, *words]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    return [*done.stderr.splitlines(), *done.stdout.splitlines()]


def test_a_look_imports_no_library(folder: Path) -> None:
    lines = look(folder)
    assert "sources/tides/tides.yaml: up to date (2 pages, 8 slides)" in lines
    assert lines[-1] == "0 []"


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_a_look_imports_no_library_to_tell_it_to_a_program(folder: Path, form: str) -> None:
    assert look(folder, "--format", form)[-1].endswith("0 []")


def test_a_look_writes_nothing(folder: Path, capsys: Capture) -> None:
    assert is_up_to_date(capsys)
    before = {path: path.stat() for path in folder.rglob("*")}
    assert is_up_to_date(capsys)
    assert {path: path.stat().st_mtime_ns for path in before} == {
        path: one.st_mtime_ns for path, one in before.items()
    }


# --- What does not count


def test_dates_do_not_count(folder: Path, capsys: Capture) -> None:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    assert len(paths) > 10
    for path in paths:
        os.utime(path, (0, 0))
    assert is_up_to_date(capsys)


def _beside(folder: Path) -> None:
    (folder / "sources" / "tides" / "notes.txt").write_text("other")
    (folder / "sources" / "tides" / "unused.svg").write_text("<svg/>")


def _passing(folder: Path) -> None:
    for name in ("handout.html~", ".handout.html.swp"):
        (folder / "layouts" / "ours" / "handout" / name).write_text("passing")


def _another_layout(folder: Path) -> None:
    (folder / "layouts" / "theirs").mkdir()
    (folder / "layouts" / "theirs" / "theme.yaml").write_text("name: Theirs\nextends: classic\n")


@pytest.mark.parametrize("change", [_beside, _passing, _another_layout])
def test_what_is_not_used_does_not_count(
    folder: Path, capsys: Capture, change: Callable[[Path], None]
) -> None:
    change(folder)
    assert is_up_to_date(capsys)


@pytest.mark.parametrize("words", [["-v"], ["-j", "2"], ["--format", "text"], ["sources/tides"]])
def test_how_it_is_said_and_by_how_many_does_not_count(
    folder: Path, capsys: Capture, words: list[str]
) -> None:
    assert is_up_to_date(capsys, *words)


# --- What counts


def _append(path: str, text: str = "\n") -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def _write(path: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")

    return change


def _remove(path: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).unlink()


def _another_font(folder: Path) -> None:
    shutil.copy(FONT, folder / "sources" / "tides" / "other.ttf")


def _same_size_and_date(folder: Path) -> None:
    path = folder / "sources" / "tides" / "tides.yaml"
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("It pulls", "It tugs!"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


def _a_font_of_the_same_size_and_date(folder: Path) -> None:
    path = folder / "sources" / "tides" / "school.ttf"
    before, data = path.stat(), bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "the source": _append("sources/tides/tides.yaml", "# \n"),
    "the source, of the same size and date": _same_size_and_date,
    "a picture": _append("sources/tides/moon.svg"),
    "the data of a chart": _append("sources/tides/tides.csv", "18,4\n"),
    "the template": lambda folder: shutil.copy(
        folder / "build" / "tides-slides.pptx", folder / "sources" / "tides" / "school.pptx"
    ),
    "a font beside the template": _another_font,
    "a byte of a font beside the template": _a_font_of_the_same_size_and_date,
    "no font beside the template": _remove("sources/tides/school.ttf"),
    "labels beside the source": _append("sources/tides/labels/en.yaml", "day: Today\n"),
    "more labels beside the source": _write("sources/tides/labels/en-GB.yaml", "day: Today\n"),
    "no labels beside the source": _remove("sources/tides/labels/en.yaml"),
    "the layout": _append("layouts/ours/theme.yaml"),
    "a style of the layout": _append("layouts/ours/handout/custom.css"),
    "a style that the layout did not have": _write("layouts/ours/handout/blocks/new.css", "p {}\n"),
    "a style that the layout has no longer": _remove("layouts/ours/handout/custom.css"),
    "a layout in front of one that is shipped": _write(
        "layouts/classic/theme.yaml", "name: Front\nextends: classic\n"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_it_is_made_from_counts(folder: Path, capsys: Capture, change: Callable[[Path], None]) -> None:
    change(folder)
    assert not is_up_to_date(capsys)
    assert is_up_to_date(capsys)
    assert sound(folder / "build")


@pytest.mark.parametrize(
    "words",
    [
        ["--aspect", "4:3"],
        ["--only", "handout"],
        ["--strict"],
        ["--paper", "letter"],
        ["--layout", "classic"],
    ],
)
def test_what_is_asked_for_counts(folder: Path, capsys: Capture, words: list[str]) -> None:
    assert not is_up_to_date(capsys, *words)
    assert is_up_to_date(capsys, *words)


def test_the_moment_that_a_user_sets_counts(
    plain: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_up_to_date(capsys)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert not is_up_to_date(capsys)
    assert is_up_to_date(capsys)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "no moment")
    assert "SOURCE_DATE_EPOCH" in told(capsys, code=2)


def test_another_version_of_a_library_counts(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "libraries" / "segno-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(folder / "libraries")
    heard = told(capsys, "-v")
    assert "segno " in heard
    assert " then, 99.0 now" in heard
    assert is_up_to_date(capsys)


def test_what_libraries_that_shape_text_are_told_counts(
    plain: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not is_up_to_date(capsys)
    monkeypatch.setenv("HB_SHAPER_LIST", "fallback")
    assert "tides: the variable HB_SHAPER_LIST has changed" in told(capsys, "-v")
    assert is_up_to_date(capsys)


def test_one_byte_of_our_own_code_counts(plain: Path) -> None:
    shutil.copytree(ROOT / "src", plain / "ours" / "src")
    shutil.copy(ROOT / "make_docs.py", plain / "ours")
    (plain / "ours" / "layouts").symlink_to(shipped_layouts())

    def heard() -> str:
        command = [sys.executable, str(plain / "ours" / "make_docs.py"), "-v", "--only", "deck"]
        environment = {**os.environ, "PYTHONPATH": str(plain / "ours" / "src")}
        done = subprocess.run(command, cwd=plain, env=environment, capture_output=True, text=True, check=True)
        return done.stdout + done.stderr

    assert "up to date" not in heard()
    assert "up to date" in heard()
    code = plain / "ours" / "src" / "diptych" / "deck" / "plan" / "deck.py"
    before = code.stat()
    code.write_text(code.read_text("utf-8").replace("planned", "plonned", 1), "utf-8")
    os.utime(code, ns=(before.st_atime_ns, before.st_mtime_ns))
    code.write_text(code.read_text("utf-8").replace("plonned", "planned", 1) + "#", "utf-8")
    assert "tides: Diptych itself has changed" in heard()
    assert "up to date" in heard()


def test_what_is_saved_while_it_is_built_counts(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diptych.handout.press import Press

    real, style = Press.print, folder / "layouts" / "ours" / "handout" / "custom.css"

    def printing(press: Press, edition: Edition) -> PdfFile:
        made = real(press, edition)
        style.write_text("h1 { color: #654321 }\n", "utf-8")
        return made

    with monkeypatch.context() as patch:
        patch.setattr(Press, "print", printing)
        assert not is_up_to_date(capsys, "--force", "-j", "1")
    assert not is_up_to_date(capsys)
    assert is_up_to_date(capsys)


# --- What was built


@pytest.mark.parametrize("name", ["tides-handout.pdf", "tides-slides.pptx", "manifest.json", "SHA256SUMS"])
@pytest.mark.parametrize("way", ["gone", "edited", "empty"])
def test_a_file_that_is_not_as_it_was_built_is_built_again(
    folder: Path, capsys: Capture, name: str, way: str
) -> None:
    before = files_in(folder / "build")
    path = folder / "build" / name
    if way == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes().replace(b"0", b"1") if way == "edited" else b"")
    assert not is_up_to_date(capsys)
    assert {name: files_in(folder / "build")[name] for name in before} == before
    assert is_up_to_date(capsys)


def test_an_account_that_tells_of_files_that_are_gone_is_set_right(plain: Path, capsys: Capture) -> None:
    write_lesson(plain, name="moons")
    assert not is_up_to_date(capsys, "--only", "deck")
    (plain / "build" / "tides-slides.pptx").unlink()
    shutil.rmtree(plain / "sources" / "tides")
    assert not sound_or_gone(plain / "build")
    assert not is_up_to_date(capsys, "--only", "deck")
    assert sound(plain / "build")
    assert is_up_to_date(capsys, "--only", "deck")


def sound_or_gone(folder: Path) -> bool:
    try:
        return sound(folder)
    except FileNotFoundError:
        return False


def _instead(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-20]),
    "one letter": lambda path: path.write_bytes(
        path.read_bytes().replace(b"pdf", b"pdg").replace(b"tt", b"tu")
    ),
    "garbage": lambda path: path.write_bytes(bytes(range(256))),
    "empty": lambda path: path.write_bytes(b""),
    "JSON of another kind": lambda path: path.write_text('{"a": [1, 2, 3]}'),
    "deep": lambda path: path.write_text("[" * 200_000),
    "huge": lambda path: path.write_bytes(b"0" * 40_000_000),
    "a folder": lambda path: _instead(path, Path.mkdir),
    "a pipe": lambda path: _instead(path, lambda place: os.mkfifo(place)),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no pipes of that kind")
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_noticed(folder: Path, capsys: Capture, damage: Callable[[Path], object]) -> None:
    before = files_in(folder / "build")
    damage(folder / "build" / ".diptych" / "tides.record.json")
    heard = told(capsys)
    assert " kB, " in heard
    assert "Traceback" not in heard
    assert files_in(folder / "build") == before
    assert not list((folder / "build" / ".diptych").glob("*.part"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes no pipes of that kind")
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_digests_of_shared_files_cost_nothing_but_time(
    folder: Path, capsys: Capture, damage: Callable[[Path], object]
) -> None:
    assert is_up_to_date(capsys)
    damage(folder / "build" / ".diptych" / "files.json")
    assert is_up_to_date(capsys)
    assert not list((folder / "build" / ".diptych").glob("*.part"))


def test_a_file_where_the_records_should_be_costs_nothing_but_time(folder: Path, capsys: Capture) -> None:
    before = files_in(folder / "build")
    shutil.rmtree(folder / "build" / ".diptych")
    (folder / "build" / ".diptych").write_text("mine")
    assert not is_up_to_date(capsys)
    assert not is_up_to_date(capsys)
    assert files_in(folder / "build") == {**before, ".diptych": b"mine"}


@pytest.mark.skipif(sys.platform == "win32", reason="who may read what is told by POSIX")
def test_who_may_not_write_is_told_that_all_is_up_to_date(folder: Path, capsys: Capture) -> None:
    from tests.build import children

    open_to_all(folder)
    (folder / "build" / ".diptych" / "files.json").unlink(missing_ok=True)
    told_to = children.run(folder, [], nobody=True)
    assert told_to[0] == 0
    assert " up to date (" in told_to[1]


@pytest.mark.skipif(sys.platform == "win32", reason="who may read what is told by POSIX")
def test_a_record_that_may_not_be_read_is_as_good_as_none(tmp_path: Path) -> None:
    from tests.build import children

    write_lesson(tmp_path)
    assert children.run(tmp_path, ["--only", "deck"])[0] == 0
    open_to_all(tmp_path)
    for place in (tmp_path / "build", tmp_path / "build" / ".diptych"):
        place.chmod(0o777)
    (tmp_path / "build" / ".diptych" / "tides.record.json").chmod(0o000)
    (tmp_path / "told.txt").write_text("")
    code, heard = children.run(tmp_path, ["--only", "deck"], nobody=True)
    assert code == 0, heard
    assert " kB, " in heard
    assert " up to date (" in children.run(tmp_path, ["--only", "deck"], nobody=True)[1]


def open_to_all(folder: Path) -> None:
    """Let anybody look at a folder, and those that it is in."""
    for one in (folder, *folder.parents):
        if one.is_relative_to(tempfile.gettempdir()) and one.owner() == folder.owner():
            one.chmod(one.stat().st_mode | 0o055)
    for path in folder.rglob("*"):
        path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))


# --- What is told


def test_a_user_can_have_it_built_all_the_same(folder: Path, capsys: Capture) -> None:
    before = files_in(folder / "build")
    assert not is_up_to_date(capsys, "--force")
    assert files_in(folder / "build") == before
    assert is_up_to_date(capsys)


LONG = f"time_required: 5 min\n{LESSON}    minutes: 50\n"


def test_warnings_and_notes_are_told_again(plain: Path, capsys: Capture) -> None:
    write_lesson(plain, LONG)
    first = told(capsys, "--scheme", "dark").splitlines()
    again = told(capsys, "--scheme", "dark").splitlines()
    assert any("warning" in line for line in first)
    assert "up to date" in again[0] + again[-1]
    assert [line for line in first if " kB, " not in line] == [
        line for line in again if "up to date" not in line
    ]
    assert "warning" not in told(capsys, "--scheme", "dark", "-q")


def test_strictly_warnings_are_errors_before_and_after(plain: Path, capsys: Capture) -> None:
    write_lesson(plain, LONG)
    assert "error" in told(capsys, "--strict", code=1)
    assert "warning" in told(capsys)
    assert "error" in told(capsys, "--strict", code=1)
    assert is_up_to_date(capsys)


def test_a_source_with_an_error_is_read_each_time(plain: Path, capsys: Capture) -> None:
    assert not is_up_to_date(capsys)
    path = write_lesson(plain, LESSON.replace("points", "pionts"))
    first = told(capsys, code=1)
    assert "points" in first
    assert told(capsys, code=1) == first
    path.write_text(LESSON, "utf-8")
    assert is_up_to_date(capsys)


def test_programs_hear_of_the_files_that_are_up_to_date(plain: Path, capsys: Capture) -> None:
    first = told(capsys, "--format", "json")
    assert "tides-handout.pdf" in first
    assert told(capsys, "--format", "json") == first


def test_each_wish_has_its_own_record(plain: Path, capsys: Capture) -> None:
    wishes: list[list[str]] = [["--only", "deck"], [], ["--edition", "teacher"], ["--edition", "student"]]
    for words in wishes:
        assert not is_up_to_date(capsys, *words)
    for words in wishes:
        assert is_up_to_date(capsys, *words)
    assert {"tides-handout-teacher.pdf", "tides-slides-student.pptx"} < set(files_in(plain / "build"))
    assert sound(plain / "build")


def test_each_folder_of_finished_files_has_its_own_records(plain: Path, capsys: Capture) -> None:
    assert not is_up_to_date(capsys)
    assert not is_up_to_date(capsys, "-o", "elsewhere")
    assert is_up_to_date(capsys)
    assert is_up_to_date(capsys, "-o", "elsewhere")
    shutil.move("elsewhere", "moved")
    assert is_up_to_date(capsys, "-o", "moved")
    assert is_up_to_date(capsys, "-o", str(plain / "moved"))


def test_another_source_of_the_same_name_is_not_up_to_date(plain: Path, capsys: Capture) -> None:
    other = plain / "others" / "tides" / "tides.yaml"
    other.parent.mkdir(parents=True)
    other.write_text(LESSON.replace("Tides", "Ebb"), "utf-8")
    assert not is_up_to_date(capsys)
    assert not is_up_to_date(capsys, str(other))
    assert not is_up_to_date(capsys)
    assert is_up_to_date(capsys)


def test_what_is_up_to_date_is_told_beside_what_is_built(plain: Path, capsys: Capture) -> None:
    write_lesson(plain, name="moons")
    told(capsys)
    write_lesson(plain, LESSON.replace("Tides", "Ebb"))
    lines = told(capsys).splitlines()
    assert lines[0] == "sources/moons/moons.yaml: up to date (1 page, 6 slides)"
    assert [line.split()[0] for line in lines[1:]] == ["build/tides-handout.pdf", "build/tides-slides.pptx"]
