import pickle
from datetime import date
from typing import Any

import pytest

from sakip import Components, History, Party, Realization, Tenure
from sakip.cascade import BudgetDocument, Cascade, Group, Link, Node, NodeFacts, Post
from sakip.cascade.inputs.cascade import amounts_of
from sakip.errors import InvalidValueError
from tests.cascade.making import TOP, pk, target

PK = pk("PK-1", "KADIS", "II", None, target("T"))
AMENDED = PK.amend(code="PK-1-P", signed_on=date(2025, 9, 1), reason="strategy")


class TestAgreements:
    def test_agreements_histories_and_pairs_with_their_realizations(self) -> None:
        """Agreements histories and pairs with their realizations."""
        facts = [Realization("T", 5)]
        cascade = Cascade([PK, (AMENDED, facts)])
        assert cascade.agreements == (PK, AMENDED)
        assert cascade.pairs == ((PK, ()), (AMENDED, tuple(facts)))

    def test_a_history_stands_for_all_its_versions(self) -> None:
        """A history stands for all its versions."""
        assert Cascade([History([PK, AMENDED])]).agreements == (PK, AMENDED)

    @pytest.mark.parametrize("given", [PK, "PK-1", 5, [5], [(PK, [5])], [(5, [])], [None]])
    def test_anything_else_is_refused_with_its_place(self, given: Any) -> None:
        """Anything else is refused with its place."""
        with pytest.raises(InvalidValueError) as caught:
            Cascade(given)
        assert caught.value.path.startswith("Cascade.agreements")


class TestRealizations:
    @pytest.mark.parametrize(
        ("amount", "values"),
        [
            (95, [95]),
            ("95.5", ["95.5"]),
            (Components(1, 2, per=100), [Components(1, 2, per=100)]),
            (Realization("T", 7), [7]),
            ([Realization("T", 7), Realization("T", 8)], [7, 8]),
            ((Realization("T", 7),), [7]),
            ([], []),
            ((), []),
        ],
    )
    def test_an_amount_of_the_year_or_what_was_reported(self, amount: Any, values: list[Any]) -> None:
        """An amount of the year or what was reported."""
        ((node, facts),) = Cascade(realizations={TOP: amount}).realizations
        assert node == Node("KADIS", "T")
        assert list(facts) == [Realization("T", value) for value in values]
        assert Cascade(realizations=[(TOP, amount)]).realizations == ((node, facts),)

    @pytest.mark.parametrize("given", [{TOP: 0.5}, {TOP: None}, {TOP: [5]}, {"KADIS": 5}, [5], [(TOP,)], 5])
    def test_anything_else_is_refused(self, given: Any) -> None:
        """With its place."""
        with pytest.raises(InvalidValueError) as caught:
            Cascade(realizations=given)
        assert caught.value.path.startswith(("Cascade.realizations", "Realization."))

    def test_what_is_no_list_is_named(self) -> None:
        """The place is the whole field, and the way out shows one entry of it."""
        with pytest.raises(InvalidValueError) as caught:
            amounts_of(5, "Change.realizations")  # type: ignore[arg-type]
        assert caught.value.path == "Change.realizations"
        assert all("(('KADIS', 'IKU-1'), 95)" in one for one in caught.value.way_out)


@pytest.mark.parametrize("name", ["links", "groups", "tenures", "budgets", "posts", "nodes"])
@pytest.mark.parametrize("given", [5, "KADIS", [5], [PK]], ids=str)
def test_each_field_takes_its_own_kind(name: str, given: Any) -> None:
    """Each field takes its own kind."""
    with pytest.raises(InvalidValueError) as caught:
        Cascade(**{name: given})
    assert caught.value.path.startswith(f"Cascade.{name}")


@pytest.mark.parametrize(("name", "kind"), [("groups", lambda: Group(parent=TOP)), ("nodes", lambda: NodeFacts(TOP))])
def test_a_node_is_described_once(name: str, kind: Any) -> None:
    """A node is described once."""
    with pytest.raises(InvalidValueError) as caught:
        Cascade(**{name: [kind(), kind()]})
    assert (caught.value.code, caught.value.path) == ("node-twice", f"Cascade.{name}[1]")


def test_it_is_a_value_that_survives_pickling() -> None:
    """It is a value that survives pickling."""

    def made() -> Cascade:
        return Cascade(
            [(PK, [Realization("T", 5)]), AMENDED],
            links=[Link(child=("KABID", "A"), parent=TOP, kind="sum")],
            groups=[Group(parent=TOP, coverage="subset")],
            realizations={TOP: 95},
            tenures=[Tenure(Party("KADIS"), "Contoh", starts=date(2025, 1, 1))],
            budgets=[BudgetDocument("DPA", ratified_on=date(2025, 1, 2))],
            posts=[Post("KADIS")],
            nodes=[NodeFacts(TOP, joint=True)],
        )

    assert made() == made() == pickle.loads(pickle.dumps(made()))
    assert hash(made()) == hash(pickle.loads(pickle.dumps(made())))
