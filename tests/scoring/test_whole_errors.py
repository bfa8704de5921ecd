"""Whole errors, word for word: where, what stood there, what is wrong with it and what to write instead."""

from collections.abc import Callable
from datetime import date
from textwrap import fill
from typing import Any

import pytest

from sakip import IntervalSet, Period, Realization, compare_years, evaluate, evaluate_many, progress, rank, score
from sakip.errors import SakipError
from sakip.policies import FIVE_BANDS, HIGHER_IS_BETTER, LKJIP, LKJIP_WEIGHTED, MET_OR_REASON
from sakip.scoring import (
    Cap,
    Cases,
    CheckedRule,
    Condition,
    Floor,
    Formula,
    GeometricMean,
    GradedNumber,
    GradeScale,
    Lateness,
    Linear,
    Lookup,
    Mean,
    Measurement,
    PanelRule,
    PercentileBands,
    Piecewise,
    Quotas,
    R,
    Ratio,
    RatioOfSums,
    Reason,
    Round,
    Segment,
    Stage,
    T,
    Weights,
    grades_picture,
    inverse,
    laws,
    parse_graded,
    quarters_picture,
)
from tests.scoring.making import agreement, evaluated, judged, target

QUARTERS = Period.year(2025).parts("quarter")
ONE = agreement([target(10)])
NOTHING: Any = "x"


def formula(**fields: Any) -> Formula:
    """The usual quotient, with other fields."""
    given: dict[str, Any] = {"id": "f", "expression": 100 * R / T, "at_target": 100, "direction": "up", **fields}
    return Formula(**given)


def panel(**fields: Any) -> PanelRule:
    """The usual panel, with other fields."""
    given: dict[str, Any] = {"id": "p", "low": 0, "high": 100, "trim": 1, "minimum": 3, **fields}
    return PanelRule(**given)


def own(answer: Any) -> Callable[[Measurement], Any]:
    """A rule that gives one answer to everything."""
    return lambda _: answer


def table(**answers: Any) -> Lookup:
    """A decision table on one input."""
    return Lookup("t", inputs=[tuple(answers)], table=[((word,), answer) for word, answer in answers.items()])


