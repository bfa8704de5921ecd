"""The lines as flat rows and as a table."""

from decimal import Decimal

import pytest

from sakip.errors import InvalidValueError
from sakip.review import REVIEW_COLUMNS, review
from sakip.review.tabulation import explained
from tests.review.making import CLEAN, CUT, line, row

NAMES = [name for name, _ in REVIEW_COLUMNS]


def test_keys_are_the_columns() -> None:
    """Of every row, in their order."""
    report = review([*CLEAN, row("0", "1", "2"), row("75%", "92,8", "92,8")])
    assert [list(one) for one in report.rows()] == [NAMES] * 5


def test_cells() -> None:
    """Numbers as Decimal or as text, the exact value as a quotient."""
    (one,) = review([row("75%", "92,8", "92,8", indicator="Layanan")]).rows()
    assert (one["row"], one["indicator"], one["target"], one["target_number"]) == (1, "Layanan", "75%", Decimal(75))
    assert (one["recomputed"], one["recomputed_exact"]) == (Decimal("123.733333"), "1856/15")
    assert (one["hypotheses"], one["hypotheses_text"]) == ("column-repeated", "kolom capaian mengulang realisasi")
    (text,) = review([row("75%", "92,8", "92,8")]).rows("en", numbers="text")
    assert (text["recomputed"], text["hypotheses_text"]) == ("123.733333", "the percentage repeats the realization")


def test_other_words_are_refused() -> None:
    """Language and form."""
    with pytest.raises(InvalidValueError):
        review(CLEAN).rows("de")  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError):
        review(CLEAN).rows(numbers="float")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (("75", "60", "80"), "realisasi/target"),
        (("0", "60", "80"), "target nol"),
        (("70", "59", "85,29"), "realisasi/target = 84,2857"),
    ],
)
def test_explanations(cells: tuple[str, str, str], text: str) -> None:
    """Of a line, in a few words."""
    assert explained(line(*cells)) == text


def test_a_cut_row_is_explained() -> None:
    """With the ceiling of its table."""
    assert explained(review([row("3,25", "4", "120"), CUT]).lines[0]) == "realisasi/target, dipotong pada 120"


def test_the_table_has_a_row_a_line() -> None:
    """In both languages."""
    report = review(CLEAN)
    assert len(report.lines_table("id").rows) == len(report.lines_table("en").rows) == 3


def test_an_undecided_row_is_explained() -> None:
    """By the custom that would make it right, and by its code for machines."""
    report = review([row("80", "92", "100")])
    assert explained(report.lines[0]) == "realisasi/target = 115; benar bila: capaian dipotong pada 100"
    assert explained(report.lines[0], "en").endswith("right if: the percentage was cut at 100")
    assert report.rows()[0]["undecided"] == "cap"
    assert review(CLEAN).rows()[0]["undecided"] is None
