import json
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Budget, BudgetLine
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import PromiseBudget, promise_coverage
from sakip.lifecycle.promises.funding import promise_budget
from tests.lifecycle.promises.making import agreement, indicator, plan

PLAN = plan("J-1", "J-2", "J-3")


def line(code: str, ceiling: int | str, *targets: str, name: str | None = None) -> BudgetLine:
    """A line of a budget, whose kind is of no interest."""
    return BudgetLine(code, name or f"Program {code}", kind="programme", ceiling=ceiling, targets=targets)


def budget(*lines: BudgetLine, **cited: list[str]) -> PromiseBudget:
    """The budget beside an agreement whose targets cite what they are told to."""
    signed = agreement("PK-1", *(indicator(code, *codes) for code, codes in cited.items()))
    return promise_coverage([PLAN], [signed]).budget(Budget(lines))


def money(found: PromiseBudget) -> list[tuple[int | None, int | None]]:
    """What each promise holds, and how much of that is shared."""
    return [
        (None if one.ceiling is None else int(one.ceiling), None if one.shared is None else int(one.shared))
        for one in found
    ]


class TestSums:
    def test_each_line_counts_for_the_promises_of_its_targets(self) -> None:
        """Money goes through the target to the promise; what serves none is the rest."""
        found = budget(line("1", 600, "A"), line("2", 300, "B"), line("3", 100), A=["J-1"], B=["J-2"])
        assert money(found) == [(600, 0), (300, 0), (None, None)]
        assert (found.total, found.serving, found.serving_none) == (Decimal(1000), Decimal(900), Decimal(100))
        assert (found.share, found.share_of_none) == (Fraction(9, 10), Fraction(1, 10))
        assert [one.code for one in found.unserving] == ["3"]

    def test_a_target_of_two_promises(self) -> None:
        """Money that serves two stands beside both in full, says so, and counts once."""
        found = budget(line("1", 600, "A"), A=["J-1", "J-2"])
        assert money(found) == [(600, 600), (600, 600), (None, None)]
        assert found.serving == found.total == Decimal(600)

    def test_a_line_of_two_targets(self) -> None:
        """A line for two targets of one promise counts once and is not shared."""
        assert money(budget(line("1", 600, "A", "B"), A=["J-1"], B=["J-1"]))[0] == (600, 0)

    def test_a_part_beside_its_whole(self) -> None:
        """Where a whole serves a promise its parts add nothing, whatever they serve besides."""
        parts = [line("1", 1000, "A"), line("1.1", 400, "A"), line("1.2", 500, "B")]
        found = budget(*parts, A=["J-1"], B=["J-2"])
        assert money(found) == [(1000, 500), (500, 500), (None, None)]
        assert [one.code for one in found.entries[0].lines] == ["1", "1.1"]
        assert found.serving == Decimal(1000)

    def test_whatever_a_whole_holds_serves_with_it(self) -> None:
        """A part that names no target is no money for nothing where its whole serves."""
        found = budget(line("1", 1000, "A"), line("1.1", 400), A=["J-1"])
        assert (found.unserving, found.serving_none) == ((), Decimal(0))

    def test_parts_alone(self) -> None:
        """Of a whole that serves nothing itself its parts do, and the part that serves nothing is named."""
        found = budget(line("1", 1000), line("1.1", 400, "A"), line("1.2", 500), A=["J-1"])
        assert (money(found)[0], found.serving_none) == ((400, 0), Decimal(600))
        assert [one.code for one in found.unserving] == ["1.2"]

    @pytest.mark.parametrize(("second", "serving"), [(600, 1000), (601, 1000), (599, 999)])
    def test_parts_that_hold_more_than_their_whole(self, second: int, serving: int) -> None:
        """Parts count for no more than the whole holds, so that no share passes the whole."""
        found = budget(line("1", 1000), line("1.1", 400, "A"), line("1.2", second, "A"), A=["J-1"])
        assert found.serving == Decimal(serving)

    def test_down_to_the_sen(self) -> None:
        """Amounts are exact."""
        found = budget(line("1", "0.10", "A"), line("2", "0.20", "A"), A=["J-1"])
        assert (found.entries[0].ceiling, found.serving) == (Decimal("0.3"), Decimal("0.3"))

    def test_no_money_is_not_no_line(self) -> None:
        """A line without money is a line of nothing; without any line there is no number, and no share of nothing."""
        found = budget(line("1", 0, "A"), A=["J-1"])
        assert (money(found), found.share, found.share_of_none) == ([(0, 0), (None, None), (None, None)], None, None)
        assert "Tanpa janji: 0 dari 0 (–)" in found.text()
        assert money(budget()) == [(None, None)] * 3

    def test_through_the_objective(self) -> None:
        """What the objective cites its targets serve."""
        signed = agreement("PK-1", indicator("A"), indicator("B", "J-2"), cites="J-1")
        found = promise_coverage([PLAN], [signed]).budget(Budget([line("1", 600, "A"), line("2", 300, "B")]))
        assert money(found) == [(900, 300), (300, 300), (None, None)]


