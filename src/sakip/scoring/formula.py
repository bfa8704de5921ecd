"""Rumus: a scoring rule as data, with its laws; evaluated exactly, turned around, and written out."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, cast, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.interval import Interval, IntervalSet
from sakip.base.kind import listed, none_or, of_kind
from sakip.base.language import require_lang
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError
from sakip.scoring.cases import Cases, as_cases, require_condition
from sakip.scoring.curve import Curve, Moebius, cells, sample
from sakip.scoring.expression import SYMBOLS, Condition, Linear, Ratio, T, require_linear
from sakip.scoring.measurement import Facts, Measurement, facts_of
from sakip.scoring.outcome import Quotient, Reason
from sakip.scoring.piecewise import Piecewise
from sakip.scoring.running import function
from sakip.scoring.sourcing import NAMES, symbols_of, written
from sakip.scoring.transform import Cap, Floor, Transform, preimage, transform_from_canonical
from sakip.scoring.writing import latex, latex_steps, symbol_words, words

__all__ = ["DIRECTIONS", "Direction", "Formula"]

Direction = Literal["up", "down", "towards-target", "peak"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)

_Run = Callable[..., Quotient | None]


def _id(value: str) -> str:
    return require_text(value, "Formula.id")


def _at_target(value: Number) -> Decimal:
    return admit(value, "Formula.at_target")


def _met_from(value: Number | None) -> Decimal | None:
    return None if value is None else admit(value, "Formula.met_from")


def _direction(value: Direction) -> Direction:
    problem = ("arah rumus tidak dikenal", "unknown direction")
    return choose(value, DIRECTIONS, "Formula.direction", code="unknown-direction", problem=problem)


def _domain(value: Iterable[Condition] | None) -> tuple[Condition, ...] | None:
    if value is None:
        return None
    return tuple(require_condition(cast("Condition", one)) for one in listed(value, "Formula.domain", "T > 0"))


def _breaks(value: Iterable[Linear]) -> tuple[Linear, ...]:
    return tuple(require_linear(cast("Linear", one)) for one in listed(value, "Formula.breaks", "2 * T"))


def _turns_at(value: Linear | None) -> Linear | None:
    if value is None:
        return None
    share = require_linear(value).coefficient("T")
    if value == T.scaled(share) and share > 0 and share != 1:
        return value
    raise InvalidValueError(
        code="turn-misplaced",
        path="Formula.turns_at",
        value=str(value),
        problem=(
            "titik balik harus kelipatan positif target, bukan target itu sendiri",
            "a turn must be a positive multiple of the target, not the target itself",
        ),
        way_out=("Tulis misalnya Decimal('0.76') * T", "Write for example Decimal('0.76') * T"),
    )


def _then(value: Iterable[Transform]) -> tuple[Cap | Floor | Piecewise, ...]:
    found = listed(value, "Formula.then", "Cap(120)")
    kept = tuple(transform for transform in found if isinstance(transform, (Cap, Floor, Piecewise)))
    if len(kept) == len(found):
        return kept
    raise InvalidValueError(
        code="rounding-in-formula",
        path="Formula.then",
        value=found,
        problem=(
            "langkah rumus hanya Cap, Floor atau Piecewise; pembulatan bukan bagiannya",
            "the steps of a formula are Cap, Floor or Piecewise; rounding is no part of it",
        ),
        way_out=("Tulis Round dalam rangkaian kebijakan", "Write Round in the chain of the policy"),
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Formula.reference", "Reference('Perpres 29/2014', certainty='read')")


@frozen
class Formula:
    """Rumus capaian: a quotient of linear expressions in R, T, B, W, C, LO and HI, in percent.

    Attributes:
        id: Stable name.
        expression: The expression, written with the symbols of `sakip.scoring`.
        at_target: The value where the realization equals the target; a law.
        direction: How the value moves as the realization rises: ``up``, ``down``, ``peak`` (highest at the target)
            or ``towards-target`` (up when the target lies above the baseline, down when below); a law.
        domain: Conditions for the formula to be defined; without them, every denominator must be positive, and for
            ``towards-target`` merely not zero.
        then: Steps that belong to the formula itself, such as a conversion.
        breaks: Realizations at which the value jumps against the direction, declared as expressions such as ``2 * T``.
        turns_at: For ``up`` and ``down``, a multiple of the target beyond which the value moves against the direction:
            the published defect of a rule that rewards saving only so far. The direction is then that of the side on
            which the target lies.
        met_from: The value from which the promise counts as kept, above zero and no higher than ``at_target``; without
            it, ``at_target``.
        reference: Where the formula comes from.

    Raises:
        InvalidValueError: Something that is no formula.

    Examples:
        >>> from sakip.scoring import B, R, T
        >>> progress = Formula("progress", 100 * (R - B) / (T - B), at_target=100, direction="towards-target")
        >>> progress.exact(Measurement(realization=12, target=10, baseline=20))
        Fraction(80, 1)
    """

    id: str = field(converter=_id)
    expression: Cases = field(converter=as_cases)
    at_target: Decimal = field(converter=_at_target, kw_only=True)
    direction: Direction = field(converter=_direction, kw_only=True)
    domain: tuple[Condition, ...] | None = field(default=None, converter=_domain, kw_only=True)
    then: tuple[Cap | Floor | Piecewise, ...] = field(default=(), converter=_then, kw_only=True)
    breaks: tuple[Linear, ...] = field(default=(), converter=_breaks, kw_only=True)
    turns_at: Linear | None = field(default=None, converter=_turns_at, kw_only=True)
    met_from: Decimal | None = field(default=None, converter=_met_from, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)
    _run: _Run = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.turns_at is not None and (self.direction not in {"up", "down"} or self.kind == "range"):
            raise InvalidValueError(
                code="turn-misplaced",
                path="Formula.turns_at",
                value=str(self.turns_at),
                problem=(
                    "hanya rumus naik atau turun terhadap satu target yang berbalik arah",
                    "only a rule that goes up or down against one target turns",
                ),
                way_out=("Nyatakan direction='up' atau 'down'", "State direction='up' or 'down'"),
            )
        # At the target the promise is kept, whatever else is; nothing at all keeps none.
        if self.met_from is not None and not 0 < self.met_from <= self.at_target:
            raise InvalidValueError(
                code="met-from-misplaced",
                path="Formula.met_from",
                value=self.met_from,
                problem=(
                    f"batas tercapai harus di atas 0 dan paling tinggi nilai pada target, {self.at_target}",
                    f"a promise is kept from above 0 and from no more than the value at the target, {self.at_target}",
                ),
                way_out=("Tulis misalnya 100, atau None", "Write for example 100, or None"),
            )
        object.__setattr__(self, "_run", function(NAMES, self.source()))

    __reduce__ = reduce_by_fields

    @property
    def symbols(self) -> tuple[str, ...]:
        """Lambang: the symbols that the formula needs, in their fixed order."""
        return symbols_of(self.expression, self.domain)

    @property
    def met_at(self) -> Fraction:
        """Batas tercapai: the value from which the promise counts as kept."""
        return Fraction(self.at_target if self.met_from is None else self.met_from)

    def quotient(self, facts: Facts) -> Quotient | Reason:
        """Hasil bagi: the value as ``(numerator, denominator)``, the denominator positive, or why there is none."""
        found = self._run(*facts)
        if found is None:
            return self._no_value(facts)
        for transform in self.then:
            found = transform.apply(*found)
        return found

    def source(self) -> str:
        """Naskah: the formula (without ``then``) as Python text on its symbols; None where it has no value."""
        return written(self.expression, self.domain, any_sign=self._any_sign)

    def _no_value(self, facts: Facts) -> Reason:
        lacking = next(
            (symbol for symbol, count in zip(SYMBOLS, facts, strict=False) if symbol in self.symbols and count is None),
            None,
        )
        if lacking is not None:
            return Reason("needs", [("what", symbol_words(lacking))])
        return Reason("outside-domain", [("formula", self.id)])

    def exact(self, measurement: Measurement) -> Fraction | Reason:
        """Nilai tepat: the value for these numbers, or why there is none.

        Raises:
            InvalidValueError: Something that is no measurement.
        """
        numbers = of_kind(Measurement, measurement, "Formula.exact", "Measurement(realization=8, target=10)")
        found = self.quotient(facts_of(numbers))
        return found if isinstance(found, Reason) else Fraction(*found)

    def curve(self, numbers: dict[str, Fraction]) -> Curve:
        """Kurva: the formula (without ``then``) as a function of the realization, for given other numbers.

        Args:
            numbers: A number for every symbol that occurs, R left out.
        """
        conditions = [condition for condition, _ in self.expression.branches] + list(self.domain or ())
        lines = [_in_r(condition.difference, numbers) for condition in conditions]
        lines += [_in_r(ratio.denominator, numbers) for ratio in self.expression.ratios]
        cuts = [-constant / slope for slope, constant in lines if slope]
        pieces: list[tuple[Interval, Moebius]] = []
        for cell in cells(cuts):
            ratio = self.ratio_at({**numbers, "R": sample(cell)})
            if ratio is None:
                continue
            a, b = _in_r(ratio.numerator, numbers)
            c, d = _in_r(ratio.denominator, numbers)
            pieces.append((cell, Moebius(a, b, c, d)))
        return Curve(pieces)

    def ratio_at(self, numbers: dict[str, Fraction]) -> Ratio | None:
        """Cabang: the quotient that applies to these numbers, R among them, or None outside the domain."""
        if not all(condition.holds(condition.difference.value(numbers)) for condition in self.domain or ()):
            return None
        ratio = next(
            (
                ratio
                for condition, ratio in self.expression.branches
                if condition.holds(condition.difference.value(numbers))
            ),
            self.expression.otherwise,
        )
        denominator = ratio.denominator.value(numbers)
        return ratio if denominator > 0 or (denominator < 0 and self._any_sign) else None

    @property
    def kind(self) -> Literal["number", "range"]:
        """Jenis: whether the formula compares with one number or with the bounds of a range."""
        return "range" if {"LO", "HI"} & set(self.symbols) else "number"

    @property
    def _any_sign(self) -> bool:
        return self.domain is not None or self.direction == "towards-target"

    def inverse(self, wanted: IntervalSet | Fraction | Number, **numbers: Fraction | Number) -> IntervalSet:
        """Kebalikan: every realization whose value is the wanted one, or lies in the wanted set.

        Args:
            wanted: A value in percent, or a set of them.
            numbers: The other numbers by symbol, such as ``T=80``.

        Raises:
            InvalidValueError: A number that the formula needs is missing, or cannot be admitted.

        Examples:
            >>> from sakip.scoring import R, T
            >>> Formula("ratio", 100 * R / T, at_target=100, direction="up").inverse(90, T=80).text("en")
            '{72}'
        """
        if not isinstance(wanted, IntervalSet):
            wanted = IntervalSet.of(Interval.point(wanted if isinstance(wanted, Fraction) else admit(wanted, "wanted")))
        for transform in reversed(self.then):
            wanted = preimage(transform, wanted)
        return self.curve(self._known(numbers)).preimage(wanted)

    def image(self, realizations: IntervalSet, **numbers: Fraction | Number) -> IntervalSet:
        """Bayangan: every value that realizations in this set have; the formula on intervals.

        Raises:
            InvalidValueError: A number that the formula needs is missing, or cannot be admitted.
        """
        known = of_kind(IntervalSet, realizations, "Formula.image", "IntervalSet.of(Interval.closed(0, 100))")
        values = self.curve(self._known(numbers)).image(known)
        for transform in self.then:
            values = transform.curve().image(values)
        return values

    def _known(self, numbers: dict[str, Fraction | Number]) -> dict[str, Fraction]:
        known = {
            symbol: number if isinstance(number, Fraction) else Fraction(admit(number, symbol))
            for symbol, number in numbers.items()
        }
        lacking = [symbol for symbol in self.symbols if symbol != "R" and symbol not in known]
        if not lacking:
            return known
        raise InvalidValueError(
            code="number-missing",
            path=f"Formula[{self.id}]",
            value=tuple(lacking),
            problem=("rumus memerlukan angka ini", "the formula needs these numbers"),
            way_out=("Beri misalnya T=80", "Give for example T=80"),
        )

    def text(self, lang: Lang = "id", numbers: dict[str, Fraction] | None = None) -> str:
        """Teks rumus: in words, or with numbers in their places."""
        parts = [words(self.expression, lang, numbers), *(transform.text(lang) for transform in self.then)]
        if self.turns_at is not None and numbers is None:
            share = self.turns_at.coefficient("T")
            parts.append(
                Text("berbalik arah pada {share} × target", "turns at {share} × target").render(lang, {"share": share})
            )
        return "; ".join(parts)

    def latex(self, lang: Lang = "id") -> str:
        """Rumus LaTeX: for a report, with what ``then`` makes of it; the language matters where a case needs a word.

        Raises:
            InvalidValueError: Another language.
        """
        written = latex(self.expression, require_lang(lang))
        return latex_steps(written, (step.curve() for step in self.then)) if self.then else written

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the formula as plain data; `from_canonical` reads it back."""
        return {
            "id": self.id,
            "expression": self.expression.canonical(),
            "at_target": str(self.at_target),
            "direction": self.direction,
            "domain": None if self.domain is None else [condition.canonical() for condition in self.domain],
            "then": [transform.canonical() for transform in self.then],
            "breaks": [one.canonical() for one in self.breaks],
            "turns_at": None if self.turns_at is None else self.turns_at.canonical(),
            "met_from": None if self.met_from is None else str(self.met_from),
            "reference": None if self.reference is None else self.reference.canonical(),
        }

    @classmethod
    def from_canonical(cls, data: dict[str, Any]) -> "Formula":
        """Dari bentuk baku: the formula that `canonical` wrote.

        Raises:
            InvalidValueError: Data of no formula.

        Examples:
            >>> from sakip.scoring import R, T
            >>> ratio = Formula("ratio", 100 * R / T, at_target=100, direction="up")
            >>> Formula.from_canonical(ratio.canonical()) == ratio
            True
        """
        try:
            domain, turn, reference = data["domain"], data["turns_at"], data["reference"]
            return cls(
                data["id"],
                Cases.from_canonical(data["expression"]),
                at_target=data["at_target"],
                direction=data["direction"],
                domain=None if domain is None else [Condition.from_canonical(one) for one in domain],
                then=[transform_from_canonical(one) for one in data["then"]],
                breaks=[Linear.from_canonical(one) for one in data["breaks"]],
                turns_at=None if turn is None else Linear.from_canonical(turn),
                met_from=data["met_from"],
                reference=None if reference is None else Reference(**reference),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise InvalidValueError(
                code="not-canonical",
                path="Formula",
                value=data,
                problem=("data ini bukan bentuk baku sebuah rumus", "this is not the canonical form of a formula"),
                way_out=("Pakai hasil canonical()", "Use what canonical() wrote"),
            ) from error


def _in_r(linear: Linear, numbers: dict[str, Fraction]) -> tuple[Fraction, Fraction]:
    """Slope and constant of a linear expression as a function of R."""
    return linear.coefficient("R"), linear.value({**numbers, "R": Fraction(0)})
