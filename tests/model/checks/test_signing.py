from datetime import date

import pytest
from attrs import evolve

from sakip import Agreement, Objective, Party, Target, check
from sakip.errors import InvalidValueError
from sakip.model.checks.signing import RULES, is_acting, signs_alone
from tests.model.making import full

OURS = {rule.code for rule in RULES}


def signed(first: Party, second: Party | None = None, **fields: object) -> Agreement:
    """An agreement between these parties."""
    objectives = [Objective("Layanan meningkat", [Target(full(), 1)])]
    given = {"year": 2026, **fields}
    return Agreement("PK-1", first_party=first, second_party=second, objectives=objectives, **given)


def told(agreement: Agreement) -> list[tuple[str, str, str]]:
    """Code, severity and place of each finding about the signing."""
    report = check(agreement)
    assert all(finding.text(lang) for finding in report for lang in ("id", "en"))
    return [(one.code, one.severity, one.subject.partition("].")[2]) for one in report if one.code in OURS]


HEADS = ["MENTERI", "GUBERNUR", "BUPATI", "WALI KOTA"]
SUPERIOR = Party("Kepala Daerah", echelon="BUPATI")


class TestAlone:
    """A minister, a governor, a regent and a mayor sign alone."""

    @pytest.mark.parametrize("echelon", HEADS)
    def test_heads(self, echelon: str) -> None:
        """A head signs alone; with a second party there is an error."""
        head = Party("Kepala", echelon=echelon)
        assert told(signed(head)) == []
        assert told(signed(head, Party("Sekretaris Daerah", echelon="I.b")))[0] == (
            "SIG-ALONE",
            "error",
            "second_party",
        )

    @pytest.mark.parametrize(
        "position",
        [
            *("Bupati Contoh", "BUPATI", "Gubernur Contoh", "Walikota Contoh", "Wali Kota", "Menteri Contoh"),
            *("Pj. Bupati", "Pj Gubernur", "Pj.Bupati Contoh", "Pjs. Wali Kota", "Plt. Bupati", "PLH BUPATI"),
            *("Penjabat Gubernur", "Penjabat Sementara Bupati", "Pelaksana Tugas Wali Kota", "Pelaksana Harian Bupati"),
        ],
    )
    def test_heads_by_their_title(self, position: str) -> None:
        """Where no level is stated the title tells a head."""
        assert told(signed(Party(position))) == []
        assert told(signed(Party(position), Party("Presiden"))) == [("SIG-ALONE", "error", "second_party")]

    @pytest.mark.parametrize(
        "position",
        [
            *("Wakil Bupati", "Sekretaris Menteri", "Kepala Dinas", "Bupatinya"),
            *("Pj. Wakil Bupati", "Plt. Sekretaris Bupati", "Pj. Kepala Dinas", "PjBupati"),
        ],
    )
    def test_others_by_their_title(self, position: str) -> None:
        """A title that only holds the word is another post, and so is one whose level is stated."""
        assert told(signed(Party(position), Party("Atasan"))) == []
        assert told(signed(Party("Bupati", echelon="II"), Party("Atasan"))) == []