MAKERS: dict[str, Callable[[], Any]] = {
    "number to a rule": lambda: laws.check(own("x"), name="f"),
    "reason of a rule": lambda: laws.check(own(Reason("not-reported")), name="f"),
    "unchecked rule": lambda: laws.LawSheet(NOTHING),
    "rule that is none": lambda: CheckedRule(NOTHING, id="f", at_target=100, direction="up"),
    "fixed rule": lambda: laws.check(own(100), name="f"),
    "wrong at target": lambda: laws.check(formula(at_target=90)),
    "rule of another unit": lambda: laws.check(formula(expression=100 + R - T)),
    "rule of the other direction": lambda: laws.check(formula(direction="down")),
    "rule without a value at the target": lambda: laws.check(formula(domain=[R > T, T > 0])),
    "slot of the other polarity": lambda: LKJIP.evolve(minimize=HIGHER_IS_BETTER),
    "slot of ranges": lambda: LKJIP.evolve(maximize_range=HIGHER_IS_BETTER),
    "slot with a function": lambda: LKJIP.evolve(maximize=own(1)),  # type: ignore[arg-type]
    "operator of no formula": lambda: R**2,  # type: ignore[operator]
    "truth of a condition": lambda: bool(R > T),
    "comparison of quotients": lambda: R / T < 1,  # type: ignore[operator]
    "product of two": lambda: R * T,  # type: ignore[operator]
    "symbol": lambda: Linear([("X", 1)]),
    "operator of a condition": lambda: Condition(R, "=="),  # type: ignore[arg-type]
    "condition": lambda: Cases([(R == T, R)], otherwise=T),  # type: ignore[list-item]
    "linear": lambda: Ratio(R / T, T),  # type: ignore[arg-type]
    "over nothing": lambda: Ratio(R, T - T),
    "branches": lambda: Cases([(R > T, R)] * 201, otherwise=T),
    "coefficient read": lambda: Linear.from_canonical({"R": "1e9"}),
    "part read": lambda: Cases.from_canonical({}),
    "formula read": lambda: Formula.from_canonical({}),
    "step read": lambda: Formula.from_canonical({**formula().canonical(), "then": [{}]}),
    "segment read": lambda: Formula.from_canonical(
        {**formula().canonical(), "then": [{"piecewise": {"segments": [{}], "jumps": []}}]}
    ),
    "turn at the target": lambda: formula(turns_at=T),
    "turn of a peak": lambda: formula(direction="peak", turns_at=2 * T),
    "rounding in a formula": lambda: formula(then=[Round(2)]),
    "kept from above the target": lambda: formula(met_from=101),
    "kept from nothing": lambda: formula(met_from=0),
    "number of a formula": lambda: HIGHER_IS_BETTER.inverse(IntervalSet.everything()),
    "image of no set": lambda: HIGHER_IS_BETTER.image(NOTHING, T=80),
    "scale that falls": lambda: GradeScale([(60, "A"), (0, "B")], closed="lower"),
    "label twice": lambda: GradeScale([(0, "A"), (60, "A")], closed="lower"),
    "side of a scale": lambda: GradeScale([(0, "A")], closed="left"),  # type: ignore[arg-type]
    "swapped band": lambda: GradeScale.from_bands([(60, 0, "A")], closed="lower"),
    "gap": lambda: GradeScale.from_bands([(0, "59.99", "A"), (60, 100, "B")], closed="lower"),
    "overlap": lambda: GradeScale.from_bands([(0, 61, "A"), (60, 100, "B")], closed="lower"),
    "label of no band": lambda: FIVE_BANDS.interval("Rendahh"),
    "lateness that rises": lambda: Lateness("l", Piecewise.through([(0, 100), (20, 120)])),
    "lateness that stands still": lambda: Lateness("l", Piecewise.through([(0, 100), (20, 100)])),
    "table that is not total": lambda: Lookup("t", inputs=[("a", "b")], table=[(("a",), 1), (("a",), 2), (("c",), 3)]),
    "word of no table": lambda: MET_OR_REASON.find("late"),
    "table of another question": lambda: LKJIP.evolve(ordinal=table(late=0, on_time=100)),
    "levels that fall": lambda: LKJIP.evolve(ordinal=table(below=0, equal=100, above=90)),
    "deadline that stands still": lambda: LKJIP.evolve(deadline=table(late=100, on_time=100)),
    "kept without a number": lambda: LKJIP.evolve(deadline=table(late=0, on_time=None)),
    "reason": lambda: Reason("x"),
    "argument of a reason": lambda: Reason("needs", [("what", 0.5)]),  # type: ignore[list-item]
    "arguments of a reason": lambda: Reason("withheld", [("x", 1)]),
    "grade of a date": lambda: GradedNumber("A", 80).value_for(target(date(2025, 1, 31))),
    "graded text": lambda: parse_graded("A"),
    "tolerance": lambda: panel(tolerance=-1),
    "panel upside down": lambda: panel(low=100, high=0),
    "panel of nobody": lambda: panel(trim=2),
    "share": lambda: PercentileBands([("A", 101)], ties="up"),
    "bands": lambda: PercentileBands([("A", 20), ("A", 80)], ties="up"),
    "ties": lambda: PercentileBands([("A", 100)], ties="left"),  # type: ignore[arg-type]
    "quota of nobody": lambda: Quotas(at_most=[((), 20)]),
    "no quota": Quotas,
    "quotas that contradict": lambda: Quotas(at_most=[("S", 20)], at_least=[("S", 21)]),
    "rounding of a quota": lambda: Quotas(at_most=[("S", 20)], round_at_most="up"),  # type: ignore[arg-type]
    "vertical segment": lambda: Segment(None, (0, 0), (0, 1)),
    "segments out of order": lambda: Piecewise([Segment(1, (0, 0), (1, 1))]),
    "jumps": lambda: Piecewise([Segment(None, (0, 0), (1, 1)), Segment(1, (1, 5), (2, 6))], jumps=[2]),
    "rounding": lambda: Round(2, "up"),  # type: ignore[arg-type]
    "aggregation": lambda: Stage(NOTHING, [Round(2)]),
    "chain without a rounding": lambda: Stage(Mean(), [Cap(120)]),
    "chain of one number": lambda: Stage(Mean(), [Cap(100), Floor(100), Round(2)]),
    "chain that falls": lambda: Stage(Mean(), [Piecewise.through([(0, 100), (100, 0)]), Round(2)]),
    "geometric mean": lambda: Stage(GeometricMean(), [Cap(100), Round(2)]),
    "sum of weights": lambda: Weights(total=0, per="objective", absent="equal"),
    "group of weights": lambda: Weights(total=1, per="x", absent="equal"),  # type: ignore[arg-type]
    "absent weights": lambda: Weights(total=1, per="objective", absent="x"),  # type: ignore[arg-type]
    "unused weights": lambda: LKJIP_WEIGHTED.evolve(total=Stage(Mean(), [Round(2)])),
    "total of ratios": lambda: LKJIP.evolve(total=Stage(RatioOfSums(), [Round(2)])),
    "zero that is not the least": lambda: LKJIP.evolve(not_reported="scores_zero"),
    "no cap": lambda: LKJIP.evolve(zero_target="cap_if_positive"),
    "ceiling": lambda: LKJIP.evolve(at_ceiling=0),
    "ceiling below the target": lambda: LKJIP.evolve(at_ceiling=99),
    "days of a policy": lambda: LKJIP.evolve(in_force_from=date(2025, 1, 2), in_force_until=date(2025, 1, 1)),
    "setting": lambda: LKJIP.evolve(carri="exact"),  # type: ignore[call-arg]
    "zero target": lambda: LKJIP.evolve(zero_target="x"),  # type: ignore[typeddict-item]
    "incomplete": lambda: LKJIP.evolve(incomplete="x"),  # type: ignore[typeddict-item]
    "not reported": lambda: LKJIP.evolve(not_reported="x"),  # type: ignore[typeddict-item]
    "periods": lambda: LKJIP.evolve(periods="x"),  # type: ignore[typeddict-item]
    "carry": lambda: LKJIP.evolve(carry="x"),  # type: ignore[typeddict-item]
    "minimum status": lambda: LKJIP.evolve(minimum_status="x"),  # type: ignore[typeddict-item]
    "id of another": lambda: LKJIP.evolve(id="lkjip", carry="rounded"),
    "realizations": lambda: evaluate(ONE, 5, policy=LKJIP),  # type: ignore[arg-type]
    "two scopes": lambda: evaluate(ONE, policy=LKJIP, period=QUARTERS[0], through=QUARTERS[1]),
    "scope of another year": lambda: evaluate(ONE, policy=LKJIP, through=Period.quarter(2024, 1)),
    "nothing to judge": lambda: evaluate(agreement(), policy=LKJIP),
    "amount of another": lambda: score(target(1, code="B"), Realization("A", 1), policy=LKJIP),
    "two scopes of many": lambda: evaluate_many([], policy=LKJIP, period=QUARTERS[0], through=QUARTERS[1]),
    "progress of many": lambda: evaluate_many([], policy=LKJIP, progress=NOTHING),
    "indicator": lambda: evaluated(target(10))["IKU-2"],
    "projection": lambda: progress(ONE, policy=LKJIP, projection="quadratic"),  # type: ignore[arg-type]
    "progress of no period": lambda: progress(ONE, policy=LKJIP, through=Period.month(2025, 1)),
    "ranked": lambda: rank([NOTHING]),
    "unlike ranks": lambda: rank([judged(1), judged(1, policy=LKJIP.evolve(carry="rounded"))]),
    "year to compare": lambda: compare_years([NOTHING]),
    "no year": lambda: compare_years([]),
    "one year twice": lambda: compare_years([judged(1), judged(2)]),
    "unlike years": lambda: compare_years([judged(1), judged(2, year=2024, through=Period.quarter(2024, 1))]),
    "no inverse": lambda: inverse(target(date(2025, 1, 31)), 90, policy=LKJIP),
    "graded picture": lambda: grades_picture([NOTHING]),
    "picture of no indicator": lambda: quarters_picture(evaluated(target(10)), "X"),
}


def told(make: Callable[[], Any]) -> str:
    """The text of the error with which something is refused, broken into lines that can be read."""
    with pytest.raises(SakipError) as caught:
        make()
    return "\n".join(fill(line, 110, break_on_hyphens=False) for line in str(caught.value).split("\n"))


