"""`doctor` says what is well and how to mend what is not."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import make_docs
from diptych.layout.load import shipped_layouts


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = make_docs.main(["doctor", *words])
    return status, capsys.readouterr().out


def test_a_machine_that_has_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = told(capsys)
    assert status == 0
    assert "FAIL" not in out
    subjects = ("Python", "packages", "WeasyPrint", "Pango", "HarfBuzz", "layout classic", "room", "terminal")
    assert [subject for subject in subjects if f"ok    {subject}: " not in out] == []


def test_an_empty_folder_is_told_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert "note  sources: " in told(capsys)[1]
    assert "make_docs.py new my-lesson" in told(capsys)[1]


def test_a_file_in_the_way_of_the_output_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "build").mkdir(mode=0o555)
    status, out = told(capsys, "-o", "/proc/none/build")
    assert status == 1
    assert "FAIL  output folder: " in out
    assert "choose another with -o FOLDER" in out


def test_a_broken_font_of_a_layout_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "layouts" / "mine"
    shutil.copytree(shipped_layouts() / "classic", mine)
    (mine / "fonts" / "Gelasio-Bold.ttf").write_bytes(b"no font")
    status, out = told(capsys)
    assert status == 1
    assert "FAIL  layout mine: Gelasio-Bold.ttf" in out


def test_a_layout_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "layouts" / "mine").mkdir(parents=True)
    (tmp_path / "layouts" / "mine" / "theme.yaml").write_text("extends: nothing\n", "utf-8")
    status, out = told(capsys)
    assert status == 1
    assert "FAIL  layout mine: there is no layout `nothing`" in out


def test_a_missing_package_is_told_with_what_to_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    status, out = told(capsys)
    assert status == 1
    assert "FAIL  packages: missing: segno\n      pip install segno" in out


def test_every_package_that_is_asked_for_is_looked_at() -> None:
    from diptych.doctor.libraries import PACKAGES

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {Requirement(one).name for one in project["dependencies"]}
    assert len(asked) > 10
    assert asked == {*PACKAGES, "weasyprint"}
