"""Agreements with the mandatory indicators that they lack."""

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakip import History, Indicator, Objective, check
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.lifecycle import Exemption, apply_mandatory, check_mandatory
from sakip.lifecycle.mandatory.applying import RULES
from sakip.policies import LKJIP, PERMENPANRB_8_2021
from tests.lifecycle.mandatory.making import DAY, OBJECTIVE, WHOLE, agreement, asked, asking, indicator, policy, target

OWN = target("IKU-1", 90, 60, name="Cakupan imunisasi dasar")
OTHER = target("IKU-2", 80, 40, name="Kepuasan masyarakat")
DRAFT: dict[str, Any] = {"objective": "Layanan meningkat", "signed_on": None}
SET = asking(asked(weight=5), asked("RB", 70, weight=5))


class TestAdded:
    def test_under_a_new_objective(self) -> None:
        """What lacks comes last, under the objective of the set; what was there stays as it was."""
        before = agreement(OWN, OTHER, **DRAFT)
        (after,) = apply_mandatory(before, SET).agreements
        assert [one.name for one in after.objectives] == ["Layanan meningkat", OBJECTIVE]
        assert after.objectives[0] == before.objectives[0]
        assert [(one.code, one.value, one.weight) for one in after.objectives[1].targets] == [
            ("MCP", Decimal(85), Decimal(5)),
            ("RB", Decimal(70), Decimal(5)),
        ]

    def test_under_one_that_is_there(self) -> None:
        """By its code, or by its name in whatever capitals."""
        for objective in (Objective(OBJECTIVE.upper(), [OWN]), Objective("Nama lain", [OWN], code="W")):
            given = asking(asked(objective_code="W" if objective.code else None))
            (after,) = apply_mandatory(agreement(objectives=[objective], signed_on=None), given).agreements
            assert [len(one.targets) for one in after.objectives] == [2]
            assert after.objectives[0].name == objective.name

    def test_what_is_there_is_kept(self) -> None:
        """Also a target that is weaker, or under another code that says what it is; that is found, not repaired."""
        weak = target(value=70)
        later = target("REFORMASI", 75, same_as="RB")
        applied = apply_mandatory(agreement(weak, later, **DRAFT), SET)
        (one,) = applied
        assert one.after is one.before
        assert (one.added, one.kept) == ((), ("MCP", "RB"))
        assert applied.report.codes() == ("MAND-WEAKER", "MAND-OBJECTIVE", "MAND-OBJECTIVE")

    def test_once_more_adds_nothing(self) -> None:
        """The second time is the first."""
        once = apply_mandatory(agreement(OWN, OTHER, **DRAFT), SET, policy=WHOLE, rescale=True)
        twice = apply_mandatory(once.agreements, SET, policy=WHOLE, rescale=True)
        assert twice.agreements == once.agreements
        assert twice.report.codes() == ()

    def test_one_of_the_same_name_is_not_doubled(self) -> None:
        """Whatever its code; it is said why nothing was added."""
        applied = apply_mandatory(agreement(target("X-9", name="capaian  mcp"), **DRAFT), asking(asked()))
        assert applied.applications[0].added == ()
        assert applied.report.codes() == ("MAND-SAME-NAME", "MAND-LACKS", "MAND-ALIKE")

    def test_one_of_a_similar_name_is_a_hint(self) -> None:
        """It is added, and the other one is named."""
        given = asking(asked(of=indicator()))
        applied = apply_mandatory(agreement(target("X-9", name="Nilai MCP KPK"), **DRAFT), given)
        assert (applied.applications[0].added, applied.report.codes()) == (("MCP",), ("MAND-ALIKE",))

    def test_not_to_those_that_are_not_asked(self) -> None:
        """By level, and where the level does not tell."""
        given = asking(asked(levels=["II"]))
        applied = apply_mandatory([agreement(OWN, echelon=one) for one in ("II.b", "III.a", None)], given)
        assert [one.added for one in applied] == [("MCP",), (), ()]
        assert applied["PK-2022-Dinas Kesehatan"].added == ("MCP",)
        assert applied.report.codes()[-1] == "MAND-LEVEL"

    def test_not_to_another_year(self) -> None:
        """A set of 2022 is not for 2023; one without a year is for any."""
        other = agreement(OWN, year=2023)
        applied = apply_mandatory(other, SET)
        assert (applied.agreements, applied.report.codes()) == ((other,), ("MAND-OTHER-YEAR",))
        assert apply_mandatory(other, asking(asked(), year=None)).applications[0].added == ("MCP",)

    @pytest.mark.parametrize(
        ("until", "added"),
        [(None, ()), (date(2022, 1, 8), ()), (date(2022, 1, 7), ("MCP",)), (date(2022, 6, 30), ())],
        ids=str,
    )
    def test_not_where_an_exemption_holds(self, until: date | None, added: tuple[str, ...]) -> None:
        """On the day from which the agreement is in force."""
        given = asking(asked(), exemptions=[Exemption("Dinas Kesehatan", "Wabah", until=until)])
        assert apply_mandatory(agreement(OWN), given).applications[0].added == added

    def test_a_draft_is_looked_at_on_its_first_day(self) -> None:
        """Without a date the first day of the year decides."""
        given = asking(asked(), exemptions=[Exemption("Dinas Kesehatan", "Wabah", until=date(2022, 1, 1))])
        assert apply_mandatory(agreement(OWN, signed_on=None), given).applications[0].added == ()

    def test_not_what_it_has_retired(self) -> None:
        """Both would be said of one indicator; the agreement's word stands."""
        first = agreement(OWN, target())
        later = first.amend(code="PK-P", signed_on=date(2022, 4, 1), reason="priority", retire=["MCP"])
        applied = apply_mandatory(later, asking(asked()))
        assert applied.agreements == (later,)
        assert applied.report.codes() == ("MAND-RETIRED", "MAND-LACKS")

    def test_not_without_a_target(self) -> None:
        """Each office sets its own, and nothing is invented."""
        applied = apply_mandatory(agreement(OWN), asking(asked(target=None, binding="own")))
        assert applied.report.codes() == ("MAND-OWN", "MAND-LACKS")


