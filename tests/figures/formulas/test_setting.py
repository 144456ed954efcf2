"""Formulas are set as TeX sets them: by what their outlines measure."""

from __future__ import annotations

import pytest

from diptych.figures.formulas.boxes import Box, Ink
from diptych.figures.formulas.drawn import DrawnFormula, drawn_formula
from diptych.figures.formulas.font import math_font
from diptych.figures.formulas.layout import set_formula
from diptych.layout.load import load_layout
from diptych.material.formulas.reader import read_formula

FONT = load_layout("classic").theme.formulas


def drawn(notation: str, display: bool = True) -> DrawnFormula:
    return drawn_formula(read_formula(notation), FONT, display)


def box(notation: str, display: bool = True) -> Box:
    return set_formula(read_formula(notation), math_font(FONT), display)


def inks(notation: str, display: bool = True) -> list[Ink]:
    return [ink for ink in box(notation, display).ink if isinstance(ink, Ink)]


@pytest.mark.parametrize(
    "notation",
    [
        r"\left[\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right] \xrightarrow{R_2 - 4R_1} A",
        r"\oint_{\partial V} \mathbf{E}\cdot\mathrm{d}\mathbf{A} = \frac{Q}{\varepsilon_0}",
        r"\underbrace{1 + \dots + n}_{n\text{ terms}} + \overbrace{a\cdots a}^{k} + \widehat{ABC}",
        r"\left.\frac{dy}{dx}\right|_{x=0} = \cfrac{1}{1+\cfrac{1}{x}} \not= \cancel{x} + \boxed{y}",
        r"\lim_{\substack{x\to 0\\ x>0}} \frac1x,\ a \equiv b \pmod n,\ \binom{n}{k},\ {n \choose k}",
        r"\ce{CaCO3 ->[\Delta] CaO + CO2 ^},\ \ce{[Cu(NH3)4]^2+},\ \ce{HC#CH},\ \ce{A <=>[heat][cat.] B}",
        r"\forall\varepsilon>0\ \exists\delta>0:\ |x-a|<\delta \implies |f(x)-f(a)|<\varepsilon",
        r"\{x\in\mathbb{R}\mid x^2<2\},\ \mathcal{P}(M),\ \mathfrak{g},\ \lfloor x\rfloor",
    ],
)
def test_what_lessons_are_full_of_can_be_drawn(notation: str) -> None:
    found = drawn(notation)
    assert found.width > 4
    assert 1 < found.height + found.depth < 6
    assert found.path.count("M") > 10


def test_relations_stand_further_apart_than_operations_and_factors() -> None:
    relation, operation, factors = (box(one).width for one in ("a=b", "a+b", "ab"))
    widths = {char: box(char).width for char in "=+"}
    assert relation - widths["="] - factors == pytest.approx(10 / 18, abs=0.01)
    assert operation - widths["+"] - factors == pytest.approx(8 / 18, abs=0.01)


def test_a_sign_before_a_number_stands_close_to_it() -> None:
    assert box("-1").width == pytest.approx(box("1").width + box("{-}").width, abs=0.01)


def test_limits_stand_below_and_above_in_display_and_at_the_side_in_a_line() -> None:
    display, line = box(r"\sum_{k=1}^{n}"), box(r"\sum_{k=1}^{n}", display=False)
    assert display.width < line.width
    assert display.height + display.depth > line.height + line.depth + 0.5


def test_brackets_are_as_high_as_what_they_hold() -> None:
    low, high = box(r"\left(x\right)"), box(r"\left(\frac{\frac{a}{b}}{\frac{c}{d}}\right)")
    inside = box(r"\frac{\frac{a}{b}}{\frac{c}{d}}")
    assert low.height + low.depth < 1.3
    assert high.height + high.depth > 0.9 * (inside.height + inside.depth)


def test_scripts_are_smaller_and_scripts_of_scripts_smaller_still() -> None:
    assert [round(ink.scale, 2) for ink in inks("a^{b^c}")] == [1.0, 0.7, 0.55]


def test_aligned_lines_have_their_relations_below_each_other() -> None:
    equals = [ink.x for ink in inks(r"a + b &= c \\ d &= e + f + g") if ink.glyph == "equal"]
    assert len(equals) == 2
    assert equals[0] == pytest.approx(equals[1], abs=0.001)


def test_columns_of_a_matrix_are_centred() -> None:
    first, second = [ink for ink in inks(r"\begin{matrix} 1 \\ 100 \end{matrix}") if ink.glyph == "one"]
    zeros = [ink.x for ink in inks(r"\begin{matrix} 1 \\ 100 \end{matrix}") if ink.glyph == "zero"]
    assert first.x == pytest.approx(min(zeros), abs=0.02)
    assert second.x < first.x


def test_a_fraction_line_is_at_the_height_of_a_minus() -> None:
    (area,) = [ink for ink in box(r"\frac{a}{b}").ink if not isinstance(ink, Ink)]
    font = math_font(FONT)
    minus = font.of("−")
    assert sum(y for _, y in area.points) / 4 == pytest.approx((minus.top + minus.bottom) / 2, abs=0.02)
