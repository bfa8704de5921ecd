"""Hasil: a score is a value or a coded reason, never a bare number."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.control import inert
from sakip.base.kind import listed, parted
from sakip.base.notation import format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Argument, Lang, Text
from sakip.errors import InvalidValueError

__all__ = ["REASONS", "NotScored", "Quotient", "Reason", "Score", "Scored", "decimals_of"]

Quotient = tuple[int, int]
"""Hasil bagi: an exact number as (numerator, denominator), the denominator positive."""

REASONS: tuple[tuple[str, Text], ...] = (
    ("not-reported", Text("realisasi belum dilaporkan", "the realization was not reported")),
    ("not-applicable", Text("tidak berlaku: {why}", "not applicable: {why}")),
    ("awaiting-release", Text("menunggu rilis dari {source}", "awaiting release by {source}")),
    (
        "period-missing",
        Text("realisasi belum lengkap, kurang: {periods}", "realizations are incomplete, missing: {periods}"),
    ),
    ("not-due", Text("tidak ada target untuk {period}", "there is no target for {period}")),
    (
        "no-consolidation",
        Text(
            "realisasi per periode tanpa cara konsolidasi; nyatakan consolidation pada indikator",
            "realizations by period without a consolidation; state it on the indicator",
        ),
    ),
    (
        "period-outside-plan",
        Text(
            "periode {periods} tidak sesuai dengan periode target", "period {periods} does not fit the target's periods"
        ),
    ),
    (
        "period-not-applicable",
        Text(
            "tidak berlaku pada {periods}, dan tanpa target per periode tidak diketahui target untuk periode lainnya",
            "not applicable in {periods}, and without a target by period that of the other periods is not known",
        ),
    ),
    ("not-poolable", Text("realisasi tidak memuat komponen yang sama", "the realizations lack like components")),
    (
        "below-minimum-status",
        Text("status data {status} di bawah syarat {minimum}", "data status {status} is below the required {minimum}"),
    ),
    (
        "kind-mismatch",
        Text("realisasi berbeda jenis dengan target", "the realization is of another kind than the target"),
    ),
    ("zero-target", Text("target nol dan tidak ada aturan untuk itu", "the target is zero and no rule covers it")),
    ("zero-target-excluded", Text("target nol dikeluarkan menurut aturan", "the zero target is left out by rule")),
    (
        "no-worst-value",
        Text("target nol memerlukan nilai terburuk di atas nol", "a zero target needs a worst value above zero"),
    ),
    ("needs", Text("rumus memerlukan {what}", "the formula needs the {what}")),
    (
        "outside-domain",
        Text("rumus {formula} tidak berlaku untuk angka ini", "formula {formula} is not defined for these numbers"),
    ),
    (
        "target-not-above-baseline",
        Text("target harus di atas kondisi awal", "the target must be above the baseline"),
    ),
    (
        "target-not-below-baseline",
        Text("target harus di bawah kondisi awal", "the target must be below the baseline"),
    ),
    (
        "ordinal-shortfall",
        Text(
            "{level} {relation} {target}; tidak ada aturan nilainya",
            "{level} is {relation} {target}; no rule gives its value",
        ),
    ),
    ("level-unknown", Text("tingkat {level} tidak ada dalam skala", "level {level} is not on the scale")),
    ("no-scale", Text("indikator tidak memiliki skala tingkat", "the indicator has no ordinal scale")),
    (
        "late",
        Text(
            "terlambat {days} hari; tidak ada aturan nilainya", "late, days of delay: {days}; no rule gives its value"
        ),
    ),
    ("no-rule", Text("kebijakan tidak memuat aturan untuk {what}", "the policy holds no rule for {what}")),
    (
        "negative-geometric",
        Text("rata-rata geometrik tidak berlaku untuk angka negatif", "no geometric mean of a negative"),
    ),
    (
        "weights-too-fine",
        Text(
            "bobot terlalu halus untuk rata-rata geometrik; pakai bobot yang lebih bulat, atau teruskan angka yang "
            "dibulatkan",
            "the weights are too fine for a geometric mean; use rounder weights, or carry the rounded numbers",
        ),
    ),
    (
        "not-additive",
        Text(
            "rasio jumlah memerlukan angka satu satuan yang makin tinggi makin baik",
            "a ratio of sums needs numbers of one unit of which more is better",
        ),
    ),
    ("nothing-known", Text("tidak ada indikator yang bernilai", "no indicator has a score")),
    (
        "withheld",
        Text("ditahan: {missing} indikator tanpa nilai", "withheld; indicators without a score: {missing}"),
    ),
    (
        "provisional",
        Text(
            "sementara; bobot yang diketahui {share} %",
            "provisional; weight known: {share} %",
        ),
    ),
    (
        "rows-left-out",
        Text("sementara; tanpa baris {rows}, yang tidak dapat dipakai", "provisional; without unusable rows: {rows}"),
    ),
    (
        "group-too-small",
        Text(
            "kelompok berisi {size}, kurang dari batas terkecil {minimum}",
            "the group has {size}, fewer than the minimum of {minimum}",
        ),
    ),
    (
        "too-few-raters",
        Text(
            "dinilai {count} orang, kurang dari batas terkecil {minimum}",
            "raters: {count}, fewer than the minimum of {minimum}",
        ),
    ),
    ("ratings-refused", Text("{count} nilai panel tidak sah", "ratings of the panel that cannot stand: {count}")),
    (
        "in-agreement",
        Text("sudah dijanjikan dalam perjanjian {agreement}", "promised in the agreement {agreement} already"),
    ),
    ("not-rated", Text("{what} belum dinilai", "{what}: not rated yet")),
    ("sanctions-unknown", Text("ada tidaknya hukuman disiplin tidak diketahui", "sanctions, or none: not known")),
    ("sanction-unscored", Text("skor {sanction} tidak dinyatakan", "the score of {sanction} is not stated")),
    ("code-twice", Text("kode {code} ada dua kali", "the code {code} stands twice")),
    ("input-refused", Text("{count} temuan menghalangi penilaian", "findings that block the scoring: {count}")),
    ("rule-failed", Text("aturan {rule} gagal: {error}", "rule {rule} failed: {error}")),
    ("own-rule", Text("{why}", "{why}")),
)


_TEXTS: dict[str, Text] = dict(REASONS)
_NAMES = {code: sorted(text.names) for code, text in REASONS}


def _code(value: str) -> str:
    if _is_known(value):
        return value
    raise InvalidValueError(
        code="unknown-reason",
        path="Reason.code",
        value=value,
        problem=("kode alasan tidak dikenal", "unknown reason code"),
        way_out=("Pakai Reason.own(kalimat) untuk alasan sendiri", "Use Reason.own(sentence) for a reason of your own"),
    )


def _is_known(value: object) -> bool:
    return isinstance(value, str) and value in _TEXTS


def _pairs(value: Iterable[tuple[str, Argument]]) -> tuple[tuple[str, Argument], ...]:
    pairs = (
        parted(pair, 2, "Reason.arguments", "('days', 3)") for pair in listed(value, "Reason.arguments", "('days', 3)")
    )
    return tuple((name, _harmless(argument)) for name, argument in pairs)


def _harmless(argument: Argument) -> Argument:
    if isinstance(argument, str):
        return _one_line(argument)
    if isinstance(argument, (Text, int, Decimal, Fraction, date)):
        return argument
    raise InvalidValueError(
        code="reason-arguments",
        path="Reason.arguments",
        value=argument,
        problem=("isian ini tidak dapat ditulis dalam kalimat", "this argument cannot be written into a sentence"),
        way_out=("Beri teks, angka tepat atau tanggal", "Give a text, an exact number or a date"),
    )


_LONGEST = 400


def _one_line(words: str) -> str:
    """Someone's words as one line that can neither move the cursor nor pass for a line of an explanation."""
    line = inert(" ".join(words.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


@frozen
class Reason:
    """Alasan: why there is no score, with a stable code.

    Attributes:
        code: One of `REASONS`.
        arguments: The (name, value) pairs that fill its sentence, each name once. Texts are kept as one line of at most
            400 characters, signs that would steer a terminal as visible escapes.
        leaves_out: Whether the indicator leaves the total by rule, instead of making it incomplete.

    Raises:
        InvalidValueError: An unknown code, or arguments that are not those of its sentence.

    Examples:
        >>> Reason("zero-target").text("id")
        'target nol dan tidak ada aturan untuk itu'
    """

    code: str = field(converter=_code)
    arguments: tuple[tuple[str, Argument], ...] = field(default=(), converter=_pairs)
    leaves_out: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        asked = _NAMES[self.code]
        if sorted(str(name) for name, _ in self.arguments) == asked:
            return
        names = ", ".join(asked) or "-"
        raise InvalidValueError(
            code="reason-arguments",
            path=f"Reason[{self.code}].arguments",
            value=self.arguments,
            problem=("isian kurang, lebih atau ganda", "arguments are missing, surplus or given twice"),
            way_out=(f"Beri tepat satu isian untuk: {names}", f"Give exactly one argument for: {names}"),
        )

    __reduce__ = reduce_by_fields

    @classmethod
    def own(cls, why: str) -> "Reason":
        """Alasan sendiri: a reason that a rule of your own gives, in your words."""
        return cls("own-rule", [("why", why)])

    def text(self, lang: Lang = "id") -> str:
        """Teks alasan: the sentence in one language."""
        return _TEXTS[self.code].render(lang, dict(self.arguments))


@frozen
class Scored:
    """Nilai: a score that exists, rounded as its rule says, with the exact number beside it.

    Attributes:
        value: The number after the declared rounding.
        exact: The number before that rounding; None only after a geometric mean, which has no quotient.
        achievement: Capaian by the rule itself, before caps, conversions and rounding, in percent; None for totals and
            for what was scored without having been reported.
        reason: Always None.

    Examples:
        >>> Scored(Decimal("95.00"), Fraction(95)).text("id")
        '95,00'
    """

    value: Decimal
    exact: Fraction | None
    achievement: Fraction | None = None
    reason: None = field(default=None, init=False)

    def text(self, lang: Lang = "id") -> str:
        """Teks nilai: the number after the declared rounding, with all its decimals.

        Raises:
            InvalidValueError: Another language.
        """
        return format_number(self.value, decimals=decimals_of(self.value), lang=lang)


def decimals_of(value: Decimal) -> int:
    """Banyaknya desimal: the decimals to which a score was rounded.

    Examples:
        >>> decimals_of(Decimal("50.00"))
        2
    """
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


@frozen
class NotScored:
    """Tanpa nilai: there is no score, for a coded reason; it is never zero.

    Attributes:
        reason: Why.
        value: Always None, as are ``exact`` and ``achievement``.

    Examples:
        >>> NotScored(Reason("not-reported")).text("en")
        'the realization was not reported'
    """

    reason: Reason
    value: None = field(default=None, init=False)
    exact: None = field(default=None, init=False)
    achievement: None = field(default=None, init=False)

    def text(self, lang: Lang = "id") -> str:
        """Teks tanpa nilai: why there is none, in words.

        Raises:
            InvalidValueError: Another language.
        """
        return self.reason.text(lang)


Score = Scored | NotScored