class TestSigned:
    def test_what_was_signed_needs_a_new_version(self) -> None:
        """The agreement that was signed stays; the new objectives go into an amendment."""
        before = agreement(OWN)
        applied = apply_mandatory(before, SET)
        assert applied.report.codes()[0] == "MAND-SIGNED"
        later = before.amend(
            code="PK-P", signed_on=date(2022, 3, 1), reason="strategy", objectives=applied.agreements[0].objectives
        )
        found = [
            check_mandatory([History([before, later])], SET, on=day) for day in (date(2022, 2, 28), date(2022, 3, 1))
        ]
        assert [[one.state for one in each] for each in found] == [["lacking", "lacking"], ["met", "met"]]

    def test_nothing_added_needs_none(self) -> None:
        """Nor is anything said."""
        assert apply_mandatory(agreement(target()), asking(asked())).report.codes() == ()


class TestWeights:
    def test_are_reported_where_the_sum_is_broken(self) -> None:
        """Never in silence; and `check` says the same."""
        applied = apply_mandatory(agreement(OWN, OTHER, **DRAFT), SET, policy=WHOLE)
        assert applied.report.codes() == ("MAND-WEIGHT-SUM",)
        assert "WGT-SUM" in check(applied.agreements[0], policy=WHOLE).codes()

    def test_are_lowered_when_asked(self) -> None:
        """60 and 40 become 54 and 36, and the policy finds nothing."""
        applied = apply_mandatory(agreement(OWN, OTHER, **DRAFT), SET, policy=WHOLE, rescale=True)
        assert [str(one.weight) for one in applied.agreements[0].targets] == ["54", "36", "5", "5"]
        assert applied.applications[0].lowered[0] == ("IKU-1", Decimal(60), Decimal(54))
        assert not [code for code in check(applied.agreements[0], policy=WHOLE).codes() if code.startswith("WGT")]

    @pytest.mark.parametrize(
        "held", [target(weight=5), target("KPK-1", 85, 5, same_as="MCP")], ids=lambda one: one.code
    )
    def test_of_what_it_promised_before_stay(self, held: Any) -> None:
        """A mandatory indicator that is there keeps its weight too, under whatever code."""
        applied = apply_mandatory(agreement(target("IKU-1", 90, 95), held, **DRAFT), SET, policy=WHOLE, rescale=True)
        assert [str(one.weight) for one in applied.agreements[0].targets] == ["90", "5", "5"]

    def test_of_an_objective_of_their_own(self) -> None:
        """LKJIP asks 100 of each objective: weights of the set that add up to that are right as they are."""
        given = asking(asked(weight=50), asked("RB", 70, weight=50))
        assert apply_mandatory(agreement(OWN, OTHER, **DRAFT), given, policy=LKJIP).report.codes() == ()

    @pytest.mark.parametrize("given", [None, PERMENPANRB_8_2021, policy(total=None)])
    def test_cannot_be_lowered_without_a_sum(self, given: Any) -> None:
        """Nobody says to what."""
        with pytest.raises(InvalidValueError) as caught:
            apply_mandatory(agreement(OWN), SET, policy=given, rescale=True)
        assert caught.value.code == "rescale-without-total"


