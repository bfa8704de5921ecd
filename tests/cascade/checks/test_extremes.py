from typing import Any

import pytest

from sakip import Level, OrdinalScale, Range
from sakip.cascade import Group
from tests.cascade.making import TOP, family, found, report_on, target

LETTERS = OrdinalScale(["C", "CC", "B", "BB", "A"])


def index(code: str, value: Any, **fields: Any) -> Any:
    """A target of an index."""
    return target(code, value, **{"measure": "index", "unit": None, **fields})


def count(top: Any, *values: Any, threshold: Any = 70, per_hundred: bool = False, **fields: Any) -> Any:
    """KADIS who promises how many of its children reach a threshold."""
    children = [index(f"A{at}", value, **fields) for at, value in enumerate(values)]
    group = Group(parent=TOP, threshold=threshold, per_hundred=per_hundred)
    return family(target("T", top, unit="%" if per_hundred else "unit"), *children, kind="count", groups=[group])


class TestCounts:
    @pytest.mark.parametrize(("top", "fails"), [(1, False), (2, False), (3, True)])
    def test_only_so_many_can_be_promised_as_aim_high_enough(self, top: int, fails: bool) -> None:
        """Only so many can be promised as aim high enough."""
        assert len(found(count(top, 75, 70, 69, 60), "CAS307")) == fails

    def test_thirty_units_need_thirty_that_aim_so_high(self) -> None:
        """Thirty units need thirty that aim so high."""
        assert found(count(30, *[70] * 30, 65), "CAS307") == []
        (one,) = found(count(30, *[70] * 28, 60, 69, 65), "CAS307")
        assert (one.subject, one.severity) == ("KADIS/T", "error")
        assert {name: one.data[name] for name in ("count", "total", "threshold", "target")} == {
            "count": "28",
            "total": "31",
            "threshold": "70",
            "target": "30",
        }
        assert one.data["nearest"] == "KABID-31/A29 (69), KABID-32/A30 (65)"
        assert one.nodes == ("KABID-31/A29", "KABID-32/A30")

    def test_a_percentage_of_the_children_is_counted_as_one(self) -> None:
        """A percentage of the children is counted as one."""

        def percent(top: int) -> Any:
            return count(top, 75, 72, 71, 60, per_hundred=True)

        assert found(percent(75), "CAS307") == []
        (one,) = found(percent(76), "CAS307")
        assert (one.data["count"], one.nodes) == ("3", ("KABID-5/A3",))

    def test_levels_are_counted_by_their_place(self) -> None:
        """Levels are counted by their place."""

        def letters(top: int) -> Any:
            return count(top, Level("BB"), Level("A"), Level("B"), threshold=Level("BB"), scale=LETTERS)

        assert found(letters(2), "CAS307") == []
        (one,) = found(letters(3), "CAS307")
        assert (one.data["threshold"], one.data["nearest"]) == ("BB", "KABID-4/A2 (B)")

    def test_where_less_is_better_less_is_counted(self) -> None:
        """Where less is better less is counted."""

        def few(top: int) -> Any:
            return count(top, 5, 7, 9, threshold=7, polarity="minimize")

        assert [len(found(few(top), "CAS307")) for top in (2, 3)] == [0, 1]

    def test_without_a_threshold_each_has_its_own(self) -> None:
        """Without a threshold each has its own."""
        assert found(count(2, 5, 7, threshold=None), "CAS307") == []
        (one,) = found(count(3, 5, 7, threshold=None), "CAS307")
        assert "targetnya sendiri" in one.text()
        assert one.data["nearest"] == ""

    def test_a_text_may_yet_aim_high(self) -> None:
        """A text may yet aim high."""
        cascade = count(2, 75, Level("Baik"))
        assert found(cascade, "CAS307") == []
        assert report_on(cascade).ledger.verdict("CAS307", "KADIS/T") == "skipped"
        (one,) = found(count(3, 75, Level("Baik")), "CAS307")
        assert (one.data["count"], one.nodes) == ("2", ())

    def test_what_is_known_and_enough_has_passed(self) -> None:
        """Nothing is open where every child has a number."""
        assert report_on(count(2, 75, 70, 69)).ledger.verdict("CAS307", "KADIS/T") == "pass"

    def test_others_may_be_counted_beside_a_part(self) -> None:
        """Others may be counted beside a part."""
        children = [index(f"A{at}", 75) for at in range(2)]
        group = Group(parent=TOP, threshold=70, coverage="subset")
        assert found(family(target("T", 3, unit="unit"), *children, kind="count", groups=[group]), "CAS307") == []


