"""Unpickling goes through the constructor again."""

import copy
import pickle

import pytest
from attrs import field, frozen

from sakip.base.rebuild import reduce_by_fields


def even(value: int) -> int:
    """Refuse odd numbers."""
    if value % 2:
        msg = "odd"
        raise ValueError(msg)
    return value


@frozen
class Sample:
    """A value with a checked field, a private one, a keyword and a derived one."""

    number: int = field(converter=even)
    _hidden: str = "x"
    keyword: int = field(default=0, kw_only=True)
    derived: int = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "derived", self.number * 10)

    __reduce__ = reduce_by_fields


SAMPLE = Sample(4, "secret", keyword=7)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_round_trip(protocol: int) -> None:
    """Every protocol gives an equal value, with what is derived derived again."""
    again = pickle.loads(pickle.dumps(SAMPLE, protocol))
    assert again == SAMPLE
    assert (again._hidden, again.keyword, again.derived) == ("secret", 7, 40)


def test_copies() -> None:
    """Copying, shallow or deep, takes the same way."""
    assert copy.copy(SAMPLE) == copy.deepcopy(SAMPLE) == SAMPLE


def test_derived_fields_stay_out() -> None:
    """What is derived is not stored, so that it cannot contradict the rest."""
    _, (kind, kept) = reduce_by_fields(SAMPLE)
    assert kind is Sample
    assert kept == {"number": 4, "hidden": "secret", "keyword": 7}


def test_checked_again() -> None:
    """A pickle that was tampered with is refused by the constructor."""
    rebuild, (kind, kept) = reduce_by_fields(SAMPLE)
    with pytest.raises(ValueError, match="odd"):
        rebuild(kind, {**kept, "number": 5})
