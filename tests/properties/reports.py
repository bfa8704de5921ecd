"""Made-up reports that are written as offices write theirs, each row with the truth about it."""

from fractions import Fraction
from random import Random
from typing import Literal, NamedTuple

from attrs import frozen

Cells = dict[str, str]
Mode = Literal["half_up", "half_even", "truncate"]
Formula = Literal["R/T", "2T-R", "T/R"]
Truth = Literal["right", "planted", "unseen", "head", "total", "total-of-planted"]

UP = (
    *("Indeks kepuasan masyarakat", "Persentase jalan kondisi baik", "Nilai AKIP", "Rata-rata lama sekolah"),
    *("Persentase temuan yang ditindaklanjuti", "Pendapatan asli daerah", "Jumlah dokumen perencanaan"),
)
NUMBERS = ("target", "realization", "achievement")
DOWN = (
    *("Angka kematian ibu", "Persentase penduduk miskin", "Prevalensi stunting", "Angka putus sekolah"),
    *("Jumlah kasus DBD", "Selisih waktu tanggap", "Indeks gini"),
)


UNITS = (
    *(("%", 0, 20, 100), ("%", 2, 2000, 10000), ("Indeks", 2, 200, 999)),
    *(("Dokumen", 0, 1, 60), ("Orang", 0, 1200, 99999), ("Rp", 0, 10**6, 10**12)),
)
"""Units with the decimals of their numbers, and the least and the most target in units of the last decimal."""


MODES: tuple[Mode, ...] = ("half_up", "half_up", "half_up", "half_up", "half_up", "half_even", "truncate")
FORMULAS: tuple[Formula, ...] = ("2T-R", "2T-R", "2T-R", "2T-R", "2T-R", "T/R", "T/R", "R/T")
"""What offices use, as often as they do."""


class Row(NamedTuple):
    """One printed row and what is true of it: ``unseen`` is an error after which its numbers agree all the same."""

    cells: Cells
    truth: Truth


