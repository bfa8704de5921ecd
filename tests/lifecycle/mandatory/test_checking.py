"""Over all agreements of a government: who lacks which, and whose target differs."""

import pickle
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import pytest

from sakip import History, agreements_from_rows
from sakip.errors import InvalidValueError
from sakip.lifecycle import MandatoryCheck, check_mandatory
from tests.lifecycle.mandatory.making import DAY, agreement, asked, asking, indicator, target

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

    def test_one_alone(self) -> None:
        """As where it is applied, one agreement needs no list."""
        assert check_mandatory(FULL, SET, on=DAY) == check_mandatory([FULL], SET, on=DAY)

    def test_given_twice(self) -> None:
        """An agreement that was read twice is one agreement."""
        again = agreement(target(), target("RB", 70))
        assert again is not FULL
        found = check_mandatory([FULL, again], SET, on=DAY)
        assert (len(found.agreements), found.report.codes()) == (1, ())


class TestUnread:
    """A row that could not be read is no missing promise."""

    ROWS = tuple(
        {"kantor": office, "kode": code, "indikator": f"Capaian {code}", "arah": "positif", "target": value}
        for office, code, value in (
            ("Dinas Kesehatan", "RB", "70"),
            ("Dinas Kesehatan", "MCP", "?"),
            ("Dinas Sosial", "RB", "70"),
            ("Dinas Pangan", "MCP", "?"),
        )
    )
    COLUMNS = MappingProxyType(
        {"office": "kantor", "code": "kode", "indicator": "indikator", "polarity": "arah", "target": "target"}
    )
    SET = asking(asked(of=indicator(name="Capaian MCP", unit=None)))

    def check(self, rows: Any) -> MandatoryCheck:
        """Who lacks which, of three offices."""
        reading = agreements_from_rows(rows, columns=self.COLUMNS, year=2022)
        offices = ["Dinas Kesehatan", "Dinas Sosial", "Dinas Pangan"]
        return check_mandatory(reading, self.SET, on=DAY, offices=offices)

    def test_not_known(self) -> None:
        """What may stand in the row is not known; where every row was read it is lacking."""
        found = self.check(self.ROWS)
        assert states(found) == [("Dinas Kesehatan", "MCP", "unknown"), ("Dinas Sosial", "MCP", "lacking")]
        (unread,) = found.of("Dinas Kesehatan")[0].findings
        assert (unread.code, unread.severity) == ("MAND-UNREAD", "warning")
        assert unread.text("id") == (
            "Dinas Kesehatan: MCP 'Capaian MCP' tidak ditemukan dalam PK-2022-Dinas Kesehatan, "
            "tetapi baris 2 tabelnya tidak dapat dipakai dan mungkin memuatnya"
        )

    def test_offices(self) -> None:
        """An office none of whose rows was read may well have an agreement."""
        (found,) = [one for one in self.check(self.ROWS).others if one.subject == "office[Dinas Pangan]"]
        assert (found.code, found.severity) == ("MAND-UNREAD-OFFICE", "warning")
        assert "baris 4 tabel" in found.text("id")
        (found,) = [one for one in self.check(self.ROWS[:3]).others if one.subject == "office[Dinas Pangan]"]
        assert (found.code, found.severity) == ("MAND-NO-AGREEMENT", "error")

    def test_what_was_read_counts(self) -> None:
        """A lost row leaves alone what stands in the others."""
        rows = [*self.ROWS[:1], {**self.ROWS[1], "target": "90"}, {**self.ROWS[1], "kode": "IKU-1"}]
        assert ("Dinas Kesehatan", "MCP", "met") in states(self.check(rows))


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
