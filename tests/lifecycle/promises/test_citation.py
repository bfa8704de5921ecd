import pickle

import pytest
from attrs import evolve

from sakip import Agreement, Objective, Party
from sakip.lifecycle import Duty, PlanTarget
from sakip.lifecycle.promises.citation import Register, citations_of, duty_key
from tests.lifecycle.promises.making import agreement, indicator, plan

PARTY = Party("Kepala Dinas A", office="Dinas A")
OLD = plan("J-1", "J-9", code="LAMA", years=(2014, 2018))
NOW = plan("J-1", "J-2", targets=[PlanTarget(indicator("IKU-A"), {2021: 1})])
RENSTRA = plan("J-2", code="RENSTRA")
DUTIES = [Duty("T-1", "Membina", holder="Dinas A"), Duty("T-1", "Mengawasi", holder="Dinas B")]
REGISTER = Register([OLD, NOW, RENSTRA], DUTIES)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("J-1", ("promise", "JANJI", "J-1")),
        ("JANJI:J-1", ("promise", "JANJI", "J-1")),
        ("IKU-A", ("target", "JANJI", "IKU-A")),
        ("RENSTRA:J-2", ("promise", "RENSTRA", "J-2")),
        ("J-2", "ambiguous"),
        ("J-9", "other_period"),
        ("LAMA:J-1", "other_period"),
        ("J-3", "unknown"),
        ("JANJI", "unknown"),
        ("j-1", "unknown"),
        ("T-1", ("duty", "Dinas A", "T-1")),
    ],
)
def test_what_a_code_means(code: str, found: object) -> None:
    """A code means the one item of a plan for the year, or a duty, or it is said why it means nothing."""
    assert REGISTER.find(code, PARTY, 2021) == found


@pytest.mark.parametrize(("year", "document"), [(2018, "LAMA"), (2019, "JANJI")])
def test_the_year_decides(year: int, document: str) -> None:
    """One code in the plans of two periods is that of the agreement's year."""
    assert REGISTER.find("J-1", PARTY, year) == ("promise", document, "J-1")


def test_duties_of_others() -> None:
    """A duty that only others have may be cited, but not one that several others have."""
    stranger = Party("Kepala Dinas C", office="Dinas C")
    assert REGISTER.find("T-1", stranger, 2021) == "ambiguous"
    assert Register([], DUTIES[:1]).find("T-1", stranger, 2021) == ("duty", "Dinas A", "T-1")


def test_a_promise_and_a_duty_of_one_code() -> None:
    """A code for a promise and for a duty means neither."""
    assert Register([NOW], [Duty("J-1", "Membina", holder="Dinas A")]).find("J-1", PARTY, 2021) == "ambiguous"


def test_codes_are_known() -> None:
    """Everything that can be cited is listed once, with its plan and without."""
    assert Register([plan("J-1")], DUTIES).codes == ("J-1", "JANJI:J-1", "T-1")


def cited(signed: Agreement) -> list[tuple[str, str | None, int, str]]:
    """Where each citation of an agreement stands."""
    return [(one.objective, one.target, one.shown_by, one.code) for one in citations_of(signed, REGISTER)]


def test_where_they_stand() -> None:
    """Those of the objective come before those of its indicators, each code once where it stands."""
    signed = agreement("PK-1", indicator("A", "J-1", "J-1", "J-3"), indicator("B"), cites=["J-1", "T-1"])
    assert cited(signed) == [
        ("S1", None, 2, "J-1"),
        ("S1", None, 2, "T-1"),
        ("S1", "A", 1, "J-1"),
        ("S1", "A", 1, "J-3"),
    ]
    subjects = [one.subject for one in citations_of(signed, REGISTER)]
    assert subjects[0] == "agreement[PK-1].objectives[S1].cites"
    assert subjects[-1] == "agreement[PK-1].targets[A].cites"


def test_two_objectives_of_one_name() -> None:
    """Objectives that share a name are told apart."""
    twice = [Objective("Layanan", [], cites="J-1"), Objective("Layanan", [], cites="J-1")]
    found = cited(evolve(agreement(), objectives=twice))
    assert [objective for objective, *_ in found] == ["Layanan", "Layanan #2"]


def test_resolved_or_not() -> None:
    """What is resolved has its plan and item, what is not has its fault, and nothing has both."""
    found = list(citations_of(agreement("PK-1", indicator("A", "J-1", "J-2", "J-9", "J-3")), REGISTER))
    assert [one.is_resolved for one in found] == [True, False, False, False]
    assert [one.fault for one in found] == [None, "ambiguous", "other_period", "unknown"]
    assert [(one.kind, one.item) for one in found[1:]] == [(None, None)] * 3
    assert pickle.loads(pickle.dumps(found)) == found


def test_duty_key() -> None:
    """Two spellings of a holder are one."""
    assert duty_key(DUTIES[0]) == duty_key(evolve(DUTIES[0], holder="dinas  a."))
    assert duty_key(DUTIES[0]) != duty_key(DUTIES[1])
