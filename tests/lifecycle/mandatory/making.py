"""A government whose offices must all promise the same, for the tests of mandatory indicators."""

from datetime import date
from typing import Any

from sakip import Agreement, Indicator, Objective, Party, Reference, Target, Text
from sakip.lifecycle import MandatoryIndicator, MandatorySet
from sakip.policies import LKJIP_WEIGHTED
from sakip.scoring import Policy, Weights

OBJECTIVE = "Tata kelola yang baik"
SOURCE = Reference("Pergub Contoh 1/2022", certainty="read")
DAY = date(2022, 4, 8)
WHOLE = LKJIP_WEIGHTED


def indicator(code: str = "MCP", name: str = "Capaian MCP KPK", **fields: Any) -> Indicator:
    """A percentage that is better the higher it is."""
    return Indicator(code, name, **{"unit": "%", "polarity": "maximize", **fields})


def asked(code: str = "MCP", target: Any = 85, binding: Any = "no_weaker", **fields: Any) -> MandatoryIndicator:
    """A mandatory indicator with its least target."""
    of = fields.pop("of", None) or indicator(code, fields.pop("name", f"Capaian {code}"))
    return MandatoryIndicator(of, target, binding=binding, **{"objective": OBJECTIVE, **fields})


def asking(*indicators: MandatoryIndicator, **fields: Any) -> MandatorySet:
    """A set of mandatory indicators of 2022."""
    name = Text("Indikator wajib", "Mandatory indicators")
    known = {"id": "wajib", "name": name, "reference": SOURCE, "year": 2022}
    return MandatorySet(indicators=indicators, **{**known, **fields})


def target(code: str = "MCP", value: Any = 85, weight: Any = None, **fields: Any) -> Target:
    """A target of such a percentage."""
    return Target(indicator(code, fields.pop("name", f"Capaian {code}"), **fields), value, weight=weight)


def agreement(*targets: Target, office: str | None = "Dinas Kesehatan", **fields: Any) -> Agreement:
    """An agreement of 2022 of one office with one objective, signed on 8 January."""
    party = Party(fields.pop("position", "Kepala"), office=office, echelon=fields.pop("echelon", "II.a"))
    known = {"code": f"PK-2022-{office}", "year": 2022, "signed_on": date(2022, 1, 8)}
    objectives = fields.pop("objectives", [Objective(fields.pop("objective", OBJECTIVE), targets)])
    return Agreement(**{**known, "first_party": party, "objectives": objectives, **fields})


def policy(**weights: Any) -> Policy:
    """A policy with another rule for weights."""
    return LKJIP_WEIGHTED.evolve(
        id="bobot", weights=Weights(**{"total": 100, "per": "agreement", "absent": "equal", **weights})
    )
