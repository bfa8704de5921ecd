"""The forms that are known, each under its own name and with its source."""

from fractions import Fraction

import pytest

from sakip.lifecycle import (
    LKJIP_DIFFERENCE,
    LKJIP_DIFFERENCE_5,
    LKJIP_RATIO,
    PMK_214_2017_EFFICIENCY,
    UNIT_COST_EFFICIENCY,
    EfficiencyForm,
)

FORMS = (LKJIP_DIFFERENCE, LKJIP_DIFFERENCE_5, LKJIP_RATIO, PMK_214_2017_EFFICIENCY, UNIT_COST_EFFICIENCY)


def test_each_has_a_name_and_a_source() -> None:
    """No two forms share a name, and each says how sure its source is."""
    assert len({form.id for form in FORMS}) == len(FORMS)
    assert {form.id: form.reference.certainty for form in FORMS if form.reference is not None} == {
        "lkjip-selisih": "memory",
        "lkjip-selisih-5": "secondary",
        "lkjip-rasio": "memory",
        "pmk-214-2017-efisiensi": "secondary",
        "efisiensi-biaya-satuan": "read",
    }


@pytest.mark.parametrize(
    ("form", "efficiency", "label"),
    [
        (LKJIP_DIFFERENCE, "6.57", "Efisien"),
        (LKJIP_DIFFERENCE, "0.01", "Efisien"),
        (LKJIP_DIFFERENCE, 0, "Tidak Efisien"),
        (LKJIP_DIFFERENCE, -2, "Tidak Efisien"),
        (LKJIP_DIFFERENCE_5, 8, "Efisien"),
        (LKJIP_DIFFERENCE_5, "5.01", "Efisien"),
        (LKJIP_DIFFERENCE_5, 5, "Cukup Efisien"),
        (LKJIP_DIFFERENCE_5, "-4.99", "Cukup Efisien"),
        (LKJIP_DIFFERENCE_5, -5, "Tidak Efisien"),
        (LKJIP_RATIO, "1.07", "Efisien"),
        (LKJIP_RATIO, 1, "Tidak Efisien"),
        (LKJIP_RATIO, "0.98", "Tidak Efisien"),
        (PMK_214_2017_EFFICIENCY, 8, None),
    ],
)
def test_labels(form: EfficiencyForm, efficiency: str | int, label: str | None) -> None:
    """Both sides of each edge; as much achieved as spent is not efficient."""
    assert form.label(Fraction(efficiency)) == label
