"""Pemeriksaan lembar data: whether an indicator says what it means, how it is computed and who answers for it."""

from collections.abc import Callable, Iterator

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case

__all__ = ["CHECKS", "FIELDS", "RULES"]

FIELDS = ("operational_definition", "formula", "data_source", "owner")
"""Ruas lembar data: what the data sheet of an indicator must say."""

DEFINITION = Rule(
    "IND-DEFINITION",
    "warning",
    Text("Indikator {code} tanpa definisi operasional", "The indicator {code} has no operational definition"),
)
FORMULA = Rule(
    "IND-FORMULA",
    "warning",
    Text("Indikator {code} tanpa rumus", "The indicator {code} has no formula"),
)
SOURCE = Rule(
    "IND-SOURCE",
    "warning",
    Text("Indikator {code} tanpa sumber data", "The indicator {code} has no data source"),
)
OWNER = Rule(
    "IND-OWNER",
    "warning",
    Text("Indikator {code} tanpa penanggung jawab", "The indicator {code} has no owner"),
)


def _documentation(case: Case) -> Iterator[Finding]:
    for target in case.agreement.targets:
        for name, rule in zip(FIELDS, RULES, strict=True):
            if getattr(target.indicator, name) is None:
                yield rule.at(case.target_subject(target.code, f"indicator.{name}"), code=target.code)


RULES = (DEFINITION, FORMULA, SOURCE, OWNER)
CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (_documentation,)
