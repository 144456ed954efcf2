"""Words that look like markup, formulas or paths stay words in every file that comes out."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import make_docs

EVIL = "\"'><script>alert(1)</script>]]>{{7*7}}"
IN_CODE = json.dumps(f"`` {EVIL} ``")
PLAIN = json.dumps(EVIL)
LESSON = f"""title: {IN_CODE}
subtitle: {IN_CODE}
authors: [{PLAIN}]
institution: {IN_CODE}
version: {PLAIN}
license: {PLAIN}
keywords: [{PLAIN}]
abstract: {IN_CODE}
key_terms: [{{term: {IN_CODE}, definition: {IN_CODE}}}]
people: [{{name: {IN_CODE}, role: {IN_CODE}}}]
references: [{{id: w, title: {IN_CODE}, publisher: {PLAIN}, DOI: {PLAIN}}}]
sections:
  - title: {IN_CODE}
    assertion: {IN_CODE}
    notes: {IN_CODE}
    content:
      - text: {IN_CODE}
      - points: [{IN_CODE}, "[@w]"]
      - code: {PLAIN}
        language: {PLAIN}
      - table: {IN_CODE}
        header: [{IN_CODE}, b]
        rows: [[{IN_CODE}, c]]
      - question: {IN_CODE}
        options: [{IN_CODE}, b]
        answer: A
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    (folder / "evil.yaml").write_text(LESSON, "utf-8")
    words = ["-q", str(folder / "evil.yaml"), "-o", str(folder / "out")]
    assert make_docs.main([*words, "--questions", "qti"]) == 0
    return folder / "out"


def test_a_package_holds_no_element_that_an_author_wrote(built: Path) -> None:
    seen = 0
    for path in (*built.glob("*.pptx"), *built.glob("*.zip")):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                assert ".." not in name and not name.startswith("/")
                if name.endswith((".xml", ".rels")):
                    tags = {
                        str(one.tag).rpartition("}")[2] for one in etree.fromstring(package.read(name)).iter()
                    }
                    assert not tags & {"script"}
                    assert name.startswith("ppt/") or "img" not in tags
                    seen += b"alert(1)" in package.read(name)
    assert seen


def test_a_pdf_runs_nothing_and_leads_nowhere_else(built: Path) -> None:
    import pikepdf

    papers = sorted(built.glob("*.pdf"))
    assert papers
    for path in papers:
        with pikepdf.open(path) as pdf:
            kinds = {
                str(one["/S"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
            }
            assert not kinds & {"/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData"}
            assert "/OpenAction" not in pdf.Root


def test_nothing_but_works_came_out(built: Path) -> None:
    assert {path.parent for path in built.rglob("*") if path.is_file()} == {built, built / ".diptych"}


@pytest.mark.parametrize(
    "name", ["../evil", "/tmp/evil", "a/b", "a\\\\b", "..", ".hidden", "a\\nb", "-rf", "x" * 200]
)
def test_a_work_is_named_within_its_folder(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = f'outputs: [{{edition: teacher, name: "{name}"}}]'
    (tmp_path / "x.yaml").write_text(
        f"title: T\n{outputs}\nsections: [{{title: A war, content: [a]}}]\n", "utf-8"
    )
    make_docs.main(["-q", str(tmp_path / "x.yaml"), "-o", str(tmp_path / "out")])
    made = [path for path in tmp_path.rglob("*") if path.suffix in {".pdf", ".pptx"}]
    assert all(path.parent == tmp_path / "out" for path in made)
    assert made or f"{tmp_path / 'x.yaml'}:2:" in capsys.readouterr().err


def test_a_source_that_links_to_a_file_elsewhere_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("secret: 1\n", "utf-8")
    (tmp_path / "sources" / "x").mkdir(parents=True)
    (tmp_path / "sources" / "x" / "x.yaml").symlink_to(tmp_path / "secret.yaml")
    assert make_docs.main(["-q", str(tmp_path / "sources"), "-o", str(tmp_path / "out")]) == 2
