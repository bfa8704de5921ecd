from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Objective, Period, Realization, Target, check
from sakip.testing import agreements_with_realizations, example_agreement
from tests.model.making import Settings, WeightSettings, agreement_of, full, told

BLOCKING = {
    "AGR-EMPTY",
    "TGT-DUPLICATE",
    "REA-UNKNOWN",
    "REA-DUPLICATE",
    "REA-OUT-OF-YEAR",
    "WGT-SUM",
    "WGT-PARTIAL",
    "WGT-MISSING",
}


def test_everything_is_found_in_one_pass() -> None:
    """One report holds the faults of the promise, its data sheet, the weights and the delivery, in that order."""
    first = Target(full("IKU-1", unit=None), 0, weight=60)
    agreement = agreement_of(first, first, Target(full("IKU-2", owner=None), 5))
    delivered = [
        Realization("IKU-3", 1),
        Realization("IKU-2", 1),
        Realization("IKU-2", 1),
        Realization("IKU-1", 1, period=Period.year(2024)),
    ]
    report = check(agreement, delivered, Settings(WeightSettings(total=100)))
    assert report.codes() == (
        "TGT-DUPLICATE",
        "IND-UNIT",
        "TGT-ZERO",
        "IND-OWNER",
        "WGT-PARTIAL",
        "REA-UNKNOWN",
        "REA-DUPLICATE",
        "REA-OUT-OF-YEAR",
        "REA-PART-OF-YEAR",
    )


def test_a_duplicate_target_is_complained_of_once() -> None:
    """What is wrong with an indicator alike in each of its targets is said once, and all else for each of them."""
    bare = Target(full("IKU-1", unit=None, owner=None), 1)
    other = Target(full("IKU-2", unit=None), 1)
    report = check(agreement_of(bare, evolve(bare, value=2), evolve(bare, value=0), other))
    assert [(one.code, dict(one.arguments)["code"]) for one in report] == [
        ("TGT-DUPLICATE", "IKU-1"),
        ("IND-UNIT", "IKU-1"),
        ("IND-UNIT", "IKU-2"),
        ("TGT-ZERO", "IKU-1"),
        ("IND-OWNER", "IKU-1"),
    ]


def test_realizations_may_be_any_iterable() -> None:
    """A generator is read once and wholly."""
    report = check(example_agreement(), (Realization("PLAN-9", number) for number in (1, 2)))
    assert [code for code, _ in told(report)][-3:] == ["REA-UNKNOWN", "REA-UNKNOWN", "REA-DUPLICATE"]


def test_example_can_be_scored() -> None:
    """The first example lacks only its data sheet."""
    report = check(example_agreement(), [Realization("PLAN-1", 1)])
    assert set(report.codes()) == {"IND-DEFINITION", "IND-FORMULA", "IND-SOURCE", "IND-OWNER"}
    assert not report.blocking


def test_hostile_codes_stand_in_paths_as_they_are() -> None:
    """Markup and template signs in a code reach the finding unchanged and are never filled in."""
    code = "{code}<b>]%s"
    report = check(agreement_of(Target(full(code, owner=None), 1), code="PK-{0}"))
    assert told(report) == [("IND-OWNER", f"agreement[PK-{{0}}].targets[{code}].indicator.owner")]
    assert f"Indikator {code} tanpa" in report.findings[0].text("id")


def test_names_of_officials_are_in_no_finding() -> None:
    """Nothing of the person in office gets into a report."""
    agreement = agreement_of()
    named = evolve(agreement, first_party=evolve(agreement.first_party, official="Contoh Nama"))
    assert "Contoh Nama" not in repr(check(named)) + check(named).text("id")


@given(agreements_with_realizations(rich=True))
def test_findings_are_complete_sentences(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """Any agreement and data are checked without an error, and every finding renders in both languages."""
    report = check(*pair, Settings(WeightSettings(total=100)))
    for finding in report:
        assert finding.subject.startswith((f"agreement[{pair[0].code}]", "realizations[", "policy["))
        assert finding.text("id") != finding.text("en")
        assert finding.blocking == (finding.code in BLOCKING)
    assert report.rows("id") != report.rows("en") or not len(report)


@given(agreements_with_realizations(rich=True))
def test_matching_data_never_blocks(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """An agreement with weights for all or none and realizations of its own has nothing that blocks."""
    assert check(*pair, Settings()).blocking == ()


@given(agreements_with_realizations(), st.randoms(use_true_random=False))
def test_order_changes_no_finding(pair: tuple[Agreement, tuple[Realization, ...]], chance: object) -> None:
    """The same targets and realizations in another order give the same findings, in another order at most."""
    agreement, delivered = pair
    shuffled = list(delivered)
    chance.shuffle(shuffled)
    objectives = [evolve(objective, targets=objective.targets[::-1]) for objective in agreement.objectives]
    again = check(evolve(agreement, objectives=objectives), shuffled, Settings())
    assert sorted(again.codes()) == sorted(check(agreement, delivered, Settings()).codes())


@given(agreements_with_realizations(rich=True))
def test_checking_is_pure(pair: tuple[Agreement, tuple[Realization, ...]]) -> None:
    """The same input gives an equal report."""
    assert check(*pair) == check(*pair)
    assert hash(check(*pair)) == hash(check(*pair))


def test_large_agreement_is_checked_in_one_walk() -> None:
    """Two thousand targets with four quarters each give their findings without comparing all with all."""
    quarters = Period.year(2025).parts("quarter")
    targets = [Target(full(f"IKU-{number}", consolidation="sum"), 10) for number in range(2000)]
    delivered = [Realization(target.code, 1, period=quarter) for target in targets for quarter in quarters]
    agreement = Agreement(
        "PK-1",
        year=2025,
        first_party=example_agreement().first_party,
        second_party=example_agreement().second_party,
        objectives=[Objective("Layanan", targets)],
    )
    assert len(check(agreement, delivered)) == 0
