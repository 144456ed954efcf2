"""A page budget: met at once, by closer lines, by smaller type, or not at all."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest

from diptych.handout.edition import Edition
from diptych.handout.press import Press
from diptych.material.findings import SourceError
from diptych.pdf.typeset import PdfFile
from tests.handout.printed import HEAD, LAYOUT, read

WORDS = "Words that fill the page come one after another until no room for more of them is left below. "


def paragraphs(count: int) -> Press:
    content = "".join(f"      - {WORDS}\n" for _ in range(count))
    return Press(read(f"{HEAD}sections:\n  - title: Part\n    content:\n{content}"), LAYOUT)


def text_size(made: PdfFile) -> float:
    """The size in points of most of the characters."""
    with pdfplumber.open(io.BytesIO(made.data)) as pdf:
        sizes: list[float] = [round(char["size"], 1) for page in pdf.pages for char in page.chars]
    return max(set(sizes), key=sizes.count)


def test_what_fits_is_left_as_it_is() -> None:
    free, budget = (paragraphs(12).set(Edition(fit=fit)) for fit in (0, 1))
    assert budget.data == free.data
    assert budget.remarks == ()


def test_what_is_a_little_too_long_is_set_closer_in_the_same_size() -> None:
    lesson = next(one for one in map(paragraphs, range(16, 40)) if one.set(Edition()).pages == 2)
    made = lesson.set(Edition(fit=1))
    assert made.pages == 1
    assert text_size(made) == 11
    assert re.fullmatch(r"lines and blocks are set \d+ % closer to stay within 1 page", made.remarks[0])


def test_what_is_longer_is_set_smaller_but_never_below_the_floor() -> None:
    fitting = []
    for count in range(14, 40):
        try:
            fitting.append(paragraphs(count).set(Edition(fit=1)))
        except SourceError:
            break
    assert fitting
    assert all(made.pages == 1 for made in fitting)
    sizes = [*map(text_size, fitting)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (11.0, 10.0)
    assert fitting[-1].remarks == ("set in 10 pt to stay within 1 page",)


def test_what_cannot_be_met_is_an_error_that_names_what_costs_most() -> None:
    with pytest.raises(SourceError) as error:
        paragraphs(90).set(Edition(fit=1))
    (finding,) = error.value.findings
    assert re.match(
        r"the handout takes \d\.\d pages at the smallest type and may have 1 page: section 1 “Part” .*line 4",
        finding.message,
    )
    assert re.search(r"`fit: \d pages`", finding.hint)


def test_the_teachers_pages_are_fitted_as_the_students_are() -> None:
    lesson = next(one for one in map(paragraphs, range(16, 40)) if one.set(Edition()).pages == 2)
    student, teacher = (lesson.set(Edition(who, fit=1)) for who in ("student", "teacher"))
    assert student.pages == 1
    assert teacher.remarks == student.remarks
