"""Archives, laws, later editions, names, dates: works are cited as the guides' own examples have it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from diptych.material.citing.bibliography import Bibliography
from diptych.material.citing.chicago_notes import ChicagoNotes
from diptych.material.facts import StyleName
from tests.material.citing.listed import bibliography, cited, data, entries, marked

RULES = data("rules.yaml")
LISTED = [(style, key) for style, found in RULES["entries"].items() for key in found]
CITED = [(style, text) for style, found in RULES["cited"].items() for text in found]


@cache
def ruled(style: StyleName) -> Bibliography:
    return bibliography(RULES["references"], style)


def test_there_are_many_rules() -> None:
    assert len(LISTED) >= 45 and len(CITED) >= 15 and len(RULES["notes"]) >= 10


@pytest.mark.parametrize(("style", "key"), LISTED, ids=str)
def test_an_entry_follows_its_style(style: StyleName, key: str) -> None:
    assert entries(ruled(style))[key] == RULES["entries"][style][key]


@pytest.mark.parametrize("key", RULES["notes"])
@pytest.mark.parametrize("again", [False, True], ids=["full", "short"])
def test_a_note_is_full_first_and_short_afterwards(key: str, again: bool) -> None:
    listed = ruled("chicago-notes")
    expected, style = RULES["notes"][key], ChicagoNotes(listed.labels, listed.names)
    note = style.note(listed.of(key), expected.get("locator", ""), again=again)
    assert marked(note) == expected["short" if again else "full"]


@pytest.mark.parametrize(("style", "text"), CITED, ids=str)
def test_a_citation_follows_its_style(style: StyleName, text: str) -> None:
    assert cited(ruled(style), text) == RULES["cited"][style][text]


def works(*names: str, year: int = 2001) -> list[dict[str, Any]]:
    """Works by these people, each "Given Family, Given Family", with letters for keys and titles."""
    return [
        {"id": "abcdefgh"[at], "type": "book", "title": "ABCDEFGH"[at], "issued": year, "author": people(one)}
        for at, one in enumerate(names)
    ]


def people(names: str) -> list[dict[str, str]]:
    pairs = (name.strip().rpartition(" ") for name in names.split(","))
    return [{"given": given, "family": family} for given, _, family in pairs]


@pytest.mark.parametrize(
    ("style", "names", "expected"),
    [
        # Several works of one author in a year, and in one citation (Chicago 15.20, 15.30; APA 8.12, 8.19)
        ("chicago-author-date", ("Ann Judge", "Ann Judge"), "(Judge 2001a, 2001b)"),
        ("apa", ("Tim Judge, Jo Kammeyer", "Tim Judge, Jo Kammeyer"), "(Judge & Kammeyer, 2001a, 2001b)"),
        ("mla", ("Ann Judge", "Ann Judge"), "(Judge, *A*; Judge, *B*)"),
        # People of one family name (Chicago 15.22; APA 8.20; MLA 6.7)
        ("chicago-author-date", ("Carl Doershuk", "John Doershuk"), "(C. Doershuk 2001; J. Doershuk 2001)"),
        ("chicago-author-date", ("Carl Smith", "Cora Smith"), "(Carl Smith 2001; Cora Smith 2001)"),
        ("chicago-author-date", ("E. H. Carr", "Edward Hallett Carr"), "(Carr 2001a, 2001b)"),
        (
            "apa",
            ("J. M. Taylor, Greg Neimeyer", "Tom Taylor"),
            "(J. M. Taylor & Neimeyer, 2001; T. Taylor, 2001)",
        ),
        ("mla", ("Carl Smith", "Cora Smith"), "(Carl Smith; Cora Smith)"),
        # As many names as tell works apart (Chicago 15.29; APA 8.18)
        (
            "apa",
            ("A Kapoor, B Bloom, C Montez, D Warner, E Hill", "A Kapoor, B Bloom, F Zucker, G Miu"),
            "(Kapoor, Bloom, Montez, et al., 2001; Kapoor, Bloom, Zucker, & Miu, 2001)",
        ),
        ("apa", ("A Hasan, B Liang, C Kahn", "A Hasan, B Liang, D Weintraub"),
         "(Hasan, Liang, & Kahn, 2001; Hasan, Liang, & Weintraub, 2001)"),
        ("chicago-author-date", ("A B, C D, E F", "A B, C D, E F, G H"), "(B, D, and F 2001; B et al. 2001)"),
    ],
)  # fmt: skip
def test_works_of_like_names_are_told_apart(style: StyleName, names: tuple[str, str], expected: str) -> None:
    assert cited(bibliography(works(*names), style), "[@a; @b]") == expected


def test_of_more_than_ten_authors_chicago_lists_seven() -> None:
    names = ", ".join(f"{letter} {letter}x" for letter in "ABCDEFGHIJK")
    assert entries(bibliography(works(names), "chicago-notes"))["a"] == (
        "Ax, A, B Bx, C Cx, D Dx, E Ex, F Fx, G Gx, et al. *A*. 2001."
    )


def test_of_more_than_twenty_authors_apa_lists_nineteen_and_the_last() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTU"
    entry = entries(bibliography(works(", ".join(f"{one} {one}x" for one in letters)), "apa"))["a"]
    assert entry.startswith("Ax, A., Bx, B.,")
    assert ", Sx, S., … Ux, U. (2001)." in entry
    assert "Tx" not in entry


@pytest.mark.parametrize(
    ("typed", "chicago", "mla"),
    [
        ("3-10", "3–10", "3–10"),
        ("96-117", "96–117", "96–117"),
        ("100-104", "100–104", "100–04"),
        ("107-108", "107–8", "107–08"),
        ("321-28", "321–28", "321–28"),
        ("498-532", "498–532", "498–532"),
        ("1087-1089", "1087–89", "1087–89"),
        ("1496-1500", "1496–500", "1496–500"),
        ("12991-13001", "12991–3001", "12991–3001"),
        ("xii-xv", "xii–xv", "xii–xv"),
        ("B1-B4", "B1–B4", "B1–B4"),
    ],
)
def test_ranges_of_pages_are_shortened_as_the_guides_say(typed: str, chicago: str, mla: str) -> None:
    work = {"id": "w", "type": "chapter", "title": "T", "container-title": "C", "page": typed}
    assert f"*C*, {chicago}." in entries(bibliography([work], "chicago-notes"))["w"]
    assert f"pp. {mla}." in entries(bibliography([work], "mla"))["w"]


@pytest.mark.parametrize(
    ("typed", "english", "german"),
    [
        ("2", "2nd ed.", "2. Aufl."),
        ("3rd", "3rd ed.", "3. Aufl."),
        ("12", "12th ed.", "12. Aufl."),
        ("rev. ed.", "Rev. ed.", "Rev. ed."),
        ("21st", "21st ed.", "21. Aufl."),
    ],
)
def test_editions_are_ordinals_of_the_language(typed: str, english: str, german: str) -> None:
    work = {"id": "w", "type": "book", "title": "T", "edition": typed, "publisher": "P", "issued": 2001}
    for lang, words in (("en", english), ("de", german)):
        listed = bibliography([work], "chicago-notes", lang)
        assert entries(listed)["w"] == f"*T*. {words} P, 2001."


@pytest.mark.parametrize(
    ("style", "order"),
    [
        ("chicago-notes", ["solo2", "solo1", "with", "article", "umlaut", "un", "particle"]),
        ("chicago-author-date", ["solo1", "solo2", "with", "article", "umlaut", "un", "particle"]),
        ("apa", ["solo1", "solo2", "with", "article", "umlaut", "un", "particle"]),
    ],
)
def test_entries_stand_in_the_order_of_the_style(style: StyleName, order: list[str]) -> None:
    """One author before several, then by year or title; no accent or article counts, a particle does."""
    given = [
        {"id": "particle", "title": "P", "author": [{"family": "Beek", "non-dropping-particle": "van"}]},
        {"id": "un", "title": "U", "author": [{"literal": "The United Nations"}]},
        {"id": "umlaut", "title": "O", "author": [{"family": "Özil"}]},
        {"id": "article", "title": "The Middle"},
        {"id": "with", "title": "A", "issued": 1900, "author": people("Ann Able, Bob Blank")},
        {"id": "solo1", "title": "Z", "issued": 1950, "author": people("Ann Able")},
        {"id": "solo2", "title": "B", "issued": 1960, "author": people("Ann Able")},
    ]
    assert list(entries(bibliography(given, style))) == order


def test_citations_and_entries_stand_in_the_words_of_the_language() -> None:
    work = {
        "id": "w", "type": "personal_communication", "title": "", "author": people("Anna Seghers"),
        "recipient": people("Georg Lukács"), "issued": "1938-06-28", "archive": "Akademie der Künste",
    }  # fmt: skip
    assert entries(bibliography([work], "mla", "de"))["w"] == (
        "Seghers, Anna. Brief an Georg Lukács. 28. Juni 1938. Akademie der Künste."
    )
