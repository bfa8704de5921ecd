import pickle
import runpy
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from sakip.errors import InvalidValueError
from sakip.skp import MATRIX_6_2022, PREDICATES, PredicateMatrix, predicate
from sakip.skp.matrix import RULES, Predicate, require_predicate

RATINGS = ("below", "meets", "above")
# Results, behaviour, predicate, as eight independent tables have it.
CELLS = [
    ("above", "below", "Kurang"),
    ("above", "meets", "Baik"),
    ("above", "above", "Sangat Baik"),
    ("meets", "below", "Kurang"),
    ("meets", "meets", "Baik"),
    ("meets", "above", "Baik"),
    ("below", "below", "Sangat Kurang"),
    ("below", "meets", "Butuh Perbaikan"),
    ("below", "above", "Butuh Perbaikan"),
]


class TestPredicate:
    """PermenPANRB 6/2022 (secondary): results by behaviour, three by three."""

    @pytest.mark.parametrize(("results", "behaviour", "label"), CELLS)
    def test_each_cell(self, results: Any, behaviour: Any, label: str) -> None:
        """All nine pairs of ratings have their predicate."""
        assert predicate(results=results, behaviour=behaviour) == label
        assert MATRIX_6_2022.find(results=results, behaviour=behaviour) == label

    def test_the_lines_that_users_were_shown(self) -> None:
        """The lines of tests/typing run as they stand."""
        lines = Path(__file__).resolve().parents[1] / "typing" / "skp_lines.py"
        names = runpy.run_path(str(lines))
        assert names["predicate"] is predicate
        assert lines.read_text(encoding="utf-8").count("\nassert predicate(") == 5

    def test_no_pair_is_missing(self) -> None:
        """The nine cells are every pair there is."""
        assert {cell[:2] for cell in CELLS} == set(product(RATINGS, RATINGS))
        assert {cell[2] for cell in CELLS} == set(get_args(Predicate))

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"results": "Baik", "behaviour": "above"}, "predicate.results"),
            ({"results": "above", "behaviour": "sesuai"}, "predicate.behaviour"),
            ({"results": None, "behaviour": "above"}, "predicate.results"),
            ({"results": 120, "behaviour": "above"}, "predicate.results"),
        ],
    )
    def test_a_rating_outside_the_matrix_is_refused(self, fields: Any, path: str) -> None:
        """The error names the place and the words that may stand there."""
        with pytest.raises(InvalidValueError) as caught:
            predicate(**fields)
        assert (caught.value.code, caught.value.path) == ("unknown-rating", path)
        assert "below, meets, above" in caught.value.way_out[0]

    def test_the_order_of_the_labels(self) -> None:
        """Baik is better than Butuh Perbaikan, which is better than Kurang."""
        assert PREDICATES.names == ("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik")

    @pytest.mark.parametrize(("word", "meant"), [("baik", "Baik"), ("Cukup", "Butuh Perbaikan"), ("Bagus", None)])
    def test_other_labels_are_refused(self, word: str, meant: str | None) -> None:
        """Cukup is not among the labels, and the error says what it is called."""
        with pytest.raises(InvalidValueError) as caught:
            require_predicate(word, "annual_credit.predicate")
        assert caught.value.code == "unknown-predicate"
        assert meant is None or repr(meant) in caught.value.way_out[1]


