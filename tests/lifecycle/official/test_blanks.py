from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import BudgetLine, Indicator, Level, Objective, Party, Target, check
from sakip.lifecycle import OfficialForm, Succession, official_form
from sakip.lifecycle.official.blanks import RULES, blanks
from tests.lifecycle.official.making import HEAD, MONEY, REGENT, SCALE, agreement, held_by

COVERAGE = Indicator("IKU-1", "Cakupan", unit="%", polarity="maximize")
OPINION = Indicator("IKU-2", "Opini BPK", polarity="maximize", scale=SCALE)


def form(*, place: str | None = "Bengkulu", succession: Succession | None = None, **fields: Any) -> OfficialForm:
    """A form with nothing blank, unless asked."""
    return official_form(agreement(**fields), place=place, succession=succession)


def found(one: OfficialForm) -> list[tuple[str, str, str]]:
    """Code, severity and place of each finding, all of which speak both languages."""
    report = one.check()
    assert all(each.text(lang) for each in report for lang in ("id", "en"))
    return [(each.code, each.severity, each.subject) for each in report]


def test_nothing_blank() -> None:
    """A form that has everything has no findings."""
    assert found(form()) == []
    assert form().is_complete


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"signed_on": None}, ("FORM-DATE", "error", "signed_on")),
        ({"place": None}, ("FORM-PLACE", "warning", "place")),
        ({"first_party": evolve(HEAD, office=None)}, ("FORM-OFFICE", "warning", "first_party.office")),
        ({"first_party": evolve(HEAD, official=None)}, ("FORM-NAME", "note", "first_party.official")),
        ({"second_party": evolve(REGENT, official=None)}, ("FORM-NAME", "note", "second_party.official")),
        ({"budget": ()}, ("FORM-BUDGET", "warning", "budget")),
    ],
    ids=["date", "place", "office", "name", "second name", "budget"],
)
def test_each_blank_is_named(asked: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """One blank is one finding; only a note leaves the form complete."""
    code, severity, place = expected
    blank = form(**asked)
    assert found(blank) == [(code, severity, f"form[PK-2025-DINKES].{place}")]
    assert blank.is_complete == (severity == "note")


class TestSecondParty:
    def test_of_a_known_level(self) -> None:
        """Where the level is known, the check of the agreement says that the superior lacks."""
        assert found(form(second_party=None)) == [("SIG-SUPERIOR", "error", "agreement[PK-2025-DINKES].second_party")]

    def test_of_an_unknown_level(self) -> None:
        """Where it is not, the form says it, once."""
        blank = form(first_party=evolve(HEAD, echelon=None), second_party=None)
        assert found(blank) == [("FORM-SECOND", "error", "form[PK-2025-DINKES].second_party")]

    def test_not_needed(self) -> None:
        """A regent signs alone and belongs to no office."""
        assert found(form(first_party=REGENT, second_party=None)) == []
        assert found(form(first_party=Party("Bupati", official="Contoh"), second_party=None)) == []


class TestWhatTheAgreementSays:
    """What `check` finds in what the form shows is found here under the same code, never twice."""

    def test_unit(self) -> None:
        """A target without a unit."""
        bare = Target(Indicator("IKU-1", "Cakupan", polarity="maximize"), 80)
        blank = form(objectives=[Objective("Layanan", [bare])])
        assert found(blank) == [("IND-UNIT", "error", "agreement[PK-2025-DINKES].targets[IKU-1].indicator.unit")]

    @pytest.mark.parametrize(
        ("targets", "code"),
        [
            ([Target(COVERAGE, 80), Target(COVERAGE, 90)], "TGT-DUPLICATE"),
            ([Target(OPINION, Level("WTPP"))], "TGT-LEVEL"),
            ([Target(COVERAGE, 101, ceiling=100)], "TGT-CEILING"),
            ([Target(COVERAGE, 100, ceiling=100), Target(OPINION, Level("WTP"))], None),
        ],
        ids=["twice", "level", "ceiling", "none"],
    )
    def test_targets(self, targets: list[Target], code: str | None) -> None:
        """What is printed as a promise and cannot be one."""
        blank = form(objectives=[Objective("Layanan", targets)])
        assert [each for each, _, _ in found(blank)] == ([] if code is None else [code])

    def test_empty(self) -> None:
        """An objective without indicators, and an agreement without targets."""
        assert [code for code, _, _ in found(form(objectives=[Objective("Layanan", [])]))] == ["AGR-EMPTY", "OBJ-EMPTY"]

    def test_time_of_signing(self) -> None:
        """Later than a month after the budget was ratified: the last day, and the day after."""
        assert found(form(budget_ratified_on=date(2025, 2, 5))) == []
        late = form(budget_ratified_on=date(2025, 2, 4))
        assert [code for code, _, _ in found(late)] == ["SIG-LATE"]

    def test_amendment(self) -> None:
        """An amendment without a legal reason, and a reason without a version."""
        assert [code for code, _, _ in found(form(supersedes="L"))] == ["AMD-REASON"]
        assert [code for code, _, _ in found(form(reason="official"))] == ["AMD-PREDECESSOR"]

    def test_money(self) -> None:
        """A programme whose parts add up to something else, also among lines that the caller chose."""
        lines = [MONEY[0], BudgetLine("1.02.01", "Akreditasi", kind="activity", ceiling=1)]
        chosen = official_form(agreement(), place="Bengkulu", lines=lines)
        assert [code for code, _, _ in found(chosen)] == ["BUD-SUM"]

    def test_what_is_not_on_the_form(self) -> None:
        """The data sheet of an indicator is no part of it."""
        assert "IND-DEFINITION" in check(agreement()).codes()
        assert "IND-DEFINITION" not in form().check().codes()


class TestTenures:
    def test_the_same_official(self) -> None:
        """Nothing is found where agreement and tenure agree."""
        assert found(form(succession=held_by(HEAD, "Plt"))) == []

    def test_another_official(self) -> None:
        """The two are not of one mind, and no person is named."""
        bare = evolve(HEAD, official=None)
        blank = form(succession=held_by(bare, "Plt", official="Orang Lain"))
        assert found(blank) == [("FORM-OFFICIAL", "warning", "form[PK-2025-DINKES].first_party.official")]
        assert "Lain" not in blank.check().text("id", width=200) + repr(blank.check())

    @pytest.mark.parametrize("official", ["contoh  SATU", "Contoh Satu, S.E.", "Contoh Satu (NIP 1)", "Contoh"])
    def test_one_name_written_otherwise(self, official: str) -> None:
        """Capitals, blanks, a title or a NIP make no other person."""
        bare = evolve(HEAD, official=None)
        assert found(form(succession=held_by(bare, "Plt", official=official))) == []

    def test_nothing_is_said_of_the_person(self) -> None:
        """A name against a number may be one person: only the writing is found to differ."""
        bare = evolve(HEAD, official=None)
        (finding,) = form(succession=held_by(bare, "Plt", official="198001012005011001")).check()
        assert finding.text("id") == (
            "Kepala Dinas Kesehatan: nama dalam perjanjian tidak ditulis seperti pada masa jabatan per 5 Maret 2025;"
            " pastikan orangnya sama"
        )

    @pytest.mark.parametrize(
        "other",
        [
            evolve(HEAD, office=None),
            evolve(HEAD, code="J-1"),
            evolve(HEAD, office="dinas  kesehatan"),
            evolve(HEAD, position="KEPALA DINAS KESEHATAN"),
            evolve(HEAD, position="Plt. Kepala Dinas Kesehatan"),
        ],
        ids=["office", "code", "blanks", "capitals", "acting"],
    )
    def test_a_position_written_otherwise(self, other: Party) -> None:
        """An acting official would be printed as definitive in silence; both ways round."""
        expected = ("FORM-TENURE", "warning", "form[PK-2025-DINKES].first_party")
        assert found(form(succession=held_by(other, "Plt"))) == [expected]
        assert found(form(first_party=other, succession=held_by(HEAD, "Plt")))[-1] == expected

    @pytest.mark.parametrize(
        "other",
        [evolve(HEAD, office="Dinas Sosial"), evolve(HEAD, position="Sekretaris"), evolve(HEAD, position="Kepala")],
        ids=["office", "position", "shorter"],
    )
    def test_another_position(self, other: Party) -> None:
        """Of a position that is another one nothing is said."""
        assert found(form(succession=held_by(other, "Plt"))) == []

    def test_two_codes(self) -> None:
        """Two positions of one title, told apart by their codes, are two."""
        one, other = (evolve(HEAD, code=code) for code in ("J-1", "J-2"))
        assert found(form(first_party=one, succession=held_by(other, "Plt"))) == []

    def test_nobody(self) -> None:
        """Nobody held the position on the day of signing."""
        blank = form(succession=held_by(HEAD, "definitive", starts=date(2025, 3, 6)))
        assert found(blank) == [("FORM-VACANT", "warning", "form[PK-2025-DINKES].first_party")]
        assert found(form(succession=held_by(HEAD, "definitive", starts=date(2025, 3, 5)))) == []

    def test_unknown_positions_and_days(self) -> None:
        """Of a position without tenures nothing is known, and on no day nobody is missed."""
        assert found(form(succession=held_by(Party("Camat"), "definitive"))) == []
        blank = form(succession=held_by(HEAD, "definitive", starts=date(2025, 3, 6)), signed_on=None)
        assert [code for code, _, _ in found(blank)] == ["FORM-DATE"]


def test_codes_are_told_apart() -> None:
    """Each rule has its code."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("FORM-") for code in codes)
    assert [each.code for each in blanks(agreement(budget=()), None, (), None)] == ["FORM-PLACE", "FORM-BUDGET"]
