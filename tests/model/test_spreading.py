from attrs import evolve
from hypothesis import given

from sakip import Agreement, Objective
from sakip.model.spreading import Item, gathered, keyed_objectives, spread, unfolded
from sakip.testing import agreements, example_agreement


@given(agreements(rich=True))
def test_taken_apart_and_put_together(agreement: Agreement) -> None:
    """An agreement that is taken apart and put together is the same."""
    parts = {item: unfolded(item.part, value) for item, value in spread(agreement).items()}
    assert gathered(example_agreement(), parts) == agreement


def test_keys_of_before() -> None:
    """Targets and objectives may be told by the keys that they had in another version."""
    objective = "Tersusunnya dokumen perencanaan"
    found = spread(example_agreement(), {"PLAN-1": "OLD"}, {objective: "Lama"})
    assert list(found) == [
        Item("agreement", None),
        Item("objective", None),
        Item("objective", "Lama"),
        Item("target", "OLD"),
        Item("budget", None),
    ]
    assert found[Item("objective", None)] == ("Lama",)


def test_objectives_by_code_or_name() -> None:
    """A code comes before a name, and a key that is taken gets a number."""
    names = [("A", None), ("B", "A"), ("A #2", None), ("A", None)]
    agreement = evolve(example_agreement(), objectives=[Objective(name, [], code=code) for name, code in names])
    assert list(keyed_objectives(agreement)) == ["A", "A #2", "A #2 #2", "A #3"]
