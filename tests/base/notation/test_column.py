"""A whole column of printed numbers, whose clear cells decide how its unclear ones are read."""

import pickle
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import format_number, parse_number, parse_numbers
from sakip.base.notation.column import NumberColumn
from sakip.base.notation.reading import Convention
from sakip.errors import AmbiguousNumberError, InvalidValueError
from tests.base.contract import assert_way_out, facts_of


def numbers(*texts: str) -> list[Decimal]:
    """Canonical texts as Decimals."""
    return [Decimal(text) for text in texts]


def outcome(texts: list[str]) -> tuple[Convention | None, list[Decimal]] | str:
    """Convention and numbers of a column, or the code with which it is refused."""
    try:
        column = parse_numbers(texts)
    except AmbiguousNumberError as error:
        return error.code
    return column.convention, list(column.values)


class TestEvidence:
    """A whole column decides its convention, with the evidence."""

    @pytest.mark.parametrize(
        ("texts", "convention", "evidence", "values"),
        [
            ([], None, (), []),
            (["98", "2"], None, (), ["98", "2"]),
            (["1.234", "98,5", "12"], "id", ("98,5",), ["1234", "98.5", "12"]),
            (["1.234", "98.5", "12"], "en", ("98.5",), ["1.234", "98.5", "12"]),
            (["1,234", "0,604"], "id", ("0,604",), ["1.234", "0.604"]),
            (["1.234", "0.381"], "en", ("0.381",), ["1.234", "0.381"]),
            (["1.234", "1.000,-"], "id", ("1.000,-",), ["1234", "1000"]),
            (["1.234.567", "1.234,5", "1.234"], "id", ("1.234.567", "1.234,5"), ["1234567", "1234.5", "1234"]),
            (["98,5", "7"], "id", ("98,5",), ["98.5", "7"]),
        ],
    )
    def test_decides(
        self, texts: list[str], convention: str | None, evidence: tuple[str, ...], values: list[str]
    ) -> None:
        """Cells with one reading speak, whole numbers without marks say nothing, unclear cells follow."""
        column = parse_numbers(texts)
        assert (column.convention, column.evidence) == (convention, evidence)
        assert list(column.values) == numbers(*values)

    def test_clear_cells_may_differ(self) -> None:
        """A column that mixes "98.5" and "98,5", as seven real tables do, is read while no cell depends on it."""
        column = parse_numbers(["98.5", "98,5", "100"])
        assert list(column.values) == numbers("98.5", "98.5", "100")
        assert (column.convention, column.evidence) == (None, ("98.5", "98,5"))

    def test_contradiction(self) -> None:
        """Where an unclear cell depends on clear cells that disagree, the error names one of each and the cell."""
        with pytest.raises(AmbiguousNumberError) as caught:
            parse_numbers(["98.5", "7", "98,5", "1.234", "0.25"])
        error = caught.value
        assert (error.code, error.path, error.value) == ("contradicting-column", "parse_numbers[3]", "1.234")
        assert error.readings == ("1234", "1.234")
        assert all(shown in text for text in error.problem for shown in ("'98.5' (en)", "'98,5' (id)", "[3] '1.234'"))

    def test_no_evidence(self) -> None:
        """Where no cell decides, the error names the unclear ones, and how many more there are."""
        with pytest.raises(AmbiguousNumberError) as caught:
            parse_numbers(["7", *(f"{whole}.500" for whole in range(1, 8))])
        error = caught.value
        assert (error.code, error.path, error.value) == ("ambiguous-column", "parse_numbers[1]", "1.500")
        assert error.readings == ("1500", "1.5")
        assert "[1] '1.500', [2] '2.500', [3] '3.500', [4] '4.500', [5] '5.500' (+2)" in str(error)
        assert "'id', 'en'" in error.way_out[1]

    def test_few_unclear_cells_are_all_named(self) -> None:
        """Up to five unclear cells are named one by one."""
        with pytest.raises(AmbiguousNumberError, match=r"read \[0\] '1,500'\.") as caught:
            parse_numbers(["1,500"])
        assert caught.value.readings == ("1500", "1.5")


class TestGivenConvention:
    """Given, the convention holds for every cell and nothing is inferred."""

    def test_holds(self) -> None:
        """Unclear cells follow the convention, and there is no evidence to show."""
        column = parse_numbers(["1.234", "98,5"], "id")
        assert list(column.values) == numbers("1234", "98.5")
        assert (column.convention, column.evidence) == ("id", ())

    def test_no_exceptions(self) -> None:
        """A cell that is written otherwise is refused by its place."""
        facts = facts_of(lambda: parse_numbers(["1.234", "98.5"], "id", path="target"))
        assert facts == ("other-convention", "target[1]", "98.5")

    def test_unknown(self) -> None:
        """An unknown convention is refused, even for an empty column."""
        with pytest.raises(InvalidValueError, match="id, en, plain"):
            parse_numbers([], "us")  # type: ignore[arg-type]


