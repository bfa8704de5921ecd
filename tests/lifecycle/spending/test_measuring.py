"""Outputs with their money under one form: the worked examples, what is missing, and what looks copied."""

import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Absorption, Budget, BudgetLine, format_number
from sakip.errors import InvalidValueError
from sakip.lifecycle import (
    LKJIP_DIFFERENCE,
    LKJIP_RATIO,
    PMK_214_2017_EFFICIENCY,
    UNIT_COST_EFFICIENCY,
    Efficiency,
    EfficiencyForm,
    Measured,
    Output,
    efficiency,
)


def output(achieved: Any, ceiling: Any, spent: Any, code: str = "KK", **fields: Any) -> Output:
    """An output with a stated achievement and its money."""
    money = Absorption(Decimal(ceiling), None if spent is None else Decimal(spent))
    return Output(code, "Keluaran", stated=achieved, money=money, **fields)


ANNEX = [
    output(122, 4 * 10**9, 38 * 10**8, "KK-1"),
    output(80, 10**9, 975 * 10**6, "KK-2"),
    output(142, 5 * 10**9, 4725 * 10**6, "KK-3"),
]


class TestWorkedExamples:
    @pytest.mark.parametrize(
        ("outputs", "value", "score"),
        [
            (ANNEX, "25.67", "100.00"),
            ([output(100, 100, 92)], "8.00", "70.00"),
            ([output(90, 100, "94.5")], "-5.00", "37.50"),
            ([output(100, 100, 130)], "-30.00", "0.00"),
            ([output(100, 100, 100)], "0.00", "50.00"),
        ],
        ids=str,
    )
    def test_pmk_214_2017(self, outputs: list[Output], value: str, score: str) -> None:
        """E over all outputs and its value: the annex, and our own for the value."""
        found = efficiency(outputs, form=PMK_214_2017_EFFICIENCY)
        assert (found.value, found.score, found.reason) == (Decimal(value), Decimal(score), None)

    def test_lkjip(self) -> None:
        """98.07 achieved with 91.50 spent is 6.57 points and a ratio of 1.07; 95 with 97 is not efficient."""
        outputs = [output("98.07", 10000, 9150, "P1"), output(95, 100, 97, "P2")]
        points, ratios = (efficiency(outputs, form=form) for form in (LKJIP_DIFFERENCE, LKJIP_RATIO))
        assert [(row.value, row.label) for row in points] == [
            (Decimal("6.57"), "Efisien"),
            (Decimal("-2.00"), "Tidak Efisien"),
        ]
        assert [row.value for row in ratios] == [Decimal("1.07"), Decimal("0.98")]
        assert (points.value, points.reason, points.score) == (None, "row-by-row", None)

    def test_older_form(self) -> None:
        """The mean of what a unit cost less: half the volume for half the money is no saving."""
        half = Output("A", "A", volume=Measured(10, 5), money=Absorption(Decimal(100), Decimal(50)))
        cheap = Output("B", "B", volume=Measured(10, 10), money=Absorption(Decimal(100), Decimal(80)))
        found = efficiency([half, cheap], form=UNIT_COST_EFFICIENCY)
        assert [row.value for row in found] == [0, 20]
        assert (found.value, found.score) == (Decimal("10.00"), Decimal("75.00"))

    def test_on_budget_lines(self) -> None:
        """The money is the line's, with its parts added up."""
        lines = [
            BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=1000),
            BudgetLine("1.02.01", "Obat", kind="activity", ceiling=600, realization=540),
            BudgetLine("1.02.02", "Alat", kind="activity", ceiling=400, realization=380),
        ]
        found = efficiency([Output.of_line(Budget(lines), "1.02", stated=100)], form=PMK_214_2017_EFFICIENCY)
        assert found.value == Decimal("8.00")


class TestMissing:
    @pytest.mark.parametrize(
        ("one", "reason", "codes"),
        [
            (Output("X", "X", stated=100), "no-budget", ("EFF-NO-BUDGET",)),
            (output(100, 100, None), "not-realized", ("EFF-MISSING",)),
            (output(100, 0, 0), "ceiling-zero", ("EFF-MISSING",)),
            (Output("X", "X", money=Absorption(Decimal(100), Decimal(92))), "not-measured", ("EFF-MISSING",)),
            (output(0, 100, 92), "nothing-achieved", ("EFF-MISSING",)),
        ],
    )
    def test_one_without_a_number(self, one: Output, reason: str, codes: tuple[str, ...]) -> None:
        """An output that lacks money or achievement has none, by name, and is never left out in silence."""
        found = efficiency([one], form=PMK_214_2017_EFFICIENCY)
        (row,) = found
        assert (row.value, row.exact, row.reason, row.label) == (None, None, reason, None)
        assert found.check().codes() == codes
        assert f"[{reason}]" in found.text("id")

    def test_the_whole_waits(self) -> None:
        """With one output unknown the whole has no number; nothing achieved for money spent counts against it."""
        without = efficiency([*ANNEX, Output("X", "X", stated=100)], form=PMK_214_2017_EFFICIENCY)
        assert (without.value, without.score, without.reason) == (None, None, "incomplete")
        nothing = efficiency([output(100, 100, 80, "A"), output(0, 100, 10, "B")], form=PMK_214_2017_EFFICIENCY)
        assert nothing.value == Decimal("10.00")
        assert efficiency([], form=PMK_214_2017_EFFICIENCY).reason == "no-outputs"


