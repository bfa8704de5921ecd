from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from sakip import Period, Text
from sakip.cascade import Cascade, CascadeReport, Suppression
from sakip.cascade.report.table import report_rows, standing
from tests.cascade.making import TOP, family, pk, report_on, target

SHORT = family(target("T", 105), target("A", 40), target("B", 60), realizations={TOP: 95, ("KABID-2", "A"): 38})


def lines(report: CascadeReport) -> list[str]:
    """The lines of the Indonesian text on a wide terminal."""
    return report.text("id", width=1000).split("\n")


def test_counts_stand_below_the_first_line() -> None:
    """Headlines by severity, then consequences and what is set aside."""
    report = report_on(SHORT, suppressions=[Suppression("Sudah dibahas", by="Bappeda", code="CAS301")])
    heads = [one.severity for one in report.headlines]
    said = lines(report)[1]
    assert said.startswith(
        f"{heads.count('error')} galat, {heads.count('warning')} peringatan, {heads.count('note')} catatan"
    )
    assert said.endswith("; 1 dikecualikan.")


def test_what_was_not_compared_is_said() -> None:
    """An empty cascade and one without arithmetic say why nothing was compared."""
    assert "Kaskadenya kosong." in lines(report_on(Cascade()))[0]
    alone = report_on(Cascade([pk("PK-1", "KADIS", "II", None, target("T"))]))
    assert "Tidak ada tautan hitung" in lines(alone)[0]
    assert "tidak ada yang diperiksa" in lines(alone)[0]


def test_the_gravest_stand_first() -> None:
    """Errors, warnings and notes; then consequences; then what is set aside."""
    report = report_on(SHORT, suppressions=[Suppression("Sudah dibahas", by="Bappeda", code="CAS301")])
    shown = [row[:2] for row in report.table().rows]
    assert shown[-1] == ("CAS301", "dikecualikan")
    order = ["galat", "peringatan", "catatan"]
    places = [order.index(word.partition(",")[0]) for _, word in shown if word.partition(",")[0] in order]
    assert places == sorted(places)


def test_a_standing_says_why_a_finding_does_not_count() -> None:
    """A consequence names its explanation; missing data is no failure."""
    (one,) = (each for each in report_on(SHORT).findings if each.code == "CAS301")
    assert standing(one, "en") == "error"
    assert standing(evolve(one, explained_by="CAS305"), "en") == "due to CAS305"
    assert standing(evolve(one, verdict="unknown", severity="warning"), "en") == "warning, data missing"
    aside = Suppression("Sudah dibahas", by="Bappeda", code="CAS301")
    assert standing(evolve(one, explained_by="CAS305", suppression=aside), "en") == "set aside"


def test_each_way_out_is_told_once() -> None:
    """One line for each code among the headlines, and one for each exception."""
    two = Suppression("Sudah dibahas", by="Bappeda", code="CAS301", until=date(2026, 1, 31))
    report = report_on(SHORT, suppressions=[two])
    told = report.table("en").notes
    assert len(told) == len({one.code for one in report.headlines}) + 1
    assert told[-1] == "CAS301 KADIS/T is set aside by Bappeda until 31 January 2026: Sudah dibahas"
    for_ever = report_on(SHORT, suppressions=[evolve(two, until=None)]).table("en").notes[-1]
    assert for_ever == "CAS301 KADIS/T is set aside by Bappeda: Sudah dibahas"


def test_rows_hold_everything() -> None:
    """One dict a finding, with the sentence, the way out, the basis and the numbers."""
    (row,) = (one for one in report_on(SHORT).rows("en") if one["code"] == "CAS301")
    assert (row["severity"], row["subject"], row["cell"], row["headline"]) == ("error", "KADIS/T", "target", True)
    assert row["arguments"]["gap"] == Decimal(5)
    assert isinstance(row["arguments"]["gap"], Decimal)
    assert row["nodes"] == ["KABID-2/A", "KABID-3/B"]
    assert row["set_aside"] is None
    assert row["basis"][0].startswith("PermenPANRB 88/2021")
    (text,) = (one for one in report_on(SHORT).rows(numbers="text") if one["code"] == "CAS301")
    assert text["arguments"]["gap"] == "5"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_row_says_what_its_finding_says(lang: Any) -> None:
    """The sentences in the language that is asked for; the rest as the finding has it, under one name each."""
    made = {TOP: 100, ("KABID-2", "A"): 40, ("KABID-3", "B"): 60}
    explained = report_on(family(target("T", 105), target("A", 40), target("B", 60), realizations=made))
    aside = report_on(SHORT, suppressions=[Suppression("Sudah dibahas", by="Bappeda", code="CAS301")])
    assert any(one.explained_by for one in explained.findings)
    same = ("code", "slug", "severity", "verdict", "subject", "cell", "explained_by", "fingerprint")
    for row, one in zip(
        [*explained.rows(lang), *aside.rows(lang)], [*explained.findings, *aside.findings], strict=True
    ):
        assert {name: row[name] for name in same} == {name: getattr(one, name) for name in same}
        assert (row["headline"], row["criteria"]) == (one.is_headline, list(one.criteria))
        assert (row["title"], row["text"], row["fix"]) == (one.title.render(lang), one.text(lang), one.fix.render(lang))
        assert row["basis"] == [reference.text(lang) for reference in one.basis]
        assert row["nodes"] == list(one.nodes)
        assert row["set_aside"] == (None if one.suppression is None else "Sudah dibahas")
        assert set(row["arguments"]) == {name for name, _ in one.arguments}


def test_numbers_are_decimals_or_texts() -> None:
    """A quotient that no Decimal holds is a text in either form; a date is one only where texts are asked for."""
    (one,) = (each for each in report_on(SHORT).findings if each.code == "CAS301")
    given: tuple[tuple[str, Any], ...] = (
        ("third", Fraction(1, 3)),
        ("quarter", Fraction(-1, 4)),
        ("day", date(2025, 1, 2)),
        ("words", Text("satu", "one")),
        ("name", "12"),
        ("count", 7),
        ("amount", Decimal("1.50")),
    )
    finding = evolve(one, message=Text("x", "y"), arguments=given)
    (row,) = report_rows([finding], "en", "decimal", "x")
    assert row["arguments"] == {
        "third": "1/3",
        "quarter": Decimal("-0.25"),
        "day": date(2025, 1, 2),
        "words": "one",
        "name": "12",
        "count": Decimal(7),
        "amount": Decimal("1.50"),
    }
    (row,) = report_rows([finding], "id", "text", "x")
    assert list(row["arguments"].values()) == ["1/3", "-0.25", "2025-01-02", "satu", "12", "7", "1.50"]


def test_the_first_line_says_through_when() -> None:
    """Of a part of the year."""
    report = report_on(SHORT, through=Period.quarter(2025, 2))
    assert report.summary("id").startswith("Kaskade per 31 Desember 2025, realisasi sampai Triwulan II 2025: ")
    assert report.summary("en").startswith("Cascade on 31 December 2025, realizations through ")
    assert "sampai" not in report_on(SHORT).summary("id")
