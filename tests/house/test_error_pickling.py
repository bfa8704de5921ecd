"""Errors keep their facts and survive pickling, copying and a change of process."""

import copy
import inspect
import pickle

import pytest

from sakip import errors

FACTS: dict[str, object] = {
    "code": "sample-code",
    "path": "Target.value",
    "value": "1.234",
    "problem": ("teks ini punya dua arti", "this text has two readings"),
    "way_out": ("Sebutkan kaidahnya", "Name the convention"),
    "readings": ("1234", "1.234"),
    "law": "direction",
    "counterexample": (("R", "1"), ("T", "2")),
    "near": ("PLAN-1", "PLAN-2"),
    "report": ("a report is any value here",),
}

each_error = pytest.mark.parametrize("kind", [getattr(errors, name) for name in errors.__all__])


def sample(kind: type[errors.SakipError]) -> errors.SakipError:
    """An error of the given class with every fact that its constructor asks for."""
    return kind(**{name: FACTS[name] for name in inspect.signature(kind).parameters})


@each_error
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_survives_pickling(kind: type[errors.SakipError], protocol: int) -> None:
    """An unpickled error has the class, the facts and the text of the original."""
    error = sample(kind)
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is kind
    assert str(again) == str(error)
    assert {name: getattr(again, name) for name in inspect.signature(kind).parameters} == {
        name: FACTS[name] for name in inspect.signature(kind).parameters
    }


@each_error
def test_survives_copying(kind: type[errors.SakipError]) -> None:
    """A copied error reads like the original."""
    assert str(copy.deepcopy(sample(kind))) == str(copy.copy(sample(kind))) == str(sample(kind))


@each_error
def test_is_one_family_and_what_a_reader_expects(kind: type[errors.SakipError]) -> None:
    """Every error is a SakipError, and all but the parent are also the builtin that a reader would catch."""
    assert issubclass(kind, errors.SakipError)
    assert kind is errors.SakipError or issubclass(kind, ValueError | KeyError)


@each_error
def test_speaks_indonesian_then_english(kind: type[errors.SakipError]) -> None:
    """The text gives problem and way out in Indonesian first, then in English, and names the path."""
    text = str(sample(kind))
    order = ["teks ini punya dua arti", "Sebutkan kaidahnya", "this text has two readings", "Name the convention"]
    assert sorted(order, key=text.index) == order
    assert "Target.value" in text
