"""Offices, promises and agreements, invented, as short as tests want them."""

from datetime import date
from typing import Any

from sakip import Agreement, Indicator, Objective, Party, Target
from sakip.lifecycle import PlanDocument, Promise

SIGNED = date(2021, 2, 16)


def promise(code: str, **rest: Any) -> Promise:
    """A promise whose words are of no interest."""
    return Promise(code, f"Janji {code}", **rest)


def plan(
    *codes: str | Promise, code: str = "JANJI", years: tuple[int, int] = (2019, 2024), **rest: Any
) -> PlanDocument:
    """A list of promises."""
    held = [promise(one) if isinstance(one, str) else one for one in codes]
    return PlanDocument(code, f"Rencana {code}", first_year=years[0], last_year=years[1], promises=held, **rest)


def indicator(code: str = "IKU-1", *cites: str, **rest: Any) -> Indicator:
    """An indicator that cites what it is told to."""
    return Indicator(code, **{"name": f"Indikator {code}", "unit": "%", "polarity": "maximize", "cites": cites, **rest})


def agreement(code: str = "PK-1", *indicators: Indicator, office: str = "Dinas A", **rest: Any) -> Agreement:
    """An agreement of the head of an office, under one objective."""
    cites = rest.pop("cites", ())
    given = {
        "year": 2021,
        "first_party": Party(f"Kepala {office}", office=office),
        "signed_on": SIGNED,
        "objectives": [Objective("Layanan meningkat", [Target(one, 80) for one in indicators], code="S1", cites=cites)],
        **rest,
    }
    return Agreement(code, **given)
