"""Indikator wajib: one indicator that agreements must promise, of whom it is asked, and how binding its target is."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import listed, none_or, of_kind
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import none_or_text, require_text
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.indicator import Indicator
from sakip.model.party import Echelon
from sakip.model.scale import Level
from sakip.model.target import Range, Target, trajectory_of
from sakip.model.trajectory import Trajectory

__all__ = ["Binding", "MandatoryIndicator", "office_of", "overlap"]

Binding = Literal["exact", "no_weaker", "own"]
"""Ikatan: the target must be equal, may be better but not weaker, or is each office's own to set."""

_BINDING_WORDS = {
    "sama": "exact",
    "equal": "exact",
    "tepat": "exact",
    "minimum": "no_weaker",
    "minimal": "no_weaker",
    "at least": "no_weaker",
    "sekurang kurangnya": "no_weaker",
    "sendiri": "own",
    "bebas": "own",
    "free": "own",
}


def _indicator(value: Indicator) -> Indicator:
    example = "Indicator('MCP', 'Capaian MCP KPK', unit='%', polarity='maximize')"
    return of_kind(Indicator, value, "MandatoryIndicator.indicator", example)


def _target(value: Number | Range | Level | date | None) -> Decimal | Range | Level | date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, (Range, Level, date)):
        return value
    return admit(value, "MandatoryIndicator.target")


def _binding(value: Binding) -> Binding:
    problem = ("ikatan target tidak dikenal", "unknown binding of a target")
    path = "MandatoryIndicator.binding"
    return choose(value, get_args(Binding), path, code="unknown-binding", problem=problem, known=_BINDING_WORDS)


def _objective(value: str) -> str:
    return require_text(value, "MandatoryIndicator.objective")


def _objective_code(value: str | None) -> str | None:
    return none_or_text(value, "MandatoryIndicator.objective_code")


def _weight(value: Number | None) -> Decimal | None:
    weight = None if value is None else admit(value, "MandatoryIndicator.weight")
    if weight is None or weight > 0:
        return weight
    raise InvalidValueError(
        code="weight-not-positive",
        path="MandatoryIndicator.weight",
        value=value,
        problem=("bobot harus lebih besar dari nol", "a weight must be greater than zero"),
        way_out=("Tulis bobot positif, atau kosongkan", "Write a positive weight, or leave it out"),
    )


def _levels(value: Iterable[Echelon | str]) -> tuple[Echelon, ...]:
    given = listed(value, "MandatoryIndicator.levels", "'II'")
    # What is no text either is refused by the level itself.
    return tuple(one if isinstance(one, Echelon) else Echelon(cast("str", one)) for one in given)


def _offices(value: Iterable[str]) -> tuple[str, ...]:
    given = listed(value, "MandatoryIndicator.offices", "'Dinas Kesehatan'")
    return tuple(require_text(one, f"MandatoryIndicator.offices[{at}]").strip() for at, one in enumerate(given))


def _reference(value: Reference | None) -> Reference | None:
    example = "Reference('Pergub Contoh 1/2022', certainty='read')"
    return none_or(Reference, value, "MandatoryIndicator.reference", example)


