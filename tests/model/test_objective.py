import pickle

import pytest

from sakip import Objective, Target
from sakip.errors import InvalidValueError
from tests.model.making import full


@pytest.mark.parametrize(
    ("name", "targets", "code", "path"),
    [
        ("", [], None, "Objective.name"),
        (None, [], None, "Objective.name"),
        ("A", [full()], None, "Objective.targets[0]"),
        ("A", [Target(full(), 1), 2], None, "Objective.targets[1]"),
        ("A", [], "", "Objective.code"),
    ],
)
def test_objectives_that_cannot_be(name: str, targets: list[Target], code: str, path: str) -> None:
    """An objective has a name and targets, and a code that says something if it has one."""
    with pytest.raises(InvalidValueError) as caught:
        Objective(name, targets, code=code)
    assert caught.value.path == path


@pytest.mark.parametrize("value", [None, 3, Target(full(), 1)], ids=["none", "number", "target"])
def test_a_list_is_a_list(value: object) -> None:
    """One target in place of a list, or nothing at all, makes no objective."""
    with pytest.raises(InvalidValueError, match="not-a-list"):
        Objective("A", value)


def test_sequences_become_tuples() -> None:
    """Generators are kept as tuples, so that an objective can be hashed and pickled."""
    objective = Objective("A", (Target(full(), number) for number in (1, 2)), code="S-1")
    assert [target.value for target in objective.targets] == [1, 2]
    assert pickle.loads(pickle.dumps(objective)) == objective
    assert hash(objective) == hash(Objective("A", list(objective.targets), code="S-1"))


@pytest.mark.parametrize(("given", "kept"), [("J-1", ("J-1",)), (["J-2", "J-1"], ("J-2", "J-1"))])
def test_what_is_cited(given: object, kept: tuple[str, ...]) -> None:
    """An objective cites one code or several, of which its representation says nothing."""
    found = Objective("A", [], cites=given)
    assert found.cites == kept
    assert "cites" not in repr(found)


def test_what_cannot_be_cited() -> None:
    """What is cited is a code that says something."""
    with pytest.raises(InvalidValueError, match=r"Objective\.cites"):
        Objective("A", [], cites=[" "])
