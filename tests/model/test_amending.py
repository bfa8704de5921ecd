from datetime import date

import pytest
from attrs import evolve

from sakip import Agreement, BudgetLine, Objective, Party, Period, Range, Reference, Target
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.model.making import full

Q1, Q2, Q3, Q4 = Period.year(2024).parts("quarter")
COVERAGE, QUEUE, COUNT = full("IKU-1"), full("IKU-2", polarity="minimize"), full("IKU-3")
FIRST = Agreement(
    "PK-1",
    year=2024,
    first_party=Party("Kepala Dinas", echelon="II", official="Contoh Lama"),
    second_party=Party("Bupati"),
    signed_on=date(2024, 1, 25),
    objectives=[
        Objective(
            "Layanan meningkat", [Target(COVERAGE, 80, trajectory={Q1: 20, Q4: 80}), Target(QUEUE, 10, weight=5)]
        ),
        Objective("Dokumen tersusun", [Target(COUNT, 2)]),
    ],
)


def amended(**fields: object) -> Agreement:
    """An amendment of the first version, with some fields of its own."""
    return FIRST.amend(**{"code": "PK-2", "signed_on": date(2024, 6, 25), "reason": "priority", **fields})


def test_an_amendment_names_what_it_takes_the_place_of() -> None:
    """The new version has its own code and date, the reason, and the code of the old one, which stays as it was."""
    before = evolve(FIRST)
    document = Reference("SK Bupati Contoh 5/2024", certainty="read")
    later = amended(effective_on=date(2024, 7, 1), legal_document=document)
    assert (later.code, later.supersedes, later.reason) == ("PK-2", "PK-1", "priority")
    assert (later.signed_on, later.effective_on, later.legal_document) == (
        date(2024, 6, 25),
        date(2024, 7, 1),
        document,
    )
    assert later.objectives == FIRST.objectives
    assert before == FIRST


@pytest.mark.parametrize("reason", [None, "", "mutasi", "other"])
def test_no_legal_reason(reason: str) -> None:
    """An amendment states one of the three reasons of the law; a forgotten one is refused with the way out."""
    with pytest.raises(InvalidValueError, match="no-legal-reason") as caught:
        amended(reason=reason)
    assert caught.value.path == "Agreement.amend.reason"


def test_a_forgotten_reason() -> None:
    """Leaving the reason out is the same as stating none."""
    with pytest.raises(InvalidValueError, match="no-legal-reason"):
        FIRST.amend(code="PK-2", signed_on=date(2024, 6, 25))


@pytest.mark.parametrize(
    ("signed_on", "effective_on", "right"),
    [
        (date(2024, 1, 24), None, False),
        (date(2024, 1, 25), None, True),
        (date(2024, 6, 25), date(2024, 1, 24), False),
        (date(2024, 6, 25), date(2024, 1, 25), True),
        (date(2024, 1, 2), date(2024, 1, 25), True),
    ],
    ids=str,
)
def test_in_force_no_earlier_than_the_predecessor(signed_on: date, effective_on: date | None, right: bool) -> None:
    """A version may begin on the day of the one that it takes the place of, and not a day before."""
    if right:
        assert amended(signed_on=signed_on, effective_on=effective_on).supersedes == "PK-1"
        return
    with pytest.raises(InvalidValueError, match="effective-before-predecessor") as caught:
        amended(signed_on=signed_on, effective_on=effective_on)
    assert all(code in text for code in ("PK-1", "PK-2") for text in caught.value.problem)


def test_a_predecessor_without_a_date() -> None:
    """What was never signed cannot be amended: nobody knows from when it was in force."""
    with pytest.raises(InvalidValueError, match="version-undated") as caught:
        evolve(FIRST, signed_on=None).amend(code="PK-2", signed_on=date(2024, 6, 25), reason="official")
    assert caught.value.value == "PK-1"
    assert caught.value.path == "Agreement.amend.effective_on"


