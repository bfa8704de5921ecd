from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Party, Range, Realization
from sakip.cascade import Cascade, Change, Group, Link, NodeFacts, Post
from sakip.cascade.graph.change import retargeted
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.cascade.making import TOP, YEAR_END, family, pk, target

LOW = ("KABID-2", "A")
CASCADE = family(
    target("T", 100),
    target("A", 40),
    target("B", 60),
    groups=[Group(parent=TOP)],
    nodes=[NodeFacts(LOW, role="additional")],
    posts=[Post("KASI", unit="Satu"), Post("KASI", unit="Dua")],
    realizations={TOP: 90, LOW: [Realization("A", 30), Realization("A", 31)]},
)


def amounts(cascade: Cascade) -> dict[str, list[str]]:
    """What the cascade says was delivered, by node."""
    return {node.text: [str(one.value) for one in all_] for node, all_ in cascade.realizations}


def targets(cascade: Cascade) -> dict[str, Any]:
    """What is promised, by indicator."""
    return {one.code: one.value for agreement in cascade.agreements for one in agreement.targets}


def test_realizations_take_the_place_of_all_that_was_reported() -> None:
    """However many there were, and wherever they were given; other nodes keep theirs."""
    (first, *others) = CASCADE.pairs
    beside = evolve(CASCADE, agreements=[(first[0], [Realization("T", 80)]), *others])
    changed = Change({TOP: 95, LOW: []}).applied(beside, YEAR_END)
    assert amounts(changed) == {"KADIS/T": ["95"], "KABID-2/A": []}
    assert all(not given for _, given in changed.pairs)
    kept = Change({LOW: 7}).applied(beside, YEAR_END)
    assert [one.value for one in kept.pairs[0][1]] == [80]
    assert amounts(kept) == {"KADIS/T": ["90"], "KABID-2/A": ["7"]}


def test_a_name_that_is_typed_otherwise_is_the_same_node() -> None:
    """As in a cascade, case and punctuation of a position do not matter."""
    assert amounts(Change({("kadis", "t"): 95}).applied(CASCADE, YEAR_END))["kadis/t"] == ["95"]
    assert "KADIS/T" not in amounts(Change({("kadis", "t"): 95}).applied(CASCADE, YEAR_END))


def test_a_code_beside_an_agreement_may_be_typed_otherwise_too() -> None:
    """What is reported as ``t`` is of T, so that it gives way to what T is said to have delivered instead."""
    (first, *others) = CASCADE.pairs
    beside = evolve(CASCADE, agreements=[(first[0], [Realization("t", 80)]), *others], realizations={})
    assert [given for _, given in Change({TOP: 95}).applied(beside, YEAR_END).pairs] == [(), (), ()]
    (kept, *_) = Change({LOW: 7}).applied(beside, YEAR_END).pairs
    assert [one.value for one in kept[1]] == [80]


@pytest.mark.parametrize("code", ["T", "t"])
@pytest.mark.parametrize(("year", "left"), [(2024, ([], [90])), (2025, ([80], []))])
def test_of_two_years_only_the_one_that_is_named_changes(code: str, year: int, left: Any) -> None:
    """The same indicator is another node in another year, however its code is typed."""
    former = pk("PK-0", "KADIS", "II", "BUPATI", target("T"), year=2024, signed_on=date(2024, 1, 20))
    own = pk("PK-1", "KADIS", "II", "BUPATI", target("T"))
    both = Cascade([(former, [Realization(code, 80)]), (own, [Realization(code, 90)])])
    changed = Change({("KADIS", "T", year): 70}).applied(both, YEAR_END)
    assert tuple([one.value for one in given] for _, given in changed.pairs) == left
    assert amounts(changed) == {f"KADIS/T/{year}": ["70"]}


