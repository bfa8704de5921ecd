"""What examples/lampung_2021.py tells: coverage, money, efficiency, and what may follow, by hand."""

from datetime import date
from fractions import Fraction

import pytest

from sakip import format_number, parse_number
from tests.examples.telling import Told, told

# How many of the 33 promises each office is responsible for, in the order of their numbers.
SIZES = {
    "Dinas Pertanian": 6,
    "Dinas Bina Marga": 5,
    "Dinas Kesehatan": 6,
    "Dinas Pendidikan": 6,
    "Dinas Sosial": 4,
    "Dinas Perindustrian": 6,
}
# The numbers of the promises that each programme serves, its ceiling and its spending in millions of rupiah, and what
# was delivered over what was promised; None was not reported.
PROGRAMMES: dict[str, tuple[tuple[int, ...], int, int, Fraction | None]] = {
    "P-1": ((1, 2), 4000, 3600, Fraction(52_000, 50_000)),
    "P-2": ((3,), 1000, 980, Fraction(7_680, 8_000)),
    "B-1": ((7, 9), 9000, 8730, Fraction(7_752, 7_600)),
    "B-2": ((8,), 4000, 3800, Fraction(10, 10)),
    "K-1": ((12, 13, 14), 6000, 5700, Fraction(57, 75)),
    "K-2": ((), 1500, 1200, Fraction(612, 850)),
    "D-1": ((18, 20, 28), 5000, 4750, None),
    "D-2": ((21,), 2000, 1900, Fraction(42, 60)),
    "S-1": ((), 500, 450, Fraction(11_400, 12_000)),
}
AGREEMENTS = {
    "Dinas Pertanian": ("P-1", "P-2"),
    "Dinas Bina Marga": ("B-1", "B-2"),
    "Dinas Kesehatan": ("K-1", "K-2"),
    "Dinas Pendidikan": ("D-1", "D-2"),
    "Dinas Sosial": ("S-1",),
}
# The annual reports came on these days of 2022; the last day was 28 February.
REPORTED = {
    "Dinas Pertanian": date(2022, 2, 28),
    "Dinas Bina Marga": date(2022, 2, 28),
    "Dinas Kesehatan": date(2022, 3, 14),
    "Dinas Pendidikan": date(2022, 3, 9),
    "Dinas Sosial": date(2022, 2, 28),
}
SIGNED_FOR = {number for serves, *_ in PROGRAMMES.values() for number in serves}


@pytest.fixture(scope="module")
def story() -> Told:
    """The example, run once."""
    return told("lampung_2021")


def own(office: str) -> range:
    """The numbers of the promises that an office is responsible for."""
    before = list(SIZES).index(office)
    first = 1 + sum(list(SIZES.values())[:before])
    return range(first, first + SIZES[office])


def unsigned(office: str) -> list[int]:
    """Those of them that the office has not signed for, whoever else may have."""
    signed = {number for code in AGREEMENTS.get(office, ()) for number in PROGRAMMES[code][0]}
    return [number for number in own(office) if number not in signed]


def total(office: str) -> Fraction | None:
    """The mean of an agreement in percent; None while something was not reported."""
    shares = [PROGRAMMES[code][3] for code in AGREEMENTS[office]]
    known = [share for share in shares if share is not None]
    return 100 * sum(known, Fraction(0)) / len(known) if len(known) == len(shares) else None


def is_late(office: str) -> bool:
    """Whether the annual report came after two months."""
    return REPORTED[office] > date(2022, 2, 28)


def rounded(number: Fraction) -> Fraction:
    """Two decimals, halves away from zero."""
    cents = (abs(number) * 100 + Fraction(1, 2)) // 1
    return Fraction(cents if number >= 0 else -cents, 100)


def codes(numbers: list[int] | tuple[int, ...]) -> str:
    """Promises as they are written."""
    return ", ".join(f"J-{number:02}" for number in numbers)


