"""The periods of one indicator, and the grades of many offices."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import (
    AwaitingRelease,
    Components,
    Evaluation,
    Level,
    NotApplicable,
    OrdinalScale,
    Period,
    Range,
    Realization,
    evaluate,
)
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.policies import LKJIP
from sakip.scoring import NotEvaluated, grades_picture, quarters_picture
from sakip.scoring.picture import short_label
from tests.scoring.making import agreement, evaluated, judged, refused, target

Q = [Period.quarter(2025, number) for number in range(1, 5)]
PLAN = dict(zip(Q, [20, 45, 70, 95], strict=True))


def quarterly(*values: Any, **scope: Any) -> Evaluation:
    """One indicator with a trajectory, and what was realized from the first quarter on."""
    planned = target(95, trajectory=PLAN, consolidation="last_progress", unit="%", name="Imunisasi")
    given = [Realization("IKU-1", value, period=period) for period, value in zip(Q, values, strict=False)]
    return evaluated(planned, given=given, **scope)


def points(evaluation: Evaluation, series: int = -1, **lang: Any) -> list[tuple[str, Any, str]]:
    """The points of one series."""
    return list(quarters_picture(evaluation, "IKU-1", **lang).series[series].points)


class TestQuarters:
    """A line of what was done against a line of what was promised."""

    def test_trajectory_and_realizations(self) -> None:
        """Both in the order of the year, with exact numbers; a quotient that does not end has two decimals."""
        picture = quarters_picture(quarterly("22.5", Components(1, 3, per=100), 70, 94), "IKU-1")
        promised, done = picture.series
        assert picture.title == "Imunisasi (%), Tahun 2025"
        assert picture.steps == ("TW I", "TW II", "TW III", "TW IV")
        assert promised.dashed
        assert not done.dashed
        assert [value for _, value, _ in promised.points] == [20, 45, 70, 95]
        assert [(value, printed) for _, value, printed in done.points] == [
            (Fraction(45, 2), "22,5"),
            (Fraction(100, 3), "33,33"),
            (70, "70"),
            (94, "94"),
        ]

    def test_what_has_no_number_says_why(self) -> None:
        """A gap in the line, never a zero."""
        found = points(quarterly(20, AwaitingRelease("BPS"), NotApplicable("Pandemi")), lang="en")
        assert [value for _, value, _ in found] == [20, None, None, None]
        assert [step for step, _, _ in found] == ["Q1", "Q2", "Q3", "Q4"]
        assert "BPS" in found[1][2]
        assert "Pandemi" in found[2][2]
        assert "not reported" in found[3][2]

    @pytest.mark.parametrize(
        ("scope", "last"), [({"through": Q[1]}, "TW II"), ({"period": Q[2]}, "TW III"), ({}, "TW IV")]
    )
    def test_what_is_not_due_is_not_missing(self, scope: dict[str, Any], last: str) -> None:
        """After the part of the year that was judged nothing is expected; what was promised is shown all the same."""
        evaluation = quarterly(20, **scope)
        assert points(evaluation)[-1][0] == last
        assert points(evaluation, 0)[-1][0] == "TW IV"

    def test_what_was_reported_early_is_shown(self) -> None:
        """A realization after the part that was judged stays a realization."""
        assert len(points(quarterly(20, 40, 60, through=Q[1]))) == 3

    def test_a_year_reported_as_a_whole_misses_no_quarter(self) -> None:
        """It stands after the quarters that end with it."""
        planned = target(95, trajectory=PLAN, consolidation="last_progress")
        picture = quarters_picture(evaluated(planned, given={"IKU-1": 90}), "IKU-1")
        assert picture.steps == ("TW I", "TW II", "TW III", "TW IV", "Tahun")
        assert picture.series[1].points == (("Tahun", 90, "90"),)

    def test_months_and_years_that_begin_later(self) -> None:
        """Months by three letters, other periods by their name without the year."""
        months = [Period.month(2025, number, starts=4) for number in (1, 12)]
        given = [Realization("IKU-1", 1, period=period) for period in months]
        evaluation = evaluate(agreement([target(2, consolidation="sum")], starts=4), given, policy=LKJIP)
        assert quarters_picture(evaluation, "IKU-1").steps == ("Apr", "Mar")
        halves = [Realization("IKU-1", 1, period=Period.half_year(2025, number)) for number in (1, 2)]
        assert quarters_picture(evaluated(target(2, consolidation="sum"), given=halves), "IKU-1").steps == (
            "Semester I",
            "Semester II",
        )

    @pytest.mark.parametrize("starts", [1, 4])
    def test_a_short_name_is_the_same_whenever_the_year_begins(self, starts: int) -> None:
        """The months of a period of such a year stand in its full name alone."""
        names = {
            Period.quarter(2025, 4, starts=starts): ("TW IV", "Q4"),
            Period.four_month(2025, 3, starts=starts): ("Caturwulan III", "Four-month period III"),
            Period.half_year(2025, 2, starts=starts): ("Semester II", "Half-year II"),
            Period.year(2025, starts=starts): ("Tahun", "Year"),
        }
        assert {period: (short_label(period, "id"), short_label(period, "en")) for period in names} == names

    def test_targets_without_a_trajectory_stand_at_the_end(self) -> None:
        """A number, both bounds of a range; levels and days have words and no number."""
        assert points(evaluated(target("98.5")), 0) == [("Tahun", Decimal("98.5"), "98,5")]
        bounds = quarters_picture(evaluated(target(Range(80, 90))), "IKU-1", "en").series[:2]
        assert [(one.name, one.points[0][1]) for one in bounds] == [("Lower bound", 80), ("Upper bound", 90)]
        scale = OrdinalScale(["TW", "WDP", "WTP"])
        opinion = evaluated(target(Level("WTP"), scale=scale), given={"IKU-1": Level("WDP")})
        assert [points(opinion, series) for series in (0, 1)] == [[("Tahun", None, "WTP")], [("Tahun", None, "WDP")]]
        day = evaluated(target(date(2025, 6, 30), "minimize"), given={"IKU-1": date(2025, 7, 1)})
        assert points(day) == [("Tahun", None, "1 Juli 2025")]
        third = evaluated(target(95), given={"IKU-1": Components(1, 3, per=100)})
        assert points(third, lang="en") == [("Year", Fraction(100, 3), "33.33")]

    @pytest.mark.parametrize(
        "promise",
        [
            target(5),
            target(Range(80, 90)),
            target(Level("WTP"), scale=OrdinalScale(["TW", "WTP"])),
            target(date(2025, 6, 30), "minimize"),
        ],
        ids=["number", "range", "level", "date"],
    )
    def test_what_was_promised_is_dashed(self, promise: Any) -> None:
        """Whatever was promised is told from what was done, in the language asked for; without a unit none is named."""
        picture = quarters_picture(evaluated(promise), "IKU-1", "en")
        *promised, done = picture.series
        assert all(one.dashed for one in promised)
        assert not done.dashed
        assert (picture.title, picture.lang) == ("Indikator IKU-1, Year 2025", "en")

    def test_refused(self) -> None:
        """An unknown code, another language, something else than an evaluation."""
        with pytest.raises(UnknownCodeError):
            quarters_picture(quarterly(20), "IKU-9")
        with pytest.raises(InvalidValueError, match="language"):
            quarters_picture(quarterly(20), "IKU-1", "fr")  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError, match="Evaluation") as caught:
            quarters_picture(refused(), "IKU-1")  # type: ignore[arg-type]
        assert caught.value.path == "quarters_picture.evaluation"
        assert caught.value.way_out[1].endswith(" evaluate(agreement, policy=LKJIP)")


class TestGrades:
    """Offices by objectives."""

    def test_rows_in_the_order_given(self) -> None:
        """The total first, then each objective; rows end where the objectives do."""
        many = judged(80, 50, office="Dinas B")
        heat = grades_picture([many, judged(95)])
        assert [label for label, _ in heat.rows] == ["Dinas B", "Dinas A"]
        assert heat.columns[:2] == ("Akhir", "S1")
        assert heat.title.endswith("Tahun 2025")
        assert len(heat.columns) == 1 + max(len(one.objectives) for one in (many, judged(95)))

    def test_grades_and_tones(self) -> None:
        """The worst label has the first tone, the best the last; the note has the objective and its score."""
        assert LKJIP.scale is not None
        (_, (total, first)), (_, (worst, _)) = grades_picture([judged(100), judged(0, office="Dinas B")]).rows[:2]
        assert (total.printed, total.tone) == (LKJIP.scale.labels[-1], 6)
        assert (worst.printed, worst.tone) == (LKJIP.scale.labels[0], 0)
        assert first.note.endswith(": 100,00")
        assert (first.printed, first.tone) == (total.printed, total.tone)
        assert total.note == "100,00"

    def test_without_a_scale_the_score_stands(self) -> None:
        """And has no tone, for nothing was judged."""
        (_, (total, *_)), *_ = grades_picture([judged(80, policy=LKJIP.evolve(scale=None))]).rows
        assert (total.printed, total.tone) == ("80,00", None)

    def test_what_has_no_score_says_why(self) -> None:
        """Withheld totals and refused input have a dash and a reason."""
        unknown = NotEvaluated(None, (), refused().report)
        heat = grades_picture([judged(None), refused(), unknown], "en")
        assert [label for label, _ in heat.rows] == ["Dinas A", "Dinas Z", "–"]
        assert [total.note for _, (total, *_) in heat.rows[1:]] == [refused().score.reason.text("en")] * 2
        for _, (total, *_) in heat.rows:
            assert total.printed == "–"
            assert total.tone is None
            assert len(total.note) > 3

    def test_offices_of_one_name_are_told_apart(self) -> None:
        """By the code of the agreement; where there is no office, by the position."""
        heat = grades_picture([judged(1, code="PK-1"), judged(2, code="PK-2"), judged(3, office=None)])
        assert [label for label, _ in heat.rows] == ["Dinas A (PK-1)", "Dinas A (PK-2)", "Kepala"]

    def test_nothing(self) -> None:
        """No evaluations, no rows, and a column for the total alone."""
        assert (grades_picture([]).rows, grades_picture([]).columns) == ((), ("Akhir",))

    def test_scopes(self) -> None:
        """Each scope is named once, in the language asked for."""
        heat = grades_picture([judged(80), judged(80, period=Q[0]), judged(70)], "en")
        assert heat.title == "Grades of the total and by objective (S1, S2, …), Year 2025, Quarter I 2025"
        assert heat.lang == "en"

    def test_refused(self) -> None:
        """The place of what is no evaluation is named."""
        with pytest.raises(InvalidValueError) as caught:
            grades_picture([judged(1), "PK-2"])  # type: ignore[list-item]
        error = caught.value
        assert (error.code, error.path, error.value) == ("wrong-kind", "grades_picture.evaluations[1]", "PK-2")
        with pytest.raises(InvalidValueError, match=r"evaluate\(agreement, policy=LKJIP\)\]") as caught:
            grades_picture("PK-2")  # type: ignore[arg-type]
        assert caught.value.path == "grades_picture.evaluations"
        with pytest.raises(InvalidValueError, match="language"):
            grades_picture([], "fr")  # type: ignore[arg-type]
