import pickle

import pytest
from hypothesis import given

from sakip import Echelon, Party
from sakip.errors import InvalidValueError, SakipError
from sakip.model.party import ECHELON_CODES
from sakip.testing import echelons, parties
from tests.base.contract import assert_way_out

NAME = "Contoh Nama Seseorang"


@pytest.mark.parametrize(
    ("text", "code", "rank"),
    [
        ("I.a", "I.a", 1),
        ("I.b", "I.b", 1),
        ("II.a", "II.a", 2),
        ("II.b", "II.b", 2),
        ("III.a", "III.a", 3),
        ("III.b", "III.b", 3),
        ("IV.a", "IV.a", 4),
        ("IV.b", "IV.b", 4),
        ("V", "V", 5),
        ("I", "I", 1),
        ("II", "II", 2),
        ("III", "III", 3),
        ("IV", "IV", 4),
        ("iv.b", "IV.b", 4),
        ("IVb", "IV.b", 4),
        ("Eselon II.a", "II.a", 2),
        ("eselon iii", "III", 3),
        (" III ", "III", 3),
        ("menteri", "MENTERI", 0),
        ("Gubernur", "GUBERNUR", 0),
        ("Bupati", "BUPATI", 0),
        ("Walikota", "WALI KOTA", 0),
        ("Wali Kota", "WALI KOTA", 0),
        ("JPT Madya", "JPT MADYA", 1),
        ("JPT-Pratama", "JPT PRATAMA", 2),
        ("jpt_pratama", "JPT PRATAMA", 2),
        ("Administrator", "ADMINISTRATOR", 3),
        ("Pengawas", "PENGAWAS", 4),
        ("Pelaksana", "PELAKSANA", 5),
        ("JF Ahli Muda", "JF AHLI MUDA", 4),
        ("Ketua Tim", "KETUA TIM", 4),
    ],
)
def test_levels_are_read(text: str, code: str, rank: int) -> None:
    """Every level has one code, read in the spellings of the field, and its rank."""
    assert Echelon(text).code == code
    assert Echelon(text).rank == rank


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Bupati", "head"), ("I", "structural"), ("III.a", "structural"), ("V", "structural"), ("Pelaksana", "staff")],
)
def test_kind_of_a_level(text: str, kind: str) -> None:
    """Echelons are structural, and who heads the whole is of a kind of his own."""
    assert Echelon(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "VI",
        "I.c",
        "V.a",
        "IIII",
        "III.a.b",
        "eselon",
        "3",
        "\u2162",
        "\u0131\u0131",
        "III\x00",
        "III" * 100_000,
        3,
        None,
        b"III",
    ],
    ids=lambda text: repr(text)[:20],
)
def test_other_levels_are_refused(text: str) -> None:
    """What is no level is refused with the list of levels; look-alikes of roman numerals are no numerals."""
    with pytest.raises(InvalidValueError) as caught:
        Echelon(text)
    assert caught.value.code == "unknown-echelon"
    assert "JPT PRATAMA" in caught.value.way_out[0]
    assert "golongan" not in caught.value.problem[0]


@pytest.mark.parametrize("text", ["III/a", "IV/e", "iii/d"])
def test_pay_grade_is_no_echelon(text: str) -> None:
    """The pay grade III/a is not taken for the echelon III.a, and the error says why."""
    with pytest.raises(InvalidValueError) as caught:
        Echelon(text)
    assert "golongan" in caught.value.problem[0]


def test_rank_is_the_roman_numeral() -> None:
    """III.a, III.b, III and an administrator share a rank; they are still different levels."""
    same = [Echelon(text) for text in ("III.a", "III.b", "III", "Administrator")]
    assert {level.rank for level in same} == {3}
    assert len(set(same)) == 4
    assert not any(one.is_above(other) for one in same for other in same)


def test_each_rank_is_above_the_next() -> None:
    """A head of region is above echelon I, I above II, and so on down to V."""
    ladder = [Echelon(text) for text in ("Bupati", "I", "II", "III", "IV", "V")]
    for place, upper in enumerate(ladder):
        assert not upper.is_above(upper)
        assert all(upper.is_above(lower) and not lower.is_above(upper) for lower in ladder[place + 1 :])


