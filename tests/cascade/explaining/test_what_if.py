import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, Realization
from sakip.cascade.explaining.what_if import Compensation, Move, WhatIf
from sakip.errors import InvalidValueError, UnknownCodeError
from tests.cascade.making import TOP, family, report_on, target


def asked(aim: Any, *actuals: Any, kind: str = "sum", cell: Any = "actual", **fields: Any) -> WhatIf:
    """What would have to change below a parent whose children delivered this much, and promised ten each."""
    children = [target(f"A-{at}", 10, **fields) for at, _ in enumerate(actuals, 2)]
    done = {(f"KABID-{at}", f"A-{at}"): value for at, value in enumerate(actuals, 2) if value is not None}
    cascade = family(target("T", aim, **fields), *children, kind=kind, realizations=done)
    return report_on(cascade).what_if(TOP, cell)


def test_text_in_both_languages() -> None:
    """What is needed, by child, in the smallest set and most evenly."""
    found = asked(24, 10, 5, 5)
    assert found.text() == (
        "KADIS/T: bawahan menghasilkan 20 dari target 24, perlu +4 keluarga\n\n"
        "Bawahan      Sekarang  Bila sendiri  Perubahan  Cukup  Kelonggaran\n"
        "-----------  --------  ------------  ---------  -----  -----------\n"
        "KABID-2/A-2        10            14         +4     ya            0\n"
        "KABID-3/A-3         5             9         +4     ya            0\n"
        "KABID-4/A-4         5             9         +4     ya            0\n\n"
        "Paling sedikit 1 bawahan perlu berubah: KABID-2/A-2 10 → 14\n"
        "Paling merata, masing-masing berubah paling banyak 20 persen: KABID-2/A-2 10 →\n"
        "12, KABID-3/A-3 5 → 6, KABID-4/A-4 5 → 6"
    )
    assert found.table("en").title == "KADIS/T: the children make 20 of a target of 24, it takes +4 keluarga"
    assert found.table("en").notes[0] == "The fewest that must change, 1: KABID-2/A-2 10 → 14"
    assert found.table("en").rows[0] == ("KABID-2/A-2", "10", "14", "+4", "yes", "0")
    assert found._repr_html_() == found.table().html()


def test_text_of_a_target_that_is_reached() -> None:
    """Nothing is needed: how much each may still lose, and what hid a miss."""
    table = asked(20, 8, 13).table("en")
    assert table.title == "KADIS/T: the children make 21 of a target of 20 keluarga, which is reached"
    assert table.rows == (("KABID-2/A-2", "8", "", "", "", "1"), ("KABID-3/A-3", "13", "", "", "", "1"))
    assert table.notes == ("The miss of KABID-2/A-2 was made up for by KABID-3/A-3 (+3)",)
    free = asked(10, 12, 11, kind="maximum").table("id")
    assert [row[-1] for row in free.rows] == ["bebas", "bebas"]


def test_text_of_what_cannot_be_reached_or_said() -> None:
    """A target out of reach and a number that is not known are said in words."""
    table = asked(-1, 4, 4, polarity="minimize", measure="flow").table("id")
    assert table.rows[0][4] == "tidak"
    assert table.notes == ("Semua bawahan bersama-sama pun tidak cukup: target atasan di luar jangkauan",)
    unknown = asked(20, 4, None).table("en")
    assert unknown.title == "KADIS/T: nothing can be said"
    assert unknown.notes == ("The reason: a number of a child is not known",)
    assert unknown.rows[1] == ("KABID-3/A-3", "–", "", "", "", "–")
    unclear = asked(20, 4, 5, kind="minimum", polarity="stabilize").table("id")
    assert "arah perbaikan" in unclear.notes[0]


def test_levels_are_named() -> None:
    """Of an ordinal indicator levels are written."""
    opinion: dict[str, Any] = {"scale": BPK_OPINIONS, "unit": None}
    children = [target("A-2", Level("WTP"), **opinion)]
    done = {("KABID-2", "A-2"): [Realization("A-2", Level("WDP"))]}
    cascade = family(target("T", Level("WTP"), **opinion), *children, kind="minimum", realizations=done)
    table = report_on(cascade).what_if(TOP).table("id")
    assert table.title == "KADIS/T: bawahan menghasilkan WDP dari target WTP, perlu +2 tingkat"
    assert table.rows == (("KABID-2/A-2", "WDP", "WTP", "+2", "ya", "0"),)
    assert table.notes == ("Paling sedikit 1 bawahan perlu berubah: KABID-2/A-2 WDP → WTP",)


