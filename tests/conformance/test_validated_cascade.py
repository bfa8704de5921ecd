"""What the validator finds in a cascade that was really published."""

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from sakip import agreements_from_rows
from sakip.cascade import Cascade, CascadeReport, Link, links_from_rows, validate

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "cascade_published.py"


@cache
def example() -> Any:
    """The example that reads the published workbook."""
    spec = importlib.util.spec_from_file_location("cascade_published", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read() -> Any:
    """Its agreements, with the direction that the workbook does not state."""
    rows = example().table()
    return agreements_from_rows(rows, columns=example().COLUMNS, defaults={"polarity": "maximize"}, year=2016)


def report(*links: Link) -> CascadeReport:
    """The report on the workbook's own links, and on some more."""
    rows = list(example().linked(example().table()))
    own = links_from_rows(rows, columns={"position": "Jabatan", "code": "No"}, parent="Induk")
    assert not own.report
    return validate(Cascade(read(), links=[*own, *links]), as_of=example().AS_OF)


def numbers(code: str) -> set[str]:
    """The indicators that a check finds something on, by their number."""
    return {one.subject.rpartition("/")[2] for one in report().findings if one.code == code}


def test_no_number_is_compared_and_the_report_says_so() -> None:
    """The workbook states no arithmetic; nothing checked is not the same as nothing wrong."""
    found = report()
    assert (found.compared, found.ok) == (0, False)


def test_what_carries_no_code_is_an_orphan() -> None:
    """Standard costs, the region's own report on minimum services and absorption support nothing above them."""
    assert {"IV-4.2", "IV-4.3", "IV-10.3"} <= numbers("CAS202")


def test_a_target_of_two_quantities_is_named_by_its_row() -> None:
    """Seven units and fourteen regencies are no number."""
    assert [finding.place.row for finding in read().report.errors if "7 UPP" in finding.text("id")] == [12]


def test_a_code_that_jumps_over_its_superior_is_named() -> None:
    """A subdivision whose code belongs to another division contributes straight to the head."""
    jumps = {one.subject for one in report().findings if one.code == "CAS105"}
    assert any("IV-3.2" in jump and "II.3" in jump for jump in jumps)


def test_thirteen_documents_are_no_sum_of_regencies() -> None:
    """Whoever adds up what is coded 3.1 meets other units, and is told so before any number is compared."""
    link = Link(
        child=("KEPALA BAGIAN TATALAKSANA", "III-2.2"),
        parent=("Kepala Biro Organisasi Setda Provinsi Jawa Barat", "II.5"),
        kind="sum",
    )
    found = report(link)
    assert {"CAS501"} <= {one.code for one in found.findings}
    assert found.ledger.verdict("CAS301", link.parent.text) == "skipped"
