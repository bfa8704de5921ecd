"""A formula is data with laws: one definition gives values, inverse, texts and a written form."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Interval, IntervalSet
from sakip.errors import InvalidValueError
from sakip.policies import HIGHER_IS_BETTER, KMK_127_2026, LKJIP, PROGRESS_FROM_BASELINE
from sakip.scoring import HI, LO, B, C, Cap, Cases, Floor, Formula, Piecewise, R, Reason, Round, T, W
from sakip.scoring.formula import Formula as Mirrored
from sakip.testing import numbers
from tests.scoring.making import measured

EVERY = Formula(
    "every symbol",
    Cases([(R < B, (R + W) / (T + C)), (R >= HI, Fraction(1, 3) * R / LO)], otherwise=(7 * R - B - 3) / (2 * T + 5)),
    at_target=1,
    direction="up",
    domain=[T.differs(0), W > 0],
)
NUMBER = numbers(-9, 9)


class TestValue:
    @given(r=NUMBER, known=st.lists(NUMBER, min_size=6, max_size=6))
    def test_is_that_of_its_expression(self, r: Decimal, known: list[Decimal]) -> None:
        """The compiled formula gives what its expression gives in fractions, branch by branch, or no value at all."""
        symbols = dict(zip(("T", "B", "W", "C", "LO", "HI"), map(Fraction, known), strict=True))
        measurement = measured(
            r, known[0], baseline=known[1], worst_value=known[2], ceiling=known[3], low=known[4], high=known[5]
        )
        found = EVERY.exact(measurement)
        ratio = EVERY.ratio_at({**symbols, "R": Fraction(r)})
        inside = symbols["T"] != 0 and symbols["W"] > 0
        x, t, b, w, c, lo, hi = (Fraction(r), *symbols.values())
        above, below = (x + w, t + c) if x < b else (x / 3, lo) if x >= hi else (7 * x - b - 3, 2 * t + 5)
        if not inside or below == 0:
            assert isinstance(found, Reason)
            assert found.code == "outside-domain"
            assert ratio is None
        else:
            assert found == above / below
            assert ratio is not None

    @pytest.mark.parametrize(
        ("formula", "t", "b", "value"),
        [
            (HIGHER_IS_BETTER, -5, None, None),
            (PROGRESS_FROM_BASELINE, -5, 5, 50),
            (PROGRESS_FROM_BASELINE, 5, 5, None),
            (Formula("any sign", 100 * R / T, at_target=100, direction="up", domain=[T.differs(0)]), -5, None, 0),
        ],
    )
    def test_sign_of_the_denominator(self, formula: Formula, t: int, b: int | None, value: int | None) -> None:
        """Without a domain a denominator must be positive; with one, or towards a target, it must not be zero."""
        found = formula.exact(measured(0, t, baseline=b))
        assert found == value if value is not None else isinstance(found, Reason)

    def test_quotient_has_a_positive_denominator(self) -> None:
        """Whatever the signs, the denominator of the value is positive."""
        for t, b in ((5, -5), (-5, 5)):
            above, below = PROGRESS_FROM_BASELINE.quotient((0, t, b, None, None, None, None, 1))
            assert (above, below > 0) == (500, True)

    def test_negative_constant_denominator(self) -> None:
        """A formula over a negative number has no value without a domain."""
        assert isinstance(Formula("f", R / -2, at_target=1, direction="down").exact(measured(1)), Reason)

    def test_many_branches(self) -> None:
        """A formula of 150 branches is built and finds its branch."""
        steps = [(R - Fraction(at, 100) * T < 0, at) for at in range(150)]
        staircase = Formula("staircase", Cases(steps, otherwise=150), at_target=101, direction="up", domain=[T > 0])
        assert staircase.exact(measured("99.5", 100)) == 100
        assert staircase.exact(measured(500, 100)) == 150
        with pytest.raises(InvalidValueError) as caught:
            Cases([(at * T > R, at) for at in range(201)], otherwise=0)
        assert caught.value.value == 201

    def test_then(self) -> None:
        """Steps of the formula itself belong to its value, its inverse and its image."""
        stabilize = KMK_127_2026.stabilize
        assert stabilize.exact(measured(96, 100)) == 112
        assert stabilize.inverse(112, T=100).text("en") == "{96} \N{UNION} {104}"
        assert stabilize.image(IntervalSet.of(Interval.closed(90, 100)), T=100).text("en") == "[100, 120]"


class TestInverse:
    def test_of_a_set(self) -> None:
        """A band of values comes back as a band of realizations."""
        band = IntervalSet.of(Interval.closed_open(90, 100))
        assert HIGHER_IS_BETTER.inverse(band, T=80).text("en") == "[72, 80)"
        assert LKJIP.minimize.inverse(band, T=80).text("en") == "(80, 88]"

    def test_wanted(self) -> None:
        """A wanted value may be an int, a Decimal, text or a fraction; of a value that nothing has nothing comes."""
        for wanted in (90, Decimal(90), "90", Fraction(90)):
            assert HIGHER_IS_BETTER.inverse(wanted, T=80) == IntervalSet.of(Interval.point(72))
        assert LKJIP.maximize_range.inverse(100, LO=80, HI=90).text("en") == "[80, 90]"
        assert KMK_127_2026.stabilize.inverse(121, T=100).is_empty

    def test_outside_the_domain(self) -> None:
        """With a target for which the formula is not defined nothing has any value."""
        assert HIGHER_IS_BETTER.inverse(IntervalSet.everything(), T=0).is_empty
        assert HIGHER_IS_BETTER.image(IntervalSet.everything(), T=-1).is_empty

    @pytest.mark.parametrize("call", ["inverse", "image"])
    def test_missing_number(self, call: str) -> None:
        """Without a number that the formula needs the error names it; a float is refused as everywhere."""
        argument: Any = 90 if call == "inverse" else IntervalSet.everything()
        with pytest.raises(InvalidValueError) as caught:
            getattr(PROGRESS_FROM_BASELINE, call)(argument, T=5)
        assert (caught.value.code, caught.value.value) == ("number-missing", ("B",))
        assert caught.value.path == f"Formula[{PROGRESS_FROM_BASELINE.id}]"
        with pytest.raises(InvalidValueError) as caught:
            getattr(PROGRESS_FROM_BASELINE, call)(argument, T=5, B=0.5)
        assert caught.value.code == "float-refused"


class TestConstruction:
    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"id": ""}, "empty-text"),
            ({"at_target": 1.5}, "float-refused"),
            ({"met_from": "x"}, "not-canonical"),
            ({"met_from": "1.000001"}, "met-from-misplaced"),
            ({"met_from": 0}, "met-from-misplaced"),
            ({"met_from": -150}, "met-from-misplaced"),
            ({"met_from": -1, "at_target": 0}, "met-from-misplaced"),
            ({"direction": "sideways"}, "unknown-direction"),
            ({"direction": None}, "unknown-direction"),
            ({"direction": ["up"]}, "unknown-direction"),
            ({"then": [Round(2)]}, "rounding-in-formula"),
            ({"then": [Cap(120), 5]}, "rounding-in-formula"),
        ],
    )
    def test_refusal(self, fields: dict[str, Any], code: str) -> None:
        """A field that cannot be is refused with its own code."""
        stated = {"id": "f", "expression": R / T, "at_target": 1, "direction": "up", **fields}
        with pytest.raises(InvalidValueError) as caught:
            Formula(**stated)
        assert caught.value.code == code

    def test_direction_is_required(self) -> None:
        """Neither the value at the target nor the direction is ever assumed."""
        with pytest.raises(TypeError):
            Formula("f", R / T, at_target=1)
        with pytest.raises(TypeError):
            Formula("f", R / T, direction="up")

    def test_kind(self) -> None:
        """A formula in LO or HI is one for ranges."""
        assert HIGHER_IS_BETTER.kind == "number"
        assert Formula("f", Cases([(R < LO, R / LO)], otherwise=1), at_target=1, direction="up").kind == "range"
        assert Formula("f", R / T, at_target=1, direction="up", domain=[HI > 0]).kind == "range"

    def test_met_at(self) -> None:
        """The promise counts as kept from the value at the target on, or from the stated one."""
        assert HIGHER_IS_BETTER.met_at == 100
        assert KMK_127_2026.stabilize.met_at == 100 != KMK_127_2026.stabilize.at_target
        for stated in ("0.000001", 99, 100):
            assert evolve(HIGHER_IS_BETTER, met_from=stated).met_at == Fraction(stated)

    @pytest.mark.parametrize("given", [5, None, (8, 10)], ids=repr)
    def test_no_measurement(self, given: Any) -> None:
        """The exact value is that of a measurement, and how one is written is told."""
        with pytest.raises(InvalidValueError, match="Measurement") as caught:
            HIGHER_IS_BETTER.exact(given)
        assert (caught.value.code, caught.value.path) == ("wrong-kind", "Formula.exact")

    @pytest.mark.parametrize("formula", [HIGHER_IS_BETTER, LKJIP.maximize_range], ids=lambda one: one.id)
    def test_other_language(self, formula: Formula) -> None:
        """A third language is refused whether or not the formula needs a word of it."""
        for lang in ("xx", None):
            with pytest.raises(InvalidValueError) as caught:
                formula.latex(lang)
            assert caught.value.code == "unknown-language"

    def test_pickle(self) -> None:
        """A formula survives pickling, equal and with the same values, and no code travels in the pickle."""
        for formula in (EVERY, KMK_127_2026.stabilize, PROGRESS_FROM_BASELINE):
            data = pickle.dumps(formula)
            again = pickle.loads(data)
            assert again == formula
            assert hash(again) == hash(formula)
            assert b"lambda" not in data
        assert pickle.loads(pickle.dumps(HIGHER_IS_BETTER)).exact(measured(72, 80)) == 90


class TestTurn:
    """A declared turn: a multiple of the target beyond which the value moves against the direction."""

    @pytest.mark.parametrize("share", ["0.000001", "0.76", "0.999999", "1.000001", "2"])
    def test_multiples(self, share: str) -> None:
        """Any positive multiple but the target itself."""
        turn = Decimal(share) * T
        assert Formula("f", 100 * R / T, at_target=100, direction="down", turns_at=turn).turns_at == turn

    def test_in_words(self) -> None:
        """The formula in words says where it turns; with numbers in their places it is one value and says nothing."""
        turning = Formula("f", 100 * R / T, at_target=100, direction="down", turns_at=Decimal("1.5") * T)
        assert turning.text().endswith("; berbalik arah pada 1,5 × target")
        assert turning.text("en").endswith("; turns at 1.5 × target")
        assert "turns" not in turning.text("en", {"R": Fraction(1), "T": Fraction(2)})
        assert "turns" not in HIGHER_IS_BETTER.text("en")

    def test_written_and_read_back(self) -> None:
        """The turn is a part of the written form; so is that there is none, and no domain."""
        turning = Formula("f", 100 * R / T, at_target=100, direction="down", turns_at=2 * T)
        for formula in (turning, evolve(turning, turns_at=None)):
            again = Mirrored.from_canonical(formula.canonical())
            assert again == formula
            assert again.turns_at == formula.turns_at
            assert again.domain is None

    @pytest.mark.parametrize(
        "fields",
        [
            {"turns_at": T},
            {"turns_at": 0 * T},
            {"turns_at": -2 * T},
            {"turns_at": 2 * T + 1},
            {"turns_at": 2 * B},
            {"turns_at": 2 * T - R},
            {"turns_at": 2 * T, "direction": "peak"},
            {"turns_at": 2 * T, "direction": "towards-target"},
            {"turns_at": 2 * T, "expression": 100 * R / HI},
        ],
        ids=range(9),
    )
    def test_misplaced(self, fields: dict[str, Any]) -> None:
        """At the target, or against a range, a baseline or no stated side, nothing can turn."""
        with pytest.raises(InvalidValueError) as caught:
            Formula(**{"id": "f", "expression": 100 * R / T, "at_target": 100, "direction": "up", **fields})
        assert (caught.value.code, caught.value.path) == ("turn-misplaced", "Formula.turns_at")


class TestCanonical:
    def test_and_back(self) -> None:
        """Every field is written and read back."""
        formula = Formula(
            "full",
            EVERY.expression,
            at_target="1.5",
            direction="down",
            domain=[T > 0],
            then=[Floor(0), Piecewise.through([(0, 0), (90, 100), (100, 120)]), Cap("119.5")],
            breaks=[2 * T],
            met_from=1,
            reference=LKJIP.reference,
        )
        assert Mirrored.from_canonical(formula.canonical()) == formula
        assert Mirrored.from_canonical(EVERY.canonical()) == EVERY

    @pytest.mark.parametrize("data", [{}, None, {"id": "f"}], ids=str)
    def test_of_no_formula(self, data: Any) -> None:
        """Data that is no written form is refused as a whole."""
        with pytest.raises(InvalidValueError) as caught:
            Mirrored.from_canonical(data)
        assert (caught.value.code, caught.value.path) == ("not-canonical", "Formula")
        assert caught.value.value is data

    def test_text_with_then(self) -> None:
        """The text names the formula's own steps behind it."""
        text = KMK_127_2026.stabilize.text("en")
        assert text.startswith("100 × realization ÷ target if realization ≤ target; otherwise ")
        assert text.endswith("piecewise conversion (0 → 0, 90 → 100; from 90: 90 → 100, 100 → 120)")
