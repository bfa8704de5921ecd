from datetime import date
from typing import Any

import pytest
from attrs import evolve

from sakip import Party
from sakip.errors import InvalidValueError
from sakip.lifecycle import FORM_53_2014, FormSignature, Succession, official_form
from sakip.lifecycle.official.signature import holder_of, parties_of
from tests.lifecycle.official.making import HEAD, REGENT, SIGNED, agreement, held_by

ALONE = [("MENTERI", "Menteri Contoh"), ("GUBERNUR", "Gubernur"), ("BUPATI", "Bupati"), ("WALI KOTA", "Wali Kota")]
TOGETHER = ["I.a", "II.b", "III.a", "IV.a", "JPT MADYA", "JPT PRATAMA", "ADMINISTRATOR", "PENGAWAS", "JF AHLI MUDA"]


class TestHowMany:
    """A minister and a head of region sign alone, everybody else with the superior (Permendag 10/2023, article 12)."""

    @pytest.mark.parametrize(("echelon", "position"), ALONE)
    def test_alone(self, echelon: str, position: str) -> None:
        """By the level, and by the title where no level is stated; without a heading above the signature."""
        for party in (Party(position, echelon=echelon), Party(position)):
            (only,) = official_form(agreement(first_party=party, second_party=None)).signatures
            assert (only.role, only.position, only.label("id")) == ("first_party", position, "")

    @pytest.mark.parametrize("echelon", TOGETHER)
    def test_together(self, echelon: str) -> None:
        """Who accepts stands on the left, who promises on the right."""
        left, right = official_form(agreement(first_party=Party("Pejabat", echelon=echelon))).signatures
        assert (left.role, left.position, left.label("id")) == ("second_party", "Bupati Contoh", "Pihak kedua")
        assert (right.role, right.position, right.label("en")) == ("first_party", "Pejabat", "First party")

    def test_a_second_party_too_many(self) -> None:
        """Who signs alone signs alone, whatever the agreement names; the finding says what to delete."""
        form = official_form(agreement(first_party=REGENT, second_party=Party("Gubernur")))
        assert len(form.signatures) == 1
        assert "SIG-ALONE" in form.check().codes()

    def test_a_second_party_too_few(self) -> None:
        """The block stays, blank."""
        left, _ = official_form(agreement(second_party=None)).signatures
        assert (left.party, left.position, left.office, left.official) == (None, None, None, None)


class TestActing:
    """Plt, Plh, Pj and Pjs stand before the position."""

    @pytest.mark.parametrize("kind", ["Plt", "Plh", "Pj", "Pjs"])
    def test_by_the_tenure(self, kind: Any) -> None:
        """Whoever holds the position on the day of signing signs in that capacity."""
        form = official_form(agreement(), succession=held_by(HEAD, kind))
        assert form.signatures[1].position == f"{kind}. Kepala Dinas Kesehatan"
        assert form.signatures[1].capacity == kind
        assert f"{kind}. Kepala Dinas Kesehatan" in form.text()

    def test_definitive(self) -> None:
        """A definitive official has nothing before the position."""
        form = official_form(agreement(), succession=held_by(HEAD, "definitive"))
        assert form.signatures[1].position == "Kepala Dinas Kesehatan"

    @pytest.mark.parametrize("title", ["Plt. Camat", "plh Camat", "Penjabat Camat", "Pelaksana Tugas Camat"])
    def test_never_twice(self, title: str) -> None:
        """A position that is written so already stays as it is."""
        assert FormSignature("first_party", Party(title), "Plt").position == title

    @pytest.mark.parametrize(("starts", "capacity"), [(SIGNED, "Plt"), (date(2025, 3, 6), "definitive")])
    def test_on_the_day_of_signing(self, starts: date, capacity: str) -> None:
        """Both sides of the first day in office."""
        form = official_form(agreement(), succession=held_by(HEAD, "Plt", starts=starts))
        assert form.signatures[1].capacity == capacity

    def test_of_the_second_party(self) -> None:
        """An acting regent accepts as such."""
        form = official_form(agreement(), succession=held_by(REGENT, "Pj", official="Contoh Dua"))
        assert form.signatures[0].position == "Pj. Bupati Contoh"

    def test_without_a_day(self) -> None:
        """Nobody knows who signs on no day."""
        form = official_form(agreement(signed_on=None), succession=held_by(HEAD, "Plt"))
        assert form.signatures[1].capacity == "definitive"


class TestPerson:
    def test_only_where_the_agreement_names_one(self) -> None:
        """The name comes from the agreement, never from a tenure, and never stands in a representation."""
        bare = evolve(HEAD, official=None)
        form = official_form(agreement(first_party=bare), succession=held_by(bare, "Plt", official="Rahasia"))
        assert form.signatures[1].official is None
        assert "Rahasia" not in form.text() + form.html() + repr(form)
        named = official_form(agreement())
        assert [one.official for one in named.signatures] == ["Contoh Dua", "Contoh Satu"]
        assert "Contoh" not in repr(named).replace("Bupati Contoh", "")


def test_parts() -> None:
    """What the form is made of, without a form."""
    first, second = parties_of(agreement(), None, FORM_53_2014)
    assert (first.office, second.office) == ("Dinas Kesehatan", None)
    succession = held_by(HEAD, "Plt")
    assert holder_of(HEAD, agreement(), succession) == succession.tenures[0]
    assert holder_of(None, agreement(), succession) is None
    assert holder_of(REGENT, agreement(), Succession([])) is None
    (alone,) = parties_of(agreement(first_party=REGENT, second_party=None), None, FORM_53_2014)
    assert alone.label() == ""
    for one in (first, alone):
        with pytest.raises(InvalidValueError):
            one.label("fr")  # type: ignore[arg-type]