@frozen
class MandatoryIndicator:
    """Indikator wajib: what agreements must promise beside their own, with its target and of whom it is asked.

    Attributes:
        indicator: What is measured, with its unit, polarity and consolidation.
        target: The target, or the least that must be promised; None where each office sets its own.
        binding: ``exact``: the promise must be equal. ``no_weaker``: it may be better in the direction of the
            polarity, and is not weaker. ``own``: each office sets its own, and `target` is only what `apply_mandatory`
            writes.
        objective: Name of the objective that it stands under.
        objective_code: Code of that objective, if it has one.
        weight: Bobot; None where the set does not say.
        trajectory: Target per period within the year, as of a `Target`; without one an indicator is not due before the
            end of the year.
        levels: Whom it is asked of; empty for every level. A level with a letter, such as ``II.b``, is that one; ``II``
            and ``JPT PRATAMA`` are every level of their rank and kind. Heads of regions are each their own.
        offices: The offices that it is asked of; empty for all of them.
        reference: Where it comes from, where that is not the reference of its set.

    Raises:
        InvalidValueError: A field of another kind, a binding target that is not stated, a level that the scale does not
            have, or ``no_weaker`` where nothing says which target is weaker.

    Examples:
        >>> from sakip import Indicator
        >>> mcp = Indicator("MCP", "Capaian MCP KPK", unit="%", polarity="maximize")
        >>> MandatoryIndicator(mcp, 90, binding="no_weaker", objective="Tata kelola yang bersih").code
        'MCP'
    """

    indicator: Indicator = field(converter=_indicator)
    target: Decimal | Range | Level | date | None = field(default=None, converter=_target)
    binding: Binding = field(converter=_binding, kw_only=True)
    objective: str = field(converter=_objective, kw_only=True)
    objective_code: str | None = field(default=None, converter=_objective_code, kw_only=True)
    weight: Decimal | None = field(default=None, converter=_weight, kw_only=True)
    levels: tuple[Echelon, ...] = field(default=(), converter=_levels, kw_only=True)
    offices: tuple[str, ...] = field(default=(), converter=_offices, kw_only=True)
    trajectory: Trajectory = field(default=Trajectory(), converter=trajectory_of, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.target is None:
            if self.binding != "own":
                raise _refused("target-missing", self.binding, *_MISSING)
            if self.trajectory:
                raise _refused("target-missing", self.trajectory.periods[0].code, *_ONLY_PERIODS)
            return
        self.as_target()  # a target that cannot be written into an agreement cannot be asked for
        if isinstance(self.target, Level):
            scale = self.indicator.scale
            if scale is not None and self.target not in scale:
                raise _refused("level-off-scale", self.target.name, *_OFF_SCALE)
            if scale is None and self.binding == "no_weaker":
                raise _refused("scale-missing", self.target.name, *_NO_SCALE)
        has_no_side = isinstance(self.target, Decimal) and self.indicator.polarity == "stabilize"
        if has_no_side and self.binding == "no_weaker":
            raise _refused("no-weaker-side", self.target, *_NO_SIDE)

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode indikator: the code by which agreements promise it."""
        return self.indicator.code

    @property
    def precision(self) -> tuple[bool, bool]:
        """Kekhususan: whether it names offices, and whether it names levels; the higher one takes the other's place."""
        return bool(self.offices), bool(self.levels)

    def asked_of(self, agreement: Agreement) -> bool | None:
        """Diminta dari: whether it is asked of an agreement; None where that hangs on a level that is not stated.

        Examples:
            >>> from sakip import Indicator
            >>> from sakip.testing import example_agreement
            >>> spent = Indicator("SERAPAN", "Serapan anggaran", unit="%", polarity="maximize")
            >>> asked = MandatoryIndicator(spent, 95, binding="no_weaker", objective="Tata kelola", levels=["II"])
            >>> asked.asked_of(example_agreement())
            False
        """
        if self.offices and office_of(agreement) not in self.offices:
            return False
        own = agreement.first_party.echelon
        if not self.levels:
            return True
        found = {None if own is None else _is_at(own, level) for level in self.levels}
        return True if True in found else None if None in found else False

    def as_target(self) -> Target | None:
        """Sebagai target: what is written into an agreement; None where each office sets its own."""
        return (
            None
            if self.target is None
            else Target(self.indicator, self.target, weight=self.weight, trajectory=self.trajectory)
        )


def office_of(agreement: Agreement) -> str:
    """Kantor: the office of the first party, or without one its position.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> office_of(example_agreement())
        'Kepala Bagian Perencanaan'
    """
    return agreement.first_party.office or agreement.first_party.position


def overlap(one: MandatoryIndicator, other: MandatoryIndicator) -> bool:
    """Bertumpang: whether two may be asked of one agreement and neither says more exactly of whom.

    Examples:
        >>> from sakip import Indicator
        >>> mcp = Indicator("MCP", "Capaian MCP KPK", unit="%", polarity="maximize")
        >>> two, three = (
        ...     MandatoryIndicator(mcp, value, binding="exact", objective="Tata kelola", levels=[level])
        ...     for value, level in ((90, "II"), (80, "III"))
        ... )
        >>> overlap(two, three), overlap(two, two)
        (False, True)
    """
    if one.code != other.code or one.precision != other.precision:
        return False
    offices = not one.offices or bool(set(one.offices).intersection(other.offices))
    levels = not one.levels or any(_is_at(a, b) is not False for a in one.levels for b in other.levels)
    return offices and levels


def _is_at(own: Echelon, level: Echelon) -> bool | None:
    """Whether a level is the one that is asked; None where it names no letter and the other does."""
    if own.code == level.code:
        return True
    if (own.rank, own.kind) != (level.rank, level.kind) or own.kind == "head":
        return False
    return None if "." in level.code and "." not in own.code else "." not in level.code


_Words = tuple[tuple[str, str], tuple[str, str]]
_MISSING: _Words = (
    ("target yang mengikat tidak disebutkan", "the target that is binding is not stated"),
    ("Sebutkan target, atau tulis binding='own'", "State the target, or write binding='own'"),
)
_ONLY_PERIODS: _Words = (
    ("ada target per periode, tetapi tidak ada target setahun", "there are targets of periods, but none of the year"),
    ("Sebutkan target setahun, atau hapus trajectory", "State the target of the year, or leave trajectory out"),
)
_OFF_SCALE: _Words = (
    ("tingkat ini tidak ada dalam skala indikatornya", "the scale of the indicator has no such level"),
    ("Pilih tingkat dari skala itu", "Choose a level of that scale"),
)
_NO_SCALE: _Words = (
    (
        "tanpa skala tidak diketahui tingkat mana yang lebih lemah",
        "without a scale nobody knows which level is weaker",
    ),
    ("Sebutkan Indicator.scale, atau tulis binding='exact'", "State Indicator.scale, or write binding='exact'"),
)
_NO_SIDE: _Words = (
    (
        "untuk indikator yang dijaga stabil tidak ada arah yang lebih lemah",
        "an indicator that is to be kept stable has no weaker side",
    ),
    ("Tulis Range(bawah, atas), atau binding='exact'", "Write Range(low, high), or binding='exact'"),
)


def _refused(code: str, value: object, problem: tuple[str, str], way_out: tuple[str, str]) -> InvalidValueError:
    return InvalidValueError(code=code, path="MandatoryIndicator.target", value=value, problem=problem, way_out=way_out)