@frozen
class Custom:
    """How an office computes and writes."""

    comma: bool
    decimals: int
    mode: Mode
    cap: int | None
    down: Formula
    stated: bool
    quotient: bool
    strips: bool
    sign: str

    def value(self, formula: Formula, target: Fraction, realization: Fraction) -> Fraction:
        """What is printed before it is rounded."""
        if formula == "R/T":
            found = 100 * realization / target
        elif formula == "2T-R":
            found = 100 * (2 * target - realization) / target
        else:
            found = 100 * target / realization if realization else Fraction(0)
        found = found if self.cap is None else min(found, Fraction(self.cap))
        return found / 100 if self.quotient else found

    def written(self, value: Fraction, decimals: int, *, grouped: bool = False, strips: bool = False) -> str:
        """A number that has so many decimals."""
        digits = str(abs(value.numerator * 10**decimals // value.denominator)).rjust(decimals + 1, "0")
        whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        if strips:
            rest = rest.rstrip("0")
        if grouped:
            whole = f"{int(whole):,}".replace(",", "." if self.comma else ",")
        return f"{'-' if value < 0 else ''}{whole}{',' if self.comma else '.'}{rest}".rstrip(",.")

    def read(self, text: str) -> tuple[Fraction, int]:
        """A written number, and its decimals."""
        bare = "".join(letter for letter in text if letter in "0123456789.,-").rstrip(",.-").lstrip(".")
        bare = bare.replace(".", "").replace(",", ".") if self.comma else bare.replace(",", "")
        return Fraction(bare), len(bare.partition(".")[2])


def rounded(value: Fraction, decimals: int, mode: str) -> Fraction:
    """A value to so many decimals."""
    scaled = abs(value) * 10**decimals
    count, rest = divmod(scaled.numerator, scaled.denominator)
    half = 2 * rest - scaled.denominator
    if (mode == "half_up" and half >= 0) or (mode == "half_even" and (half > 0 or (half == 0 and count % 2))):
        count += 1
    return Fraction(count if value >= 0 else -count, 10**decimals)


def report(random: Random) -> list[Row]:
    """A table of 3 to 12 rows, some with heads, some with a total, one row in eight with an error."""
    quotient = random.random() < 0.06
    custom = Custom(
        comma=random.random() < 0.75,
        decimals=random.choice([2, 2, 3] if quotient else [0, 1, 2, 2, 2]),
        mode=random.choice(MODES),
        cap=random.choice([None] * 6 + [100, 100, 110, 120, 120, 150]),
        down=random.choice(FORMULAS),
        stated=random.random() < 0.4,
        quotient=quotient,
        strips=random.random() < 0.25,
        sign="" if quotient else random.choice(["", "", "%", " %"]),
    )
    lower = random.choice([0, 0, 0.2, 0.35, 0.5])
    heads, total = random.random() < 0.3, random.random() < 0.25
    rows: list[Row] = []
    prints: list[Fraction] = []
    for number in range(random.randint(3, 12)):
        if heads and not number % 4:
            rows.append(Row({"indicator": f"Sasaran {number}: meningkatnya layanan"}, "head"))
        row, value = _row(random, custom, number, lower=random.random() < lower)
        rows.append(row)
        prints.append(value)
    if total:
        mean = rounded(sum(prints, Fraction(0)) / len(prints), 2, "half_up")
        spoilt = any(row.truth in {"planted", "unseen"} for row in rows)
        cells = {"indicator": "Rata-rata capaian", "achievement": custom.written(mean, 2) + custom.sign}
        rows.append(Row(cells, "total-of-planted" if spoilt else "total"))
    return rows


def _row(random: Random, custom: Custom, number: int, *, lower: bool) -> tuple[Row, Fraction]:
    formula: Formula = custom.down if lower else "R/T"
    unit, places, least, most = random.choice(UNITS)
    target = random.randint(least, most)
    share = random.choice([1, random.uniform(0.6, 1.3), random.uniform(0.3, 2)])
    realization = max(1, round(target * share))
    t, r = Fraction(target, 10**places), Fraction(realization, 10**places)
    printed = rounded(custom.value(formula, t, r), custom.decimals, custom.mode)
    cells = {
        "indicator": f"{random.choice(DOWN if lower else UP)} {number}",
        "unit": unit,
        "target": ("Rp " if unit == "Rp" else "") + custom.written(t, places, grouped=True),
        "realization": custom.written(r, places, grouped=True),
        "achievement": custom.written(printed, custom.decimals, strips=custom.strips) + custom.sign,
    }
    if custom.stated:
        cells["polarity"] = "Negatif" if lower else "Positif"
    if custom.stated and lower and formula == "R/T":
        return Row(cells, "unseen"), printed  # the office itself computes against its direction
    if random.random() >= 0.12:
        return Row(cells, "right"), printed
    spoilt = _spoilt(random, custom, cells, printed)
    if spoilt == cells:
        return Row(cells, "right"), printed
    (t, _), (r, _), (print_, decimals) = (custom.read(spoilt[name]) for name in NUMBERS)
    agrees = not t or any(
        rounded(custom.value(formula, t, r), decimals, mode) == print_ for mode in ("half_up", "half_even", "truncate")
    )
    return Row(spoilt, "unseen" if agrees else "planted"), printed


def _spoilt(random: Random, custom: Custom, cells: Cells, printed: Fraction) -> Cells:
    """The cells with one error."""
    kind = random.choice(["digit", "digit", "repeated", "tenfold", "hundred", "swapped", "realization", "target"])
    if kind == "swapped":
        return {**cells, "target": cells["realization"], "realization": cells["target"].removeprefix("Rp ")}
    if kind == "repeated":
        return {**cells, "achievement": cells["realization"] + custom.sign}
    if kind == "tenfold":
        return {**cells, "achievement": custom.written(10 * printed, custom.decimals) + custom.sign}
    if kind == "hundred":
        return {**cells, "achievement": ("1" if custom.quotient else "100") + custom.sign}
    name = "achievement" if kind == "digit" else kind
    text = cells[name]
    place = random.choice([at for at, letter in enumerate(text) if letter.isdecimal()])
    return {**cells, name: text[:place] + random.choice("123456789") + text[place + 1 :]}