class TestExtremes:
    def test_the_lowest_decides(self) -> None:
        """The lowest decides."""

        def lowest(*values: int) -> Any:
            return family(index("T", 70), *(index(f"A{at}", value) for at, value in enumerate(values)), kind="minimum")

        assert found(lowest(70, 80), "CAS307") == []
        (one,) = found(lowest(69, 80, 60), "CAS307")
        assert (one.data["rolled"], one.data["target"]) == ("60", "70")
        assert one.data["nearest"] == "KABID-2/A0 (69), KABID-4/A2 (60)"

    def test_of_the_best_one_is_enough(self) -> None:
        """Of the best one is enough."""

        def highest(*values: int) -> Any:
            return family(index("T", 70), *(index(f"A{at}", value) for at, value in enumerate(values)), kind="maximum")

        assert found(highest(70, 10), "CAS307") == []
        (one,) = found(highest(69, 10, 60), "CAS307")
        assert one.nodes == ("KABID-2/A0",)
        assert "tertinggi" in one.text()

    def test_the_worst_of_what_should_be_little_is_the_highest(self) -> None:
        """The worst of what should be little is the highest."""

        def slowest(top: int) -> Any:
            children = [index(f"A{at}", value, polarity="minimize") for at, value in enumerate((3, 5))]
            return family(index("T", top, polarity="minimize"), *children, kind="maximum")

        assert found(slowest(5), "CAS307") == []
        (one,) = found(slowest(4), "CAS307")
        assert one.nodes == ("KABID-3/A1",)

    def test_opinions_are_named(self) -> None:
        """Opinions are named."""
        letters = [index(f"A{at}", Level(name), scale=LETTERS) for at, name in enumerate(("A", "B"))]
        (one,) = found(family(index("T", Level("BB"), scale=LETTERS), *letters, kind="minimum"), "CAS307")
        assert (one.data["rolled"], one.data["target"], one.data["nearest"]) == ("B", "BB", "KABID-3/A1 (B)")

    def test_a_tolerance_is_granted(self) -> None:
        """A tolerance is granted."""
        group = Group(parent=TOP, tolerance=1, tolerance_reason="Pembulatan")
        assert found(family(index("T", 70), index("A", 69), kind="minimum", groups=[group]), "CAS307") == []

    def test_sums_are_judged_elsewhere(self) -> None:
        """Sums are judged elsewhere."""
        assert found(family(target("T", 70), target("A", 60)), "CAS307") == []


class TestTooMany:
    def few(self, top: int, *values: int, **more: Any) -> Any:
        """KADIS who promises that few of its children reach a threshold of 10."""
        children = [index(f"A{at}", value) for at, value in enumerate(values)]
        own = target("T", top, unit=more.get("unit", "OPD"), polarity="minimize")
        group = Group(parent=TOP, threshold=10, per_hundred=more.get("per_hundred", False))
        return family(own, *children, kind="count", groups=[group])

    def test_more_than_may_reach_it_are_told_as_too_many(self) -> None:
        """Three reach it, and two at most should; the one that is nearest to it would have to miss it."""
        assert found(self.few(3, 20, 5, 12, 30), "CAS307") == []
        (one,) = found(self.few(2, 20, 5, 12, 30), "CAS307")
        assert (one.data["count"], one.data["total"], one.nodes) == ("3", "4", ("KABID-4/A2",))
        assert "3 dari 4 bawahan sudah menargetkan 10 atau lebih baik" in one.text()
        assert "already aim at 10 or better" in one.text("en")

    def test_only_those_that_surely_reach_it_are_too_many(self) -> None:
        """Two numbers reach it, and what is said in words may or may not."""
        children = [index("A0", 20), index("A1", 12), index("A2", Level("Baik"))]
        own = target("T", 1, unit="OPD", polarity="minimize")
        (one,) = found(family(own, *children, kind="count", groups=[Group(parent=TOP, threshold=10)]), "CAS307")
        assert (one.data["count"], one.nodes) == ("2", ("KABID-3/A1",))

    def test_of_a_percentage_as_well(self) -> None:
        """Three of four are 75 percent; for 25 two of them would have to miss it."""
        (one,) = found(self.few(25, 20, 5, 12, 30, unit="%", per_hundred=True), "CAS307")
        assert one.nodes == ("KABID-4/A2", "KABID-2/A0")

    def test_too_few_are_told_as_before(self) -> None:
        """Too few are told as before."""
        (one,) = found(count(3, 75, 70, 69, 60), "CAS307")
        assert "hanya 2 dari 4" in one.text()

    def test_a_percentage_of_a_part_is_not_compared(self) -> None:
        """A percentage of a part is not compared."""
        group = Group(parent=TOP, threshold=70, per_hundred=True, coverage="subset")
        own, children = target("T", 90, unit="%"), (index("A", 75), index("B", 60))
        report = report_on(family(own, *children, kind="count", groups=[group]))
        assert report.ledger.verdict("CAS307", "KADIS/T") == "skipped"
        assert report.compared == 0