class TestRefused:
    """A cell that is no number is an error that names its place."""

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("", "empty-number"),
            ("-", "empty-number"),
            (None, "not-text"),
            (9.5, "float-refused"),
            ("2 dok", "words-in-number"),
        ],
    )
    def test_cells(self, cell: Any, code: str) -> None:
        """Empty cells are not zero, and words are no numbers."""
        assert facts_of(lambda: parse_numbers(["5", cell])) == (code, "parse_numbers[1]", cell)

    @pytest.mark.parametrize("texts", ["98,5", b"98", None, 5, 98.5])
    def test_no_column(self, texts: Any) -> None:
        """One text is no column, although it could be walked sign by sign."""
        with pytest.raises(InvalidValueError, match="not a list") as caught:
            parse_numbers(texts)
        assert (caught.value.code, caught.value.path, caught.value.value) == ("not-a-list", "parse_numbers", texts)
        assert_way_out(parse_numbers, texts)

    def test_megabytes(self) -> None:
        """A cell of megabytes is refused by its length."""
        with pytest.raises(InvalidValueError) as caught:
            parse_numbers(["5", "9" * 10**7])
        assert caught.value.code == "long-text"


class TestColumn:
    """The result is a value."""

    def test_any_iterable_once(self) -> None:
        """A generator is walked once."""

        def cells() -> Iterator[str]:
            yield from ("1.234", "98,5")

        assert list(parse_numbers(cells()).values) == numbers("1234", "98.5")

    @pytest.mark.parametrize(
        ("fields", "facts"),
        [
            ({"values": 5}, ("not-a-list", "NumberColumn.values", 5)),
            ({"values": [1, 0.5]}, ("float-refused", "NumberColumn.values[1]", 0.5)),
            ({"convention": "us"}, ("unknown-convention", "convention", "us")),
            ({"evidence": "98,5"}, ("not-a-list", "NumberColumn.evidence", "98,5")),
            ({"evidence": ["98,5", 5]}, ("wrong-kind", "NumberColumn.evidence[1]", 5)),
        ],
        ids=str,
    )
    def test_what_no_column_holds(self, fields: Any, facts: Any) -> None:
        """A column that is made by hand holds numbers, a convention and texts, or is refused by the field."""
        ((field, wrong),) = fields.items()

        def made(value: Any) -> NumberColumn:
            return NumberColumn(**{"values": [], "convention": "id", field: value})

        assert facts_of(lambda: made(wrong)) == facts
        if facts[0] in {"not-a-list", "wrong-kind"}:
            assert_way_out(made, wrong, Decimal=Decimal)

    def test_value(self) -> None:
        """Equal columns are equal, hash alike, and survive pickling."""
        one, same = parse_numbers(["98,5", "7"]), parse_numbers(["98,5", "7"])
        assert one == same
        assert hash(one) == hash(same)
        assert pickle.loads(pickle.dumps(one)) == one


class TestProperties:
    """A column says nothing that its cells do not say."""

    @given(
        st.lists(st.integers(-(10**12), 10**12).map(lambda count: Decimal(f"{count}e-3"))),
        st.sampled_from(["id", "en"]),
    )
    def test_written_columns_come_back(self, values: list[Decimal], lang: Any) -> None:
        """A column written in one language is read back, unless every marked cell of it is unclear."""
        texts = [format_number(value, lang=lang) for value in values]
        assert list(parse_numbers(texts, lang).values) == values
        column = outcome(texts)
        assert column in ("ambiguous-column", (lang, values), (None, values))

    @given(st.lists(st.sampled_from(["7", "98,5", "98.5", "0,604", "0.381", "1.234", "1,234", "1.234,5", "1,234.5"])))
    def test_order_has_no_say(self, texts: list[str]) -> None:
        """Turning the column around changes the order of the numbers and nothing else."""
        forward, backward = outcome(texts), outcome(texts[::-1])
        if isinstance(forward, tuple):
            forward = (forward[0], forward[1][::-1])
        assert forward == backward

    @given(st.lists(st.sampled_from(["7", "98,5", "98.5", "0,604", "0.381", "-3,4"])))
    def test_clear_cells_are_never_changed(self, texts: list[str]) -> None:
        """A cell with one reading keeps it, whatever stands beside it."""
        assert list(parse_numbers(texts).values) == [parse_number(text) for text in texts]
