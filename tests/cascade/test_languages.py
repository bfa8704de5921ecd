"""What is said in one language holds no word and no number of the other; where none is asked for it is Indonesian."""

from typing import Any

import pytest

from sakip import Agreement, BudgetLine, Components, NotReported, Period, Realization
from sakip.cascade import Cascade, CascadeReport, Group, Suppression, links_from_rows, propose_links
from tests.cascade.making import TOP, family, pk, report_on, target
from tests.cascade.mutants import MUTANTS, Mutant
from tests.cascade.regency import changed, report_of
from tests.languages import FOREIGN, LANGUAGES, assert_each_language_is_by_itself, sayings

ASKED = (
    *("summary", "text", "table", "leaf_table", "rows", "to_sarif", "repair", "level"),
    *("tree", "outline", "mermaid", "svg"),
)
LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")


def judged(kind: Any = "sum", amounts: Any = (), settings: Any = None, **more: Any) -> CascadeReport:
    """A parent and two children with decimals, which do not come to what was promised."""
    promised = (("T", "30.5"), ("A", "10.25"), ("B", "12.75"))
    top, *below = (target(code, value, unit="unit", last_year="40.25") for code, value in promised)
    realizations = dict(zip((TOP, LOW, OTHER), amounts, strict=False))
    return report_on(family(top, *below, kind=kind, realizations=realizations, **more), **(settings or {}))


def quarters(code: str, *amounts: Any) -> list[Realization]:
    """What was delivered in the first quarters."""
    return [Realization(code, one, period=Period.quarter(2025, at)) for at, one in enumerate(amounts, 1)]


def budgeted() -> CascadeReport:
    """Positions with money, one of which carries nothing."""
    lines = [BudgetLine("A", "A", kind="programme", ceiling="9.5"), BudgetLine("B", "B", kind="programme", ceiling=7)]
    head = pk("PK-1", "KADIS", "II", None, target("T", "30.5"), budget=lines)
    return report_on(
        Cascade([head, pk("PK-2", "KABID", "III", "KADIS", target("A", "10.5")), pk("PK-3", "KASI", None, "KABID")])
    )


REPORTS = {
    "sum": judged(amounts=("28.5", "9.25", "11.125")),
    "mean": judged("mean", ("8.5", "9.25", "11"), groups=[Group(parent=TOP, tolerance="0.25", tolerance_reason="-")]),
    "weighted": judged("weighted", ("8.5", "9.25"), links=[{"weight": "0.25"}, {"weight": "0.75"}]),
    "minimum": judged("minimum", ("8.5", "9.25", NotReported())),
    "count": judged("count", ("1.5", "9.25", "11.125"), groups=[Group(parent=TOP, threshold="10.5", per_hundred=True)]),
    "pool": judged("pool", (Components("8.5", 20, per=100), Components("2.5", 7, per=100), "37.5")),
    "parts": judged(amounts=("28.5", "9.25", quarters("B", "2.5", "3.75"))),
    "until": judged(amounts=("28.5", "9.25", "11.125"), settings={"through": Period.quarter(2025, 2)}),
    "aside": judged(settings={"suppressions": [Suppression("-", by="Bappeda", code="CAS301")]}),
    "money": budgeted(),
    "none": report_on(Cascade()),
}


def promised(*values: str) -> list[Agreement]:
    """A head with the first number, and a subordinate for each of the others; all of one indicator."""
    names = ("KADIS", *(f"KABID-{at}" for at in range(1, len(values))))
    return [
        pk(f"PK-{name}", name, None, "KADIS" if at else None, target("X", value, unit="unit"))
        for at, (name, value) in enumerate(zip(names, values, strict=True))
    ]


def of_report(report: CascadeReport) -> list[Any]:
    """Everything that a report has to say."""
    metrics, other = report.metrics, report.diff(REPORTS["mean"])
    things = [report, metrics, *metrics.coverage, report.tree(), *report.repairs, *report.findings, other]
    things += [*other.new, *other.fixed, *(one for pair in other.changed for one in pair)]
    things += [one for repair in report.repairs for one in repair.corrections]
    for node in report.case.graph.nodes:
        things.append(report.attribute(node))
        for cell in ("actual", "target"):
            things += [report.trace(node, cell), report.what_if(node, cell), *report.hypotheses(node, cell)]
    return things


def of_tables() -> list[Any]:
    """Everything that is said of links that are proposed or read."""
    values = ("30.5", "10.25", "20.25"), ("30.5", "10.25", "20"), ("90.5", "10.25", "20")
    proposals = [propose_links(promised(*each)) for each in values]
    rows = [{"P": "KADIS", "K": "X", "U": parent} for parent in ("X", "Y")]
    reading = links_from_rows(rows, columns={"position": "P", "code": "K"}, parent="U")
    return [*proposals, *(one for each in proposals for one in each), reading]


@pytest.mark.parametrize("name", [*REPORTS, "tables"])
def test_each_language_is_by_itself(name: str) -> None:
    """All that is said of numbers of every kind; what is asked for without a language is Indonesian."""
    found = list(sayings(of_tables() if name == "tables" else of_report(REPORTS[name]), ASKED))
    assert found
    for say in found:
        assert_each_language_is_by_itself(say)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.code)
def test_each_finding_is_in_one_language(mutant: Mutant) -> None:
    """Of every check, with what can be done."""
    for finding in report_of(changed(*mutant.edits)).findings:
        for lang in LANGUAGES:
            assert not FOREIGN[lang].search(finding.text(lang) + finding.fix.render(lang))
