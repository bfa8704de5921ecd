"""Printed grade scales: where they leave a number without a label, and how ours cannot."""

import re
from fractions import Fraction

import pytest

from sakip import parse_number
from sakip.errors import InvalidValueError
from sakip.policies import AKIP_88_2021, LKJIP
from sakip.scoring import GradeScale
from tests.conformance.published import TABLES, Table, label
from tests.conformance.recompute import recompute

SCALES = [table for table in TABLES.values() if "bands" in table.facts]
WHOLE_NUMBERED = [table for table in SCALES if table.id != "maluku-tengah-lkj-2021"]


def _labels(table: Table, value: Fraction) -> list[str]:
    """Return the labels whose printed band holds the value."""
    found = []
    for name, band in table.facts["bands"]:
        opened, low, high, closed = re.fullmatch(r"([\[(])(\d+), (\d+)([\])])", band).groups()  # type: ignore[union-attr]
        above = value >= int(low) if opened == "[" else value > int(low)
        below = value <= int(high) if closed == "]" else value < int(high)
        if above and below:
            found.append(name)
    return found


@pytest.mark.parametrize("table", SCALES, ids=label)
def test_bands_never_overlap(table: Table) -> None:
    """Every whole number up to 100 has one label, save exactly 85 in the scale of Maluku Tengah."""
    without = [whole for whole in range(101) if len(_labels(table, Fraction(whole))) != 1]
    assert without == ([85] if table.id == "maluku-tengah-lkj-2021" else [])


@pytest.mark.parametrize("table", SCALES, ids=label)
def test_bands_end_at_a_hundred(table: Table) -> None:
    """A result above 100, common as it is, has no label."""
    assert _labels(table, Fraction(1001, 10)) == []


@pytest.mark.parametrize("table", WHOLE_NUMBERED, ids=label)
def test_bands_of_whole_numbers_have_gaps(table: Table) -> None:
    """Between the whole-number edges nothing has a label, and such a scale is refused by the library."""
    assert _labels(table, Fraction(181, 2)) == []
    bands = [(*re.findall(r"\d+", band), name) for name, band in table.facts["bands"]]
    with pytest.raises(InvalidValueError) as caught:
        GradeScale.from_bands(bands, closed="lower")
    assert caught.value.code == "scale-gap"


def test_labels_of_lampung() -> None:
    """The labels printed in Lampung are those of the five-band scale, also where the percentage is off."""
    table = TABLES["lampung-lkj-2015-kesehatan"]
    labelled = [row for row in table.rows if row.label]
    assert len(labelled) == 4
    for row in labelled:
        exact = recompute(table, row).exact
        assert exact is not None
        assert LKJIP.scale is not None
        assert re.sub(r" \(S?T\)", "", row.label) == LKJIP.scale.grade(exact)


def test_labels_at_a_hundred() -> None:
    """The commission of Kalimantan Timur calls every 100 % a success."""
    table = TABLES["kpu-kaltim-lkj-2020"]
    assert {(row.label, row.printed) for row in table.rows} == {("Berhasil", "100%")}


def test_cuts_of_the_evaluation_sheet() -> None:
    """The sheet's code gives AA to exactly 90, where PermenPANRB 88/2021 gives A; off the cuts they agree."""
    cuts = reversed(TABLES["lke-akip-88-2021-pa-binjai"].facts["code_cuts"])
    code = GradeScale([(parse_number(cut), letter) for letter, cut in cuts], closed="lower")
    assert code.grade(Fraction(90)) == "AA"
    assert AKIP_88_2021.grade(Fraction(90)) == "A"
    for value in (Fraction(878, 10), Fraction(901, 10), Fraction(45), Fraction(65)):
        assert code.grade(value) == AKIP_88_2021.grade(value)
