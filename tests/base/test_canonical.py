"""One written form for each value, and its digest."""

import decimal
import hashlib
import json
import sys
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Any

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from sakip.base.canonical import canonical_form, canonical_text, digest
from sakip.errors import InvalidValueError
from tests.base.contract import facts_of

TEXTS = st.text(st.characters(codec="utf-8"))
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), TEXTS)
PLAIN = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=20)


def named(value: object) -> str:
    """A name for a parameter that may be too long to be written, or must not be."""
    return type(value).__name__ if isinstance(value, int) or callable(value) else f"{value!a:.24}"


class Word(StrEnum):
    """A text that is more than a text."""

    ONE = "satu"


class Count(IntEnum):
    """An int that is more than an int."""

    ONE = 1


class TestCanonicalText:
    """JSON with sorted keys, no blanks, and no number but a whole one below 2^53."""

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, "null"),
            (True, "true"),
            (0, "0"),
            (-7, "-7"),
            (2**53 - 1, "9007199254740991"),
            (2**53, '"9007199254740992"'),
            (-(2**53), '"-9007199254740992"'),
            ('a"b\\c\n\x1f\x7f é𝟙', '"a\\"b\\\\c\\n\\u001f\x7f é𝟙"'),
            (Word.ONE, '"satu"'),
            (Count.ONE, "1"),
            (Decimal("12.50"), '"12.5"'),
            (Decimal("1E+3"), '"1000"'),
            (Decimal("-0.00"), '"0"'),
            (Decimal("-24.65"), '"-24.65"'),
            (Decimal("0.000001"), '"0.000001"'),
            (Decimal("123456789.12345678"), '"123456789.12345678"'),
            (Fraction(-60800, 2467), '"-60800/2467"'),
            (Fraction(5), '"5/1"'),
            (date(2025, 3, 5), '"2025-03-05"'),
            ([], "[]"),
            ((1, [2, "3"]), '[1,[2,"3"]]'),
            ({"b": 1, "a": {"z": None}}, '{"a":{"z":null},"b":1}'),
        ],
        ids=lambda value: f"{value!r:.40}",
    )
    def test_written_form(self, value: Any, text: str) -> None:
        """Each kind of value has the one form that the rule names."""
        assert canonical_text(value) == text

    def test_keys_are_sorted_as_rfc_8785_wants(self) -> None:
        """Keys are sorted by UTF-16 code units: a sign beyond the first plane comes before U+FB33."""
        assert (
            canonical_text({"\ufb33": 1, "\U0001f600": 2, "\r": 3, "1": 4})
            == '{"\\r":3,"1":4,"\U0001f600":2,"\ufb33":1}'
        )

    def test_keys_beyond_the_first_plane_keep_their_order(self) -> None:
        """Among themselves they are sorted as they are numbered, the first and the last of them included."""
        signs = ["\U00010000", "\U00010001", "\U000103ff", "\U00010400", "\U0001f600", "\U0001f601", "\U0010ffff"]
        written = canonical_text(dict.fromkeys(reversed(["\ud7ff", *signs, "\uffff"]), 0))
        assert [*json.loads(written)] == ["\ud7ff", *signs, "\uffff"]
        assert canonical_text({"\U0001f600": 1, "\U0001f600a": 2, "\U0001f600 ": 3}).index("3") < 20

    def test_text_is_not_normalised(self) -> None:
        """Two spellings of one letter are two texts."""
        assert canonical_text("é") != canonical_text("e\u0301")

    @pytest.mark.parametrize(
        "value",
        [
            0.5,
            float("nan"),
            [1.0],
            {"a": float("inf")},
            Decimal("NaN"),
            Decimal("Infinity"),
            Decimal("1e999999999"),
            Decimal("1e-999999999"),
            10**200_000,
            b"a",
            {1, 2},
            {1: "a"},
            {None: "a"},
            "\ud800",
            {"\udfff": 1},
            datetime(2025, 3, 5),  # noqa: DTZ001 - refused whatever its zone
            1j,
            ...,
            len,
        ],
        ids=named,
    )
    def test_refused(self, value: Any) -> None:
        """A float, and whatever else has no one written form, is refused."""
        with pytest.raises(InvalidValueError) as caught:
            canonical_text(value)
        assert caught.value.code == "no-canonical-form"

    def test_path(self) -> None:
        """The error says where the value stands."""
        with pytest.raises(InvalidValueError) as caught:
            canonical_text({"rows": [1, {"score": 0.5}]})
        assert (caught.value.path, caught.value.value) == ("value['rows'][1]['score']", 0.5)

    @pytest.mark.parametrize(
        ("value", "path", "fault"),
        [
            (Decimal("Infinity"), "value", Decimal("Infinity")),
            (["\ud800"], "value[0]", "\ud800"),
            ({"a": {5: 1}}, "value['a']", 5),
            ({"\udfff": 1}, "value", "\udfff"),
            ([[b"a"]], "value[0][0]", b"a"),
            ((1, Fraction(2**400_000, 3)), "value[1]", Fraction(2**400_000, 3)),
            ({"a": 2**400_000}, "value['a']", 2**400_000),
            ([Fraction(1, 2**400_000)], "value[0]", Fraction(1, 2**400_000)),
        ],
        ids=range(8),
    )
    def test_what_is_refused_and_where(self, value: Any, path: str, fault: Any) -> None:
        """The error holds the part that has no form, and its place; a key is refused at the dict that holds it."""
        assert facts_of(lambda: canonical_text(value)) == ("no-canonical-form", path, fault)

    def test_sizes_on_both_sides(self) -> None:
        """A Decimal from 10^-500 to below 10^501, and an integer of up to 400,000 bits."""
        assert canonical_text(Decimal("9e500")) == f'"9{"0" * 500}"'
        assert canonical_text(Decimal("1e-500")) == f'"0.{"0" * 499}1"'
        assert canonical_text(Decimal("-25e-500")) == f'"-0.{"0" * 498}25"'
        assert canonical_text(2**399_999).startswith('"')
        for value in (Decimal("1e501"), Decimal("9.9e-501"), 2**400_000, -(2**400_000)):
            assert facts_of(lambda value=value: canonical_text(value)) == ("no-canonical-form", "value", value)

    @pytest.mark.parametrize("digits", [499, 500, 501, 1000, 1001])
    def test_long_integers(self, digits: int) -> None:
        """Digits written a few hundred at a time are the digits, zeros within included."""
        for number in (10 ** (digits - 1), 10 ** (digits - 1) + 7, 10**digits - 1):
            assert canonical_text(number) == f'"{number}"'
            assert canonical_text(-number) == f'"-{number}"'

    def test_depth(self) -> None:
        """100 levels pass, more are refused, and a list that holds itself does not hang."""
        nested: list[Any] = []
        for _ in range(99):
            nested = [nested]
        assert canonical_text(nested) == "[" * 100 + "]" * 100
        loop: list[Any] = []
        loop.append(loop)
        for value in ([nested], loop):
            facts = facts_of(lambda value=value: canonical_text(value))
            assert facts == ("no-canonical-form", f"value{'[0]' * 100}", "list")

    def test_long_fractions(self) -> None:
        """Exact totals of many digits are written even where the host allows no more than 640 at once."""
        allowed = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(640)
        try:
            text = canonical_text(Fraction(10**5000 + 7, 10**5000))
        finally:
            sys.set_int_max_str_digits(allowed)
        assert text == f'"1{"0" * 4999}7/1{"0" * 5000}"'

    @given(PLAIN)
    def test_is_json(self, value: Any) -> None:
        """Plain data comes back from any JSON reader as it was."""
        assert json.loads(canonical_text(value)) == value

    @given(PLAIN)
    def test_one_form(self, value: Any) -> None:
        """Reading and writing again gives the same text, whatever the order of the keys."""
        text = canonical_text(value)
        assert canonical_text(json.loads(text)) == text
        if isinstance(value, dict):
            assert canonical_text(dict(reversed(value.items()))) == text

    @given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(0, 10))
    def test_decimals_have_one_form(self, value: Decimal, zeros: int) -> None:
        """Trailing zeros and the ambient context do not show."""
        sign, digits, exponent = value.as_tuple()
        assert isinstance(exponent, int)
        padded = Decimal((sign, (*digits, *(0,) * zeros), exponent - zeros))
        with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded])):
            assert canonical_text(padded) == canonical_text(value)
        assert Fraction(json.loads(canonical_text(value))) == Fraction(value)

    def test_digest(self) -> None:
        """The digest is SHA-256 of the text in UTF-8."""
        assert digest(["é"]) == hashlib.sha256('["é"]'.encode()).hexdigest()


