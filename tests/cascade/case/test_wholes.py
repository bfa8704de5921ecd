from typing import Any

import pytest

from sakip import Components, Indicator, NotReported, OrdinalScale
from sakip.cascade import Cascade, NodeFacts
from sakip.cascade.case import wholes
from sakip.cascade.case.wholes import bounded, whole_behind
from tests.cascade.making import TOP, codes, family, found, report_on, target

Parts, Span = wholes.Parts, wholes.Span


def indicator(**fields: Any) -> Indicator:
    """An indicator of which fewer are better."""
    return Indicator("A", "Angka putus sekolah", polarity="minimize", **fields)


@pytest.mark.parametrize(
    ("fields", "planned", "parts", "whole"),
    [
        ({"unit": "Persen (%)"}, None, None, 100),
        ({"unit": "per mil"}, None, None, 1000),
        ({"unit": "indeks"}, None, None, None),
        ({}, None, None, None),
        ({"unit": "indeks"}, 4, None, 4),
        ({"unit": "indeks"}, 4, Parts(1, 2, 1000), 1000),
        ({"scale": OrdinalScale(["rendah", "sedang", "tinggi"]), "unit": "%"}, None, None, 2),
    ],
)
def test_the_whole_is_what_something_says_it_is(
    fields: Any, planned: int | None, parts: Any, whole: int | None
) -> None:
    """The top of a scale, what a ratio is counted per, or what the unit says; else nothing."""
    facts = NodeFacts(("K", "A"), planned=None if planned is None else Components(1, 2, per=planned))
    assert whole_behind(indicator(**fields), facts, parts) == whole


def pool(top: Any, *values: Any, facts: tuple[int, int] = (80, 100)) -> Cascade:
    """KADIS with a ratio of ratios, whose components are planned; what is None is not reported."""
    children = [target(f"A{at}", 80, unit="%", measure="ratio") for at, _ in enumerate(values, 2)]
    keys = [(f"KABID-{at}", f"A{at}") for at, _ in enumerate(values, 2)]
    made: dict[Any, Any] = dict(zip(keys, values, strict=True))
    return family(
        target("T", 80, unit="%", measure="ratio"),
        *children,
        kind="pool",
        nodes=[NodeFacts(key, planned=Components(*facts, per=100)) for key in keys],
        realizations={**made, TOP: top},
    )


def missing_domain(cascade: Cascade) -> Any:
    """What the last child, which reports nothing, could have."""
    case = report_on(cascade).case
    at = next(at for at in range(len(case.graph.nodes)) if case.graph.text(at) == "KADIS/T")
    (found,) = {one.domain for one in bounded(case, at, "actual", case.operands(at, "actual")) if one.cell.span is None}
    return found


class TestBounds:
    def test_a_part_is_at_most_its_whole(self) -> None:
        """50 of 100, and at most 100 of the other 100: 80 percent cannot be."""
        cascade = pool(80, Components(50, 100, per=100), NotReported())
        assert missing_domain(cascade) == Span(0, 100)
        (one,) = found(cascade, "CAS403")
        assert (one.verdict, one.data["definite"]) == ("fail", "true")

    @pytest.mark.parametrize("sibling", [Components(100, 100, per=100), Components(101, 100, per=100)])
    def test_a_sibling_beyond_its_whole_shows_that_it_is_none(self, sibling: Components) -> None:
        """Of what was expected 101 percent can come in, and then anything can."""
        beyond = sibling.numerator > sibling.denominator
        assert missing_domain(pool(100, sibling, NotReported())) == Span(0, None if beyond else 100)

    def test_so_does_the_parent(self) -> None:
        """A parent of 110 percent is not for certain wrong."""
        cascade = pool(110, Components(100, 100, per=100), NotReported())
        assert missing_domain(cascade) == Span(0, None)
        (one,) = found(cascade, "CAS403")
        assert one.verdict == "unknown"

    def test_so_does_what_is_planned(self) -> None:
        """What is planned beyond its whole is no part of it."""
        cascade = pool(80, Components(50, 100, per=100), NotReported(), facts=(101, 100))
        assert missing_domain(cascade) == Span(0, None)


class TestTurnedAround:
    @pytest.mark.parametrize(
        ("unit", "top", "low"), [("%", 97, 3), ("per mil", 997, 3), ("Permil", "997.5", "2.5"), ("persen (%)", 90, 10)]
    )
    def test_what_a_ratio_lacks_to_its_own_whole_enters(self, unit: str, top: Any, low: Any) -> None:
        """What a ratio lacks to its own whole enters, on both sides."""
        report = report_on(self.mean(unit, top, low))
        assert codes(report) == []
        assert report.compared == 1
        assert {"CAS302", "CAS401"} <= {*codes(report_on(self.mean(unit, 50, low)))}

    def test_the_whole_of_a_converted_number_is_converted_with_it(self) -> None:
        """3 percent are 30 per mil, and lack 970 to the whole."""
        right = self.mean("%", 970, 3, unit_above="per mil", factor=10)
        assert not {"CAS301", "CAS302", "CAS401"} & {*codes(report_on(right))}

    @pytest.mark.parametrize("kind", ["mean", "minimum", "pool", "same"])
    def test_where_nothing_says_how_much_the_whole_is_nothing_is_compared(self, kind: str) -> None:
        """100 less an index of 0 to 4 is nothing."""
        cascade = self.mean("indeks 0-4", "3.2", "0.8", kind=kind)
        (one,) = found(cascade, "CAS502")
        assert (one.severity, one.data["unit"]) == ("error", "indeks 0-4")
        assert "berapa keseluruhannya" in one.text()
        report = report_on(cascade)
        assert report.compared == 0
        assert {"CAS301", "CAS302", "CAS401"}.isdisjoint(codes(report))

    def test_components_say_it(self) -> None:
        """What a ratio is counted per is its whole."""
        cascade = self.mean(
            "indeks 0-4", "3.2", "0.8", nodes=[NodeFacts(("KABID-2", "A"), planned=Components(1, 5, per=4))]
        )
        assert codes(report_on(cascade)) == []

    def test_a_sum_subtracts_and_asks_for_no_whole(self) -> None:
        """A sum subtracts and asks for no whole."""
        assert found(self.mean("indeks 0-4", 1, 1, kind="sum"), "CAS502") == []

    def mean(self, unit: str, top: Any, low: Any, **more: Any) -> Cascade:
        """One child that is better the lower it is under a parent that is better the higher it is."""
        above, factor = more.pop("unit_above", unit), more.pop("factor", None)
        return family(
            target("T", top, unit=above),
            target("A", low, unit=unit, polarity="minimize"),
            kind=more.pop("kind", "mean"),
            links=[{"inverse": True, "factor": factor}],
            realizations={TOP: top, ("KABID-2", "A"): low},
            **more,
        )
