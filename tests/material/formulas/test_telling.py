"""Formulas on a line of text, and in the words of a language."""

from __future__ import annotations

import pytest

from diptych.material.formulas.linear import plain
from diptych.material.formulas.reader import read_formula
from diptych.material.formulas.speech import spoken

FIRM = "\u00a0"


def line(notation: str) -> str:
    return plain(read_formula(notation)).replace(FIRM, " ")


def said(notation: str, lang: str = "en") -> str:
    return spoken(read_formula(notation), lang)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("E = mc^2", "E = mc²"),
        (r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
        (r"\tfrac12 m v^2", "½mv²"),
        (r"e^{-x^2}", "e^(−x²)"),
        (r"x_{\text{max}} + x_1", "x_max + x₁"),
        (r"f''(x) = 2\sin x", "f″(x) = 2 sin x"),
        (r"A \cup B \subseteq \mathbb{R}", "A ∪ B ⊆ ℝ"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1, 2; 3, 4)"),
        (r"25\,^\circ\mathrm{C}", "25 °C"),
        (r"\ce{SO4^2- + Ba^2+ -> BaSO4 v}", "SO₄²⁻ + Ba²⁺ → BaSO₄↓"),
        (r"\ce{CuSO4.5H2O}", "CuSO₄ · 5 H₂O"),
        (r"\ce{N2 + 3 H2 <=> 2 NH3}", "N₂ + 3 H₂ ⇌ 2 NH₃"),
        (r"\ce{^{14}_{6}C}", "₆¹⁴C"),
    ],
)
def test_a_formula_is_written_on_a_line(notation: str, expected: str) -> None:
    assert line(notation) == expected


def test_decimal_commas_are_kept_together_and_lists_of_numbers_are_not() -> None:
    assert line(r"3,14 + 2{,}5") == "3,14 + 2,5"
    assert line(r"(1,2) \in \{1,2,3\}") == "(1, 2) ∈ {1, 2, 3}"


def test_the_quadratic_formula_is_read_out() -> None:
    assert said(r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}") == (
        "x equals the fraction minus b plus or minus the square root of b squared minus 4 a c, end of root "
        "over 2 a, end of fraction"
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", "the sum from k equals 1 to n of k squared"),
        ("de", "die Summe von k gleich 1 bis n über k Quadrat"),
        ("fr-FR", "la somme de k égale 1 à n de k au carré"),
        ("es", "la suma desde k igual a 1 hasta n de k al cuadrado"),
    ],
)
def test_a_sum_is_read_out_in_the_languages_own_words(lang: str, expected: str) -> None:
    assert said(r"\sum_{k=1}^{n} k^2", lang) == expected


def test_other_languages_get_the_formula_as_signs() -> None:
    assert said("E = mc^2", "ja") == "E = mc²"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (r"\lim_{x \to 0} \frac{\sin x}{x}", "the limit as x approaches 0 of"),
        (r"\vec{F} = m\vec{a}", "vector F equals m vector a"),
        (r"|x| \ge 0", "the absolute value of x, end of absolute value is greater than or equal to 0"),
        (r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", "2 cases: case 1: 1, x is greater than 0;"),
        (r"\ce{2 H2 + O2 -> 2 H2O}", "2 H 2 plus O 2 reacts to 2 H 2 O"),
        (r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", "determinant with 2 rows and 2 columns: row 1"),
    ],
)
def test_what_is_built_of_parts_is_told_by_its_name(notation: str, expected: str) -> None:
    assert said(notation).startswith(expected)