def test_of_two_offices_and_two_years_only_what_is_named_changes() -> None:
    """A title that two offices have is told apart by the office of whoever signed."""
    reported = [
        (
            pk(f"PK-{office}-{year}", "KASI", "IV", None, target("T"), office=office, year=year, signed_on=signed),
            [Realization("T", at)],
        )
        for at, (office, year, signed) in enumerate(
            (office, year, date(year, 1, 20)) for office in ("Dinas A", "Dinas B") for year in (2024, 2025)
        )
    ]
    changed = Change({("Dinas B/KASI", "T", 2024): 70}).applied(Cascade(reported), YEAR_END)
    left = {agreement.code: [one.value for one in given] for agreement, given in changed.pairs}
    assert left == {"PK-Dinas A-2024": [0], "PK-Dinas A-2025": [1], "PK-Dinas B-2024": [], "PK-Dinas B-2025": [3]}


def test_of_one_title_the_code_tells_who_is_meant() -> None:
    """Two have the same title; what was reported beside an agreement is of whom its code names."""
    reported = [
        (pk(f"PK-{code}", "Kepala Seksi", "IV", None, target("T"), first_party=Party("Kepala Seksi", code=code)), done)
        for code, done in (("KASI-A", [Realization("T", 1)]), ("KASI-B", [Realization("T", 2)]))
    ]
    changed = Change({("KASI-B", "T"): 70}).applied(Cascade(reported), YEAR_END)
    assert [[one.value for one in given] for _, given in changed.pairs] == [[1], []]


def test_what_nobody_promised_is_left_as_it_was_reported() -> None:
    """A realization of an unknown code is of no node, and none of its like is changed."""
    (first, *others) = CASCADE.pairs
    beside = evolve(CASCADE, agreements=[(first[0], [Realization("X", 80)]), *others])
    (kept, *_) = Change({TOP: 95}).applied(beside, YEAR_END).pairs
    assert [one.code for one in kept[1]] == ["X"]


@pytest.mark.parametrize("promised", [45, Range(40, 50), target("A", 45, last_year=30)])
def test_a_target_is_promised_by_its_agreement(promised: Any) -> None:
    """As a value it keeps what goes with it; as a whole target it brings that."""
    changed = Change(targets={LOW: promised}).applied(CASCADE, YEAR_END)
    wanted = getattr(promised, "value", promised)
    assert targets(changed) == {"T": 100, "A": wanted, "B": 60}
    assert changed.pairs[1][0].targets[0].indicator == CASCADE.pairs[1][0].targets[0].indicator


def test_several_targets_of_one_agreement_change_together() -> None:
    """Each finds what the one before it left."""
    one = Cascade([pk("PK-1", "KADIS", "II", "BUPATI", target("T"), target("U"))])
    changed = Change(targets={TOP: 1, ("KADIS", "U"): 2}).applied(one, YEAR_END)
    assert targets(changed) == {"T": 1, "U": 2}


def test_only_the_version_in_force_changes() -> None:
    """An earlier version stays as it was signed."""
    first = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 10))
    second = first.amend(code="PK-1-P", signed_on=YEAR_END.replace(month=10), reason="strategy")
    changed = Change(targets={TOP: 12}).applied(Cascade([first, second]), YEAR_END)
    assert [one.targets[0].value for one in changed.agreements] == [10, 12]


def test_what_is_put_in_takes_the_place_of_its_like() -> None:
    """Agreements by code, groups and facts by node, posts by code and unit; links are only added."""
    link = Link(child=LOW, parent=("KABID-3", "B"), kind="support")
    changed = Change(
        agreements=[pk("PK-2", "KABID-2", "III", "KADIS", target("A", 41)), pk("PK-9", "KABID-9", "III", "KADIS")],
        links=[link],
        groups=[Group(parent=TOP, coverage="subset")],
        nodes=[NodeFacts(LOW, role="mandatory"), NodeFacts(TOP, calc="measured")],
        posts=[Post("KASI", unit="Dua", superior="KADIS")],
    ).applied(CASCADE, YEAR_END)
    assert sorted(one.code for one in changed.agreements) == ["PK-1", "PK-2", "PK-3", "PK-9"]
    assert targets(changed)["A"] == 41
    assert changed.links == (*CASCADE.links, link)
    assert [one.coverage for one in changed.groups] == ["subset"]
    assert [one.role for one in changed.nodes] == ["mandatory", "main"]
    assert [(one.unit, one.superior) for one in changed.posts] == [("Satu", None), ("Dua", "KADIS")]


