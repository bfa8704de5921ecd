"""Over all agreements of a government: who lacks which, and whose target differs."""

import pickle
from datetime import date, datetime
from typing import Any

import pytest

from sakip import History, agreements_from_rows
from sakip.errors import InvalidValueError
from sakip.lifecycle import Exemption, MandatoryCheck, check_mandatory
from sakip.lifecycle.mandatory.checking import RULES
from tests.lifecycle.mandatory.making import DAY, agreement, asked, asking, target

SET = asking(asked(), asked("RB", 70))
FULL = agreement(target(), target("RB", 70))
WEAK = agreement(target(value=80), target("RB", 70), office="Dinas Sosial")
BARE = agreement(office="Dinas Perhubungan")


def states(found: MandatoryCheck) -> list[tuple[str, str, str]]:
    """Each office and indicator with its state."""
    return [(one.office, one.code, one.state) for one in found]


def test_who_lacks_which() -> None:
    """Each office, each indicator."""
    found = check_mandatory([FULL, WEAK, BARE], SET, on=DAY)
    assert states(found) == [
        ("Dinas Kesehatan", "MCP", "met"),
        ("Dinas Kesehatan", "RB", "met"),
        ("Dinas Sosial", "MCP", "weaker"),
        ("Dinas Sosial", "RB", "met"),
        ("Dinas Perhubungan", "MCP", "lacking"),
        ("Dinas Perhubungan", "RB", "lacking"),
    ]
    assert [(one.office, one.code) for one in found.at("lacking")] == [
        ("Dinas Perhubungan", "MCP"),
        ("Dinas Perhubungan", "RB"),
    ]
    assert [one.code for one in found.of("Dinas Sosial")] == ["MCP", "RB"]
    assert found.of("Dinas Lain") == ()
    assert found.report.codes() == ("MAND-WEAKER", "MAND-LACKS", "MAND-LACKS")
    assert len(found) == 6


class TestInForce:
    FIRST = agreement(target(value=80), target("RB", 70))
    LATER = FIRST.amend(code="PK-P", signed_on=date(2022, 9, 1), reason="priority", targets={"MCP": 85})

    @pytest.mark.parametrize("shape", ["history", "sequence", "reversed"])
    @pytest.mark.parametrize(("day", "state"), [(date(2022, 8, 31), "weaker"), (date(2022, 9, 1), "met")])
    def test_the_same_line_checks_what_an_amendment_left(self, shape: str, day: date, state: str) -> None:
        """On the day before and on the day of the amendment, however the versions are given."""
        versions = [self.FIRST, self.LATER]
        given: Any = {"history": [History(versions)], "sequence": versions, "reversed": versions[::-1]}[shape]
        found = check_mandatory(given, SET, on=day)
        assert [(one.code, one.state) for one in found] == [("MCP", state), ("RB", "met")]

    @pytest.mark.parametrize(
        "given",
        [[History([FIRST, LATER])], [FIRST, LATER], [FIRST]],
        ids=["history", "sequence", "alone"],
    )
    def test_before_the_first_version(self, given: Any) -> None:
        """What is not in force is not judged; that nothing was is said, and when it will be."""
        found = check_mandatory(given, SET, on=date(2022, 1, 7))
        assert (found.agreements, found.report.codes()[0], len(found)) == ((), "MAND-NOTHING", 0)
        assert "MAND-LATER" in found.report.codes()
        assert "8 Januari 2022" in found.report.findings[1].text("id")

    def test_a_draft_is_looked_at(self) -> None:
        """An agreement without a date is in force on none, and may be checked before it is signed."""
        assert check_mandatory([agreement(target(), signed_on=None)], asking(asked()), on=DAY).report.codes() == ()

    def test_histories_beside_agreements(self) -> None:
        """Both may be given together; a version given twice counts once."""
        found = check_mandatory([History([self.FIRST, self.LATER]), self.FIRST, WEAK], SET, on=DAY)
        assert [one.code for one in found.agreements] == [self.FIRST.code, WEAK.code]

    def test_from_rows(self) -> None:
        """What was read of a table goes in as it is."""
        rows = [
            {
                "kantor": office,
                "kode": code,
                "indikator": f"Capaian {code}",
                "arah": "positif",
                "satuan": "%",
                "target": value,
            }
            for office, code, value in (
                ("Dinas Kesehatan", "MCP", "90"),
                ("Dinas Kesehatan", "RB", "70"),
                ("Dinas Sosial", "MCP", "80"),
            )
        ]
        columns = {
            "office": "kantor",
            "code": "kode",
            "indicator": "indikator",
            "polarity": "arah",
            "unit": "satuan",
            "target": "target",
        }
        reading = agreements_from_rows(rows, columns=columns, year=2022)
        assert states(check_mandatory(reading, SET, on=DAY)) == [
            ("Dinas Kesehatan", "MCP", "met"),
            ("Dinas Kesehatan", "RB", "met"),
            ("Dinas Sosial", "MCP", "weaker"),
            ("Dinas Sosial", "RB", "lacking"),
        ]


