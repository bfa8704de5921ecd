from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from sakip import BPK_OPINIONS, Components, Level, NotApplicable, Period, Realization
from sakip.cascade import Attribution, Group, NodeFacts
from sakip.cascade.explaining.share_table import leaf_rows, leaf_table, rows, table
from sakip.errors import InvalidValueError
from tests.cascade.making import TOP, family, report_on, target

QUARTERS = Period.year(2025).parts("quarter")


def attributed(*actuals: Any, kind: str = "sum", polarity: str = "maximize", top: Any = 95, **more: Any) -> Attribution:
    """Three children of a parent that promised 105."""
    children = [target(f"A-{at}", value, polarity=polarity) for at, value in enumerate((40, 35, 25), 2)]
    done = {(f"KABID-{at}", f"A-{at}"): value for at, value in enumerate(actuals, 2) if value is not None}
    parent = target("T", 105, polarity=polarity)
    cascade = family(parent, *children, kind=kind, realizations={TOP: top, **done}, **more)
    return report_on(cascade).attribute(TOP)


def test_table_in_both_languages() -> None:
    """From what is reported over the children to what was planned; every row reads from expected to became."""
    found = attributed(38, 36, 20)
    assert table(found, "id").text() == (
        "KADIS/T: realisasi 95 dari target 105, selisih -10 keluarga\n\n"
        "Bagian            Seharusnya  Menjadi  Andil\n"
        "----------------  ----------  -------  -----\n"
        "Pelaporan atasan          94       95     +1\n"
        "Kinerja bawahan          100       94     -6\n"
        "  KABID-2/A-2             40       38     -2\n"
        "  KABID-3/A-3             35       36     +1\n"
        "  KABID-4/A-4             25       20     -5\n"
        "Perencanaan              105      100     -5\n"
        "JUMLAH                   105       95    -10"
    )
    assert table(found, "en").rows[0] == ("Reporting of the parent", "94", "95", "+1")
    assert table(found, "en").title == "KADIS/T: 95 delivered of a target of 105, a difference of -10 keluarga"


def test_what_is_not_known_is_said() -> None:
    """A missing number is no zero: the parts that rest on it have a dash, and what they explain stands in a row."""
    found = table(attributed(38, None, 20), "id")
    assert found.rows[0] == ("Pelaporan atasan", "–", "95", "–")
    assert found.rows[3] == ("  KABID-3/A-3", "35", "belum dilaporkan", "–")
    assert found.rows[-2] == ("Belum terurai", "", "", "+2")
    assert found.notes == ("Tidak terurai seluruhnya: ada angka bawahan yang belum diketahui",)
    assert table(attributed(38, None, 20), "en").rows[3][2] == "not reported"


def test_notes_say_how_to_read_it() -> None:
    """Lower is better, a child left out, a year to date and a share outside the cascade are named."""
    absent = [Realization("A-4", NotApplicable("Tidak ada kegiatan"))]
    found = attributed(38, 36, absent, polarity="minimize", groups=[Group(parent=TOP, other=5, other_actual=4)])
    shown = table(found, "en")
    assert shown.notes == (
        "Lower is better: a positive share is a loss",
        "Not applicable, so counted on neither side: KABID-4/A-4; what they promised is now missing from the plan",
    )
    assert shown.rows[4] == ("  outside the cascade", "5", "4", "-1")
    quarter = Period.quarter(2025, 1)
    cascade = family(target("T", 3, consolidation="sum"), target("A", 3, consolidation="sum"))
    to_date = report_on(cascade, through=quarter).attribute(TOP)
    assert table(to_date, "id").notes == (
        "Tidak terurai seluruhnya: ada yang dijanjikan untuk setahun saja, tanpa lintasan target sampai periode ini",
        "Target dan realisasi sampai Triwulan I 2025; target menurut lintasannya",
    )


def test_what_has_no_target_to_date_shows_what_was_delivered() -> None:
    """The number is there, and the target has a dash."""
    quarter = Period.quarter(2025, 1)
    top = evolve(target("T", 40, consolidation="sum"), trajectory=[(part, 10) for part in QUARTERS])
    done = {TOP: [Realization("T", 8, period=quarter)], ("KABID-2", "A"): [Realization("A", 8, period=quarter)]}
    cascade = family(top, target("A", 40, consolidation="sum"), realizations=done)
    shown = table(report_on(cascade, through=quarter).attribute(TOP), "id")
    assert shown.title == "KADIS/T: realisasi 8 dari target 10, selisih -2 keluarga"
    assert shown.rows[2] == ("  KABID-2/A", "–", "8", "–")
    assert shown.rows[-2] == ("Belum terurai", "", "", "-2")


