"""The same sources give the same bytes, whoever builds them, wherever and however."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import make_docs
from tests.build.lessons import LESSON, files_in, write_lesson

ROOT = Path(__file__).parents[2]
BUILD = "import make_docs, os, sys; os.umask({umask}); sys.exit(make_docs.main(['-q', *sys.argv[1:]]))"


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one lesson and its handout and deck, built in this process."""
    folder = tmp_path_factory.mktemp("finished")
    write_lesson(folder)
    build_in(folder)
    return folder


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source that uses all that there is, and one of which all kinds of files are built."""
    folder = tmp_path_factory.mktemp("everything")
    shutil.copytree(ROOT / "tests" / "cases" / "everything", folder / "sources" / "everything")
    write_lesson(folder, LESSON.replace("Tides", "Moons") + OUTPUTS, "moons")
    build_in(folder)
    return folder


OUTPUTS = """outputs:
  - {work: handout, edition: teacher}
  - {work: handout, archive: true}
  - {work: handout, fillable: true}
  - {work: deck, edition: student}
  - {work: printed-deck}
  - {work: questions}
  - {work: questions, form: qti}
"""


def build_in(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        assert make_docs.main(["-q"]) == 0


def elsewhere(finished: Path, folder: Path, umask: int, *words: str, **environment: str) -> Path:
    """The output of a new process on a copy of the sources in another folder."""
    shutil.copytree(finished / "sources", folder / "sources")
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    home = {"HOME": str(folder), "PYTHONPATH": paths, **environment}
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    code = [sys.executable, *words, "-c", BUILD.format(umask=umask)]
    subprocess.run(code, cwd=folder, env={**kept, **home}, check=True)
    return folder / "build"


SURROUNDINGS = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "1922"}


def test_another_folder_home_umask_zone_locale_hash_seed_and_optimisation_change_no_byte(
    finished: Path, tmp_path: Path
) -> None:
    made = elsewhere(finished, tmp_path, 0o077, "-O", **SURROUNDINGS)
    assert len(files_in(made)) == 4
    assert files_in(made) == files_in(finished / "build")
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in made.rglob("*") if path.is_file()} == {0o600}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["de_DE.UTF-8", "tr_TR.UTF-8"])
def test_the_users_language_changes_no_byte_of_any_kind_of_file(
    everything: Path, tmp_path: Path, language: str
) -> None:
    surroundings = {**SURROUNDINGS, "LC_ALL": language, "LANG": language}
    made = elsewhere(everything, tmp_path, 0o022, **surroundings)
    assert len(files_in(made)) == 13
    assert files_in(made) == files_in(everything / "build")


@pytest.mark.slow
def test_one_work_after_the_other_gives_the_bytes_of_all_in_one_run(
    everything: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(everything)
    for name in ("moons", "everything"):
        for panel in ("deck", "handout"):
            assert make_docs.main(["-q", "--only", panel, "-o", str(tmp_path), f"sources/{name}"]) == 0
    assert files_in(tmp_path) == files_in(everything / "build")
