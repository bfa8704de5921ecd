from fractions import Fraction

import pytest

from sakip.cascade.rollup.units import conversion, whole_of


@pytest.mark.parametrize(
    ("child", "parent", "factor"),
    [
        ("orang", "Org.", 1),
        ("%", "persen", 1),
        ("ribu orang", "orang", 1000),
        ("orang", "ribu orang", Fraction(1, 1000)),
        ("Rp (juta)", "Rp", 1_000_000),
        ("juta rupiah", "Rp miliar", Fraction(1, 1000)),
        ("triliun Rp", "rupiah", 10**12),
        ("ribu", "orang", None),
        ("ribu orang", "ribu dokumen", None),
        ("%", "rupiah", None),
        ("", "orang", None),
    ],
)
def test_words_say_how_many_of_one_are_the_other(child: str, parent: str, factor: object) -> None:
    """Words say how many of one are the other."""
    assert conversion(child, parent) == factor


def test_there_and_back_again_is_one() -> None:
    """There and back again is one."""
    there, back = conversion("juta rupiah", "Rp miliar"), conversion("Rp miliar", "juta rupiah")
    assert there is not None
    assert back is not None
    assert there * back == 1


@pytest.mark.parametrize(
    ("unit", "whole"),
    [
        ("%", 100),
        ("% (persen)", 100),
        ("\u2030", 1000),
        ("per mil", 1000),
        ("poin persen", None),
        ("", None),
        (None, None),
    ],
)
def test_some_units_count_parts_of_a_whole(unit: str | None, whole: int | None) -> None:
    """Some units count parts of a whole."""
    assert whole_of(unit) == whole
