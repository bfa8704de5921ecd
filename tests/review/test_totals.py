"""Rows that sum up others."""

from collections import Counter
from fractions import Fraction

import pytest

from sakip.review import Review, review
from sakip.review.totals import is_total
from tests.review.making import causes, row

TWO = [row("100", "80", "80", weight="1"), row("100", "130", "130", weight="3")]


def with_total(name: str, printed: str, *, rows: list[dict[str, object]] | None = None) -> Review:
    """Some rows and a total below them."""
    given = TWO if rows is None else rows
    return review([*given, {"indicator": name, "achievement": printed}])


@pytest.mark.parametrize(
    "name", ["Rata-rata", "Rata-rata capaian", "Total", "Sub total", "JUMLAH", "Nilai akhir", "Capaian kinerja sasaran"]
)
def test_names_of_totals(name: str) -> None:
    """As tables call them."""
    assert is_total(with_total(name, "105").lines[2])


def test_an_indicator_that_begins_like_a_total_is_none() -> None:
    """It promises something itself."""
    assert not is_total(review([row("7,47", "7,32", "97,99", indicator="Rata-rata lama sekolah")]).lines[0])
    assert not is_total(with_total("Nilai AKIP", "105").lines[2])
    assert not is_total(with_total("Total", "-").lines[2])


@pytest.mark.parametrize(
    ("printed", "formula"),
    [
        ("105", "mean-of-rows"),
        ("117,5", "weighted-mean-of-rows"),
    ],
)
def test_means(printed: str, formula: str) -> None:
    """Plain or by weight."""
    line = with_total("Rata-rata", printed).lines[2]
    assert (line.verdict, line.formula, line.cap) == ("reproduced", formula, None)
    assert line.polarity is None


def test_a_ceiling_of_one_total_is_presumed() -> None:
    """80 and 130 cut at 120 would give 100; nothing else says that this table cuts."""
    line = with_total("Rata-rata", "100").lines[2]
    assert (line.verdict, line.cap, causes(line)) == ("not-reproduced", None, [("cap", "achievement")])


def test_a_ceiling_that_two_totals_bear_out() -> None:
    """Then it is the rule of the totals."""
    other = [row("100", "60", "60"), row("100", "140", "140"), {"indicator": "Rata-rata", "achievement": "90"}]
    lines = review([*TWO, {"indicator": "Rata-rata", "achievement": "100"}, *other]).lines
    assert [(line.verdict, line.cap) for line in (lines[2], lines[5])] == [("reproduced", 120)] * 2


def test_a_total_of_all_is_that_of_all() -> None:
    """70 is the mean of the last objective; that of all rows is 86,25, or the mean of the means."""
    rows = [
        row("80", "92", "115"),
        row("10", "9", "90"),
        {"indicator": "Rata-rata sasaran 1", "achievement": "102,5"},
        row("10", "8", "80"),
        row("10", "6", "60"),
    ]
    for printed, verdict in (("70", "not-reproduced"), ("86,25", "reproduced")):
        last = review([*rows, {"indicator": "Rata-rata seluruh sasaran", "achievement": printed}]).lines[-1]
        assert last.verdict == verdict


@pytest.mark.parametrize(("printed", "verdict"), [("95,83", "reproduced"), ("95,82", "not-reproduced")])
def test_a_mean_of_means(printed: str, verdict: str) -> None:
    """Of objectives with different numbers of rows."""
    rows = [
        row("80", "92", "115"),
        row("10", "9", "90"),
        row("10", "10", "100"),
        {"indicator": "Rata-rata", "achievement": "101,67"},
        row("3,0", "2,7", "90"),
        {"indicator": "Rata-rata", "achievement": "90"},
        {"indicator": "Rata-rata seluruh sasaran", "achievement": printed},
    ]
    line = review(rows).lines[-1]
    assert line.verdict == verdict
    assert line.formula == ("mean-of-means" if verdict == "reproduced" else None)