class TestBands:
    """Who should keep a band promises both of its ends."""

    @pytest.mark.parametrize(
        ("low", "high", "nearest"),
        [(3, 4, ("KABID-4/A2",)), (0, 1, ("KABID-3/A1",)), (4, 5, ("KABID-4/A2", "KABID-5/A3"))],
    )
    def test_of_a_count_both_ends_are_named_and_the_nearer_one_is_aimed_at(
        self, low: int, high: int, nearest: tuple[str, ...]
    ) -> None:
        """Two of four reach 70: one more makes three, one less makes one, two more make four."""
        children = [index(f"A{at}", value) for at, value in enumerate((75, 70, 69, 60))]
        own = target("T", Range(low, high), unit="unit", polarity="stabilize")
        group = Group(parent=TOP, threshold=70)
        (one,) = found(family(own, *children, kind="count", groups=[group]), "CAS307")
        assert (one.data["target"], one.data["count"], one.nodes) == (f"{low} … {high}", "2", nearest)
        assert f"Target KADIS/T {low} … {high} unit, padahal" in one.text()
        assert f"The target of KADIS/T is {low} … {high} unit, but" in one.text("en")

    @pytest.mark.parametrize("band", [(2, 3), (1, 2)])
    def test_of_a_count_either_end_will_do(self, band: tuple[int, int]) -> None:
        """Two of four reach 70."""
        children = [index(f"A{at}", value) for at, value in enumerate((75, 70, 69, 60))]
        own = target("T", Range(*band), unit="unit", polarity="stabilize")
        group = Group(parent=TOP, threshold=70)
        assert found(family(own, *children, kind="count", groups=[group]), "CAS307") == []

    @pytest.mark.parametrize(
        ("kind", "values", "named"),
        [
            ("minimum", (69, 80, 60), (60, 69)),
            ("minimum", (82, 85, 90), (82,)),
            ("maximum", (69, 85, 60), (85,)),
            ("maximum", (69, 85, 90), (85, 90)),
            ("maximum", (69, 60, 50), (69,)),
        ],
    )
    def test_those_are_named_who_would_have_to_change(
        self, kind: str, values: tuple[int, ...], named: tuple[int, ...]
    ) -> None:
        """All that lie beyond the end that the extreme misses, or the nearest alone where one child is enough."""
        steady: dict[str, Any] = {"polarity": "stabilize"}
        children = [index(f"A{at}", value, **steady) for at, value in enumerate(values)]
        (one,) = found(family(index("T", Range(70, 80), **steady), *children, kind=kind), "CAS307")
        assert sorted(values[int(node[-1])] for node in one.nodes) == list(named)

    @pytest.mark.parametrize(
        ("kind", "values", "rolled", "words"),
        [("minimum", (75, 60), "60", ("terendah", "lowest")), ("maximum", (60, 85), "85", ("tertinggi", "highest"))],
    )
    def test_of_an_extreme_both_ends_are_named(
        self, kind: str, values: tuple[int, int], rolled: str, words: tuple[str, str]
    ) -> None:
        """The least of all falls below 70 to 80, the greatest rises above it."""
        steady: dict[str, Any] = {"polarity": "stabilize"}
        children = [index(f"A{at}", value, **steady) for at, value in enumerate(values)]
        (one,) = found(family(index("T", Range(70, 80), **steady), *children, kind=kind), "CAS307")
        assert (one.data["rolled"], one.data["target"]) == (rolled, "70 … 80")
        assert f"Target {words[0]} bawahan KADIS/T {rolled}, sedangkan targetnya 70 … 80;" in one.text()
        assert f"The {words[1]} target among the children of KADIS/T is {rolled}, and its own is 70 … 80;" in one.text(
            "en"
        )


def test_the_nearest_to_the_threshold_are_named_first() -> None:
    """By how far each is from it, whatever its name."""
    (few,) = found(count(2, 60, 69, 65), "CAS307")
    assert few.data["nearest"] == "KABID-3/A1 (69), KABID-4/A2 (65)"
    (one,) = found(count(1, 60, 69, 65), "CAS307")
    assert one.nodes == ("KABID-3/A1",)