class TestFindings:
    @pytest.mark.parametrize(
        ("achieved", "spent", "codes"),
        [
            ("92.00", 92, ("EFF-SAME",)),
            ("92.01", 92, ()),
            ("91.99", 92, ()),
            ("99.99", "99.99", ("EFF-SAME",)),
            (100, 100, ()),
            (0, 0, ()),
        ],
    )
    def test_an_achievement_that_equals_its_absorption(self, achieved: Any, spent: Any, codes: tuple[str, ...]) -> None:
        """To the second decimal the one may be a copy of the other, but for all of everything and nothing at all."""
        assert efficiency([output(achieved, 100, spent)], form=LKJIP_DIFFERENCE).check().codes() == codes

    def test_nothing_to_measure(self) -> None:
        """Nothing was checked where there is nothing, under any form."""
        for form in (PMK_214_2017_EFFICIENCY, LKJIP_RATIO):
            assert efficiency([], form=form).check().codes() == ("EFF-NO-OUTPUTS",)

    def test_an_output_that_stands_twice(self) -> None:
        """Its money would be counted as often."""
        found = efficiency([ANNEX[0], ANNEX[1], ANNEX[0]], form=LKJIP_DIFFERENCE).check()
        assert [(one.code, one.subject) for one in found] == [("EFF-TWICE", "outputs[KK-1]")]
        assert found.findings[0].text("id") == "Keluaran KK-1 ada 2 kali, sehingga uangnya terhitung berulang"

    @pytest.mark.parametrize(
        ("codes", "found"),
        [
            (("1.02", "1.02.01"), ("EFF-PART",)),
            (("1.02.01.05", "1.02"), ("EFF-PART",)),
            (("1.02.01", "1.02.02"), ()),
            (("1.02", "1.021"), ()),
        ],
    )
    def test_a_line_and_its_part(self, codes: tuple[str, str], found: tuple[str, ...]) -> None:
        """The money of a part is in that of the whole; a form that only sets rows side by side may show both."""
        outputs = [output(100, 100, 92, code) for code in codes]
        assert efficiency(outputs, form=PMK_214_2017_EFFICIENCY).check().codes() == found
        assert efficiency(outputs, form=LKJIP_DIFFERENCE).check().codes() == ()

    @pytest.mark.parametrize(
        ("achieved", "ceiling", "spent", "codes"),
        [
            (100, 100, 0, ("EFF-UNSPENT",)),
            ("0.01", 100, 0, ("EFF-UNSPENT",)),
            (100, 100, "0.01", ()),
            (0, 100, 0, ()),
            (100, 100, None, ("EFF-MISSING",)),
            (100, 0, 0, ("EFF-MISSING",)),
        ],
    )
    def test_achieved_without_spending(self, achieved: Any, ceiling: Any, spent: Any, codes: tuple[str, ...]) -> None:
        """A zero that stands for nothing filled would be the best efficiency of all."""
        assert efficiency([output(achieved, ceiling, spent)], form=LKJIP_DIFFERENCE).check().codes() == codes

    @pytest.mark.parametrize(
        ("spent", "codes"),
        [(80, ()), ("79.99", ("EFF-CLAMPED",)), (120, ()), ("120.01", ("EFF-CLAMPED",))],
    )
    def test_a_value_at_its_limit(self, spent: Any, codes: tuple[str, ...]) -> None:
        """Both limits: 20 and -20 are within, beyond them the value is held and that is said."""
        assert efficiency([output(100, 100, spent)], form=PMK_214_2017_EFFICIENCY).check().codes() == codes


