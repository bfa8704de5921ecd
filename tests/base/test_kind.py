from datetime import date, datetime

import pytest

from sakip.base.kind import day_of, is_text, listed, none_or, none_or_day, of_kind, parted, recorded_day, tuple_of
from sakip.errors import InvalidValueError
from tests.base.contract import assert_way_out, facts_of


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


def test_article() -> None:
    """A class is named with the article of its first letter."""
    for kind, words in ((int, "not an int"), (OSError, "not an OSError"), (bytes, "not a bytes"), (str, "not a str")):
        with pytest.raises(InvalidValueError) as caught:
            of_kind(kind, None, "X.y", "x")
        assert caught.value.problem[1] == words


def test_none_stands_for_a_field_left_out() -> None:
    """None passes where a field may be left out, anything else does not."""
    assert none_or(str, None, "X.y", "'a'") is None
    assert facts_of(lambda: none_or(str, 1, "X.y", "'a'")) == ("wrong-kind", "X.y", 1)
    assert_way_out(lambda value: none_or(str, value, "X.y", "'a'"), 1)


def test_parts_of_a_pair() -> None:
    """As many parts as asked, from anything that can be gone through."""
    assert parted(iter([1, "a"]), 2, "X.y", "(1, 'a')") == (1, "a")
    assert parted([], 0, "X.y", "()") == ()


@pytest.mark.parametrize("value", [(), (1,), (1, 2, 3), "ab", b"ab", 5, None, object()], ids=range(8))
def test_no_pair(value: object) -> None:
    """Another size is refused with the size that is asked; a text of that length is no pair."""
    with pytest.raises(InvalidValueError, match="not a list of 2 parts") as caught:
        parted(value, 2, "X.y", "(1, 'a')")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("wrong-size", "X.y", value)
    assert_way_out(lambda given: parted(given, 2, "X.y", "(1, 'a')"), value)


@pytest.mark.parametrize("value", [None, 5, "abc", b"abc", object(), str], ids=range(6))
def test_no_list(value: object) -> None:
    """A text, bytes and what has no items are no list."""
    for make in (lambda: listed(value, "X.y", "'a'"), lambda: tuple_of(str, value, "X.y", "'a'")):
        with pytest.raises(InvalidValueError) as caught:
            make()
        assert (caught.value.code, caught.value.path, caught.value.value) == ("not-a-list", "X.y", value)
        assert caught.value.way_out == ("Tulis daftar, misalnya ['a']", "Write a list, for example ['a']")


def test_list_of_one_kind() -> None:
    """Anything that can be gone through gives its items in order; one of another class is named by its place."""
    assert listed(iter(["a", 1]), "X.y", "'a'") == ("a", 1)
    assert tuple_of(str, (sign for sign in "ab"), "X.y", "'a'") == ("a", "b")
    assert tuple_of(str, [], "X.y", "'a'") == ()
    with pytest.raises(InvalidValueError) as caught:
        tuple_of(str, ["a", "b", 3], "X.y", "'a'")
    assert (caught.value.code, caught.value.path, caught.value.value) == ("wrong-kind", "X.y[2]", 3)
    assert_way_out(lambda items: tuple_of(str, items, "X.y", "'a'"), ["a", "b", 3])


def test_a_day() -> None:
    """A plain date passes as it is, and nothing where it may be left out."""
    day = date(2025, 1, 31)
    assert day_of(day, "X.y") is day
    assert none_or_day(day, "X.y") is day
    assert none_or_day(None, "X.y") is None


@pytest.mark.parametrize("value", ["2025-01-31", datetime(2025, 1, 31), 20250131, True], ids=repr)  # noqa: DTZ001
def test_no_day(value: object) -> None:
    """A text, a date with a time and a number are no days, and neither is nothing where a day is asked for."""
    for ask, given in ((day_of, value), (none_or_day, value), (day_of, None)):
        assert facts_of(lambda ask=ask, given=given: ask(given, "X.y")) == ("not-a-date", "X.y", given)


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(1944, 12, 31), False),
        (date(1945, 1, 1), True),
        (date(9998, 12, 31), True),
        (date(9999, 1, 1), False),
        (date.max, False),
        (date.min, False),
    ],
    ids=str,
)
def test_a_recorded_day_leaves_room_around_it(day: date, fits: bool) -> None:
    """A day that is kept lies where months can be counted from it; a day that is only asked for may be any."""
    assert day_of(day, "X.y") == day
    for read in (recorded_day, none_or_day):
        if fits:
            assert read(day, "X.y") == day
            continue
        assert facts_of(lambda read=read: read(day, "X.y")) == ("day-out-of-range", "X.y", day)


@pytest.mark.parametrize(("key", "text"), [("", True), ("IKU-1", True), (None, False), (5, False), (b"IKU-1", False)])
def test_only_text_is_text(key: object, text: bool) -> None:
    """A key of another kind is no text, whatever it looks like."""
    assert is_text(key) == text