TEXTS = {
    "number to a rule": """
rule[f] = 'x': aturan harus memberi Decimal, Fraction, int (paling banyak 64 angka) atau Reason. Hitung dengan
Fraction dari Measurement.
rule[f] = 'x': a rule must return a Decimal, a Fraction, an int (of at most 64 digits) or a Reason. Compute
with the fractions of the Measurement. [rule-result]
""",
    "reason of a rule": """
rule[f] (T = -10, R = -40, reason = Reason(code='not-reported', arguments=(), leaves_out=False)): aturan
memberi alasan milik kebijakan, atau mengeluarkan indikator dari nilai akhir. Kembalikan Reason.own(kalimat).
rule[f] (T = -10, R = -40, reason = Reason(code='not-reported', arguments=(), leaves_out=False)): the rule
gives a reason that is the policy's, or leaves the indicator out of the total. Return Reason.own(sentence).
[law-reason]
""",
    "unchecked rule": """
LawSheet.rule = 'x': fungsi biasa harus diuji dahulu. Tulis laws.check(aturan).
LawSheet.rule = 'x': a plain function must be checked first. Write laws.check(rule). [unchecked-rule]
""",
    "rule that is none": """
CheckedRule.rule = 'x': bukan rumus dan bukan fungsi. Beri Formula atau fungsi (Measurement) -> Decimal.
CheckedRule.rule = 'x': neither a formula nor a function. Give a Formula or a function (Measurement) ->
Decimal. [not-a-rule]
""",
    "fixed rule": """
rule[f] (T = 1/10, R = -1/10, value = 100, R' = 7, value' = 100): yang lebih baik bernilai lebih rendah, atau
nilainya tidak bergerak. Nyatakan arah yang benar, atau batasi domain, misalnya domain=[T > 0].
rule[f] (T = 1/10, R = -1/10, value = 100, R' = 7, value' = 100): better scores less, or the value never
moves. State the right direction, or narrow the domain, for example domain=[T > 0]. [law-direction]
""",
    "wrong at target": """
rule[f] (T = 1/10, R = 1/10, value = 100): pada R = T aturan tidak memberi nilai yang dinyatakannya. Periksa
tanda kurung, atau nyatakan at_target yang benar.
rule[f] (T = 1/10, R = 1/10, value = 100): at R = T the rule does not give the value it states. Check the
brackets, or state the right at_target. [law-at-target]
""",
    "rule of another unit": """
rule[f] (T = -10, R = -40, scale = 1/4): nilai berubah bila satuannya berubah. Bandingkan angka satu sama
lain, bukan dengan tetapan.
rule[f] (T = -10, R = -40, scale = 1/4): the value changes with the unit of measure. Compare the numbers with
each other, not with constants. [law-unit]
""",
    "rule of the other direction": """
rule[f] (T = 1/10, R = -1/10, value = -100, R' = 0, value' = 0): yang lebih baik bernilai lebih rendah, atau
nilainya tidak bergerak. Nyatakan arah yang benar, atau batasi domain, misalnya domain=[T > 0].
rule[f] (T = 1/10, R = -1/10, value = -100, R' = 0, value' = 0): better scores less, or the value never moves.
State the right direction, or narrow the domain, for example domain=[T > 0]. [law-direction]
""",
    "rule without a value at the target": """
rule[f] (T = 1/10, R = 1/10, R' = 101/1000): aturan tidak memberi nilai pada target, atau untuk yang lebih
buruk (R) daripada yang bernilai (R'). Batasi domain pada target, misalnya domain=[T > 0]; nilai terendah
ditulis sebagai Floor.
rule[f] (T = 1/10, R = 1/10, R' = 101/1000): the rule gives no value at the target, or for what is worse (R)
than something that has one (R'). Narrow the domain by the target, for example domain=[T > 0]; write a lowest
value as a Floor. [law-coverage]
""",
    "slot of the other polarity": """
rule[higher-is-better] (polarity = minimize, T = 10, R = 12, value = 120, R' = 10, value' = 100): arah rumus
bertentangan dengan polaritas. Pakai rumus yang arahnya sesuai polaritas.
rule[higher-is-better] (polarity = minimize, T = 10, R = 12, value = 120, R' = 10, value' = 100): the rule's
direction contradicts the polarity. Use a rule whose direction fits the polarity. [law-slot]
""",
    "slot of ranges": """
rule[higher-is-better] (slot = maximize range): aturan tidak memberi nilai di mana pun. Periksa rumus dan
domainnya.
rule[higher-is-better] (slot = maximize range): the rule gives no value anywhere. Check the formula and its
domain. [law-domain]
""",
    "slot with a function": """
Policy.maximize = <own.<locals>.<lambda>>: fungsi biasa harus diuji dahulu. Tulis laws.check(aturan).
Policy.maximize = <own.<locals>.<lambda>>: a plain function must be checked first. Write laws.check(rule).
[unchecked-rule]
""",
    "operator of no formula": """
Formula = '**, //, %, abs, round': rumus hanya mengenal +, -, *, / dan perbandingan. Pilih dengan Cases,
misalnya Cases([(R <= T, T - R)], otherwise=R - T) untuk |R - T|.
Formula = '**, //, %, abs, round': a formula knows +, -, *, / and comparisons alone. Choose with Cases, for
example Cases([(R <= T, T - R)], otherwise=R - T) for |R - T|. [not-a-formula]
""",
    "truth of a condition": """
Formula = 'R - T > 0': perbandingan berantai, 'and', 'or', 'not' dan 'if' tidak membentuk syarat. Tulis tiap
perbandingan sendiri dalam Cases.
Formula = 'R - T > 0': a chained comparison, 'and', 'or', 'not' and 'if' make no condition. Write each
comparison by itself inside Cases. [not-a-formula]
""",
    "comparison of quotients": """
Formula = '(R) / (T)': hasil bagi tidak dibandingkan. Bandingkan pembilangnya: R < T, bukan R / T < 1.
Formula = '(R) / (T)': a quotient is not compared. Compare the numerators: R < T, not R / T < 1.
[not-a-formula]
""",
    "product of two": """
Formula = 'T': hasilnya bukan hasil bagi dari dua ungkapan linear. Kalikan dan bagi dengan angka saja, dan
samakan penyebutnya: 100 * (R + B) / T, bukan R / T + B / T.
Formula = 'T': the result is no quotient of two linear expressions. Multiply and divide by numbers alone, over
one denominator: 100 * (R + B) / T, not R / T + B / T. [not-a-formula]
""",
    "symbol": """
Formula = 'X': lambang tidak dikenal. Pilih salah satu: R, T, B, W, C, LO, HI.
Formula = 'X': unknown symbol. Choose one of R, T, B, W, C, LO, HI. [unknown-symbol]
""",
    "operator of a condition": """
Condition.operator = '==': pembanding tidak dikenal. Pilih salah satu: <, <=, >, >=, !=.
Condition.operator = '==': unknown comparison. Choose one of <, <=, >, >=, !=. [unknown-operator]
""",
    "condition": """
Formula = False: bukan syarat. Tulis misalnya R <= T; == dan != tidak membentuk syarat.
Formula = False: not a condition. Write for example R <= T; == and != make none. [not-a-formula]
""",
    "linear": """
Formula = Ratio(numerator=Linear(terms=(('R', Fraction(1, 1)),), constant=Fraction(0, 1)),
denominator=Linear(terms=(('T', Fraction(1, 1)),), constant=Fraction(0, 1))): bukan ungkapan linear. Tulis
misalnya 2 * T.
Formula = Ratio(numerator=Linear(terms=(('R', Fraction(1, 1)),), constant=Fraction(0, 1)),
denominator=Linear(terms=(('T', Fraction(1, 1)),), constant=Fraction(0, 1))): not a linear expression. Write
for example 2 * T. [not-a-formula]
""",
    "over nothing": """
Formula = '(R) / 0': penyebut selalu nol. Periksa penyebut rumus.
Formula = '(R) / 0': the denominator is always zero. Check the denominator of the formula. [not-a-formula]
""",
    "branches": """
Formula = 201: lebih dari 200 cabang. Tulis konversi bertahap sebagai Piecewise.
Formula = 201: more than 200 branches. Write a conversion by steps as a Piecewise. [not-a-formula]
""",
    "coefficient read": """
Formula = '1e9': bukan bilangan bulat atau pecahan baku. Pakai hasil canonical().
Formula = '1e9': no whole number and no canonical quotient. Use what canonical() wrote. [not-a-formula]
""",
    "part read": """
Formula = {}: data ini bukan bagian rumus. Pakai hasil canonical().
Formula = {}: this is no part of a formula. Use what canonical() wrote. [not-a-formula]
""",
    "formula read": """
Formula = {}: data ini bukan bentuk baku sebuah rumus. Pakai hasil canonical().
Formula = {}: this is not the canonical form of a formula. Use what canonical() wrote. [not-canonical]
""",
    "step read": """
Transform = {}: langkah tidak dikenal. Pakai hasil canonical().
Transform = {}: unknown step. Use what canonical() wrote. [unknown-transform]
""",
    "segment read": """
Transform = {}: langkah tidak dikenal. Pakai hasil canonical().
Transform = {}: unknown step. Use what canonical() wrote. [unknown-transform]
""",
    "turn at the target": """
Formula.turns_at = 'T': titik balik harus kelipatan positif target, bukan target itu sendiri. Tulis misalnya
Decimal('0.76') * T.
Formula.turns_at = 'T': a turn must be a positive multiple of the target, not the target itself. Write for
example Decimal('0.76') * T. [turn-misplaced]
""",
    "turn of a peak": """
Formula.turns_at = '2*T': hanya rumus naik atau turun terhadap satu target yang berbalik arah. Nyatakan
direction='up' atau 'down'.
Formula.turns_at = '2*T': only a rule that goes up or down against one target turns. State direction='up' or
'down'. [turn-misplaced]
""",
    "rounding in a formula": """
Formula.then = (Round(digits=2, mode='half_up'),): langkah rumus hanya Cap, Floor atau Piecewise; pembulatan
bukan bagiannya. Tulis Round dalam rangkaian kebijakan.
Formula.then = (Round(digits=2, mode='half_up'),): the steps of a formula are Cap, Floor or Piecewise;
rounding is no part of it. Write Round in the chain of the policy. [rounding-in-formula]
""",
    "kept from above the target": """
Formula.met_from = Decimal('101'): batas tercapai harus di atas 0 dan paling tinggi nilai pada target, 100.
Tulis misalnya 100, atau None.
Formula.met_from = Decimal('101'): a promise is kept from above 0 and from no more than the value at the
target, 100. Write for example 100, or None. [met-from-misplaced]
""",
    "kept from nothing": """
Formula.met_from = Decimal('0'): batas tercapai harus di atas 0 dan paling tinggi nilai pada target, 100.
Tulis misalnya 100, atau None.
Formula.met_from = Decimal('0'): a promise is kept from above 0 and from no more than the value at the target,
100. Write for example 100, or None. [met-from-misplaced]
""",
    "number of a formula": """
Formula[higher-is-better] = ('T',): rumus memerlukan angka ini. Beri misalnya T=80.
Formula[higher-is-better] = ('T',): the formula needs these numbers. Give for example T=80. [number-missing]
""",
    "image of no set": """
Formula.image = 'x': bukan IntervalSet. Tulis misalnya IntervalSet.of(Interval.closed(0, 100)).
Formula.image = 'x': not an IntervalSet. Write for example IntervalSet.of(Interval.closed(0, 100)).
[wrong-kind]
""",
    "scale that falls": """
GradeScale.bands = ['A', 'B']: batas kelas harus naik dan hanya kelas terendah tanpa batas. Tulis titik potong
naik, misalnya [(None, 'Kurang'), (60, 'Cukup')] dengan closed='lower'.
GradeScale.bands = ['A', 'B']: cuts must rise; only the lowest may be open. Write rising cuts such as [(None,
'Kurang'), (60, 'Cukup')] with closed='lower'. [scale-not-rising]
""",
    "label twice": """
GradeScale.bands = ['A', 'A']: satu label dipakai dua kali. Tulis titik potong naik, misalnya [(None,
'Kurang'), (60, 'Cukup')] dengan closed='lower'.
GradeScale.bands = ['A', 'A']: one label is used twice. Write rising cuts such as [(None, 'Kurang'), (60,
'Cukup')] with closed='lower'. [label-twice]
""",
    "side of a scale": """
GradeScale.closed = 'left': sisi batas tidak dikenal. Pilih salah satu: lower, upper.
GradeScale.closed = 'left': unknown side. Choose one of lower, upper. [unknown-side]
""",
    "swapped band": """
GradeScale.from_bands = 'A 60..0': batas kelas terbalik. Tulis titik potong naik, misalnya [(None, 'Kurang'),
(60, 'Cukup')] dengan closed='lower'.
GradeScale.from_bands = 'A 60..0': swapped bounds. Write rising cuts such as [(None, 'Kurang'), (60, 'Cukup')]
with closed='lower'. [scale-swapped]
""",
    "gap": """
GradeScale.from_bands = 'A ..59.99, B 60..': celah antara A dan B. Tulis titik potong naik, misalnya [(None,
'Kurang'), (60, 'Cukup')] dengan closed='lower'.
GradeScale.from_bands = 'A ..59.99, B 60..': gap between A and B. Write rising cuts such as [(None, 'Kurang'),
(60, 'Cukup')] with closed='lower'. [scale-gap]
""",
    "overlap": """
GradeScale.from_bands = 'A ..61, B 60..': tumpang tindih antara A dan B. Tulis titik potong naik, misalnya
[(None, 'Kurang'), (60, 'Cukup')] dengan closed='lower'.
GradeScale.from_bands = 'A ..61, B 60..': overlap between A and B. Write rising cuts such as [(None,
'Kurang'), (60, 'Cukup')] with closed='lower'. [scale-overlap]
""",
    "label of no band": """
GradeScale.interval = 'Rendahh': label tidak ada. Mungkin maksudnya 'Rendah'; pilih salah satu: Sangat Rendah,
Rendah, Sedang, Tinggi, Sangat Tinggi.
GradeScale.interval = 'Rendahh': no such label. Perhaps 'Rendah' is meant; choose one of Sangat Rendah,
Rendah, Sedang, Tinggi, Sangat Tinggi. [unknown-label]
""",
    "lateness that rises": """
Lateness[l] (0 = 100, 1 = 101): lebih lambat bernilai lebih tinggi, atau terlambat senilai dengan tepat waktu.
Beri kurva yang turun sesudah hari 0, seperti Piecewise.through([(0, 100), (20, 0)]).
Lateness[l] (0 = 100, 1 = 101): more delay is worth more, or late is worth as much as on time. Let it fall, as
Piecewise.through([(0, 100), (20, 0)]) does. [law-direction]
""",
    "lateness that stands still": """
Lateness[l] (0 = 100, 1 = 100): lebih lambat bernilai lebih tinggi, atau terlambat senilai dengan tepat waktu.
Beri kurva yang turun sesudah hari 0, seperti Piecewise.through([(0, 100), (20, 0)]).
Lateness[l] (0 = 100, 1 = 100): more delay is worth more, or late is worth as much as on time. Let it fall, as
Piecewise.through([(0, 100), (20, 0)]) does. [law-direction]
""",
    "table that is not total": """
Lookup[t] = [('b',), ('c',), ('a',)]: ada kombinasi tanpa jawaban, ganda atau asing. Beri tepat satu jawaban
untuk tiap kombinasi.
Lookup[t] = [('b',), ('c',), ('a',)]: combinations without an answer, twice or unknown. Give each combination
exactly one answer. [lookup-not-total]
""",
    "word of no table": """
Lookup[ordinal-met] = ('late',): kombinasi tidak dikenal. Pilih dari (('below', 'equal', 'above'),).
Lookup[ordinal-met] = ('late',): unknown combination. Choose from (('below', 'equal', 'above'),).
[lookup-unknown]
""",
    "table of another question": """
Policy.ordinal = (('late', 'on_time'),): tabel ini menjawab pertanyaan lain. Beri jawaban untuk below, equal,
above.
Policy.ordinal = (('late', 'on_time'),): this table answers another question. Give an answer for below, equal,
above. [lookup-inputs]
""",
    "levels that fall": """
Policy.ordinal[t] (equal = 100, above = 90): yang lebih baik bernilai lebih rendah, tidak bernilai, atau
nilainya tidak bergerak. Beri nilai yang naik menurut urutan below, equal, above; hanya below boleh None.
Policy.ordinal[t] (equal = 100, above = 90): better scores less or not at all, or the value never moves. Give
values that rise in the order below, equal, above; below alone may be None. [law-direction]
""",
    "deadline that stands still": """
Policy.deadline[t] (late = 100, on_time = 100): yang lebih baik bernilai lebih rendah, tidak bernilai, atau
nilainya tidak bergerak. Beri nilai yang naik menurut urutan late, on_time; hanya late boleh None.
Policy.deadline[t] (late = 100, on_time = 100): better scores less or not at all, or the value never moves.
Give values that rise in the order late, on_time; late alone may be None. [law-direction]
""",
    "kept without a number": """
Policy.deadline[t] (late = 0, on_time = None): yang lebih baik bernilai lebih rendah, tidak bernilai, atau
nilainya tidak bergerak. Beri nilai yang naik menurut urutan late, on_time; hanya late boleh None.
Policy.deadline[t] (late = 0, on_time = None): better scores less or not at all, or the value never moves.
Give values that rise in the order late, on_time; late alone may be None. [law-direction]
""",
    "reason": """
Reason.code = 'x': kode alasan tidak dikenal. Pakai Reason.own(kalimat) untuk alasan sendiri.
Reason.code = 'x': unknown reason code. Use Reason.own(sentence) for a reason of your own. [unknown-reason]
""",
    "argument of a reason": """
Reason.arguments = 0.5: isian ini tidak dapat ditulis dalam kalimat. Beri teks, angka tepat atau tanggal.
Reason.arguments = 0.5: this argument cannot be written into a sentence. Give a text, an exact number or a
date. [reason-arguments]
""",
    "arguments of a reason": """
Reason[withheld].arguments = (('x', 1),): isian kurang, lebih atau ganda. Beri tepat satu isian untuk:
missing.
Reason[withheld].arguments = (('x', 1),): arguments are missing, surplus or given twice. Give exactly one
argument for: missing. [reason-arguments]
""",
    "grade of a date": """
GradedNumber.value_for = datetime.date(2025, 1, 31): target tanggal tidak dinilai dengan predikat. Beri
realisasi tanggal.
GradedNumber.value_for = datetime.date(2025, 1, 31): a date is not promised by a grade. Give the realization
as a date. [not-graded]
""",
    "graded text": """
parse_graded.text = 'A': bukan predikat dengan angka dalam kurung. Tulis seperti 'A (80,50)'.
parse_graded.text = 'A': no grade with a number in brackets. Write it as in 'A (80,50)'. [not-graded]
""",
    "tolerance": """
PanelRule.tolerance = -1: selisih yang ditoleransi di bawah nol. Tulis 0 atau lebih, atau kosongkan.
PanelRule.tolerance = -1: the tolerated distance is below zero. Write 0 or more, or leave it out.
[tolerance-negative]
""",
    "panel upside down": """
PanelRule.low = Decimal('100'): skala terbalik, tanpa isi atau terlalu lebar. Tulis misalnya low=0, high=100.
PanelRule.low = Decimal('100'): the scale is upside down, empty or too wide. Write for example low=0,
high=100. [panel-scale]
""",
    "panel of nobody": """
PanelRule.trim = 2: dari 3 penilai tidak ada yang tersisa. Wajibkan sedikitnya 5 penilai, atau kurangi trim.
PanelRule.trim = 2: nothing remains of 3 raters. Ask for at least 5 raters, or lower trim. [panel-trim]
""",
    "share": """
PercentileBands.bands = 101: bagian kelompok adalah persentase, 0 sampai 100. Tulis misalnya 20.
PercentileBands.bands = 101: a share of a group is a percentage, 0 to 100. Write for example 20.
[share-out-of-range]
""",
    "bands": """
PercentileBands.bands = (('A', Decimal('20')), ('A', Decimal('80'))): kelas harus berlabel berbeda, tidak
kosong, dan berjumlah 100 persen. Tulis misalnya [('A', 20), ('B', 80)].
PercentileBands.bands = (('A', Decimal('20')), ('A', Decimal('80'))): bands have labels of their own, are not
empty, and are 100 percent together. Write for example [('A', 20), ('B', 80)]. [bands-not-whole]
""",
    "ties": """
PercentileBands.ties = 'left': perlakuan nilai sama tidak dikenal. Pilih salah satu: up, down.
PercentileBands.ties = 'left': unknown treatment of equal scores. Choose one of up, down. [unknown-ties]
""",
    "quota of nobody": """
Quotas.at_most = (): kuota ini tidak menyebut predikat. Tulis misalnya (('D', 'E'), 10).
Quotas.at_most = (): the quota names no grade. Write for example (('D', 'E'), 10). [no-labels]
""",
    "no quota": """
Quotas = (): tidak ada kuota. Tulis misalnya at_most=[('S', 20)], at_least=[(('D', 'E'), 10)].
Quotas = (): there is no quota. Write for example at_most=[('S', 20)], at_least=[(('D', 'E'), 10)].
[no-quotas]
""",
    "quotas that contradict": """
Quotas = (('S',), ('S',)): kuota paling sedikit melebihi kuota paling banyak untuk predikat yang sama. Tulis
misalnya at_most=[('S', 20)], at_least=[(('D', 'E'), 10)].
Quotas = (('S',), ('S',)): more is asked for at least than is allowed at most for the same grades. Write for
example at_most=[('S', 20)], at_least=[(('D', 'E'), 10)]. [quotas-contradict]
""",
    "rounding of a quota": """
Quotas.round_at_most = 'up': pembulatan kuota tidak dikenal. Pilih salah satu: floor, ceiling.
Quotas.round_at_most = 'up': unknown rounding of a quota. Choose one of floor, ceiling. [unknown-rounding]
""",
    "vertical segment": """
Segment = ((Decimal('0'), Decimal('0')), (Decimal('0'), Decimal('1'))): dua titik pada tempat yang sama. Beri
dua titik yang berbeda.
Segment = ((Decimal('0'), Decimal('0')), (Decimal('0'), Decimal('1'))): two points at the same place. Give two
different points. [segment-vertical]
""",
    "segments out of order": """
Piecewise = (Segment(start=Decimal('1'), first=(Decimal('0'), Decimal('0')), second=(Decimal('1'),
Decimal('1'))),): ruas harus urut dan hanya ruas pertama tanpa awal. Urutkan ruas dari bawah ke atas.
Piecewise = (Segment(start=Decimal('1'), first=(Decimal('0'), Decimal('0')), second=(Decimal('1'),
Decimal('1'))),): segments must rise and only the first lacks a start. Order the segments from below to above.
[piecewise-broken]
""",
    "jumps": """
Piecewise = (Decimal('2'),): lompatan sebenarnya ada di 1. Nyatakan lompatan itu dalam jumps.
Piecewise = (Decimal('2'),): the jumps are really at 1. Declare just these in jumps. [piecewise-broken]
""",
    "rounding": """
Round.mode = 'up': cara pembulatan tidak dikenal. Pilih salah satu: half_up, half_even, truncate.
Round.mode = 'up': unknown rounding mode. Choose one of half_up, half_even, truncate. [unknown-rounding]
""",
    "aggregation": """
Stage.aggregation = 'x': bukan agregasi. Tulis misalnya WeightedMean().
Stage.aggregation = 'x': not an aggregation. Write for example WeightedMean(). [wrong-kind]
""",
    "chain without a rounding": """
Stage.transforms = (Cap(limit=Decimal('120')),): rangkaian terdiri atas Cap, Floor, Piecewise dan Round, yang
terakhir Round. Tambahkan misalnya Round(2) di akhir; angka tepat tetap ada di .exact.
Stage.transforms = (Cap(limit=Decimal('120')),): a chain consists of Cap, Floor, Piecewise and Round, the last
one a Round. Add for example Round(2) at its end; the exact number stays in .exact. [chain-without-rounding]
""",
    "chain of one number": """
Stage.transforms = (Cap(limit=Decimal('100')), Floor(limit=Decimal('100')), Round(digits=2, mode='half_up')):
setiap angka menjadi sama. Tulis Floor yang lebih rendah dari Cap.
Stage.transforms = (Cap(limit=Decimal('100')), Floor(limit=Decimal('100')), Round(digits=2, mode='half_up')):
every number becomes the same. Write a Floor that is below the Cap. [chain-constant]
""",
    "chain that falls": """
Stage.transforms (x = 0, value = 100, x' = 1, value' = 99): konversi ini turun: yang lebih baik bernilai lebih
rendah. Periksa titik-titik konversi.
Stage.transforms (x = 0, value = 100, x' = 1, value' = 99): it falls: better scores less. Check the points of
the conversion. [law-direction]
""",
    "geometric mean": """
Stage.transforms = (Cap(limit=Decimal('100')), Round(digits=2, mode='half_up')): rata-rata geometrik harus
langsung dibulatkan. Tulis Round sebagai langkah pertama.
Stage.transforms = (Cap(limit=Decimal('100')), Round(digits=2, mode='half_up')): a geometric mean must be
rounded at once. Write Round as the first step. [geometric-without-rounding]
""",
    "sum of weights": """
Weights.total = 0: jumlah bobot harus lebih besar dari nol. Tulis misalnya 100, atau None untuk bobot relatif.
Weights.total = 0: a sum of weights must be greater than zero. Write for example 100, or None for relative
weights. [total-not-positive]
""",
    "group of weights": """
Weights.per = 'x': kelompok bobot tidak dikenal. Pilih salah satu: objective, agreement.
Weights.per = 'x': unknown group of weights. Choose one of objective, agreement. [unknown-group]
""",
    "absent weights": """
Weights.absent = 'x': aturan tanpa bobot tidak dikenal. Pilih salah satu: equal, refuse.
Weights.absent = 'x': unknown rule for absent weights. Choose one of equal, refuse. [unknown-absent]
""",
    "unused weights": """
Policy.total = Mean(): rata-rata sasaran mengabaikan bobot antarsasaran, padahal bobot berlaku
per='agreement'. Mulai dari LKJIP_WEIGHTED, tulis total=Stage(WeightedMean(), [Round(2)]), atau
per='objective'.
Policy.total = Mean(): a mean of objectives ignores the weights between them, which hold per='agreement'.
Begin with LKJIP_WEIGHTED, write total=Stage(WeightedMean(), [Round(2)]), or per='objective'. [weights-unused]
""",
    "total of ratios": """
Policy.total = RatioOfSums(): nilai sasaran tidak memiliki realisasi dan target untuk dijumlahkan. Pakai
RatioOfSums di objective saja.
Policy.total = RatioOfSums(): objectives have no realizations and targets to add up. Use RatioOfSums in
objective alone. [total-of-ratios]
""",
    "zero that is not the least": """
Policy.not_reported = 'scores_zero': yang belum dilaporkan bernilai lebih tinggi daripada capaian terburuk,
atau tidak bernilai 0. Tulis Floor(0) dalam indicator sebelum dibulatkan ke 2 desimal (setengah menjauhi nol),
dan jaga agar 0 tetap 0.
Policy.not_reported = 'scores_zero': what was not reported would score more than the worst achievement, or
something else than 0. Write Floor(0) in indicator before it is rounded to 2 decimals (halves away from zero),
and keep 0 at 0. [zero-not-least]
""",
    "no cap": """
Policy.zero_target = 'cap_if_positive': cap_if_positive memerlukan Cap. Tambahkan Cap pada indicator.
Policy.zero_target = 'cap_if_positive': cap_if_positive needs a Cap. Add a Cap to indicator. [cap-missing]
""",
    "ceiling": """
Policy.at_ceiling = 0: nilai janji yang dipenuhi harus lebih besar dari nol. Tulis misalnya 120, atau None.
Policy.at_ceiling = 0: the value of a kept promise must be greater than zero. Write for example 120, or None.
[ceiling-not-positive]
""",
    "ceiling below the target": """
Policy.at_ceiling = Decimal('99'): janji yang dipenuhi bernilai lebih rendah daripada nilai higher-is-better
pada target, 100. Tulis 100 atau lebih, atau None.
Policy.at_ceiling = Decimal('99'): a kept promise is worth less than higher-is-better gives at the target,
100. Write 100 or more, or None. [ceiling-below-target]
""",
    "days of a policy": """
Policy.in_force_until = datetime.date(2025, 1, 1): berakhir sebelum mulai berlaku. Tulis tanggal mulai
2025-01-02.
Policy.in_force_until = datetime.date(2025, 1, 1): it ends before it begins. Write a date from 2025-01-02 on.
[dates-reversed]
""",
    "setting": """
Policy.evolve = 'carri': pengaturan tidak dikenal. Mungkin maksudnya 'carry'; pilih salah satu: id, edition,
title, reference, in_force_from, in_force_until, maximize, minimize, stabilize, maximize_range,
minimize_range, stabilize_range, ordinal, deadline, zero_target, not_reported, incomplete, minimum_status,
at_ceiling, weights, indicator, objective, total, carry, periods, scale, readings.
Policy.evolve = 'carri': unknown setting. Perhaps 'carry' is meant; choose one of id, edition, title,
reference, in_force_from, in_force_until, maximize, minimize, stabilize, maximize_range, minimize_range,
stabilize_range, ordinal, deadline, zero_target, not_reported, incomplete, minimum_status, at_ceiling,
weights, indicator, objective, total, carry, periods, scale, readings. [unknown-setting]
""",
    "zero target": """
Policy.zero_target = 'x': aturan target nol tidak dikenal. Pilih salah satu: not_computable, exclude,
met_is_100, cap_if_positive, worst_value.
Policy.zero_target = 'x': unknown zero-target rule. Choose one of not_computable, exclude, met_is_100,
cap_if_positive, worst_value. [unknown-zero-target]
""",
    "incomplete": """
Policy.incomplete = 'x': aturan untuk data yang belum lengkap tidak dikenal. Pilih salah satu: provisional,
withhold.
Policy.incomplete = 'x': unknown rule for incomplete data. Choose one of provisional, withhold.
[unknown-incomplete]
""",
    "not reported": """
Policy.not_reported = 'x': aturan untuk realisasi yang belum dilaporkan tidak dikenal. Pilih salah satu:
reason, scores_zero.
Policy.not_reported = 'x': unknown rule for missing realizations. Choose one of reason, scores_zero.
[unknown-not-reported]
""",
    "periods": """
Policy.periods = 'x': aturan periode tidak dikenal. Pilih salah satu: consolidate_facts, score_each.
Policy.periods = 'x': unknown rule for periods. Choose one of consolidate_facts, score_each. [unknown-periods]
""",
    "carry": """
Policy.carry = 'x': angka yang diteruskan tidak dikenal. Pilih salah satu: exact, rounded.
Policy.carry = 'x': unknown number to carry. Choose one of exact, rounded. [unknown-carry]
""",
    "minimum status": """
Policy.minimum_status = 'x': status data tidak dikenal. Pilih salah satu: draft, submitted, verified, final.
Policy.minimum_status = 'x': unknown data status. Choose one of draft, submitted, verified, final.
[unknown-status]
""",
    "id of another": """
Policy.id = 'lkjip': kebijakan lkjip sudah ada dengan carry yang lain. Beri id sendiri, atau jangan sebut id.
Policy.id = 'lkjip': there is a policy lkjip already, of another carry. Give it an id of its own, or state
none. [id-of-another]
""",
    "realizations": """
evaluate.realizations = 5: bukan daftar Realization. Tulis [Realization(...)].
evaluate.realizations = 5: not a list of Realization. Write [Realization(...)]. [not-a-list]
""",
    "two scopes": """
evaluate = (Period.quarter(2025, 1), Period.quarter(2025, 2)): beri salah satu dari period dan through, di
dalam tahun perjanjian. Pilih periode di dalam Tahun 2025.
evaluate = (Period.quarter(2025, 1), Period.quarter(2025, 2)): give one of period and through, inside the
agreement's year. Choose a period inside Year 2025. [scope-outside-year]
""",
    "scope of another year": """
evaluate = (None, Period.quarter(2024, 1)): beri salah satu dari period dan through, di dalam tahun
perjanjian. Pilih periode di dalam Tahun 2025.
evaluate = (None, Period.quarter(2024, 1)): give one of period and through, inside the agreement's year.
Choose a period inside Year 2025. [scope-outside-year]
""",
    "nothing to judge": """
agreement[PK-1]: Perjanjian ini tidak memuat satu target pun. Perbaiki temuan itu, lalu nilai lagi.
agreement[PK-1]: The agreement holds no target at all. Repair these findings, then evaluate again.
[input-refused]
""",
    "amount of another": """
score.amount = 'A': realisasi milik indikator lain. Beri realisasi B.
score.amount = 'A': the realization belongs to another indicator. Give a realization of B. [other-indicator]
""",
    "two scopes of many": """
evaluate_many = (Period.quarter(2025, 1), Period.quarter(2025, 2)): beri salah satu dari period dan through.
Hapus salah satunya.
evaluate_many = (Period.quarter(2025, 1), Period.quarter(2025, 2)): give one of period and through. Leave one
of them out. [scope-outside-year]
""",
    "progress of many": """
evaluate_many.progress = 'x': bukan fungsi. Tulis misalnya progress=tqdm.
evaluate_many.progress = 'x': not a function. Write for example progress=tqdm. [wrong-kind]
""",
    "indicator": """
evaluation[PK-1]['IKU-2']: perjanjian ini tidak memuat indikator itu. Yang mirip: IKU-1.
evaluation[PK-1]['IKU-2']: the agreement has no such indicator. Similar ones: IKU-1. [unknown-indicator]
""",
    "projection": """
progress.projection = 'quadratic': cara proyeksi tidak dikenal. Pilih salah satu: linear.
progress.projection = 'quadratic': unknown projection. Choose one of linear. [unknown-projection]
""",
    "progress of no period": """
progress.through = '2025-M01': tidak ada periode dalam Tahun 2025 yang berakhir sampai dengan periode ini.
Pilih periode dalam Tahun 2025.
progress.through = '2025-M01': no period of Year 2025 has ended with this one. Choose a period of Year 2025.
[scope-outside-year]
""",
    "ranked": """
rank.evaluations[0] = 'x': bukan hasil evaluate atau evaluate_many. Tulis misalnya evaluate(agreement,
realizations, policy=LKJIP).
rank.evaluations[0] = 'x': not what evaluate or evaluate_many gives. Write for example evaluate(agreement,
realizations, policy=LKJIP). [wrong-kind]
""",
    "unlike ranks": """
rank.evaluations = ('PK', 'PK'): 'PK' ('lkjip' '1', Tahun 2025) dan 'PK' ('lkjip+carry' '1', Tahun 2025) tidak
sebanding. Nilai semuanya dengan satu kebijakan untuk satu lingkup, atau peringkatkan tiap kelompok sendiri.
rank.evaluations = ('PK', 'PK'): 'PK' ('lkjip' '1', Year 2025) and 'PK' ('lkjip+carry' '1', Year 2025) cannot
be compared. Evaluate all of them by one policy for one scope, or rank each group by itself.
[unlike-evaluations]
""",
    "year to compare": """
compare_years.years[0] = 'x': bukan hasil evaluate, atau pasangan perjanjian dan realisasinya tanpa policy.
Beri hasil evaluate, atau sebutkan policy, misalnya policy=LKJIP.
compare_years.years[0] = 'x': not what evaluate gives, or a pair of an agreement and its realizations without
a policy. Give what evaluate gives, or name the policy, for example policy=LKJIP. [wrong-kind]
""",
    "no year": """
compare_years.years = []: tidak ada tahun untuk dibandingkan. Beri sekurang-kurangnya satu evaluasi.
compare_years.years = []: there is no year to compare. Give at least one evaluation. [no-years]
""",
    "one year twice": """
compare_years.years = ('PK', 'PK'): 'PK' ('lkjip' '1', Tahun 2025) dan 'PK' ('lkjip' '1', Tahun 2025) dari
tahun yang sama. Beri satu evaluasi tiap tahun, dengan satu kebijakan dan lingkup yang sama.
compare_years.years = ('PK', 'PK'): 'PK' ('lkjip' '1', Year 2025) and 'PK' ('lkjip' '1', Year 2025) are of the
same year. Give one evaluation a year, by one policy and of the same scope. [unlike-evaluations]
""",
    "unlike years": """
compare_years.years = ('PK', 'PK'): 'PK' ('lkjip' '1', Tahun 2025) dan 'PK' ('lkjip' '1', sampai dengan
Triwulan I 2024) tidak sebanding. Beri satu evaluasi tiap tahun, dengan satu kebijakan dan lingkup yang sama.
compare_years.years = ('PK', 'PK'): 'PK' ('lkjip' '1', Year 2025) and 'PK' ('lkjip' '1', through Quarter I
2024) are not alike. Give one evaluation a year, by one policy and of the same scope. [unlike-evaluations]
""",
    "no inverse": """
inverse[IKU-1] = datetime.date(2025, 1, 31): target atau aturan ini tidak memiliki kebalikan. Pakai target
angka dan aturan berbentuk Formula.
inverse[IKU-1] = datetime.date(2025, 1, 31): this target or rule has no inverse. Use a number target and a
rule that is a Formula. [no-inverse]
""",
    "graded picture": """
grades_picture.evaluations[0] = 'x': bukan Evaluation atau NotEvaluated. Berikan hasil evaluate atau
evaluate_many.
grades_picture.evaluations[0] = 'x': neither an Evaluation nor a NotEvaluated. Give what evaluate or
evaluate_many returned. [wrong-kind]
""",
    "picture of no indicator": """
evaluation[PK-1]['X']: perjanjian ini tidak memuat indikator itu. Yang ada misalnya: IKU-1.
evaluation[PK-1]['X']: the agreement has no such indicator. There is for example: IKU-1. [unknown-indicator]
""",
}


@pytest.mark.parametrize("name", MAKERS)
def test_whole_error(name: str) -> None:
    """In Indonesian first, then in English, with its code."""
    assert told(MAKERS[name]) == TEXTS[name].strip("\n")