@given(
    st.lists(st.tuples(st.integers(1, 200), st.integers(1, 500), st.integers(0, 500)), min_size=1, max_size=5),
    st.data(),
)
def test_less_money_or_more_achieved_is_never_less_efficient(
    rows: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    """Under every form, and for the whole where there is one."""
    at = data.draw(st.integers(0, len(rows) - 1))
    achieved, ceiling, spent = rows[at]
    better = list(rows)
    better[at] = data.draw(st.integers(achieved, 300)), ceiling, data.draw(st.integers(0, spent))
    for form in (PMK_214_2017_EFFICIENCY, LKJIP_DIFFERENCE, LKJIP_RATIO):
        before, after = (efficiency([output(*row) for row in each], form=form) for each in (rows, better))
        olds, news = [row.exact for row in before], [row.exact for row in after]
        for old, new in [*zip(olds, news, strict=True), (before.exact, after.exact)]:
            assert old is None or new is None or old <= new


def test_shown() -> None:
    """Money the Indonesian way, the formula and the source below; labels only where the form has some."""
    text = efficiency(ANNEX, form=PMK_214_2017_EFFICIENCY).text("id")
    assert "KK-1 Keluaran" in text
    assert "4.000.000.000" in text
    assert "Seluruhnya: 25,67 %" in text
    assert "Nilai efisiensi: 100,00" in text
    assert "(dari sumber kedua)" in text
    assert "Sebutan" not in text
    assert "Efisien" in efficiency(ANNEX, form=LKJIP_RATIO).text("en")
    hostile = Output("<b>", "<b>", stated=1)
    assert "<b>" not in efficiency([hostile], form=LKJIP_RATIO)._repr_html_()


def test_rows() -> None:
    """One row an output; numbers as text where that is asked for."""
    found = efficiency(ANNEX[:1], form=LKJIP_DIFFERENCE)
    assert found.rows(numbers="text") == [
        {
            "code": "KK-1",
            "name": "Keluaran",
            "ceiling": "4000000000",
            "spent": "3800000000",
            "absorption": "95.00",
            "achievement": "122.00",
            "efficiency": "27.00",
            "label": "Efisien",
            "reason": None,
        }
    ]
    assert efficiency([Output("X", "X", stated=1)], form=LKJIP_RATIO).rows()[0]["ceiling"] is None
    assert (len(found), pickle.loads(pickle.dumps(found))) == (1, found)
    assert found == Efficiency(LKJIP_DIFFERENCE, (ANNEX[0],))


def test_a_form_of_your_own() -> None:
    """How many decimals an achievement enters with is the form's."""
    third = Output("A", "A", volume=Measured(3, 1), money=Absorption(Decimal(100), Decimal(33)))
    whole = EfficiencyForm(
        "bulat", title=LKJIP_DIFFERENCE.title, kind="difference", words=LKJIP_DIFFERENCE.words, carries=0
    )
    assert [row.value for form in (LKJIP_DIFFERENCE, whole) for row in efficiency([third], form=form)] == [
        Decimal("0.33"),
        Decimal("0.00"),
    ]


@pytest.mark.parametrize("arguments", [(["KK"], LKJIP_RATIO), (5, LKJIP_RATIO), ([], "lkjip")], ids=str)
def test_refused(arguments: tuple[Any, Any]) -> None:
    """Arguments of another kind."""
    outputs, form = arguments
    with pytest.raises(InvalidValueError):
        efficiency(outputs, form=form)


PROGRAMMES = (
    "Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
    "Pemenuhan Upaya Kesehatan Perorangan dan Upaya Kesehatan Masyarakat",
    "Peningkatan Kapasitas Sumber Daya Manusia Kesehatan",
    "Sediaan Farmasi, Alat Kesehatan dan Makanan Minuman",
    "Pemberdayaan Masyarakat Bidang Kesehatan",
    "Pengelolaan Pendidikan",
    "Penyelenggaraan Jalan",
    "Pengelolaan Sumber Daya Air (SDA)",
    "Perlindungan dan Jaminan Sosial",
)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("ceiling", [10**10, 98_765_432_109, 9_876_543_210_987])
@pytest.mark.parametrize("form", [LKJIP_DIFFERENCE, PMK_214_2017_EFFICIENCY], ids=lambda form: form.id)
def test_nine_programmes_are_a_table(lang: Any, ceiling: int, form: EfficiencyForm) -> None:
    """Names fold and rupiah stand in full: each programme begins one line that holds all of its numbers."""
    budget = Budget(
        BudgetLine(f"1.02.{at:02}", name, kind="programme", ceiling=ceiling, realization=ceiling - 10**9)
        for at, name in enumerate(PROGRAMMES, start=1)
    )
    found = efficiency([Output.of_line(budget, line.code, stated=85) for line in budget], form=form)
    lines = found.text(lang).splitlines()
    assert max(map(len, lines)) <= 80
    assert len([line for line in lines if set(line) == {"-", " "}]) == 1
    for row in found:
        (line,) = (line for line in lines if line.startswith(row.output.code))
        assert format_number(ceiling, lang=lang) in line
        assert format_number(row.value or 0, decimals=2, lang=lang) in line
