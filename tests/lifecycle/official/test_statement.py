from datetime import date
from typing import Any

import pytest

from sakip import Party, Reference
from sakip.errors import InvalidValueError
from sakip.lifecycle import FormStatement, official_form
from sakip.lifecycle.official.statement import BLANK, title_of
from tests.lifecycle.official.making import REGENT, agreement


def statement(**fields: Any) -> FormStatement:
    """The statement of an agreement, signed in Bengkulu."""
    return official_form(agreement(**fields), place="Bengkulu").statement


def test_two_parties() -> None:
    """Who promises is named first; the promise and the supervision follow."""
    found = statement()
    assert found.title("id") == "PERJANJIAN KINERJA TAHUN 2025"
    assert found.heading == "Dinas Kesehatan"
    assert found.opening("id").endswith("kami yang bertanda tangan di bawah ini:")
    assert [found.named(one, "id") for one in found.parties] == [
        "Selanjutnya disebut pihak pertama.",
        "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua.",
    ]
    promise, supervision = found.paragraphs("id")
    assert promise.startswith("Pihak pertama berjanji")
    assert promise.endswith("tanggung jawab kami.")
    assert "supervisi" in supervision
    assert "penghargaan dan sanksi" in supervision


def test_one_party() -> None:
    """Who signs alone promises, and nobody supervises in the form; the position stands in the head of the page."""
    found = statement(first_party=REGENT, second_party=None)
    assert found.signs_alone
    assert found.heading == "Bupati Contoh"
    assert "kami" not in found.opening("id")
    assert found.named(found.parties[0], "id") == ""
    (promise,) = found.paragraphs("id")
    assert promise.startswith("berjanji")
    assert "ihak" not in promise


def test_english() -> None:
    """The same in English, of which only the translation is ours."""
    found = statement()
    assert found.title("en") == "PERFORMANCE AGREEMENT OF 2025"
    assert found.dated("en") == "Bengkulu, 5 March 2025"
    assert "first party" in found.paragraphs("en")[0]


class TestDay:
    def test_in_digits_and_in_words(self) -> None:
        """As official letters write it."""
        found = statement()
        assert found.dated("id") == "Bengkulu, 5 Maret 2025"
        assert found.dated_in_words == "lima Maret dua ribu dua puluh lima"

    def test_blank(self) -> None:
        """What is not stated is dots, and no day is assumed."""
        found = official_form(agreement(signed_on=None)).statement
        assert found.dated("id") == f"{BLANK}, {BLANK}"
        assert found.dated_in_words is None
        assert found.place is None


class TestAmendment:
    """The amended agreement says which version it supersedes, and why."""

    def test_none(self) -> None:
        """A first version amends nothing."""
        assert statement().amendment("id") is None

    @pytest.mark.parametrize(
        ("reason", "words"),
        [("official", "mutasi pejabat"), ("strategy", "perubahan strategi"), ("priority", "perubahan prioritas")],
    )
    def test_version_and_reason(self, reason: Any, words: str) -> None:
        """Each of the three reasons is worded as the law words it."""
        found = statement(supersedes="PK-2025-LAMA", reason=reason)
        assert found.title("id") == "PERJANJIAN KINERJA PERUBAHAN TAHUN 2025"
        said = found.amendment("id") or ""
        assert said.startswith("Perjanjian ini menggantikan PK-2025-LAMA, dengan alasan: ")
        assert words in said

    def test_basis_and_day(self) -> None:
        """On what it rests, and since when it is in force; how sure a reference is, is no business of the form."""
        basis = Reference("DPPA 3/2025", article="2", certainty="read")
        said = statement(
            supersedes="L", reason="strategy", legal_document=basis, effective_on=date(2025, 9, 1)
        ).amendment("id")
        assert said is not None
        assert said.endswith("Dasar: DPPA 3/2025, Pasal 2. Berlaku sejak 1 September 2025.")

    @pytest.mark.parametrize("fields", [{"supersedes": "L"}, {"reason": "official"}])
    def test_half_said(self, fields: dict[str, Any]) -> None:
        """What is not said is dots."""
        found = statement(**fields)
        assert found.title("en") == "AMENDED PERFORMANCE AGREEMENT OF 2025"
        assert BLANK in (found.amendment("en") or "")


def test_certainty() -> None:
    """The statement says where its wording is from, and how sure that is."""
    assert statement().reference.certainty == "secondary"


def test_language() -> None:
    """An unknown language is refused by every sentence."""
    found = statement()
    lang: Any = "fr"
    for ask in (found.title, found.amendment, found.opening, found.paragraphs, found.dated):
        with pytest.raises(InvalidValueError):
            ask(lang)
    with pytest.raises(InvalidValueError):
        found.named(found.parties[0], lang)
    assert title_of(agreement(first_party=Party("Camat")), "id") == "PERJANJIAN KINERJA TAHUN 2025"
