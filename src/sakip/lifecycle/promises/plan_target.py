"""Target rencana: what a medium-term plan asks of one indicator, year by year."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from attrs import field, frozen

from sakip.base.kind import listed, of_kind
from sakip.base.number import Number, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.errors import InvalidValueError
from sakip.model.indicator import Indicator, Level
from sakip.model.target import Range, promised

__all__ = ["PlanTarget", "Promised"]

Promised = Decimal | Range | Level | date
"""Yang dijanjikan: the value of a year, of whatever kind a target may be."""
_EXAMPLE = "{2020: 70, 2024: 90}"


def _indicator(value: Indicator) -> Indicator:
    return of_kind(
        Indicator, value, "PlanTarget.indicator", "Indicator('IKU-1', 'Cakupan layanan', polarity='maximize')"
    )


def _pair(item: object) -> tuple[int, Promised]:
    pair = cast("tuple[object, ...]", item) if isinstance(item, tuple | list) else ()
    if len(pair) == 2:
        year = admit_whole(pair[0], "PlanTarget.values", low=1945, high=9998)
        return year, promised(cast("Number | Range | Level | date", pair[1]), f"PlanTarget.values[{year}]")
    raise InvalidValueError(
        code="not-a-year",
        path="PlanTarget.values",
        value=item,
        problem=("bukan tahun dengan targetnya", "not a year with its target"),
        way_out=(f"Tulis misalnya {_EXAMPLE}", f"Write for example {_EXAMPLE}"),
    )


def _values(
    value: Mapping[int, Number | Range | Level | date] | Iterable[tuple[int, Number | Range | Level | date]],
) -> tuple[tuple[int, Promised], ...]:
    items = value.items() if isinstance(value, Mapping) else value
    found = sorted((_pair(item) for item in listed(items, "PlanTarget.values", _EXAMPLE)), key=lambda pair: pair[0])
    years = [year for year, _ in found]
    twice = next((year for at, year in enumerate(years) if year in years[:at]), None)
    if found and twice is None:
        return tuple(found)
    problem = (
        ("target rencana tanpa satu tahun pun", "a target of a plan without any year")
        if twice is None
        else ("tahun ini ada dua kali", "this year stands twice")
    )
    raise InvalidValueError(
        code="no-years" if twice is None else "year-twice",
        path="PlanTarget.values",
        value=value if twice is None else twice,
        problem=problem,
        way_out=(f"Beri tiap tahun satu target, misalnya {_EXAMPLE}", f"Give each year one target, as in {_EXAMPLE}"),
    )


@frozen
class PlanTarget:
    """Target rencana: the values that a medium-term plan (RPJMD, Renstra) states for one indicator.

    Attributes:
        indicator: The indicator as the plan words it; its ``owner`` is who is responsible.
        values: Target of each year, ordered by year; also given as a mapping. Years may be left out. Each is what is
            to be reached in that year, not what is added up since the first.

    Raises:
        InvalidValueError: No year, a year twice, or a value that no target can have.

    Reference: PermenPANRB 53/2014, lampiran II, bab III (read): realization beside the medium-term target of the
        strategic plan.

    Examples:
        >>> from sakip import Indicator
        >>> clinics = Indicator("IKU-1", "Puskesmas terakreditasi", unit="%", polarity="maximize")
        >>> target = PlanTarget(clinics, {2020: 70, 2021: 75, 2024: 90})
        >>> target.value(2021), target.value(2022), target.final
        (Decimal('75'), None, Decimal('90'))
    """

    indicator: Indicator = field(converter=_indicator)
    values: tuple[tuple[int, Promised], ...] = field(converter=_values)

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode: the code of its indicator."""
        return self.indicator.code

    @property
    def text(self) -> str:
        """Uraian: the name of its indicator."""
        return self.indicator.name

    @property
    def offices(self) -> tuple[str, ...]:
        """Penanggung jawab: the owner of its indicator, if one is stated."""
        return () if self.indicator.owner is None else (self.indicator.owner,)

    @property
    def begins(self) -> date | None:
        """Awal: none; it holds for the years of its plan."""
        return None

    @property
    def due(self) -> date | None:
        """Batas: none; what is due is the value of each year."""
        return None

    @property
    def years(self) -> tuple[int, ...]:
        """Tahun: the years that have a value."""
        return tuple(year for year, _ in self.values)

    @property
    def final(self) -> Promised:
        """Target akhir: the value of the last year that has one."""
        return self.values[-1][1]

    def value(self, year: int) -> Promised | None:
        """Target setahun: what the plan states for a year; None where it states nothing, which is not zero."""
        return dict(self.values).get(year)
