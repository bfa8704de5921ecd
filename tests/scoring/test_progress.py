import json
import pickle
from decimal import Decimal

import pytest
from attrs import evolve

from sakip import Period, Realization, evaluate
from sakip.errors import InputError, InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring.progress import Progress, progress
from tests.scoring.making import agreement, target

QUARTERS = Period.year(2025).parts("quarter")
PLAN = agreement(
    [
        target(40, code="IKU-1", consolidation="sum", trajectory=dict.fromkeys(QUARTERS, 10)),
        target(
            100, code="IKU-2", consolidation="last_progress", trajectory=zip(QUARTERS, (25, 50, 75, 100), strict=True)
        ),
    ]
)
DONE = [
    Realization(code, value, period=period)
    for code, values in (("IKU-1", (9, 11, 8, 15)), ("IKU-2", (20, 55, 70, 100)))
    for period, value in zip(QUARTERS, values, strict=True)
]


def seen(found: Progress, code: str) -> list[tuple[Decimal | None, Decimal | None]]:
    """The scores of an indicator, each period's own and to date."""
    return [(step.own[code].score.value, step.to_date[code].score.value) for step in found]


def test_worked_example() -> None:
    """Sums through a quarter and cumulative figures as the consolidation of KMK 127/2026 works them out (derived)."""
    found = progress(PLAN, DONE, policy=LKJIP)
    assert seen(found, "IKU-1") == [
        (90, 90),
        (110, 100),
        (80, Decimal("93.33")),
        (150, Decimal("107.50")),
    ]
    assert seen(found, "IKU-2") == [(80, 80), (110, 110), (Decimal("93.33"), Decimal("93.33")), (100, 100)]
    assert [step.period for step in found] == list(QUARTERS)


def test_each_step_is_what_evaluate_gives() -> None:
    """A step holds the evaluation of its period and that of the year through it; nothing else was done."""
    for step in progress(PLAN, DONE, policy=LKJIP):
        assert step.own == evaluate(PLAN, DONE, policy=LKJIP, period=step.period)
        assert step.to_date == evaluate(PLAN, DONE, policy=LKJIP, through=step.period)


def test_only_due_periods_are_asked_for() -> None:
    """Through a period the later ones are left out; without one the year's periods are all due, and a gap is named."""
    early = [one for one in DONE if one.period in QUARTERS[:2]]
    assert len(progress(PLAN, early, policy=LKJIP, through=QUARTERS[1])) == 2
    last = progress(PLAN, early, policy=LKJIP).steps[-1]
    assert last.own["IKU-1"].score.reason.code == "not-reported"
    assert "Triwulan III 2025, Triwulan IV 2025" in last.to_date["IKU-1"].score.reason.text("id")


@pytest.mark.parametrize(("kind", "count"), [("month", 12), ("quarter", 4), ("four_month", 3), ("half_year", 2)])
def test_kinds(kind: str, count: int) -> None:
    """The steps are the parts of the year of one kind; what has no target of its own for them says so."""
    found = progress(PLAN, DONE, policy=LKJIP, kind=kind)
    assert len(found) == count
    assert found.steps[-1].to_date["IKU-1"].score.value == Decimal("107.50")
    if kind != "quarter":
        assert found.steps[0].own["IKU-1"].score.reason.code == "not-due"


def test_nothing_is_projected_unless_asked() -> None:
    """Without being asked nothing is projected, and a projection changes no score."""
    early = [one for one in DONE if one.period in QUARTERS[:2]]
    plain = progress(PLAN, early, policy=LKJIP)
    asked = progress(PLAN, early, policy=LKJIP, projection="linear")
    assert plain.projections == ()
    assert [one.realization for one in asked.projections] == [40, 110]
    assert asked.steps == plain.steps
    assert "bukan fakta" in asked.text("id")
    assert "no fact" in asked.text("en")
    assert progress(PLAN, DONE, policy=LKJIP, projection="linear").projections == ()


def test_nothing_is_projected_from_nothing() -> None:
    """An indicator without any figure so far has no projection, beside one that has."""
    early = [one for one in DONE if one.period == QUARTERS[0] and one.code == "IKU-2"]
    found = progress(PLAN, early, policy=LKJIP, through=QUARTERS[1], projection="linear")
    assert [one.code for one in found.projections] == ["IKU-2"]
    assert progress(PLAN, policy=LKJIP, projection="linear").projections == ()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            [
                "IKU-1: proyeksi linear: 20,25 sampai dengan Triwulan II 2025, 6 dari 12 bulan",
                "dilanjutkan dengan laju yang sama: 40,5, nilai 101,25",
                "bukan fakta dan tidak masuk nilai akhir mana pun",
            ],
        ),
        (
            "en",
            [
                "IKU-1: linear projection: 20.25 through Quarter II 2025, 6 of 12 months",
                "carried on at the same pace: 40.5, score 101.25",
                "no fact, and in no total",
            ],
        ),
    ],
)
def test_a_projection_is_told_with_its_numbers(lang: str, words: list[str]) -> None:
    """9 and 11,25 by the middle of the year are 40,5 at its end, of 40; the note says how, and that it is no fact."""
    early = [one for one in DONE if one.period in QUARTERS[:2]]
    early[1] = evolve(early[1], value="11.25")
    found = progress(PLAN, early, policy=LKJIP, through=QUARTERS[1], projection="linear")
    first, second = (note for note in found.table(lang).notes if words[-1] in note)
    assert [word for word in words if word not in first] == []
    assert second.startswith("IKU-2: ")
    assert "55" in second
    assert "110" in second