class TestResult:
    APPLIED = apply_mandatory([agreement(OWN, OTHER, **DRAFT), agreement(target(), office="Dinas Sosial")], SET)

    def test_agreements_in_their_order(self) -> None:
        """One for each that was given."""
        assert len(self.APPLIED) == len(self.APPLIED.agreements) == 2
        assert [one.code for one in self.APPLIED.agreements] == ["PK-2022-Dinas Kesehatan", "PK-2022-Dinas Sosial"]

    def test_look_up(self) -> None:
        """By the code of the agreement; a slip is named."""
        assert self.APPLIED["PK-2022-Dinas Sosial"].kept == ("MCP",)
        for wrong in ("PK-2022-Dinas Sosia", None, 1):
            with pytest.raises(UnknownCodeError):
                self.APPLIED[wrong]  # type: ignore[index]

    def test_rows(self) -> None:
        """One an agreement and indicator, with what was added."""
        rows = self.APPLIED.rows("en")
        assert [(row["office"], row["indicator"], row["added"], row["state"]) for row in rows] == [
            ("Dinas Kesehatan", "MCP", True, "met"),
            ("Dinas Kesehatan", "RB", True, "met"),
            ("Dinas Sosial", "MCP", False, "met"),
            ("Dinas Sosial", "RB", True, "met"),
        ]
        assert self.APPLIED.rows(numbers="text")[0]["promised"] == "85"

    def test_text(self) -> None:
        """Who got what, then what was said."""
        text = self.APPLIED.text("id", width=100)
        assert "Dinas Kesehatan  MCP, RB" in text
        assert "[MAND-SIGNED]" in text
        assert "Pergub Contoh 1/2022" in text
        assert self.APPLIED._repr_html_() == self.APPLIED.table().html()

    def test_survives_pickling(self) -> None:
        """It is a value."""
        assert pickle.loads(pickle.dumps(self.APPLIED)) == self.APPLIED

    @pytest.mark.parametrize(("lang", "numbers"), [("fr", "decimal"), ("id", "float")])
    def test_refuses_other_words(self, lang: Any, numbers: Any) -> None:
        """An unknown language or form is an error, also where there are no rows."""
        for applied in (self.APPLIED, apply_mandatory([], SET)):
            with pytest.raises(InvalidValueError):
                applied.rows(lang, numbers=numbers)


@pytest.mark.parametrize(
    ("agreements", "fields"),
    [
        ("PK-1", {}),
        ([1], {}),
        (None, {}),
        ([], {"mandatory": "wajib"}),
        ([], {"policy": "lkjip"}),
        ([], {"rescale": 1}),
    ],
    ids=str,
)
def test_refuses(agreements: Any, fields: dict[str, Any]) -> None:
    """Arguments of another kind are errors by their name."""
    with pytest.raises(InvalidValueError, match="apply_mandatory"):
        apply_mandatory(agreements, **{"mandatory": SET, **fields})


def test_what_is_added_is_what_is_checked() -> None:
    """After an application the check finds nothing, unless it was said before."""
    drafts = [agreement(OWN, OTHER, office=f"Dinas {at}", **DRAFT) for at in range(3)]
    applied = apply_mandatory(drafts, SET)
    assert {one.state for one in check_mandatory(applied.agreements, SET, on=DAY)} == {"met"}


def test_indicators_travel_whole() -> None:
    """What the set says of an indicator stands in the agreement."""
    of = indicator(consolidation="last_progress", measure="ratio", data_source="Inspektorat")
    (after,) = apply_mandatory(agreement(signed_on=None), asking(asked(of=of))).agreements
    found: Indicator = after.targets[0].indicator
    assert found is of


def test_every_rule_has_its_own_code() -> None:
    """Codes are API."""
    assert len({rule.code for rule in RULES}) == len(RULES) == 5
