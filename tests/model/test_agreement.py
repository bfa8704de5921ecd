import pickle
from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given

from sakip import Agreement, Objective, Party, Period, Target
from sakip.errors import InvalidValueError
from sakip.testing import agreements, example_agreement
from tests.model.making import Sly, agreement_of, full

CAMAT = Party("Camat")


def made(**fields: object) -> Agreement:
    """An agreement without targets, with some fields of its own."""
    return Agreement(**{"code": "PK-1", "year": 2025, "first_party": CAMAT, "objectives": (), **fields})


def test_four_things_are_enough() -> None:
    """Code, year, first party and objectives make an agreement; the rest may be missing."""
    agreement = made()
    assert (agreement.second_party, agreement.signed_on, agreement.starts) == (None, None, 1)


def test_targets_are_flat_and_in_order() -> None:
    """All targets are reached at once, objective after objective, in the order of the document."""
    first, second, third = (Target(full(f"IKU-{number}"), number) for number in (1, 2, 3))
    agreement = made(objectives=[Objective("A", [first, second]), Objective("B", []), Objective("C", [third])])
    assert agreement.targets == (first, second, third)


def test_sequences_become_tuples() -> None:
    """Lists and generators are kept as tuples, so that an agreement can be hashed."""
    objective = Objective("A", (Target(full(), number) for number in (1, 2)))
    assert [target.value for target in objective.targets] == [1, 2]
    assert made(objectives=iter([objective])).objectives == (objective,)


@pytest.mark.parametrize("year", [1945, 9998])
def test_years_inside(year: int) -> None:
    """The first and the last year exist in every count of months."""
    for starts in (1, 12):
        assert made(year=year, starts=starts).period == Period.year(year, starts=starts)


@pytest.mark.parametrize(
    "year",
    [1944, 9999, 10**5000, "2025", True, None, 2025.0],
    ids=lambda year: repr(year)[:9] if year != 10**5000 else "huge",
)
def test_years_outside(year: int) -> None:
    """A year out of range or that is no whole number is refused."""
    with pytest.raises(InvalidValueError) as caught:
        made(year=year)
    assert caught.value.path == "Agreement.year"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", ""),
        ("code", 1),
        ("code", "a\x00"),
        ("starts", 0),
        ("starts", 13),
        ("first_party", "Camat"),
        ("first_party", None),
        ("first_party", Sly()),
        ("second_party", "Bupati"),
        ("signed_on", "2025-01-31"),
        ("signed_on", datetime(2025, 1, 31)),  # noqa: DTZ001
        ("objectives", [Target(full(), 1)]),
        ("objectives", [None]),
        ("budget_ratified_on", "2025-01-05"),
        ("effective_on", datetime(2025, 1, 31)),  # noqa: DTZ001
        ("supersedes", ""),
        ("supersedes", "PK-1"),
        ("reason", "mutasi"),
        ("reason", ""),
        ("legal_document", "SK Bupati"),
        ("retired", "IKU-1"),
        ("retired", [None]),
        ("retired", [""]),
    ],
    ids=repr,
)
def test_fields_that_cannot_be(field: str, value: object) -> None:
    """What is no text, no party, no day or no objective is refused by the field's path."""
    with pytest.raises(InvalidValueError) as caught:
        made(**{field: value})
    assert caught.value.path.removesuffix("[0]") == f"Agreement.{field}"


@pytest.mark.parametrize("value", [None, 3, Target(full(), 1)], ids=["none", "number", "target"])
def test_lists_are_lists(value: object) -> None:
    """One target in place of a list, or nothing at all, makes no agreement."""
    with pytest.raises(InvalidValueError, match="not-a-list"):
        made(objectives=value)


def test_two_targets_for_one_indicator_can_be_written_down() -> None:
    """What is wrong but can exist is a finding, so the agreement that has it can be made."""
    target = Target(full(), 1)
    assert agreement_of(target, target).targets == (target, target)


def test_official_is_not_shown() -> None:
    """The names of both officials stand in no representation of the agreement."""
    party = Party("Camat", official="Contoh Nama")
    assert "Contoh Nama" not in repr(made(first_party=party, second_party=party))


@given(agreements(rich=True))
def test_equal_agreements_look_alike(agreement: Agreement) -> None:
    """An agreement survives pickling through its constructor and hashes like its equal."""
    back = pickle.loads(pickle.dumps(agreement))
    assert back == agreement
    assert hash(back) == hash(agreement)
    assert back.targets == agreement.targets
    assert back.period == Period.year(2025)


def test_change_is_a_new_agreement() -> None:
    """A changed copy has its own targets and year; the original keeps its own."""
    agreement = example_agreement()
    later = evolve(agreement, year=2026, objectives=[])
    assert (later.period, later.targets) == (Period.year(2026), ())
    assert (agreement.period, len(agreement.targets)) == (Period.year(2025), 1)
    with pytest.raises(InvalidValueError):
        evolve(agreement, signed_on="kemarin")


@pytest.mark.parametrize(
    ("signed_on", "effective_on", "since"),
    [
        (None, None, None),
        (date(2025, 3, 5), None, date(2025, 3, 5)),
        (date(2025, 3, 5), date(2025, 4, 1), date(2025, 4, 1)),
        (date(2025, 3, 5), date(2025, 2, 1), date(2025, 2, 1)),
        (None, date(2025, 4, 1), date(2025, 4, 1)),
    ],
    ids=str,
)
def test_in_force_from(signed_on: date | None, effective_on: date | None, since: date | None) -> None:
    """An agreement is in force from the day that it states, or else from the day of signature."""
    assert made(signed_on=signed_on, effective_on=effective_on).in_force_from == since


def test_signed_on_is_a_day() -> None:
    """The day of signature is kept as it is."""
    assert made(signed_on=date(2025, 3, 5)).signed_on == date(2025, 3, 5)
