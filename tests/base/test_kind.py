import pytest

from sakip.base.kind import none_or, of_kind
from sakip.errors import InvalidValueError


def test_value_of_the_kind_is_returned() -> None:
    """A value of the class, or of a class below it, comes back as it is."""
    word = "a"
    assert of_kind(str, word, "X.y", "'a'") is word
    assert none_or(str, word, "X.y", "'a'") is word
    assert of_kind(int, True, "X.y", "1") is True


@pytest.mark.parametrize("value", [None, 1, b"a", str])
def test_other_values_are_refused(value: object) -> None:
    """A value of another class is refused with the path and an example; the class itself is no value of it."""
    with pytest.raises(InvalidValueError) as caught:
        of_kind(str, value, "X.y", "'a'")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("wrong-kind", "X.y", value)
    assert caught.value.problem == ("bukan str", "not a str")
    assert caught.value.way_out == ("Tulis misalnya 'a'", "Write for example 'a'")


def test_none_stands_for_a_field_left_out() -> None:
    """None passes where a field may be left out, anything else does not."""
    assert none_or(str, None, "X.y", "'a'") is None
    with pytest.raises(InvalidValueError):
        none_or(str, 1, "X.y", "'a'")
