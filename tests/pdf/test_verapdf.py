"""The reference validator finds nothing in a covering set of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.handout.edition import STUDENT, Edition
from tests.handout.editions import FLAGSHIP, edition_of
from tests.pdf.setting import set_in_type
from tests.pdf.verapdf import A_3A, UA_1, failures

FORMS = ("prose", "cloze", "cornell", "organiser", "flashcards", "exit-slips")
EDITIONS = {
    "paper": STUDENT,
    "screen": Edition(fillable=True),
    "teacher": Edition("teacher", paper="letter", ink="grey"),
    "answers": Edition("answers", size="clear"),
    "large": Edition(size="large-print", spacing="dyslexia"),
    "booklet": Edition(paper="a5-booklet", margins="bound"),
    **{form: Edition(form=form) for form in FORMS},  # type: ignore[arg-type]
}

pytestmark = pytest.mark.slow


def editions(folder: Path) -> list[Path]:
    made = [(f"everything-{name}", edition_of(edition).data) for name, edition in EDITIONS.items()]
    made += [("flagship", edition_of(STUDENT, FLAGSHIP).data)]
    return [_written(folder / f"{name}.pdf", data) for name, data in made]


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def archive(folder: Path) -> Path:
    return _written(folder / "archive.pdf", edition_of(Edition(archive=True)).data)


def test_every_edition_can_be_read_by_all(tmp_path: Path) -> None:
    found = failures([*editions(tmp_path), archive(tmp_path)], UA_1)
    assert len(found) == len(EDITIONS) + 2
    assert {path.stem: broken for path, broken in found.items() if broken} == {}


def test_an_archive_can_be_kept(tmp_path: Path) -> None:
    assert list(failures([archive(tmp_path)], A_3A).values()) == [[]]


def test_what_breaks_a_rule_is_found(tmp_path: Path) -> None:
    body = '<h1>First</h1><h3>Third</h3><p><a href="https://example.org"><strong>a</strong> b</a></p>'
    (broken,) = failures([_written(tmp_path / "broken.pdf", set_in_type(body).data)], UA_1).values()
    assert any(line.startswith("7.4.2-1") for line in broken)