class TestOfTheWhole:
    def test_nothing_to_check(self) -> None:
        """Clean and not checked are different."""
        found = check_mandatory([], asking(asked(offices=["Dinas Kesehatan"])), on=DAY)
        assert found.report.codes() == ("MAND-NOTHING",)
        assert found.report.findings[0].text("id").startswith("Tidak ada perjanjian yang berlaku pada 8 April 2022")

    def test_offices_without_an_agreement(self) -> None:
        """An office of which there is nothing lacks everything."""
        found = check_mandatory([FULL], SET, on=DAY, offices=["Dinas Kesehatan", " Dinas Sosial ", "Dinas Sosial"])
        assert [one.text("id") for one in found.report] == [
            "Dinas Sosial tidak memiliki perjanjian yang berlaku pada 8 April 2022"
        ]

    def test_another_year(self) -> None:
        """Agreements of other years are counted and passed over."""
        found = check_mandatory([FULL, agreement(year=2023, signed_on=None, code="PK-2023")], SET, on=DAY)
        assert (len(found.agreements), found.report.codes()) == (1, ("MAND-YEAR",))

    def test_two_of_one_position(self) -> None:
        """Both are checked, and it is said."""
        found = check_mandatory([FULL, agreement(target(), target("RB", 70), code="PK-LAIN")], SET, on=DAY)
        assert (len(found), found.report.codes()) == (4, ("MAND-TWO",))

    @pytest.mark.parametrize(
        "given",
        [
            asking(asked(), exemptions=[Exemption("Dinas Kesehatn", "Wabah")]),
            asking(asked(), asked("RB", 70, offices=["Dinas Kesehatn"])),
        ],
        ids=["exemption", "indicator"],
    )
    def test_an_office_that_nobody_has(self, given: Any) -> None:
        """A slip in a name would exempt nobody, or ask nobody, in silence."""
        found = check_mandatory([FULL, WEAK], given, on=DAY)
        (finding,) = [one for one in found.report if one.code == "MAND-OFFICE"]
        assert finding.text("id") == (
            "wajib menyebut kantor 'Dinas Kesehatn', yang tidak memiliki perjanjian di sini;"
            " yang mirip: Dinas Kesehatan, Dinas Sosial"
        )

    def test_an_office_like_no_other(self) -> None:
        """Then there is nothing to hint at."""
        given = asking(asked(), exemptions=[Exemption("Inspektorat", "Penilai")])
        (finding,) = check_mandatory([FULL], given, on=DAY).report
        assert finding.text("en") == "wajib names the office 'Inspektorat', which has no agreement here"


class TestRows:
    def test_one_row_an_agreement_and_indicator(self) -> None:
        """What is wanted beside what is promised."""
        row = check_mandatory([WEAK], asking(asked(weight=5)), on=DAY).rows()[0]
        assert {name: str(value) for name, value in row.items()} == {
            "agreement": "PK-2022-Dinas Sosial",
            "office": "Dinas Sosial",
            "position": "Kepala",
            "echelon": "II.a",
            "indicator": "MCP",
            "name": "Capaian MCP",
            "state": "weaker",
            "binding": "no_weaker",
            "wanted": "85",
            "unit": "%",
            "promised_as": "MCP",
            "promised": "80",
            "promised_unit": "%",
            "wanted_weight": "5",
            "weight": "None",
            "objective": "Tata kelola yang baik",
            "reason": "None",
            "findings": "MAND-WEAKER",
        }

    @pytest.mark.parametrize("given", [[], [WEAK]])
    @pytest.mark.parametrize(("lang", "numbers"), [("fr", "decimal"), ("id", "float")])
    def test_refuses_other_words(self, given: Any, lang: Any, numbers: Any) -> None:
        """An unknown language or form is an error, also where there are no rows."""
        with pytest.raises(InvalidValueError):
            check_mandatory(given, SET, on=DAY).rows(lang, numbers=numbers)


@pytest.mark.parametrize(
    ("agreements", "fields"),
    [
        ("PK-1", {}),
        ([1], {}),
        (FULL, {}),
        (None, {}),
        ([], {"mandatory": None}),
        ([], {"on": "2022-04-08"}),
        ([], {"on": datetime(2022, 4, 8)}),  # noqa: DTZ001 - refused
        ([], {"on": None}),
        ([], {"offices": "Dinas"}),
        ([], {"offices": [""]}),
    ],
    ids=lambda value: str(value)[:30],
)
def test_refuses(agreements: Any, fields: dict[str, Any]) -> None:
    """Arguments of another kind are errors by their name."""
    with pytest.raises(InvalidValueError, match="check_mandatory"):
        check_mandatory(agreements, **{"mandatory": SET, "on": DAY, **fields})


def test_survives_pickling() -> None:
    """It is a value."""
    found = check_mandatory([FULL, WEAK], SET, on=DAY)
    assert pickle.loads(pickle.dumps(found)) == found
    assert repr(found) == (
        "MandatoryCheck(mandatory='wajib', on=datetime.date(2022, 4, 8), "
        "agreements=['PK-2022-Dinas Kesehatan', 'PK-2022-Dinas Sosial'])"
    )


def test_every_rule_has_its_own_code() -> None:
    """Codes are API."""
    assert len({rule.code for rule in RULES}) == len(RULES) == 6
