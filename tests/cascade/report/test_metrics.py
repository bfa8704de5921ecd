from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import BudgetLine, NotReported, Realization
from sakip.cascade import (
    CATALOGUE,
    Cascade,
    CascadeMetrics,
    CascadeReport,
    CriterionCount,
    Group,
    Hit,
    LevelCoverage,
    Post,
    Suppression,
)
from sakip.cascade.report.metrics import compared
from tests.cascade.making import TOP, family, pk, report_on, target

LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")
AMOUNTS = {TOP: 95, LOW: 38, OTHER: 57}


def pair(kind: str = "sum", **fields: Any) -> CascadeReport:
    """A parent and two children under one arithmetic."""
    given = {"realizations": AMOUNTS, **fields}
    return report_on(family(target("T", 100), target("A", 40), target("B", 60), kind=kind, **given))


def sides(report: CascadeReport) -> tuple[bool, bool]:
    """Whether the parent's target and its realization were compared with its children's."""
    return compared(report.case, report.ledger, 0, "target"), compared(report.case, report.ledger, 0, "actual")


class TestCompared:
    """On which parents numbers stood against each other."""

    @pytest.mark.parametrize("kind", ["sum", "mean", "minimum", "maximum", "count", "same"])
    def test_numbers_that_are_there_are_compared(self, kind: str) -> None:
        """By every arithmetic, whether they agree or not."""
        alike = target("T", 40), target("A", 40), target("B", 40)
        cascade = family(*alike, kind=kind, realizations=dict.fromkeys((TOP, LOW, OTHER), 40))
        assert sides(report_on(cascade)) == (True, True)

    def test_a_missing_number_is_not_compared(self) -> None:
        """A sum whose child could be anything passes nothing; the other side is not touched."""
        report = pair(realizations={**AMOUNTS, OTHER: [Realization("B", NotReported())]})
        assert sides(report) == (True, False)
        assert (report.metrics.compared, report.metrics.compared_actuals, report.metrics.unknown) == (1, 0, 1)

    def test_a_parent_without_a_number_is_not_compared(self) -> None:
        """There is nothing to hold the children's against."""
        assert sides(pair(realizations={LOW: 38, OTHER: 57})) == (True, False)

    def test_what_is_not_asked_is_not_compared(self) -> None:
        """Without the checks that compare nothing is."""
        cascade = family(target("T", 100), target("A", 40), target("B", 60), realizations=AMOUNTS)
        only = [check for check in CATALOGUE if check.code in {"CAS101", "CAS401"}]
        assert sides(report_on(cascade, checks=only)) == (False, True)

    def test_support_is_no_arithmetic(self) -> None:
        """Where only support arrives there is no parent to compare."""
        assert pair("support").metrics.parents == 0


class TestCoverage:
    """How many positions carry the cascade."""

    def test_it_is_counted_by_level(self) -> None:
        """An indicator that leads nowhere does not carry; a post that nobody has signed for is missing."""
        cascade = family(
            target("T", 100),
            target("A", 100),
            posts=[Post("KADIS", echelon="II"), Post("KASI", echelon="IV", superior="KADIS")],
        )
        lonely = pk("PK-9", "KABID-9", "III", "KADIS", target("X"))
        metrics = report_on(Cascade([*cascade.pairs, lonely], cascade.links, posts=cascade.posts)).metrics
        assert [(one.rank, one.carrying, one.positions) for one in metrics.coverage] == [
            (2, 1, 1),
            (3, 1, 2),
            (4, 0, 1),
        ]
        assert (metrics.overall.carrying, metrics.overall.positions, metrics.overall.grade) == (2, 4, "C")

    @pytest.mark.parametrize(
        ("carrying", "grade"),
        [(100, "A"), (91, "A"), (90, "B"), (76, "B"), (75, "C"), (41, "C"), (40, "D"), (11, "D"), (10, "E"), (0, "E")],
    )
    def test_grades_begin_above_their_percentages(self, carrying: int, grade: str) -> None:
        """More than 90, 75, 40 and 10 percent."""
        one = LevelCoverage(3, carrying=carrying, positions=100)
        assert (one.grade, one.percent) == (grade, Fraction(carrying))

    def test_no_positions_have_no_grade(self) -> None:
        """Nothing of nothing is neither good nor bad."""
        one = LevelCoverage(None, carrying=0, positions=0)
        assert (one.grade, one.percent) == (None, None)
        assert report_on(Cascade()).metrics.overall == one

    @pytest.mark.parametrize(
        ("rank", "said"),
        [
            (0, "kepala daerah/pimpinan"),
            (1, "setingkat eselon I"),
            (5, "setingkat eselon V"),
            (None, "jenjang tidak diketahui"),
        ],
    )
    def test_levels_have_names(self, rank: int | None, said: str) -> None:
        """The head, the roman numerals, and what is not known."""
        assert LevelCoverage(rank, carrying=1, positions=1).level() == said
        assert LevelCoverage(rank, carrying=1, positions=1).level("en") != said


