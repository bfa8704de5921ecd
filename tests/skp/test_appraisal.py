import pickle
from datetime import date
from itertools import product
from typing import Any

import pytest

from sakip import Party, Period, Realization, Reference, evaluate
from sakip.errors import InvalidValueError
from sakip.policies import LKJIP
from sakip.scoring import Reason
from sakip.skp import (
    KMK_127_2026_DISCIPLINE,
    KMK_127_2026_RATINGS,
    MATRIX_6_2022,
    Appraisal,
    DisciplinarySanction,
    DisciplineRule,
    PredicateMatrix,
    SanctionEffect,
    predicate,
)
from sakip.testing import example_agreement

RATINGS = ("below", "meets", "above")
YEAR = Period.year(2024)
SEVERE = DisciplinarySanction("severe", imposed_on=date(2024, 3, 1))
LIGHT = DisciplinarySanction("light", imposed_on=date(2024, 3, 1))
LOCAL = DisciplineRule(
    "perbup-1-2024",
    effects=[
        SanctionEffect("light", quarters=1, behaviour_at_most="meets"),
        SanctionEffect("moderate", quarters=2, behaviour_at_most="meets"),
        SanctionEffect("severe", quarters=4, behaviour_at_most="below"),
    ],
    reference=Reference("Perbup Contoh 1/2024 (rekaan)", certainty="read"),
)


def judged(**fields: Any) -> Appraisal:
    """An appraisal above expectation in both, unless said otherwise."""
    given = {"period": YEAR, "results": "above", "behaviour": "above", **fields}
    return Appraisal(Party("Camat", office="Kecamatan Contoh"), **given)


class TestPredicate:
    @pytest.mark.parametrize(("results", "behaviour"), list(product(RATINGS, RATINGS)))
    def test_is_that_of_the_matrix(self, results: Any, behaviour: Any) -> None:
        """Without discipline an appraisal says what the matrix says."""
        found = judged(results=results, behaviour=behaviour)
        assert found.predicate == predicate(results=results, behaviour=behaviour)
        assert found.behaviour_counted == behaviour

    def test_another_matrix(self) -> None:
        """A matrix of one's own gives its own predicates and is named."""
        own = PredicateMatrix("own", cells=[(*cell[:2], "Baik") for cell in MATRIX_6_2022.cells])
        assert judged(matrix=own, results="below").predicate == "Baik"
        assert judged(matrix=own).table().notes == ("own",)


class TestDiscipline:
    def test_a_severe_sanction(self) -> None:
        """Behaviour counts as below expectation, so that the best results are Kurang."""
        found = judged(sanctions=[LIGHT, SEVERE], discipline=LOCAL)
        assert (found.sanction, found.behaviour_counted, found.predicate) == (SEVERE, "below", "Kurang")
        assert found.behaviour == "above"

    def test_a_limit_never_lifts(self) -> None:
        """A limit of meets leaves behaviour below expectation where it is."""
        assert judged(sanctions=[LIGHT], discipline=LOCAL, behaviour="below").behaviour_counted == "below"
        assert judged(sanctions=[LIGHT], discipline=LOCAL).behaviour_counted == "meets"

    def test_what_is_over_does_not_count(self) -> None:
        """A sanction of one quarter does not bear on the third quarter."""
        later = judged(sanctions=[LIGHT], discipline=LOCAL, period=Period.quarter(2024, 3))
        assert (later.sanction, later.predicate) == (None, "Sangat Baik")

    def test_a_deduction_leaves_the_rating(self) -> None:
        """A rule that only takes points off a value changes no rating, and that is said beside the predicate."""
        found = judged(sanctions=[SEVERE], discipline=KMK_127_2026_DISCIPLINE)
        assert (found.sanction, found.behaviour_counted) == (SEVERE, "above")
        assert found.check().codes() == ("SKP-DISCIPLINE-VALUE",)
        assert found.check().findings[0].subject == "appraisal[Kecamatan Contoh / Camat, 2024]"
        assert found.table().notes[2] == (
            "Menurut KMK 127/2026, hukuman disiplin berat, 1 Maret 2024 mengurangi nilai, bukan rating; predikat ini "
            "benar hanya bila kedua rating diberikan kepada nilai sesudah potongan [SKP-DISCIPLINE-VALUE]"
        )
        assert "values after the deduction" in found.table("en").notes[2]

    def test_nothing_is_said_where_ratings_show_it(self) -> None:
        """A limit of the behaviour, a sanction that is over, and no sanction."""
        later = Period.quarter(2025, 3)
        assert judged(sanctions=[SEVERE], discipline=LOCAL).check().codes() == ()
        assert judged(sanctions=[SEVERE], discipline=KMK_127_2026_DISCIPLINE, period=later).check().codes() == ()
        assert judged(discipline=KMK_127_2026_DISCIPLINE).check().codes() == ()

    def test_sanctions_need_a_rule(self) -> None:
        """What a sanction does is never assumed; a rule without sanctions may stand."""
        with pytest.raises(InvalidValueError) as caught:
            judged(sanctions=[SEVERE])
        assert caught.value.code == "no-discipline-rule"
        assert judged(discipline=LOCAL).predicate == "Sangat Baik"


