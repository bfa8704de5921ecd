"""A review as a whole."""

import pickle

from attrs import evolve

from sakip.policies import LKJIP
from sakip.review import review
from tests.review.making import CLEAN, row

MIXED = [*CLEAN, row("75%", "92,8", "92,8"), row("0", "1", "2"), row("0,49", "0,01", "198,58")]


def test_counts_and_wrong_rows() -> None:
    """By verdict, none left out."""
    report = review(MIXED)
    assert report.counts == {
        "reproduced": 3,
        "reproduced-against-polarity": 0,
        "rounding": 1,
        "not-reproduced": 1,
        "not-computable": 1,
    }
    assert [line.row for line in report.wrong] == [4]


def test_findings_stand_in_the_order_of_the_rows() -> None:
    """Those of the table as a whole come last."""
    places = [one.place and one.place.row for one in review(MIXED, policy=LKJIP).findings]
    rows = [place for place in places if place is not None]
    assert rows == sorted(rows)
    assert None not in places[: len(rows)]


class TestVerify:
    """An inspector can verify a review."""

    def test_it_follows_from_its_rows(self) -> None:
        """With all that it was compared with."""
        report = review(MIXED, policy=LKJIP, previous=CLEAN, source="LKjIP")
        assert report.verify()
        assert report.verify(report.digest)
        assert not report.verify("0" * 64)

    def test_an_exchanged_line_is_found(self) -> None:
        """And so is an exchanged source, by the digest."""
        report = review(MIXED)
        lines = (evolve(report.lines[0], verdict="not-reproduced"), *report.lines[1:])
        assert not evolve(report, lines=lines).verify()
        assert not evolve(report, source="lain").verify(report.digest)


def test_reviews_survive_pickling() -> None:
    """And stay equal, findings included."""
    report = review(MIXED)
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert again.findings == report.findings
    assert hash(again) == hash(report)


def test_notebooks_show_the_document() -> None:
    """As HTML."""
    report = review(MIXED)
    assert report._repr_html_() == report.html()


def test_undecided_rows() -> None:
    """Stand beside the wrong ones, and change the digest as those do."""
    report = review([row("80", "92", "100"), row("75%", "92,8", "92,8")])
    assert [line.row for line in report.undecided] == [1]
    assert [line.row for line in report.wrong] == [2]
    assert review(MIXED).undecided == ()
