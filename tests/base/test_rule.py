from decimal import Decimal

import pytest

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.errors import InvalidValueError

SUM = Rule("WGT-SUM", "error", Text("Jumlah {sum}", "Sum {sum}"), blocking=True)


def test_finding_of_a_rule() -> None:
    """A rule makes a finding with its own code, severity and words, at the place that it is told."""
    finding = SUM.at("agreement[PK-1]", sum=Decimal("99.9"))
    assert finding == Finding(
        "WGT-SUM",
        "error",
        "agreement[PK-1]",
        Text("Jumlah {sum}", "Sum {sum}"),
        [("sum", Decimal("99.9"))],
        blocking=True,
    )
    assert (finding.text("id"), finding.text("en")) == ("Jumlah 99,9", "Sum 99.9")


def test_rules_do_not_block_unless_they_say_so() -> None:
    """A rule that does not call itself blocking is not."""
    assert not Rule("X", "note", Text("a", "b")).at("x").blocking


def test_foreign_text_is_never_a_template() -> None:
    """What a user typed is put in as it stands, braces and all."""
    rule = Rule("X", "note", Text("[{name}]", "[{name}]"))
    assert rule.at("x", name="{name.__class__} {0}").text() == "[{name.__class__} {0}]"


def test_unknown_severity_is_refused() -> None:
    """A finding of an unknown severity cannot be made."""
    with pytest.raises(InvalidValueError):
        Rule("X", "fatal", Text("a", "b")).at("x")
