import json
import pickle
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.skp import Distribution, distribution_pattern
from sakip.skp.distribution import RULES

SHORT = {"SB": "Sangat Baik", "B": "Baik", "BP": "Butuh Perbaikan", "K": "Kurang", "SK": "Sangat Kurang"}


def spread(organisation: Any, **counts: int) -> Distribution:
    """A distribution by the initials of the predicates."""
    given = [SHORT[label] for label, count in counts.items() for _ in range(count)]
    return Distribution(distribution_pattern(organisation), given)  # type: ignore[arg-type]


class TestCheck:
    """SE MenPANRB 3/2023, twenty employees of each organisation."""

    @pytest.mark.parametrize(
        ("organisation", "counts", "codes"),
        [
            ("Istimewa", {"SB": 14, "B": 6}, []),
            ("Istimewa", {"SB": 15, "B": 5}, ["SKP-DIST-MANY"]),
            ("Istimewa", {"SB": 11, "SK": 9}, []),
            ("Istimewa", {"SB": 10, "B": 10}, ["SKP-DIST-MAJORITY"]),
            ("Baik", {"B": 14, "SB": 5, "K": 1}, []),
            ("Baik", {"B": 14, "SB": 5, "BP": 1}, []),
            ("Baik", {"B": 14, "SB": 5, "SK": 1}, ["SKP-DIST-NO-ONE"]),
            ("Baik", {"B": 20}, ["SKP-DIST-MANY", "SKP-DIST-NO-ONE"]),
            ("Baik", {"B": 10, "SB": 9, "BP": 1}, ["SKP-DIST-MAJORITY"]),
            ("Butuh Perbaikan", {"BP": 12, "SB": 2, "B": 6}, []),
            ("Butuh Perbaikan", {"BP": 11, "SB": 2, "B": 7}, ["SKP-DIST-FEW"]),
            ("Butuh Perbaikan", {"BP": 12, "SB": 3, "B": 5}, ["SKP-DIST-MANY"]),
            ("Kurang", {"K": 12, "BP": 2, "SB": 2, "B": 4}, []),
            ("Kurang", {"K": 12, "BP": 1, "SB": 2, "B": 5}, ["SKP-DIST-FEW"]),
            ("Kurang", {"K": 11, "BP": 2, "SB": 3, "B": 4}, ["SKP-DIST-FEW", "SKP-DIST-MANY"]),
            ("Sangat Kurang", {"SK": 12, "K": 1, "BP": 1, "B": 6}, []),
            ("Sangat Kurang", {"SK": 12, "K": 2, "B": 6}, []),
            ("Sangat Kurang", {"SK": 12, "BP": 1, "B": 7}, ["SKP-DIST-FEW"]),
            ("Sangat Kurang", {"SK": 12, "K": 2, "B": 5, "SB": 1}, ["SKP-DIST-MANY"]),
        ],
    )
    def test_both_sides_of_each_limit(self, organisation: Any, counts: dict[str, int], codes: list[str]) -> None:
        """Each limit is kept at its number and broken one beside it."""
        assert spread(organisation, **counts).check().codes() == tuple(codes)

    def test_words(self) -> None:
        """The findings name how many there are, how many may be, and of which organisation."""
        many, no_one = spread("Baik", B=20).check()
        assert many.text() == ("20 dari 20 pegawai berpredikat Baik; paling banyak 14 (70 %) bila organisasi Baik")
        assert no_one.text() == (
            "tidak seorang pun dari 20 pegawai berpredikat Butuh Perbaikan atau Kurang; harus ada bila organisasi Baik"
        )
        assert {finding.severity for finding in (many, no_one)} == {"warning"}
        assert many.subject == "distribution[Baik]"

    def test_nobody(self) -> None:
        """A distribution over nobody is a finding and not a perfect distribution."""
        empty = spread("Baik")
        assert empty.check().codes() == ("SKP-DIST-NOBODY",)
        assert {row["kept"] for row in empty.rows()} == {None}
        assert {row[-1] for row in empty.table().rows} == {"–"}
        assert Distribution(distribution_pattern("Baik"), [None]).check().codes() == (
            "SKP-DIST-NOBODY",
            "SKP-DIST-UNDECIDED",
        )

    def test_who_has_no_predicate_is_not_counted(self) -> None:
        """Three without a predicate change neither size nor limits, and are told."""
        found = Distribution(distribution_pattern("Istimewa"), ["Sangat Baik"] * 14 + ["Baik"] * 6 + [None] * 3)
        assert (found.size, found.limits[0].count) == (20, 14)
        (told,) = found.check()
        assert told.text("en") == "employees without a predicate, not counted: 3"

    def test_a_unit_that_is_too_small(self) -> None:
        """Two employees cannot be 60 percent Kurang and 10 percent Butuh Perbaikan in whole people."""
        assert spread("Kurang", K=2).check().codes() == ("SKP-DIST-SMALL",)
        (told,) = spread("Kurang", K=2).check()
        assert told.text() == (
            "Butuh Perbaikan seharusnya paling sedikit 1, tetapi 2 pegawai tidak cukup di samping batas lain; dipakai 0"
        )
        assert spread("Kurang", K=2, BP=1).check().codes() == ()

    def test_every_rule_can_be_found(self) -> None:
        """No rule stands on paper alone."""
        found = {
            *spread("Baik", B=20).check().codes(),
            *spread("Istimewa", B=20).check().codes(),
            *spread("Kurang", B=2).check().codes(),
            *Distribution(distribution_pattern("Baik"), [None]).check().codes(),
        }
        assert found == {rule.code for rule in RULES}

    @pytest.mark.parametrize("predicates", [["Cukup"], [1], "Baik", [["Baik"]]])
    def test_other_labels_are_refused(self, predicates: Any) -> None:
        """What is no predicate of an employee cannot be counted."""
        with pytest.raises(InvalidValueError):
            Distribution(distribution_pattern("Baik"), predicates)

    def test_the_pattern_is_asked_for(self) -> None:
        """A word alone is no pattern."""
        with pytest.raises(InvalidValueError):
            Distribution("Baik", ["Baik"])  # type: ignore[arg-type]
        with pytest.raises(InvalidValueError):
            spread("Baik", B=1).count("Baik")  # type: ignore[arg-type]


