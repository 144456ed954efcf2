"""The account of what was built: manifest.json and SHA256SUMS."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

import make_docs
from diptych.build.checksums import checksums_data, read_checksums
from diptych.build.manifest import Manifest, read_manifest
from tests.build.lessons import LESSON, files_in, listed, sound, write_lesson

PNG = Path(__file__).parents[2] / "tests" / "cases"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def told(folder: Path, number: int = 0) -> dict[str, Any]:
    """What the manifest tells of one build, with what it shares with others in place of its keys."""
    content = json.loads((folder / "build" / "manifest.json").read_text("utf-8"))
    assert content["format"] == 1
    build, common = dict(content["builds"][number]), content["common"]
    shared = {kind: common[key] for kind, key in build["inputs"].items() if kind != "source"}
    return build | {"inputs": build["inputs"] | shared, "versions": common[build["versions"]]}


def build(*words: str) -> None:
    assert make_docs.main(["--only", "deck", "-q", *words]) == 0


def test_the_manifest_tells_what_was_made_of_what_and_how(folder: Path) -> None:
    source = write_lesson(folder)
    assert make_docs.main(["-q", "--questions", "gift", "--paper", "letter"]) == 0
    one = told(folder)
    assert (one["source"], one["path"]) == ("tides", "sources/tides/tides.yaml")
    assert one["inputs"]["source"] == {"tides.yaml": hashlib.sha256(source.read_bytes()).hexdigest()}
    assert {"classic/theme.yaml", "classic/labels/en.yaml", "classic/handout/handout.html"} < set(
        one["inputs"]["layout"]
    )
    assert any(name.endswith(".ttf") for name in one["inputs"]["layout"])
    assert not any("/de.yaml" in name for name in one["inputs"]["layout"])
    assert {"diptych", "python", "weasyprint", "python-pptx", "pikepdf", "pango"} < set(one["versions"])
    outputs = one["outputs"]
    assert outputs["tides-handout-letter.pdf"]["options"]["paper"] == "letter"
    assert outputs["tides-handout-letter.pdf"]["pages"] == 1
    assert outputs["tides-slides.pptx"]["slides"] == len(
        Presentation(str(folder / "build" / "tides-slides.pptx")).slides
    )
    assert outputs["tides-questions.gift.txt"]["questions"] == 1
    for name, output in outputs.items():
        data = (folder / "build" / name).read_bytes()
        assert (output["bytes"], output["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_pictures_templates_and_layouts_of_ones_own_are_told(folder: Path) -> None:
    source = write_lesson(folder, f"layout: ours\n{LESSON}      - figure: moon.svg\n        alt: The moon.\n")
    moon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0H40V30Z"/></svg>'
    (source.parent / "moon.svg").write_text(moon)
    theme = folder / "layouts" / "ours" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: Ours\nextends: classic\n")
    Presentation().save(str(folder / "school.pptx"))
    build("--template", "school.pptx")
    one = told(folder)
    assert one["inputs"]["source"]["moon.svg"] == hashlib.sha256(moon.encode()).hexdigest()
    assert {"ours/theme.yaml", "classic/theme.yaml"} < set(one["inputs"]["layout"])
    assert set(one["inputs"]["template"]) == {"school.pptx"}
    assert one["design"] == {"layout": "ours", "template": "school.pptx"}


def test_the_checksums_are_those_that_sha256sum_checks(folder: Path) -> None:
    write_lesson(folder)
    write_lesson(folder, name="ebb and flow")
    build()
    assert set(listed(folder / "build")) == {"ebb and flow-slides.pptx", "manifest.json", "tides-slides.pptx"}
    assert sound(folder / "build")
    if shutil.which("sha256sum"):
        words = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
        subprocess.run(words, cwd=folder / "build", check=True, capture_output=True)


def test_names_with_odd_characters_are_written_as_sha256sum_reads_them() -> None:
    names = {
        "plain.pdf": "a" * 64,
        "back\\slash.pdf": "b" * 64,
        "two\nlines.pdf": "c" * 64,
        "ä.pdf": "d" * 64,
    }
    data = checksums_data(names)
    assert b"\\" + b"b" * 64 + b"  back\\\\slash.pdf\n" in data
    assert read_checksums(data) == names


def test_no_clock_no_user_and_no_folder_stands_in_the_manifest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lesson(folder)
    build()
    text = (folder / "build" / "manifest.json").read_text("utf-8")
    assert str(folder) not in text
    assert Path.home().name not in json.loads(text)["builds"][0]["path"]
    assert "created" not in told(folder)
    monkeypatch.chdir("/")
    assert make_docs.main(["--only", "deck", "-q", str(folder / "sources"), "-o", str(folder / "other")]) == 0
    assert str(folder.parent) not in (folder / "other" / "manifest.json").read_text(
        "utf-8"
    ) or folder == Path("/")


def test_the_moment_that_the_user_sets_is_told_in_the_manifest_and_the_deck(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lesson(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build()
    assert told(folder)["created"] == "2023-11-14T22:13:20Z"
    properties = Presentation(str(folder / "build" / "tides-slides.pptx")).core_properties
    assert properties.created is not None
    assert properties.created.year == 2023


@pytest.mark.parametrize("moment", ["yesterday", "1" * 30, "12.5"])
def test_a_moment_that_is_none_is_wrong_usage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], moment: str
) -> None:
    write_lesson(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", moment)
    assert make_docs.main([]) == 2
    assert capsys.readouterr().err.startswith(f"error: SOURCE_DATE_EPOCH is `{moment}`")


def test_sources_built_one_by_one_and_all_at_once_give_the_same_folder(folder: Path) -> None:
    write_lesson(folder)
    write_lesson(folder, LESSON.replace("Tides", "Moons"), "moons")
    build("-o", "at-once")
    for name in ("tides", "moons", "tides"):
        build("-o", "one-by-one", f"sources/{name}")
    assert files_in(folder / "one-by-one") == files_in(folder / "at-once")
    assert len(files_in(folder / "at-once")) == 4


def test_what_was_made_with_other_options_keeps_its_own_account(folder: Path) -> None:
    write_lesson(folder)
    build("--scheme", "dark")
    assert make_docs.main(["-q", "--only", "handout"]) == 0
    builds = [told(folder, number) for number in range(2)]
    assert {name: one["design"].get("scheme") for one in builds for name in one["outputs"]} == {
        "tides-handout.pdf": None,
        "tides-slides.pptx": "dark",
    }
    assert set(listed(folder / "build")) == {"manifest.json", "tides-handout.pdf", "tides-slides.pptx"}


def test_an_output_that_is_no_longer_asked_for_is_told_and_stays(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, f"outputs: [{{work: questions, name: quiz}}]\n{LESSON}")
    assert make_docs.main(["-q"]) == 0
    write_lesson(folder)
    capsys.readouterr()
    assert make_docs.main([]) == 0
    left = Path("build/tides-quiz.gift.txt")
    note = f"note: {left} is of an earlier build and was not made again"
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith(note)]
    assert left.is_file()
    assert left.name in listed(folder / "build")
    left.unlink()
    assert make_docs.main([]) == 0
    assert capsys.readouterr().err == ""
    assert left.name not in listed(folder / "build")
    assert sound(folder / "build")


def test_a_file_that_is_gone_is_struck_from_the_account_by_any_build(folder: Path) -> None:
    write_lesson(folder)
    write_lesson(folder, name="moons")
    build()
    (folder / "build" / "moons-slides.pptx").unlink()
    build("sources/tides")
    assert set(listed(folder / "build")) == {"manifest.json", "tides-slides.pptx"}


def test_a_manifest_is_read_as_it_was_written(folder: Path) -> None:
    write_lesson(folder)
    build("--scheme", "dark")
    path = folder / "build" / "manifest.json"
    manifest = read_manifest(path)
    assert manifest != Manifest()
    assert manifest.data() == path.read_bytes()


def test_what_many_builds_share_stands_in_the_manifest_once(folder: Path) -> None:
    for name in ("tides", "winds", "rains"):
        write_lesson(folder, name=name)
    build("-j", "1")
    text = (folder / "build" / "manifest.json").read_text("utf-8")
    assert [text.count(word) for word in ("classic/theme.yaml", '"weasyprint"', '"sources/')] == [1, 1, 3]
    assert len({told(folder, number)["versions"]["weasyprint"] for number in range(3)}) == 1
