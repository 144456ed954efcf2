"""What was built is compared with its checksums and with what is built again."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

import make_docs
from diptych.build.difference import first_difference
from tests.build.lessons import LESSON, files_in, write_lesson

LONGER = LESSON.replace("The sea follows.", "The sea follows, twice a day.")
WORDS = ["-q", "--questions", "gift"]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one lesson, all of whose works are built."""
    folder = tmp_path_factory.mktemp("finished")
    write_lesson(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert make_docs.main(WORDS) == 0
    return folder


@pytest.fixture
def folder(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it elsewhere."""
    shutil.copytree(finished, tmp_path / "copy")
    monkeypatch.chdir(tmp_path / "copy")
    return tmp_path / "copy"


def verify(capsys: pytest.CaptureFixture[str], code: int, *words: str) -> tuple[str, str]:
    capsys.readouterr()
    assert make_docs.main(["verify", *words]) == code
    out, err = capsys.readouterr()
    return out.replace("\\", "/"), err.replace("\\", "/")


def test_what_is_built_the_same_again_is_told_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(folder / "build")
    out, err = verify(capsys, 0)
    assert err == ""
    assert sorted(out.splitlines()) == sorted(
        f"build/{name}  same" for name in before if name != "SHA256SUMS"
    )
    assert files_in(folder / "build") == before


def test_verifying_needs_no_variable_that_was_set_for_the_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert make_docs.main(["--only", "deck", "-q", "-o", "dated"]) == 0
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    verify(capsys, 0, "dated")


def test_sources_that_lie_elsewhere_are_found_or_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir("/")
    assert make_docs.main(["--only", "deck", "-q", str(folder / "sources"), "-o", str(folder / "out")]) == 0
    verify(capsys, 0, str(folder / "out"))
    (folder / "far" / "away" / "and").mkdir(parents=True)
    (folder / "sources").rename(folder / "far" / "away" / "and" / "sources")
    _, err = verify(capsys, 2, str(folder / "out"))
    assert "there is no tides.yaml to build again; name its folder: make_docs.py verify" in err
    verify(capsys, 0, str(folder / "out"), str(folder / "far" / "away" / "and" / "sources"))


@pytest.mark.parametrize("content", [None, "{}", "[1]", '{"format": 2, "builds": []}', "\x00"])
def test_a_folder_without_a_manifest_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    _, err = verify(capsys, 2, str(tmp_path))
    assert err.startswith("error: ")
    assert "manifest" in err


def test_a_changed_source_is_told_with_the_first_part_that_differs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, LONGER.replace("The moon does", "Our moon does"))
    out, err = verify(capsys, 1)
    assert "note: source: tides.yaml has changed" in err
    assert "error: build/tides-handout.pdf: is built otherwise now: page 1: text differs" in err
    assert "error: build/tides-slides.pptx: is built otherwise now: ppt/slides/slide" in err
    assert "error: build/tides-questions.gift.txt: is built otherwise now: line 4 (byte " in err
    assert out == "build/manifest.json  same\n"


def test_a_changed_file_is_told_with_the_part_that_was_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = folder / "build" / "tides-slides.pptx"
    deck.write_bytes(with_part(deck.read_bytes(), "ppt/slides/slide4.xml", b"The sea", b"My sea "))
    with pikepdf.open(folder / "build" / "tides-handout.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Mine"
        pdf.save(static_id=True)
    (folder / "build" / "tides-questions.gift.txt").unlink()
    out, err = verify(capsys, 1)
    changed = "was changed after it was built"
    assert f"build/tides-slides.pptx: {changed}: ppt/slides/slide4.xml differs" in err
    assert f"build/tides-handout.pdf: {changed}: the metadata differ" in err
    assert "build/tides-questions.gift.txt: is missing" in err
    assert out == "build/manifest.json  same\n"


def with_part(package: bytes, part: str, then: bytes, now: bytes) -> bytes:
    """The package with other words in one part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w") as new:
        assert then in old.read(part)
        for info in old.infolist():
            data = old.read(info)
            new.writestr(info, data.replace(then, now) if info.filename == part else data)
    return made.getvalue()


def test_other_versions_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "build" / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    content["common"][content["builds"][0]["versions"]] |= {"weasyprint": "69.9", "gone": "1"}
    path.write_text(json.dumps(content), "utf-8")
    out, err = verify(capsys, 1)
    assert "note: weasyprint 69.9 then, 70." in err
    assert "gone" not in err
    assert "error: build/manifest.json: was changed after it was built" in err
    assert "build/tides-handout.pdf  same" in out


def test_a_source_that_can_no_longer_be_built_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_lesson(folder, LESSON.replace("points", "pionts"))
    _, err = verify(capsys, 1)
    assert "tides.yaml: can no longer be built: line 5: " in err


def test_lines_that_lead_out_of_the_folder_are_not_followed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "build" / "SHA256SUMS").open("a") as sums:
        sums.write(f"{'0' * 64}  ../sources/tides/tides.yaml\n")
    _, err = verify(capsys, 1)
    assert "tides.yaml: is missing" in err


def pdf_of(*pages: bytes, **info: str) -> bytes:
    """A PDF file of pages with these contents."""
    with pikepdf.new() as pdf:
        for content in pages:
            page = pdf.add_blank_page(page_size=(200, 100))
            page.contents_add(content)
        for name, value in info.items():
            pdf.docinfo[f"/{name}"] = value
        pdf.Root.PageMode = pikepdf.Name(f"/{info.get('Mode', 'UseNone')}")
        made = io.BytesIO()
        pdf.save(made, static_id=True)
    return made.getvalue()


WRITTEN, DRAWN = b"BT (sea) Tj ET", b"0 0 9 9 re f"


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (pdf_of(WRITTEN, DRAWN), ""),
        (pdf_of(WRITTEN, b"0 0 9 8 re f"), "page 2: drawing differs"),
        (pdf_of(WRITTEN.replace(b"sea", b"see"), b"0 0 9 8 re f"), "page 1: text differs"),
        (pdf_of(WRITTEN), "it has 2 pages and would have 1 now"),
        (pdf_of(WRITTEN, DRAWN, Author="A"), "the metadata differ"),
        (pdf_of(WRITTEN, DRAWN, Mode="UseOutlines"), "the metadata differ"),
        (b"%PDF-1.7 and nothing more", "it is no PDF that can be read"),
    ],
)
def test_of_a_pdf_the_first_page_or_part_that_differs_is_told(now: bytes, told: str) -> None:
    assert first_difference("a.pdf", pdf_of(WRITTEN, DRAWN), now) == told


def test_of_packages_that_differ_in_their_packing_alone_that_is_told() -> None:
    def packed(packing: int, *names: str) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            for name in names:
                package.writestr(zipfile.ZipInfo(name), b"tide " * 999, packing)
        return made.getvalue()

    assert "packed otherwise" in first_difference(
        "a.pptx", packed(zipfile.ZIP_STORED, "x"), packed(zipfile.ZIP_DEFLATED, "x")
    )
    assert first_difference("a.pptx", packed(0, "x", "y"), packed(0, "x")) == "y would not be made now"
    assert first_difference("a.pptx", packed(0, "x"), packed(0, "x", "y")) == "y is missing"
    assert first_difference("a.pptx", packed(0, "x"), b"PK") == "it is no package that can be read"
