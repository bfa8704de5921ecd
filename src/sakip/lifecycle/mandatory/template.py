"""Himpunan indikator wajib: what all agreements of a government must promise, with its exemptions, as data."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from attrs import evolve, field, frozen

from sakip.base.kind import of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.number import Number, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.mandatory.exemption import Exemption
from sakip.lifecycle.mandatory.indicator import Binding, MandatoryIndicator, office_of, overlap
from sakip.model.agreement import Agreement
from sakip.model.period import Period
from sakip.model.scale import Level
from sakip.model.target import Range

__all__ = ["MandatorySet"]


def _id(value: str) -> str:
    return require_text(value, "MandatorySet.id")


def _name(value: Text) -> Text:
    return of_kind(Text, value, "MandatorySet.name", "Text('Perjanjian kinerja khusus', 'Special agreement')")


def _indicators(value: Iterable[MandatoryIndicator]) -> tuple[MandatoryIndicator, ...]:
    example = "MandatoryIndicator(indicator, 90, binding='no_weaker', objective='Tata kelola')"
    return tuple_of(MandatoryIndicator, value, "MandatorySet.indicators", example)


def _reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "MandatorySet.reference", "Reference('Pergub Contoh 1/2022', certainty='read')")


def _exemptions(value: Iterable[Exemption]) -> tuple[Exemption, ...]:
    return tuple_of(Exemption, value, "MandatorySet.exemptions", "Exemption('Inspektorat', 'Penilai MCP')")


def _year(value: int | None) -> int | None:
    return None if value is None else admit_whole(value, "MandatorySet.year", low=1945, high=9998)


@frozen
class MandatorySet:
    """Himpunan indikator wajib: the indicators that a government asks of its agreements, and who need not promise them.

    One code may stand several times, such as with another target for each level. Of those that are asked of an
    agreement, one that names its office takes the place of one that does not, then one that names its level.

    Attributes:
        id: Short name.
        name: Name for people.
        indicators: Indikator wajib.
        reference: Where the set comes from, and how sure that is.
        exemptions: Pengecualian; the first one that holds counts.
        year: Tahun anggaran that it is for; None for any.

    Raises:
        InvalidValueError: A field of another kind, or two entries of one indicator for the same offices and levels.
        UnknownCodeError: An exemption from an indicator that the set does not have.

    Examples:
        >>> from sakip.lifecycle import BENGKULU_MANDATORY
        >>> BENGKULU_MANDATORY.codes
        ('RB', 'TL-BPK', 'INOVASI', 'KIP', 'MCP', 'SERAPAN')
    """

    id: str = field(converter=_id)
    name: Text = field(converter=_name)
    indicators: tuple[MandatoryIndicator, ...] = field(converter=_indicators)
    reference: Reference = field(converter=_reference, kw_only=True)
    exemptions: tuple[Exemption, ...] = field(default=(), converter=_exemptions, kw_only=True)
    year: int | None = field(default=None, converter=_year, kw_only=True)

    def __attrs_post_init__(self) -> None:
        for one, other in combinations(self.indicators, 2):
            if overlap(one, other):
                raise InvalidValueError(
                    code="mandatory-twice",
                    path="MandatorySet.indicators",
                    value=one.code,
                    problem=(
                        "indikator ini diminta dua kali dari kantor dan jenjang yang sama",
                        "the indicator is asked twice of the same offices and levels",
                    ),
                    way_out=(
                        "Sisakan satu, atau pisahkan menurut levels atau offices",
                        "Keep one, or part them by levels or offices",
                    ),
                )
        for at, exemption in enumerate(self.exemptions):
            self._require_known(exemption.indicators, f"MandatorySet.exemptions[{at}].indicators")

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[MandatoryIndicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def _require_known(self, codes: Iterable[str], path: str) -> None:
        for code in codes:
            if code not in self.codes:
                problem = ("himpunan ini tidak memuat indikator itu", "the set has no such indicator")
                raise unknown_code(code, self.codes, code="unknown-mandatory", path=path, problem=problem)

    def with_targets(
        self,
        targets: Mapping[str, Number | Range | Level | date],
        *,
        id: str,  # noqa: A002 - the field's name
        reference: Reference,
        binding: Binding,
        name: Text | None = None,
        year: int | None = None,
        weights: Mapping[str, Number] | None = None,
        trajectories: Mapping[str, Mapping[Period, Number]] | None = None,
        exemptions: Iterable[Exemption] = (),
    ) -> "MandatorySet":
        """Dengan target: the same indicators with the targets that a government asks.

        The reference is that of whoever states the targets; that of this set says nothing about them and is not
        inherited.

        Args:
            targets: The target of each code; an indicator that is not named stays as it is.
            id: Short name of the new set.
            reference: Where these targets come from, and how sure that is.
            binding: How binding they are, as of a `MandatoryIndicator`.
            name: Name for people; without one that of this set.
            year: The fiscal year; None for any.
            weights: Bobot of each code.
            trajectories: Target per period within the year, by code.
            exemptions: Who need not promise which.

        Raises:
            InvalidValueError: As for the fields of a `MandatoryIndicator` and of a set.
            UnknownCodeError: A code that the set does not have.

        Examples:
            >>> from sakip import Reference
            >>> from sakip.lifecycle import BENGKULU_MANDATORY
            >>> basis = Reference("Pergub Contoh 1/2022", certainty="read")
            >>> asked = BENGKULU_MANDATORY.with_targets({"MCP": 85}, id="contoh", reference=basis, binding="no_weaker")
            >>> [one.target for one in asked if one.target is not None], asked.reference.title
            ([Decimal('85')], 'Pergub Contoh 1/2022')
        """
        weights, trajectories = weights or {}, trajectories or {}
        for field_name, given in (("targets", targets), ("weights", weights), ("trajectories", trajectories)):
            self._require_known(given, f"MandatorySet.with_targets.{field_name}")
        indicators = [
            evolve(
                one,
                target=targets.get(one.code, one.target),
                binding=binding if one.code in targets else one.binding,
                weight=weights.get(one.code, one.weight),
                trajectory=trajectories.get(one.code, one.trajectory),
                reference=None if one.code in targets else self.reference_of(one),
            )
            for one in self.indicators
        ]
        return MandatorySet(
            id, self.name if name is None else name, indicators, reference=reference, exemptions=exemptions, year=year
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Kode: the code of each indicator, once, in the order of the set."""
        return tuple(dict.fromkeys(one.code for one in self.indicators))

    def reference_of(self, indicator: MandatoryIndicator) -> Reference:
        """Rujukan: where one indicator comes from, its own reference or that of the set."""
        return self.reference if indicator.reference is None else indicator.reference

    def asked_of(self, agreement: Agreement) -> tuple[MandatoryIndicator, ...]:
        """Diminta dari: the indicators that an agreement must promise, exemptions left aside.

        Examples:
            >>> from sakip.lifecycle import BENGKULU_MANDATORY
            >>> from sakip.testing import example_agreement
            >>> len(BENGKULU_MANDATORY.asked_of(example_agreement()))
            6
        """
        return tuple(one for one, known in self.chosen(agreement) if known)

    def chosen(self, agreement: Agreement) -> Iterator[tuple[MandatoryIndicator, bool]]:
        """Pilihan: for each code the entry asked of an agreement, or one of which that is not known.

        Examples:
            >>> from sakip.lifecycle import BENGKULU_MANDATORY
            >>> from sakip.testing import example_agreement
            >>> {known for _, known in BENGKULU_MANDATORY.chosen(example_agreement())}
            {True}
        """
        for code in self.codes:
            entries = [one for one in self.indicators if one.code == code]
            for one in sorted(entries, key=lambda entry: entry.precision, reverse=True):
                asked = one.asked_of(agreement)
                if asked is not False:
                    yield one, asked is True
                    break

    def exemption_of(self, agreement: Agreement, code: str, day: date) -> Exemption | None:
        """Pengecualian: the one that holds on a day for an agreement and an indicator, or None."""
        return next((one for one in self.granted(agreement, code) if one.holds(day)), None)

    def granted(self, agreement: Agreement, code: str) -> tuple[Exemption, ...]:
        """Pengecualian yang pernah diberi: those for an agreement and an indicator, also those that have ended."""
        office = office_of(agreement)
        return tuple(one for one in self.exemptions if one.covers(office, code))