@pytest.mark.parametrize("field", ["signed_on", "effective_on"])
def test_dates_are_dates(field: str) -> None:
    """A date written as text is refused."""
    with pytest.raises(InvalidValueError, match="not-a-date"):
        amended(**{field: "2024-07-01"})


def test_the_same_code_again() -> None:
    """A new version needs a code of its own."""
    with pytest.raises(InvalidValueError, match="supersedes-itself"):
        amended(code="PK-1")


class TestTargets:
    """What is promised anew."""

    @pytest.mark.parametrize("value", [12, "12.5", Range(8, 12)], ids=repr)
    def test_a_value_alone(self, value: object) -> None:
        """Where there is no trajectory a value is enough; weight and all else stay."""
        target = amended(targets={"IKU-2": value}).targets[1]
        assert target == Target(QUEUE, value, weight=5)

    @pytest.mark.parametrize("value", [90, "90", Range(8, 12)], ids=repr)
    def test_a_value_alone_for_a_trajectory(self, value: object) -> None:
        """A bare number does not say how the trajectory changes, so it is refused."""
        with pytest.raises(InvalidValueError, match="trajectory-undecided") as caught:
            amended(targets={"IKU-1": value})
        assert caught.value.path == "Agreement.amend.targets[IKU-1]"

    def test_a_whole_target(self) -> None:
        """A whole target takes the place of the old one, with its trajectory."""
        target = Target(COVERAGE, 90, trajectory={Q1: 20, Q4: 90})
        later = amended(targets={"IKU-1": target})
        assert later.targets == (target, *FIRST.targets[1:])

    @pytest.mark.parametrize("field", ["targets", "retire"])
    def test_unknown_codes(self, field: str) -> None:
        """A code that no target has is refused with those that look like it."""
        with pytest.raises(UnknownCodeError) as caught:
            amended(**{field: {"IKU-11": 1} if field == "targets" else ["IKU-11"]})
        assert (caught.value.path, caught.value.near[0]) == (f"Agreement.amend.{field}", "IKU-1")

    @pytest.mark.parametrize("code", [1, None, "x" * 5000])
    def test_codes_that_are_none(self, code: object) -> None:
        """A code that is no text, or as long as a page, is unknown like any other."""
        with pytest.raises(UnknownCodeError):
            amended(targets={code: 1})

    @pytest.mark.parametrize("value", [None, 2.5, "banyak", True], ids=str)
    def test_values_that_are_none(self, value: object) -> None:
        """A value is admitted as that of any target is."""
        with pytest.raises(InvalidValueError):
            amended(targets={"IKU-2": value})

    @pytest.mark.parametrize("value", [[("IKU-2", 5)], "IKU-2", 3])
    def test_no_mapping(self, value: object) -> None:
        """Targets are given by their codes."""
        with pytest.raises(InvalidValueError) as caught:
            amended(targets=value)
        assert caught.value.path == "Agreement.amend.targets"

    @pytest.mark.parametrize("lineage", ["same_as", "replaces"])
    def test_a_new_indicator_names_the_old_one(self, lineage: str) -> None:
        """Another indicator may take the place of one whose code it names."""
        target = Target(full("IKU-9", **{lineage: "IKU-2"}), 4)
        assert amended(targets={"IKU-2": target}).targets[1] == target

    def test_another_indicator(self) -> None:
        """An indicator that names no origin would break the trend in silence."""
        with pytest.raises(InvalidValueError, match="other-indicator"):
            amended(targets={"IKU-2": Target(full("IKU-9"), 4)})


