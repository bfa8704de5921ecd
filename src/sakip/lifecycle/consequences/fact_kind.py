"""Jenis fakta: what a policy of consequences may ask, and which way it is better."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.interval import Interval
from sakip.base.kind import of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError

__all__ = [
    "COMPLETENESS_FACT",
    "DISCIPLINE_FACT",
    "LATE_REPORTS_FACT",
    "MANDATORY_MISSING_FACT",
    "PREDICATE_FACT",
    "TOTAL_FACT",
    "UNSIGNED_PROMISES_FACT",
    "Better",
    "FactKind",
    "number_or_label",
]

Better = Literal["higher", "lower", "neither"]
"""Arah baik: whether a higher number is better, a lower one, or neither."""


def number_or_label(value: Number | Fraction, path: str) -> Decimal | Fraction | str:
    """Angka atau label: an exact number, also as canonical text such as ``"98.5"``; any other text is a label.

    Raises:
        InvalidValueError: A float, or a text that cannot stand on one line.

    Examples:
        >>> number_or_label("98.5", "GivenFact.value"), number_or_label("Baik", "GivenFact.value")
        (Decimal('98.5'), 'Baik')
    """
    if isinstance(value, Fraction):
        return value
    if not isinstance(value, str):
        return admit(value, path)
    text = require_text(value, path)
    try:
        return admit(text, path)
    except InvalidValueError:
        return text


def _id(value: str) -> str:
    return require_text(value, "FactKind.id")


def _name(value: Text) -> Text:
    return of_kind(Text, value, "FactKind.name", "Text('nilai perjanjian kinerja', 'score of the agreement')")


def _better(value: Better) -> Better:
    problem = ("arah baik tidak dikenal", "unknown direction of what is better")
    known = {"maximize": "higher", "minimize": "lower", "tinggi": "higher", "rendah": "lower"}
    return choose(value, get_args(Better), "FactKind.better", code="unknown-direction", problem=problem, known=known)


def _labels(value: Iterable[str]) -> tuple[str, ...]:
    path = "FactKind.labels"
    labels = tuple(require_text(label, path) for label in tuple_of(str, value, path, "'Baik'"))
    numbers = [label for label in labels if isinstance(number_or_label(label, path), Decimal)]
    if numbers:
        raise InvalidValueError(
            code="label-is-a-number",
            path=path,
            value=numbers[0],
            problem=("label ini sebuah angka", "the label is a number"),
            way_out=(
                "Pakai fakta berupa angka, atau label berupa kata",
                "Use a fact that is a number, or labels in words",
            ),
        )
    if len(set(labels)) == len(labels) != 1:
        return labels
    raise InvalidValueError(
        code="labels-not-a-scale",
        path=path,
        value=list(labels),
        problem=("satu label berdiri dua kali, atau sendirian", "a label stands twice, or alone"),
        way_out=("Tulis tiap label sekali, dari yang terburuk", "Write each label once, from the worst"),
    )


def _low(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "FactKind.low")


def _high(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "FactKind.high")


def _near(value: Number | None) -> Decimal | None:
    near = None if value is None else admit(value, "FactKind.near")
    if near is None or near >= 0:
        return near
    raise InvalidValueError(
        code="near-below-zero",
        path="FactKind.near",
        value=value,
        problem=("jarak tidak kurang dari nol", "a distance is not below zero"),
        way_out=("Tulis misalnya near=5, atau kosongkan", "Write for example near=5, or leave it out"),
    )


def _whole(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "FactKind.whole", "True")


def _blames(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "FactKind.blames", "True")


@frozen
class FactKind:
    """Jenis fakta: one thing that rules may ask of a subject in a year: a number, or a label on a scale.

    Attributes:
        id: Stable name, such as ``total``.
        name: Its name in both languages.
        better: ``higher``, ``lower`` or ``neither``; the later of the labels are higher. Never presumed.
        labels: The labels of its scale, from the lowest to the highest; empty for a number.
        low: The lowest number that there can be, if there is one.
        high: The highest number that there can be, if there is one.
        whole: Whether it counts something.
        near: How far from a bound is still near, in its own unit, or in steps of its labels; None where nothing is.
        blames: Whether it may lead to a sanction. What only says that something is not known may not.

    Raises:
        InvalidValueError: A field of another kind, a scale of one label or with a label twice, bounds for labels, or
            bounds that leave nothing.

    Examples:
        >>> from sakip import Text
        >>> late = FactKind("late", Text("laporan terlambat", "late reports"), better="lower", low=0, whole=True)
        >>> late.better, PREDICATE_FACT.labels[0]
        ('lower', 'Sangat Kurang')
    """

    id: str = field(converter=_id)
    name: Text = field(converter=_name)
    better: Better = field(converter=_better, kw_only=True)
    labels: tuple[str, ...] = field(default=(), converter=_labels, kw_only=True)
    low: Decimal | None = field(default=None, converter=_low, kw_only=True)
    high: Decimal | None = field(default=None, converter=_high, kw_only=True)
    whole: bool = field(default=False, converter=_whole, kw_only=True)
    near: Decimal | None = field(default=None, converter=_near, kw_only=True)
    blames: bool = field(default=True, converter=_blames, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.labels and (self.low is not None or self.high is not None or self.whole):
            raise InvalidValueError(
                code="labels-with-bounds",
                path="FactKind.labels",
                value=self.id,
                problem=("label tidak memakai batas angka", "labels take no bounds of numbers"),
                way_out=("Hapus low, high dan whole", "Leave out low, high and whole"),
            )
        Interval(self.low, self.high)  # refuses bounds that leave nothing

    __reduce__ = reduce_by_fields

    @property
    def values(self) -> Interval:
        """Yang mungkin: every number that there can be; labels count from 0."""
        return Interval(0, len(self.labels) - 1) if self.labels else Interval(self.low, self.high)

    @property
    def is_whole(self) -> bool:
        """Bilangan bulat: whether only whole numbers are possible, as for counts and places on a scale."""
        return self.whole or bool(self.labels)

    def position(self, label: str) -> int:
        """Letak label: how many labels lie below it.

        Raises:
            UnknownCodeError: The scale has no such label; the error names those that look like it.
        """
        if label in self.labels:
            return self.labels.index(label)
        problem = ("skala fakta ini tidak memuat label itu", "the scale of the fact has no such label")
        raise unknown_code(label, self.labels, code="unknown-label", path=f"FactKind[{self.id}]", problem=problem)

    def is_possible(self, number: Fraction) -> bool:
        """Mungkin ada: whether a number lies within the bounds, and is whole where it must be."""
        return self.values.contains(number) and (not self.is_whole or number.denominator == 1)


TOTAL_FACT = FactKind(
    "total", Text("nilai perjanjian kinerja", "score of the performance agreement"), better="higher", near=5
)
"""Nilai perjanjian: the exact total of an evaluation."""

PREDICATE_FACT = FactKind(
    "predicate",
    Text("predikat kinerja pegawai", "performance predicate"),
    better="higher",
    labels=("Sangat Kurang", "Kurang", "Butuh Perbaikan", "Baik", "Sangat Baik"),
    near=1,
)
"""Predikat kinerja pegawai: the five predicates of PermenPANRB 6/2022 (secondary), from the lowest."""

DISCIPLINE_FACT = FactKind(
    "discipline",
    Text("hukuman disiplin yang masih berlaku", "disciplinary sanction in force"),
    better="higher",
    labels=("berat", "sedang", "ringan", "tidak ada"),
    near=1,
)
"""Disiplin: the gravest disciplinary sanction in force, by the grades of PP 94/2021 (secondary); the caller's data."""

LATE_REPORTS_FACT = FactKind(
    "late-reports",
    Text("jumlah laporan terlambat", "number of late reports"),
    better="lower",
    low=0,
    whole=True,
    near=1,
)
"""Laporan terlambat: how many reports came late, or are late."""

MANDATORY_MISSING_FACT = FactKind(
    "mandatory-missing",
    Text("jumlah indikator wajib yang tidak dijanjikan", "number of mandatory indicators not promised"),
    better="lower",
    low=0,
    whole=True,
    near=1,
)
"""Indikator wajib: how many mandatory indicators the agreement lacks."""

UNSIGNED_PROMISES_FACT = FactKind(
    "unsigned-promises",
    Text("jumlah janji yang belum ditandatangani", "number of promises not signed for"),
    better="lower",
    low=0,
    whole=True,
    near=1,
)
"""Janji belum ditandatangani: how many promises an office is responsible for and has not signed for."""

COMPLETENESS_FACT = FactKind(
    "completeness",
    Text("kelengkapan nilai", "completeness of the score"),
    better="higher",
    labels=("ditahan", "sementara", "final"),
    near=1,
    blames=False,
)
"""Kelengkapan: whether a total is withheld, provisional or final; never the ground of a sanction."""
