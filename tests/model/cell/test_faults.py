"""The faults of cells, as values."""

import pickle
import re

import pytest

from sakip.model.cell.faults import FLOAT, RULES, SEVERAL, Fault, no_number, shown


def test_codes_are_unique_and_of_one_family() -> None:
    """Each rule has a code of its own."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"CELL(-[A-Z]+)+", code) for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_sentence_names_a_way_out(rule: object) -> None:
    """Each sentence says what to do, in both languages."""
    message = rule.message  # type: ignore[attr-defined]
    assert all(";" in text or "{way_out}" in text for text in (message.id, message.en))


def test_a_fault_becomes_a_finding() -> None:
    """A fault is bound to a place late, with its code, severity and words."""
    fault = Fault(SEVERAL, (("cell", "7 UPP, 14 Kab/Kota"),))
    finding = fault.at("rows[3]")
    assert (finding.code, finding.severity, finding.subject) == ("CELL-SEVERAL", "error", "rows[3]")
    assert finding.text("en") == fault.text("en")
    assert "'7 UPP, 14 Kab/Kota'" in fault.text()
    assert pickle.loads(pickle.dumps(fault)) == fault


def test_a_fault_may_have_no_arguments() -> None:
    """A place without an argument stays as it is written."""
    assert "{cell}" in Fault(FLOAT).text()


@pytest.mark.parametrize(("text", "same"), [("x" * 40, True), ("x" * 41, False)])
def test_what_is_shown_is_short(text: str, *, same: bool) -> None:
    """At most 40 characters are shown, and what is cut says so."""
    assert (shown(text) == text) is same
    assert shown(text) == text or shown(text) == "x" * 40 + "..."


def test_a_foreign_object_is_shown_by_its_class() -> None:
    """Nothing of a foreign object is run to show it."""
    assert shown(object()) == "object"


def test_the_reason_is_that_of_the_notation() -> None:
    """A text that is no number has the reason that `parse_number` gives."""
    assert no_number("1 234").text("en").startswith("'1 234' is not one number: its thousands are parted by neither")
    assert no_number("{0}5").text().startswith("'{0}5' bukan satu angka")