@frozen
class Leaf:
    """A value with an optional and a derived field."""

    value: Any
    note: str | None = None
    length: int = field(init=False, default=3)


@frozen
class Branch:
    """A value that holds values, one of them outside equality, one private."""

    leaves: tuple[Leaf, ...]
    _hidden: int = 0
    remark: str = field(default="", eq=False)


@frozen
class Other:
    """A value with the fields of a leaf."""

    value: Any
    note: str | None = None


@frozen
class Later:
    """A value to which a later version added lists that may be left out."""

    value: Any
    asked: tuple[int, ...]
    added: tuple[int, ...] = ()
    word: str = ""


class TestCanonicalForm:
    """Equal objects give equal text, different objects different text."""

    def test_shape(self) -> None:
        """An object is its class beside the fields that make it what it is."""
        assert canonical_form(Branch((Leaf("a"), Leaf(Decimal("1.50"), note="n")), hidden=4, remark="x")) == {
            "type": "Branch",
            "leaves": [
                {"type": "Leaf", "value": "a"},
                {"type": "Leaf", "value": {"number": "1.5"}, "note": "n"},
            ],
            "hidden": 4,
        }

    def test_a_list_that_may_be_left_out(self) -> None:
        """An empty list that is the default is left out, so that adding the field changes no digest; others stay."""
        assert canonical_form(Later(1, ())) == {"type": "Later", "value": 1, "asked": [], "word": ""}
        assert canonical_form(Later(1, (), (2,)))["added"] == [2]

    @pytest.mark.parametrize(
        ("value", "form"),
        [
            (None, None),
            (False, False),
            ("5", "5"),
            (5, 5),
            (Decimal("5.00"), 5),
            (Fraction(5), 5),
            (2**53 - 1, 2**53 - 1),
            (2**53, {"number": "9007199254740992"}),
            (Decimal(2) * 2**52, {"number": "9007199254740992"}),
            (Fraction(3, 2), {"number": "1.5"}),
            (Decimal("-1.5"), {"number": "-1.5"}),
            (Fraction(-1, 3), {"number": "-1/3"}),
            (date(2025, 3, 5), {"date": "2025-03-05"}),
            ([1, (2,)], [1, [2]]),
        ],
        ids=lambda value: f"{type(value).__name__}-{value}",
    )
    def test_values(self, value: Any, form: Any) -> None:
        """Equal numbers are written alike, and no number or date looks like a text."""
        assert canonical_form(value) == form

    @given(
        st.lists(
            st.one_of(
                st.none(),
                st.integers(),
                st.fractions(),
                st.decimals(allow_nan=False, allow_infinity=False, places=3),
                st.dates(),
                st.sampled_from(["", "5", "1.5", "1/3", "2025-03-05", "null", '{"number":"1.5"}']),
            ).flatmap(lambda value: st.sampled_from([value, Leaf(value), Other(value), (value,), Leaf(Leaf(value))])),
            min_size=2,
            max_size=2,
        )
    )
    def test_equality(self, values: list[Any]) -> None:
        """Two values have one text exactly when they are equal."""
        one, other = (canonical_text(canonical_form(value)) for value in values)
        assert (one == other) == (values[0] == values[1])

    @pytest.mark.parametrize(
        "value",
        [0.5, {"a": 1}, {1}, b"a", len, ..., Decimal("NaN"), Decimal("1e999999"), "\ud800", Leaf],
        ids=named,
    )
    def test_refused(self, value: Any) -> None:
        """What has no one written form is refused by the path of its field."""
        with pytest.raises(InvalidValueError) as caught:
            canonical_form(Branch((Leaf(value),)))
        assert (caught.value.code, caught.value.path) == ("no-canonical-form", "Branch.leaves[0].value")
        assert caught.value.value is value

    def test_sizes_on_both_sides(self) -> None:
        """Whole below 2^53 as it is, beyond it under its name, and no Decimal beyond 10^500 either way."""
        assert canonical_form(2**53 - 1) == 2**53 - 1
        assert canonical_form(-(2**53)) == {"number": "-9007199254740992"}
        assert canonical_form(Decimal("1e-500")) == {"number": f"0.{'0' * 499}1"}
        assert canonical_form(Fraction(-1, 3)) == {"number": "-1/3"}
        assert canonical_form(Fraction(-1, 8)) == {"number": "-0.125"}
        assert canonical_form(Decimal("49.340000")) == {"number": "49.34"}
        for value in (Decimal("1e501"), Decimal("9.9e-501")):
            assert facts_of(lambda value=value: canonical_form(value)) == ("no-canonical-form", "Decimal", value)

    def test_moment(self) -> None:
        """A moment is no date."""
        with pytest.raises(InvalidValueError):
            canonical_form(datetime(2025, 3, 5))  # noqa: DTZ001 - refused whatever its zone

    def test_depth(self) -> None:
        """A chain of more than 100 objects is refused before the stack ends."""
        chain = Leaf(0)
        for _ in range(99):
            chain = Leaf(chain)
        assert canonical_form(chain)["type"] == "Leaf"
        with pytest.raises(InvalidValueError) as caught:
            canonical_form(Leaf(chain))
        assert caught.value.value == "Leaf"
