"""An expression in words, with numbers in their places, and in LaTeX."""

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip.policies import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    KMK_127_2026,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    LOWER_IS_BETTER_RANGE,
    PROGRESS_FROM_BASELINE,
    TENT,
)
from sakip.scoring import HI, LO, B, C, Cap, Cases, Condition, Floor, Formula, Linear, Piecewise, R, Ratio, T, W
from sakip.scoring.writing import latex, symbol_words, words

POLICY_FORMULAS = (
    (
        HIGHER_IS_BETTER,
        "100 × realisasi ÷ target",
        "100 × realization ÷ target",
        r"\frac{100\,R}{T}",
    ),
    (
        LOWER_IS_BETTER,
        "100 × (2 × target − realisasi) ÷ target",
        "100 × (2 × target − realization) ÷ target",
        r"\frac{100\,(2\,T - R)}{T}",
    ),
    (
        LOWER_IS_BETTER_INVERSE,
        "100 × target ÷ realisasi",
        "100 × target ÷ realization",
        r"\frac{100\,T}{R}",
    ),
    (
        PROGRESS_FROM_BASELINE,
        "100 × (realisasi − kondisi awal) ÷ (target − kondisi awal)",
        "100 × (realization − baseline) ÷ (target − baseline)",
        r"\frac{100\,(R - B)}{T - B}",
    ),
    (
        TENT,
        "100 × realisasi ÷ target bila realisasi ≤ target; selain itu 100 × (2 × target − realisasi) ÷ target",
        "100 × realization ÷ target if realization ≤ target; otherwise 100 × (2 × target − realization) ÷ target",
        r"\begin{cases} \frac{100\,R}{T} & R \le T\\ \frac{100\,(2\,T - R)}{T} & \text{selain itu} \end{cases}",
    ),
    (
        HIGHER_IS_BETTER_RANGE,
        (
            "100 × realisasi ÷ batas bawah bila realisasi < batas bawah; "
            "100 × realisasi ÷ batas atas bila realisasi > batas atas; selain itu 100"
        ),
        (
            "100 × realization ÷ lower bound if realization < lower bound; "
            "100 × realization ÷ upper bound if realization > upper bound; otherwise 100"
        ),
        (
            r"\begin{cases} \frac{100\,R}{\mathit{LO}} & R < \mathit{LO}\\ "
            r"\frac{100\,R}{\mathit{HI}} & R > \mathit{HI}\\ 100 & \text{selain itu} \end{cases}"
        ),
    ),
    (
        LOWER_IS_BETTER_RANGE,
        (
            "100 × (2 × batas bawah − realisasi) ÷ batas bawah bila realisasi < batas bawah; "
            "100 × (2 × batas atas − realisasi) ÷ batas atas bila realisasi > batas atas; selain itu 100"
        ),
        (
            "100 × (2 × lower bound − realization) ÷ lower bound if realization < lower bound; "
            "100 × (2 × upper bound − realization) ÷ upper bound if realization > upper bound; otherwise 100"
        ),
        (
            r"\begin{cases} \frac{100\,(2\,\mathit{LO} - R)}{\mathit{LO}} & R < \mathit{LO}\\ "
            r"\frac{100\,(2\,\mathit{HI} - R)}{\mathit{HI}} & R > \mathit{HI}\\ 100 & \text{selain itu} \end{cases}"
        ),
    ),
    (
        KMK_127_2026.maximize,
        "100 × realisasi ÷ target bila target > 0; selain itu 100 × (realisasi − 2 × target) ÷ (−target)",
        "100 × realization ÷ target if target > 0; otherwise 100 × (realization − 2 × target) ÷ (−target)",
        r"\begin{cases} \frac{100\,R}{T} & T > 0\\ \frac{100\,(R - 2\,T)}{-T} & \text{selain itu} \end{cases}",
    ),
)
WRITTEN = (
    (R + 0, "realisasi", "R"),
    (R / 2, "realisasi ÷ 2", r"\frac{R}{2}"),
    (-R / T, "−realisasi ÷ target", r"\frac{-R}{T}"),
    (R / -T, "realisasi ÷ (−target)", r"\frac{R}{-T}"),
    (R / (2 * T), "realisasi ÷ (2 × target)", r"\frac{R}{2\,T}"),
    (R / (2 * T + 2 * B), "realisasi ÷ (2 × (target + kondisi awal))", r"\frac{R}{2\,(T + B)}"),
    (R / (2 * T + 3 * B), "realisasi ÷ (2 × target + 3 × kondisi awal)", r"\frac{R}{2\,T + 3\,B}"),
    ((R - B) / 1, "(realisasi − kondisi awal)", "R - B"),
    (R - T - 5, "(realisasi − target − 5)", "R - T - 5"),
    (5 - R + T, "(target + 5 − realisasi)", "T + 5 - R"),
    (-R - T, "(−realisasi − target)", "-R - T"),
    (10 * R - 15, "5 × (2 × realisasi − 3)", r"5\,(2\,R - 3)"),
    (R - R + 7, "7", "7"),
    (R - R - 7, "−7", "-7"),
    (R - R, "0", "0"),
    ((R - R) / T, "0 ÷ target", r"\frac{0}{T}"),
    (Decimal("1.5") * R / T, "3 × realisasi ÷ (2 × target)", r"\frac{3\,R}{2\,T}"),
    (
        100 * (Decimal("1.76") * T - R) / T,
        "4 × (44 × target − 25 × realisasi) ÷ target",
        r"\frac{4\,(44\,T - 25\,R)}{T}",
    ),
    (1234567 * R, "1.234.567 × realisasi", r"1234567\,R"),
    (W - C, "(nilai terburuk − batas terbaik)", "W - C"),
    (HI - LO, "(batas atas − batas bawah)", r"\mathit{HI} - \mathit{LO}"),
)
CONDITIONS = (
    (R < T, "realisasi < target", "R < T"),
    (R <= T, "realisasi ≤ target", r"R \le T"),
    (R > T, "realisasi > target", "R > T"),
    (R >= T, "realisasi ≥ target", r"R \ge T"),
    (R.differs(T), "realisasi ≠ target", r"R \ne T"),
    (T > 0, "target > 0", "T > 0"),
    (T > 5, "target > 5", "T > 5"),
    (T + 5 > 0, "target + 5 > 0", "T + 5 > 0"),
    (-T > 0, "0 > target", "0 > T"),
    (R <= 2 * T - B, "realisasi + kondisi awal ≤ 2 × target", r"R + B \le 2\,T"),
    (R - Decimal("0.5") * T <= 0, "realisasi ≤ 0,5 × target", r"R \le \tfrac{1}{2}\,T"),
    (R - Fraction(1, 3) * T <= 0, "realisasi ≤ 1/3 × target", r"R \le \tfrac{1}{3}\,T"),
)


