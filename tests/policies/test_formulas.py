"""Every formula of every policy, taken through everything that a formula can do; and the worked examples of each."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import Interval, IntervalSet
from sakip import policies as published
from sakip.errors import LawError
from sakip.policies import (
    HIGHER_IS_BETTER,
    HIGHER_IS_BETTER_RANGE,
    KMK_127_2026,
    LKJIP,
    LOWER_IS_BETTER,
    LOWER_IS_BETTER_INVERSE,
    LOWER_IS_BETTER_RANGE,
    PERMENPANRB_8_2021,
    PP_46_2011_COST_TIME,
    PP_46_2011_OUTPUT,
    PROGRESS_FROM_BASELINE,
    TENT,
)
from sakip.scoring import Formula, Measurement, Policy, Reason, laws
from sakip.scoring.laws import check
from sakip.testing import numbers
from tests.properties.printed import rule_value
from tests.scoring.making import measured

SLOTS = ("maximize", "minimize", "stabilize", "maximize_range", "minimize_range", "stabilize_range", "ordinal")


def formulas() -> dict[str, Formula]:
    """Every formula in `sakip.policies`, alone or in a slot of a policy, by its id."""
    things = [getattr(published, name) for name in published.__all__]
    found = [thing for thing in things if isinstance(thing, Formula)]
    found += [
        rule
        for policy in things
        if isinstance(policy, Policy)
        for slot in SLOTS
        if isinstance(rule := getattr(policy, slot), Formula)
    ]
    return {formula.id: formula for formula in found}


FORMULAS = formulas()
NUMBERS = {
    "T": st.one_of(numbers(1, 200), numbers(-20, 20)),
    "B": numbers(-20, 200),
    "LO": numbers(1, 100),
    "HI": numbers(101, 200),
}
NAMES = {"T": "target", "B": "baseline", "LO": "low", "HI": "high"}


def others(formula: Formula) -> st.SearchStrategy[dict[str, Decimal]]:
    """Numbers for every symbol of the formula but R."""
    return st.fixed_dictionaries({symbol: NUMBERS[symbol] for symbol in formula.symbols if symbol != "R"})


def value(formula: Formula, r: Any, numbers_: dict[str, Decimal]) -> Fraction | Reason:
    """The value of the formula at R."""
    return formula.exact(Measurement(realization=r, **{NAMES[symbol]: number for symbol, number in numbers_.items()}))


def test_every_formula_is_found() -> None:
    """The list that the tests below go through holds the nine shared formulas and the ministry's own two."""
    assert set(FORMULAS) == {
        "higher-is-better",
        "lower-is-better",
        "lower-is-better-inverse",
        "progress-from-baseline",
        "tent",
        "higher-is-better-range",
        "lower-is-better-range",
        "pp-46-2011-output",
        "pp-46-2011-cost-time",
        "kmk-127-2026-maximize",
        "kmk-127-2026-stabilize",
    }


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS.keys())
class TestEveryFormula:
    """Every rule states its laws, and one definition gives value, inverse, texts, LaTeX and data."""

    def test_laws_follow_from_the_coefficients(self, formula: Formula) -> None:
        """The laws are settled without trying a number."""
        sheet = check(formula)
        assert (sheet.decided, sheet.points, sheet.rule) == (True, 0, formula)
        assert laws.check(formula) == sheet

    def test_reference_and_direction(self, formula: Formula) -> None:
        """Each formula names what it comes from, or is a plain definition that no regulation is needed for."""
        assert formula.direction in {"up", "down", "peak", "towards-target"}
        assert formula.reference is not None or formula.id in {"progress-from-baseline", "tent"}

    @settings(max_examples=50)
    @given(data=st.data())
    def test_exact_and_back(self, formula: Formula, data: st.DataObject) -> None:
        """The inverse of the value at R holds R, and the image of R alone is that value alone."""
        known = data.draw(others(formula))
        r = data.draw(numbers(-20, 400))
        found = value(formula, r, known)
        whole = formula.inverse(IntervalSet.everything(), **known)
        if isinstance(found, Reason):
            assert found.code == "outside-domain"
            assert not whole.contains(r)
            return
        assert whole.contains(r)
        back = formula.inverse(found, **known)
        assert back.contains(r)
        for interval in back:
            for end, closed in ((interval.low, interval.low_end), (interval.high, interval.high_end)):
                if end is not None and closed == "closed":
                    assert value(formula, end, known) == found
        assert formula.image(IntervalSet.of(Interval.point(r)), **known) == IntervalSet.of(Interval.point(found))

    @settings(max_examples=50)
    @given(data=st.data())
    def test_image_holds_the_values(self, formula: Formula, data: st.DataObject) -> None:
        """The image of an interval holds the value of each of its numbers, and each value of it comes from there."""
        known = data.draw(others(formula))
        low, high = sorted(data.draw(st.tuples(numbers(-20, 400), numbers(-20, 400))))
        r = data.draw(numbers(-20, 400))
        band = IntervalSet.of(Interval.closed(low, high))
        image = formula.image(band, **known)
        found = value(formula, r, known)
        if low <= r <= high and not isinstance(found, Reason):
            assert image.contains(found)
        assert image.intersection(formula.inverse(IntervalSet(), **known)).is_empty
        for interval in image:
            for end, closed in ((interval.low, interval.low_end), (interval.high, interval.high_end)):
                if end is not None and closed == "closed":
                    assert not formula.inverse(end, **known).intersection(band).is_empty

    @settings(max_examples=50)
    @given(data=st.data())
    def test_texts_compute(self, formula: Formula, data: st.DataObject) -> None:
        """With numbers in its places the text in either language is a sum that gives the value."""
        known = data.draw(others(formula))
        r = data.draw(numbers(-20, 400))
        found = value(formula, r, known)
        if isinstance(found, Reason):
            return
        filled = {symbol: Fraction(number) for symbol, number in {**known, "R": r}.items()}
        for lang in ("id", "en"):
            assert rule_value(formula.text(lang, filled), lang) == found

    def test_texts_name_every_symbol(self, formula: Formula) -> None:
        """The text in words names each number that the formula needs, and differs between the languages."""
        words = {
            "id": {"R": "realisasi", "T": "target", "B": "kondisi awal", "LO": "batas bawah", "HI": "batas atas"},
            "en": {"R": "realization", "T": "target", "B": "baseline", "LO": "lower bound", "HI": "upper bound"},
        }
        for lang, named in words.items():
            text = formula.text(lang)
            assert all(named[symbol] in text for symbol in formula.expression.symbols)
        assert formula.text("id") != formula.text("en")

    def test_latex(self, formula: Formula) -> None:
        """The LaTeX form is balanced, holds every symbol of the expression, and each step that belongs to it."""
        text = formula.latex()
        assert text.count("{") == text.count("}")
        assert text.count(r"\begin") == text.count(r"\end") == bool(formula.expression.branches) + len(formula.then)
        assert [f"x_{at} =" in text for at in range(len(formula.then) + 1)] == [
            bool(formula.then),
            *[True] * len(formula.then),
        ]
        for symbol in formula.expression.symbols:
            assert (symbol if len(symbol) == 1 else rf"\mathit{{{symbol}}}") in text

    def test_canonical_and_back(self, formula: Formula) -> None:
        """The canonical form holds plain data only and reads back as an equal formula with equal values."""
        data = formula.canonical()
        plain(data)
        again = Formula.from_canonical(data)
        assert again == formula
        assert hash(again) == hash(formula)
        assert again.canonical() == data
        known = {symbol: Decimal(40 if symbol == "LO" else 80) for symbol in formula.symbols if symbol != "R"}
        known |= {"B": Decimal(20)} if "B" in known else {}
        for r in (0, 10, 40, 60, 80, 100, 400):
            assert value(again, r, known) == value(formula, r, known)

    def test_needs_its_numbers(self, formula: Formula) -> None:
        """Without one of its numbers there is a reason that names it, and no value."""
        found = formula.exact(measured(1))
        assert isinstance(found, Reason)
        assert found.code == "needs"
        assert any(name in found.text("en") for name in ("target", "baseline", "lower bound"))
        assert found.text("en") != found.text("id")