def test_what_is_taken_out_is_gone() -> None:
    """Each by being what it is; what was never there is no matter."""
    (agreement, _), *_ = CASCADE.pairs
    gone: list[Any] = [agreement, CASCADE.links[0], *CASCADE.groups, *CASCADE.nodes, CASCADE.posts[0], Post("LAIN")]
    changed = Change(without=gone).applied(CASCADE, YEAR_END)
    assert [one.code for one in changed.agreements] == ["PK-2", "PK-3"]
    assert changed.links == CASCADE.links[1:]
    assert (changed.groups, changed.nodes, changed.posts) == ((), (), CASCADE.posts[1:])


def test_amounts_are_those_of_what_was_put_in() -> None:
    """A change of both is first made of what the cascade consists of."""
    change = Change(
        {("KABID-9", "C"): 5},
        targets={("KABID-9", "C"): 6},
        agreements=[pk("PK-9", "KABID-9", "III", "KADIS", target("C"))],
    )
    assert not change.is_of_values
    changed = change.applied(CASCADE, YEAR_END)
    assert (targets(changed)["C"], amounts(changed)["KABID-9/C"]) == (6, ["5"])


def test_nothing_changes_nothing() -> None:
    """An empty change gives the same cascade."""
    assert Change().applied(CASCADE, YEAR_END) is CASCADE
    assert Change().is_of_values


@pytest.mark.parametrize("fields", [{"realizations": {("KADIS", "X"): 1}}, {"targets": {("KADIS", "X"): 1}}])
def test_an_unknown_node_is_refused(fields: Mapping[str, Any]) -> None:
    """A change of something that is not there is a mistake of the caller and no finding."""
    with pytest.raises(UnknownCodeError) as caught:
        Change(**fields).applied(CASCADE, YEAR_END)
    assert "KADIS/T" in caught.value.near


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"realizations": {"KADIS": 1}}, "not-a-node"),
        ({"realizations": {TOP: 1.5}}, "float-refused"),
        ({"targets": [(TOP,)]}, "wrong-size"),
        ({"targets": {"KADIS": 1}}, "not-a-node"),
        ({"links": [TOP]}, "wrong-kind"),
        ({"groups": [TOP]}, "wrong-kind"),
        ({"nodes": [TOP]}, "wrong-kind"),
        ({"posts": ["KADIS"]}, "wrong-kind"),
        ({"agreements": ["PK-1"]}, "wrong-kind"),
        ({"without": [TOP]}, "wrong-kind"),
    ],
)
def test_what_is_no_change_is_refused(fields: Mapping[str, Any], code: str) -> None:
    """Each part is what it is called, and says in the error where it stands."""
    with pytest.raises(InvalidValueError) as caught:
        Change(**fields)
    assert caught.value.code == code
    assert caught.value.path.startswith(("Change.", "Realization."))


def test_a_target_of_another_indicator_is_refused() -> None:
    """The indicator of a node is what it is."""
    agreement = CASCADE.pairs[1][0]
    with pytest.raises(InvalidValueError) as caught:
        retargeted(agreement, 0, agreement.targets[0], target("B", 4))
    assert caught.value.code == "target-of-another"


@pytest.mark.parametrize("field", ["realizations", "targets"])
def test_a_node_that_is_nowhere_is_named_by_its_field(field: str) -> None:
    """With what looks like it."""
    change = Change(**{field: {("KADIS", "T-9"): 1}})
    with pytest.raises(UnknownCodeError) as caught:
        change.applied(family(target("T")), YEAR_END)
    assert (caught.value.path, caught.value.near) == (f"Change.{field}", ("KADIS/T",))
