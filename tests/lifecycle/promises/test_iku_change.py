from typing import Any

import pytest
from attrs import evolve

from sakip import Agreement, Indicator, Party
from sakip.lifecycle.promises.iku_change import changes, indicators_of
from tests.lifecycle.promises.making import agreement, indicator

A, B = indicator("A"), indicator("B")
UNITS = ((2021, "%"), (2022, "orang"))


def in_year(year: int, *indicators: Indicator, office: str = "Dinas A") -> Agreement:
    """The agreement of an office in a year."""
    return agreement(f"PK-{office}-{year}", *indicators, office=office, year=year)


def told(
    *agreements: Agreement, reasons: Any = None, kind: str | None = None
) -> list[tuple[int, str, str, str | None]]:
    """Year, code, kind and earlier code of each change."""
    found = changes(agreements, reasons or {}, kind)
    return [(one.year, one.code, one.kind, one.before and one.before.code) for one in found]


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (A, "kept"),
        (evolve(A, name="INDIKATOR  a."), "kept"),
        (evolve(A, name="Cakupan"), "reworded"),
        (evolve(A, name="Cakupan", unit="orang"), "redefined"),
        (evolve(A, unit="persen"), "kept"),
        (evolve(A, unit="orang"), "redefined"),
        (evolve(A, polarity="minimize"), "redefined"),
        (evolve(A, formula="a / b"), "kept"),
        (indicator("A-2", same_as="A"), "renamed"),
        (indicator("A-2", replaces="A"), "redefined"),
        (evolve(A, replaces="A"), "redefined"),
    ],
)
def test_one_indicator(later: Indicator, kind: str) -> None:
    """What becomes of an indicator; another spelling, or what one year does not say, is no change."""
    assert told(in_year(2021, A), in_year(2022, later)) == [(2022, later.code, kind, "A")]


def test_a_formula_that_changes() -> None:
    """A formula that both years state and state differently is another measure, unless the lineage says it is not."""
    first, second = evolve(A, formula="a / b"), evolve(A, formula="a / c")
    assert told(in_year(2021, first), in_year(2022, second)) == [(2022, "A", "redefined", "A")]
    same = evolve(second, code="A-2", same_as="A")
    assert told(in_year(2021, first), in_year(2022, same)) == [(2022, "A-2", "renamed", "A")]
    own = evolve(second, same_as="A")
    assert told(in_year(2021, first), in_year(2022, own)) == [(2022, "A", "kept", "A")]


def test_a_silent_year_bridges_no_change() -> None:
    """Where a year says nothing, the next is compared with what was said before, under a new code too."""
    silent = indicator("A", unit=None)
    assert [
        one[2] for one in told(in_year(2021, A), in_year(2022, silent), in_year(2023, evolve(A, unit="orang")))
    ] == [
        "kept",
        "redefined",
    ]
    renamed = indicator("A-2", unit=None, same_as="A")
    later = indicator("A-2", unit="orang")
    assert [one[2] for one in told(in_year(2021, A), in_year(2022, renamed), in_year(2023, later))] == [
        "renamed",
        "redefined",
    ]


def test_a_change_carries_nothing_on() -> None:
    """What was said before a change says nothing of what comes after it."""
    first, second = evolve(A, formula="a / b"), evolve(A, unit="orang")
    years = in_year(2021, first), in_year(2022, second), in_year(2023, evolve(second, formula="a / c"))
    assert [one[2] for one in told(*years)] == ["redefined", "kept"]


def test_added_and_dropped() -> None:
    """What is new stands in the order of the later year, what is gone behind it."""
    assert told(in_year(2021, A), in_year(2022, B)) == [(2022, "B", "added", None), (2022, "A", "dropped", "A")]


def test_two_codes_that_are_swapped() -> None:
    """Codes that are swapped with a lineage are renamed, not redefined."""
    one, other = indicator("A", name="Indikator B", same_as="B"), indicator("B", name="Indikator A", same_as="A")
    assert told(in_year(2021, A, B), in_year(2022, one, other)) == [
        (2022, "A", "renamed", "B"),
        (2022, "B", "renamed", "A"),
    ]


