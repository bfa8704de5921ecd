"""Realisasi: what was measured, or why there is no number."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed
from sakip.base.number import Number, admit, micro
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import none_or_text, require_paragraphs, require_text
from sakip.errors import InvalidValueError
from sakip.model.indicator import Level
from sakip.model.period import Period

__all__ = ["AwaitingRelease", "Components", "DataStatus", "NotApplicable", "NotReported", "Realization"]

DataStatus = Literal["draft", "submitted", "verified", "final"]
_STATUSES: tuple[DataStatus | None, ...] = (None, *get_args(DataStatus))


def _numerator(value: Number) -> Decimal:
    return admit(value, "Components.numerator")


def _denominator(value: Number) -> Decimal:
    denominator = admit(value, "Components.denominator")
    if denominator:
        return denominator
    raise InvalidValueError(
        code="denominator-zero",
        path="Components.denominator",
        value=value,
        problem=("penyebut nol, jadi nilainya tidak ada", "the denominator is zero, so there is no value"),
        way_out=(
            "Tulis NotApplicable(alasan) bila tidak ada yang dapat diukur",
            "Write NotApplicable(reason) when there was nothing to measure",
        ),
    )


def _per(value: Number) -> Decimal:
    per = admit(value, "Components.per")
    if per > 0:
        return per
    raise InvalidValueError(
        code="per-not-positive",
        path="Components.per",
        value=value,
        problem=("pengali harus lebih besar dari nol", "the multiplier must be greater than zero"),
        way_out=("Tulis 100 untuk persen, 1 untuk rasio biasa", "Write 100 for percent, 1 for a plain ratio"),
    )


@frozen
class Components:
    """Komponen realisasi: a numerator and a denominator whose quotient is the realization, exactly.

    Attributes:
        numerator: Pembilang.
        denominator: Penyebut, not zero.
        per: What the quotient is counted per: 100 for percent, 1000 per mille, 100000 per 100.000.

    Raises:
        InvalidValueError: A zero denominator, or a multiplier that is not positive.

    Examples:
        >>> Components(45, 60, per=100)
        Components(numerator=Decimal('45'), denominator=Decimal('60'), per=Decimal('100'))
    """

    numerator: Decimal = field(converter=_numerator)
    denominator: Decimal = field(converter=_denominator)
    per: Decimal = field(converter=_per, kw_only=True)


@frozen
class NotReported:
    """Belum dilaporkan: a realization is due and nobody gave it; never the same as zero.

    Examples:
        >>> Realization("IKU-1", NotReported()).is_measured
        False
    """


def _reason(value: str) -> str:
    return require_text(value, "NotApplicable.reason")


@frozen
class NotApplicable:
    """Tidak berlaku: there was nothing to measure, for a stated reason.

    Attributes:
        reason: Why, in the agency's words.

    Raises:
        InvalidValueError: An empty reason.

    Examples:
        >>> NotApplicable("Kegiatan dibatalkan karena pandemi").reason
        'Kegiatan dibatalkan karena pandemi'
    """

    reason: str = field(converter=_reason)


def _source(value: str | None) -> str | None:
    return none_or_text(value, "AwaitingRelease.source")


@frozen
class AwaitingRelease:
    """Menunggu rilis: another body publishes the number later, such as the BPK opinion of the year.

    Attributes:
        source: Who publishes it.

    Examples:
        >>> AwaitingRelease("BPK").source
        'BPK'
    """

    source: str | None = field(default=None, converter=_source)


def _code(value: str) -> str:
    return require_text(value, "Realization.code")


def _value(
    value: Number | Components | Level | date | NotReported | NotApplicable | AwaitingRelease,
) -> Decimal | Components | Level | date | NotReported | NotApplicable | AwaitingRelease:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (Components, Level, date, NotReported, NotApplicable, AwaitingRelease)):
        return value
    if value is None:
        raise InvalidValueError(
            code="value-missing",
            path="Realization.value",
            value=value,
            problem=("None tidak mengatakan mengapa angkanya tidak ada", "None does not say why there is no number"),
            way_out=(
                "Tulis NotReported(), NotApplicable(alasan) atau AwaitingRelease(sumber)",
                "Write NotReported(), NotApplicable(reason) or AwaitingRelease(source)",
            ),
        )
    return admit(value, "Realization.value")


def _period(value: Period | None) -> Period | None:
    if value is None or isinstance(value, Period):
        return value
    raise InvalidValueError(
        code="not-a-period",
        path="Realization.period",
        value=value,
        problem=("bukan Period", "not a Period"),
        way_out=("Tulis misalnya Period.quarter(2025, 1)", "Write for example Period.quarter(2025, 1)"),
    )


def _status(value: DataStatus | None) -> DataStatus | None:
    return choose(
        value,
        _STATUSES,
        "Realization.status",
        code="unknown-status",
        problem=("status data tidak dikenal", "unknown data status"),
    )


def _evidence(value: Iterable[str]) -> tuple[str, ...]:
    texts = (value,) if isinstance(value, str) else listed(value, "Realization.evidence", "'LHE 2025'")
    return tuple(require_text(text, "Realization.evidence") for text in texts)


def _words(name: str, value: str | None) -> str | None:
    return None if value is None else require_paragraphs(value, f"Realization.{name}")


def _obstacle(value: str | None) -> str | None:
    return _words("obstacle", value)


def _driver(value: str | None) -> str | None:
    return _words("driver", value)


def _remedy(value: str | None) -> str | None:
    return _words("remedy", value)


@frozen
class Realization:
    """Realisasi kinerja: what was measured for one indicator, in the year or in one period of it.

    Attributes:
        code: Code of the indicator.
        value: A number in the indicator's unit, its `Components`, a `Level`, a date, or one of the three states
            `NotReported`, `NotApplicable`, `AwaitingRelease`. Zero is a number and nothing else.
        period: The period that was measured; without one, the whole year.
        status: How far the number has come: ``draft``, ``submitted``, ``verified`` or ``final``.
        evidence: Bukti dukung, as references; never files.
        obstacle: Hambatan. driver: Pendorong. remedy: Tindak lanjut. Each may run over several lines.

    Raises:
        InvalidValueError: A number that cannot be admitted, ``None`` in place of a state, an unknown status.

    Examples:
        >>> Realization("IKU-1", "0").is_measured, Realization("IKU-1", AwaitingRelease("BPS")).is_measured
        (True, False)
    """

    code: str = field(converter=_code)
    value: Decimal | Components | Level | date | NotReported | NotApplicable | AwaitingRelease = field(converter=_value)
    period: Period | None = field(default=None, converter=_period, kw_only=True)
    status: DataStatus | None = field(default=None, converter=_status, kw_only=True)
    evidence: tuple[str, ...] = field(default=(), converter=_evidence, kw_only=True)
    obstacle: str | None = field(default=None, converter=_obstacle, kw_only=True)
    driver: str | None = field(default=None, converter=_driver, kw_only=True)
    remedy: str | None = field(default=None, converter=_remedy, kw_only=True)
    _number: int | None = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # In millionths, as the target's: what is asked of every realization is counted once.
        object.__setattr__(self, "_number", micro(self.value) if isinstance(self.value, Decimal) else None)

    __reduce__ = reduce_by_fields

    @property
    def _scaled(self) -> tuple[int, int] | None:
        """The number or the quotient of its components as ``(count, parts)``, worth ``count / (MICRO * parts)``."""
        if self._number is not None:
            return self._number, 1
        value = self.value
        if not isinstance(value, Components):
            return None
        count, parts = micro(value.per) * micro(value.numerator), micro(value.denominator)
        return (count, parts) if parts > 0 else (-count, -parts)

    @property
    def is_measured(self) -> bool:
        """Terukur: whether there is a number, a level or a date."""
        return not isinstance(self.value, (NotReported, NotApplicable, AwaitingRelease))
