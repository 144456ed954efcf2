"""Every example of the documentation is built."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import make_docs

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "moon-phases"
BEFORE = "title: A lesson\nlang: en-GB\n"
# Keys alone are no lesson.
SECTION = "sections:\n  - title: A part\n    content:\n      - text: Some words.\n"
# They need a file that only a reader has.
OF_READERS = ("school.potx", "library.json", "university.potx")


def examples() -> list[tuple[str, str]]:
    found = []
    for page in sorted(DOCS.glob("*.md")):
        heading = page.stem
        for line, yaml in re.findall(
            r"^(#+ [^\n]+)$|^```yaml\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S
        ):
            heading = line or heading
            if yaml and page.stem in {"tutorial", "cookbook"}:
                found.append((f"{page.stem}: {heading.lstrip('# ')}", yaml))
    return found


def whole(yaml: str) -> str:
    """The example as a source of its own."""
    text = "\n".join(line[6:] if yaml.startswith("      ") else line for line in yaml.split("\n"))
    if text.startswith("- "):
        inside = "\n".join(f"      {line}" if line else "" for line in text.split("\n"))
        return f"{BEFORE}sections:\n  - title: A part\n    content:\n{inside}"
    before = "" if text.startswith("title:") else BEFORE
    return before + text + ("" if "sections:" in text else SECTION)


EXAMPLES = examples()


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 30


@pytest.mark.slow
@pytest.mark.parametrize("yaml", [text for _, text in EXAMPLES], ids=[name for name, _ in EXAMPLES])
def test_every_example_is_built_without_a_remark(
    yaml: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if any(file in yaml for file in OF_READERS):
        pytest.skip("it names a file that only its reader has")
    shutil.copytree(EXAMPLE / "pictures", tmp_path / "pictures")
    source = tmp_path / "lesson.yaml"
    source.write_text(whole(yaml), "utf-8")
    status = make_docs.main(["build", str(source), "-o", str(tmp_path / "build")])
    assert (status, capsys.readouterr().err) == (0, "")


def test_the_lesson_of_the_tutorial_is_built_without_a_remark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make_docs.main(["build", str(EXAMPLE), "-o", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_the_tutorial_shows_its_lesson_word_for_word() -> None:
    lesson = " ".join((EXAMPLE / "moon-phases.yaml").read_text("utf-8").split())
    shown = [yaml for name, yaml in EXAMPLES if name.startswith("tutorial")]
    assert len(shown) >= 5
    lines = [line.strip() for yaml in shown for line in yaml.split("\n") if line.strip()]
    assert [line for line in lines if line.rstrip(".") not in lesson and line not in lesson] == []
