"""Small cascades, and what a report says of them, for the tests of the cascade."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sakip import Agreement, Indicator, Objective, Party, Target
from sakip.cascade import CATALOGUE, Cascade, CascadeFinding, CascadeReport, Link, validate

YEAR_END = date(2025, 12, 31)
TOP = ("KADIS", "T")
CODES = {check.code for check in CATALOGUE}
# Those that can be made of nothing, or of what is not due; whatever else is skipped is so by another check.
SKIPPING = {"CAS302", "CAS401", "CAS403"}
# What a finding is about: one side of a node, something that is said of it, or an agreement or a day in a list.
CELLS = {
    *("", "target", "actual", "unit", "polarity", "definition", "group", "facts", "kind", "name", "code", "year"),
    *("period", "budget", "ceiling", "superior", "second_party", "official", "holder"),
    *("draft", "limit", "signed_on", "since"),
}


def target(code: str, value: Any = 10, *, last_year: Any = None, **fields: Any) -> Target:
    """A target of an indicator that is better the higher it is, unless it is said otherwise."""
    indicator = Indicator(code, f"Indikator {code}", **{"polarity": "maximize", "unit": "keluarga", **fields})
    return Target(indicator, value, last_year=last_year)


def pk(
    code: str, position: str, echelon: str | None, superior: str | None, *targets: Target, **fields: Any
) -> Agreement:
    """An agreement of 2025 between a position and its superior; `office` is that of the first party."""
    office = fields.pop("office", None)
    return Agreement(
        code,
        **{
            "year": 2025,
            "first_party": Party(position, echelon=echelon, office=office),
            "second_party": None if superior is None else Party(superior),
            "signed_on": date(2025, 1, 20),
            "objectives": [Objective("Layanan meningkat", targets)] if targets else [],
            **fields,
        },
    )


def family(
    top: Target, *children: Target, kind: Any = "sum", links: Iterable[Mapping[str, Any]] = (), **more: Any
) -> Cascade:
    """KADIS with one indicator and a KABID for each child, linked by one kind; `links` holds fields of each link."""
    fields = [*links, *({} for _ in children)]
    return Cascade(
        [
            pk("PK-1", "KADIS", "II", "BUPATI", top),
            *(pk(f"PK-{at}", f"KABID-{at}", "III", "KADIS", child) for at, child in enumerate(children, 2)),
        ],
        links=[
            Link(
                **{"child": (f"KABID-{at}", child.code), "parent": ("KADIS", top.code), "kind": kind, **fields[at - 2]}
            )
            for at, child in enumerate(children, 2)
        ],
        **more,
    )


def report_on(cascade: Cascade, **settings: Any) -> CascadeReport:
    """The report of the end of the year; what the catalogue found names cells, nodes and checks that there are."""
    report = validate(cascade, **{"as_of": YEAR_END, **settings})
    count, run = len(report.case.graph.nodes), report.run
    for check in report.settings.checks if report.settings.checks == CATALOGUE else ():
        for hit in (hit for hits in run.hits[check.code].values() for hit in hits):
            assert hit.cell.partition(":")[0] in CELLS
            assert all(0 <= node < count for node in (*hit.nodes, *(hit.blocks or ())))
        skipped = {entry.by for entry in run.written[check.code].values() if entry.verdict == "skipped"}
        assert skipped <= (CODES | {None} if check.code in SKIPPING else CODES)
    return report


def found(cascade: Cascade, code: str, **settings: Any) -> list[CascadeFinding]:
    """The findings of one code; each can be read in both languages, with every place filled."""
    return told(report_on(cascade, **settings), code)


def codes(report: CascadeReport) -> list[str]:
    """The codes of the findings, each once, in order."""
    return sorted({one.code for one in report.findings})


def agreed(
    code: str,
    position: str,
    echelon: str | None = None,
    superior: str | None = None,
    targets: Mapping[str, Any] | Iterable[Target] = (),
    **fields: Any,
) -> Agreement:
    """As `pk`, with targets by code or as they are; ``official`` signs for the first party, ``head`` for the second."""
    office, official, head = (fields.pop(name, None) for name in ("office", "official", "head"))
    promised = [target(at, value) for at, value in targets.items()] if isinstance(targets, Mapping) else list(targets)
    parties = {
        "first_party": Party(position, echelon=echelon, office=office, official=official),
        "second_party": None if superior is None else Party(superior, official=head),
    }
    return pk(code, position, echelon, superior, *promised, **{**parties, **fields})


def link(child: str, parent: str, kind: Any = "support", **fields: Any) -> Link:
    """A link between two nodes that are written as ``KABID-A/A-1``."""
    (low, below), (high, above) = child.split("/"), parent.split("/")
    return Link(child=(low, below), parent=(high, above), kind=kind, **fields)


def validated(agreements: Iterable[Any], links: Iterable[Link] = (), **given: Any) -> CascadeReport:
    """The report of the end of the year on these; what `validate` takes goes there, all else into the cascade."""
    settings = {name: given.pop(name) for name in ("as_of", "profile", "through", "rounded") if name in given}
    return report_on(Cascade(agreements, links, **given), **settings)


def told(report: CascadeReport, code: str) -> list[CascadeFinding]:
    """As `found`, of a report that is there already."""
    findings = [one for one in report.findings if one.code == code]
    for one in findings:
        for text in (one.text("id"), one.text("en"), one.title.id, one.title.en, one.fix.id, one.fix.en):
            assert text
            assert "{" not in text
        assert one.text("id") != one.text("en")
    return findings