class TestTargets:
    def test_a_target_that_no_agreement_has(self) -> None:
        """Money for an unknown target serves no promise, and the target is named."""
        found = budget(line("1", 600, "X"), A=["J-1"])
        assert (found.unknown, found.serving) == (("X",), Decimal(0))
        assert "no agreement has: X" in found.text("en")

    FIRST = agreement("PK-A", indicator("IKU-1", "J-1"), indicator("IKU-2"))
    OTHER = agreement("PK-B", indicator("IKU-1", "J-2"), indicator("IKU-2"), office="Dinas B")
    BOTH = promise_coverage([PLAN], [FIRST, OTHER])

    def test_a_code_of_several_agreements(self) -> None:
        """Many an office has an IKU-1: where they serve unlike promises it must be said whose is meant."""
        held = Budget([line("1", 600, "IKU-1")])
        with pytest.raises(InvalidValueError) as caught:
            self.BOTH.budget(held)
        assert (caught.value.code, caught.value.value) == ("target-of-several", "IKU-1")
        assert money(self.BOTH.budget(held, agreements="PK-A")) == [(600, 0), (None, None), (None, None)]
        assert money(self.BOTH.budget(held, agreements=["PK-B"])) == [(None, None), (600, 0), (None, None)]

    def test_two_agreements_of_one_code(self) -> None:
        """What is wrong with the codes of agreements does not join their promises."""
        found = promise_coverage([PLAN], [self.FIRST, evolve(self.OTHER, code="PK-A")])
        with pytest.raises(InvalidValueError) as caught:
            found.budget(Budget([line("1", 600, "IKU-1")]))
        assert caught.value.code == "target-of-several"

    def test_a_code_that_means_the_same(self) -> None:
        """Where the targets of one code serve alike, or no line names them, nothing has to be said."""
        assert self.BOTH.budget(Budget([line("1", 600, "IKU-2")])).serving == Decimal(0)

    @pytest.mark.parametrize(
        ("asked", "rest", "code"),
        [
            ("budget", {}, "wrong-kind"),
            (None, {}, "wrong-kind"),
            (Budget([]), {"agreements": [1]}, "wrong-kind"),
            (Budget([]), {"agreements": 1}, "not-a-list"),
            (Budget([]), {"agreements": "PK-Z"}, "unknown-agreement"),
        ],
        ids=str,
    )
    def test_what_cannot_be(self, asked: Any, rest: dict[str, Any], code: str) -> None:
        """Something else than a budget, or an agreement that is not there."""
        with pytest.raises((InvalidValueError, UnknownCodeError)) as caught:
            self.BOTH.budget(asked, **rest)
        assert caught.value.code == code


class TestShown:
    FOUND = budget(line("1", 600, "A"), line("2", 400, name="<script>"), A=["J-1", "J-2"])

    def test_rows(self) -> None:
        """One row a promise, also without money, which is None and not zero."""
        first, _, last = self.FOUND.rows()
        assert first == {
            "document": "JANJI",
            "code": "J-1",
            "text": "Janji J-1",
            "lines": "1",
            "ceiling": Decimal(600),
            "shared": Decimal(600),
        }
        assert (last["lines"], last["ceiling"], last["shared"]) == ("", None, None)
        rows = self.FOUND.rows(numbers="text")
        assert rows[0]["ceiling"] == "600"
        assert json.loads(json.dumps(rows)) == rows
        with pytest.raises(InvalidValueError):
            self.FOUND.rows(numbers="float")  # type: ignore[arg-type]

    def test_table(self) -> None:
        """Only what money serves has a row; the sums and what is without stand below."""
        table = self.FOUND.table()
        assert table.rows == (
            ("J-1", "Janji J-1", "1 Program 1", "600", "600"),
            ("J-2", "Janji J-2", "1 Program 1", "600", "600"),
        )
        assert table.notes == (
            "Untuk janji, tiap rupiah sekali: 600 dari 1.000 (60,00 %)",
            "Tanpa janji: 400 dari 1.000 (40,00 %)",
            "Pagu yang dipakai bersama berdiri utuh pada setiap janjinya, maka jumlah kolomnya lebih besar.",
            "Baris tanpa janji: 2 <script>",
            "Janji tanpa baris anggaran: J-3",
        )
        assert "For promises, each rupiah once: 600 of 1,000 (60.00 %)" in self.FOUND.text("en")

    def test_nothing_is_said_to_be_shared_that_is_not(self) -> None:
        """Without shared money the columns add up, and nothing is said."""
        assert "shared stands" not in budget(line("1", 600, "A"), A=["J-1"]).text("en")

    def test_hostile_names(self) -> None:
        """Markup in a name shows and does nothing."""
        page = self.FOUND._repr_html_()
        assert "<script>" not in page
        assert "&lt;script&gt;" in page

    def test_is_one_value(self) -> None:
        """A budget of promises is the same after pickling, and iterates over its promises."""
        assert pickle.loads(pickle.dumps(self.FOUND)) == self.FOUND
        assert [one.code for one in self.FOUND] == ["J-1", "J-2", "J-3"]
        assert len(self.FOUND) == 3
        coverage = promise_coverage([PLAN], [])
        assert promise_budget(coverage, Budget([]), None) == coverage.budget(Budget([]))


def test_two_plans_with_one_code() -> None:
    """A code that two plans have is the promise of the plan that is cited."""
    signed = agreement("PK-1", indicator("A", "LAIN:J-1"))
    found = promise_coverage([PLAN, evolve(PLAN, code="LAIN")], [signed]).budget(Budget([line("1", 600, "A")]))
    assert [one.document for one in found if one.lines] == ["LAIN"]
