"""Good and bad calls, for mypy and pyright; nothing here runs.

A bad call carries the code of the error that it must be: an ignore that silences nothing is itself an error.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from sakip import (
    Agreement,
    Budget,
    BudgetLine,
    Consolidation,
    Difference,
    Evaluation,
    Finding,
    History,
    Indicator,
    Measure,
    NotReported,
    Objective,
    Party,
    Period,
    Polarity,
    Range,
    Realization,
    Reference,
    Report,
    Target,
    agreements_from_rows,
    check,
    compare_years,
    evaluate,
    evaluate_many,
    format_number,
    parse_number,
    progress,
    rank,
    score,
)
from sakip.errors import SakipError
from sakip.policies import LKJIP
from sakip.scoring import (
    Cap,
    Comparison,
    Formula,
    NotEvaluated,
    NotScored,
    Policy,
    Progress,
    R,
    Ranking,
    Reason,
    Round,
    Score,
    Scored,
    T,
)

indicator = Indicator("IKU-1", "Indeks", unit="poin", polarity="maximize")


def numbers_enter_as_whole_decimal_or_text() -> None:
    """A target takes every exact number, a range among them, and no float."""
    Target(indicator, 2)
    Target(indicator, Decimal("2.5"))
    Target(indicator, "2.5")
    Target(indicator, Range(80, 90))
    Target(indicator, 2, weight=10, baseline="1.5")
    Target(indicator, 2.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Target(indicator, 2, weight=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Target("IKU-1", 2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def the_direction_is_never_forgotten() -> None:
    """An indicator without its polarity, or with an unknown one, is an error before it runs."""
    Indicator("IKU-1", "Indeks", polarity="minimize")
    Indicator("IKU-1", "Indeks", polarity="stabilize")
    Indicator("IKU-1", "Indeks")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    Indicator("IKU-1", "Indeks", polarity="lower")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def words_of_a_table_are_typed(polarity: Polarity, consolidation: Consolidation, measure: Measure, word: str) -> None:
    """A column of words is typed by the names that the library gives to them; any text is not."""
    Indicator("IKU-1", "Indeks", polarity=polarity, consolidation=consolidation, measure=measure)
    Indicator("IKU-1", "Indeks", polarity=word)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def parties_say_which_text_is_which() -> None:
    """What would not read by itself is a keyword."""
    Party("Sekretaris", office="Dinas Kesehatan", code="1.02.01")
    Party("Sekretaris", "Dinas Kesehatan")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def sequences_of_any_kind_are_taken(targets: Sequence[Target], more: Iterator[Target]) -> None:
    """An objective takes any iterable of targets and gives a tuple back."""
    assert_type(Objective("Sasaran", targets).targets, tuple[Target, ...])
    Objective("Sasaran", more)
    Objective("Sasaran", [indicator])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def values_do_not_change(agreement: Agreement, target: Target) -> None:
    """A value is frozen."""
    agreement.year = 2026  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    target.value = Decimal(1)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def realizations_say_why_there_is_no_number() -> None:
    """A missing number is a state of its own and never None."""
    Realization("IKU-1", 1)
    Realization("IKU-1", NotReported())
    Realization("IKU-1", 1, period=Period.quarter(2025, 1))
    Realization("IKU-1", None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Realization("IKU-1", 1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def every_score_names_its_policy(agreement: Agreement) -> None:
    """There is no default policy, because there is no national formula."""
    assert_type(evaluate(agreement, [], policy=LKJIP), Evaluation)
    evaluate(agreement, [])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    evaluate(agreement, [], LKJIP)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    evaluate(agreement, [], policy="LKJIP")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_score_may_be_absent(target: Target) -> None:
    """A score is a number or a reason, and asking for the one rules out the other."""
    found = score(target, "1.5", policy=LKJIP)
    assert_type(found, Score)
    _ = found.value + 1  # type: ignore[operator]  # pyright: ignore[reportOptionalOperand]
    if isinstance(found, Scored):
        assert_type(found.value, Decimal)
        assert_type(found.exact, Fraction | None)
        assert_type(found.reason, None)
    else:
        assert_type(found, NotScored)
        assert_type(found.value, None)
        assert_type(found.reason.code, str)


def many_are_streamed(agreement: Agreement) -> None:
    """Many evaluations arrive one by one; what cannot be scored is an error in its place, with its report."""
    for result in evaluate_many([(agreement, [])], policy=LKJIP):
        if isinstance(result, NotEvaluated):
            assert_type(result.report, Report)
        else:
            assert_type(result, Evaluation)


def many_are_ranked(agreement: Agreement) -> None:
    """What the stream gives is ranked as it is; an entry has a rank, or a reason why it has none."""
    ranking = rank(evaluate_many([(agreement, [])], policy=LKJIP))
    assert_type(ranking, Ranking)
    for entry in ranking:
        assert_type(entry.rank, int | None)
        assert_type(entry.reason, Reason | None)
    assert_type(ranking.svg("en"), str)
    rank(LKJIP)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    rank([], reading=agreements_from_rows([], columns={"target": "Target"}))
    rank([], reading=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ranking.rows(numbers="float")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def findings_are_values(agreement: Agreement) -> None:
    """A report is a collection of findings, read in one of two languages."""
    report = check(agreement)
    assert_type(report, Report)
    for finding in report:
        assert_type(finding, Finding)
        assert_type(finding.code, str)
    assert_type(report.text("en"), str)
    report.text("fr")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def printed_numbers_are_text(text: str) -> None:
    """Reading takes text and gives a Decimal; writing gives text."""
    assert_type(parse_number(text), Decimal)
    assert_type(parse_number(text, convention="id"), Decimal)
    assert_type(format_number(Decimal(1)), str)
    parse_number(1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    parse_number(text, convention="us")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def rules_are_written_as_formulas() -> None:
    """Arithmetic on symbols gives a formula; two symbols are never multiplied."""
    rule = Formula("inverse", 100 * T / R, at_target=100, direction="down")
    assert_type(LKJIP.evolve(id="lain", minimize=rule, indicator=(Cap(120), Round(2))), Policy)
    _ = T * R  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    _ = R**2  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    _ = R / T < 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    Cap(1.2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Reference("Perbup 1/2026", certainty="sure")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def errors_keep_their_facts(error: SakipError) -> None:
    """What an error knows is an attribute."""
    assert_type(error.code, str)
    assert_type(error.path, str)
    assert_type(error.problem, tuple[str, str])


def a_year_is_followed_and_compared(agreement: Agreement, given: list[Realization]) -> None:
    """Series and comparisons take words out of closed lists, and evaluations or pairs."""
    series = progress(agreement, given, policy=LKJIP, kind="month", projection="linear")
    assert_type(series, Progress)
    assert_type(series.steps[0].to_date, Evaluation)
    progress(agreement, given, policy=LKJIP, kind="week")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    found = compare_years([series.steps[0].own], medium_term={"IKU-1": "95.5"}, national={"IKU-1": Range(80, 90)})
    assert_type(found, Comparison)
    assert_type(found["IKU-1"].changes[-1].points, Fraction | None)
    assert_type(compare_years([(agreement, given)], policy=LKJIP), Comparison)
    compare_years([agreement], policy=LKJIP)  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    LKJIP.evolve(periods="score_each")
    LKJIP.evolve(periods="each")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def rupiah_is_exact_too() -> None:
    """A budget line takes whole rupiah, Decimal and text, no float, and one of three kinds."""
    line = BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=1000, realization="750.50", targets=["IKU-1"])
    assert_type(Budget([line]).total.exact, Fraction | None)
    assert_type(line.absorption.value, Decimal | None)
    BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    BudgetLine("1.02", "Kesehatan", kind="program", ceiling=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_amendment_has_a_reason(agreement: Agreement, target: Target, day: date) -> None:
    """An amendment takes one of three words, whole targets or exact values, and gives another agreement."""
    later = agreement.amend(code="PK-2", signed_on=day, reason="official", targets={"IKU-1": target, "IKU-2": "2.5"})
    assert_type(later, Agreement)
    history = History([agreement, later])
    assert_type(history.as_of(day), Agreement | None)
    assert_type(history.diff(agreement, later), Difference)
    assert_type(history.diff(agreement, later).apply(agreement), Agreement)
    agreement.amend(code="PK-2", signed_on=day, reason="mutasi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    agreement.amend(code="PK-2", signed_on=day, reason=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    agreement.amend(code="PK-2", signed_on="2025-07-01", reason="official")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    agreement.amend(code="PK-2", signed_on=day, reason="official", targets={"IKU-1": 2.5})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
    Indicator("IKU-2", "Indeks", polarity="maximize", same_as="IKU-1", cites="J-1")
    Indicator("IKU-2", "Indeks", polarity="maximize", cites=["J-1", "RPJMD:IKU-2"])
