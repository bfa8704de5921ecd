"""What wrong percentages do to means and grades."""

from fractions import Fraction

from sakip.policies import FIVE_BANDS, LKJIP
from sakip.review import Effects, review
from tests.review.making import row

ROWS = [
    row("75", "60", "80", objective="S1", weight="1"),
    row("50", "65", "60", objective="S1", weight="3"),
    row("50", "50", "100", objective="S2", weight="1"),
]


def test_plain_means() -> None:
    """Without weights each row counts once; 60 should be 130."""
    report = review([{name: cell for name, cell in one.items() if name != "weight"} for one in ROWS])
    effect = report.effects.of(report.lines[1])
    assert effect is not None
    assert effect.objective is not None
    assert (effect.objective.printed, effect.objective.corrected, effect.objective.rows) == (70, 105, 2)
    assert (effect.total.printed, effect.total.corrected) == (80, Fraction(310, 3))
    assert effect.total.shift == Fraction(70, 3)


def test_weighted_means() -> None:
    """Where every row has a weight."""
    report = review(ROWS)
    effect = report.effects.of(report.lines[1])
    assert effect is not None
    assert (effect.total.printed, effect.total.corrected) == (72, 114)
    assert report.effects.total == effect.total


def test_grades() -> None:
    """On the scale of the policy; without one there is none."""
    effects = Effects(review(ROWS).lines, FIVE_BANDS)
    assert effects.total is not None
    assert effects.grades(effects.total) == ("Sedang", "Sangat Tinggi")
    assert review(ROWS).effects.grades(effects.total) == ()
    assert bool(review(ROWS, policy=LKJIP).effects.grades(effects.total)) == (LKJIP.scale is not None)


def test_rows_without_an_effect() -> None:
    """A right row moves nothing; a table without percentages has no mean."""
    report = review(ROWS)
    assert report.effects.of(report.lines[0]) is None
    assert review([row("75", "60", "")]).effects.total is None
