"""The knowledge organiser: every fact once, numbered, on one page or two sides, or an error with costs."""

from __future__ import annotations

import io
import re
from pathlib import Path

import page
import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.material.findings import SourceError
from tests.handout.editions import FLAGSHIP, edition_of, pair_of
from tests.handout.printed import HEAD, LAYOUT, read, words_of

ORGANISER = Edition(form="organiser")


def with_terms(count: int, words: int = 12) -> Press:
    terms = "".join(f"  - term: Term {n}\n    definition: {'Word ' * words}{n}.\n" for n in range(count))
    return Press(read(f"{HEAD}key_terms:\n{terms}sections:\n  - title: Part\n"), LAYOUT)


def test_every_fact_stands_on_one_lying_page_with_its_number() -> None:
    made = edition_of(ORGANISER, FLAGSHIP)
    assert made.pages == 1
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        assert pdf.pages[0].width > pdf.pages[0].height
    (words,) = words_of(made.data)
    material = pair_of(FLAGSHIP).reading.document.material
    counts = {
        "K": len(material.key_points),
        "T": len(material.key_terms),
        "D": len(material.timeline),
        "P": len(material.people),
        "L": len(material.places),
    }
    assert all(counts.values())
    for letter, count in counts.items():
        assert [int(number) for number in re.findall(rf"\b{letter}(\d+)\b", words)] == [*range(1, count + 1)]


def test_its_columns_stand_on_the_paper_and_clear_of_each_other() -> None:
    with pdfplumber.open(io.BytesIO(edition_of(ORGANISER, FLAGSHIP).data)) as pdf:
        sheet = pdf.pages[0]
        numbers = [word for word in sheet.extract_words() if re.fullmatch(r"[KTDPL]\d+", word["text"])]
        assert len(numbers) > 30
        assert len({round(word["x0"]) for word in numbers}) == 3
        assert max(word["bottom"] for word in sheet.extract_words()) < sheet.height - 20


@pytest.mark.parametrize("size", ["standard", "clear", "large-print"])
def test_as_many_pages_are_set_as_were_planned(size: str) -> None:
    made = edition_of(Edition(form="organiser", size=size), FLAGSHIP)
    first = words_of(made.data)[0]
    assert "K1" in first
    assert made.pages <= {"standard": 1, "clear": 2, "large-print": 4}[size]


def test_what_is_too_much_for_one_page_takes_both_sides_and_tells_so() -> None:
    made = with_terms(75).set(ORGANISER)
    assert made.pages == 2
    assert any("both sides" in remark for remark in made.remarks)


def test_what_is_too_much_for_both_sides_is_an_error_that_names_costs_and_lines() -> None:
    with pytest.raises(SourceError) as error:
        with_terms(300).set(ORGANISER)
    (finding,) = error.value.findings
    assert re.search(r"may have 2 pages: “Key terms” \d+\.\d pages \(line 4\)", finding.message)
    assert finding.place.line == 4


def test_a_source_without_facts_is_an_error() -> None:
    bare = Press(read(f"{HEAD}sections:\n  - title: Part\n    content: [Words.]\n"), LAYOUT)
    with pytest.raises(SourceError, match="nothing to make an organiser of"):
        bare.set(ORGANISER)


@pytest.mark.parametrize("paper", ["a4", "a5"])
def test_it_is_a_sound_tagged_file(paper: str, tmp_path: Path) -> None:
    path = tmp_path / "organiser.pdf"
    path.write_bytes(edition_of(Edition(form="organiser", paper=paper)).data)
    report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1).to_dict()
    assert report["is_compliant"], report["failures"]