def cases(expression: Linear | Ratio | Cases) -> Cases:
    """The branches of an expression, as a formula holds them."""
    return Formula("x", expression, at_target=100, direction="up").expression


@pytest.mark.parametrize(
    ("formula", "indonesian", "english", "tex"), POLICY_FORMULAS, ids=[row[0].id for row in POLICY_FORMULAS]
)
def test_formulas_of_the_policies(formula: Formula, indonesian: str, english: str, tex: str) -> None:
    """Each formula that a policy uses is written in Indonesian, in English and in LaTeX."""
    assert words(formula.expression, "id") == indonesian == formula.text() == formula.text("id")
    assert words(formula.expression, "en") == english == formula.text("en")
    assert latex(formula.expression, "id") == tex == formula.latex()
    assert latex(formula.expression, "en") == tex.replace("selain itu", "otherwise") == formula.latex("en")


@pytest.mark.parametrize(("expression", "indonesian", "tex"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_expressions(expression: Linear | Ratio | Cases, indonesian: str, tex: str) -> None:
    """Common factors stand in front, signs between, and brackets only where they are needed."""
    assert words(cases(expression), "id") == indonesian
    assert latex(cases(expression), "id") == tex


@pytest.mark.parametrize(("condition", "indonesian", "tex"), CONDITIONS, ids=[row[1] for row in CONDITIONS])
def test_conditions(condition: Condition, indonesian: str, tex: str) -> None:
    """A comparison has its positive parts on the left and its negative parts on the right."""
    written = cases(Cases([(condition, R)], otherwise=T))
    assert words(written, "id") == f"realisasi bila {indonesian}; selain itu target"
    assert latex(written, "id") == rf"\begin{{cases}} R & {tex}\\ T & \text{{selain itu}} \end{{cases}}"


def test_latex_of_steps() -> None:
    """Each step is written after the number before it: a conversion by its lines, a floor and a cap by their two."""
    conversion = Piecewise.through([(0, 0), (90, 100), (100, 120)])
    formula = Formula("f", 100 * R / T, at_target=120, direction="up", then=[Floor("-0.5"), conversion, Cap(120)])
    assert formula.latex().split(r",\quad ") == [
        r"x_0 = \frac{100\,R}{T}",
        r"x_1 = \begin{cases} \frac{-1}{2} & x_0 < -\tfrac{1}{2}\\ x_0 & x_0 \ge -\tfrac{1}{2} \end{cases}",
        r"x_2 = \begin{cases} \frac{10\,x_1}{9} & x_1 < 90\\ 2\,(x_1 - 40) & x_1 \ge 90 \end{cases}",
        r"x_3 = \begin{cases} x_2 & x_2 \le 120\\ 120 & x_2 > 120 \end{cases}",
    ]
    floor = Formula("f", 100 * R / T, at_target=100, direction="up", then=[Floor(0)]).latex()
    assert floor.endswith(r"\begin{cases} 0 & x_0 < 0\\ x_0 & x_0 \ge 0 \end{cases}")
    stepped = Piecewise.through([(0, 0), (50, 40), (90, 100), (100, 120)])
    middle = Formula("f", 100 * R / T, at_target=120, direction="up", then=[stepped]).latex("en")
    assert r"\frac{3\,x_0 - 70}{2} & 50 \le x_0 < 90\\" in middle


def test_latex_holds_ascii_alone() -> None:
    """No sign of a formula in LaTeX needs a package of its own; a printed minus would stop pdflatex."""
    rows = [row[0].expression for row in POLICY_FORMULAS] + [cases(row[0]) for row in WRITTEN]
    assert all(latex(row, "en").isascii() for row in rows)


class TestNumbers:
    """With numbers in their places only the branch that applies is written."""

    @pytest.mark.parametrize(
        ("r", "t", "indonesian", "english"),
        [
            ("7.2", 8, "100 × 7,2 ÷ 8", "100 × 7.2 ÷ 8"),
            (8, 8, "100 × 8 ÷ 8", "100 × 8 ÷ 8"),
            ("8.000001", 8, "100 × (2 × 8 − 8,000001) ÷ 8", "100 × (2 × 8 − 8.000001) ÷ 8"),
            (-1, 8, "100 × (-1) ÷ 8", "100 × (-1) ÷ 8"),
            (0, 8, "100 × 0 ÷ 8", "100 × 0 ÷ 8"),
            (Fraction(10, 3), 8, "100 × (10/3) ÷ 8", "100 × (10/3) ÷ 8"),
            (1000, Fraction(4321, 2), "100 × 1.000 ÷ 2.160,5", "100 × 1,000 ÷ 2,160.5"),
        ],
    )
    def test_branch_that_applies(
        self, r: int | str | Fraction, t: int | Fraction, indonesian: str, english: str
    ) -> None:
        """The tent is written with its left side up to the target and its right side beyond; negatives in brackets."""
        numbers = {"R": Fraction(r), "T": Fraction(t)}
        assert words(TENT.expression, "id", numbers) == indonesian == TENT.text("id", numbers)
        assert words(TENT.expression, "en", numbers) == english

    def test_later_branches(self) -> None:
        """Each bound of a range, and the inside, have a writing of their own."""
        bounds = {"LO": Fraction(80), "HI": Fraction(90)}
        written = [
            words(HIGHER_IS_BETTER_RANGE.expression, "en", {**bounds, "R": Fraction(r)}) for r in (79, 80, 90, 91)
        ]
        assert written == ["100 × 79 ÷ 80", "100", "100", "100 × 91 ÷ 90"]

    def test_a_symbol_without_a_number_keeps_its_word(self) -> None:
        """What has no number yet is written in words among the numbers."""
        assert words(LOWER_IS_BETTER.expression, "id", {"T": Fraction(8)}) == "100 × (2 × 8 − realisasi) ÷ 8"
        assert words(HIGHER_IS_BETTER.expression, "id", {}) == "100 × realisasi ÷ target"

    def test_negative_divisor(self) -> None:
        """A negative number under the line stands in brackets and is not wrapped twice."""
        numbers = {"R": Fraction(-5), "T": Fraction(-4)}
        assert words(HIGHER_IS_BETTER.expression, "id", numbers) == "100 × (-5) ÷ (-4)"
        written = words(PROGRESS_FROM_BASELINE.expression, "id", {**numbers, "B": Fraction(-6)})
        assert written == "100 × ((-5) − (-6)) ÷ ((-4) − (-6))"


def test_symbol_words() -> None:
    """Each symbol has its word in both languages."""
    found = [(symbol_words(symbol).id, symbol_words(symbol).en) for symbol in ("R", "T", "B", "W", "C", "LO", "HI")]
    assert found == [
        ("realisasi", "realization"),
        ("target", "target"),
        ("kondisi awal", "baseline"),
        ("nilai terburuk", "worst value"),
        ("batas terbaik", "best attainable"),
        ("batas bawah", "lower bound"),
        ("batas atas", "upper bound"),
    ]


def test_unknown_language() -> None:
    """An expression is written in no other language."""
    with pytest.raises(ValueError, match="unknown language"):
        words(TENT.expression, "fr")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="unknown language"):
        latex(TENT.expression, "fr")  # type: ignore[arg-type]
