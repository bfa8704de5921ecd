from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sakip import Party, Period, Reference
from sakip.errors import InvalidValueError
from sakip.lifecycle import DISCIPLINE_FACT, PREDICATE_FACT, GivenFact
from sakip.skp import (
    PREDICATES,
    Appraisal,
    DisciplinarySanction,
    DisciplineRule,
    Gravity,
    SanctionEffect,
    discipline_fact,
    predicate_fact,
)

OWN = DisciplineRule(
    "perbup-contoh",
    effects=[
        SanctionEffect("light", quarters=1, behaviour_at_most="meets"),
        SanctionEffect("moderate", quarters=2, behaviour_at_most="meets"),
        SanctionEffect("severe", quarters=4, behaviour_at_most="below"),
    ],
    reference=Reference("Perbup Contoh 1/2024 (rekaan)", certainty="own"),
)


def judged(**fields: Any) -> Appraisal:
    """An appraisal above expectation in both, unless said otherwise."""
    given = {"period": Period.year(2024), "results": "above", "behaviour": "above", "discipline": OWN, **fields}
    return Appraisal(Party("Camat", office="Kecamatan Contoh", official="Rahasia"), **given)


def imposed(gravity: Gravity, month: int = 3) -> list[DisciplinarySanction]:
    """One sanction of a month of 2024."""
    return [DisciplinarySanction(gravity, imposed_on=date(2024, month, 1))]


def why(fact: GivenFact) -> str:
    """Why a fact is not known."""
    assert fact.value is None
    assert fact.because is not None
    return fact.because.render("id")


class TestPredicate:
    def test_is_that_of_the_appraisal(self) -> None:
        """The label, the year, and where it can be looked up."""
        assert predicate_fact(judged()) == GivenFact("predicate", 2024, "Sangat Baik", source="evaluasi kinerja 2024")
        assert predicate_fact(judged(sanctions=imposed("severe"))).value == "Kurang"
        assert predicate_fact(judged(), source="e-kinerja", fact="own") == GivenFact(
            "own", 2024, "Sangat Baik", source="e-kinerja"
        )

    def test_the_labels_are_those_of_the_fact(self) -> None:
        """Every predicate is on the scale of the fact, in the same order."""
        assert PREDICATE_FACT.labels == tuple(PREDICATES.names)

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"results": None}, "hasil kerja belum dinilai"),
            ({"sanctions": None}, "ada tidaknya hukuman disiplin tidak diketahui"),
            ({"period": Period.quarter(2024, 2)}, "yang dinilai hanya Triwulan II 2024, bukan setahun"),
        ],
    )
    def test_what_is_not_known(self, fields: Any, told: str) -> None:
        """A reason instead of a predicate, and a part of a year, are no ground for anything."""
        assert why(predicate_fact(judged(**fields))) == told
        assert predicate_fact(judged(**fields)).year == 2024


class TestDiscipline:
    @pytest.mark.parametrize(("gravity", "label"), [("light", "ringan"), ("moderate", "sedang"), ("severe", "berat")])
    def test_the_gravest_in_force(self, gravity: Gravity, label: str) -> None:
        """Each gravity has its word on the scale of the fact."""
        found = discipline_fact(judged(sanctions=[*imposed(gravity), *imposed("light")]), source="BKPSDM")
        assert found == GivenFact("discipline", 2024, label, source="BKPSDM")
        assert label in DISCIPLINE_FACT.labels

    def test_none(self) -> None:
        """No sanction, or one that is over, by the rule of the appraisal."""
        over = [DisciplinarySanction("light", imposed_on=date(2023, 11, 1))]
        for sanctions in ([], over):
            assert discipline_fact(judged(sanctions=sanctions)).value == "tidak ada" == DISCIPLINE_FACT.labels[-1]
        still = [DisciplinarySanction("moderate", imposed_on=date(2023, 11, 1))]
        assert discipline_fact(judged(sanctions=still)).value == "sedang"

    def test_none_is_not_said_without_a_rule(self) -> None:
        """An appraisal that names no rule says nothing of discipline; it is not clean for that."""
        assert "tidak menyebut aturan disiplin" in why(discipline_fact(judged(discipline=None)))
        told = why(discipline_fact(judged(sanctions=None, discipline=None)))
        assert told == why(discipline_fact(judged(sanctions=None))) == "ada tidaknya hukuman disiplin tidak diketahui"

    def test_a_missing_rating_is_no_matter_of_discipline(self) -> None:
        """The sanction is known though the results are not."""
        assert discipline_fact(judged(results=None, sanctions=imposed("severe"))).value == "berat"

    def test_a_part_of_a_year(self) -> None:
        """A quarter without a sanction is no year without one."""
        assert "Triwulan II 2024" in why(discipline_fact(judged(period=Period.quarter(2024, 2))))


@pytest.mark.parametrize("make", [predicate_fact, discipline_fact])
def test_only_appraisals(make: Callable[..., GivenFact]) -> None:
    """A predicate alone is refused, and nobody is named."""
    with pytest.raises(InvalidValueError) as caught:
        make("Baik")
    assert caught.value.path == f"{make.__name__}.appraisal"
    assert "Rahasia" not in make(judged(sanctions=imposed("light"))).text()
