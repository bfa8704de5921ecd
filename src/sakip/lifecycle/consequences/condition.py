"""Syarat: what a rule asks of one fact, in the year that is looked at and in those before it."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.interval import End, Interval
from sakip.base.kind import of_kind
from sakip.base.number import Number, admit, admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.consequences.fact_kind import FactKind, number_or_label
from sakip.scoring.wording import exact_text

__all__ = ["MOST_YEARS", "Asked", "FactCondition", "band_of", "condition_text", "distance_text"]

Asked = Literal["value", "change"]
"""Yang ditanya: the value of a year, or how far it lies above that of the year before."""

MOST_YEARS = 10
_PATH = "FactCondition"


def _fact(value: str) -> str:
    return require_text(value, f"{_PATH}.fact")


def _low(value: Number | None) -> Decimal | Fraction | str | None:
    return None if value is None else number_or_label(value, f"{_PATH}.low")


def _high(value: Number | None) -> Decimal | Fraction | str | None:
    return None if value is None else number_or_label(value, f"{_PATH}.high")


def _low_end(value: End) -> End:
    return _end(value, f"{_PATH}.low_end")


def _high_end(value: End) -> End:
    return _end(value, f"{_PATH}.high_end")


def _end(value: End, path: str) -> End:
    problem = ("ujung selang terbuka atau tertutup", "the end of an interval is open or closed")
    return choose(value, get_args(End), path, code="unknown-end", problem=problem)


def _asked(value: Asked) -> Asked:
    problem = ("yang ditanya tidak dikenal", "unknown thing to ask")
    return choose(value, get_args(Asked), f"{_PATH}.asked", code="unknown-asked", problem=problem)


def _years(value: int) -> int:
    return admit_whole(value, f"{_PATH}.years", low=1, high=MOST_YEARS)


@frozen
class FactCondition:
    """Syarat: one fact lies between two bounds, or has changed by so much, in each of the last years.

    Written with `at_least`, `more_than`, `at_most`, `less_than`, `exactly`, `between`, `fell` and `rose`. A bound is a
    number, or a label of the fact's scale.

    Attributes:
        fact: Id of the fact.
        low: The lower bound; None where there is none.
        high: The upper bound; None where there is none.
        low_end: ``closed`` where the lower bound itself meets the condition, else ``open``.
        high_end: The same for the upper bound.
        asked: ``value``, or ``change``: the difference from the year before, in steps where the fact is a label.
        years: In each of how many years, the last being the year that is looked at; 1 to 10.

    Raises:
        InvalidValueError: No bound at all, numbers with nothing between them, or a field of another kind.

    Examples:
        >>> from sakip.lifecycle import PREDICATE_FACT, TOTAL_FACT
        >>> FactCondition.at_least("predicate", "Baik", years=2).text(PREDICATE_FACT)
        'predikat kinerja pegawai paling rendah Baik, pada tiap tahun dari 2 tahun terakhir'
        >>> FactCondition.fell("total", by=5).text(TOTAL_FACT, "en")
        'score of the performance agreement fell by at least 5'
    """

    fact: str = field(converter=_fact)
    low: Decimal | Fraction | str | None = field(default=None, converter=_low, kw_only=True)
    high: Decimal | Fraction | str | None = field(default=None, converter=_high, kw_only=True)
    low_end: End = field(default="closed", converter=_low_end, kw_only=True)
    high_end: End = field(default="closed", converter=_high_end, kw_only=True)
    asked: Asked = field(default="value", converter=_asked, kw_only=True)
    years: int = field(default=1, converter=_years, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise InvalidValueError(
                code="no-bound",
                path=_PATH,
                value=self.fact,
                problem=("syarat tanpa batas selalu terpenuhi", "a condition without a bound always holds"),
                way_out=(
                    "Tulis misalnya FactCondition.at_least('total', 90)",
                    "Write for example FactCondition.at_least('total', 90)",
                ),
            )

        if not isinstance(self.low, str) and not isinstance(self.high, str):
            _band(self, self.low, self.high)

    __reduce__ = reduce_by_fields

    @classmethod
    def at_least(cls, fact: str, bound: Number, *, years: int = 1) -> "FactCondition":
        """Sekurang-kurangnya: the bound or anything above it."""
        return cls(fact, low=bound, years=years)

    @classmethod
    def more_than(cls, fact: str, bound: Number, *, years: int = 1) -> "FactCondition":
        """Lebih dari: anything above the bound."""
        return cls(fact, low=bound, low_end="open", years=years)

    @classmethod
    def at_most(cls, fact: str, bound: Number, *, years: int = 1) -> "FactCondition":
        """Paling banyak: the bound or anything below it."""
        return cls(fact, high=bound, years=years)

    @classmethod
    def less_than(cls, fact: str, bound: Number, *, years: int = 1) -> "FactCondition":
        """Kurang dari: anything below the bound."""
        return cls(fact, high=bound, high_end="open", years=years)

    @classmethod
    def exactly(cls, fact: str, bound: Number, *, years: int = 1) -> "FactCondition":
        """Tepat: the bound and nothing else."""
        return cls(fact, low=bound, high=bound, years=years)

    @classmethod
    def between(cls, fact: str, low: Number, high: Number, *, years: int = 1) -> "FactCondition":
        """Antara: from the lower bound, included, to below the upper one, so that bands meet and never overlap."""
        return cls(fact, low=low, high=high, high_end="open", years=years)

    @classmethod
    def fell(cls, fact: str, *, by: Number | None = None, years: int = 1) -> "FactCondition":
        """Turun: lower than the year before, by at least so much, in each of the last years."""
        high = 0 if by is None else -_positive(by, "FactCondition.fell.by")
        return cls(fact, high=high, high_end="open" if by is None else "closed", asked="change", years=years)

    @classmethod
    def rose(cls, fact: str, *, by: Number | None = None, years: int = 1) -> "FactCondition":
        """Naik: higher than the year before, by at least so much, in each of the last years."""
        low = 0 if by is None else _positive(by, "FactCondition.rose.by")
        return cls(fact, low=low, low_end="open" if by is None else "closed", asked="change", years=years)

    @property
    def looks_back(self) -> int:
        """Tahun ke belakang: how many years before the year itself must be known."""
        return self.years if self.asked == "change" else self.years - 1

    def text(self, kind: FactKind, lang: Lang = "id") -> str:
        """Teks syarat: the condition in words.

        Raises:
            InvalidValueError: An unknown language, no `FactKind` or that of another fact, or a bound that is none of
                its numbers.
            UnknownCodeError: A label that its scale does not have.
        """
        asked = of_kind(FactKind, kind, "FactCondition.text.kind", "TOTAL_FACT")
        if asked.id != self.fact:
            raise InvalidValueError(
                code="other-fact",
                path="FactCondition.text.kind",
                value=asked.id,
                problem=(f"syarat ini tentang {self.fact}", f"the condition is about {self.fact}"),
                way_out=("Beri jenis fakta dengan id itu", "Give the kind of fact that has this id"),
            )
        return condition_text(self, asked, require_lang(lang))


def _positive(value: Number, path: str) -> Decimal:
    number = admit(value, path)
    if number > 0:
        return number
    raise InvalidValueError(
        code="change-not-positive",
        path=path,
        value=value,
        problem=("besar perubahan harus lebih dari nol", "the size of a change must be above zero"),
        way_out=("Tulis misalnya by=5, atau kosongkan", "Write for example by=5, or leave it out"),
    )


def band_of(condition: FactCondition, kind: FactKind) -> Interval:
    """Rentang syarat: the numbers that meet a condition; labels count from 0.

    Raises:
        UnknownCodeError: A label that the scale does not have.
        InvalidValueError: A number for a label, a label for a number, or bounds that leave nothing.

    Examples:
        >>> from sakip.lifecycle import PREDICATE_FACT
        >>> band_of(FactCondition.at_least("predicate", "Baik"), PREDICATE_FACT).text()
        '[3; ∞)'
    """
    low, high = (_resolved(bound, condition, kind) for bound in (condition.low, condition.high))
    return _band(condition, low, high)


def _band(condition: FactCondition, low: Number | Fraction | None, high: Number | Fraction | None) -> Interval:
    try:
        return Interval(low, high, low_end=condition.low_end, high_end=condition.high_end)
    except InvalidValueError:
        raise InvalidValueError(
            code="nothing-between",
            path=f"{_PATH}[{condition.fact}]",
            value=(condition.low, condition.high),
            problem=("tidak ada yang terletak di antara kedua batas", "nothing lies between the two bounds"),
            way_out=(
                "Tulis batas bawah lebih dahulu; satu nilai ditulis FactCondition.exactly",
                "Write the lower bound first; a single value is FactCondition.exactly",
            ),
        ) from None


def _resolved(bound: Decimal | Fraction | str | None, condition: FactCondition, kind: FactKind) -> Fraction | None:
    if bound is None:
        return None
    if condition.asked == "change" or not kind.labels:
        return Fraction(admit(bound, f"{_PATH}[{kind.id}]") if isinstance(bound, str) else bound)
    if isinstance(bound, str):
        return Fraction(kind.position(bound))
    labels = ", ".join(kind.labels)
    raise InvalidValueError(
        code="number-for-label",
        path=f"{_PATH}[{kind.id}]",
        value=bound,
        problem=("fakta ini berupa label, bukan angka", "the fact is a label, not a number"),
        way_out=(f"Pilih salah satu: {labels}", f"Choose one of {labels}"),
    )


_EXACT = Text("{fact} tepat {low}", "{fact} exactly {low}")
_LABEL = Text("{fact}: {low}", "{fact}: {low}")
_BOTH = Text("{fact} {from_low} dan {to_high}", "{fact} {from_low} and {to_high}")
_ONE = Text("{fact} {bound}", "{fact} {bound}")
_FROM = {
    (False, "closed"): Text("sekurang-kurangnya {bound}", "at least {bound}"),
    (False, "open"): Text("lebih dari {bound}", "more than {bound}"),
    (True, "closed"): Text("paling rendah {bound}", "{bound} or higher"),
    (True, "open"): Text("di atas {bound}", "above {bound}"),
}
_UP_TO = {
    (False, "closed"): Text("paling banyak {bound}", "at most {bound}"),
    (False, "open"): Text("kurang dari {bound}", "less than {bound}"),
    (True, "closed"): Text("paling tinggi {bound}", "{bound} or lower"),
    (True, "open"): Text("di bawah {bound}", "below {bound}"),
}
_FELL = Text("{fact} turun", "{fact} fell")
_FELL_BY = Text("{fact} turun sekurang-kurangnya {by}", "{fact} fell by at least {by}")
_ROSE = Text("{fact} naik", "{fact} rose")
_ROSE_BY = Text("{fact} naik sekurang-kurangnya {by}", "{fact} rose by at least {by}")
_CHANGE = Text("perubahan {fact}", "change of {fact}")
_STEPS = Text("{gap} tingkat", "{gap} steps")
_STEP = Text("satu tingkat", "one step")
_YEARS = Text("{asked}, pada tiap tahun dari {years} tahun terakhir", "{asked}, in each of the last {years} years")


def condition_text(condition: FactCondition, kind: FactKind, lang: Lang) -> str:
    """Teks syarat: the condition in words.

    Examples:
        >>> from sakip.lifecycle import TOTAL_FACT
        >>> condition_text(FactCondition.between("total", 80, 90), TOTAL_FACT, "en")
        'score of the performance agreement at least 80 and less than 90'
    """
    band = band_of(condition, kind)
    asked = _change_text(band, kind, lang) if condition.asked == "change" else _value_text(band, kind, lang)
    return asked if condition.years == 1 else _YEARS.render(lang, {"asked": asked, "years": condition.years})


def _value_text(band: Interval, kind: FactKind, lang: Lang) -> str:
    meant = [label for at, label in enumerate(kind.labels) if band.contains(at)]
    if len(meant) == 1:
        return _LABEL.render(lang, {"fact": kind.name.render(lang), "low": meant[0]})
    shown = (lambda number: kind.labels[int(number)]) if kind.labels else (lambda number: exact_text(number, lang))
    return _between(band, kind.name.render(lang), shown, lang, labels=bool(kind.labels))


def _between(band: Interval, fact: str, shown: Callable[[Fraction], str], lang: Lang, *, labels: bool) -> str:
    low, high = band.low, band.high
    if low is not None and low == high:
        return (_LABEL if labels else _EXACT).render(lang, {"fact": fact, "low": shown(low)})
    start = "" if low is None else _FROM[labels, band.low_end].render(lang, {"bound": shown(low)})
    end = "" if high is None else _UP_TO[labels, band.high_end].render(lang, {"bound": shown(high)})
    if start and end:
        return _BOTH.render(lang, {"fact": fact, "from_low": start, "to_high": end})
    return _ONE.render(lang, {"fact": fact, "bound": start or end})


def _change_text(band: Interval, kind: FactKind, lang: Lang) -> str:
    fact = kind.name.render(lang)
    if band.low is None and band.high is not None:
        if band.high == 0 and band.high_end == "open":
            return _FELL.render(lang, {"fact": fact})
        if band.high < 0 and band.high_end == "closed":
            return _FELL_BY.render(lang, {"fact": fact, "by": distance_text(-band.high, kind, lang)})
    if band.high is None and band.low is not None:
        if band.low == 0 and band.low_end == "open":
            return _ROSE.render(lang, {"fact": fact})
        if band.low > 0 and band.low_end == "closed":
            return _ROSE_BY.render(lang, {"fact": fact, "by": distance_text(band.low, kind, lang)})
    named = _CHANGE.render(lang, {"fact": fact})
    return _between(band, named, lambda number: distance_text(number, kind, lang), lang, labels=False)


def distance_text(number: Fraction, kind: FactKind, lang: Lang) -> str:
    """Teks jarak: how far apart two values of a fact are, in its own unit, or in steps of its labels.

    Examples:
        >>> from sakip.lifecycle import PREDICATE_FACT, TOTAL_FACT
        >>> distance_text(Fraction(2), PREDICATE_FACT, "id"), distance_text(Fraction(5, 2), TOTAL_FACT, "id")
        ('2 tingkat', '2,5')
    """
    if not kind.labels:
        return exact_text(number, lang)
    return _STEP.render(lang) if number == 1 else _STEPS.render(lang, {"gap": exact_text(number, lang)})
