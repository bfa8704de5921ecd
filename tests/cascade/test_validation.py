import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from sakip import Period, Realization
from sakip.cascade import KEMENKEU, Cascade, validate
from sakip.errors import InvalidValueError
from tests.cascade.making import TOP, YEAR_END, family, pk, target


def test_only_a_cascade_can_be_validated() -> None:
    """A list of agreements is none."""
    bad: Any = [pk("PK-1", "KADIS", "II", None)]
    with pytest.raises(InvalidValueError) as caught:
        validate(bad, as_of=YEAR_END)
    assert (caught.value.code, caught.value.path) == ("wrong-kind", "validate.cascade")


def test_settings_reach_the_checks() -> None:
    """The day, the profile, the part of the year and the rounding are those of the case."""
    quarter = Period.quarter(2025, 2)
    case = validate(Cascade(), as_of=date(2025, 6, 30), profile=KEMENKEU, through=quarter, rounded="exact").case
    assert (case.as_of, case.profile, case.through, case.rounded) == (date(2025, 6, 30), KEMENKEU, quarter, "exact")


def test_a_part_of_the_year_is_judged_by_its_quarters() -> None:
    """Through the first quarter the parent agrees with its child; through the second it does not."""

    def quarters(code: str, *amounts: int) -> list[Realization]:
        return [Realization(code, one, period=Period.quarter(2025, at)) for at, one in enumerate(amounts, 1)]

    plan = {Period.quarter(2025, at): 10 for at in range(1, 5)}
    top, low = (evolve(target(code, 40, consolidation="sum"), trajectory=plan) for code in "TA")
    cascade = family(top, low, realizations={TOP: quarters("T", 10, 11), ("KABID-2", "A"): quarters("A", 10, 10)})
    for number, expected in ((1, []), (2, ["CAS401"])):
        report = validate(cascade, as_of=YEAR_END, through=Period.quarter(2025, number))
        assert [one.code for one in report.findings if one.code == "CAS401"] == expected


def test_rounding_decides_whether_numbers_meet() -> None:
    """Rounded to whole numbers 33 and 66 make 100; taken exactly they do not."""
    top, *low = (target(code, value, decimals=0) for code, value in (("T", 100), ("A", 33), ("B", 66)))
    cascade = family(top, *low)
    for rounded, expected in (("nearest", []), ("exact", ["CAS301"])):
        found = validate(cascade, as_of=YEAR_END, rounded=rounded).findings
        assert [one.code for one in found if one.code == "CAS301"] == expected


def test_the_lines_that_users_were_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """The lines of tests/typing run as they stand, and print something."""
    runpy.run_path(str(Path(__file__).resolve().parents[1] / "typing" / "cascade_lines.py"))
    assert len(capsys.readouterr().out) > 200
