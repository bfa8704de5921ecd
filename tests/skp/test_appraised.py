import pickle
from collections.abc import Iterable
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from sakip import Party, Period, Reference
from sakip.errors import InvalidValueError
from sakip.scoring import Reason
from sakip.skp import (
    KMK_127_2026_DISCIPLINE,
    Appraisal,
    Appraisals,
    DisciplinarySanction,
    DisciplineRule,
    Distribution,
    SanctionEffect,
    appraisals,
    distribution_pattern,
)

YEAR = Period.year(2024)
OWN = DisciplineRule(
    "own",
    effects=[
        SanctionEffect("light", quarters=2, behaviour_at_most="meets"),
        SanctionEffect("moderate", quarters=2, behaviour_at_most="below"),
        SanctionEffect("severe", quarters=2, behaviour_at_most="below"),
    ],
    reference=Reference("Kesepakatan (rekaan)", certainty="own"),
)


def judged(position: str, results: Any = "meets", **fields: Any) -> Appraisal:
    """An appraisal of a position of no office, unless said otherwise."""
    office = fields.pop("office", None)
    return Appraisal(
        Party(position, office=office, official="Rahasia"),
        **{"period": YEAR, "results": results, "behaviour": "meets", **fields},
    )


BEST = judged("Camat Utara", "above", behaviour="above", discipline=OWN)
SANCTIONED = judged(
    "Camat Timur",
    "above",
    behaviour="above",
    sanctions=[DisciplinarySanction("light", imposed_on=date(2024, 8, 12))],
    discipline=OWN,
)
PLAIN = judged("Camat Barat")
UNKNOWN = judged("Camat Selatan", None, sanctions=None)
MANY = (BEST, PLAIN, SANCTIONED, UNKNOWN)


def positions(found: Iterable[Appraisal]) -> list[str]:
    """Who is judged."""
    return [one.position.position for one in found]


class TestOrder:
    def test_is_the_same_whatever_was_given_first(self) -> None:
        """By predicate, the highest first; within one by position; without one last."""
        expected = positions(MANY)
        assert all(positions(appraisals(given)) == expected for given in permutations(MANY))
        assert len({appraisals(given) for given in permutations(MANY)}) == 1

    def test_by_office_and_position(self) -> None:
        """Offices stand together, in the order of the alphabet and not of the capitals."""
        given = [
            judged("Sekretaris", office="dinas b"),
            judged("Kepala", office="Dinas B"),
            judged("Sekretaris", office="Dinas A"),
        ]
        assert [one.position.office for one in appraisals(given)] == ["Dinas A", "Dinas B", "dinas b"]

    def test_by_predicate(self) -> None:
        """Each predicate has its appraisals, also none; those without one come last."""
        found = dict(appraisals(MANY).by_predicate)
        assert list(found) == ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang", None]
        assert positions(found["Baik"]) == ["Camat Barat", "Camat Timur"]
        assert (found["Kurang"], positions(found[None])) == ((), ["Camat Selatan"])
        assert sum(map(len, found.values())) == len(MANY)

    def test_the_predicates_are_those_of_a_unit(self) -> None:
        """They go into a distribution as they are; who has none is not counted."""
        found = Distribution(distribution_pattern("Baik"), appraisals(MANY).predicates)
        assert (found.size, dict(found.counts)["Baik"]) == (3, 2)
        assert "SKP-DIST-UNDECIDED" in found.check().codes()


class TestShown:
    def test_rows(self) -> None:
        """The rows of each appraisal, in that order."""
        found = appraisals(MANY)
        assert found.rows("en") == [row for one in MANY for row in one.rows("en")]
        assert found.rows()[-1]["predicate"] is None

    def test_table(self) -> None:
        """Predicate, position, ratings and discipline; below it the counts, what is unknown, and the rules."""
        table = appraisals(MANY).table()
        assert table.title == "Evaluasi kinerja pegawai: 4, Tahun 2024"
        assert table.rows == (
            ("Sangat Baik", "Camat Utara", "di atas", "di atas", "tidak ada"),
            ("Baik", "Camat Barat", "sesuai", "sesuai", ""),
            ("Baik", "Camat Timur", "di atas", "sesuai", "ringan"),
            ("–", "Camat Selatan", "–", "–", "–"),
        )
        counts, _, unknown, matrix, rule = table.notes
        assert counts == "Sangat Baik 1, Baik 2, Butuh Perbaikan 0, Kurang 0, Sangat Kurang 0, tanpa predikat 1"
        assert unknown == ("Camat Selatan: hasil kerja belum dinilai; ada tidaknya hukuman disiplin tidak diketahui")
        assert "PermenPANRB 6/2022" in matrix
        assert rule.endswith("Kesepakatan (rekaan) (aturan sendiri)")

    def test_nobody_without_a_predicate_is_not_counted(self) -> None:
        """Where everybody has one, nothing is said of those who have none."""
        assert "tanpa predikat" not in appraisals([PLAIN]).table().notes[0]

    def test_several_periods(self) -> None:
        """Where periods differ, each row says its own."""
        table = appraisals([PLAIN, judged("Camat Barat", period=Period.quarter(2024, 1))]).table("en")
        assert (table.title, table.columns[-1].head) == ("Appraisals: 2", "Period")
        assert {row[-1] for row in table.rows} == {"Year 2024", "Quarter I 2024"}

    def test_the_office_is_said_once(self) -> None:
        """An office whose name stands in that of the position is not written again."""
        heads = [judged("Kepala Dinas Sosial", office="Dinas Sosial"), judged("Sekretaris", office="Dinas Sosial")]
        assert [row[1] for row in appraisals(heads).table().rows] == ["Kepala Dinas Sosial", "Sekretaris, Dinas Sosial"]

    def test_fits_a_terminal(self) -> None:
        """Twenty heads of office are twenty lines of at most 80 columns."""
        text = appraisals(judged(f"Kepala Dinas Perpustakaan {at:02}") for at in range(20)).text()
        assert max(map(len, text.splitlines())) <= 80
        assert text.count("Kepala Dinas Perpustakaan") == 20
        assert max(map(len, appraisals(MANY).text("en", width=40).splitlines())) <= 40

    def test_none(self) -> None:
        """No appraisals are an empty table."""
        found = appraisals([])
        assert (len(found), found.rows(), found.table().rows) == (0, [], ())

    def test_names_are_harmless(self) -> None:
        """Markup is escaped, and who holds a position is nowhere."""
        found = appraisals([judged("<script>alert(1)</script>")])
        html = found._repr_html_()
        assert "<script>" not in html
        assert "&lt;script&gt;" in html
        assert "Rahasia" not in f"{found!r} {found.text()} {found.rows()} {html}"


def test_check_is_that_of_each() -> None:
    """What is found in one appraisal is found in many."""
    severe = [DisciplinarySanction("severe", imposed_on=date(2024, 3, 1))]
    deducted = judged("Camat", sanctions=severe, discipline=KMK_127_2026_DISCIPLINE)
    assert appraisals([PLAIN, deducted]).check().codes() == deducted.check().codes() == ("SKP-DISCIPLINE-VALUE",)


def test_value() -> None:
    """A table of appraisals is a value, and asks for appraisals."""
    found = appraisals(MANY)
    assert pickle.loads(pickle.dumps(found)) == found == Appraisals(MANY)
    assert isinstance(list(found)[-1].predicate, Reason)
    for given in ("Baik", ["Baik"], PLAIN):
        with pytest.raises(InvalidValueError):
            appraisals(given)  # type: ignore[arg-type]
