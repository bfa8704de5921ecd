"""What several rows say of one period is said once, or by none of them."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from sakip.model.rows.settling import RULES, apart
from tests.model.rows.making import COLUMNS, placed, read, row, texts


def test_its_rules() -> None:
    """A number that is not used is no small matter, and one that stands twice changes nothing."""
    assert [(rule.code, rule.severity) for rule in RULES] == [
        ("ROW-DISPUTED", "error"),
        ("ROW-TWICE", "warning"),
    ]


@given(st.lists(st.sampled_from("aAbB"), max_size=6), st.sampled_from([str.upper, str.swapcase]))
def test_all_or_none_are_apart(items: list[str], read_as: Callable[[str], str]) -> None:
    """Where two differ each has one that differs from it; where none do, nobody has."""
    found = apart(items, read_as)
    assert [one for one, _ in found] == (items if len({read_as(one) for one in items}) > 1 else [])
    assert all(read_as(one) != read_as(other) for one, other in found)


class TestSecondTable:
    """What was delivered twice in a table of its own."""

    def reading(self, *reports: tuple[str, str]) -> object:
        """The reading of one promise with rows of period and realization beside it."""
        rows = [{"Kode": "IKU-1", "Periode": period, "Realisasi": value} for period, value in reports]
        return read([row()], {**COLUMNS, "period": "Periode"}, realizations=rows)

    def test_the_same_row_twice(self) -> None:
        """It is delivered once, and the repetition is named in its table."""
        reading = self.reading(("TW I", "5"), ("TW I", "5"), ("TW II", "5"))
        assert len(reading.pairs[0][1]) == 2
        assert [(one.code, one.place.table, one.place.row) for one in reading.report if one.code == "ROW-TWICE"] == [
            ("ROW-TWICE", "realizations", 2)
        ]

    def test_two_numbers(self) -> None:
        """Neither is used, and each row names the other."""
        reading = self.reading(("TW I", "5"), ("TW I", "6"), ("TW II", "5"))
        assert [one.period.code for one in reading.pairs[0][1]] == ["2025-Q2"]
        assert [one for one in placed(reading) if one[0] == "ROW-DISPUTED"] == [
            ("ROW-DISPUTED", 1, "Realisasi"),
            ("ROW-DISPUTED", 2, "Realisasi"),
        ]
        assert "5 here but 6 in row 2" in texts(reading, "ROW-DISPUTED")[1]

    def test_a_row_of_which_nothing_is_left(self) -> None:
        """What another row says too is named where it says nothing else, whichever comes first."""
        columns = {**COLUMNS, "period": "Periode", "year_realization": "Setahun"}
        rows = [
            {"Kode": "IKU-1", "Periode": "TW I", "Realisasi": "5", "Setahun": "9"},
            {"Kode": "IKU-1", "Periode": "", "Realisasi": "", "Setahun": "9"},
        ]
        for each, at in ((rows, 2), (rows[::-1], 1)):
            reading = read([row()], columns, realizations=each)
            assert sorted(one.value for one in reading.pairs[0][1]) == [5, 9]
            assert [one.place.row for one in reading.report if one.code == "ROW-TWICE"] == [at]

    def test_the_same_field_is_named_in_every_row(self) -> None:
        """Of three rows that differ in the number and in words the number is named, whichever comes first."""
        columns = {**COLUMNS, "period": "Periode", "obstacle": "Hambatan"}
        said = [("5", "hujan"), ("5", "banjir"), ("6", "hujan")]
        rows = [{"Kode": "IKU-1", "Periode": "TW I", "Realisasi": value, "Hambatan": words} for value, words in said]
        for places in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
            reading = read([row()], columns, realizations=[rows[place] for place in places])
            assert {column for code, _, column in placed(reading) if code == "ROW-DISPUTED"} == {"Realisasi"}

    def test_the_year_by_its_name(self) -> None:
        """A period that is the year is the year."""
        assert [one.value for one in self.reading(("", "5"), ("Tahun 2025", "5")).pairs[0][1]] == [5]
        assert self.reading(("", "5"), ("Tahun 2025", "6")).pairs[0][1] == ()
