"""What releases are made with: workflows, the action, the hook, the image, and the page on them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from diptych import __version__
from diptych.build.arguments import parse_arguments

ROOT = Path(__file__).parents[1]
ACTION = ROOT / ".github" / "actions" / "build"
PAGE = (ROOT / "docs" / "release.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.+?)^```", PAGE, re.DOTALL | re.MULTILINE)
OF_OURS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / ".github" / "workflows").iterdir())}
PINNED = re.compile(r"[\w-]+/[\w.-]+(?:/[\w./-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+")
LESSON = """\
title: Tides
lang: en
sections:
  - title: The moon
    content:
      - text: The moon pulls at the sea.
"""


def workflows() -> dict[str, dict[str, Any]]:
    """Our own workflows, and those that the page gives to courses."""
    shown = {f"example {number}": text for number, text in enumerate(EXAMPLES) if "\njobs:\n" in text}
    return {name: yaml.safe_load(text) for name, text in (OF_OURS | shown).items()}


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name, workflow in workflows().items():
        for job, told in workflow["jobs"].items():
            yield name, job, told


def steps() -> list[dict[str, Any]]:
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    return [*(step for *_, job in jobs() for step in job.get("steps", [])), *action["runs"]["steps"]]


def test_every_action_of_others_is_pinned_to_one_commit() -> None:
    texts = [*OF_OURS.values(), *EXAMPLES, (ACTION / "action.yml").read_text("utf-8")]
    used = [line for text in texts for line in re.findall(r"uses: (.+)", text)]
    others = [line for line in used if not line.startswith(("$/.github/", "OWNER/diptych/"))]
    assert len(others) > 10
    assert [line for line in others if not PINNED.fullmatch(line)] == []
    assert len(set(others)) == len({line.split("@")[0] for line in others}), "one version of each"


def test_only_the_jobs_that_sign_and_publish_may_write() -> None:
    assert len(workflows()) == 4
    assert all(workflow["permissions"] == {} for workflow in workflows().values())
    writing = {
        (name, job): {one for one, may in told["permissions"].items() if may == "write"}
        for name, job, told in jobs()
    }
    assert {key: value for key, value in writing.items() if value} == {
        ("release.yml", "attest"): {"attestations", "id-token"},
        ("release.yml", "publish"): {"contents"},
        ("example 0", "publish"): {"attestations", "contents", "id-token"},
    }


def test_every_job_of_ours_ends_and_waits_for_no_person() -> None:
    ours = [told for name, _, told in jobs() if name in OF_OURS and "steps" in told]
    assert len(ours) > 5
    assert all(told["timeout-minutes"] <= 30 for told in ours)


def test_no_checkout_leaves_its_credentials_and_no_script_takes_words_unquoted() -> None:
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    scripts = [step["run"] for step in steps() if "run" in step]
    assert len(checkouts) > 5
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert len(scripts) > 10
    assert [script for script in scripts if "${{" in script] == []


def pinned_packages() -> dict[str, Requirement]:
    """What the action and the image install, by name; each line with its digests."""
    text = (ACTION / "requirements.txt").read_text("utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    assert all(line.count("--hash=sha256:") for line in text.splitlines())
    found = [Requirement(line.split("--hash")[0].strip()) for line in text.splitlines()]
    return {one.name: one for one in found}


def declared(*keys: str) -> list[Requirement]:
    values: Any = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for key in keys:
        values = values[key]
    return [Requirement(value) for value in values]


def test_the_packages_of_the_action_are_those_that_the_wheel_asks_for() -> None:
    pinned = pinned_packages()
    asked = declared("project", "dependencies") + declared("build-system", "requires")
    assert len(asked) > 10
    for one in asked:
        (version,) = pinned[one.name].specifier
        assert version.operator == "=="
        assert version.version in one.specifier, f"{one} is not {version}: write requirements.txt anew"


def test_every_dependency_names_the_lowest_version_that_was_tried() -> None:
    asked = declared("project", "dependencies") + declared("project", "optional-dependencies", "test")
    assert len(asked) > 20
    assert [str(one) for one in asked if not {">=", "=="} & {each.operator for each in one.specifier}] == []


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course's repository, with a file in it that bears the name of a package."""
    folder = tmp_path / "course"
    (folder / "sources" / "tides").mkdir(parents=True)
    (folder / "sources" / "tides" / "tides.yaml").write_text(LESSON, "utf-8")
    (folder / "yaml.py").write_text("raise SystemExit('taken for a package')\n", "utf-8")
    return folder


def run_action(course: Path) -> subprocess.CompletedProcess[str]:
    """The last step of the action, as a runner calls it."""
    environment = {
        **os.environ,
        "PYTHON": sys.executable,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
        "RUNNER_OS": "Linux",
        "SOURCES": "\nsources/tides\n",
        "OUTPUT": "out",
        "OPTIONS": "--only deck\n--aspect 4:3",
        "GITHUB_ACTION_PATH": str(ACTION),
        "GITHUB_OUTPUT": str(course.parent / "output"),
        "GITHUB_STEP_SUMMARY": str(course.parent / "summary.md"),
    }
    command = ["bash", str(ACTION / "build.sh")]
    return subprocess.run(command, cwd=course, env=environment, capture_output=True, text=True, check=False)