def plain(data: object) -> None:
    """Nothing but dicts under texts, lists, texts, whole numbers and None."""
    if isinstance(data, dict):
        for key, part in data.items():
            assert type(key) is str
            plain(part)
    elif isinstance(data, list):
        for part in data:
            plain(part)
    else:
        assert data is None or type(data) in {str, int, bool}


class TestWorkedExamples:
    """Capaian = realisasi / target × 100 %; bila makin tinggi realisasi makin rendah kinerja, (2T − R) / T × 100 %."""

    @pytest.mark.parametrize(
        ("t", "r", "regulation", "inverse"),
        [
            ("8", "7.2", "110", "1000/9"),
            ("8", "9", "87.5", "800/9"),
            ("8", "17", "-12.5", "800/17"),
            ("10", "10", "100", "100"),
            ("10", "8", "120", "125"),
            ("10", "12", "80", "250/3"),
            ("10", "25", "-50", "40"),
        ],
    )
    def test_two_forms_of_lower_is_better(self, t: str, r: str, regulation: str, inverse: str) -> None:
        """The two forms meet at the target only; beyond twice the target the regulation's form is negative."""
        assert LOWER_IS_BETTER.exact(measured(r, t)) == Fraction(regulation)
        assert LOWER_IS_BETTER_INVERSE.exact(measured(r, t)) == Fraction(inverse)

    def test_zero_of_what_should_fall(self) -> None:
        """At R = 0 the regulation's form tops out at 200 and the inverse form has no value."""
        assert LOWER_IS_BETTER.exact(measured(0, 8)) == 200
        found = LOWER_IS_BETTER_INVERSE.exact(measured(0, 8))
        assert isinstance(found, Reason)
        assert found.code == "outside-domain"

    @pytest.mark.parametrize(
        ("formula", "numbers_", "wanted"),
        [
            (HIGHER_IS_BETTER, {"r": 72, "t": 80}, 90),
            (HIGHER_IS_BETTER, {"r": 100, "t": 40}, 250),
            (PROGRESS_FROM_BASELINE, {"r": 12, "t": 10, "baseline": 20}, 80),
            (PROGRESS_FROM_BASELINE, {"r": 15, "t": 10, "baseline": 20}, 50),
            (PROGRESS_FROM_BASELINE, {"r": 42, "t": 45, "baseline": 32}, Fraction(1000, 13)),
            (PROGRESS_FROM_BASELINE, {"r": 6, "t": 5, "baseline": 8}, Fraction(200, 3)),
            (PROGRESS_FROM_BASELINE, {"r": 68, "t": 80, "baseline": 50}, 60),
            (TENT, {"r": 45, "t": 50}, 90),
            (TENT, {"r": 60, "t": 50}, 80),
            (HIGHER_IS_BETTER_RANGE, {"r": 92, "low": 80, "high": 90}, Fraction(9200, 90)),
            (HIGHER_IS_BETTER_RANGE, {"r": 70, "low": 80, "high": 90}, Fraction(175, 2)),
            (LOWER_IS_BETTER_RANGE, {"r": "6.5", "low": 7, "high": 8}, Fraction(750, 7)),
            (LOWER_IS_BETTER_RANGE, {"r": 9, "low": 7, "high": 8}, Fraction(175, 2)),
            (HIGHER_IS_BETTER_RANGE, {"r": 85, "low": 80, "high": 90}, 100),
        ],
    )
    def test_examples(self, formula: Formula, numbers_: dict[str, Any], wanted: int | Fraction) -> None:
        """The worked examples of the field come out exactly."""
        assert formula.exact(measured(**numbers_)) == wanted

    @pytest.mark.parametrize(
        ("r", "wanted"),
        [
            ("12", 76),
            ("10", Fraction(278, 3)),
            ("9.12", 100),
            ("9.119999", Fraction(9119999, 120000)),
            ("9", 75),
            ("6", 50),
            ("0", 0),
            ("15", 51),
            ("24", -24),
        ],
    )
    def test_cost_and_time_of_pp_46_2011(self, r: str, wanted: int | Fraction) -> None:
        """Of twelve months: 76 at the target, 100 where 24 % is saved, and a fall by 24 points beyond."""
        assert PP_46_2011_COST_TIME.exact(measured(r, 12)) == wanted

    @pytest.mark.parametrize("r", ["0", "3", "9.12", "9.119999", "9", "12", "15", "24"])
    def test_cost_and_time_as_it_was_written(self, r: str) -> None:
        """If e = 100 - R/T x 100 is at most 24: (1.76 T - R)/T x 100, else 76 - ((1.76 T - R)/T x 100 - 100)."""
        share = Fraction(r) / 12
        written = (Fraction(176, 100) - share) * 100
        wanted = written if 100 - share * 100 <= 24 else 76 - (written - 100)
        assert PP_46_2011_COST_TIME.exact(measured(r, 12)) == wanted

    def test_the_defect_of_pp_46_2011_is_stated(self) -> None:
        """The turn is part of the formula, is checked, written in both languages, and answers both ways back."""
        assert laws.check(PP_46_2011_COST_TIME).decided
        assert PP_46_2011_COST_TIME.text("id").endswith("; berbalik arah pada 0,76 × target")
        assert PP_46_2011_COST_TIME.text("en").endswith("; turns at 0.76 × target")
        assert PP_46_2011_COST_TIME.inverse(100, T=12).text("en") == "{9.12}"
        assert PP_46_2011_COST_TIME.inverse(75, T=12).text("en") == "{9} ∪ {12.12}"
        assert PP_46_2011_COST_TIME.reference.certainty == "secondary"
        policy = LKJIP.evolve(maximize=PP_46_2011_OUTPUT, minimize=PP_46_2011_COST_TIME)
        assert policy.minimize is PP_46_2011_COST_TIME
        for slot in ("maximize", "stabilize"):
            with pytest.raises(LawError):
                LKJIP.evolve(**{slot: PP_46_2011_COST_TIME})

    def test_policies_share_their_formulas(self) -> None:
        """A policy picks a formula by name, so one product cannot hold two of one name (F1, F2, F4)."""
        assert LKJIP.maximize is PERMENPANRB_8_2021.maximize is HIGHER_IS_BETTER
        assert LKJIP.minimize is PERMENPANRB_8_2021.minimize is KMK_127_2026.minimize is LOWER_IS_BETTER
