"""The page on many documents: its commands are understood, and its workflow is as sound as ours."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from diptych import __version__
from diptych.build.arguments import parse_arguments

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "many-documents.md").read_text("utf-8")
(TEXT,) = re.findall(r"^```yaml\n(.+?)^```", PAGE, re.DOTALL | re.MULTILINE)
WORKFLOW: dict[str, Any] = yaml.safe_load(TEXT)
PART, WHOLE = WORKFLOW["jobs"]["part"], WORKFLOW["jobs"]["whole"]


def command_lines() -> list[list[str]]:
    """What the page tells to type after the name of the program."""
    lines = re.findall(r"make-docs ((?:build|merge|--)[^`\n]*)", PAGE)
    return [shlex.split(line, comments=True) for line in lines]


def test_every_command_line_is_understood() -> None:
    lines = command_lines()
    assert len(lines) > 4
    assert {parse_arguments(line, "").verb for line in lines} == {"build", "merge"}


def test_every_action_is_pinned_as_in_our_own_workflows() -> None:
    ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github" / "workflows").iterdir())
    used = re.findall(r"uses: (.+)", TEXT)
    assert len(used) == 5
    others = [line.partition(" # with")[0] for line in used if not line.startswith("OWNER/")]
    assert [line for line in others if line not in ours] == []
    assert set(re.findall(r"OWNER/diptych(?:\S*)@v([\d.]+)", TEXT)) == {__version__}


def test_the_workflow_builds_every_part_and_merges_them_all() -> None:
    parts = PART["strategy"]["matrix"]["part"]
    built, kept = PART["steps"][1]["with"], PART["steps"][2]["with"]
    shards = [built["options"].replace("${{ matrix.part }}", str(part)) for part in parts]
    told = [parse_arguments(shard.split(), "").shard for shard in shards]
    assert [(one.number, one.count) for one in told] == [(part, len(parts)) for part in parts]
    assert kept["path"] == built["output"]
    assert kept["include-hidden-files"] is True
    fetched, merged = WHOLE["steps"][0]["with"], WHOLE["steps"][1]["run"]
    assert kept["name"].startswith(fetched["pattern"].rstrip("*"))
    assert f"merge {fetched['path']}/* -o {WHOLE['steps'][2]['with']['path']}" in merged
    assert WHOLE["needs"] == "part"


def test_no_job_may_write() -> None:
    assert WORKFLOW["permissions"] == WHOLE["permissions"] == {}
    assert PART["permissions"] == {"contents": "read"}
    assert PART["steps"][0]["with"]["persist-credentials"] is False
