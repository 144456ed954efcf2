"""The package as it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built anew by the build backend."""
    folder = tmp_path_factory.mktemp("wheel")
    code = f"import hatchling.build as b; print(b.build_wheel({str(folder)!r}))"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_program_and_the_shipped_layouts(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    layout_files = [path for path in (ROOT / "layouts").rglob("*") if path.is_file()]
    assert len(layout_files) > 20
    for path in layout_files:
        assert f"diptych/{path.relative_to(ROOT).as_posix()}" in names
    assert "make_docs.py" in names
    assert "diptych/material/reader.py" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"make_docs.py", "diptych"}


def test_the_wheel_builds_a_new_source_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    """Unpacked alone on the path, outside the checkout, as an installer would lay it down."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    work = tmp_path / "work"
    work.mkdir()
    place = repr(str(site))
    start = f"import sys; sys.path.insert(0, {place}); import make_docs; "
    start += f"assert make_docs.__file__.startswith({place}); "
    for words in (["new", "tides"], ["-q"]):
        code = f"{start}sys.exit(make_docs.main({words!r}))"
        subprocess.run([sys.executable, "-I", "-c", code], cwd=work, check=True, capture_output=True)
    assert sorted(path.name for path in (work / "build").iterdir() if path.is_file()) == [
        "SHA256SUMS",
        "manifest.json",
        "tides-handout.pdf",
        "tides-slides.pptx",
    ]
