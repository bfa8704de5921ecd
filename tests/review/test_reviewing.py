"""The one call of the review."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from sakip.errors import InvalidValueError
from sakip.review import review
from tests.review.making import row

BLOCK = [
    {
        "indicator": "Angka kematian ibu",
        "unit": "per 100.000",
        "target": "49,34",
        "realization": "110,84",
        "achievement": "-24,65",
    },
    {
        "indicator": "Indeks pelayanan publik",
        "unit": "indeks",
        "target": "3,52",
        "realization": "4,02",
        "achievement": "114,20",
    },
    {"indicator": "Layanan administrasi", "unit": "%", "target": "75%", "realization": "92,8", "achievement": "92,8"},
]


def test_three_rows() -> None:
    """A negative result of 2T - R, an index, and a repeated column."""
    report = review(BLOCK)
    assert [line.verdict for line in report.lines] == ["reproduced", "reproduced", "not-reproduced"]
    assert (report.lines[0].formula, report.lines[0].polarity) == ("lower-is-better", "minimize")
    assert report.lines[2].hypotheses[0].code == "column-repeated"


def test_no_rows() -> None:
    """A table without rows has a review without lines."""
    report = review([])
    assert (report.lines, report.findings.codes()) == ((), ())
    assert report.verify(report.digest)


def test_floats_are_findings_unless_asked_for() -> None:
    """The contents of a spreadsheet."""
    rows = [row(3.52, 4.02, 114.2)]
    assert review(rows).lines[0].reason == "unreadable"
    assert review(rows, floats="shortest").lines[0].verdict == "reproduced"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"policy": "lkjip"}, "wrong-kind"),
        ({"agreements": ["PK"]}, "wrong-kind"),
        ({"agreements": "PK"}, "not-a-list"),
        ({"previous": {"target": "1"}}, "one-row"),
        ({"source": ""}, "empty-text"),
        ({"floats": "longest"}, "unknown-floats"),
        ({"columns": {"x": "y"}}, "unknown-field"),
    ],
)
def test_misuse_raises(arguments: dict[str, Any], code: str) -> None:
    """Arguments of another kind, by the name of the argument."""
    with pytest.raises(InvalidValueError) as caught:
        review(BLOCK, **arguments)
    assert caught.value.code == code
    assert caught.value.path.startswith(f"review.{next(iter(arguments))}")


def test_the_lines_that_users_were_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of tests/typing run as they stand, and print something."""
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "typing" / "review_lines.py"))
    assert len(capsys.readouterr().out) > 200