def test_the_action_builds_verifies_and_tells_the_digests(course: Path) -> None:
    told = run_action(course)
    assert told.returncode == 0, told.stdout + told.stderr
    assert (course.parent / "output").read_text("utf-8") == "folder=out\n"
    names = ["SHA256SUMS", "manifest.json", "tides-slides.pptx"]
    assert sorted(path.name for path in (course / "out").iterdir() if path.is_file()) == names
    summary = (course.parent / "summary.md").read_text("utf-8")
    assert summary.startswith("### Built, proved and verified\n")
    assert "    out/tides-slides.pptx  same\n" in summary
    for line in (course / "out" / "SHA256SUMS").read_text("utf-8").splitlines():
        assert f"    {line}\n" in summary


def test_the_action_shows_mistakes_at_their_lines_and_heeds_no_command_in_them(course: Path) -> None:
    path = course / "sources" / "tides" / "tides.yaml"
    path.write_text(LESSON + '"::add-mask::the": 1\nminuts: 2\n', "utf-8")
    told = run_action(course)
    assert told.returncode == 1
    (pattern,) = json.loads((ACTION / "problems.json").read_text("utf-8"))["problemMatcher"][0]["pattern"]
    problems = [found for line in told.stdout.splitlines() if (found := re.search(pattern["regexp"], line))]
    places = [(one[pattern["file"]], int(one[pattern["line"]])) for one in problems]
    assert places == [("sources/tides/tides.yaml", 7), ("sources/tides/tides.yaml", 8)]
    outside, _, rest = told.stdout.partition("::stop-commands::")
    said, _, after = rest.partition(f"::{rest[:32]}::\n")
    assert "`minuts`" in said
    assert re.findall(r"^::(\S+?)(?:::| )", outside + after, re.MULTILINE) == [
        "add-matcher",
        "remove-matcher",
    ]
    assert (course.parent / "summary.md").read_text("utf-8").startswith("### Not built\n")


def test_the_hook_checks_the_files_of_a_commit() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *words = shlex.split(hook["entry"])
    arguments = parse_arguments([*words, "sources/tides/tides.yaml"], "")
    assert (program, arguments.verb, arguments.paths) == (
        "make-docs",
        "check",
        [Path("sources/tides/tides.yaml")],
    )
    assert re.search(hook["files"], "sources/tides/tides.yaml")
    assert not re.search(hook["files"], "layouts/classic/theme.yaml")
    assert f"- id: {hook['id']}\n" in PAGE


def test_the_image_is_pinned_serves_no_root_and_gets_all_that_it_copies() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    bases = {line[1] for line in words if line[0] == "FROM"} - {
        line[3] for line in words if line[2:3] == ["AS"]
    }
    assert len(bases) == 1
    assert all(re.fullmatch(r"[\w:-]+@sha256:[0-9a-f]{64}", base) for base in bases)
    assert [line[1] for line in words if line[0] == "USER"] == ["1000:1000"]
    assert words[-1] == ["ENTRYPOINT", '["make-docs"]']
    copied = {path for line in words if line[0] == "COPY" and "--from" not in line[1] for path in line[1:-1]}
    let_in = set((ROOT / ".dockerignore").read_text("utf-8").splitlines())
    assert len(copied) > 5
    assert all((ROOT / path).exists() and f"!{path}" in let_in for path in copied)


def command_lines() -> list[list[str]]:
    """What the page tells to type after the name of the program, wherever it stands."""
    lines = re.findall(r"make-docs((?: [^`\n]*)?)|--volume \S+ diptych([^`\n]*)", PAGE)
    return [shlex.split(line[0] or line[1], comments=True) for line in lines]


def test_every_command_line_of_the_page_is_understood() -> None:
    lines = command_lines()
    assert len(lines) > 5
    assert {parse_arguments(line, "").verb for line in lines} == {"build", "verify"}


def test_the_page_names_this_version_and_what_there_is() -> None:
    versions = re.findall(r"(?:build@|rev: |--branch |\.git#)v([\d.]+)", PAGE)
    assert len(versions) == 5
    assert set(versions) == {__version__}, "docs/release.md names another version"
    inputs = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))["inputs"]
    assert all(f"`{name}`" in PAGE for name in inputs)
    given = [step["with"] for step in steps() if "OWNER/diptych" in step.get("uses", "") and "with" in step]
    assert given == [{"options": "--edition student"}]
    assert all((ROOT / path).is_file() for path in re.findall(r"/opt/diptych/(\S+)", PAGE))


def test_the_example_for_gitlab_keeps_what_it_releases() -> None:
    (pipeline,) = [yaml.safe_load(text) for text in EXAMPLES if text.startswith("stages:")]
    assert {job["stage"] for name, job in pipeline.items() if name != "stages"} == set(pipeline["stages"])
    assert pipeline["build"]["artifacts"] == {"paths": ["build/"], "expire_in": "never"}
    links = pipeline["release"]["release"]["assets"]["links"]
    assert [link["url"].split("?")[1] for link in links] == ["job=build"] * 2
