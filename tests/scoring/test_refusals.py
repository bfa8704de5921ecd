"""Whatever cannot be is refused by the name of its field, with an example that can be written as it stands."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

import sakip
from sakip import (
    Period,
    compare_years,
    evaluate,
    evaluate_many,
    policies,
    progress,
    rank,
    score,
    scoring,
)
from sakip.policies import FIVE_BANDS, HIGHER_IS_BETTER, LKJIP, MET_OR_REASON
from sakip.scoring import (
    Cap,
    Cases,
    CheckedRule,
    Condition,
    Floor,
    Formula,
    GradedNumber,
    GradeScale,
    Lateness,
    Linear,
    Lookup,
    Mean,
    Measurement,
    PanelRating,
    PanelRule,
    PercentileBands,
    Piecewise,
    Policy,
    Quotas,
    R,
    Ranking,
    Ratio,
    Reason,
    Round,
    Segment,
    Stage,
    T,
    Weights,
    grades_picture,
    inverse,
    panel_score,
    parse_graded,
    quarters_picture,
)
from tests.refusals import example_in, known_from, names_in, refusal
from tests.scoring.making import agreement, evaluated, ratio, refused, target

FALLING = Piecewise.through([(0, 100), (20, 0)])


# What each class needs beside the field that is tried.
NEEDED: dict[type[Any], dict[str, Any]] = {
    Cap: {},
    Cases: {"branches": [], "otherwise": R / T},
    CheckedRule: {"rule": ratio, "id": "ratio", "at_target": 100, "direction": "up"},
    Condition: {"difference": R, "operator": ">"},
    Floor: {},
    Formula: {"id": "ratio", "expression": 100 * R / T, "at_target": 100, "direction": "up"},
    GradeScale: {"bands": [(0, "A")], "closed": "lower"},
    GradedNumber: {"letter": "A", "number": 80},
    Lateness: {"id": "days", "curve": FALLING},
    Linear: {"terms": []},
    Lookup: {"id": "days", "inputs": [("late", "on_time")], "table": [(("late",), 0), (("on_time",), 100)]},
    Measurement: {"realization": 1},
    PanelRating: {"rater": "Sekda", "value": 1},
    PanelRule: {"id": "rata", "low": 0, "high": 100, "trim": 0, "minimum": 1},
    PercentileBands: {"bands": [("A", 100)], "ties": "up"},
    Piecewise: {"segments": [Segment(None, (0, 0), (1, 1))]},
    Policy: {one.name: getattr(LKJIP, one.name) for one in attrs.fields(Policy) if one.init},
    Quotas: {"at_most": [("S", 20)]},
    Ranking: {"entries": []},
    Ratio: {"numerator": R, "denominator": T},
    Reason: {"code": "needs"},
    Round: {"digits": 2},
    Segment: {"start": None, "first": (0, 0), "second": (1, 1)},
    Stage: {"aggregation": Mean(), "transforms": [Round(2)]},
    Weights: {"total": 100, "per": "objective", "absent": "equal"},
}
FIELDS = [
    (kind, one.alias)
    for kind in NEEDED
    for one in attrs.fields(kind)
    if one.init and (kind, one.alias) != (Reason, "leaves_out")
]
# Where the path is wider than the field: a part of a formula is refused wherever it is written.
WIDER: dict[tuple[type[Any], str], set[str]] = {
    (Cases, "otherwise"): {"Formula"},
    (Condition, "difference"): {"Formula"},
    (Formula, "expression"): {"Formula"},
    (Formula, "domain"): {"Formula.domain", "Formula"},
    (Formula, "breaks"): {"Formula.breaks", "Formula"},
    (Formula, "turns_at"): {"Formula"},
    (Linear, "constant"): {"Formula"},
    (Ratio, "numerator"): {"Formula"},
    (Ratio, "denominator"): {"Formula"},
    (Segment, "first"): {"Segment.point"},
    (Segment, "second"): {"Segment.point"},
    **{(Measurement, one.name): {"Measurement"} for one in attrs.fields(Measurement)},
}
KNOWN = known_from(sakip, scoring, policies)


def allowed(kind: type[Any], name: str) -> set[str]:
    """The paths by which a field may be refused, itself or the first thing in it."""
    path = f"{kind.__name__}.{name}"
    return WIDER.get((kind, name), {path, f"{path}[0]"})


@pytest.mark.parametrize(("kind", "name"), FIELDS, ids=lambda one: getattr(one, "__name__", one))
@pytest.mark.parametrize("wrong", [object(), [object()], 3.5], ids=["object", "list", "number"])
def test_each_field_refuses_by_its_name(kind: type[Any], name: str, wrong: Any) -> None:
    """And by the place in a list; what it shows as an example is of names that there are."""
    error = refusal(kind, **{**NEEDED[kind], name: wrong})
    assert error.path in allowed(kind, name)
    if error.code != "not-a-formula":  # what is none is told in words as well
        assert names_in(example_in(error) or "()") <= {*KNOWN, "evaluations"}


@pytest.mark.parametrize(
    ("kind", "name", "example"),
    [
        (CheckedRule, "reference", "Reference('Perbup 1/2026', certainty='read')"),
        (Formula, "breaks", "[2 * T]"),
        (Formula, "domain", "[T > 0]"),
        (Formula, "reference", "Reference('Perpres 29/2014', certainty='read')"),
        (Formula, "then", "[Cap(120)]"),
        (GradeScale, "bands", "[(60, 'Cukup')]"),
        (GradeScale, "reference", "Reference('PermenPANRB 88/2021', certainty='read')"),
        (Lateness, "curve", "Piecewise.through([(0, 100), (20, 0)])"),
        (Lateness, "reference", "Reference('Perbup 1/2026', certainty='read')"),
        (Linear, "terms", "[('R', 100)]"),
        (Lookup, "inputs", "[('late', 'on_time')]"),
        (Lookup, "reference", "Reference('Perbup 1/2026', certainty='read')"),
        (PanelRule, "reference", "Reference('Perbup 1/2026', certainty='read')"),
        (Piecewise, "segments", "[Segment(None, (0, 0), (100, 100))]"),
        (Policy, "deadline", "ON_TIME_OR_REASON"),
        (Policy, "objective", "Stage(WeightedMean(), [Round(2)])"),
        (Policy, "ordinal", "MET_OR_REASON"),
        (Policy, "origin", "LKJIP"),
        (Policy, "readings", "[Text('bacaan', 'reading')]"),
        (Policy, "reference", "Reference('Perpres 29/2014', certainty='read')"),
        (Policy, "scale", "GradeScale([(0, 'Kurang'), (60, 'Baik')], closed='lower')"),
        (Policy, "title", "Text('nama', 'name')"),
        (Policy, "total", "Stage(Mean(), [Round(2)])"),
        (Policy, "weights", "Weights(total=100, per='objective', absent='equal')"),
        (Quotas, "at_least", "[('Istimewa', 20)]"),
        (Quotas, "at_most", "[('Istimewa', 20)]"),
        (Ranking, "nowhere", "[4]"),
        (Segment, "first", "(80, 70)"),
        (Stage, "aggregation", "WeightedMean()"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_an_example_can_be_written_as_it_stands(kind: type[Any], name: str, example: str) -> None:
    """The value that an error shows is taken in the place of the one that was refused."""
    assert example_in(refusal(kind, **{**NEEDED[kind], name: object()})) == example
    kind(**{**NEEDED[kind], name: eval(example, dict(KNOWN))})  # noqa: S307 - it is our own


DONE = evaluated(target(10), given={"IKU-1": 8})
RULE = PanelRule("rata", low=0, high=100, trim=0, minimum=1)
NOTHING: Any = object()


ARGUMENTS: list[tuple[Callable[[], object], str, str]] = [
    (
        lambda: evaluate(NOTHING, policy=LKJIP),
        "evaluate.agreement",
        "Agreement('PK-1', year=2025, first_party=..., objectives=[...])",
    ),
    (lambda: evaluate(agreement([target(1)]), policy=NOTHING), "evaluate.policy", "policy=LKJIP"),
    (lambda: evaluate(agreement([target(1)]), NOTHING, policy=LKJIP), "evaluate.realizations", ""),
    (
        lambda: evaluate(agreement([target(1)]), policy=LKJIP, period=NOTHING),
        "evaluate.period",
        "Period.quarter(2025, 1)",
    ),
    (
        lambda: evaluate(agreement([target(1)]), policy=LKJIP, through=NOTHING),
        "evaluate.through",
        "Period.quarter(2025, 1)",
    ),
    (lambda: evaluate_many([], policy=NOTHING), "evaluate_many.policy", "policy=LKJIP"),
    (
        lambda: evaluate_many([], policy=LKJIP, period=NOTHING),
        "evaluate_many.period",
        "Period.quarter(2025, 1)",
    ),
    (
        lambda: evaluate_many([], policy=LKJIP, through=NOTHING),
        "evaluate_many.through",
        "Period.quarter(2025, 1)",
    ),
    (lambda: evaluate_many(NOTHING, policy=LKJIP), "evaluate_many.items", "[(agreement, realizations)]"),
    (lambda: evaluate_many([], policy=LKJIP, progress=NOTHING), "evaluate_many.progress", "progress=tqdm"),
    (lambda: score(NOTHING, 1, policy=LKJIP), "score.target", "Target(indicator, 80)"),
    (lambda: score(target(1), 1, policy=NOTHING), "score.policy", "policy=LKJIP"),
    (lambda: progress(NOTHING, policy=LKJIP), "progress.agreement", "Agreement('PK-1', ...)"),
    (lambda: progress(agreement([target(1)]), policy=LKJIP, projection=NOTHING), "progress.projection", ""),
    (
        lambda: progress(agreement([target(1)]), policy=LKJIP, through=NOTHING),
        "progress.through",
        "Period.quarter(2025, 2)",
    ),
    (
        lambda: progress(agreement([target(1)]), NOTHING, policy=LKJIP),
        "progress.realizations",
        "[Realization('IKU-1', 80)]",
    ),
    (
        lambda: progress(agreement([target(1)]), [NOTHING], policy=LKJIP),
        "progress.realizations[0]",
        "Realization('IKU-1', 80)",
    ),
    (lambda: rank(NOTHING), "rank.evaluations", "[evaluate(agreement, realizations, policy=LKJIP)]"),
    (lambda: rank([DONE, NOTHING]), "rank.evaluations[1]", "evaluate(agreement, realizations, policy=LKJIP)"),
    (
        lambda: rank([DONE], reading=NOTHING),
        "rank.reading",
        "agreements_from_rows(rows, columns=columns, year=2025)",
    ),
    (lambda: Ranking(NOTHING), "Ranking.entries", "[rank(evaluations).entries[0]]"),
    (
        lambda: compare_years(NOTHING),
        "compare_years.years",
        "[evaluate(agreement, realizations, policy=LKJIP)]",
    ),
    (lambda: compare_years([DONE, NOTHING]), "compare_years.years[1]", ""),
    (lambda: compare_years([DONE], medium_term=NOTHING), "compare_years.medium_term", "{'IKU-1': 95}"),
    (lambda: compare_years([DONE], national=NOTHING), "compare_years.national", "{'IKU-1': 95}"),
    (lambda: inverse(NOTHING, 90, policy=LKJIP), "inverse.target", "Target(indicator, 80)"),
    (lambda: inverse(target(1), 90, policy=NOTHING), "inverse.policy", "LKJIP"),
    (lambda: inverse(target(date(2025, 1, 31)), 90, policy=LKJIP), "inverse[IKU-1]", ""),
    (lambda: inverse(target(1), NOTHING, policy=LKJIP), "inverse.wanted", ""),
    (
        lambda: panel_score("Inovasi", [], rule=NOTHING),
        "panel_score.rule",
        "PanelRule('inovasi', low=0, high=100, trim=1, minimum=5)",
    ),
    (lambda: panel_score(NOTHING, [], rule=RULE), "panel_score.subject", ""),
    (
        lambda: panel_score("Inovasi", NOTHING, rule=RULE),
        "panel_score.ratings",
        "[PanelRating('Inspektur', 80)]",
    ),
    (
        lambda: panel_score("Inovasi", [NOTHING], rule=RULE),
        "panel_score.ratings[0]",
        "PanelRating('Inspektur', 80)",
    ),
    (lambda: panel_score("Inovasi", [("A", 1, 2)], rule=RULE), "panel_score.ratings", "('Inspektur', 80)"),  # type: ignore[list-item]
    (lambda: parse_graded(NOTHING), "parse_graded.text", ""),
    (lambda: parse_graded("A"), "parse_graded.text", ""),
    (
        lambda: GradedNumber("A", 80).value_for(NOTHING),
        "GradedNumber.value_for",
        "Target(indicator, Level('A'))",
    ),
    (lambda: GradedNumber("A", 80).value_for(target(date(2025, 1, 31))), "GradedNumber.value_for", ""),
    (lambda: GradedNumber("A", 80).check(NOTHING), "GradedNumber.check.scale", "AKIP_88_2021"),
    (
        lambda: PercentileBands([("A", 100)], ties="up").labels(NOTHING),
        "PercentileBands.labels.ranking",
        "rank(evaluations)",
    ),
    (lambda: Quotas(at_most=[("S", 20)]).check(NOTHING), "Quotas.check.labels", "['Baik']"),
    (lambda: Quotas(at_most=[("S", 20)]).check(["S", NOTHING]), "Quotas.check.labels[1]", "'Baik'"),
    (lambda: Quotas(at_most=[(NOTHING, 20)]), "Quotas.at_most", "['Kurang']"),
    (lambda: Quotas(at_least=[(("S", ""), 20)]), "Quotas.at_least", ""),
    (lambda: Quotas(at_least=[((), 20)]), "Quotas.at_least", "(('D', 'E'), 10)"),
    (lambda: Quotas(at_least=[("S", -1)]), "Quotas.at_least", "20"),
    (Quotas, "Quotas", "at_most=[('S', 20)], at_least=[(('D', 'E'), 10)]"),
    (lambda: PercentileBands([("A", NOTHING)], ties="up"), "PercentileBands.bands", ""),
    (lambda: PercentileBands([("", 100)], ties="up"), "PercentileBands.bands", ""),
    (lambda: PercentileBands([], ties="up"), "PercentileBands.bands", "[('A', 20), ('B', 80)]"),
    (lambda: GradeScale([("x", "A")], closed="lower"), "GradeScale.bands", ""),
    (lambda: GradeScale([(0, "")], closed="lower"), "GradeScale.bands", ""),
    (lambda: GradeScale([], closed="lower"), "GradeScale.bands", ""),
    (lambda: FIVE_BANDS.grade(NOTHING), "GradeScale.grade", ""),
    (lambda: FIVE_BANDS.interval(NOTHING), "GradeScale.interval", ""),
    (lambda: GradeScale.from_bands(NOTHING, closed="lower"), "GradeScale.from_bands", "[(60, 75, 'Cukup')]"),
    (lambda: GradeScale.from_bands([NOTHING], closed="lower"), "GradeScale.from_bands", "(60, 75, 'Cukup')"),
    (lambda: MET_OR_REASON.find("late"), f"Lookup[{MET_OR_REASON.id}]", ""),
    (lambda: Lookup("x", inputs=[("", "b")], table=[]), "Lookup.inputs", ""),
    (lambda: Lookup("x", inputs=[NOTHING], table=[]), "Lookup.inputs", "[('late', 'on_time')]"),
    (lambda: Lookup("x", inputs=[("a",)], table=[(NOTHING, 1)]), "Lookup.table", "[(('on_time',), 100)]"),
    (lambda: Lookup("x", inputs=[("a",)], table=[(("",), 1)]), "Lookup.table", ""),
    (lambda: Lookup("x", inputs=[("a",)], table=[(("a",), NOTHING)]), "Lookup.table", ""),
    (lambda: Lookup("x", inputs=[("a",)], table=[NOTHING]), "Lookup.table", "(('on_time',), 100)"),
    (lambda: Lookup("x", inputs=[("a",)], table=[]), "Lookup[x]", ""),
    (lambda: Lateness("x", FALLING).value(NOTHING), "Lateness.value", ""),
    (
        lambda: HIGHER_IS_BETTER.exact(NOTHING),
        "Formula.exact",
        "Measurement(realization=8, target=10)",
    ),
    (lambda: Formula.from_canonical(NOTHING), "Formula", ""),
    (lambda: Formula("x", R / T, at_target=1, direction="up", breaks=[NOTHING]), "Formula", "2 * T"),
    (lambda: Linear([(NOTHING, 1)]), "Formula", ""),
    (lambda: Linear([("R", NOTHING)]), "Formula", ""),
    (lambda: Linear([NOTHING]), "Linear.terms", "('R', 100)"),
    (lambda: Cases([NOTHING], otherwise=R), "Cases.branches", "(R <= T, 100 * R / T)"),
    (lambda: Cases(NOTHING, otherwise=R), "Cases.branches", "[(R <= T, 100 * R / T)]"),
    (lambda: Piecewise.through(NOTHING), "Piecewise.through", "[(0, 0)]"),
    (lambda: Piecewise.through([NOTHING]), "Segment.point", "(80, 70)"),
    (lambda: Piecewise([]), "Piecewise", ""),
    (lambda: Piecewise([Segment(None, (0, 0), (1, 1))], jumps=NOTHING), "Piecewise.jumps", "[60]"),
    (lambda: Segment(None, (0, NOTHING), (1, 1)), "Segment.point", ""),
    (lambda: Segment(None, (NOTHING, 0), (1, 1)), "Segment.point", ""),
    (lambda: Segment(None, (0, 0), (0, 1)), "Segment", ""),
    (lambda: LKJIP.evolve(x=1), "Policy.evolve", ""),  # type: ignore[call-arg]
    (lambda: LKJIP.evolve(id=LKJIP.id, carry="rounded"), "Policy.id", ""),
    (lambda: quarters_picture(NOTHING, "IKU-1"), "quarters_picture.evaluation", "evaluate(agreement, policy=LKJIP)"),
    (lambda: grades_picture(NOTHING), "grades_picture.evaluations", "[evaluate(agreement, policy=LKJIP)]"),
    (lambda: grades_picture([DONE, NOTHING]), "grades_picture.evaluations[1]", ""),
    (lambda: Reason("needs", [(1, 2, 3)]), "Reason.arguments", "('days', 3)"),  # type: ignore[list-item]
    (lambda: Reason("needs", [("what", 0.5)]), "Reason.arguments", ""),  # type: ignore[list-item]
    (lambda: Reason("needs"), "Reason[needs].arguments", ""),
]


@pytest.mark.parametrize(
    ("make", "path", "example"), ARGUMENTS, ids=[f"{at}-{path}" for at, (_, path, _) in enumerate(ARGUMENTS)]
)
def test_each_argument_refuses_by_its_name(make: Callable[[], object], path: str, example: str) -> None:
    """So do the arguments of functions, and the parts of what stands in a field."""
    error = refusal(make)
    assert error.path == path
    assert example_in(error) == example


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (DONE.rows, "Evaluation.rows.numbers"),
        (refused().rows, "NotEvaluated.rows.numbers"),
        (
            progress(agreement([target(1)]), policy=LKJIP, through=Period.quarter(2025, 1)).totals,
            "Progress.totals.numbers",
        ),
        (rank([DONE]).rows, "Ranking.rows.numbers"),
        (compare_years([DONE]).rows, "Comparison.rows.numbers"),
        (panel_score("Inovasi", [], rule=RULE).rows, "PanelScore.rows.numbers"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_each_form_of_numbers_is_refused_by_its_place(made: Callable[..., object], path: str) -> None:
    """Rows are written with decimals or with text, and with nothing else."""
    assert refusal(made, numbers="float").path == path
