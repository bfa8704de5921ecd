import pickle
from datetime import date, datetime
from itertools import permutations

import pytest
from attrs import evolve

from sakip import Agreement, History, Reference
from sakip.errors import InvalidValueError
from sakip.testing import example_agreement

FIRST = evolve(example_agreement(), code="PK-1")  # signed on 5 March 2025
SECOND = FIRST.amend(
    code="PK-2",
    signed_on=date(2025, 6, 25),
    effective_on=date(2025, 7, 1),
    reason="priority",
    legal_document=Reference("SK Bupati Contoh 5/2025", certainty="read"),
    targets={"PLAN-1": 3},
)
THIRD = SECOND.amend(code="PK-3", signed_on=date(2025, 10, 1), reason="official")


def refused(*versions: Agreement) -> InvalidValueError:
    """The error of a history of these versions."""
    with pytest.raises(InvalidValueError) as caught:
        History(versions)
    assert caught.value.path == "History.versions"
    return caught.value


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date.min, None),
        (date(2025, 3, 4), None),
        (date(2025, 3, 5), FIRST),
        (date(2025, 6, 25), FIRST),
        (date(2025, 6, 30), FIRST),
        (date(2025, 7, 1), SECOND),
        (date(2025, 9, 30), SECOND),
        (date(2025, 10, 1), THIRD),
        (date.max, THIRD),
    ],
    ids=str,
)
def test_the_version_in_force(day: date, version: Agreement | None) -> None:
    """On each day one version at most is in force: from its own first day until another takes its place."""
    assert History([FIRST, SECOND, THIRD]).as_of(day) is version


def test_order_does_not_matter() -> None:
    """However the versions are given, they stand in the order in which they follow each other."""
    for given in permutations((FIRST, SECOND, THIRD)):
        history = History(given)
        assert history.versions == (FIRST, SECOND, THIRD)
        assert (history.first, history.latest, len(history)) == (FIRST, THIRD, 3)
        assert list(history) == [FIRST, SECOND, THIRD]


def test_two_versions_that_begin_on_one_day() -> None:
    """Of two versions that begin on the same day the one that takes the other's place is in force."""
    same = FIRST.amend(code="PK-2", signed_on=date(2025, 3, 5), reason="strategy")
    assert History([FIRST, same]).as_of(date(2025, 3, 5)) is same


@pytest.mark.parametrize("day", [None, "2025-07-01", datetime(2025, 7, 1), 2025], ids=repr)  # noqa: DTZ001
def test_a_day_is_a_day(day: object) -> None:
    """A text, a date with a time and nothing at all are no days."""
    with pytest.raises(InvalidValueError, match="not-a-date"):
        History([FIRST]).as_of(day)


@pytest.mark.parametrize("versions", [[], [None], None, FIRST], ids=["none", "nothing", "no list", "no list either"])
def test_what_is_no_history(versions: object) -> None:
    """A history is a list of one agreement or more."""
    with pytest.raises(InvalidValueError) as caught:
        History(versions)
    assert caught.value.path.startswith("History.versions")


class TestConflicts:
    """Two versions in force, and chains that are none: each error names both."""

    def test_neither_supersedes(self) -> None:
        """Two first versions are both in force."""
        error = refused(FIRST, evolve(FIRST, code="PK-9"))
        assert (error.code, error.value) == ("two-versions", "PK-1, PK-9")
        assert all("PK-1" in text and "PK-9" in text for text in error.problem)

    def test_both_supersede_one(self) -> None:
        """Two amendments of one version are both in force."""
        error = refused(FIRST, SECOND, evolve(SECOND, code="PK-9"))
        assert (error.code, error.value) == ("two-versions", "PK-2, PK-9")

    def test_a_gap(self) -> None:
        """A version whose predecessor is not there."""
        error = refused(FIRST, THIRD)
        assert (error.code, error.value) == ("version-missing", "PK-3, PK-2")

    def test_a_circle(self) -> None:
        """Versions that supersede each other, alone and beside a sound one."""
        one, other = evolve(FIRST, code="A", supersedes="B"), evolve(FIRST, code="B", supersedes="A")
        assert (refused(one, other).code, refused(FIRST, one, other).value) == ("version-cycle", "A, B")

    def test_one_code_twice(self) -> None:
        """Two versions of one code."""
        error = refused(FIRST, evolve(FIRST, signed_on=date(2025, 3, 6)))
        assert (error.code, error.value) == ("version-twice", "PK-1, PK-1")

    def test_in_force_too_early(self) -> None:
        """A version that begins before the one that it takes the place of."""
        error = refused(FIRST, evolve(SECOND, effective_on=date(2025, 3, 4)))
        assert (error.code, error.value) == ("effective-before-predecessor", "PK-2")
        assert all("PK-1" in text and "PK-2" in text for text in error.problem)
        assert len(History([FIRST, evolve(SECOND, effective_on=date(2025, 3, 5))])) == 2

    @pytest.mark.parametrize("versions", [(evolve(FIRST, signed_on=None),), (FIRST, evolve(THIRD, supersedes="PK-1"))])
    def test_undated(self, versions: tuple[Agreement, ...]) -> None:
        """A version without a date is in force from nobody knows when."""
        *rest, last = versions
        error = refused(*rest, evolve(last, signed_on=None, effective_on=None))
        assert (error.code, error.value) == ("version-undated", last.code)

    @pytest.mark.parametrize("other", [{"year": 2026}, {"starts": 4}], ids=str)
    def test_another_year(self, other: dict[str, int]) -> None:
        """Versions are of one fiscal year."""
        error = refused(FIRST, evolve(SECOND, **other))
        assert (error.code, error.value) == ("other-year", "PK-1, PK-2")

    def test_codes_are_never_templates(self) -> None:
        """A code with braces is named as it is."""
        odd = [evolve(FIRST, code="{first}"), evolve(FIRST, code="{0.x}")]
        assert refused(*odd).value == "{first}, {0.x}"


def test_the_history_as_a_table() -> None:
    """Each version with its dates, the reason in the words of the law, and its document."""
    table = History([FIRST, SECOND, THIRD]).table()
    assert [row[:3] for row in table.rows] == [
        ("PK-1", "5 Maret 2025", "5 Maret 2025"),
        ("PK-2", "25 Juni 2025", "1 Juli 2025"),
        ("PK-3", "1 Oktober 2025", "1 Oktober 2025"),
    ]
    assert table.rows[1][3].startswith("perubahan prioritas atau asumsi")
    assert table.rows[1][4].startswith("SK Bupati Contoh 5/2025")
    assert table.rows[2][3:] == ("terjadi pergantian atau mutasi pejabat", "")
    english = History([FIRST, SECOND]).text("en")
    assert max(len(line) for line in History([FIRST, SECOND]).text(width=40).splitlines()) <= 40
    assert english.splitlines()[0] == "History of the agreement PK-1, 2025"
    assert "<table" in History([FIRST])._repr_html_()
    with pytest.raises(InvalidValueError):
        History([FIRST]).text("de")


def test_a_history_survives_pickling() -> None:
    """It is made again by its constructor and hashes like its equal."""
    history = History([SECOND, FIRST])
    back = pickle.loads(pickle.dumps(history))
    assert (back, hash(back)) == (history, hash(history))