class TestRetire:
    """Retired instead of deleted."""

    def test_a_target_is_retired(self) -> None:
        """A retired target is no longer judged and stays named; later amendments keep the name."""
        later = amended(retire=["IKU-2"])
        assert ([target.code for target in later.targets], later.retired) == (["IKU-1", "IKU-3"], ("IKU-2",))
        again = later.amend(code="PK-3", signed_on=date(2024, 9, 1), reason="strategy", retire=["IKU-1"])
        assert again.retired == ("IKU-2", "IKU-1")

    def test_an_objective_goes_with_its_last_target(self) -> None:
        """No objective is left behind without a target; one that had none before stays."""
        assert [objective.name for objective in amended(retire=["IKU-3"]).objectives] == ["Layanan meningkat"]
        empty = evolve(FIRST, objectives=[*FIRST.objectives, Objective("Kosong", [])])
        later = empty.amend(code="PK-2", signed_on=date(2024, 6, 25), reason="strategy", retire=["IKU-3"])
        assert [objective.name for objective in later.objectives] == ["Layanan meningkat", "Kosong"]

    def test_retired_and_amended(self) -> None:
        """One target cannot be both."""
        with pytest.raises(InvalidValueError, match="amended-and-retired"):
            amended(targets={"IKU-2": 5}, retire=["IKU-2"])

    def test_retired_twice(self) -> None:
        """What is retired already has no target any more."""
        with pytest.raises(UnknownCodeError):
            amended(retire=["IKU-2"]).amend(
                code="PK-3", signed_on=date(2024, 9, 1), reason="strategy", retire=["IKU-2"]
            )

    def test_a_code_alone(self) -> None:
        """One text is no list of codes."""
        with pytest.raises(InvalidValueError, match="not-a-list"):
            amended(retire="IKU-2")

    def test_retired_and_promised(self) -> None:
        """An agreement that retires what it promises cannot exist."""
        with pytest.raises(InvalidValueError, match="retired-target"):
            evolve(FIRST, retired=["IKU-2"])


class TestObjectives:
    """Objectives that change as a whole."""

    def test_a_new_target(self) -> None:
        """A new target enters with its objective; targets and retire apply to the new objectives."""
        fresh = Objective("Baru", [Target(full("IKU-4"), 1)])
        later = amended(objectives=[*FIRST.objectives, fresh], targets={"IKU-4": 2}, retire=["IKU-3"])
        assert [(target.code, target.value) for target in later.targets][1:] == [("IKU-2", 10), ("IKU-4", 2)]

    def test_a_target_that_is_gone(self) -> None:
        """A target that is missing from the new objectives is retired by name, or the amendment is refused."""
        with pytest.raises(InvalidValueError, match="target-dropped") as caught:
            amended(objectives=FIRST.objectives[:1])
        assert (caught.value.path, caught.value.value) == ("Agreement.amend.objectives", "IKU-3")
        assert amended(objectives=FIRST.objectives[:1], retire=["IKU-3"]).retired == ("IKU-3",)

    def test_a_target_that_is_replaced(self) -> None:
        """A new indicator that names the old one accounts for it."""
        other = Objective("Dokumen tersusun", [Target(full("IKU-5", replaces="IKU-3"), 1)])
        assert amended(objectives=[FIRST.objectives[0], other]).retired == ()

    def test_a_target_that_returns(self) -> None:
        """A target that is promised again is no longer retired."""
        later = amended(retire=["IKU-3"])
        again = later.amend(code="PK-3", signed_on=date(2024, 9, 1), reason="strategy", objectives=FIRST.objectives)
        assert (again.retired, again.objectives) == ((), FIRST.objectives)


def test_parties_and_budget() -> None:
    """The parties and the budget change where they are given, and stay otherwise."""
    acting = Party("Plt. Kepala Dinas", echelon="II", official="Contoh Baru")
    lines = [BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=10, version="DPPA")]
    later = amended(first_party=acting, second_party=Party("Penjabat Bupati"), budget=lines)
    assert (later.first_party, later.second_party, later.budget) == (acting, Party("Penjabat Bupati"), tuple(lines))
    again = later.amend(code="PK-3", signed_on=date(2024, 9, 1), reason="official")
    assert (again.first_party, again.second_party, again.budget) == (acting, Party("Penjabat Bupati"), tuple(lines))


def test_an_error_names_no_person() -> None:
    """No error of an amendment holds the name of an official."""
    with pytest.raises(InvalidValueError) as caught:
        amended(signed_on=date(2024, 1, 1))
    assert "Contoh Lama" not in str(caught.value)