class TestNotKnown:
    """What is not known is a reason, and never the best of what it could be."""

    @pytest.mark.parametrize(
        ("fields", "told"),
        [
            ({"results": None}, "hasil kerja belum dinilai"),
            ({"behaviour": None}, "perilaku kerja belum dinilai"),
            ({"sanctions": None}, "ada tidaknya hukuman disiplin tidak diketahui"),
            ({"sanctions": None, "discipline": LOCAL}, "ada tidaknya hukuman disiplin tidak diketahui"),
            ({"results": Reason.own("menunggu LKjIP")}, "menunggu LKjIP"),
            ({"sanctions": Reason.own("menunggu BKPSDM")}, "menunggu BKPSDM"),
        ],
    )
    def test_there_is_a_reason_and_no_predicate(self, fields: Any, told: str) -> None:
        """A rating or the sanctions may be unknown, each with its reason or with ours."""
        found = judged(**fields)
        assert isinstance(found.predicate, Reason)
        assert (found.predicate.text(), found.reasons) == (told, (found.predicate,))
        assert found.check().codes() == ()

    def test_none_is_not_unknown(self) -> None:
        """An empty list says that there are no sanctions, as leaving it out does; None does not."""
        assert judged(sanctions=[], discipline=LOCAL).predicate == judged(discipline=LOCAL).predicate == "Sangat Baik"
        assert isinstance(judged(sanctions=None, discipline=LOCAL).sanction, Reason)
        assert isinstance(judged(sanctions=None, discipline=LOCAL).behaviour_counted, Reason)
        assert judged(sanctions=[], discipline=LOCAL).sanction is None

    def test_a_known_sanction_does_not_make_up_for_a_rating(self) -> None:
        """The limit of a sanction is no rating of the behaviour."""
        found = judged(behaviour=None, sanctions=[SEVERE], discipline=LOCAL)
        assert isinstance(found.behaviour_counted, Reason)
        assert found.sanction == SEVERE

    def test_everything_that_is_unknown_is_told(self) -> None:
        """All reasons stand in the rows and in the table; the predicate is a bar."""
        found = judged(results=None, behaviour=None, sanctions=None)
        assert [one.code for one in found.reasons] == ["not-rated", "not-rated", "sanctions-unknown"]
        (row,) = found.rows("en")
        assert row["reason"] == "results: not rated yet; behaviour: not rated yet; sanctions, or none: not known"
        unknown = ("results", "behaviour", "behaviour_counted", "sanction", "predicate")
        assert [row[name] for name in unknown] == [None] * 5
        assert found.table().rows == (
            ("Hasil kerja", "hasil kerja belum dinilai"),
            ("Perilaku kerja", "perilaku kerja belum dinilai"),
            ("Disiplin", "ada tidaknya hukuman disiplin tidak diketahui"),
            ("Predikat", "–"),
        )
        assert pickle.loads(pickle.dumps(found)) == found

    def test_a_rating_of_an_evaluation_goes_in_as_it_is(self) -> None:
        """What `rate_evaluation` gives is taken, whether it is a rating or a reason."""
        missing = evaluate(example_agreement(), policy=LKJIP)
        half = evaluate(example_agreement(), [Realization("PLAN-1", 1)], policy=LKJIP)
        rated = [judged(results=KMK_127_2026_RATINGS.rate_evaluation(one)).predicate for one in (missing, half)]
        assert isinstance(rated[0], Reason)
        assert rated[1] == "Butuh Perbaikan"


class TestShown:
    def test_rows(self) -> None:
        """One flat dict."""
        assert judged(sanctions=[SEVERE], discipline=LOCAL).rows("en") == [
            {
                "position": "Camat",
                "office": "Kecamatan Contoh",
                "period": "2024",
                "results": "above",
                "behaviour": "above",
                "behaviour_counted": "below",
                "sanction": "a severe disciplinary sanction, 1 March 2024",
                "predicate": "Kurang",
                "matrix": "permenpanrb-6-2022",
                "reason": None,
            }
        ]
        assert judged().rows()[0]["sanction"] is None

    def test_the_text_tells_what_led_there(self) -> None:
        """Ratings, the sanction, what counts, the predicate, and both rules."""
        found = judged(sanctions=[SEVERE], discipline=LOCAL)
        table = found.table()
        assert table.rows == (
            ("Hasil kerja", "di atas ekspektasi"),
            ("Perilaku kerja", "di atas ekspektasi"),
            ("Disiplin", "hukuman disiplin berat, 1 Maret 2024"),
            ("Perilaku yang dihitung", "di bawah ekspektasi"),
            ("Predikat", "Kurang"),
        )
        assert table.notes[1].endswith("Perbup Contoh 1/2024 (rekaan) (dibaca pada naskahnya)")
        assert [row[0] for row in judged().table("en").rows] == ["Results", "Behaviour", "Predicate"]
        assert found._repr_html_() == table.html()
        assert found.text("en", width=100).startswith("Appraisal of Camat, Year 2024")

    def test_the_person_is_nowhere(self) -> None:
        """The name of the official is in no text and in no representation."""
        found = Appraisal(Party("Camat", official="Rahasia"), period=YEAR, results="meets", behaviour="meets")
        assert "Rahasia" not in f"{found!r} {found.text()} {found.rows()} {found._repr_html_()}"

    def test_survives_pickling(self) -> None:
        """An appraisal is a value."""
        found = judged(sanctions=[SEVERE], discipline=LOCAL)
        assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"results": "Baik"}, "Appraisal.results"),
        ({"behaviour": "sesuai"}, "Appraisal.behaviour"),
        ({"period": 2024}, "Appraisal.period"),
        ({"sanctions": ["berat"]}, "Appraisal.sanctions[0]"),
        ({"discipline": "perbup"}, "Appraisal.discipline"),
        ({"matrix": "6/2022"}, "Appraisal.matrix"),
    ],
)
def test_bad_fields(fields: Any, path: str) -> None:
    """Each field is asked for by its own type."""
    with pytest.raises(InvalidValueError) as caught:
        judged(**fields)
    assert caught.value.path == path