class TestSuperior:
    """Everyone else signs with the direct superior."""

    @pytest.mark.parametrize(
        "echelon", ["I.a", "II.b", "JPT PRATAMA", "III", "ADMINISTRATOR", "IV", "KETUA TIM", "PELAKSANA"]
    )
    def test_none(self, echelon: str) -> None:
        """Whoever is no head needs a second party."""
        first = Party("Pejabat", echelon=echelon)
        assert told(signed(first)) == [("SIG-SUPERIOR", "error", "second_party")]
        assert told(signed(first, SUPERIOR)) == []

    def test_unknown_level(self) -> None:
        """Where neither level nor title tells who signs, nothing is claimed: a head of institution signs alone."""
        assert told(signed(Party("Kepala Badan Contoh"))) == []

    def test_oneself(self) -> None:
        """Nobody is the own superior, whoever holds the position."""
        first = Party("Camat", office="Kecamatan A", echelon="III.a", official="Contoh A")
        assert told(signed(first, evolve(first, official="Contoh B"))) == [("SIG-SELF", "error", "second_party")]
        assert told(signed(first, evolve(first, office="Kecamatan B", echelon="II.b"))) == []

    @pytest.mark.parametrize(
        ("first", "second", "right"),
        [
            ("II", "III", False),
            ("II", "II", True),
            ("II.b", "II.a", True),
            ("II.a", "II.b", False),
            ("III.a", "III.a", False),
            ("III.a", "II.b", True),
            ("III.a", "BUPATI", True),
            ("JF AHLI UTAMA", "JPT PRATAMA", True),
            ("JPT PRATAMA", "ADMINISTRATOR", False),
            ("IV.a", "III", True),
            ("PELAKSANA", "IV", True),
        ],
    )
    def test_above(self, first: str, second: str, right: bool) -> None:
        """A superior is not below; within one rank the letter decides, and without letters nobody can tell."""
        found = told(signed(Party("A", echelon=first), Party("B", echelon=second)))
        assert found == ([] if right else [("SIG-RANK", "error", "second_party.echelon")])

    def test_both_levels_are_needed(self) -> None:
        """A level that is not stated is not judged."""
        assert told(signed(Party("A", echelon="II"), Party("B"))) == []
        assert told(signed(Party("A"), Party("B", echelon="IV"))) == []

    def test_no_finding_names_a_person(self) -> None:
        """Findings name positions, never officials."""
        first = Party("A", echelon="II", official="Contoh A")
        second = Party("B", echelon="III", official="Contoh B")
        assert "Contoh" not in str(check(signed(first, second)).rows())


PAIR = (Party("Kepala Dinas", echelon="II"), SUPERIOR)


class TestInTime:
    """Permendiktisaintek 58/2025, article 12: at the latest one month after the budget document is ratified."""

    @pytest.mark.parametrize(
        ("ratified_on", "signed_on", "code"),
        [
            (date(2026, 1, 5), date(2026, 1, 2), "SIG-EARLY"),
            (date(2026, 1, 5), date(2026, 1, 4), "SIG-EARLY"),
            (date(2026, 1, 5), date(2026, 1, 5), None),
            (date(2026, 1, 5), date(2026, 2, 5), None),
            (date(2026, 1, 5), date(2026, 2, 6), "SIG-LATE"),
            (date(2026, 1, 31), date(2026, 2, 28), None),
            (date(2026, 1, 31), date(2026, 3, 1), "SIG-LATE"),
            (date(2028, 1, 31), date(2028, 2, 29), None),
            (date(2028, 1, 31), date(2028, 3, 1), "SIG-LATE"),
            (None, date(2026, 12, 31), None),
            (date(2026, 1, 5), None, None),
        ],
        ids=str,
    )
    def test_one_month(self, ratified_on: date | None, signed_on: date | None, code: str | None) -> None:
        """Not before the day of ratification, not after the same day a month later, which may be the last of it."""
        year = 2026 if ratified_on is None else ratified_on.year
        found = told(signed(*PAIR, year=year, budget_ratified_on=ratified_on, signed_on=signed_on))
        severity = {"SIG-LATE": "error", "SIG-EARLY": "warning"}
        assert found == ([] if code is None else [(code, severity[code], "signed_on")])

    def test_an_amendment_is_not_late(self) -> None:
        """The month counts for the first version alone."""
        first = signed(*PAIR, budget_ratified_on=date(2026, 1, 5), signed_on=date(2026, 1, 20))
        assert told(first.amend(code="PK-2", signed_on=date(2026, 7, 1), reason="strategy")) == []


