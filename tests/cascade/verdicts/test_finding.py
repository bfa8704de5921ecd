import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Components, Text
from sakip.cascade import Cascade, CascadeFinding, Link, Suppression
from sakip.cascade.verdicts.finding import number_text, readable
from tests.cascade.making import TOP, family, found, pk, report_on, target

(SHORT,) = found(family(target("T", 105), target("A", 40), target("B", 60)), "CAS301")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-5, "-5"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-7, 6), "-7/6"),
        (Fraction(3, 10**6), "0.000003"),
        (Fraction(12345, 100), "123.45"),
        (Fraction(4, 2), "2"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1.50"), "1.50"),
        (date(2025, 1, 2), "2025-01-02"),
        (Text("satu", "one"), "satu"),
        ("kata", "kata"),
    ],
)
def test_numbers_are_written_exactly(value: Any, text: str) -> None:
    """A decimal where the quotient ends, a quotient where it does not."""
    assert number_text(value) == text
    if isinstance(value, Fraction | int):
        assert Fraction(text) == value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 3), "≈ 0,3333"),
        (Fraction(400, 3), "≈ 133,33"),
        (Fraction(1, 30_000), "≈ 0,000033"),
        (Fraction(-10, 3), "≈ -3,33"),
    ],
)
def test_people_read_a_rounded_number_marked_so(value: Fraction, said: str) -> None:
    """Only where it does not end within six decimals."""
    shown = readable(value)
    assert isinstance(shown, Text)
    assert shown.render("id") == said
    assert readable(Fraction(1, 10**6)) == Fraction(1, 10**6)
    assert readable("1/3") == "1/3"


def test_a_fingerprint_holds_no_number() -> None:
    """It is of code, subject, cell and the other indicators, in whatever order; the value hash is of the data."""
    other = evolve(SHORT, arguments=(("gap", 6),), severity="note", message=Text("a", "b"))
    assert other.fingerprint == SHORT.fingerprint
    assert other.value_hash != SHORT.value_hash
    assert evolve(SHORT, nodes=SHORT.nodes[::-1]).fingerprint == SHORT.fingerprint
    for fields in ({"code": "CAS302"}, {"subject": "KADIS/U"}, {"cell": "actual"}, {"nodes": SHORT.nodes[:1]}):
        assert evolve(SHORT, **fields).fingerprint != SHORT.fingerprint


def test_a_headline_stands_alone() -> None:
    """A consequence is none, and neither is what is set aside."""
    aside = Suppression("Sudah dibahas", by="Bappeda", code="CAS301")
    assert SHORT.is_headline
    assert not evolve(SHORT, explained_by="CAS305").is_headline
    assert not evolve(SHORT, suppression=aside).is_headline


def test_a_missing_unit_leaves_no_gap() -> None:
    """Where a place is filled with nothing, the sentence closes up."""
    bare = evolve(
        SHORT,
        message=Text("Kurang {gap} {unit}, ({unit})", "{gap} {unit} short, ({unit})"),
        arguments=(("gap", 5), ("unit", "")),
    )
    assert bare.text("id") == "Kurang 5, ()"
    assert bare.text("en") == "5 short, ()"


def test_it_is_a_value() -> None:
    """Equal by what it says, hashable, and pickled."""
    again = pickle.loads(pickle.dumps(SHORT))
    assert isinstance(again, CascadeFinding)
    assert (again, hash(again)) == (SHORT, hash(SHORT))
    assert SHORT.data["gap"] == "5"


def test_a_mean_of_hundreds_of_ratios_can_be_written() -> None:
    """Its exact fraction has more digits than anybody reads; sentence, data and order stay."""
    children = [target(f"A{at}", 80, unit="%", decimals=2) for at in range(300)]
    agreements = [
        pk("PK-1", "KADIS", "II", "BUPATI", target("T", 80, unit="%", decimals=2)),
        pk("PK-2", "KABID", "III", "KADIS", *children),
    ]
    made = {("KABID", f"A{at}"): Components(800 + at, 1009 + 2 * at, per=100) for at in range(300)}
    report = report_on(
        Cascade(
            agreements,
            links=[Link(child=("KABID", f"A{at}"), parent=TOP, kind="mean") for at in range(300)],
            realizations={TOP: 1, **made},
        )
    )
    (one,) = (finding for finding in report.findings if finding.code == "CAS401")
    assert one.data["rolled"].startswith("~")
    assert len(one.text("id")) < 1000