class TestSums:
    """Rows that add up targets and realizations."""

    ROWS = (
        row("1.000.000", "900.000", "90,00", unit="Rp"),
        row("3.000.000", "2.000.000", "66,67", unit="Rp"),
    )

    @staticmethod
    def sums(*rows: dict[str, object]) -> list[tuple[str, object]]:
        """The findings of wrong sums: where they stand, and what the sum is."""
        found = [one for one in review(rows).findings if one.code == "REV-SUM"]
        return [(one.subject, dict(one.arguments)["recomputed"]) for one in found]

    def test_a_wrong_sum_is_found(self) -> None:
        """The percentage may follow all the same; the sum counts in no mean."""
        total = row("4.100.000", "2.900.000", "70,73", indicator="Jumlah", unit="Rp")
        assert self.sums(*self.ROWS, total) == [("review.rows[3].target", 4_000_000)]
        effects = review([*self.ROWS, total]).effects.total
        assert effects is not None
        assert effects.rows == 2

    def test_a_right_sum_is_not(self) -> None:
        """Of the rows since the last sum, or of all."""
        total = row("4.000.000", "2.900.000", "72,5", indicator="Total", unit="Rp")
        assert self.sums(*self.ROWS, total) == []
        again = row("8.000.000", "5.800.000", "72,5", indicator="Jumlah keseluruhan", unit="Rp")
        assert self.sums(*self.ROWS, total, *self.ROWS, total, again) == []

    def test_what_cannot_be_added_up(self) -> None:
        """Several units, a row without a number, a single row, and an indicator that begins like a sum."""
        total = row("4.100.000", "2.900.000", "70,73", indicator="Jumlah")
        other_unit = {**self.ROWS[0], "unit": "orang"}
        assert self.sums(other_unit, self.ROWS[1], total) == []
        assert self.sums(row("-", "5", ""), *self.ROWS, total) == []
        assert self.sums(self.ROWS[0], total) == []
        assert self.sums(*self.ROWS, {**total, "indicator": "Jumlah dokumen"}) == []


def test_many_wrong_totals_take_no_longer_each() -> None:
    """Each total is compared with sums that are kept, and not with all rows again."""
    rows = [{"indicator": "Rata-rata", "achievement": "95"} if at % 2 else row("80", "72", "90") for at in range(6000)]
    assert Counter(line.verdict for line in review(rows).lines) == {"reproduced": 3000, "not-reproduced": 3000}


def test_a_total_that_is_none() -> None:
    """Its mean is told, and it is a finding."""
    report = with_total("Rata-rata", "106")
    line = report.lines[2]
    assert (line.verdict, line.expected, line.recomputed) == (
        "not-reproduced",
        "weighted-mean-of-rows",
        Fraction("117.5"),
    )
    assert "REV-TOTAL" in report.findings.codes()


def test_totals_of_objectives() -> None:
    """Each sums up the rows since the total before it; the last one all rows."""
    rows = [
        *TWO,
        {"indicator": "Rata-rata", "achievement": "105"},
        row("100", "60", "60"),
        row("100", "70", "70"),
        {"indicator": "Rata-rata", "achievement": "65"},
        {"indicator": "Total", "achievement": "85"},
    ]
    assert {line.verdict for line in review(rows).lines} == {"reproduced"}


def test_a_total_without_rows() -> None:
    """There is nothing to compare it with."""
    assert review([{"indicator": "Total", "achievement": "85"}]).lines[0].verdict == "not-computable"


class TestQuotients:
    """A total of quotients is a quotient."""

    ROWS = (row("80", "76", "0,95"), row("80", "72", "0,9"), row("80", "68", "0,85"))

    def test_it_is_reproduced(self) -> None:
        """As the mean of what is printed above it."""
        found = review([*self.ROWS, {"indicator": "Rata-rata", "achievement": "0,90"}]).lines[-1]
        assert (found.verdict, found.form) == ("reproduced", "quotient")

    def test_it_is_wrong(self) -> None:
        """And what is due is a quotient too."""
        found = review([*self.ROWS, {"indicator": "Rata-rata", "achievement": "0,99"}]).lines[-1]
        assert (found.verdict, found.recomputed) == ("not-reproduced", Fraction(9, 10))

    def test_a_mean_of_means(self) -> None:
        """Of quotients as well."""
        total = {"indicator": "Rata-rata", "achievement": "0,90"}
        rows = [*self.ROWS, total, *self.ROWS[:1], total, {"indicator": "Rata-rata keseluruhan", "achievement": "0,90"}]
        rows[5] = {"indicator": "Rata-rata", "achievement": "0,95"}
        rows[6] = {"indicator": "Rata-rata keseluruhan", "achievement": "0,925"}
        assert review(rows).lines[-1].formula == "mean-of-means"
