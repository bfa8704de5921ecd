"""Every field of the model refuses what it cannot hold, by its path, with the value and a way out that is one."""

from datetime import date
from typing import Any

import pytest
from attrs import fields

import sakip
from sakip import (
    Agreement,
    AwaitingRelease,
    Budget,
    BudgetLine,
    Components,
    Difference,
    Echelon,
    Edit,
    History,
    Indicator,
    Level,
    NotApplicable,
    Objective,
    OrdinalScale,
    Party,
    Period,
    Range,
    Realization,
    Target,
    Tenure,
)
from sakip.testing import example_agreement
from tests.base.contract import assert_way_out, facts_of

FOREIGN = object()
CAMAT = Party("Camat")
SHARE = Indicator("IKU-1", "Cakupan layanan", polarity="maximize")
MADE: dict[type[Any], dict[str, Any]] = {
    Agreement: {"code": "PK-1", "year": 2025, "first_party": CAMAT, "objectives": []},
    AwaitingRelease: {},
    Budget: {"lines": []},
    BudgetLine: {"code": "1", "name": "Kesehatan", "kind": "programme", "ceiling": 1},
    Components: {"numerator": 1, "denominator": 2, "per": 100},
    Difference: {"old": "PK-1", "new": "PK-2"},
    Echelon: {"code": "II"},
    Edit: {"part": "target", "key": "IKU-1", "field": "value", "kind": "changed", "before": 1, "after": 2},
    History: {"versions": [example_agreement()]},
    Indicator: {"code": "IKU-1", "name": "Cakupan layanan", "polarity": "maximize"},
    Level: {"name": "WTP"},
    NotApplicable: {"reason": "tidak ada rumah sakit"},
    Objective: {"name": "Layanan meningkat", "targets": []},
    OrdinalScale: {"levels": ["TMP", "WTP"]},
    Party: {"position": "Camat"},
    Period: {"kind": "year", "fiscal_year": 2025},
    Range: {"low": 1, "high": 2},
    Realization: {"code": "IKU-1", "value": 5},
    Target: {"indicator": SHARE, "value": 5},
    Tenure: {"party": CAMAT, "official": "Contoh", "starts": date(2025, 1, 1)},
}
ANYTHING = {(Edit, "before"), (Edit, "after"), (Difference, "breaks")}
PEOPLE = {(Party, "official"), (Tenure, "official")}
CODES = {
    "empty-text": """
        Agreement.code Agreement.supersedes AwaitingRelease.source BudgetLine.code BudgetLine.name BudgetLine.parent
        BudgetLine.version Difference.old Difference.new Edit.key Edit.field Indicator.code Indicator.name
        Indicator.unit Indicator.operational_definition Indicator.formula Indicator.data_source Indicator.owner
        Indicator.kind Indicator.same_as Indicator.replaces Level.name NotApplicable.reason Objective.name
        Objective.code OrdinalScale.title Party.position Party.office Party.code Party.official Realization.code
        Realization.obstacle Realization.driver Realization.remedy Tenure.official
    """,
    "not-a-date": """
        Agreement.signed_on Agreement.budget_ratified_on Agreement.effective_on Tenure.starts Tenure.ends
    """,
    "not-a-list": """
        Agreement.objectives Agreement.retired Agreement.budget Budget.lines BudgetLine.targets Difference.edits
        History.versions Indicator.cites Objective.targets Objective.cites Realization.evidence Target.trajectory
    """,
    "not-a-number": """
        BudgetLine.ceiling BudgetLine.realization Components.numerator Components.denominator Components.per Range.low
        Range.high Realization.value Target.value Target.weight Target.baseline Target.last_year Target.worst_value
        Target.ceiling
    """,
    "not-a-whole-number": """
        Agreement.year Agreement.starts Indicator.decimals Period.fiscal_year Period.number Period.starts
    """,
    "wrong-kind": """
        Agreement.first_party Agreement.second_party Agreement.legal_document Indicator.scale Indicator.reference
        OrdinalScale.reference Target.indicator Tenure.party Tenure.legal_basis
    """,
    "no-legal-reason": "Agreement.reason",
    "no-scale": "OrdinalScale.levels",
    "not-a-period": "Realization.period",
    "unknown-budget-kind": "BudgetLine.kind",
    "unknown-change": "Edit.kind",
    "unknown-consolidation": "Indicator.consolidation",
    "unknown-echelon": "Echelon.code Party.echelon",
    "unknown-measure": "Indicator.measure",
    "unknown-part": "Edit.part",
    "unknown-period-kind": "Period.kind",
    "unknown-polarity": "Indicator.polarity",
    "unknown-result-level": "Indicator.level",
    "unknown-status": "Realization.status",
    "unknown-tenure-kind": "Tenure.kind",
}
CODE_OF = {path: code for code, paths in CODES.items() for path in paths.split()}
FIELDS = [
    (kind, each.alias) for kind in MADE for each in fields(kind) if each.init and (kind, each.alias) not in ANYTHING
]
LISTS = [(kind, name) for kind, name in FIELDS if CODE_OF[f"{kind.__name__}.{name}"] == "not-a-list"]
# An agreement is too long for an example: its parts are left out there.
SHOWN = [
    (kind, name)
    for kind, name in FIELDS
    if kind is not History and CODE_OF[f"{kind.__name__}.{name}"] in {"wrong-kind", "not-a-list"}
]
# Of a party's own level the level itself is at fault; a list of texts may name the list alone.
SAID_OF = {"Party.echelon": "Echelon.code"}
UNPLACED = {"Realization.evidence", "Target.trajectory"}


def made(kind: type[Any], name: str, value: object) -> object:
    """One of a kind, with another value in one field."""
    return kind(**{**MADE[kind], name: value})


def test_every_field_is_tried() -> None:
    """No field is left out, and none is named that is not there."""
    assert {f"{kind.__name__}.{name}" for kind, name in FIELDS} == set(CODE_OF)


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_a_foreign_object_is_refused(kind: type[Any], name: str) -> None:
    """The error has the code of the field, its path and the object; the name of a person is never in it."""
    path = f"{kind.__name__}.{name}"
    code, where, value = facts_of(lambda: made(kind, name, FOREIGN))
    assert (code, where) == (CODE_OF[path], SAID_OF.get(path, path))
    assert value == "..." if (kind, name) in PEOPLE else value is FOREIGN


@pytest.mark.parametrize(("kind", "name"), LISTS)
def test_a_foreign_item_is_refused(kind: type[Any], name: str) -> None:
    """Among the items of a list it is named by its place."""
    path = f"{kind.__name__}.{name}"
    _, where, value = facts_of(lambda: made(kind, name, [FOREIGN]))
    assert where == (path if path in UNPLACED else f"{path}[0]")
    assert value is FOREIGN


@pytest.mark.parametrize(("kind", "name"), SHOWN)
def test_the_way_out_passes(kind: type[Any], name: str) -> None:
    """What the error shows as an example is accepted in the place of what it refused."""
    names = {each: getattr(sakip, each) for each in sakip.__all__}
    assert_way_out(lambda value: made(kind, name, value), FOREIGN, **names, name="Layanan", indicator=SHARE)
