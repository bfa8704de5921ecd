import json
from decimal import Decimal
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Indicator, Level, Realization, Target, compare_years, evaluate
from sakip.policies import LKJIP
from sakip.scoring import Comparison
from sakip.scoring.yearly import YEAR_COLUMNS, rows
from tests.scoring.making import agreement


def measured(code: str, **fields: Any) -> Indicator:
    """An indicator in percent."""
    return Indicator(code, f"Indikator {code}", unit="%", polarity="maximize", **fields)


def compared(**benchmarks: Any) -> Comparison:
    """Two years: one kept, one renamed, one replaced, one new, one ended, one opinion, one never reported."""
    opinion = Target(Indicator("OPINI", "Opini BPK", polarity="maximize", scale=BPK_OPINIONS), Level("WTP"))
    promised = {
        2024: [Target(measured(code), 100) for code in ("A", "B", "C", "E")] + [opinion],
        2025: [
            Target(measured("A"), 100),
            Target(measured("B2", same_as="B"), 100),
            Target(measured("C2", replaces="C"), 100),
            Target(measured("D"), 100),
            opinion,
        ],
    }
    given = {
        2024: {"A": 60, "B": 1000, "C": 5, "E": 5, "OPINI": Level("WDP")},
        2025: {"A": 80, "B2": 2000, "C2": 5, "OPINI": Level("WTP")},
    }
    years = [
        evaluate(
            agreement(promised[year], year=year),
            [Realization(code, value) for code, value in given[year].items()],
            policy=LKJIP,
        )
        for year in (2024, 2025)
    ]
    return compare_years(years, **benchmarks)


def test_rows() -> None:
    """One row an indicator and year with the documented columns; benchmarks stand beside the last year alone."""
    found = compared(medium_term={"A": 160}, national={"A": 100})
    for row in found.rows():
        assert list(row) == [name for name, _ in YEAR_COLUMNS]
    first, last = (row for row in found.rows() if row["indicator"] == "A")
    assert (first["since"], first["no_change"], first["medium_term"]) == (None, "first-year", None)
    assert (last["since"], last["points"], last["percent"]) == (2024, 20, Decimal("33.333333"))
    assert (last["direction"], last["link"], last["trend"]) == ("better", "code", "kept")
    assert (last["medium_term"], last["medium_term_gap"], last["medium_term_score"]) == (160, -80, 50)
    assert (last["national"], last["national_gap"], last["national_score"]) == (100, -20, 80)
    texts = found.rows(numbers="text")
    assert json.loads(json.dumps(texts)) == texts == rows(found, "text")


@pytest.mark.parametrize(
    ("code", "link", "trend", "no_change"),
    [
        ("B2", "same_as", "kept", None),
        ("C2", "replaces", "broken", "trend-broken"),
        ("D", None, None, "first-year"),
        ("OPINI", "code", "kept", "no-number"),
    ],
)
def test_the_last_row_says_what_ties_it(code: str, link: str | None, trend: str | None, no_change: str | None) -> None:
    """The last row of an indicator names its link, its trend and why there is no change."""
    row = [row for row in compared().rows() if row["indicator"] == code][-1]
    assert (row["link"], row["trend"], row["no_change"]) == (link, trend, no_change)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            [
                "B2 (2025) melanjutkan B (2024)",
                "C2 (2025) dan C (2024): kecenderungan terputus, tidak dibandingkan",
                "D (2025): realisasi belum dilaporkan [not-reported]",
                "D: baru pada 2025, tidak ada pasangannya",
                "E: berakhir setelah 2024, tidak ada pasangannya",
                "2025: sementara",
                "+33,33",
                "+1.000",
                "WDP",
                "membaik",
                "95 (84,21)",
            ],
        ),
        ("en", ["the trend is broken", "+33.33", "+1,000", "better", "2025: provisional", "95 (84.21)", "Medium term"]),
    ],
)
def test_table(lang: Any, words: list[str]) -> None:
    """The table shows figures by year and the change; breaks, gaps and what has no partner stand below."""
    text = compared(medium_term={"A": 95}).text(lang, width=200)
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        (
            "id",
            ["Kode", "Indikator", "2024", "2025", "Perubahan", "%", "Arah", "Jangka menengah", "Nasional"],
        ),
        ("en", ["Code", "Indicator", "2024", "2025", "Change", "%", "Direction", "Medium term", "National"]),
    ],
)
def test_numbers_stand_right_and_words_left(lang: Any, heads: list[str]) -> None:
    """Figures of years, changes and benchmarks are compared digit by digit; code, name and direction are read."""
    columns = compared(medium_term={"A": 95}, national={"A": 1}).table(lang).columns
    assert [column.head for column in columns] == heads
    assert [heads.index(column.head) for column in columns if column.align == "left"] == [0, 1, 6]
    assert {column.align for column in columns} == {"left", "right"}


def test_benchmarks_have_columns_where_there_are_some() -> None:
    """A column for a benchmark stands there only if one was given."""
    plain, held = compared().table(), compared(national={"A": 1}).table()
    assert len(held.columns) == len(plain.columns) + 1
    assert held.columns[-1].head == "Nasional"


def test_a_total_that_is_not_final_is_not_subtracted() -> None:
    """The totals stand there; their difference only between two final ones."""
    *_, total = compared().table("en").rows
    assert total[1] == "TOTAL (score)"
    assert total[4] == "–"
    opinion = Target(measured("A"), 100)
    years = [
        evaluate(agreement([opinion], year=year), [Realization("A", value)], policy=LKJIP)
        for year, value in ((2024, 80), (2025, 75))
    ]
    *_, total = compare_years(years).table("en").rows
    assert total[2:5] == ("80.00", "75.00", "-5")
    *_, alone = compare_years(years[:1]).table("en").rows
    assert alone[3] == "–"
    assert "<table" in compare_years(years)._repr_html_()


def test_several_successors_are_remarked_on() -> None:
    """An indicator that two later ones go on from is named once with both; one that goes on alone is not."""
    two = [Target(measured(code, same_as="A"), 100) for code in ("A1", "A2")]
    promised = {2023: [Target(measured("A"), 100)], 2024: two, 2025: [Target(measured(code), 100) for code in "AB"]}
    years = [evaluate(agreement(targets, year=at), [], policy=LKJIP) for at, targets in promised.items()]
    assert "A (2023) has more than one successor: A1 (2024), A2 (2024)" in compare_years(years[:2]).text(
        "en", width=200
    )
    assert "successor" not in compare_years([years[0], years[2]]).text("en", width=200)
