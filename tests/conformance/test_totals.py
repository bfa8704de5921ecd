"""Totals, shares and budgets printed beside the rows."""

from collections.abc import Iterable
from fractions import Fraction

import pytest

from sakip import (
    Agreement,
    Indicator,
    Objective,
    Party,
    Realization,
    Target,
    evaluate,
    parse_number,
    score,
)
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import Score, Weights
from tests.conformance.published import TABLES, Convention, Table, label
from tests.conformance.recompute import agrees, number, percent, recompute

SHEET = TABLES["lke-akip-88-2021-pa-binjai"]


def _sum(texts: Iterable[str], convention: Convention) -> Fraction:
    return sum((Fraction(number(text, convention)) for text in texts), Fraction(0))


def _weighted(
    objectives: Iterable[tuple[str, Iterable[tuple[str, str, str]]]], convention: Convention
) -> tuple[Score, list[Score]]:
    """Evaluate (name, weight, value) triples, each value against 100: the total, and each objective."""
    built: list[Objective] = []
    realizations: list[Realization] = []
    for title, entries in objectives:
        targets = []
        for name, weight, value in entries:
            code = f"{len(realizations) + 1}"
            indicator = Indicator(code, name, polarity="maximize")
            targets.append(Target(indicator, 100, weight=number(weight, convention)))
            realizations.append(Realization(code, number(value, convention)))
        built.append(Objective(title, targets))
    agreement = Agreement("PUBLISHED", year=2021, first_party=Party("Kepala"), objectives=built)
    relative = LKJIP.evolve(weights=Weights(total=None, per="objective", absent="refuse"))
    found = evaluate(agreement, realizations, policy=relative)
    return found.score, [objective.score for objective in found.objectives]


@pytest.mark.parametrize(
    ("name", "part", "whole", "printed"),
    [share for table in TABLES.values() for share in table.facts.get("shares", ())],
)
def test_shares_of_labels(name: str, part: str, whole: str, printed: str) -> None:
    """The share of indicators with one label is printed to two decimals."""
    indicator = Indicator("SHARE", name, polarity="maximize")
    found = score(Target(indicator, parse_number(whole)), parse_number(part), policy=LKJIP)
    assert agrees(found, Fraction(parse_number(printed)))


def test_weights_add_up() -> None:
    """The six criteria weights of Pasuruan and the twelve that reproduce the evaluation sheet add up to 100."""
    pasuruan = TABLES["pasuruan-bappeda-iku-2021"].facts
    assert _sum(pasuruan["weights"], "id") == 100
    assert [parse_number(text) for text in pasuruan["good_document"]] == [80, 100]
    assert _sum((row.target for row in SHEET.rows), "en") == 100


def test_value_of_budget_performance() -> None:
    """Four parts give the budget performance value 87,93 under the weights of PMK 22/2021; the text misquotes it."""
    table = TABLES["puslatbang-kmp-lan-nka-2021"]
    parts = [(row.indicator.name, row.target, row.realization) for row in table.of_kind("no-percentage")]
    total, _ = _weighted([("Nilai kinerja anggaran", parts)], "id")
    assert total.exact == Fraction("87.92791")
    assert agrees(total, Fraction(parse_number(table.facts["total"])))
    (row,) = table.of_status("reproduced")
    assert row.realization == table.facts["total"]
    assert percent(table, row) != Fraction(parse_number(table.facts["text_of_report"]))
    efficiency = (Fraction(parse_number(parts[1][2])) - 50) * 20 / 50
    assert round(efficiency, 2) == Fraction(parse_number(table.facts["efficiency"]))


def test_components_of_the_evaluation_sheet() -> None:
    """The four components of the sheet add up to 87.80, which is an A."""
    objectives = [
        (title, [(SHEET.rows[n].indicator.name, SHEET.rows[n].target, SHEET.rows[n].printed) for n in rows])
        for title, rows, _ in SHEET.facts["components"]
    ]
    printed = [Fraction(number(text, "en")) for _, _, text in SHEET.facts["components"]]
    _, components = _weighted(objectives, "en")
    for (_, entries), component, expected in zip(objectives, components, printed, strict=True):
        assert component.exact is not None
        assert component.exact * _sum((weight for _, weight, _ in entries), "en") / 100 == expected
    total, _ = _weighted([("AKIP", [entry for _, entries in objectives for entry in entries])], "en")
    assert total.exact is not None
    assert total.exact == sum(printed) == Fraction(number(SHEET.facts["total"], "en"))
    assert AKIP_88_2021.grade(total.exact) == SHEET.facts["grade"]


