from fractions import Fraction
from typing import Any

import pytest

from sakip.cascade.causes.composition import Composition, Term, made, term_of
from tests.cascade.making import family, report_on, target


def operands(*values: Any, kind: Any = "sum", **more: Any) -> Any:
    """The children of a parent by what they promise."""
    children = (target(f"C{at}", value) for at, value in enumerate(values, 2))
    return report_on(family(target("T", 100), *children, kind=kind, **more)).case.operands(0, "target")


def composition(*values: Any, kind: Any = "sum", **more: Any) -> Composition:
    """What they make, term by term."""
    terms = [term_of(kind, one) for one in operands(*values, kind=kind, **more)]
    return Composition(kind, Term(span(0), 1) if kind == "sum" else None, [one for one in terms if one is not None])


def span(low: Any, high: Any = None) -> Any:
    """The span of a number, or of two."""
    (one,) = operands(1)
    return type(one.cell.span)(low, low if high is None else high)


class TestTermOf:
    def test_what_is_subtracted_has_its_sign(self) -> None:
        """Half of 30, subtracted."""
        (one,) = operands(30, links=[{"inverse": True, "share": "0.5"}])
        assert term_of("sum", one) == Term(span(-15), 0)

    def test_a_weight_counts_below_the_line_too(self) -> None:
        """70 times 30 of 70."""
        (one,) = operands(30, kind="weighted", links=[{"weight": 70}])
        assert term_of("weighted", one) == Term(span(2100), 70)

    @pytest.mark.parametrize(("per_hundred", "below"), [(True, 1), (False, 0)])
    def test_a_count_is_a_number_or_a_percentage(self, *, per_hundred: bool, below: int) -> None:
        """One that reaches its own target."""
        (one,) = operands(30, kind="count")
        assert term_of("count", one, per_hundred=per_hundred) == Term(span(100 if per_hundred else 1), below)

    def test_a_ratio_without_a_denominator_is_no_term(self) -> None:
        """Nobody knows how much it weighs."""
        (one,) = operands(30, kind="pool")
        assert term_of("pool", one) is None


class TestComposition:
    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_leaving_one_out_is_adding_up_the_others(self, place: int) -> None:
        """At the start, in the middle and at the end."""
        values = [10, 20, 40]
        rest = sum(values) - values[place]
        assert composition(*values).with_terms(place) == span(rest)
        assert composition(*values, kind="mean").with_terms(place) == span(Fraction(rest, 2))

    def test_one_can_stand_there_twice(self) -> None:
        """10, 20 and 20."""
        whole = composition(10, 20)
        assert whole.with_terms(1, whole.terms[1], whole.terms[1]) == span(50)

    def test_an_only_child_leaves_nothing(self) -> None:
        """There is no mean of nothing, and the sum of nothing is zero."""
        assert composition(10, kind="mean").with_terms(0) is None
        assert composition(10).with_terms(0) == span(0)


def test_without_a_denominator_nothing_is_made() -> None:
    """Nor of nothing at all."""
    assert made(None) is None
    assert made(Term(span(5), 0)) is None
