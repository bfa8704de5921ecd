"""The page of codes says what the library says: every code with its texts, and nothing else."""

import importlib
import re
from collections.abc import Iterator

import pytest

from sakip.cascade import CATALOGUE
from sakip.scoring import REASONS
from tests.house.source import ROOT

PAGE = ROOT / "docs" / "reference" / "codes.md"
GROUPS = {
    "model.cell.faults": "Cells of a table",
    "model.rows.reading": "Rows of a table",
    "model.checks.promise": "The agreement",
    "model.checks.signing": "Signing and amendments",
    "model.checks.documentation": "The data sheet",
    "model.checks.weights": "Weights",
    "model.checks.ruling": "Fitness for the policy",
    "model.checks.delivery": "Realizations",
    "model.checks.periods": "Periods and year",
    "model.checks.quarters": "Consolidation of periods",
    "model.checks.entering": "Ways of entering",
    "model.checks.spending": "Budget",
    "scoring.group": "Groups",
    "scoring.panel": "Panels",
    "scoring.graded": "Graded numbers",
    "review.findings": "Review of a report",
    "review.consistency": "Habits of a report",
    "review.predicates": "Predicates of a report",
    "review.texts": "Words of a report",
    "review.beside": "A report beside others",
    "lifecycle.succession": "Tenures",
    "lifecycle.agenda": "Deadlines",
    "lifecycle.reporting.analysis": "Analyses of the annual report",
    "lifecycle.reporting.report": "The annual report",
    "lifecycle.official.blanks": "The official form",
    "lifecycle.evaluation_sheet.template": "Templates of evaluation sheets",
    "lifecycle.evaluation_sheet.faults": "Evaluation sheets",
    "lifecycle.mandatory.whole": "Agreements and mandatory indicators",
    "lifecycle.mandatory.standing": "Mandatory indicators",
    "lifecycle.mandatory.applying": "Mandatory indicators applied",
    "lifecycle.mandatory.weighing": "Weights of mandatory indicators",
    "lifecycle.consequences.intake": "Facts for consequences",
    "lifecycle.milestones": "Milestones",
    "lifecycle.additional": "Additional tasks",
    "lifecycle.spending.measuring": "Efficiency",
    "lifecycle.spending.statement": "Printed efficiency",
    "lifecycle.spending.value": "Budget performance",
    "lifecycle.promises.document": "Plans",
    "lifecycle.promises.faults": "Promises and duties",
    "lifecycle.promises.progress": "Progress of a plan",
    "lifecycle.promises.stability": "Key indicators",
    "skp.plan": "SKP plans",
    "skp.rater": "Raters",
    "skp.matrix": "Matrix of predicates",
    "skp.appraisal": "Appraisals",
    "skp.distribution": "Distribution of predicates",
    "cascade.linking.rows": "Links from rows",
}


def shown(text: str) -> str:
    """A sentence as a cell: places for arguments in italics, since braces mean something in Markdown."""
    return re.sub(r"\{(\w+)\}", r"*\1*", text).replace("{{", "{").replace("}}", "}")


def finding_rows(group: str) -> Iterator[str]:
    """The table rows of one module with rules of findings."""
    for rule in importlib.import_module(f"sakip.{group}").RULES:
        weight = f"{rule.severity}, blocking" if rule.blocking else rule.severity
        yield f"| `{rule.code}` | {weight} | {shown(rule.message.id)} | {shown(rule.message.en)} |"


def check_rows() -> Iterator[str]:
    """The table rows of the checks of the cascade, by their codes; then those about suppressions."""
    for check in sorted(CATALOGUE, key=lambda check: check.code):
        yield f"| `{check.code}` | {check.severity} | {shown(check.message.id)} | {shown(check.message.en)} |"
    for note in importlib.import_module("sakip.cascade.verdicts.suppressing").NOTES:
        yield f"| `{note.code}` | note | {shown(note.message.id)} | {shown(note.message.en)} |"


def reason_rows() -> Iterator[str]:
    """The table rows of the reasons for a missing score."""
    for code, text in REASONS:
        yield f"| `{code}` | {shown(text.id)} | {shown(text.en)} |"


def rows_under(heading: str) -> list[str]:
    """The rows with a code that the page shows under a heading."""
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    section = re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize(("group", "heading"), GROUPS.items(), ids=GROUPS)
def test_findings_are_as_the_checks_state_them(group: str, heading: str) -> None:
    """Each finding stands on the page with the severity and the words of its check, in the order of the checks."""
    assert rows_under(heading) == list(finding_rows(group))


def test_reasons_are_as_the_library_states_them() -> None:
    """Each reason for a missing score stands on the page with its words."""
    assert rows_under("Reasons") == list(reason_rows())


def test_checks_of_the_cascade_are_as_the_catalogue_states_them() -> None:
    """Each check stands on the page with its severity and its words."""
    assert rows_under("The cascade") == list(check_rows())