def test_it_says_what_was_told_and_what_is_invented(story: Told) -> None:
    """The day, the 33 promises, money, reward and sanction were told; wording, figures and rules were not."""
    opening = " ".join(story.opening.split())
    assert "16 Februari 2021 perjanjian kinerja Lampung ditandatangani untuk 33 janji kerja" in opening
    assert "Selebihnya rekaan: bunyi janji, kantor, indikator, angka, rupiah, hari, dan aturannya." in opening


def test_it_fits_a_terminal(story: Told) -> None:
    """No line is wider than 80 columns."""
    assert story.widest <= 80


def test_there_are_thirty_three(story: Told) -> None:
    """Every number from 1 to 33, each with the office that is responsible."""
    promises = story.names["PROMISES"].promises
    assert [one.code for one in promises] == [f"J-{number:02}" for number in range(1, 34)]
    assert [one.offices for one in promises] == [(office,) for office, size in SIZES.items() for _ in range(size)]


def test_who_signed_for_which(story: Told) -> None:
    """Thirteen of 33 are covered, by four of five agreements, each by the one whose programme serves it."""
    part = story.under("Siapa menandatangani")
    by = {number: office for office, own_ in AGREEMENTS.items() for code in own_ for number in PROGRAMMES[code][0]}
    lines = {line.split()[0]: line for line in part.splitlines() if line.startswith("J-")}
    assert len(lines) == 33
    for number in range(1, 34):
        expected = f"PK {by[number]}" if number in by else "belum ada"
        assert f"  {expected}  " in f"{lines[f'J-{number:02}']}  "
    share = format_number(rounded(Fraction(100 * len(SIGNED_FOR), 33)), decimals=2)
    assert f"33 janji kerja: {len(SIGNED_FOR)} dari 33 ({share} %) tercakup" in part
    serving = sum(any(PROGRAMMES[code][0] for code in own_) for own_ in AGREEMENTS.values())
    assert (len(SIGNED_FOR), serving) == (13, 4)
    assert "Perjanjian yang melayani janji: 4 dari 5 (80,00 %)" in part


def test_what_is_lacking(story: Told) -> None:
    """Twenty-one that who is responsible has not signed for; one of them another office has; one serves none."""
    for office in SIZES:
        assert story.line("Yang belum ada", f"- {office}:") == codes(unsigned(office))
    assert sum(len(unsigned(office)) for office in SIZES) == 33 - 13 + 1
    assert story.line("Yang belum ada", "Tidak melayani janji apa pun:") == "PK Dinas Sosial"
    assert 28 in own("Dinas Perindustrian")
    other = story.line("Yang belum ada", "Ditandatangani kantor lain:")
    assert other == "J-28, tanggungan Dinas Perindustrian"


def test_budget_of_each_plan(story: Told) -> None:
    """Each promise with the programme that serves it and its ceiling, and the share of the money that serves any."""
    for code, (serves, ceiling, *_) in PROGRAMMES.items():
        amount = format_number(ceiling * 1_000_000)
        for number in serves:
            told_ = story.line("Anggaran", f"J-{number:02} ")
            assert f" {code} " in told_
            assert told_.endswith(f" {amount} {amount if len(serves) > 1 else 0}")
    bare = story.line("Anggaran", "Baris tanpa janji:")
    assert [part.split()[0] for part in bare.split(", ")] == [
        code for code, (serves, *_) in PROGRAMMES.items() if not serves
    ]
    serving = sum(ceiling for serves, ceiling, *_ in PROGRAMMES.values() if serves) * 1_000_000
    whole = sum(ceiling for _, ceiling, *_ in PROGRAMMES.values()) * 1_000_000
    assert (serving, whole) == (31_000_000_000, 33_000_000_000)
    told_ = story.line("Anggaran", "Untuk janji, tiap rupiah sekali:")
    assert told_.startswith(f"{format_number(serving)} dari {format_number(whole)} (")


