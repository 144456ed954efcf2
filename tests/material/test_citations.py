"""References are cited and listed as the Chicago Manual of Style (17th edition, chapter 15) has it."""

from __future__ import annotations

import pytest

from diptych.layout.load import load_layout
from diptych.material.citing.bibliography import Bibliography
from diptych.material.markup import Cite
from diptych.material.reader import read_material

REFERENCES = """
- {id: carr, type: book, title: German-Soviet Relations, issued: 1951, publisher: Johns Hopkins Press,
   publisher-place: Baltimore, author: [{family: Carr, given: Edward Hallett}]}
- {id: gatzke, type: article-journal, title: Collaboration, container-title: American Historical Review,
   volume: 63, issue: 3, page: 565-97, issued: 1958, author: [{family: Gatzke, given: Hans W.}], DOI: 10.1/x}
- {id: web, type: webpage, title: Cooperation With Germany, container-title: GlobalSecurity.org,
   URL: "https://example.org/a", accessed: 2026-11-01, issued: 2018-07-21}
- {id: three, title: Three, issued: 2001, author: [{family: A}, {family: B}, {family: C}]}
- {id: four, title: Four, issued: 2001, author: [{family: A}, {family: B}, {family: C}, {family: D}]}
- {id: same1, title: Zebra, issued: 2020, author: [{family: Same}]}
- {id: same2, title: Apple, issued: 2020, author: [{family: Same}]}
- {id: undated, title: No Date, author: [{literal: League of Nations}]}
"""


@pytest.fixture
def bibliography() -> Bibliography:
    indented = REFERENCES.replace("\n", "\n  ")
    material = read_material(f"title: T\nreferences:{indented}\nsections: [{{title: S}}]")
    assert len(material.references) == 8
    return Bibliography(material.references, load_layout("classic").labels("en"))


@pytest.mark.parametrize(
    ("cites", "short"),
    [
        ([Cite("carr", "p. 12")], "(Carr 1951, 12)"),
        ([Cite("carr"), Cite("gatzke", "ch. 2")], "(Carr 1951; Gatzke 1958, ch. 2)"),
        ([Cite("three")], "(A, B, and C 2001)"),
        ([Cite("four")], "(A et al. 2001)"),
        ([Cite("same1"), Cite("same2")], "(Same 2020b, 2020a)"),
        ([Cite("undated")], "(League of Nations n.d.)"),
        ([Cite("web")], "(“Cooperation With Germany” 2018)"),
    ],
)
def test_a_citation_is_short(bibliography: Bibliography, cites: list[Cite], short: str) -> None:
    assert bibliography.short(cites).plain().replace("\u00a0", " ") == short


def test_a_year_stays_on_the_line_of_its_author(bibliography: Bibliography) -> None:
    assert "Carr\u00a01951" in bibliography.short([Cite("carr")]).plain()


@pytest.mark.parametrize(
    ("key", "entry"),
    [
        ("carr", "Carr, Edward Hallett. 1951. German-Soviet Relations. Baltimore: Johns Hopkins Press."),
        (
            "gatzke",
            "Gatzke, Hans W. 1958. “Collaboration.” American Historical Review 63 (3): 565–97. https://doi.org/10.1/x.",
        ),
        (
            "web",
            "“Cooperation With Germany.” 2018. GlobalSecurity.org. 21 July 2018. Accessed 1 November 2026. https://example.org/a.",
        ),
    ],
)
def test_an_entry_says_who_when_what_and_where(bibliography: Bibliography, key: str, entry: str) -> None:
    entries = {reference.id: rich.plain() for reference, rich in bibliography.entries}
    assert entries[key].replace("\u00a0", " ") == entry


def test_a_book_is_set_in_italics_and_an_article_in_quotation_marks(bibliography: Bibliography) -> None:
    entries = {reference.id: rich for reference, rich in bibliography.entries}
    assert any(span.emphasis and "German-Soviet" in span.text for span in entries["carr"].spans)
    assert any(span.emphasis and "Review" in span.text for span in entries["gatzke"].spans)
    assert not any(span.emphasis and "Collaboration" in span.text for span in entries["gatzke"].spans)


def test_entries_are_sorted_by_author(bibliography: Bibliography) -> None:
    ids = [reference.id for reference, _ in bibliography.entries]
    assert ids == ["three", "four", "carr", "web", "gatzke", "undated", "same2", "same1"]
