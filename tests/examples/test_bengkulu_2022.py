"""What examples/bengkulu_2022.py tells: weights, values, a panel, and shares, each computed here by hand."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, permutations

import pytest

from sakip import check, parse_number
from sakip.policies import LKJIP_WEIGHTED
from tests.examples.telling import Told, told

THREE, SIX = "tiga bulan", "enam bulan"
# Of the health office: its weight of 100, then realization and target to date, after three and after six months.
WEIGHTS = {
    "Cakupan imunisasi dasar": Fraction(51 * 70, 85),
    "Kader posyandu terlatih": Fraction(17 * 70, 85),
    "Tindak lanjut temuan BPK": Fraction(5),
    "Nilai inovasi": Fraction(5),
    "Penyerapan anggaran": Fraction(5),
}
CODES = {
    "Cakupan imunisasi dasar": "KES-1",
    "Kader posyandu terlatih": "KES-2",
    "Tindak lanjut temuan BPK": "TL-BPK",
    "Nilai inovasi": "INOVASI",
    "Penyerapan anggaran": "SERAPAN",
}
KEPT = {
    THREE: {
        "Cakupan imunisasi dasar": Fraction(18, 20),
        "Kader posyandu terlatih": Fraction(38, 40),
        "Tindak lanjut temuan BPK": Fraction(25, 20),
        "Penyerapan anggaran": Fraction(12, 15),
    },
    SIX: {
        "Cakupan imunisasi dasar": Fraction(43, 45),
        "Kader posyandu terlatih": Fraction(38 + 57, 40 + 60),
        "Tindak lanjut temuan BPK": Fraction(42, 40),
        "Nilai inovasi": Fraction(70 + 76 + 82, 3) / 80,
        "Penyerapan anggaran": Fraction(36, 45),
    },
}
# The places of the opinions, from TMP, which is 0.
PLACES = {
    "Dinas Kesehatan": 3,
    "Dinas Pendidikan": 2,
    "Dinas Pekerjaan Umum": 3,
    "Badan Keuangan": 2,
    "Dinas Pariwisata": 1,
}


@pytest.fixture(scope="module")
def story() -> Told:
    """The example, run once."""
    return told("bengkulu_2022")


def cents(text: str) -> Fraction:
    """A printed number."""
    return Fraction(parse_number(text, "id"))


def printed_numbers(line: str) -> list[Fraction]:
    """Every number of a line that stands by itself."""
    return [cents(number) for number in re.findall(r"(?<!\S)\d[\d.,]*(?!\S)", line)]


def rounded(number: Fraction) -> Fraction:
    """A number that is not below zero, with two decimals, halves away from zero."""
    return Fraction((number * 100 + Fraction(1, 2)) // 1, 100)


def test_it_says_what_was_told_and_what_is_invented(story: Told) -> None:
    """The day and the six subjects were told; offices, numbers and opinions were not."""
    opening = " ".join(story.opening.split())
    assert "Diberitakan: kontrak berbobot 8 Januari 2022, enam pokok wajib semua kantor" in opening
    assert "Selebihnya rekaan: kantor, indikator, bobot, target, capaian, penilai, dan opininya." in opening
    assert "target dan bobotnya rekaan" in " ".join(story.under("Sebelum").split())


def test_it_fits_a_terminal(story: Told) -> None:
    """No line is wider than 80 columns."""
    assert story.widest <= 80


def test_weights_make_room_for_what_is_mandatory(story: Told) -> None:
    """Thirty of a hundred are for the six subjects; what an office promises beside them keeps its proportions."""
    lowered = {
        (code, Fraction(before), Fraction(after))
        for code, before, after in re.findall(r"([\w-]+) (\d+) → (\d+)", story.under("Sebelum"))
    }
    health = {("KES-1", 51), ("KES-2", 17), ("OPINI", 17)}
    others = {("IKM", 80), ("OPINI", 20)}
    assert lowered == {
        (code, Fraction(weight), Fraction(weight) * 70 / sum(one for _, one in office))
        for office in (health, others)
        for code, weight in office
    }


def test_every_contract_is_worth_a_hundred(story: Told) -> None:
    """Also that of the office that brought its own text; nothing in them keeps them from being scored."""
    contracts = story.names["signed"]()
    assert [sum(Fraction(one.weight) for one in contract.targets) for contract in contracts] == [100] * 5
    assert [check(contract, (), LKJIP_WEIGHTED).blocking for contract in contracts] == [()] * 5


def test_one_office_lacks_five_and_promises_too_little_of_the_sixth(story: Told) -> None:
    """Four of five offices keep each of the six; the tourism office promised 70 of the 85 that are asked."""
    assert story.line("siapa menjanjikan apa", "Dinas Pariwisata").split() == [*["TIDAK"] * 4, "LEMAH", "TIDAK"]
    assert story.line("siapa menjanjikan apa", "Terpenuhi").split() == ["4/5"] * 6
    assert story.line("siapa menjanjikan apa", "5 MCP") == "Capaian MCP KPK: sekurang-kurangnya 85 %"
    assert story.line("siapa menjanjikan apa", "Temuan:") == "galat 6, peringatan 0, catatan 0"


@pytest.mark.parametrize("when", [THREE, SIX])
def test_weight_times_value_is_the_score(story: Told, when: str) -> None:
    """Each line with its part of the weights that are due, and the contract as the sum of these parts."""
    due = sum(WEIGHTS[name] for name in KEPT[when])
    points = {name: 100 * WEIGHTS[name] * kept / due for name, kept in KEPT[when].items()}
    for name, kept in KEPT[when].items():
        weight, _, _, value, score = printed_numbers(story.line(when, f"{CODES[name]} "))
        assert [weight, value, score] == [WEIGHTS[name], rounded(100 * kept), rounded(points[name])]
    whole = rounded(sum(points.values(), Fraction(0)))
    assert printed_numbers(story.line(when, "TOTAL")) == [whole, whole]
    assert printed_numbers(story.line(when, "Skor = bobot × nilai ÷").replace(", jumlah", " ")) == [due]


def test_what_is_not_due_is_named_and_not_counted(story: Told) -> None:
    """The opinion and what is measured once a year wait; the innovation only until the team has met."""
    assert story.line(THREE, "OPINI, INOVASI, RB, KIP, MCP:").endswith("[not-due]")
    assert story.line(SIX, "OPINI, RB, KIP, MCP:").endswith("[not-due]")


def test_the_panel_leaves_out_the_lowest_and_the_highest(story: Told) -> None:
    """The mean of three of five ratings; that two raters are 45 apart is said, and one who did not rate is no zero."""
    given = [90, 76, 70, 82, 45]
    _, *counted, _ = sorted(given)
    printed = re.search(r"^Nilai panel: (\d\S*)$", story.under("Juni"), re.MULTILINE)
    assert printed is not None
    assert cents(printed[1]) == Fraction(sum(counted), 3)
    assert story.line("Juni", "Kominfo") == "– tidak menilai"
    told_apart = " ".join(story.under("Juni").split())
    assert f"berselisih {max(given) - min(given)}, lebih dari 30: Akademisi memberi 45" in told_apart


def test_an_opinion_that_is_not_out_is_no_zero(story: Told) -> None:
    """At the end of the year the governor's promise has a reason and no number."""
    assert story.line("Akhir tahun", "OPINI:") == "menunggu rilis dari BPK [awaiting-release]"
    assert story.line("Akhir tahun", "TOTAL (ditahan)") == "–"


