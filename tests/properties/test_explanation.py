"""The printed explanation recomputes the score."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip import Components, Realization, Target, evaluate, parse_number
from sakip.policies import KMK_127_2026, LKJIP, PERMENPANRB_8_2021, PROGRESS_FROM_BASELINE, TENT
from sakip.scoring import Cap, Floor, Mean, Policy, Reason, Round, Stage, WeightedMean, Weights
from sakip.testing import components, numbers, ranges
from tests.properties.printed import applied, number, rule_value, steps, value
from tests.properties.reference import mean, weighted_mean
from tests.scoring.making import agreement, target

RELATIVE = Weights(total=None, per="objective", absent="equal")
PLAIN = LKJIP.evolve(id="plain", weights=RELATIVE)
REGIONAL = PLAIN.evolve(
    id="regional",
    maximize=PROGRESS_FROM_BASELINE,
    stabilize=TENT,
    indicator=(Floor(0), Cap(120), Round(1, "half_even")),
    objective=Stage(WeightedMean(), [Round(1, "half_even")]),
    total=Stage(Mean(), [Cap(110), Round(2, "truncate")]),
    carry="rounded",
)
POLICIES = (PLAIN, REGIONAL, KMK_127_2026, PERMENPANRB_8_2021)
LANGS = ("id", "en")

AMOUNTS = st.one_of(numbers(-5, 2000), components())
VALUES = st.one_of(numbers(1, 1000), numbers(-20, 20), ranges().filter(lambda bounds: bounds.low > 0))
ROWS = st.tuples(
    st.sampled_from(["maximize", "minimize", "stabilize"]), VALUES, numbers(1, 50), AMOUNTS, numbers(-9, 9)
)


def row(place: int, drawn: tuple[str, object, object, object, object]) -> tuple[Target, Realization]:
    """A target with its realization, from drawn fields."""
    polarity, promised, weight, amount, baseline = drawn
    code = f"I-{place}"
    return target(promised, polarity, code, weight=weight, baseline=baseline), Realization(code, amount)


class TestExplanation:
    """Setiap angka harus dapat dipertanggungjawabkan: whoever reads the explanation must be able to check it.

    With the printed text alone, in either language, each step is done again and gives the next printed number, down
    to the score.
    """

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @settings(max_examples=60)
    @given(drawn=ROWS)
    def test_of_an_indicator(
        self, policy: Policy, lang: str, drawn: tuple[str, object, object, object, object]
    ) -> None:
        """The formula with its numbers gives the first value, each step the next, and the last one is the score."""
        promise, delivered = row(1, drawn)
        evaluation = evaluate(agreement([promise]), [delivered], policy=policy)
        result = evaluation["I-1"]
        if isinstance(result.trace, Reason):
            assert result.trace.code in result.explain(lang)
            return
        lines = result.explain(lang).splitlines()
        first, *others = steps(lines, lang)
        assert first.value == rule_value(first.words, lang) == result.score.achievement
        before = first.value
        for step in others:
            assert step.value == applied(step.words, before, lang)
            before = step.value
        (printed,) = re.findall(r"(?:Nilai|Score): (\S+)", "\n".join(lines))
        assert number(printed, lang) == before == Fraction(result.score.value)

    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.id)
    @settings(max_examples=40)
    @given(groups=st.lists(st.lists(ROWS, min_size=1, max_size=3), min_size=1, max_size=3))
    def test_of_the_total(
        self, policy: Policy, lang: str, groups: list[list[tuple[str, object, object, object, object]]]
    ) -> None:
        """The printed values and weights of the indicators give the printed objectives, and those the printed total."""
        made = [[row(10 * at + place, drawn) for place, drawn in enumerate(group)] for at, group in enumerate(groups)]
        evaluation = evaluate(
            agreement(*([one for one, _ in group] for group in made)),
            [delivered for group in made for _, delivered in group],
            policy=policy,
        )
        head, *blocks = re.split(r"\n\n(?=Sasaran \d)", evaluation.explain(lang))
        objectives = []
        for block in blocks:
            own, *rows = re.split(r"\n\n(?=  I-)", block.partition("\n\nKebijakan")[0].partition("\n\nPolicy")[0])
            found = []
            weights = Fraction(0)
            for one in rows:
                (weight,) = re.findall(r"(?:Bobot|Weight): (\S+)", one)
                weights += number(weight, lang)
                printed = steps(one.splitlines(), lang)
                if printed:
                    found.append((printed[-1 if policy.carry == "rounded" else -2].value, number(weight, lang)))
            self.check_stage(weighted_mean(found) if found else None, own, lang)
            printed = steps(own.splitlines(), lang)
            if printed:
                up = printed[-1].value if policy.carry == "rounded" else weighted_mean(found)
                objectives.append((up, weights))
        by_weight = isinstance(policy.total.aggregation, WeightedMean)
        total = None
        if objectives:
            total = weighted_mean(objectives) if by_weight else mean([one for one, _ in objectives])
        self.check_stage(total, head, lang)

    @staticmethod
    def check_stage(wanted: Fraction | None, text: str, lang: str) -> None:
        """The printed steps of one level begin with the wanted number and end in its score."""
        printed = steps(text.splitlines(), lang)
        if wanted is None:
            assert printed == []
            assert "nothing-known" in text
            return
        first, *others = printed
        assert first.value == wanted or (first.cut_off and abs(first.value - wanted) < Fraction(1, 10**6))
        before = first.value
        for step in others:
            assert step.value == applied(step.words, before, lang)
            before = step.value
        (score,) = re.findall(r"(?:Nilai|Score): (\S+)", text)
        assert number(score, lang) == before

    @pytest.mark.parametrize("lang", LANGS)
    def test_of_many(self, lang: str) -> None:
        """The mean of 400 indicators is no readable quotient: its digits are cut off, and still round to the score."""
        group = [target(100003 + 2 * place, code=f"I-{place}") for place in range(400)]
        delivered = [Realization(f"I-{place}", 99991 + place) for place in range(400)]
        evaluation = evaluate(agreement(group), delivered, policy=LKJIP)
        head = evaluation.explain(lang).partition("\n\n")[0]
        first, last = steps(head.splitlines(), lang)
        assert first.cut_off
        assert len(head) < 1000
        assert 0 <= evaluation.score.exact - first.value < Fraction(1, 10**6)
        assert last.value == applied(last.words, first.value, lang) == Fraction(evaluation.score.value)

    def test_components_are_shown(self) -> None:
        """A realization made of numerator and denominator is printed so, and its exact quotient enters the formula."""
        evaluation = evaluate(agreement([target(50)]), [Realization("IKU-1", Components(1, 3, per=100))], policy=LKJIP)
        text = evaluation["IKU-1"].explain()
        assert "100 × 1 ÷ 3" in text
        assert "100 × (100/3) ÷ 50 = 200/3 (≈ 66,666667)" in text
        assert parse_number("66,67") == evaluation.score.value

    def test_reader_notices_a_wrong_number(self) -> None:
        """The reader of these tests does its own sums: another printed number is not what it finds."""
        assert (
            rule_value("100 × realisasi ÷ target = 100 × 9 ÷ 8", "id") == value("112,5", "id") != value("112,6", "id")
        )
        assert applied("Dibulatkan ke 0 desimal (setengah menjauhi nol)", Fraction(5, 2), "id") == 3
        assert applied("Rounded to 0 decimals (halves to even)", Fraction(5, 2), "en") == 2