@given(echelons())
def test_every_level_is_complete(level: Echelon) -> None:
    """Every level has a rank from 0 to 5, a kind, a label in both languages, and is read back from its code."""
    assert 0 <= level.rank <= 5
    assert level.kind in {"head", "structural", "functional", "staff"}
    assert level.label("id")
    assert level.label("en")
    assert Echelon(level.code) == Echelon(level.code.lower()) == level
    assert pickle.loads(pickle.dumps(level)) == level


def test_codes_are_distinct() -> None:
    """No two levels are read from the same text."""
    assert [Echelon(code).code for code in ECHELON_CODES] == list(ECHELON_CODES)


def test_kinds_and_labels() -> None:
    """A level says what kind it is and what it is called."""
    kinds = [Echelon(text).kind for text in ("Menteri", "II.a", "JPT Utama", "JF Ahli Utama", "Pelaksana")]
    assert kinds == ["head", "structural", "structural", "functional", "staff"]
    assert (Echelon("II.b").label(), Echelon("II.b").label("en")) == ("Eselon II.b", "Echelon II.b")


def test_party_takes_the_level_as_text() -> None:
    """A level may be given as text or as a value, or left out."""
    assert Party("Camat", echelon="III.a") == Party("Camat", echelon=Echelon("III.a"))
    assert Party("Camat").echelon is None
    with pytest.raises(InvalidValueError):
        Party("Camat", echelon="III/a")


def test_two_offices_may_each_have_a_secretary() -> None:
    """Without a code a position is its office and its title."""
    health, education = (Party("Sekretaris", office=f"Dinas {name}") for name in ("Kesehatan", "Pendidikan"))
    assert health.identity != education.identity
    assert Party("Sekretaris").identity not in {health.identity, education.identity}


def test_code_is_the_identity() -> None:
    """With a code a position is its code, whatever it is called and whoever holds it."""
    before = Party("Kepala Bagian", code="3.1", official="Contoh A")
    after = Party("Kepala Bagian Umum", office="Setda", code="3.1", official="Contoh B")
    assert before.identity == after.identity == ("3.1",)
    assert Party("3.1").identity != before.identity


@pytest.mark.parametrize("name", ["position", "office", "code"])
@pytest.mark.parametrize("value", ["", "  ", 7, "a\x00b"])
def test_texts_of_a_party_say_something(name: str, value: str) -> None:
    """An empty text, a number or a control character is refused with the field's path."""
    with pytest.raises(InvalidValueError) as caught:
        Party(**{"position": "Camat", name: value})
    assert caught.value.path == f"Party.{name}"


def test_official_is_never_shown() -> None:
    """The name of a person stands in no representation and no text."""
    party = Party("Camat", office="Kecamatan", echelon="III.a", official=NAME)
    assert party.official == NAME
    assert NAME not in repr(party)
    assert NAME not in str(party)
    assert NAME not in " ".join(party.identity)
    assert NAME not in f"{[party]!r}"


@pytest.mark.parametrize("value", [f"{NAME}\x00", NAME * 500])
def test_refused_official_is_not_shown_either(value: str) -> None:
    """The error that refuses a person's name does not repeat it, nor carry it along in a pickle."""
    with pytest.raises(SakipError) as caught:
        Party("Camat", official=value)
    assert (caught.value.path, caught.value.value) == ("Party.official", "...")
    assert caught.value.code in {"control-characters", "long-text"}
    assert NAME not in str(caught.value)
    assert NAME.encode() not in pickle.dumps(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("other", ["II", None, 2])
def test_only_levels_are_compared(other: object) -> None:
    """A code or a number does not stand for a level of the organisation."""
    with pytest.raises(SakipError) as caught:
        Echelon("II").is_above(other)
    assert (caught.value.code, caught.value.path, caught.value.value) == ("wrong-kind", "Echelon.is_above", other)
    assert_way_out(Echelon("II").is_above, other, Echelon=Echelon)


@given(parties(rich=True))
def test_equal_parties_look_alike(party: Party) -> None:
    """A party survives pickling and hashes like its equal."""
    back = pickle.loads(pickle.dumps(party))
    assert back == party
    assert hash(back) == hash(party)


def test_blanks_around_it_make_no_other_position() -> None:
    """A blank at an end is left out of position, office and code; a capital or a blank inside is another text."""
    assert Party("Camat ") == Party(" Camat") == Party("\u00a0Camat") == Party("Camat")
    assert Party("Camat", office=" Kecamatan A ", code="C-1 ").identity == ("C-1",)
    assert Party("Camat", office=" Kecamatan A ").identity == ("Kecamatan A", "Camat")
    assert Party("camat") != Party("Camat")