def losses() -> Iterator[dict[str, int]]:
    """In every order in which five offices may turn from what they promised to what they delivered: who lowers it."""
    for order in permutations(PLACES):
        reached = [min(PLACES[one] if one in order[:at] else 3 for one in PLACES) for at in range(len(order) + 1)]
        yield {one: after - before for one, (before, after) in zip(order, pairwise(reached), strict=True)}


def test_whose_part_it_was(story: Told) -> None:
    """The shares are the means over all 120 orders, and add up to the two levels that were lost."""
    orders = list(losses())
    shares = {office: Fraction(sum(one[office] for one in orders), len(orders)) for office in PLACES}
    assert sum(shares.values()) == min(PLACES.values()) - 3
    found = {one.node: one.amount for one in story.names["attributed"]().parts}
    assert found == {f"Kepala {office}/OPINI": share for office, share in shares.items()}
    for office, share in shares.items():
        printed = cents(story.line("Mei 2023", f"Kepala {office}/OPINI").split()[-1])
        assert printed == -rounded(-share)


def test_who_would_have_to_do_better(story: Told) -> None:
    """With the worst at WTP the two at WTP-DPP are the worst; with them as well nobody is."""
    assert min(place for office, place in PLACES.items() if office != "Dinas Pariwisata") == 2
    assert story.line("Mei 2023", "Yang menahan nilai ini:") == "Kepala Dinas Pariwisata/OPINI"
    assert story.line("Mei 2023", "Bila Kepala Dinas Pariwisata/OPINI memenuhi janjinya:") == "WTP-DPP"
    two = "Kepala Badan Keuangan/OPINI, Kepala Dinas Pendidikan/OPINI"
    assert story.line("Mei 2023", f"Bila juga {two}:") == "WTP"