def line(code: str, ceiling: Any, kind: Any = "sub_activity", *targets: str) -> BudgetLine:
    """A budget line."""
    return BudgetLine(code, f"Baris {code}", kind=kind, ceiling=ceiling, targets=targets)


class TestBudget:
    """How much of the budget serves an indicator."""

    def budget(self, *lines: BudgetLine) -> tuple[Decimal, Decimal, Fraction | None]:
        """Rupiah of all lines, of those that are linked, and their percentage."""
        metrics = report_on(Cascade([pk("PK-1", "KADIS", "II", None, target("T"), budget=lines)])).metrics
        return metrics.ceiling, metrics.linked, metrics.linked_percent

    def test_a_line_is_not_counted_with_its_parts_again(self) -> None:
        """Only lines without parts count; a part serves what its whole serves."""
        lines = [
            line("1", 1000, "programme"),
            line("1.01", 600, "activity", "T"),
            line("1.01.1", 250),
            line("1.01.2", "350.5"),
            line("1.02", 400),
        ]
        assert self.budget(*lines) == (Decimal("1000.5"), Decimal("600.5"), Fraction(100 * 6005, 10005))

    def test_codes_are_compared_by_their_parts(self) -> None:
        """1.1 is no part of 1.10."""
        assert self.budget(line("1.1", 5, "activity", "T"), line("1.10", 7, "activity")) == (12, 5, Fraction(500, 12))

    def test_without_lines_there_is_no_percentage(self) -> None:
        """No budget is not a budget that is not linked; a ceiling of zero has no percentage either."""
        assert self.budget() == (0, 0, None)
        assert self.budget(line("1", 0)) == (0, 0, None)


def test_findings_are_counted_by_criterion() -> None:
    """By severity, those set aside apart; every criterion that a check feeds is there, in its order."""
    cascade = family(target("T", 105), target("A", 40), target("B", 60), realizations=AMOUNTS)
    plain = {one.criterion: one for one in report_on(cascade).metrics.criteria}
    aside = [Suppression("Sudah dibahas", by="Bappeda", code="CAS301")]
    marked = {one.criterion: one for one in report_on(cascade, suppressions=aside).metrics.criteria}
    assert plain["1.b.8"].errors == marked["1.b.8"].errors + 1
    assert marked["1.b.8"].set_aside == plain["1.b.8"].set_aside + 1
    assert plain["1.b.8"].checks == sum("1.b.8" in check.criteria for check in CATALOGUE)
    order = list(plain)
    assert order.index("1.b.8") < order.index("1.b.9") < order.index("1.b.10") < order.index("2.a.2")
    assert isinstance(plain["1.b.8"], CriterionCount)


def test_people_read_a_table() -> None:
    """Parents, positions with their grade, the budget where there is one, and each criterion."""
    budget = [line("1", 4, "programme", "T"), line("2", 8, "programme")]
    cascade = family(target("T", 100), target("A", 40), target("B", 60), realizations=AMOUNTS)
    top = pk("PK-1", "KADIS", "II", "BUPATI", target("T", 100), budget=budget)
    metrics = report_on(Cascade([top, *cascade.pairs[1:]], cascade.links, realizations=AMOUNTS)).metrics
    assert isinstance(metrics, CascadeMetrics)
    text = metrics.text("id", width=200)
    assert "33,3" in text
    assert "100,0 (nilai A)" in text
    assert "Kriteria 1.b.8" in text
    assert "grade A" in metrics.text("en", width=200)
    assert metrics._repr_html_().startswith("<div>")
    assert "rupiah" not in report_on(cascade).metrics.text()


def test_data_is_plain() -> None:
    """Whole numbers and texts, for JSON."""
    data = pair(groups=[Group(parent=TOP)]).metrics.data()
    assert (data["parents"], data["compared"], data["ceiling"]) == (1, 1, "0")
    assert data["coverage"][0] == {"rank": 2, "carrying": 1, "positions": 1, "grade": "A"}
    assert {type(one) for one in data["criteria"][0].values()} == {int, str}


def small() -> CascadeMetrics:
    """Every number another one, so that none can stand in the place of another."""
    return CascadeMetrics(
        parents=16,
        compared=8,
        compared_targets=7,
        compared_actuals=6,
        unknown=5,
        coverage=(LevelCoverage(0, carrying=1, positions=2), LevelCoverage(None, carrying=0, positions=3)),
        overall=LevelCoverage(None, carrying=11, positions=12),
        ceiling=Decimal(2500),
        linked=Decimal("625.5"),
        criteria=(CriterionCount("1.b.8", checks=9, errors=1, warnings=2, notes=3, set_aside=4),),
    )