class TestAmendment:
    """An amendment carries one of the three reasons and names the version that it takes the place of."""

    def test_reason_and_predecessor(self) -> None:
        """One without the other is an error; both together are right."""
        assert told(signed(*PAIR, supersedes="PK-0")) == [("AMD-REASON", "error", "reason")]
        assert told(signed(*PAIR, reason="official")) == [("AMD-PREDECESSOR", "error", "supersedes")]
        assert told(signed(*PAIR, supersedes="PK-0", reason="official")) == []

    @pytest.mark.parametrize(
        ("effective_on", "found"),
        [
            (date(2026, 6, 30), [("SIG-BACKDATED", "warning", "effective_on")]),
            (date(2026, 7, 1), []),
            (date(2026, 12, 31), []),
            (date(2027, 1, 1), [("SIG-AFTER-YEAR", "warning", "")]),
        ],
        ids=str,
    )
    def test_days(self, effective_on: date, found: list[tuple[str, str, str]]) -> None:
        """In force no earlier than signed and no later than the fiscal year lasts."""
        agreement = signed(*PAIR, signed_on=date(2026, 7, 1), effective_on=effective_on)
        assert told(agreement) == found

    def test_signed_after_the_year(self) -> None:
        """Without a day of its own an agreement is in force from its signature, in a fiscal year of its own months."""
        assert told(signed(*PAIR, signed_on=date(2027, 3, 31), starts=4)) == []
        assert told(signed(*PAIR, signed_on=date(2027, 4, 1), starts=4)) == [("SIG-AFTER-YEAR", "warning", "")]

    def test_signed_long_before_the_year(self) -> None:
        """An agreement is signed for this year or the next one; a year and a day before it begins is another year."""
        assert told(signed(*PAIR, signed_on=date(2025, 1, 1))) == []
        assert told(signed(*PAIR, signed_on=date(2024, 12, 31))) == [("SIG-BEFORE-YEAR", "warning", "signed_on")]
        assert told(signed(*PAIR, signed_on=date(2025, 4, 1), starts=4)) == []
        assert told(signed(*PAIR, signed_on=date(2025, 3, 31), starts=4)) == [
            ("SIG-BEFORE-YEAR", "warning", "signed_on")
        ]


@pytest.mark.parametrize("field", ["signed_on", "budget_ratified_on", "effective_on"])
def test_days_at_the_end_of_the_calendar(field: str) -> None:
    """The last day that is admitted is checked like any other, and later ones are refused where they enter."""
    assert check(signed(*PAIR, **{field: date(9998, 12, 31), "signed_on": date(9998, 12, 31)}))
    with pytest.raises(InvalidValueError) as caught:
        signed(*PAIR, **{field: date(9999, 12, 31)})
    assert (caught.value.code, caught.value.path) == ("day-out-of-range", f"Agreement.{field}")


class TestTitles:
    @pytest.mark.parametrize(
        "title",
        [
            "Plt. Camat",
            "plt camat",
            "PLH.Camat",
            "Pj. Bupati",
            "Pjs Bupati",
            "Penjabat Bupati",
            "Penjabat  Sementara Bupati",
            "Pelaksana Tugas Camat",
            "pelaksana harian Camat",
        ],
    )
    def test_acting(self, title: str) -> None:
        """Whoever stands in is written so before the position."""
        assert is_acting(title)

    @pytest.mark.parametrize("title", ["Camat", "Pejabat Pengadaan", "Kepala Plt", "Pltu Kepala", "Pelaksana", ""])
    def test_not_acting(self, title: str) -> None:
        """A position that only begins alike is its own."""
        assert not is_acting(title)

    @pytest.mark.parametrize(
        ("party", "alone"),
        [
            (Party("Camat", echelon="BUPATI"), True),
            (Party("Bupati", echelon="II"), False),
            (Party("pj. walikota"), True),
            (Party("Sekretaris Bupati"), False),
        ],
        ids=["level", "level first", "title", "another"],
    )
    def test_signs_alone(self, party: Party, alone: bool) -> None:
        """The level decides, and the title where there is none."""
        assert signs_alone(party) == alone
