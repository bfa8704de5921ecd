"""What a user sees of periods put together wrongly; that it is found at all is a property."""

from typing import Any

import pytest

from sakip import Components, NotReported, Period, Realization
from sakip.cascade import Hypothesis
from tests.cascade.making import TOP, family, report_on, target

QUARTERS = Period.year(2025).parts("quarter")


def quarters(code: str, *values: Any) -> list[Realization]:
    """The realizations of the quarters."""
    return [Realization(code, value, period=period) for value, period in zip(values, QUARTERS, strict=False)]


def found(actuals: list[Any], **more: Any) -> list[Hypothesis]:
    """The hypotheses H10 about a parent and its children, whose realizations come after the parent's."""
    fields, cell = more.pop("fields", {"consolidation": "sum"}), more.pop("cell", "actual")
    plans = more.pop("plans", [{}] * len(actuals))
    promised = more.pop("promised", [1000 + at for at in range(len(actuals))])
    top, *children = [
        target("T" if at == 0 else f"C{at}", promised[at], **fields, **plans[at]) for at in range(len(actuals))
    ]
    keys = [TOP, *((f"KABID-{at + 1}", f"C{at}") for at in range(1, len(actuals)))]
    realizations = {key: value for key, value in zip(keys, actuals, strict=True) if value is not None}
    hypotheses = report_on(family(top, *children, realizations=realizations, **more)).hypotheses(TOP, cell)
    return [one for one in hypotheses if one.code == "H10"]


class TestOtherwise:
    def test_one_child_or_all_of_them(self) -> None:
        """10, 20, 30 and 40 make 100, their mean is 25 and the last is 40."""
        one, two = quarters("C1", 10, 20, 30, 40), quarters("C2", 10, 10, 10, 20)
        (found_one,) = found([75, one, two])
        assert found_one.text("en") == "it fits if the periods of KABID-2/C1 are taken as their mean"
        every = found([60, one, two])[0]
        assert every.text("id") == "angka itu cocok bila periode semua bawahan digabung sebagai angka terakhir"

    def test_a_child_with_one_number_has_no_periods(self) -> None:
        """Nothing can be put together otherwise."""
        assert found([75, 100, 50]) == []

    def test_a_quarter_that_was_not_reported_says_nothing(self) -> None:
        """The numbers are not all there."""
        assert found([75, quarters("C1", 10, 20, 30, NotReported()), quarters("C2", 10, 10, 10, 20)]) == []

    def test_ratios_of_quarters_are_numbers_too(self) -> None:
        """50 percent three times and 100 at last; their ratio of sums is less."""
        parts = [*[Components(10, 20, per=100)] * 3, Components(10, 10, per=100)]
        fields = {"consolidation": "pool", "unit": "%", "measure": "ratio"}
        (one,) = found([100, quarters("C1", *parts)], kind="same", fields=fields)[:1]
        assert one.data["how"] == "angka terakhir"


class TestChildrenFirst:
    def test_the_least_of_each_quarter_is_not_the_least_of_the_year(self) -> None:
        """The least of each quarter are 10, 5, 5 and 0; the least of the year is the 30 of one child."""
        one, two = quarters("C1", 10, 30, 5, 5), quarters("C2", 20, 5, 5, 0)
        texts = [each.text("en") for each in found([20, one, two], kind="minimum")]
        assert "it fits if the children are put together period by period, and the periods as their sum then" in texts

    def test_children_with_different_periods_are_not_compared_period_by_period(self) -> None:
        """One reported the first half only."""
        one, two = (
            quarters("C1", 10, 30, 5, 5),
            [Realization("C2", 25, period=Period.half_year(2025, at)) for at in (1, 2)],
        )
        assert not any("period by period" in each.text("en") for each in found([15, one, two], kind="minimum"))


ADDED, SMALL = ((10, 20, 30, 40), (10, 10, 10, 20)), ((10, 30, 5, 5), (20, 5, 5, 0))
EACH, LAST, LEAST, MOST = "rata-rata", "angka terakhir", "angka terendah", "angka tertinggi"


@pytest.mark.parametrize(
    ("kind", "series", "said", "expected"),
    [
        # 100 and 50 make 150.
        ("sum", ADDED, 75, [("1", EACH)]),
        ("sum", ADDED, 90, [("1", LAST), ("1", MOST)]),
        ("sum", ADDED, 110, [("2", LEAST)]),
        ("sum", ADDED, "112.5", [("2", EACH)]),
        ("sum", ADDED, 120, [("2", LAST), ("2", MOST)]),
        ("sum", ADDED, "37.5", [("all", EACH)]),
        ("sum", ADDED, 20, [("all", LEAST)]),
        ("sum", ADDED, 60, [("all", LAST), ("all", MOST), ("1", LEAST)]),
        ("sum", ADDED, 151, []),
        # The least of 50 and 30, and of each quarter 10, 5, 5 and 0.
        ("minimum", SMALL, 10, [("first", MOST)]),
        ("minimum", SMALL, 5, [("first", EACH), ("1", LAST), ("1", LEAST)]),
        ("minimum", SMALL, 20, [("all", MOST), ("first", "jumlah"), ("2", MOST)]),
        ("minimum", SMALL, 25, []),
        # The greatest of 50 and 30: whatever becomes of the first, the 30 of the second stay.
        ("maximum", SMALL, 30, [("all", MOST), ("1", EACH), ("1", LAST), ("1", LEAST), ("1", MOST)]),
        ("maximum", SMALL, 45, []),
    ],
)
def test_each_way_to_take_the_periods(kind: str, series: Any, said: Any, expected: Any) -> None:
    """Of one child, of all, or of what they make in each quarter, and no other way gives the same number."""
    told = []
    for one in found([said, *(quarters(f"C{at}", *values) for at, values in enumerate(series, 1))], kind=kind):
        about = "first" if "dahulu" in one.text() else "".join(node[-1] for node in one.nodes) or "all"
        told.append((about, one.data["how"]))
    assert told == expected
