import pytest

from sakip import Reference, skp
from sakip.skp import SKP_BASES


@pytest.mark.parametrize(("name", "reference"), SKP_BASES)
def test_each_names_what_is_documented(name: str, reference: Reference) -> None:
    """Every name is public, and its documentation cites the same regulation."""
    assert name in skp.__all__
    said = getattr(skp, name).__doc__
    assert reference.title in said


def test_certainty_is_never_raised() -> None:
    """What was not read does not say so."""
    marks = {(name, one.title): one.certainty for name, one in SKP_BASES}
    assert marks["predicate", "PermenPANRB 6/2022"] == "secondary"
    assert marks["DisciplinarySanction", "PP 94/2021"] == "memory"
    assert marks["EmployeeValue", "PP 30/2019"] == "read"
