import json
import pickle
from itertools import permutations
from time import perf_counter
from typing import Any

import pytest
from attrs import evolve

from sakip import Agreement, Indicator, Party
from sakip.errors import InvalidValueError
from sakip.lifecycle import PlanTarget, iku_stability
from sakip.lifecycle.promises.stability import RULES
from tests.lifecycle.promises.making import agreement, indicator, plan

A, B, C = (indicator(code) for code in "ABC")
PLAN = plan()


def in_year(year: int, *indicators: Indicator, **rest: Any) -> Agreement:
    """The agreement of an office in a year."""
    return agreement(f"PK-{year}", *indicators, year=year, **rest)


class TestChanges:
    years = (in_year(2021, A, B), in_year(2022, evolve(A, unit="orang"), C))

    def test_without_a_reason(self) -> None:
        """Redefined, new and gone are each found, with the later year."""
        found = iku_stability(PLAN, self.years).check()
        assert found.codes() == ("IKU-REDEFINED", "IKU-ADDED", "IKU-DROPPED")
        assert [one.text("en") for one in found][
            2
        ] == "Kepala Dinas A: B is gone in 2022 within JANJI, without a reason"
        assert found.findings[0].subject == "iku[Dinas A / Kepala Dinas A, 2022].A"
        assert {one.severity for one in found} == {"warning"}

    def test_with_reasons(self) -> None:
        """A change with a stated reason is no finding and counts as stable."""
        reasons = {("A", 2022): "Permen baru", ("C", 2022): "RPJMD diubah", ("B", 2022): "RPJMD diubah"}
        found = iku_stability(PLAN, self.years, reasons=reasons)
        assert (found.check().codes(), found.count.text()) == ((), "3 dari 3 (100,00 %)")

    def test_a_new_code_of_the_same(self) -> None:
        """An indicator that goes on under a new code is stable."""
        found = iku_stability(PLAN, [in_year(2021, A), in_year(2022, indicator("A-2", same_as="A"))])
        assert (found.check().codes(), [one.kind for one in found]) == ((), ["renamed"])

    def test_a_reason_for_nothing(self) -> None:
        """A reason for what did not change, or for another year, is remarked on."""
        found = iku_stability(PLAN, [in_year(2021, A), in_year(2022, A)], reasons={("A", 2022): "x", ("B", 2021): "y"})
        assert found.check().codes() == ("IKU-REASON", "IKU-REASON")

    def test_of_one_kind(self) -> None:
        """Where only IKU are looked at, other indicators may come and go."""
        key = evolve(A, kind="IKU")
        found = iku_stability(PLAN, [in_year(2021, key, B), in_year(2022, key, C)], kind="IKU")
        assert (found.check().codes(), len(found)) == ((), 1)


class TestAnotherName:
    years = (in_year(2021, A), in_year(2022, evolve(A, name="Angka kemiskinan")))

    def test_under_the_same_code(self) -> None:
        """Another name under the same code may be another indicator: it counts as a change, and both names are told."""
        found = iku_stability(PLAN, self.years)
        assert found.count.text() == "0 dari 1 (0,00 %)"
        assert [one.text("en") for one in found.check()] == [
            "Kepala Dinas A: A has another name since 2022 within JANJI, without a reason; before: Indikator A"
        ]
        assert "another name, same code" in found.text("en", width=120)

    def test_with_a_reason(self) -> None:
        """That it is the same is said as a reason."""
        found = iku_stability(PLAN, self.years, reasons={("A", 2022): "ejaan diperbaiki"})
        assert (found.check().codes(), found.count.text()) == ((), "1 dari 1 (100,00 %)")