class TestShown:
    def test_counts(self) -> None:
        """Every predicate is counted, the highest first."""
        assert spread("Baik", K=1, B=2).counts == (
            ("Sangat Baik", 0),
            ("Baik", 2),
            ("Butuh Perbaikan", 0),
            ("Kurang", 1),
            ("Sangat Kurang", 0),
        )

    def test_rows(self) -> None:
        """One dict a limit, whose numbers can be text for JSON."""
        found = spread("Baik", B=14, K=6)
        first = found.rows()[0]
        assert (first["rule"], first["percent"], first["limit"], first["count"], first["kept"]) == (
            "at_most",
            70,
            14,
            14,
            True,
        )
        assert [row["percent"] for row in json.loads(json.dumps(found.rows(numbers="text")))] == ["70", None, None]
        assert [row["certainty"] for row in found.rows()] == ["read", "read", "derived"]
        with pytest.raises(InvalidValueError):
            found.rows(numbers="float")  # type: ignore[arg-type]

    def test_table(self) -> None:
        """A broken limit is said to be broken; below it the counts and both references."""
        table = spread("Istimewa", SB=15, B=5).table()
        assert [row[2:] for row in table.rows] == [("14", "15", "tidak"), ("11", "15", "ya")]
        assert table.notes[0].startswith("Sangat Baik 15, Baik 5")
        assert len(table.notes) == 3
        assert spread("Istimewa", SB=1)._repr_html_() == spread("Istimewa", SB=1).table().html()
        assert spread("Istimewa", SB=1).text("en", width=100).startswith("Distribution of predicates: 1 employees")

    def test_survives_pickling(self) -> None:
        """A distribution is a value."""
        found = spread("Istimewa", SB=3)
        assert pickle.loads(pickle.dumps(found)) == found