def test_weights_shown_on_the_evaluation_sheet() -> None:
    """Six weights shown on the sheet are not the ones it uses, two scores exceed them, and its own total is wrong."""
    shown = [Fraction(number(text, "en")) for text in SHEET.facts["shown_weights"]]
    used = [Fraction(number(row.target, "en")) for row in SHEET.rows]
    scores = [Fraction(number(row.realization, "en")) for row in SHEET.rows]
    differing = [n for n in range(12) if shown[n] != used[n]]
    assert differing == [3, 4, 5, 6, 9, 11]
    assert [n for n in differing if scores[n] > shown[n]] == [5, 11]
    printed, grade = SHEET.facts["self_assessment"]
    assert sum(shown) == Fraction("107.5")
    assert sum(shown) != Fraction(number(printed, "en"))
    assert AKIP_88_2021.grade(Fraction(number(printed, "en"))) == grade


def test_efficiency_made_of_absorption() -> None:
    """Three absorption figures over a divisor of four give the printed 74,03, and so a value beyond its own scale."""
    table = TABLES["itjen-lakip-2019-efisiensi"]
    total = _sum((row.printed for row in table.rows), "id")
    printed = Fraction(parse_number(table.facts["efficiency"]))
    wrong = total / int(table.facts["divisor"])
    assert wrong == Fraction("74.0275")
    assert abs(wrong - printed) < Fraction(1, 200)
    assert len(table.rows) != int(table.facts["divisor"])
    value = 50 + printed * 50 / 20
    assert value.__floor__() == parse_number(table.facts["efficiency_value"])
    assert value > 100


def test_cap_of_the_treasury() -> None:
    """Index 4 of 3,25 is 123 percent and is printed as 120 in all seven periods; the base data are uncapped."""
    table = TABLES["kanwil-djpb-sulut-iku-6bn-2023"]
    assert {row.printed for row in table.rows} == {"120"}
    assert {recompute(table, row).achievement for row in table.rows} == {Fraction(1600, 13)}
    (part, whole, printed) = table.facts["base_data"][0]
    indicator = Indicator("REKON", table.rows[0].indicator.name, polarity="maximize")
    found = score(Target(indicator, parse_number(whole)), parse_number(part), policy=LKJIP)
    assert agrees(found, Fraction(parse_number(printed)))


def test_budget_lines_add_up() -> None:
    """The two programmes of Boyolali are the printed total to the rupiah."""
    facts = TABLES["cascade-bpbd-boyolali-2026"].facts
    assert _sum(facts["budget_lines"], "id") == Fraction(parse_number(facts["budget_total"]))


def test_programmes_add_up_to_their_field() -> None:
    """In each of four years the social programmes of Banyuwangi add up to their field, in budget and in spending."""
    table = TABLES["banyuwangi-renstra-2025-2029-dinsosppkb"]
    money = [row for row in table.rows if row.indicator.money]
    for year in ("2021", "2022", "2023", "2024"):
        field, *programmes = [row for row in money if row.period == year]
        assert _sum((row.target for row in programmes), "en") == Fraction(number(field.target, "en"))
        assert _sum((row.realization for row in programmes), "en") == Fraction(number(field.realization, "en"))


def test_visible_programmes_are_part_of_direct_spending() -> None:
    """The twelve programmes visible in Ogan Ilir stay below the direct spending printed over them."""
    table = TABLES["disdik-ogan-ilir-lkip-2016-anggaran"]
    direct, indirect = (parse_number(table.facts[name]) for name in ("direct_spending", "indirect_spending"))
    assert _sum((row.target for row in table.rows), "id") == 14187239546
    assert 14187239546 < direct < indirect


def test_absorption_lies_between_its_extremes() -> None:
    """National absorption lies between the highest and the lowest province."""
    facts = TABLES["kemenkes-kesga-lakip-2017"].facts
    low, high = parse_number(facts["lowest"]), parse_number(facts["highest"])
    assert all(low < parse_number(printed) < high for _, printed in facts["absorption"])


@pytest.mark.parametrize("table", [TABLES["pps-bitung-triwulan-iv-2019"]], ids=label)
def test_average_of_hidden_rows(table: Table) -> None:
    """Six of sixteen indicators are visible, so the printed total of 102,02 cannot be reproduced, and is not."""
    assert len(table.rows) < table.facts["indicators_in_report"]
    mean = _sum((row.printed for row in table.rows), "id") / len(table.rows)
    assert abs(mean - Fraction(parse_number(table.facts["average"]))) > 1


def test_share_behind_a_rounded_cell() -> None:
    """331 of 4.404.700 people are 0,0075 percent; the table prints 0,01, and neither gives the printed 198,58."""
    table = TABLES["lampung-lkj-2015-kesehatan"]
    part, whole, printed = (Fraction(parse_number(text)) for text in table.facts["share"])
    assert round(100 * part / whole, 4) == printed
    (row,) = (row for row in table.rows if row.number == 2)
    target = Target(Indicator("HIV", row.indicator.name, polarity=row.indicator.polarity), parse_number(row.target))
    for realization in (row.realization, table.facts["share"][2]):
        assert not agrees(score(target, parse_number(realization), policy=LKJIP), percent(table, row))
