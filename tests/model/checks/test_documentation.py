import pytest

from sakip import Target
from sakip.model.checks.documentation import CHECKS, RULES
from tests.model.making import found, full, told

AT = "agreement[PK-1].targets[IKU-1]"


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("operational_definition", "IND-DEFINITION"),
        ("formula", "IND-FORMULA"),
        ("data_source", "IND-SOURCE"),
        ("owner", "IND-OWNER"),
    ],
)
def test_gap_in_the_data_sheet(field: str, code: str) -> None:
    """Each missing part of the data sheet is a warning at its own field."""
    report = found(Target(full(**{field: None}), 10))
    assert told(report) == [(code, f"{AT}.indicator.{field}")]
    assert report.warnings == report.findings


def test_gaps_are_told_target_by_target() -> None:
    """A complete data sheet says nothing, and an empty one everything, in the order of the sheet."""
    empty = {"operational_definition": None, "formula": None, "data_source": None, "owner": None}
    report = found(Target(full("IKU-0"), 10), Target(full("IKU-1", **empty), 10), Target(full("IKU-2", owner=None), 10))
    assert report.codes() == ("IND-DEFINITION", "IND-FORMULA", "IND-SOURCE", "IND-OWNER", "IND-OWNER")
    assert [dict(finding.arguments)["code"] for finding in report] == ["IKU-1"] * 4 + ["IKU-2"]


def test_rules_are_catalogued() -> None:
    """Each rule has a code of its own, and none of them keeps anything from being scored."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes) >= len(CHECKS)
    assert not any(rule.blocking for rule in RULES)