def test_rows_and_totals() -> None:
    """Rows hold each indicator, period and scope; totals the two totals of each period; both are ready for JSON."""
    found = progress(PLAN, DONE[:-1], policy=LKJIP)
    rows = found.rows(numbers="text")
    assert len(rows) == 2 * 4 * 2
    assert {(row["scope"], row["period"]) for row in rows} >= {("period", "2025-Q1"), ("through", "2025-Q3")}
    totals = found.totals(numbers="text")
    assert [row["period"] for row in totals] == [period.code for period in QUARTERS]
    assert (totals[1]["score"], totals[1]["score_to_date"]) == ("110.00", "105.00")
    assert (totals[3]["completeness"], totals[3]["completeness_to_date"]) == ("provisional", "provisional")
    assert json.loads(json.dumps([rows, totals])) == [rows, totals]
    assert found.totals()[0]["score"] == Decimal("85.00")
    with pytest.raises(InvalidValueError):
        found.totals(numbers="float")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(lang: str) -> None:
    """The table names every missing figure with its code and what is provisional, and fits a terminal."""
    text = progress(PLAN, DONE[:-1], policy=LKJIP).text(lang)
    assert "[not-reported]" in text
    assert "[period-missing]" in text
    assert ("sementara" if lang == "id" else "provisional") in text
    assert ("TW IV" if lang == "id" else "Q4") in text
    assert max(map(len, text.splitlines())) <= 80


def test_it_shows_itself() -> None:
    """As HTML, and as a picture with a line for each of the two series."""
    found = progress(PLAN, DONE[:2], policy=LKJIP)
    assert "<table" in found._repr_html_()
    assert found.picture("en").steps == ("Q1", "Q2", "Q3", "Q4")
    assert "<svg" in found.picture().svg()


def test_it_is_a_value() -> None:
    """It is the same after pickling, has a hash, and its representation names the periods."""
    found = progress(PLAN, DONE, policy=LKJIP)
    assert found.totals() == progress(PLAN, list(reversed(DONE)), policy=LKJIP).totals()
    assert pickle.loads(pickle.dumps(found)) == found
    assert "2025-Q3" in repr(found)
    assert isinstance(hash(found), int)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "week"},
        {"projection": "cubic"},
        {"through": Period.quarter(2026, 1)},
        {"through": Period.quarter(2024, 4)},
        {"through": Period.month(2025, 2)},
        {"through": "2025-Q1"},
    ],
    ids=str,
)
def test_refused(wrong: dict[str, object]) -> None:
    """An unknown word, and a last period outside the year or before any has ended, are refused."""
    with pytest.raises(InvalidValueError):
        progress(PLAN, DONE, policy=LKJIP, **wrong)


def test_a_year_is_named_as_people_read_it() -> None:
    """A year that begins in April is told with its months, not by its code."""
    plan = evolve(PLAN, year=2030, starts=4)
    with pytest.raises(InvalidValueError) as caught:
        progress(plan, policy=LKJIP, through=QUARTERS[0])
    assert caught.value.way_out == (
        "Pilih periode dalam Tahun 2030 (April 2030 - Maret 2031)",
        "Choose a period of Year 2030 (April 2030 - March 2031)",
    )


def test_faulty_input_is_refused_as_by_evaluate() -> None:
    """Blocking findings carry the whole report."""
    with pytest.raises(InputError):
        progress(PLAN, [*DONE, DONE[0]], policy=LKJIP)
    with pytest.raises(InvalidValueError):
        progress("PK-1", DONE, policy=LKJIP)
    for wrong in (5, "IKU-1", [5]):
        with pytest.raises(InvalidValueError) as error:
            progress(PLAN, wrong, policy=LKJIP)
        assert error.value.path.startswith("progress.realizations")


def test_a_figure_that_is_still_to_come() -> None:
    """The figure of a later quarter stands under no earlier one, and without a score in its own."""
    found = progress(PLAN, [Realization("IKU-1", 75, period=QUARTERS[1])], policy=LKJIP)
    rows = [row[2:] for row in found.table("id").rows[:2]]
    assert rows == [("10", "–", "–", "–", "–", "–"), ("10", "75", "750,00", "–", "75", "–")]


def test_equal_reasons_are_told_once() -> None:
    """One line for a reason, with the scopes and the indicators that it stands for."""
    made = agreement([target(10, code=code, consolidation="sum", trajectory={QUARTERS[1]: 10}) for code in "ABC"])
    notes = progress(made, policy=LKJIP, through=QUARTERS[0]).table("id").notes
    assert notes[0] == "TW I, s.d. TW I — A, B, C: tidak ada target untuk Triwulan I 2025 [not-due]"
    assert sum("not-due" in note for note in notes) == 1
    notes = progress(made, policy=LKJIP, through=QUARTERS[0]).table("en").notes
    assert notes[0] == "Q1, through Q1 — A, B, C: there is no target for Quarter I 2025 [not-due]"
