from datetime import date
from typing import Any

import pytest

from sakip import Party, Reference, Tenure
from sakip.errors import InvalidValueError
from sakip.skp import check_rater
from sakip.skp.rater import RULES

LETTER = Reference("SK Bupati 800/1/2024", certainty="read")
RATED = Party("Kepala Bidang", echelon="III.b")


def held(echelon: str | None, kind: Any = "definitive", official: str = "Rahasia") -> Tenure:
    """A post of a level in some capacity."""
    return Tenure(Party("Penilai", echelon=echelon), official, kind=kind, starts=date(2024, 1, 1), legal_basis=LETTER)


@pytest.mark.parametrize(
    ("rated", "rater", "codes"),
    [
        ("III.b", "II.b", ()),
        ("III.b", "III.a", ()),
        ("II.b", "II.a", ()),
        ("III.b", "III.b", ("SKP-RATER-NOT-ABOVE",)),
        ("III.a", "III.b", ("SKP-RATER-NOT-ABOVE",)),
        ("III", "III", ()),
        ("JPT PRATAMA", "JPT PRATAMA", ()),
        ("III.b", "IV.a", ("SKP-RATER-NOT-ABOVE",)),
        ("V", "IV.b", ()),
        ("PELAKSANA", "PENGAWAS", ()),
        ("PELAKSANA", "V", ("SKP-RATER-LEVEL",)),
        ("IV.a", "V", ("SKP-RATER-NOT-ABOVE", "SKP-RATER-LEVEL")),
        ("PELAKSANA", "JF AHLI MUDA", ("SKP-RATER-LEVEL",)),
        ("II.b", "BUPATI", ()),
        (None, "II.b", ("SKP-RATER-UNKNOWN",)),
        ("III.b", None, ("SKP-RATER-UNKNOWN",)),
    ],
)
def test_levels(rated: str | None, rater: str | None, codes: tuple[str, ...]) -> None:
    """The rater is above the rated, and a supervisor at least; where a level is not known that is said."""
    assert check_rater(Party("Dinilai", echelon=rated), held(rater)).codes() == codes


@pytest.mark.parametrize("kind", ["Plt", "Plh", "Pj", "Pjs"])
def test_acting_raters_need_a_delegation(kind: str) -> None:
    """Permensos 4/2024, article 13: the evaluation may be delegated to a Plt or a Plh."""
    (finding,) = check_rater(RATED, held("II.b", kind))
    assert finding.code == "SKP-RATER-ACTING"
    assert check_rater(RATED, held("II.b", kind), delegation=LETTER).codes() == ()


def test_a_delegation_lets_a_lower_official_rate() -> None:
    """A functional official to whom rating was delegated may rate."""
    assert check_rater(Party("Dinilai", echelon="PELAKSANA"), held("JF AHLI MUDA"), delegation=LETTER).codes() == ()


@pytest.mark.parametrize(
    ("rated", "rater", "codes"),
    [
        ("III.b", "III.b", ()),
        ("III.b", "IV.a", ("SKP-RATER-NOT-ABOVE",)),
        ("II.b", "IV.a", ("SKP-RATER-NOT-ABOVE",)),
    ],
)
def test_a_delegation_goes_no_further_up(rated: str, rater: str, codes: tuple[str, ...]) -> None:
    """An equal may rate by delegation, but nobody rates a post above his own."""
    assert check_rater(Party("Dinilai", echelon=rated), held(rater), delegation=LETTER).codes() == codes


def test_nobody_rates_the_own_post() -> None:
    """Neither with a delegation nor without."""
    own = held("II.b")
    for delegation in (None, LETTER):
        assert check_rater(own.party, own, delegation=delegation).codes() == ("SKP-RATER-NOT-ABOVE",)


def test_words() -> None:
    """Position, level and capacity are named, and never the person."""
    report = check_rater(RATED, held("IV.a", "Plt"))
    assert [finding.text() for finding in report] == [
        "Penilai (Eselon IV.a) tidak lebih tinggi daripada Kepala Bidang (Eselon III.b) yang dinilai",
        "Penilai menilai sebagai Plt., pelaksana tugas tanpa pendelegasian",
    ]
    assert "Rahasia" not in report.text() + report.text("en")
    assert {finding.subject for finding in report} == {"rater[Kepala Bidang]"}


def test_every_rule_can_be_found() -> None:
    """No rule stands on paper alone."""
    reports = (check_rater(Party("A"), held("II")), check_rater(Party("A", echelon="IV"), held("V", "Plt")))
    assert {code for report in reports for code in report.codes()} == {rule.code for rule in RULES}


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"rated": "Camat"}, "check_rater.rated"),
        ({"rater": RATED}, "check_rater.rater"),
        ({"delegation": "SK"}, "check_rater.delegation"),
    ],
)
def test_bad_arguments(fields: Any, path: str) -> None:
    """Each argument is asked for by its own type."""
    with pytest.raises(InvalidValueError) as caught:
        check_rater(**{"rated": RATED, "rater": held("II"), **fields})
    assert caught.value.path == path