class TestWhose:
    years = tuple(
        in_year(year, indicator("A", unit=unit), office=office)
        for office in ("Dinas A", "Dinas B")
        for year, unit in ((2021, "%"), (2022, "orang"))
    )

    def test_one_reason_for_many_offices(self) -> None:
        """A reason that does not say whose change it is about excuses none of several."""
        found = iku_stability(PLAN, self.years, reasons={("A", 2022): "Permen baru"})
        assert found.check().codes() == ("IKU-REDEFINED", "IKU-REDEFINED", "IKU-WHOSE")
        (told,) = (one.text("en") for one in found.check() if one.code == "IKU-WHOSE")
        assert told == "The reason for A in 2022 is not used: A changed at 2 positions; state the position too"

    def test_the_office_is_stated(self) -> None:
        """A reason with its office is about that office alone."""
        found = iku_stability(PLAN, self.years, reasons={("Dinas B", "A", 2022): "Permen baru"})
        assert [one.reason for one in found] == [None, "Permen baru"]
        assert found.check().codes() == ("IKU-REDEFINED",)
        wrong = iku_stability(PLAN, self.years, reasons={("Dinas C", "A", 2022): "Permen baru"}).check()
        assert "IKU-REASON" in wrong.codes()

    def test_positions_are_told_with_their_office(self) -> None:
        """Secretaries of two offices are told apart."""
        party = Party("Sekretaris", office="Dinas A")
        found = iku_stability(PLAN, [evolve(one, first_party=party) for one in self.years[:2]])
        assert found.check().findings[0].text().startswith("Sekretaris, Dinas A: ")
        assert "Sekretaris, Dinas A" in found.text(width=120)


class TestNothingWasCompared:
    def test_one_year_alone(self) -> None:
        """A position with one year, such as one whose office was renamed, is named and not silently clean."""
        found = iku_stability(PLAN, [in_year(2021, A), in_year(2022, B, office="Dinas A dan B")]).check()
        assert found.codes() == ("IKU-ALONE", "IKU-ALONE")
        assert found.findings[0].text("en") == (
            "Kepala Dinas A: there is an agreement for 2021 alone within JANJI, with nothing to be compared with"
        )

    def test_a_kind_that_nothing_has(self) -> None:
        """A kind that no indicator has is a finding, for nothing was looked at."""
        years = [in_year(2021, A), in_year(2022, B)]
        assert iku_stability(PLAN, years, kind="IKU").check().codes() == ("IKU-KIND",)
        named = [in_year(2021, evolve(A, kind="iku")), in_year(2022, B)]
        assert iku_stability(PLAN, named, kind="IKU").check().codes() == ("IKU-DROPPED",)


class TestYears:
    @pytest.mark.parametrize(("year", "within"), [(2018, False), (2019, True), (2024, True), (2025, False)])
    def test_of_the_plan(self, year: int, within: bool) -> None:
        """Between two plans indicators may change; agreements outside are named."""
        found = iku_stability(PLAN, [in_year(2021, A), in_year(year, B)])
        assert ("IKU-OUTSIDE" in found.check().codes()) is not within
        assert (len(found) > 0) is within
        assert len(found.agreements) + len(found.outside) == 2

    def test_a_year_without_agreement(self) -> None:
        """Years that are not there are passed over, and that is said."""
        found = iku_stability(PLAN, [in_year(2021, A), in_year(2023, A)])
        assert found.check().codes() == ("IKU-GAP",)
        assert iku_stability(PLAN, [in_year(2021, A), in_year(2022, A)]).check().codes() == ()

    def test_the_last_version_of_a_year(self) -> None:
        """Of versions within a year the last one counts."""
        first = in_year(2021, B)
        later = evolve(in_year(2021, A), code="PK-2021-P", supersedes="PK-2021", reason="strategy")
        for order in permutations([first, later, in_year(2022, A)]):
            assert iku_stability(PLAN, order).check().codes() == ()


