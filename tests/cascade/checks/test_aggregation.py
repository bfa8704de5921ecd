from typing import Any

import pytest

from sakip import Level, OrdinalScale
from sakip.cascade import Cascade, Group
from sakip.cascade.checks.aggregation import CAS507
from tests.cascade.making import TOP, codes, family, found, report_on, target

OPINIONS = OrdinalScale(["TMP", "TW", "WDP", "WTP"])
QUALITIES = OrdinalScale(["Buruk", "Baik"])


def on(scale: OrdinalScale | None, code: str, value: Any) -> Any:
    """A target that is a level, or a number where there is no scale."""
    return target(code, value, unit=None, scale=scale)


def reported(top: Any, child: Any, kind: str, value: Any, made: Any, **more: Any) -> Cascade:
    """One child and its parent, with what both report."""
    return family(top, child, kind=kind, realizations={TOP: value, ("KABID-2", "A"): made}, **more)


def test_it_comes_with_the_other_checks_of_meaning() -> None:
    """Nothing is compared where it fails, and nobody sets it aside."""
    assert (CAS507.code, CAS507.subject, CAS507.suppressible) == ("CAS507", "node", False)


class TestScales:
    @pytest.mark.parametrize("kind", ["same", "minimum", "maximum"])
    def test_levels_of_one_scale_are_compared(self, kind: str) -> None:
        """Levels of one scale are compared, whether it is one object or two."""
        again = OrdinalScale(["TMP", "TW", "WDP", "WTP"])
        top, child = on(OPINIONS, "T", Level("WTP")), on(again, "A", Level("WTP"))
        cascade = reported(top, child, kind, Level("WTP"), Level("WTP"))
        assert found(cascade, "CAS507") == []
        assert report_on(cascade).compared == 1

    @pytest.mark.parametrize("kind", ["same", "minimum", "maximum"])
    @pytest.mark.parametrize(
        ("above", "top", "below", "low"),
        [
            (OPINIONS, Level("WTP"), QUALITIES, Level("Baik")),
            (None, 3, OPINIONS, Level("WTP")),
            (OPINIONS, Level("WTP"), None, 3),
        ],
    )
    def test_levels_of_two_scales_are_not(
        self, kind: str, above: OrdinalScale | None, top: Any, below: OrdinalScale | None, low: Any
    ) -> None:
        """The second of two levels is not the second of four, and no number."""
        cascade = reported(on(above, "T", top), on(below, "A", low), kind, top, low)
        (one,) = found(cascade, "CAS507")
        assert (one.severity, one.nodes, one.data["operation"]) == ("error", ("KABID-2/A",), kind)
        assert report_on(cascade).compared == 0
        assert {"CAS303", "CAS307", "CAS401"}.isdisjoint(codes(report_on(cascade)))


class TestThresholds:
    def counted(self, threshold: Any, scale: OrdinalScale | None, *values: Any) -> Cascade:
        """Offices of which those are counted that reach a threshold."""
        children = [on(scale, f"A{at}", value) for at, value in enumerate(values, 2)]
        made: dict[Any, Any] = {(f"KABID-{at}", f"A{at}"): value for at, value in enumerate(values, 2)}
        group = Group(parent=TOP, threshold=threshold)
        own = target("T", 2, unit="OPD")
        return family(own, *children, kind="count", realizations={TOP: 2, **made}, groups=[group])

    def test_a_threshold_of_their_kind_is_counted(self) -> None:
        """A level of levels, a number of numbers."""
        for cascade in (
            self.counted(Level("WTP"), OPINIONS, Level("WTP"), Level("WTP")),
            self.counted(80, None, 80, 90),
            self.counted(None, OPINIONS, Level("WTP"), Level("TW")),
        ):
            report = report_on(cascade)
            assert "CAS507" not in codes(report)
            assert report.compared == 1

    @pytest.mark.parametrize(
        ("threshold", "scale", "value", "said"),
        [
            (3, OPINIONS, Level("WTP"), "3"),
            (Level("WTP"), None, 80, "WTP"),
            (Level("Wajar Tanpa Pengecualian"), OPINIONS, Level("TMP"), "Wajar Tanpa Pengecualian"),
        ],
    )
    def test_one_of_another_kind_counts_nothing(
        self, threshold: Any, scale: OrdinalScale | None, value: Any, said: str
    ) -> None:
        """Nobody can reach it or miss it, and the group is skipped."""
        cascade = self.counted(threshold, scale, value, value)
        (one,) = found(cascade, "CAS507")
        assert (one.data["threshold"], one.nodes) == (said, ("KABID-2/A2", "KABID-3/A3"))
        report = report_on(cascade)
        assert report.compared == 0
        assert report.ledger.verdict("CAS401", "KADIS/T") == "skipped"
        assert "CAS307" not in codes(report)

    def test_only_those_that_it_does_not_fit_are_named(self) -> None:
        """Only those that it does not fit are named."""
        cascade = family(
            target("T", 1, unit="OPD"),
            on(OPINIONS, "A", Level("WTP")),
            on(QUALITIES, "B", Level("Baik")),
            kind="count",
            groups=[Group(parent=TOP, threshold=Level("WTP"))],
        )
        (one,) = found(cascade, "CAS507")
        assert one.nodes == ("KABID-3/B",)


def test_what_cannot_be_added_over_time_is_told_whole() -> None:
    """Which indicator, what it measures, what was declared, and what may be declared instead."""
    stock = target("T", 100, measure="stock", consolidation="sum")
    (one,) = found(family(stock, target("A", 100)), "CAS507")
    admissible = "average, last_level, last_progress, minimum, maximum, pool"
    assert (one.severity, one.subject, one.cell, one.nodes) == ("error", "KADIS/T", "actual", ())
    assert dict(one.data) == {
        "node": "KADIS/T",
        "measure": "posisi pada satu tanggal",
        "operation": "sum",
        "admissible": admissible,
        "dimension": "waktu",
    }
    assert one.text() == (
        "KADIS/T adalah posisi pada satu tanggal, sehingga periodenya tidak boleh digabung dengan sum; yang sah: "
        f"{admissible}"
    )
    assert (
        one.text("en")
        == f"KADIS/T is a stock, so its periods must not be put together by sum; admissible: {admissible}"
    )


@pytest.mark.parametrize(
    ("above", "below", "named"),
    [("flow", "index", ("KABID-2/A",)), ("index", "flow", ("KADIS/T",)), ("index", "index", ("KABID-2/A",))],
)
def test_whose_measure_cannot_be_added_is_named(above: Any, below: Any, named: tuple[str, ...]) -> None:
    """The children before their parent, and the parent where they could be added."""
    (one,) = found(family(target("T", 10, measure=above), target("A", 10, measure=below)), "CAS507")
    assert (one.nodes, one.data["parent"], one.data["operation"]) == (named, "KADIS/T", "sum")
    assert one.data["node"] == named[0]
