import pickle
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Party, Reference, Tenure
from sakip.errors import InvalidValueError
from sakip.testing import tenures

HEAD = Party("Kepala Dinas Kesehatan", office="Dinas Kesehatan")
PERSON = "Nama Rahasia, NIP 197001011990031001"


def tenure(**changes: Any) -> Tenure:
    """A definitive tenure of the year 2024, with what a test changes."""
    fields: dict[str, Any] = {"starts": date(2024, 1, 1), "ends": date(2024, 12, 31), **changes}
    return Tenure(fields.pop("party", HEAD), fields.pop("official", PERSON), **fields)


class TestTenure:
    @pytest.mark.parametrize(
        ("day", "inside"),
        [
            (date(2023, 12, 31), False),
            (date(2024, 1, 1), True),
            (date(2024, 12, 31), True),
            (date(2025, 1, 1), False),
        ],
    )
    def test_first_and_last_day_are_in_office(self, day: date, inside: bool) -> None:
        """The first and the last day belong to the tenure, their neighbours do not."""
        assert tenure().covers(day) is inside

    def test_without_an_end_it_goes_on(self) -> None:
        """A tenure without an end covers every day from its first one."""
        assert tenure(ends=None).covers(date.max)
        assert not tenure(ends=None).covers(date(2023, 12, 31))

    @pytest.mark.parametrize("ends", [date(2024, 1, 1), None])
    def test_one_day_is_enough(self, ends: date | None) -> None:
        """A tenure may end on its first day."""
        assert tenure(ends=ends).starts == date(2024, 1, 1)

    def test_an_end_before_the_start_is_refused(self) -> None:
        """The day before the first day cannot be the last."""
        with pytest.raises(InvalidValueError) as caught:
            tenure(ends=date(2023, 12, 31))
        assert (caught.value.code, caught.value.path) == ("ends-before-start", "Tenure.ends")

    @pytest.mark.parametrize(
        ("changes", "code", "path"),
        [
            ({"party": "Camat"}, "wrong-kind", "Tenure.party"),
            ({"official": ""}, "empty-text", "Tenure.official"),
            ({"official": None}, "empty-text", "Tenure.official"),
            ({"kind": "caretaker"}, "unknown-tenure-kind", "Tenure.kind"),
            ({"starts": datetime(2024, 1, 1)}, "not-a-date", "Tenure.starts"),  # noqa: DTZ001 - what is refused
            ({"starts": None}, "not-a-date", "Tenure.starts"),
            ({"ends": "2024-12-31"}, "not-a-date", "Tenure.ends"),
            ({"legal_basis": "SK"}, "wrong-kind", "Tenure.legal_basis"),
            ({"party": Party("Camat", official="Lain")}, "two-officials", "Tenure.official"),
        ],
    )
    def test_refuses(self, changes: dict[str, Any], code: str, path: str) -> None:
        """Each field refuses what it cannot hold, by code and path."""
        with pytest.raises(InvalidValueError) as caught:
            tenure(**changes)
        assert (caught.value.code, caught.value.path) == (code, path)

    def test_the_word_that_was_meant_is_named(self) -> None:
        """An Indonesian word for a kind is not taken in silence, but its name is given."""
        with pytest.raises(InvalidValueError, match="'Plt'"):
            tenure(kind="pelaksana tugas")

    def test_the_same_person_may_stand_in_the_party(self) -> None:
        """A party that names the same official does not contradict the tenure."""
        assert tenure(party=Party("Camat", official=PERSON)).official == PERSON

    def test_the_person_is_in_no_text(self) -> None:
        """Representation, text and errors never hold the name, not even a refused one."""
        known = tenure(kind="Plt", legal_basis=Reference("SK 1/2024", certainty="read"))
        with pytest.raises(InvalidValueError) as caught:
            tenure(official=f"{PERSON}\u202e")
        with pytest.raises(InvalidValueError) as other:
            tenure(party=Party("Camat", official="Lain"))
        told = [repr(known), known.text("id"), known.text("en"), str(caught.value), str(other.value)]
        assert [text for text in told if "Rahasia" in text or "1970" in text or "Lain" in text] == []

    def test_text_in_both_languages(self) -> None:
        """The text gives position, kind and days."""
        assert tenure().text() == "Kepala Dinas Kesehatan (definitif), 1 Januari 2024 sampai 31 Desember 2024"
        assert tenure(ends=None, kind="Pj").text("en") == (
            "Kepala Dinas Kesehatan (Pj., interim official), since 1 January 2024"
        )

    @pytest.mark.parametrize(("kind", "rank"), [("definitive", 0), ("Plt", 1), ("Pj", 1), ("Plh", 2), ("Pjs", 2)])
    def test_who_stands_in_goes_first(self, kind: Any, rank: int) -> None:
        """Who stands in for a while goes before who fills an empty post, and both before the definitive official."""
        assert tenure(kind=kind).precedence == rank

    def test_meets_needs_a_tenure(self) -> None:
        """Only tenures meet tenures."""
        with pytest.raises(InvalidValueError):
            tenure().meets(HEAD)  # type: ignore[arg-type]


@given(tenures(), tenures(), st.dates(date(2023, 1, 1), date(2026, 12, 31)))
def test_two_tenures_meet_where_a_day_is_in_both(one: Tenure, other: Tenure, day: date) -> None:
    """Meeting is mutual, and a day that both cover is a proof of it; the later start is such a day."""
    assert one.meets(other) == other.meets(one)
    assert one.meets(other) or not (one.covers(day) and other.covers(day))
    later = max(one.starts, other.starts)
    assert one.meets(other) == (one.covers(later) and other.covers(later))


@given(tenures(rich=True))
def test_survives_pickling(one: Tenure) -> None:
    """A tenure comes back from a pickle as itself, and covers its own edges."""
    assert pickle.loads(pickle.dumps(one)) == one
    assert one.covers(one.starts)
    if one.ends is not None:
        assert one.covers(one.ends)
        assert not one.covers(one.ends + timedelta(days=1))


@pytest.mark.parametrize(("field", "other"), [("starts", {}), ("ends", {"starts": date(2024, 1, 1)})])
def test_days_beyond_the_calendar_are_refused(field: str, other: dict[str, date]) -> None:
    """A placeholder such as 31 December 9999 is no day of a tenure; without an end it is left out."""
    with pytest.raises(InvalidValueError) as caught:
        Tenure(Party("Camat"), "Contoh", **{**other, field: date(9999, 12, 31)})
    assert (caught.value.code, caught.value.path) == ("day-out-of-range", f"Tenure.{field}")
