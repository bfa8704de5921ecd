from datetime import date
from typing import Any, get_args

import pytest

from sakip import BPK_OPINIONS, Level, NotApplicable, Range, Realization
from sakip.cascade import Cascade, Group, Link
from sakip.cascade.explaining.trace_tree import LinkKind, kind_text, tree
from tests.cascade.making import TOP, family, pk, report_on, target


def shown(cascade: Cascade, cell: Any = "actual", lang: Any = "id") -> str:
    """The tree of the parent's number, on lines that are not broken."""
    trace = report_on(cascade, checks=()).trace(TOP, cell)
    return tree(trace, lang).text(width=200)


def test_in_both_languages() -> None:
    """A label a step: its number, where it comes from, and what its children make."""
    children = [target("A-2", 40, decimals=0), target("A-3", 6, data_source="BPS")]
    done = {TOP: 95, ("KABID-2", "A-2"): [Realization("A-2", 38, status="draft")], ("KABID-3", "A-3"): 7}
    cascade = family(target("T", 100), *children, realizations=done, links=[{"share": "0.5"}, {"factor": 10}])
    assert shown(cascade) == (
        "KADIS/T: realisasi 95 keluarga\n"
        "|   Indikator T; PK-1\n"
        "|   bawahan (jumlah) menjadi 89; selisih 5,75; kelonggaran pembulatan ±0,25\n"
        "|-- 0,5 × KABID-2/A-2: realisasi 38 keluarga (37,5 … 38,5)\n"
        "|   Indikator A-2; PK-2; porsi 0,5; data konsep\n"
        "`-- 10 × KABID-3/A-3: realisasi 7 keluarga\n"
        "    Indikator A-3; PK-3; satuan × 10; sumber: BPS"
    )
    assert "the children (sum) make 89; 5.75 apart; rounding leaves ±0.25" in shown(cascade, lang="en")


def test_of_what_was_amended_the_version_is_said() -> None:
    """Which version counts, of how many, and what both make of each other."""
    first = pk("PK-2", "KABID", "III", "KADIS", target("A", 40))
    later = first.amend(code="PK-2-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"A": 50})
    links = [Link(child=("KABID", "A"), parent=TOP, kind="sum")]
    cascade = Cascade([pk("PK-1", "KADIS", "II", "BUPATI", target("T", 95)), first, later], links)
    assert shown(cascade, "target") == (
        "KADIS/T: target 95 keluarga\n"
        "|   Indikator T; PK-1\n"
        "|   bawahan (jumlah) menjadi 50; selisih 45\n"
        "`-- KABID/A: target 50 keluarga\n"
        "    Indikator A; PK-2-P (versi 2 dari 2)"
    )
    assert shown(cascade, "target", "en") == (
        "KADIS/T: target 95 keluarga\n"
        "|   Indikator T; PK-1\n"
        "|   the children (sum) make 50; 45 apart\n"
        "`-- KABID/A: target 50 keluarga\n"
        "    Indikator A; PK-2-P (version 2 of 2)"
    )


def test_what_agrees_and_what_is_granted() -> None:
    """Numbers that meet are said to; so is a tolerance."""
    group = [Group(parent=TOP, tolerance=2, tolerance_reason="Data survei")]
    cascade = family(target("T", 41), target("A-2", 40), groups=group)
    assert "bawahan (jumlah) menjadi 40; cocok; toleransi ±2" in shown(cascade, "target")


def test_what_is_missing_agrees_with_nothing() -> None:
    """With a number missing nothing is said to agree; what is certain all the same is said."""
    children = [target("A-2", 40, measure="flow"), target("A-3", 40, measure="flow")]
    cascade = family(target("T", 80), *children, realizations={TOP: 30, ("KABID-2", "A-2"): 38})
    text = shown(cascade)
    assert "bawahan (jumlah) menjadi 38 … ∞; 1 bawahan tanpa angka; selisih sedikitnya 8" in text
    assert "KABID-3/A-3: realisasi belum dilaporkan" in text
    cascade = family(target("T", 80), target("A-2", 40), realizations={TOP: 30})
    assert "bawahan (jumlah) menjadi angka yang belum diketahui; 1 bawahan tanpa angka\n" in shown(cascade)
    absent = {("KABID-2", "A-2"): [Realization("A-2", NotApplicable("Tidak ada kegiatan"))]}
    cascade = family(target("T", 80), target("A-2", 40), realizations=absent)
    assert "bawahan tidak digabungkan: tidak satu pun bawahan berlaku" in shown(cascade)


def test_levels_ranges_and_turned_numbers() -> None:
    """Levels are named, a range has two ends, and what enters turned around says so."""
    opinion: dict[str, Any] = {"scale": BPK_OPINIONS, "unit": None}
    cascade = family(target("T", Level("WTP"), **opinion), target("A-2", Level("WDP"), **opinion), kind="minimum")
    assert "KADIS/T: target WTP\n" in shown(cascade, "target")
    assert "bawahan (terendah) menjadi WDP" in shown(cascade, "target")
    assert "KADIS/T: target 2 … 3 keluarga" in shown(family(target("T", Range(2, 3)), target("A-2")), "target")
    turned = family(target("T"), target("A-2"), links=[{"inverse": True}])
    assert "-1 × KABID-2/A-2: target 10 keluarga\n    Indikator A-2; PK-2; dibalik" in shown(turned, "target")
    weighted = family(target("T"), target("A-2"), kind="weighted", links=[{"weight": 3}])
    assert "PK-2; bobot 3" in shown(weighted, "target")


def test_what_stands_above_is_not_written_twice() -> None:
    """The second way to a node says that it is taken apart above."""
    agreements = [pk(f"PK-{name}", name, None, None, target("T")) for name in ("KADIS", "B", "C", "D")]
    pairs = [("B", "KADIS"), ("C", "KADIS"), ("D", "B"), ("D", "C")]
    links = [Link(child=(low, "T"), parent=(high, "T"), kind="sum") for low, high in pairs]
    assert shown(Cascade(agreements, links), "target").count("(rinciannya sudah di atas)") == 1


@pytest.mark.parametrize("wide", [True, False])
def test_very_large_trees_say_what_they_leave_out(wide: bool) -> None:
    """Neither a star nor a chain of 2,500 breaks the tree; what is not shown is counted."""
    names = ["KADIS", *(f"P{at:05d}" for at in range(2500))]
    agreements = [pk(f"PK-{name}", name, None, None, target("T")) for name in names]
    links = [
        Link(child=(name, "T"), parent=("KADIS" if wide else names[at], "T"), kind="sum")
        for at, name in enumerate(names[1:])
    ]
    text = shown(Cascade(agreements, links), "target")
    assert text.endswith(f"`-- … dan {'501' if wide else '2.480'} langkah lagi")


def test_every_arithmetic_has_words() -> None:
    """Each kind of link is named in both languages."""
    words = [kind_text(kind) for kind in get_args(LinkKind)]
    assert len({one.id for one in words}) == len({one.en for one in words}) == len(words)


def test_names_are_inert() -> None:
    """A name from a form is text, in a terminal and in a notebook."""
    cascade = family(target("T"), target("<b>", 3))
    assert "<b>" not in report_on(cascade).trace(TOP)._repr_html_()
    assert "&lt;b&gt;" in report_on(cascade).trace(TOP)._repr_html_()