@pytest.mark.parametrize("code", PROGRAMMES)
def test_efficiency(story: Told, code: str) -> None:
    """Achievement minus absorption, in points; nothing where nothing was reported."""
    _, ceiling, spent, share = PROGRAMMES[code]
    cells = story.line("Akhir 2021", f"{code} ").split()
    at = cells.index(format_number(ceiling * 1_000_000))
    absorbed, achieved, points = cells[at + 1 : at + 4]
    assert Fraction(parse_number(absorbed, "id")) == Fraction(100 * spent, ceiling)
    if share is None:
        assert (achieved, points) == ("–", "–")
        return
    assert Fraction(parse_number(achieved, "id")) == 100 * share
    difference = 100 * share - Fraction(100 * spent, ceiling)
    assert Fraction(parse_number(points, "id")) == difference
    assert cells[at + 4] == ("Efisien" if difference > 0 else "Tidak")


def test_what_may_follow(story: Told) -> None:
    """A reward from 100 with at most two promises open; coaching below 90; a warning below 75 with a late report."""
    expected = {}
    for office in AGREEMENTS:
        score = total(office)
        rules = []
        if score is not None and score >= 100 and len(unsigned(office)) <= 2:
            rules = ["P"]
        elif score is not None and score < 75 and is_late(office):
            rules = ["S"]
        elif score is not None and score < 90:
            rules = ["B"]
        expected[office] = rules
    assert expected == {
        "Dinas Pertanian": [],
        "Dinas Bina Marga": ["P"],
        "Dinas Kesehatan": ["S"],
        "Dinas Pendidikan": [],
        "Dinas Sosial": [],
    }
    found = story.names["considered"]()
    assert {one.subject: [outcome.rule.id for outcome in one.recommendations] for one in found} == expected
    listed = story.under("Bahan pertimbangan")
    assert [listed.count(kind) for kind in ("(penghargaan)", "(pembinaan)", "(sanksi)")] == [1, 0, 1]


def test_a_warning_is_only_recommended(story: Told) -> None:
    """It names the exact total, the late report, who is heard and who decides; coaching gives way to it."""
    assert total("Dinas Kesehatan") == 74
    paper = " ".join(story.under("Dinas Kesehatan").split())
    assert "1. Teguran tertulis (sanksi)" in paper
    assert "nilai perjanjian kinerja kurang dari 75; 2021: 74 (sumber: PK Dinas Kesehatan, lkjip 1)" in paper
    assert {office for office in AGREEMENTS if is_late(office)} == {"Dinas Kesehatan", "Dinas Pendidikan"}
    assert "jumlah laporan terlambat sekurang-kurangnya 1; 2021: 1 " in paper
    assert "Lebih dahulu: kepala kantornya didengar Yang memutuskan: Gubernur" in paper
    assert "pembinaan oleh atasan (aturan B): mengalah kepada S" in paper


def test_what_is_not_known_is_no_sanction(story: Told) -> None:
    """Of what was reported 70 percent was kept, and late; the rest is not known, so nothing is recommended."""
    assert total("Dinas Pendidikan") is None
    assert PROGRAMMES["D-2"][3] == Fraction(70, 100)
    assert is_late("Dinas Pendidikan")
    paper = " ".join(story.under("Dinas Pendidikan").split())
    assert "Tidak ada yang direkomendasikan dari fakta yang diketahui." in paper
    assert "baru 50 % bobotnya diketahui; belum bernilai: D-1" in paper
    found = story.names["considered"]()["Dinas Pendidikan"]
    assert {outcome.rule.id: outcome.state for outcome in found} == {"P": "not_met", "B": "unknown", "S": "unknown"}


def test_one_promise_from_a_reward(story: Told) -> None:
    """The total is 100; three promises are open and two may be."""
    assert total("Dinas Pertanian") == 100
    assert len(unsigned("Dinas Pertanian")) == 3
    paper = " ".join(story.under("Dinas Pertanian").split())
    lacking = codes(unsigned("Dinas Pertanian"))
    source = f"cakupan janji per 16 Februari 2021: {lacking}"
    assert f"paling banyak 2; 2021: 3 (sumber: {source}); selisihnya 1" in paper


def test_nobody_is_named(story: Told) -> None:
    """The agreements have positions and offices, and no official."""
    parties = [one.first_party for one in story.names["signed"]().agreements]
    assert [(party.office, party.official) for party in parties] == [(office, None) for office in AGREEMENTS]
