import pytest

from sakip import Reference
from sakip.cascade.checks import basis
from sakip.cascade.checks.basis import arithmetic, criterion

CITED = [getattr(basis, name) for name in basis.__all__ if name.isupper()]


@pytest.mark.parametrize("reference", CITED, ids=lambda reference: reference.title)
def test_each_reference_says_how_sure_we_are(reference: Reference) -> None:
    """Each reference says how sure we are."""
    for lang in ("id", "en"):
        assert reference.text(lang).startswith(reference.title)
        assert reference.text(lang).endswith(")")


def test_only_what_was_read_claims_to_have_been_read() -> None:
    """Only what was read claims to have been read."""
    assert [reference.title for reference in CITED if reference.certainty == "read"] == ["Permendiktisaintek 58/2025"]


def test_a_criterion_names_its_number_and_arithmetic_needs_no_regulation() -> None:
    """A criterion names its number and arithmetic needs no regulation."""
    assert criterion("2.b.5").article == "kriteria 2.b.5"
    assert (arithmetic("x").title, arithmetic("x").certainty) == ("Aritmetika: x", "derived")


def test_whole_references() -> None:
    """Source, place and certainty of a criterion and of a law of arithmetic."""
    assert criterion("1.b.8") == Reference("PermenPANRB 88/2021", article="kriteria 1.b.8", certainty="secondary")
    assert arithmetic("x") == Reference("Aritmetika: x", certainty="derived")
