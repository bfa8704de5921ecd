import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import NotReported, Realization, Text, evaluate
from sakip.errors import InvalidValueError
from sakip.lifecycle import GivenFact
from sakip.policies import LKJIP
from sakip.scoring import Reason
from sakip.testing import example_agreement

WHY = Text("menunggu penilaian", "waiting for the rating")


@pytest.mark.parametrize(
    ("value", "id_", "en"),
    [
        ("Baik", "Baik", "Baik"),
        ("1234.5", "1.234,5", "1,234.5"),
        (Fraction(800, 9), "800/9 (≈ 88,888889)", "800/9 (≈ 88.888889)"),
        (Fraction("99.996"), "99,996", "99.996"),
    ],
)
def test_the_exact_value_is_written(value: Any, id_: str, en: str) -> None:
    """Nothing is rounded onto a bound: what does not end is shown as a quotient."""
    given = GivenFact("total", 2024, value, source="PK-2024")
    assert given.shown() == id_
    assert given.text() == f"{id_} (sumber: PK-2024)"
    assert given.text("en") == f"{en} (source: PK-2024)"


def test_what_is_not_known_says_why() -> None:
    """A missing fact has a reason in both languages, and no value."""
    given = GivenFact("predicate", 2024, because=WHY)
    assert (given.shown(), given.text(), given.text("en")) == (
        "",
        "tidak diketahui: menunggu penilaian",
        "not known: waiting for the rating",
    )


def test_the_reason_of_a_score_is_taken() -> None:
    """What the scoring gives where there is no score is why a fact is not known, in both languages."""
    (line,) = evaluate(example_agreement(), [Realization("PLAN-1", NotReported())], policy=LKJIP)
    reason = line.score.reason
    assert isinstance(reason, Reason)
    given = GivenFact("total", 2025, because=reason)
    assert given.because == Text.literal(reason.text("id"), reason.text("en"))
    assert given.text("en") == f"not known: {reason.text('en')}"
    assert given == GivenFact("total", 2025, because=given.because) == pickle.loads(pickle.dumps(given))


def test_braces_in_a_reason_stand_for_themselves() -> None:
    """Words of a rule of one's own are no template."""
    assert GivenFact("total", 2024, because=Reason.own("tanpa {data}")).text().endswith("tanpa {data}")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"value": 1}, "no-source"),
        ({}, "value-or-reason"),
        ({"source": "x"}, "value-or-reason"),
        ({"value": 1, "source": "x", "because": WHY}, "value-or-reason"),
        ({"value": 1.5, "source": "x"}, "float-refused"),
        ({"value": True, "source": "x"}, "not-a-number"),
        ({"value": "", "source": "x"}, "empty-text"),
        ({"value": "a\nb", "source": "x"}, "control-characters"),
        ({"value": 1, "source": ""}, "empty-text"),
        ({"value": 1, "source": "x", "measure": ""}, "empty-text"),
        ({"because": "x"}, "wrong-kind"),
    ],
)
def test_what_cannot_be(fields: dict[str, Any], code: str) -> None:
    """A number without a source cannot be defended, and nothing is left without a reason."""
    with pytest.raises(InvalidValueError) as caught:
        GivenFact("total", 2024, **fields)
    assert caught.value.code == code


@pytest.mark.parametrize("year", [1944, 9999, "2024", None])
def test_years_are_years(year: Any) -> None:
    """Years outside 1945 to 9998 are refused."""
    with pytest.raises(InvalidValueError):
        GivenFact("total", year, 1, source="x")


def test_numbers_have_one_form() -> None:
    """The same number is the same fact however it was written, and after pickle."""
    one, other = (GivenFact("total", 2024, value, source="x") for value in ("98.50", Decimal("98.5")))
    assert one == other == pickle.loads(pickle.dumps(one))
