"""Works of CSL-JSON files are cited and listed like those that the source tells itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from diptych.material.citing.bibliography import Bibliography
from diptych.material.facts import StyleName
from diptych.material.findings import SourceError, describe
from tests.deck.planned import planned, words
from tests.handout.printed import printed, read, words_of
from tests.material.citing.listed import cited, entries

HERE = Path(__file__).parent
EXPECTED = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
ALL = "[@carr1951; @roques1927; @12; @letter; @season; @soon; @old]"


def source(text: str, front: str = "bibliography: library.json", style: str = "chicago-author-date") -> str:
    return f"""title: A lesson
lang: en-GB
citation_style: {style}
{front}
sections:
  - title: The section
    content:
      - text: So it was {text}.
"""


def listed(text: str = ALL, style: StyleName = "chicago-author-date", folder: Path = HERE) -> Bibliography:
    return read(source(text, style=style), folder).bibliography


@pytest.mark.parametrize("key", EXPECTED["entries"])
def test_an_item_is_listed_as_a_work(key: str) -> None:
    assert entries(listed())[key] == EXPECTED["entries"][key].replace("_", "\u202f")


def test_only_works_that_are_cited_are_listed() -> None:
    assert list(entries(listed("[@soon]"))) == ["soon"]


def test_a_work_is_cited_by_its_id_or_its_citation_key() -> None:
    assert cited(listed(), "[@roques1927, p. 3]") == "(de Roques 1927, 3)"
    long = "[@{http://zotero.org/users/1/items/ABCD}, p. 3]"
    assert cited(listed(long), long) == "(de Roques 1927, 3)"


def test_a_work_is_not_listed_under_two_names() -> None:
    message = told("[@roques1927; @{http://zotero.org/users/1/items/ABCD}]", HERE)
    assert "`roques1927` and `http://zotero.org/users/1/items/ABCD` are one work" in message


def test_the_source_wins_over_its_file() -> None:
    front = "bibliography: library.json\nreferences: [{id: soon, title: Mine}, {id: own, title: Uncited}]"
    document = read(source("[@soon; @old]", front), HERE)
    assert list(entries(document.bibliography).values()) == [
        "*Mine*. n.d.",
        "*Old*. (44 BC) 1998.",
        "*Uncited*. n.d.",
    ]


@pytest.mark.parametrize("style", ["chicago-author-date", "chicago-notes", "mla", "apa"])
def test_both_panels_list_the_works_of_a_file(style: StyleName) -> None:
    text = source("[see @carr1951, p. 12; @{http://zotero.org/users/1/items/ABCD}]", style=style)
    paper = " ".join(words_of(printed(text, HERE).data))
    slides = "\n".join(words(slide) for slide in planned(text, folder=HERE).slides)
    for said in (paper, slides):
        assert "Carr, E" in said
        assert "Berger-Levrault" in said
        assert "Never" not in said
        assert "own remark" not in said
    if style != "chicago-notes":
        assert "(see Carr" in paper.replace("\u00a0", " ")


DATES = [
    ({"date-parts": [[1922]]}, "1922"),
    ({"date-parts": [["1922", "4", "16"]]}, "16 April 1922"),
    ({"date-parts": [[1922, 4], [1922, 5]]}, "April 1922 – May 1922"),
    ({"date-parts": [[1922, 13]]}, "Spring 1922"),
    ({"date-parts": [[1922]], "season": "autumn"}, "Autumn 1922"),
    ({"date-parts": [[1922, 0, 0]]}, "1922"),
    ({"date-parts": [[-44]]}, "44 BC"),
    ({"raw": "1922-04"}, "April 1922"),
    ({"raw": "1922-4-16"}, "16 April 1922"),
    ({"raw": "1922/04/16"}, "16 April 1922"),
    ({"raw": "16 April 1922"}, "16 April 1922"),
    ({"raw": "April 16, 1922"}, "16 April 1922"),
    ({"raw": "Apr. 1922"}, "April 1922"),
    ({"raw": "Fall 1922"}, "Autumn 1922"),
    ({"raw": "c. 1922"}, "ca. 1922"),
    ({"raw": "[1922?]"}, "[1922?]"),
    ({"raw": "1922/1926"}, "1922–1926"),
    ({"raw": "1922-23"}, "1922–1923"),
    ({"raw": "Easter 1922"}, "Easter 1922"),
    ({"literal": "in press"}, "in press"),
    ({"date-parts": [[1922]], "circa": 1}, "ca. 1922"),
    ("1922-04-16", "16 April 1922"),
    ({"date-parts": [[None]]}, "n.d."),
    ({"date-parts": []}, "n.d."),
    ({}, "n.d."),
]


@pytest.mark.parametrize(("date", "said"), DATES, ids=str)
def test_a_date_is_read_in_every_form(date: object, said: str, tmp_path: Path) -> None:
    item = {"id": "w", "type": "manuscript", "title": "W", "issued": date}
    (tmp_path / "library.json").write_text(json.dumps([item]), "utf-8")
    listing = entries(listed("[@w]", "chicago-notes", tmp_path))["w"]
    assert listing == f"W. {said[:1].upper()}{said[1:]}." or listing == f"W. {said}".rstrip(".") + "."


def told(text: str, folder: Path, front: str = "bibliography: library.json") -> str:
    with pytest.raises(SourceError) as raised:
        read(source(text, front), folder)
    lines = source(text, front).splitlines()
    return "\n".join(describe(finding, "lesson/lesson.yaml", lines) for finding in raised.value.findings)


@pytest.mark.parametrize("fault", EXPECTED["faults"])
def test_what_is_wrong_with_a_file_is_told_with_its_line(fault: str, tmp_path: Path) -> None:
    case = EXPECTED["faults"][fault]
    (tmp_path / "library.json").write_text(case["file"], "utf-8")
    message = told("[@w]", tmp_path)
    for part in case["told"]:
        assert part in message


def test_lists_within_lists_without_end_are_told(tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text("[" * 100_000, "utf-8")
    assert "library.json:1:2: error: this is nested too deep" in told("[@w]", tmp_path)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("missing.json", ["4:15: error: there is no library `missing.json`", "there are huge.json"]),
        (
            "../outside.json",
            ["`../outside.json` lies outside the source's folder", "copy it into the folder"],
        ),
        ("/etc/passwd", ["lies outside the source's folder"]),
        ("link.json", ["lies outside the source's folder"]),
        ("latin.json", ["`latin.json` is not UTF-8 text", "save it as UTF-8"]),
        ("huge.json", ["`huge.json` is larger than 16 MB", "export only the collection"]),
    ],
)
def test_a_path_leads_to_a_file_of_the_folder(path: str, expected: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "lesson"
    folder.mkdir()
    (tmp_path / "outside.json").write_text("[]", "utf-8")
    (folder / "library.json").write_text("[]", "utf-8")
    (folder / "link.json").symlink_to(tmp_path / "outside.json")
    (folder / "latin.json").write_bytes(b'[{"id": "\xe9"}]')
    with (folder / "huge.json").open("wb") as file:
        file.truncate(16 * 1024 * 1024 + 1)
    message = told("Nothing is cited", folder, f"bibliography: {path}")
    for part in expected:
        assert part in message


def test_a_work_in_two_files_is_an_error(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text('[{"id": "w", "title": "W"}]', "utf-8")
    message = told("[@w]", tmp_path, "bibliography: [one.json, two.json]")
    assert "lesson/two.json:1:3" in message
    assert "in one.json, line 1" in message


def test_an_unknown_key_is_told_once_with_its_neighbour() -> None:
    message = told("[@car1951]", HERE)
    assert message.count("error:") == 1
    assert "`[@car1951]` cites no entry of `references` or of `bibliography`" in message
    assert "did you mean `carr1951`?" in message


def test_a_byte_order_mark_and_the_wrapping_of_zotero_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text('\ufeff{"items": [{"id": "w", "title": "W"}]}', "utf-8")
    assert entries(listed("[@w]", folder=tmp_path)) == {"w": "*W*. n.d."}


def test_a_library_of_thousands_is_no_burden(tmp_path: Path) -> None:
    items = [{"id": f"w{at}", "title": f"Work {at}", "type": "book"} for at in range(20_000)]
    (tmp_path / "library.json").write_text(json.dumps(items), "utf-8")
    assert list(entries(listed("[@w19999]", folder=tmp_path))) == ["w19999"]
