"""Catatan: a cascade and a report on it as plain data, and back."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, cast, get_args

from attrs import NOTHING, fields

from sakip.base.canonical import canonical_form, canonical_text, digest
from sakip.base.reference import Reference
from sakip.base.text import Lang
from sakip.cascade.case.check import Check
from sakip.cascade.inputs.cascade import Cascade
from sakip.cascade.inputs.document import BudgetDocument
from sakip.cascade.inputs.link import Group, Link
from sakip.cascade.inputs.node import NodeFacts
from sakip.cascade.inputs.post import Post
from sakip.cascade.inputs.profile import Profile
from sakip.cascade.inputs.suppression import Suppression
from sakip.cascade.report.settings import Settings, checks_named
from sakip.cascade.report.table import first_line
from sakip.cascade.verdicts.finding import CascadeFinding
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.budget_line import BudgetLine
from sakip.model.indicator import Indicator
from sakip.model.objective import Objective
from sakip.model.party import Echelon, Party
from sakip.model.period import Period
from sakip.model.realization import AwaitingRelease, Components, NotApplicable, NotReported, Realization
from sakip.model.scale import Level, OrdinalScale
from sakip.model.target import Range, Target
from sakip.model.tenure import Tenure

if TYPE_CHECKING:
    from sakip.cascade.report.report import CascadeReport

__all__ = ["SCHEMA", "cascade_from_dict", "cascade_to_dict", "inputs_of", "recorded"]

SCHEMA = "sakip/cascade-report/1"
"""Bentuk catatan: what a record of a report says it is; the number rises when a reader would have to change."""

_KINDS: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        Agreement,
        AwaitingRelease,
        BudgetDocument,
        BudgetLine,
        Cascade,
        Components,
        Echelon,
        Group,
        Indicator,
        Level,
        Link,
        NodeFacts,
        NotApplicable,
        NotReported,
        Objective,
        OrdinalScale,
        Party,
        Period,
        Post,
        Profile,
        Range,
        Realization,
        Reference,
        Suppression,
        Target,
        Tenure,
    )
}


def cascade_to_dict(cascade: Cascade) -> dict[str, Any]:
    """Data kaskade: the cascade as plain data for JSON, in canonical form; numbers are whole or texts.

    The names of officials are part of it, as they are part of the cascade.

    Examples:
        >>> cascade_to_dict(Cascade())
        {'type': 'Cascade'}
    """
    return cast("dict[str, Any]", canonical_form(cascade))


def cascade_from_dict(data: Mapping[str, Any]) -> Cascade:
    """Kaskade dari data: the cascade that `cascade_to_dict` wrote.

    Raises:
        InvalidValueError: Data of no cascade.

    Examples:
        >>> cascade_from_dict({"type": "Cascade"}) == Cascade()
        True
    """
    found = _read(data, "cascade")
    if isinstance(found, Cascade):
        return found
    raise _unreadable("cascade", data)


def _read(form: Any, path: str) -> Any:
    # Whatever the data holds instead of what was written, the answer is one error that names the place.
    try:
        return _rebuilt(form)
    except InvalidValueError:
        raise
    except (AttributeError, InvalidOperation, KeyError, RecursionError, TypeError, ValueError) as error:
        raise _unreadable(path, form) from error


def _rebuilt(form: Any) -> Any:
    if isinstance(form, list | tuple):
        return tuple(_rebuilt(one) for one in form)
    if not isinstance(form, Mapping):
        return form
    if form.keys() == {"date"}:
        return date.fromisoformat(form["date"])
    if form.keys() == {"number"}:
        return Decimal(form["number"])
    kind = _KINDS[form["type"]]
    # A field that holds None is not written, not even one that has to be given.
    given = {one.alias: None for one in fields(kind) if one.init and one.default is NOTHING}
    return kind(**given | {name: _rebuilt(one) for name, one in form.items() if name != "type"})


def _unreadable(path: str, value: object) -> InvalidValueError:
    return InvalidValueError(
        code="not-a-record",
        path=path,
        value=value,
        problem=("data ini bukan catatan yang ditulis to_dict", "the data is not a record that to_dict wrote"),
        way_out=("Pakai hasil to_dict() seutuhnya", "Use all of what to_dict() wrote"),
    )


def recorded(report: "CascadeReport", *, cascade: bool) -> dict[str, Any]:
    """Catatan laporan: the report as plain data for JSON."""
    ledger, settings, form = report.ledger, report.settings, cascade_to_dict(report.cascade)
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "years": list(report.case.graph.years),
        "verdict": report.verdict,
        "summary": {lang: first_line(report, lang) for lang in get_args(Lang)},
        "settings": {
            "profile": canonical_form(settings.profile),
            "through": None if settings.through is None else canonical_form(settings.through),
            "rounded": settings.rounded,
            "checks": [check.code for check in settings.checks],
            "suppressions": [canonical_form(one) for one in settings.suppressions],
        },
        "input": digest({name: _without_order(part) for name, part in form.items()}),
        "ledger": {code: dict(ledger.counts(code)) for code in ledger.codes},
        "metrics": report.metrics.data(),
        "findings": [_finding(one) for one in report.findings],
    }
    return {**found, "cascade": form} if cascade else found


def _without_order(part: Any) -> Any:
    return sorted(part, key=canonical_text) if isinstance(part, list) else part


def _finding(one: CascadeFinding) -> dict[str, Any]:
    return {
        "code": one.code,
        "slug": one.slug,
        "severity": one.severity,
        "verdict": one.verdict,
        "subject": one.subject,
        "cell": one.cell,
        "nodes": list(one.nodes),
        "title": {"id": one.title.render("id"), "en": one.title.render("en")},
        "text": {"id": one.text("id"), "en": one.text("en")},
        "fix": {"id": one.fix.render("id"), "en": one.fix.render("en")},
        "data": one.data,
        "basis": [reference.canonical() for reference in one.basis],
        "criteria": list(one.criteria),
        "explained_by": one.explained_by,
        "suppression": None if one.suppression is None else canonical_form(one.suppression),
        "fingerprint": one.fingerprint,
        "value_hash": one.value_hash,
    }


def inputs_of(data: Mapping[str, Any], checks: Iterable[Check]) -> tuple[Cascade, Settings]:
    """Masukan dari catatan: the cascade and the settings that a report was made from.

    Raises:
        InvalidValueError: Something that is no record, or one without its cascade.
        UnknownCodeError: A check that is not among these.
    """
    try:
        if data["schema"] != SCHEMA:
            raise _unreadable("record.schema", data["schema"])
        stated = data["settings"]
        cascade, codes = data["cascade"], [str(code) for code in stated["checks"]]
        settings = {
            "as_of": date.fromisoformat(data["as_of"]),
            "rounded": stated["rounded"],
            "profile": _read(stated["profile"], "record.settings.profile"),
            "through": _read(stated["through"], "record.settings.through"),
            "suppressions": _read(stated["suppressions"], "record.settings.suppressions"),
        }
    except InvalidValueError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _unreadable("record", data) from error
    return cascade_from_dict(cascade), Settings(**settings, checks=checks_named(codes, checks))