def test_rounded_numbers_say_so() -> None:
    """A number without a last decimal is rounded in the table, and exact in the rows."""
    found = asked(10, 5, 4, kind="mean")
    assert not any("dibulatkan" in note for note in found.table().notes[:1])
    thirds = asked(20, 5, 4)
    assert "dibulatkan di sini" in thirds.table().notes[-1]
    rows = thirds.rows(numbers="text")
    assert [row["plan"] for row in rows] == ["100/9", "80/9"]
    assert [row["plan"] for row in thirds.rows()] == [Decimal("11.111111"), Decimal("8.888889")]
    assert list(rows[0]) == [
        *("node", "now", "needed", "change", "room", "suffices", "numerator", "slack", "fewest", "plan"),
    ]
    assert (rows[0]["fewest"], rows[1]["fewest"], rows[0]["suffices"], rows[0]["change"]) == ("16", None, True, "11")
    with pytest.raises(InvalidValueError):
        thirds.rows(numbers="float")  # type: ignore[arg-type]


def test_one_child_can_be_asked_for() -> None:
    """Its slack, and who made up for its miss; what is no child is named with its like."""
    found = asked(20, 8, 13)
    assert found.slack_of(("KABID-2", "A-2")) == 1
    assert found.compensated_by(("KABID-2", "A-2")) == (Compensation("KABID-3/A-3", 3),)
    assert found.compensated_by(("KABID-3", "A-3")) == ()
    for ask in (found.slack_of, found.compensated_by):
        with pytest.raises(UnknownCodeError) as caught:
            ask(("KABID-9", "A-9"))
        assert caught.value.code == "unknown-child"
        assert caught.value.near


def test_it_is_a_value() -> None:
    """Two of the same are equal, hash alike and survive pickling."""
    found = asked(24, 10, 5, 5)
    assert found == asked(24, 10, 5, 5)
    assert hash(found) == hash(asked(24, 10, 5, 5))
    assert pickle.loads(pickle.dumps(found)) == found
    assert Move("A", 10, 7).change == -3
    assert [one.change for one in asked(24, None, 5).children] == [None, None]


def test_wrong_words_are_refused() -> None:
    """A cell and a language are closed lists."""
    with pytest.raises(InvalidValueError):
        asked(24, 10, cell="goal")
    with pytest.raises(InvalidValueError):
        asked(24, 10).text("fr")  # type: ignore[arg-type]


def test_names_are_inert() -> None:
    """A name from a form is text, in a terminal and in a notebook."""
    children = [target("<b>", 3)]
    html = report_on(family(target("T", 5), *children)).what_if(TOP, "target")._repr_html_()
    assert "<b>" not in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(("lang", "more"), [("id", "dan 1 lagi"), ("en", "and 1 more")])
def test_long_lists_are_cut_in_the_language_of_the_table(lang: Any, more: str) -> None:
    """Thirteen siblings that made up for a miss, and thirteen moves of a plan."""
    hidden = asked(133, 3, *[11] * 13).table(lang)
    assert [more in note for note in hidden.notes] == [True]
    plan = asked(15, *[1] * 13).table(lang)
    assert [more in note for note in plan.notes if note.count("→") > 1] == [True]


def test_a_single_rounded_number_is_said_to_be_rounded() -> None:
    """Also where it only stands in the column of what each needs alone."""
    links = [{"weight": 1}, {"weight": 3}]
    children = [target(f"A-{at}", 10) for at in (2, 3)]
    done = {("KABID-2", "A-2"): 5, ("KABID-3", "A-3"): 0}
    cascade = family(target("T", 6), *children, kind="weighted", links=links, realizations=done)
    alone = report_on(cascade).what_if(TOP)
    assert [one.needed for one in alone.children] == [24, Fraction(19, 3)]
    assert [one.needed for one in (*(alone.fewest or ()), *(alone.plan or ()))] == [24, 24]
    assert "dibulatkan di sini" in alone.table().notes[-1]
