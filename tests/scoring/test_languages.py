"""What is said in one language holds no word and no number of the other; where none is asked for it is Indonesian."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from sakip import (
    BPK_OPINIONS,
    AwaitingRelease,
    Components,
    Evaluation,
    Level,
    NotApplicable,
    NotReported,
    Period,
    Range,
    Realization,
    Reference,
    compare_years,
    evaluate,
    evaluate_many,
    progress,
    rank,
)
from sakip.policies import AKIP_88_2021, HIGHER_IS_BETTER, KMK_127_2026, LKJIP, LKJIP_WEIGHTED, PERMENPANRB_8_2021
from sakip.scoring import (
    REASONS,
    B,
    Cap,
    Cases,
    CheckedRule,
    Floor,
    Formula,
    GeometricMean,
    GradeScale,
    Lateness,
    Maximum,
    Mean,
    Minimum,
    NotScored,
    PanelRule,
    PercentileBands,
    Piecewise,
    Policy,
    R,
    RatioOfSums,
    Reason,
    Round,
    Segment,
    Stage,
    Sum,
    T,
    WeightedMean,
    grades_picture,
    panel_score,
    quarters_picture,
)
from tests.languages import assert_each_language_is_by_itself, sayings
from tests.scoring.making import agreement, evaluated, judged, ratio, refused, target

ASKED = ("basis", "explain", "picture", "settings", "summary", "svg", "table", "text")
QUARTERS = Period.year(2025).parts("quarter")
EACH = LKJIP.evolve(id="x", periods="score_each", at_ceiling="120.5", carry="rounded", minimum_status="draft")
ZERO = LKJIP.evolve(
    id="x", not_reported="scores_zero", indicator=(Floor(0), Cap("110.5"), Round(1)), incomplete="withhold"
)
TENT = Cases([(R <= T, 100 * R / T)], otherwise=100 * (2 * T - R) / T)
FALLING = Piecewise([Segment(None, (0, "99.5"), (1, "99.5")), Segment("0.5", (0, "99.5"), (10, "0.25"))], jumps=["0.5"])
GEOMETRIC = Stage(GeometricMean(), [Round(2)])
RATIOS = Stage(RatioOfSums(), [Round(2)])


def of_all_kinds(policy: Policy, **scope: Any) -> Evaluation:
    """Targets of every kind with decimals, and what may stand in the place of a figure."""
    plan = dict.fromkeys(QUARTERS, "2.5")
    targets = [
        target("10.5", code="A", name="A", unit="%", baseline="2.5", ceiling="10.5"),
        target("0.25", "minimize", code="B", name="B"),
        target(0, "minimize", code="C", name="C", worst_value="9.5"),
        target(Range("8.25", "9.75"), code="D", name="D"),
        target(Level("WTP"), code="E", name="E", scale=BPK_OPINIONS),
        target(date(2025, 5, 31), code="F", name="F"),
        *(target("10.5", code=code, name=code) for code in "GHI"),
        *(
            target("2.5", code=f"J{at}", name=f"J{at}", consolidation=how, trajectory=plan)
            for at, how in enumerate(("sum", "average", "last_level", "last_progress", "minimum", "maximum", "pool"))
        ),
    ]
    delivered = {
        "A": "11.75",
        "B": Components(1, 3, per=100),
        "C": "0.5",
        "D": "8.5",
        "E": Level("WDP"),
        "F": date(2025, 8, 5),
        "G": NotApplicable("x"),
        "H": AwaitingRelease("BPS"),
        "I": NotReported(),
    }
    reported = [Realization(code, value, status="final") for code, value in delivered.items()]
    reported += [
        Realization(
            f"J{at}",
            Components(f"{at}.5", "7.5", per=100) if at == 6 else f"{at + number}.25",
            period=quarter,
            status="verified",
        )
        for at in range(7)
        for number, quarter in enumerate(QUARTERS[: 4 if at else 2])
    ]
    return evaluate(agreement(targets[:6], targets[6:]), reported, policy=policy, **scope)


def weighted(*amounts: Any, policy: Policy = LKJIP_WEIGHTED) -> Evaluation:
    """Two objectives with weights of decimals; None for what was not reported."""
    groups = [[target(10, code=code, name=code, weight=weight)] for code, weight in (("A", "66.75"), ("B", "33.25"))]
    given = [Realization(code, one) for code, one in zip("AB", amounts, strict=False) if one is not None]
    return evaluate(agreement(*groups), given, policy=policy)


# Made in the test that reads them, so that each is made as the code stands there.
EVALUATIONS: dict[str, Callable[[], Evaluation]] = {
    "year": lambda: of_all_kinds(LKJIP),
    "period": lambda: of_all_kinds(LKJIP, period=QUARTERS[0]),
    "through": lambda: of_all_kinds(KMK_127_2026, through=QUARTERS[1]),
    "each": lambda: of_all_kinds(EACH, through=QUARTERS[1]),
    "zero": lambda: of_all_kinds(ZERO),
    "own": lambda: evaluated(
        target("10.5", name="X"),
        given={"IKU-1": "9.75"},
        policy=LKJIP.evolve(
            id="x",
            maximize=CheckedRule(ratio, id="f", at_target=100, direction="up"),
            in_force_from=date(2026, 5, 1),
            reference=Reference("UU 1/2025", article="1", certainty="read"),
            scale=AKIP_88_2021,
        ),
    ),
    "late": lambda: evaluated(
        target(date(2025, 5, 31), name="X"),
        given={"IKU-1": date(2025, 6, 5)},
        policy=LKJIP.evolve(id="x", deadline=Lateness("f", FALLING)),
    ),
    "early": lambda: evaluated(
        target(date(2025, 5, 31), name="X"),
        given={"IKU-1": date(2025, 5, 5)},
        policy=LKJIP.evolve(id="x", deadline=Lateness("f", FALLING)),
    ),
    "ranks": lambda: evaluated(
        target(Level("WTP"), name="X", scale=BPK_OPINIONS),
        given={"IKU-1": Level("WDP")},
        policy=LKJIP.evolve(id="x", ordinal=Formula("f", 100 * R / T, at_target=100, direction="up")),
    ),
    "zero target": lambda: evaluated(
        target(0, name="X"), given={"IKU-1": "7.5"}, policy=LKJIP.evolve(id="x", zero_target="met_is_100")
    ),
    "left out": lambda: evaluated(
        target(0, name="X"), given={"IKU-1": 7}, policy=LKJIP.evolve(id="x", zero_target="exclude")
    ),
    "geometric": lambda: weighted(
        "9.5", "10.25", policy=LKJIP_WEIGHTED.evolve(id="x", objective=GEOMETRIC, total=GEOMETRIC)
    ),
    "sums": lambda: weighted("9.5", "10.25", policy=LKJIP_WEIGHTED.evolve(id="x", objective=RATIOS)),
    "weighted": lambda: weighted("9.5", "10.25"),
    "provisional": lambda: weighted("9.5", None),
    "none": weighted,
    "exactly": lambda: weighted(10, 10),
    "rounds": lambda: weighted("10.00001", "9.99999"),
    "above": lambda: weighted("19.5", "10.25"),
    "near": lambda: evaluated(target(100, name="X"), given={"IKU-1": "90.996"}),
    "below": lambda: evaluated(
        target(100, name="X"), given={"IKU-1": "-5.5"}, policy=LKJIP.evolve(id="x", scale=AKIP_88_2021)
    ),
}
RANKINGS: dict[str, Callable[[], list[Any]]] = {
    "alone": lambda: [judged("99.5"), judged("99.5", code="PK-2"), judged("80.25", office=None)],
    "apart": lambda: [judged("130.5", "80.25"), judged("99.5", None, office="B"), judged(None, office="C"), refused()],
    "geometric": lambda: [judged("99.5", policy=LKJIP.evolve(id="x", objective=GEOMETRIC, total=GEOMETRIC))],
    "through": lambda: [judged("99.5", through=QUARTERS[1])],
}


def years() -> list[Any]:
    """What is said of two years, of which the last has a break, something new and something that ended."""
    old = agreement([target(100, code=code, name=code, unit="%") for code in "ABC"], year=2024)
    new = agreement([target(100, code=code, name=code, unit="orang" if code == "B" else "%") for code in "ABD"])
    found = compare_years(
        [(old, [Realization("A", "80.25")]), (new, [Realization("A", "91.5"), Realization("B", 3)])],
        policy=LKJIP,
        medium_term={"A": "95.5", "X": 1},
        national={"A": "80.5", "X": 1},
    )
    return [found, compare_years([EVALUATIONS["year"]()])]


def parts() -> list[Any]:
    """The rules, steps, scales and reasons by themselves."""
    steps = [Cap("110.5"), Floor("0.5"), Round(1), Round(2, "half_even"), Round(0, "truncate"), FALLING]
    rules = [
        HIGHER_IS_BETTER,
        LKJIP.minimize,
        PERMENPANRB_8_2021.maximize,
        Formula("f", TENT, at_target=100, direction="peak"),
    ]
    rules += [Formula("f", 100 * (R - B) / (T - B), at_target=100, direction="towards-target", then=[Cap("110.5")])]
    rules += [Lateness("f", FALLING), CheckedRule(ratio, id="f", at_target=100, direction="up")]
    scales = [
        GradeScale([(None, "A"), ("60.5", "B")], closed="upper"),
        GradeScale([("0.5", "A"), ("60.5", "B")], closed="lower", reads=1),
    ]
    means = [WeightedMean(), Mean(), Sum(), Minimum(), Maximum(), RatioOfSums(), GeometricMean()]
    bands = [PercentileBands([("A", "19.5"), ("B", "80.5")], ties=ties) for ties in ("up", "down")]
    return [*steps, *rules, *scales, *means, *bands, LKJIP, KMK_127_2026, LKJIP.evolve(carry="rounded"), LKJIP.evolve()]


def panels() -> list[Any]:
    """Panels with a score, without one, and with raters who are too far apart."""
    rule = PanelRule("x", low="0.5", high="99.5", trim=1, minimum=3, tolerance="9.5", reference=LKJIP.reference)
    plain = PanelRule("x", low=0, high=100, trim=0, minimum=2)
    given = [[("A", "70.25"), ("B", "80.5"), ("C", "90.75"), ("D", None)], [("A", "70.25")], [("A", 100), ("A", 3)]]
    return [panel_score("X", each, rule=one) for each in given for one in (rule, plain)] + [rule, plain]


def of_evaluation(name: str) -> list[Any]:
    """An evaluation with its indicators, its scores and its reasons."""
    found = EVALUATIONS[name]()
    scores = [one.score for one in (found, *found.objectives, *found)]
    return [found, *found, *scores, *(one.reason for one in scores if one.reason is not None)]


def progressed(name: str) -> list[Any]:
    """The periods of a year, with what is projected."""
    one = EVALUATIONS[name]()
    return [progress(one.agreement, one.realizations, policy=one.policy, through=QUARTERS[2], projection="linear")]


def not_evaluated() -> list[Any]:
    """What is said of input that was refused."""
    pairs: list[Any] = [(agreement(), []), 5, (agreement([target(1, name="X")]), [Realization("Y", 1)])]
    found = list(evaluate_many(pairs, policy=LKJIP))
    return [*found, *(one.score for one in found)]


THINGS: dict[str, Callable[[], list[Any]]] = {
    **{name: partial(of_evaluation, name) for name in EVALUATIONS},
    **{f"rank {name}": lambda made=made: [rank(made())] for name, made in RANKINGS.items()},
    **{f"progress {name}": partial(progressed, name) for name in ("year", "each", "zero", "provisional")},
    "years": years,
    "parts": parts,
    "panels": panels,
    "refused": not_evaluated,
}


@pytest.mark.parametrize("name", THINGS)
def test_each_language_is_by_itself(name: str) -> None:
    """All that is said of scores of every kind; what is asked for without a language is Indonesian."""
    found = list(sayings(THINGS[name](), ASKED))
    assert found
    for say in found:
        assert_each_language_is_by_itself(say)


@pytest.mark.parametrize("name", EVALUATIONS)
def test_pictures_are_in_one_language(name: str) -> None:
    """Those of periods and that of grades; so are the words of steps and shares."""
    found = EVALUATIONS[name]()
    pictures: list[Callable[..., Any]] = [partial(quarters_picture, found, one.code) for one in found]
    for picture in (*pictures, partial(grades_picture, [found, refused()])):
        assert_each_language_is_by_itself(picture)
    told = [step.what for part in (found, *found.objectives, *found) for step in part.steps]
    told += [share.name for share in found.contributions()]
    for text in told:
        assert_each_language_is_by_itself(lambda lang="id", text=text: text.render(lang))


def test_reasons_are_in_one_language() -> None:
    """Whatever fills their places."""
    for code, text in REASONS:
        reason = Reason(code, [(name, "X") for name in sorted(text.names)])
        for told in (reason, NotScored(reason)):
            assert_each_language_is_by_itself(told.text)
