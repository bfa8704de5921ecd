"""Skala jawaban: the answers of an evaluation sheet, each with what it is worth."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from attrs import field, frozen

from sakip.base.interval import Interval
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError

__all__ = ["ANSWERS_88_2021", "ANSWERS_A_D", "ANSWERS_Y_T", "PRESENCE_88_2021", "AnswerChoice", "AnswerScale"]


def _label(value: str) -> str:
    return require_text(value, "AnswerChoice.label", longest=40)


def _percent(value: Number) -> Decimal:
    percent = admit(value, "AnswerChoice.value")
    if 0 <= percent <= 100:
        return percent
    raise InvalidValueError(
        code="not-a-percentage",
        path="AnswerChoice.value",
        value=value,
        problem=("nilai jawaban di luar 0 sampai 100 persen", "the worth of an answer is outside 0 to 100 percent"),
        way_out=("Tulis persen dari bobot, misalnya 66 untuk 0,66", "Write percent of the weight, such as 66 for 0.66"),
    )


def _meaning(value: Text | None) -> Text | None:
    return none_or(Text, value, "AnswerChoice.meaning", "Text('ya', 'yes')")


def _met(value: Interval | None) -> Interval | None:
    return none_or(Interval, value, "AnswerChoice.met", "Interval(75, 100, low_end='open')")


@frozen
class AnswerChoice:
    """Pilihan jawaban: one answer, and how much of the weight it gives.

    Attributes:
        label: As it is written on the sheet, such as ``BB`` or ``Y``.
        value: What it is worth, in percent of the weight, 0 to 100.
        meaning: When it is given, in words.
        met: Which share of the criteria, in percent, is met where this answer is given; None where no rule says so.

    Raises:
        InvalidValueError: An empty label, or a worth outside 0 to 100.

    Examples:
        >>> AnswerChoice("BB", 80).value
        Decimal('80')
    """

    label: str = field(converter=_label)
    value: Decimal = field(converter=_percent)
    meaning: Text | None = field(default=None, converter=_meaning)
    met: Interval | None = field(default=None, converter=_met, kw_only=True)

    __reduce__ = reduce_by_fields


def _choices(value: Iterable[AnswerChoice]) -> tuple[AnswerChoice, ...]:
    choices = tuple_of(AnswerChoice, value, "AnswerScale.choices", "AnswerChoice('BB', 80)")
    labels = [choice.label for choice in choices]
    if choices and len(set(labels)) == len(labels) and all(a.value > b.value for a, b in pairwise(choices)):
        return choices
    raise InvalidValueError(
        code="answers-not-falling",
        path="AnswerScale.choices",
        value=labels,
        problem=(
            "jawaban harus ada, berlabel lain-lain, dan nilainya turun dari yang terbaik",
            "there must be answers, each with a label of its own, worth less and less from the best on",
        ),
        way_out=("Urutkan dari AA ke E", "Write them from AA down to E"),
    )


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "AnswerScale.reference", "Reference('PermenPANRB 88/2021', certainty='secondary')")


@frozen
class AnswerScale:
    """Skala jawaban: the answers that may be given, from the best to the worst.

    Attributes:
        choices: Pilihan jawaban.
        reference: Where the scale comes from.

    Raises:
        InvalidValueError: No answers, one label twice, or worths that do not fall.

    Examples:
        >>> AnswerScale(
        ...     [AnswerChoice("Y", 100), AnswerChoice("T", 0)], Reference("Lembar contoh", certainty="read")
        ... ).labels
        ('Y', 'T')
    """

    choices: tuple[AnswerChoice, ...] = field(converter=_choices)
    reference: Reference = field(converter=_reference)

    __reduce__ = reduce_by_fields

    @property
    def labels(self) -> tuple[str, ...]:
        """Label: every label, the best first."""
        return tuple(choice.label for choice in self.choices)

    def choice(self, label: str) -> AnswerChoice | None:
        """Cari jawaban: the answer of a label, or None where the scale has none; capitals count."""
        return next((choice for choice in self.choices if choice.label == label), None)


_ALL = Interval.point(100)
_GRADATIONS = (
    ("B", 70, Text("sebagian besar kriteria terpenuhi", "most criteria are met"), Interval.open_closed(75, 100)),
    ("CC", 60, Text("lebih dari separuh kriteria terpenuhi", "more than half are met"), Interval.open_closed(50, 75)),
    ("C", 50, Text("sebagian kecil kriteria terpenuhi", "a smaller part is met"), Interval.open_closed(25, 50)),
    ("D", 30, Text("pemenuhannya baru dimulai", "meeting them has begun"), Interval.open_closed(0, 25)),
    ("E", 0, Text("belum ada upaya sama sekali", "no effort at all"), Interval.point(0)),
)
_NATIONAL = Reference("PermenPANRB 88/2021", article="lampiran, gradasi nilai", certainty="secondary")


def _letters(best: Text, good: Text) -> AnswerScale:
    full = (
        ("AA", 100, best, _ALL),
        ("A", 90, good, _ALL),
        ("BB", 80, Text("semua kriteria terpenuhi sesuai mandat nasional", "all met, as national policy asks"), _ALL),
    )
    rows = (*full, *_GRADATIONS)
    return AnswerScale([AnswerChoice(label, value, meaning, met=met) for label, value, meaning, met in rows], _NATIONAL)


PRESENCE_88_2021 = _letters(
    Text("semua terpenuhi, bertahan lima tahun atau lebih", "all met, and kept for five years or more"),
    Text("semua terpenuhi, bertahan satu tahun atau lebih", "all met, and kept for a year or more"),
)
"""Gradasi keberadaan: AA to E for what is there, 100 to 0 percent of the weight."""

ANSWERS_88_2021 = _letters(
    Text("semua terpenuhi, dengan inovasi yang patut dicontoh", "all met, with innovation fit to be a model"),
    Text("semua terpenuhi, dengan upaya yang patut dihargai", "all met, with effort worth appreciating"),
)
"""Gradasi kualitas dan pemanfaatan: AA to E for how good it is and what it is used for."""

_TRENGGALEK = Reference("Lembar evaluasi SAKIP Kabupaten Trenggalek", certainty="secondary")

ANSWERS_Y_T = AnswerScale(
    [
        AnswerChoice("Y", 100, Text("ya", "yes"), met=_ALL),
        AnswerChoice("T", 0, Text("tidak", "no"), met=Interval.point(0)),
    ],
    _TRENGGALEK,
)
"""Ya atau tidak: a criterion is met or it is not."""

ANSWERS_A_D = AnswerScale(
    [AnswerChoice("A", 100), AnswerChoice("B", 66), AnswerChoice("C", 33), AnswerChoice("D", 0)], _TRENGGALEK
)
"""A sampai D: the whole of a criterion, 0.66 and 0.33 of it, or nothing, as one region answers."""
