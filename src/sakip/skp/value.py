"""Nilai kinerja: SKP and behaviour in one number under PP 30/2019, whose bands overlap on purpose."""

from fractions import Fraction

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.interval import Interval
from sakip.base.kind import of_kind
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.scoring.wording import exact_text

__all__ = ["BANDS_30_2019", "EmployeeBand", "EmployeeValue", "require_value"]

_HIGHEST = 120


def require_value(value: Number | Fraction, path: str) -> Fraction:
    """Nilai: an exact number from 0 to 120, where the scale of PP 30/2019 ends.

    Raises:
        InvalidValueError: A float, a negative number, or one above 120.

    Examples:
        >>> require_value("98.5", "EmployeeValue.skp")
        Fraction(197, 2)
    """
    number = value if isinstance(value, Fraction) else Fraction(admit(value, path))
    if 0 <= number <= _HIGHEST:
        return number
    raise InvalidValueError(
        code="value-out-of-range",
        path=path,
        value=value,
        problem=("nilai pegawai adalah 0 sampai 120", "the value of an employee is 0 to 120"),
        way_out=(
            "Konversikan capaian menjadi nilai, atau batasi pada 120 menurut aturan instansi",
            "Convert the achievement to a value, or cap it at 120 by the rule of the agency",
        ),
    )


@frozen
class EmployeeBand:
    """Kelas nilai: a predicate, the values that it takes, and whether it asks for a new idea as well.

    Attributes:
        label: Predikat.
        values: The values of the band; bands may overlap.
        new_idea: Whether the employee must also have created an idea or a way that benefits the organisation or the
            state.
        reference: Where the band comes from.
    """

    label: str
    values: Interval
    new_idea: bool
    reference: Reference

    __reduce__ = reduce_by_fields


_READ = Reference("PP 30/2019", article="41", certainty="read")
_REMEMBERED = Reference("PP 30/2019", article="41", certainty="memory")
BANDS_30_2019 = (
    EmployeeBand("Sangat Baik", Interval.closed(110, _HIGHEST), new_idea=True, reference=_READ),
    EmployeeBand("Baik", Interval.closed(90, _HIGHEST), new_idea=False, reference=_READ),
    EmployeeBand("Cukup", Interval.closed_open(70, 90), new_idea=False, reference=_READ),
    EmployeeBand("Kurang", Interval.closed_open(50, 70), new_idea=False, reference=_REMEMBERED),
    EmployeeBand("Sangat Kurang", Interval.closed_open(0, 50), new_idea=False, reference=_REMEMBERED),
)
"""Kelas PP 30/2019: the highest first; the first whose condition holds is the predicate."""


def _skp(value: Number | Fraction) -> Fraction:
    return require_value(value, "EmployeeValue.skp")


def _behaviour(value: Number | Fraction) -> Fraction:
    return require_value(value, "EmployeeValue.behaviour")


def _peer_opinion(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "EmployeeValue.peer_opinion", "False")


def _new_idea(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "EmployeeValue.new_idea", "False")


@frozen(kw_only=True)
class EmployeeValue:
    """Nilai kinerja pegawai: SKP and behaviour, weighted 70 to 30, or 60 to 40 where peers and subordinates are asked.

    Attributes:
        skp: Nilai SKP, 0 to 120.
        behaviour: Nilai perilaku kerja, 0 to 120.
        peer_opinion: Whether the agency also asks peers and direct subordinates about the behaviour.
        new_idea: Whether the employee created a new idea or way that benefits the organisation or the state.

    Raises:
        InvalidValueError: A value that is no exact number from 0 to 120, or a question that is not answered by a bool.

    Reference: PP 30/2019, article 41 (read).

    Examples:
        >>> plain = EmployeeValue(skp=112, behaviour=108, peer_opinion=False, new_idea=False)
        >>> plain.value, plain.predicate
        (Fraction(554, 5), 'Baik')
        >>> EmployeeValue(skp=112, behaviour=108, peer_opinion=False, new_idea=True).predicate
        'Sangat Baik'
    """

    skp: Fraction = field(converter=_skp)
    behaviour: Fraction = field(converter=_behaviour)
    peer_opinion: bool = field(converter=_peer_opinion)
    new_idea: bool = field(converter=_new_idea)

    __reduce__ = reduce_by_fields

    @property
    def weights(self) -> tuple[int, int]:
        """Bobot: of the SKP and of the behaviour, in percent."""
        return (60, 40) if self.peer_opinion else (70, 30)

    @property
    def value(self) -> Fraction:
        """Nilai kinerja: the weighted sum, exact."""
        skp, behaviour = self.weights
        return (self.skp * skp + self.behaviour * behaviour) / 100

    @property
    def band(self) -> EmployeeBand:
        """Kelas nilai: the highest band whose values and whose condition fit."""
        return next(band for band in BANDS_30_2019 if band.values.contains(self.value) and self._meets(band))

    @property
    def predicate(self) -> str:
        """Predikat: the label of the band."""
        return self.band.label

    def _meets(self, band: EmployeeBand) -> bool:
        return self.new_idea or not band.new_idea

    def table(self, lang: Lang = "id") -> Table:
        """Tabel nilai: both parts, their weights, what they come to, and the predicate with its reason."""
        require_lang(lang)
        parts = ((_SKP, self.skp, self.weights[0]), (_BEHAVIOUR, self.behaviour, self.weights[1]))
        rows = [
            (name.render(lang), exact_text(value, lang), f"{weight} %", exact_text(value * weight / 100, lang))
            for name, value, weight in parts
        ]
        rows.append((_TOTAL.render(lang), "", "", exact_text(self.value, lang)))
        return Table(
            title=_TITLE.render(lang, {"predicate": self.predicate}),
            columns=[
                Column(head.render(lang), align="left" if head is _PART else "right")
                for head in (_PART, _VALUE, _WEIGHT, _POINTS)
            ],
            rows=rows,
            notes=self._notes(lang),
        )

    def _notes(self, lang: Lang) -> tuple[str, ...]:
        band = self.band
        found = _BAND.render(lang, {"label": band.label, "values": band.values.text(lang)})
        missed = [one for one in BANDS_30_2019 if one.values.contains(self.value) and not self._meets(one)]
        lost = [_NO_IDEA.render(lang, {"label": one.label}) for one in missed]
        idea = [_IDEA.render(lang)] if band.new_idea else []
        return (found, *idea, *lost, band.reference.text(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks nilai: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Nilai kinerja pegawai: {predicate}", "Value of an employee: {predicate}")
_SKP = Text("SKP", "SKP")
_BEHAVIOUR = Text("Perilaku kerja", "Behaviour")
_TOTAL = Text("Nilai kinerja", "Value")
_PART = Text("Unsur", "Part")
_VALUE = Text("Nilai", "Value")
_WEIGHT = Text("Bobot", "Weight")
_POINTS = Text("Nilai × bobot", "Value × weight")
_BAND = Text("{label}: nilai dalam {values}", "{label}: a value in {values}")
_IDEA = Text("syarat ide baru dipenuhi", "the condition of a new idea is met")
_NO_IDEA = Text(
    "bukan {label}: tidak ada ide atau cara baru yang bermanfaat bagi organisasi atau negara",
    "not {label}: there is no new idea or way that benefits the organisation or the state",
)