class TestPlan:
    held = plan("J-1", targets=[PlanTarget(A, {2021: 1})])

    @pytest.mark.parametrize(
        ("own", "absent"),
        [
            (A, False),
            (indicator("IKU-1", name="indikator a"), False),
            (indicator("IKU-1", same_as="A"), False),
            (indicator("IKU-1", "J-1"), False),
            (indicator("IKU-1", "A"), False),
            (indicator("IKU-1", "J-9"), True),
            (B, True),
            (evolve(B, code="A"), True),
        ],
    )
    def test_every_indicator_is_in_the_plan(self, own: Indicator, absent: bool) -> None:
        """An indicator is in the plan, or serves something that is; a code alone is not enough."""
        assert ("IKU-ABSENT" in iku_stability(self.held, [in_year(2021, own)]).check().codes()) is absent

    def test_a_plan_without_targets(self) -> None:
        """A plan that lists no indicators says nothing about them."""
        assert "IKU-ABSENT" not in iku_stability(PLAN, [in_year(2021, B)]).check().codes()

    def test_thousands_of_indicators(self) -> None:
        """Thousands of indicators beside a thousand targets do not take minutes."""
        held = plan(targets=[PlanTarget(indicator(f"R-{at}", name=f"Rencana {at}"), {2021: 1}) for at in range(1000)])
        signed = in_year(2021, *(indicator(f"I-{at}") for at in range(4000)))
        began = perf_counter()
        assert len(iku_stability(held, [signed]).check()) == 4001
        assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("rest", "code"),
    [
        ({"document": "RENSTRA"}, "wrong-kind"),
        ({"agreements": "PK-1"}, "not-a-list"),
        ({"agreements": [A]}, "wrong-kind"),
        ({"reasons": [("A", 2022)]}, "wrong-kind"),
        ({"reasons": {"A": "x"}}, "not-a-change"),
        ({"reasons": {("A", "2022"): "x"}}, "not-a-whole-number"),
        ({"reasons": {("Dinas A", "A", "B", 2022): "x"}}, "not-a-change"),
        ({"reasons": {(" ", "A", 2022): "x"}}, "empty-text"),
        ({"reasons": {("A", 2022): ""}}, "empty-text"),
        ({"reasons": {(1, 2022): "x"}}, "empty-text"),
        ({"kind": 3}, "wrong-kind"),
    ],
    ids=str,
)
def test_refuses(rest: dict[str, Any], code: str) -> None:
    """What cannot be is refused, by its name."""
    asked: dict[str, Any] = {"document": PLAN, "agreements": [in_year(2021, A)], **rest}
    with pytest.raises(InvalidValueError) as caught:
        iku_stability(asked.pop("document"), asked.pop("agreements"), **asked)
    assert caught.value.code == code


def test_nothing() -> None:
    """Without agreements nothing is stable and nothing is not."""
    found = iku_stability(PLAN, [])
    assert (found.count.exact, found.check().codes(), found.rows()) == (None, (), [])


def test_rows() -> None:
    """One flat row a change, plain in JSON."""
    rows = iku_stability(PLAN, [in_year(2021, A, B), in_year(2022, A, C)], reasons={("C", 2022): "baru"}).rows()
    assert [(row["kind"], row["before"], row["after"], row["reason"], row["stable"]) for row in rows] == [
        ("kept", "A", "A", None, True),
        ("added", None, "C", "baru", True),
        ("dropped", "B", None, None, False),
    ]
    assert json.loads(json.dumps(rows)) == rows


def test_table() -> None:
    """What changed, how much stayed, and where that is asked for."""
    text = iku_stability(PLAN, [in_year(2021, A, B), in_year(2022, A, C)]).text("en", width=120)
    assert "Kept, or changed for a reason: 1 of 3 (33.33 %)" in text
    assert "PermenPANRB 88/2021" in text
    assert "(from a secondary source)" in text
    assert "kept" not in text.split("Kept")[0]


def test_survives_pickling() -> None:
    """A stability is the same after pickling, and shows itself in a notebook."""
    found = iku_stability(PLAN, [in_year(2021, A), in_year(2022, B)], reasons={("B", 2022): "baru"})
    assert pickle.loads(pickle.dumps(found)) == found
    assert "<table" in found._repr_html_()
    assert repr(found) == "IkuStability(document='JANJI', agreements=['PK-2021', 'PK-2022'], kind=None)"


def test_each_code_once() -> None:
    """Every rule has a code of its own."""
    assert len({rule.code for rule in RULES}) == len(RULES)