class TestPublishedMistakes:
    """Public applications whose matrix is wrong."""

    def test_every_below_becomes_butuh_perbaikan(self) -> None:
        """One application calls every pair with a rating below expectation Butuh Perbaikan: three cells are wrong."""
        theirs = [
            (results, behaviour, "Butuh Perbaikan" if "below" in (results, behaviour) else label)
            for results, behaviour, label in CELLS
        ]
        found = MATRIX_6_2022.check(theirs)
        assert [(one.code, one.subject) for one in found] == [
            ("SKP-MATRIX-CELL", "matrix[above, below]"),
            ("SKP-MATRIX-CELL", "matrix[meets, below]"),
            ("SKP-MATRIX-CELL", "matrix[below, below]"),
        ]
        assert found.findings[0].text() == (
            "hasil kerja di atas ekspektasi dan perilaku di bawah ekspektasi diberi predikat Butuh Perbaikan; "
            "seharusnya Kurang menurut PermenPANRB 6/2022"
        )

    def test_labels_of_another_rule(self) -> None:
        """Another one writes Buruk and Cukup, which are no labels of this rule."""
        words = {"Sangat Kurang": "Buruk", "Butuh Perbaikan": "Cukup"}
        found = MATRIX_6_2022.check([(*cell[:2], words.get(cell[2], cell[2])) for cell in CELLS])
        assert [one.subject for one in found] == [
            "matrix[below, below]",
            "matrix[below, meets]",
            "matrix[below, above]",
        ]
        assert "Buruk" in found.findings[0].text("en")

    def test_an_or_between_texts(self) -> None:
        """A third writes `'below' || 'meets'`, which is `below` alone: behaviour that meets falls through."""
        theirs = [(*cell[:2], "Sangat Kurang" if cell[1] == "meets" else cell[2]) for cell in CELLS]
        assert {one.subject for one in MATRIX_6_2022.check(theirs)} == {
            "matrix[above, meets]",
            "matrix[meets, meets]",
            "matrix[below, meets]",
        }

    def test_the_right_table_has_no_finding(self) -> None:
        """In any order the nine cells are right."""
        assert MATRIX_6_2022.check(reversed(CELLS)).codes() == ()

    def test_cells_that_are_missing_or_stand_twice(self) -> None:
        """A table with a hole and a doubled cell is looked at all the same."""
        theirs = [cell for cell in CELLS if cell[:2] != ("below", "below")]
        found = MATRIX_6_2022.check([*theirs, ("meets", "meets", "Cukup"), ("above", "above", "Sangat Baik")])
        assert found.codes() == ("SKP-MATRIX-TWICE", "SKP-MATRIX-MISSING")
        assert "Baik, Cukup" in found.findings[0].text()
        assert {rule.code for rule in RULES} == {"SKP-MATRIX-CELL", "SKP-MATRIX-MISSING", "SKP-MATRIX-TWICE"}

    def test_other_words_in_their_table_are_refused(self) -> None:
        """What is no rating has no cell."""
        with pytest.raises(InvalidValueError) as caught:
            MATRIX_6_2022.check([("sesuai", "meets", "Baik")])
        assert caught.value.path == "PredicateMatrix.check.cells"


class TestOwnMatrix:
    def test_a_matrix_is_total(self) -> None:
        """A missing cell, a doubled one and a foreign label cannot be written down."""
        for cells in (CELLS[1:], [*CELLS, CELLS[0]], [*CELLS[1:], ("above", "below", "Buruk")], "Baik"):
            with pytest.raises(InvalidValueError) as caught:
                PredicateMatrix("own", cells=cells)  # type: ignore[arg-type]
            assert caught.value.path == "PredicateMatrix.cells"

    def test_the_missing_cell_is_named(self) -> None:
        """The error carries the pair that has no predicate."""
        with pytest.raises(InvalidValueError) as caught:
            PredicateMatrix("own", cells=CELLS[1:])  # type: ignore[arg-type]
        assert caught.value.value == [("above", "below")]

    def test_order_does_not_matter(self) -> None:
        """The same cells in any order are the same matrix, which survives pickling."""
        one = PredicateMatrix("own", cells=CELLS)  # type: ignore[arg-type]
        assert one == PredicateMatrix("own", cells=CELLS[::-1])  # type: ignore[arg-type]
        assert pickle.loads(pickle.dumps(one)) == one
        assert one.table().notes == ()

    def test_as_a_table(self) -> None:
        """Results down from above to below, behaviour across from below to above."""
        table = MATRIX_6_2022.table()
        assert [row[1:] for row in table.rows] == [
            ("Kurang", "Baik", "Sangat Baik"),
            ("Kurang", "Baik", "Baik"),
            ("Sangat Kurang", "Butuh Perbaikan", "Butuh Perbaikan"),
        ]
        assert "dari sumber kedua" in table.notes[0]
        assert MATRIX_6_2022._repr_html_() == table.html()
        assert MATRIX_6_2022.text("en", width=200).startswith("Predicate by results")
