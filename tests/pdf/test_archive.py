"""A file to keep: PDF/A-3a and PDF/UA-1 at once, with the source that it was made from inside."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from diptych.pdf.archive import Attachment
from tests.pdf.setting import set_in_type

SOURCE = "title: Überall\n".encode()
KEPT = Attachment("lesson.yaml", SOURCE, "What this file was made from")
BODY = '<h1>A lesson</h1><p>Words and a <a href="https://example.org">link</a>.</p>'


def archived() -> bytes:
    return set_in_type(BODY, licence="CC-BY-4.0", archive=[KEPT]).data


@pytest.mark.parametrize("standard", ["PDF_UA_1", "PDF_A_3A"])
def test_the_file_breaks_no_rule(standard: str, tmp_path: Path) -> None:
    path = tmp_path / "archive.pdf"
    path.write_bytes(archived())
    found: Any = page.validate_pdf(str(path), profile=getattr(page.ValidationProfile, standard)).to_dict()
    assert found["rules"]["total"] > 50
    assert found["failures"] == []


def test_the_source_comes_out_as_it_went_in() -> None:
    with pikepdf.open(io.BytesIO(archived())) as pdf:
        assert list(pdf.attachments) == ["lesson.yaml"]
        kept = pdf.attachments["lesson.yaml"]
        assert kept.get_file().read_bytes() == SOURCE
        assert kept.get_file().mime_type == "application/yaml"
        assert kept.description == "What this file was made from"
        (linked,) = pdf.Root.AF
        assert linked.AFRelationship == "/Source"


def test_several_files_are_kept_each_with_its_kind() -> None:
    library = Attachment("library.json", b"[]", "The works cited")
    data = set_in_type(BODY, archive=[KEPT, library]).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = {name: file.get_file() for name, file in pdf.attachments.items()}
        assert {name: file.mime_type for name, file in kept.items()} == {
            "lesson.yaml": "application/yaml",
            "library.json": "application/json",
        }
        assert kept["library.json"].read_bytes() == b"[]"


def test_the_metadata_tell_both_standards_and_the_licence_in_plain_text() -> None:
    data = archived()
    for words in (b'pdfaid:part="3"', b'pdfaid:conformance="A"', b"<pdfuaid:part>1<", b">CC-BY-4.0<"):
        assert words in data
    assert data.count(b"<rdf:RDF ") == 1


def test_the_same_archive_is_made_twice() -> None:
    assert archived() == archived()


def test_the_moment_that_the_user_sets_is_told_and_no_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"2023-11-14" not in archived()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    with pikepdf.open(io.BytesIO(archived())) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith("D:20231114221320")
        assert pdf.docinfo.ModDate == pdf.docinfo.CreationDate
    test_the_file_breaks_no_rule("PDF_A_3A", tmp_path)


def test_nothing_is_kept_where_nothing_is_asked_for() -> None:
    with pikepdf.open(io.BytesIO(set_in_type(BODY).data)) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root


def test_an_archive_has_no_fields() -> None:
    with pytest.raises(ValueError, match="cannot have fields"):
        set_in_type(BODY, archive=KEPT, fillable=True)