def test_levels_are_named() -> None:
    """Of an ordinal indicator the levels are written, and the shares are levels."""
    opinion: dict[str, Any] = {"scale": BPK_OPINIONS, "unit": None}
    children = [target("A-2", Level("WTP"), **opinion), target("A-3", Level("WTP"), **opinion)]
    done = {
        TOP: [Realization("T", Level("WDP"))],
        ("KABID-2", "A-2"): [Realization("A-2", Level("WDP"))],
        ("KABID-3", "A-3"): [Realization("A-3", Level("WTP-DPP"))],
    }
    cascade = family(target("T", Level("WTP"), **opinion), *children, kind="minimum", realizations=done)
    shown = table(report_on(cascade).attribute(TOP), "id")
    assert shown.title == "KADIS/T: realisasi WDP dari target WTP, selisih -2 tingkat"
    assert shown.rows[2:4] == (("  KABID-2/A-2", "WTP", "WDP", "-1,5"), ("  KABID-3/A-3", "WTP", "WTP-DPP", "-0,5"))
    assert shown.notes == (
        "Yang menahan nilai ini: KABID-2/A-2",
        "Bila KABID-2/A-2 memenuhi janjinya: WTP-DPP",
        "Bila juga KABID-3/A-3: WTP",
    )
    innocent = attributed(40, 35, 20, kind="minimum")
    assert table(innocent, "en").notes[-1] == "Without a share: KABID-2/A-2, KABID-3/A-3"


def test_rate_and_mix_have_columns() -> None:
    """A pooled ratio shows both parts of each share; rounded shares say where the exact ones are."""
    done = [Components(38, 50, per=100), Components(36, 40, per=100), Components(20, 30, per=100)]
    planned = [(20, 50), (14, 40), (10, 40)]
    facts = [
        NodeFacts((f"KABID-{at}", f"A-{at}"), planned=Components(above, below, per=100))
        for at, (above, below) in enumerate(planned, 2)
    ]
    found = attributed(*done, kind="pool", nodes=facts)
    shown = table(found, "id")
    assert [column.head for column in shown.columns[3:]] == ["Andil", "Capaian sendiri", "Komposisi"]
    assert all(len(row) == 6 for row in shown.rows)
    assert "dibulatkan di sini" in shown.notes[-1]
    assert "dibulatkan di sini" in leaf_table(found, "id").notes[-1]
    assert rows(found, "text")[1]["rate"] not in {None, "0"}


def test_rows_hold_exact_numbers() -> None:
    """As text a number is exact; as a Decimal it has at most six decimals."""
    found = attributed(40, 35, 24, kind="mean", top=33)
    text, plain = rows(found, "text"), rows(found, "decimal")
    assert list(text[0]) == ["term", "node", "target", "actual", "state", "coefficient", "amount", "rate", "mix"]
    assert [row["term"] for row in text] == ["reporting", *["performance"] * 3, "planning"]
    assert (text[3]["amount"], text[3]["coefficient"]) == ("-1/3", "1/3")
    assert plain[3]["amount"] == Decimal("-0.333333")
    assert leaf_rows(found, "text")[-1] == {"node": "KABID-4/A-4", "term": "performance", "amount": "-1/3"}
    outside = attributed(40, 35, 25, groups=[Group(parent=TOP, other=5, other_actual=5)])
    assert [(row["term"], row["node"]) for row in rows(outside, "text")][4] == ("outside", "KADIS/T")


def test_rows_read_from_expected_to_became() -> None:
    """94 of the children became the 95 of the parent, and of the 105 of the parent 100 were handed on."""
    found = attributed(38, 36, [Realization("A-4", 20)], groups=[Group(parent=TOP, other=5, other_actual=3)])
    told = [tuple(row.values()) for row in rows(found, "text")]
    assert told == [
        ("reporting", "KADIS/T", "97", "95", "given", None, "-2", None, None),
        ("performance", "KABID-2/A-2", "40", "38", "given", "1", "-2", None, None),
        ("performance", "KABID-3/A-3", "35", "36", "given", "1", "1", None, None),
        ("performance", "KABID-4/A-4", "25", "20", "given", "1", "-5", None, None),
        ("outside", "KADIS/T", "5", "3", "given", "1", "-2", None, None),
        ("planning", "KADIS/T", "105", "105", "given", None, "0", None, None),
    ]


@pytest.mark.parametrize("made", [rows, leaf_rows])
def test_unknown_forms_are_refused(made: Any) -> None:
    """Numbers are Decimals or texts."""
    with pytest.raises(InvalidValueError):
        made(attributed(40, 35, 25), "float")


@pytest.mark.parametrize("made", [table, leaf_table])
def test_unknown_languages_are_refused(made: Any) -> None:
    """The tables are written in two languages."""
    with pytest.raises(InvalidValueError):
        made(attributed(40, 35, 25), "fr")


def test_leaf_table() -> None:
    """Each cause is named in words, and the total stands below."""
    shown = leaf_table(attributed(38, 36, 20), "en")
    assert shown.rows[0] == ("KADIS/T", "reporting", "+1")
    assert shown.rows[-1] == ("TOTAL", "", "-10")
    assert leaf_table(attributed(38, 36, 20), "id").rows[1] == ("KADIS/T", "perencanaan", "-5")


def test_names_are_inert() -> None:
    """A name from a form is text, in a terminal and in a notebook."""
    hostile = "<script>alert(1)</script>"
    found = report_on(family(target("T", 3), target(hostile, 3))).attribute(TOP)
    assert "<script>" not in found._repr_html_()
    assert "&lt;script&gt;" in found._repr_html_()