@pytest.mark.parametrize(
    ("lang", "title", "heads", "rows", "note"),
    [
        (
            "id",
            "Ukuran kaskade",
            ["Ukuran", "Bagian", "Dari", "Persen"],
            [
                ("Induk dengan angka yang dibandingkan", "8", "16", "50,0"),
                ("Induk yang belum dapat diverifikasi", "5", "16", "31,3"),
                ("Jabatan yang memikul kaskade", "11", "12", "91,7 (nilai A)"),
                ("Jabatan yang memikul kaskade, kepala daerah/pimpinan", "1", "2", "50,0 (nilai C)"),
                ("Jabatan yang memikul kaskade, jenjang tidak diketahui", "0", "3", "0,0 (nilai E)"),
                ("Anggaran yang terkait indikator (rupiah)", "625,5", "2.500", "25,0"),
            ],
            "Kriteria 1.b.8, 9 pemeriksaan: 1 galat, 2 peringatan, 3 catatan, 4 dikecualikan",
        ),
        (
            "en",
            "Measures of the cascade",
            ["Measure", "Part", "Of", "Percent"],
            [
                ("Parents on which numbers were compared", "8", "16", "50.0"),
                ("Parents that cannot be verified yet", "5", "16", "31.3"),
                ("Positions that carry the cascade", "11", "12", "91.7 (grade A)"),
                ("Positions that carry the cascade, head of region or institution", "1", "2", "50.0 (grade C)"),
                ("Positions that carry the cascade, level not known", "0", "3", "0.0 (grade E)"),
                ("Budget linked to indicators (rupiah)", "625.5", "2,500", "25.0"),
            ],
            "Criterion 1.b.8, 9 checks: 1 errors, 2 warnings, 3 notes, 4 set aside",
        ),
    ],
)
def test_the_whole_table(lang: Any, title: str, heads: list[str], rows: Any, note: str) -> None:
    """Each number stands in its own place, beside what it is a part of; words stand left and numbers right."""
    table = small().table(lang)
    assert (table.title, [one.head for one in table.columns]) == (title, heads)
    assert [one.align for one in table.columns] == ["left", "right", "right", "right"]
    assert [tuple(row) for row in table.rows] == rows
    assert list(table.notes) == [note]


def test_the_whole_data() -> None:
    """Each number under its own name; money as a text, so that nothing is rounded."""
    assert small().data() == {
        "parents": 16,
        "compared": 8,
        "compared_targets": 7,
        "compared_actuals": 6,
        "unknown": 5,
        "coverage": [
            {"rank": 0, "carrying": 1, "positions": 2, "grade": "C"},
            {"rank": None, "carrying": 0, "positions": 3, "grade": "E"},
        ],
        "overall": {"rank": None, "carrying": 11, "positions": 12, "grade": "A"},
        "ceiling": "2500",
        "linked": "625.5",
        "criteria": [{"criterion": "1.b.8", "checks": 9, "errors": 1, "warnings": 2, "notes": 3, "set_aside": 4}],
    }


@pytest.mark.parametrize(("other", "unknown"), [([Realization("B", NotReported())], 1), (57, 0), (56, 0)])
def test_only_missing_data_makes_a_parent_unknown(other: Any, unknown: int) -> None:
    """Neither what agrees nor what is wrong is unknown; a parent with several unknown checks is one."""
    metrics = pair(realizations={**AMOUNTS, OTHER: other}).metrics
    assert (metrics.parents, metrics.unknown) == (1, unknown)


@pytest.mark.parametrize(("lang", "level"), [("id", "nilai"), ("en", "grade")])
def test_of_nothing_there_is_no_share(lang: Any, level: str) -> None:
    """A dash, and no grade; the budget is left out where there is none."""
    table = report_on(Cascade()).metrics.table(lang)
    assert [tuple(row)[1:] for row in table.rows] == [("0", "0", "–")] * 3
    assert level not in table.text(200)


def test_criteria_stand_in_the_order_of_their_parts() -> None:
    """Numbers by their size, letters before numbers."""
    mixed = ("2.1", "1.b.10", "1.b.9", "2.a", "1.c", "1.2")
    checks = [evolve(CATALOGUE[0], criteria=mixed)]
    order = [one.criterion for one in report_on(family(target("T")), checks=checks).metrics.criteria]
    assert order == ["1.b.9", "1.b.10", "1.c", "1.2", "2.a", "2.1"]


def test_only_what_is_about_a_parent_makes_it_unknown() -> None:
    """A question about an agreement or a position that has no answer is none about the indicator of that number."""
    for subject, unknown in (("agreement", 0), ("place", 0), ("cascade", 0), ("node", 1), ("group", 1), ("link", 1)):
        own = evolve(
            CATALOGUE[0],
            code="OWN1",
            subject=subject,
            find=lambda _, number: [Hit(verdict="unknown")] if number == 0 else [],
        )
        metrics = report_on(family(target("T"), target("A")), checks=[own]).metrics
        assert metrics.unknown == unknown, subject