def test_one_that_is_split() -> None:
    """One indicator goes on in one, that of its own code before others; what else claims to be it is new."""
    parts = [indicator("A-1", same_as="A"), indicator("A-2", same_as="A")]
    assert [one[2] for one in told(in_year(2021, A), in_year(2022, *parts))] == ["renamed", "added"]
    assert [one[2] for one in told(in_year(2021, A), in_year(2022, *parts, A))] == ["added", "added", "kept"]


def test_a_lineage_of_long_ago() -> None:
    """A line goes on where its lineage names an older code, and a code that is given to another is not mistaken."""
    second, third = indicator("B", name="Indikator A", same_as="A"), indicator("C", name="Indikator A", same_as="A")
    years = in_year(2021, A), in_year(2022, second), in_year(2023, third), in_year(2024, evolve(third, code="D"))
    assert [one[1:] for one in told(*years)] == [("B", "renamed", "A"), ("C", "renamed", "B"), ("D", "renamed", "C")]
    reused = in_year(2023, indicator("A", name="Lain"), second)
    assert [one[1:] for one in told(*years[:2], reused)][1:] == [("A", "added", None), ("B", "kept", "B")]


def test_reasons_belong_to_a_year() -> None:
    """A reason holds for its code and its year, and for no indicator that stays."""
    years = [in_year(2021, A), in_year(2022, A, B), in_year(2023, A)]
    found = list(changes(years, {("B", 2023): "dihapus", ("A", 2022): "tetap"}, None))
    assert [(one.code, one.kind, one.reason, one.is_stable) for one in found] == [
        ("A", "kept", None, True),
        ("B", "added", None, False),
        ("A", "kept", None, True),
        ("B", "dropped", "dihapus", True),
    ]


def test_whose_reason_it_is() -> None:
    """A reason is about the position that it names; without one, about the only position that changed, or none."""
    years = [in_year(year, indicator("A", unit=unit), office=office) for office in ("X", "Y") for year, unit in UNITS]
    for key, reasons in (
        (("A", 2022), [None, None]),
        (("Y", "A", 2022), [None, "baru"]),
        (("kepala x", "A", 2022), ["baru", None]),
        (("Z", "A", 2022), [None, None]),
    ):
        assert [one.reason for one in changes(years, {key: "baru"}, None)] == reasons
    assert [one.reason for one in changes(years[:2], {("A", 2022): "baru"}, None)] == ["baru"]


def test_a_position_is_one_however_it_is_typed() -> None:
    """Capitals and blanks make no other position."""
    later = evolve(in_year(2022, B), first_party=Party("kepala  dinas a", office="DINAS A"))
    assert [one[2] for one in told(in_year(2021, A), later)] == ["added", "dropped"]


def test_each_position_by_itself() -> None:
    """Offices are never compared with each other, and stand in one order."""
    agreements = [
        in_year(2021, A),
        in_year(2022, A),
        in_year(2021, B, office="Dinas B"),
        in_year(2022, B, office="Dinas B"),
    ]
    assert told(*agreements) == told(*reversed(agreements)) == [(2022, "A", "kept", "A"), (2022, "B", "kept", "B")]


def test_one_year_alone() -> None:
    """A single year has nothing to be compared with."""
    assert told(in_year(2021, A, B)) == []


def test_of_one_kind() -> None:
    """Only indicators of the kind that is asked for, however it is typed, of all agreements of the year."""
    named, other = evolve(A, kind="IKU."), evolve(B, kind="IKK")
    found = indicators_of([in_year(2021, named, other), in_year(2021, indicator("C", kind="iku"))], "iku")
    assert list(found) == ["A", "C"]
    assert list(indicators_of([in_year(2021, named, other, indicator("C"))], None)) == ["A", "B", "C"]


def test_two_of_one_code() -> None:
    """Of two indicators with one code in a year the first counts."""
    assert indicators_of([in_year(2021, A), in_year(2021, evolve(A, unit="orang"))], None) == {"A": A}
