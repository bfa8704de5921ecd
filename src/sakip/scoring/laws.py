"""Hukum: what every scoring rule must obey, and the search for a case in which one does not.

* At the target a rule gives the value that it states.
* It moves in the direction that it states: better never scores less.
* Another unit of measure changes nothing.
* It gives a number or a reason, whatever the numbers: zero, negative, missing.

A `Formula` is judged by its coefficients; a plain function by trying it on a fixed set of points rich in zeros, ties
and turning points.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from typing import Literal

from attrs import field, frozen

from sakip.base.number import Number, admit
from sakip.base.reference import Reference
from sakip.errors import InvalidValueError, LawError
from sakip.model.indicator import Polarity
from sakip.scoring.deciding import decide, meeting_points
from sakip.scoring.formula import Direction, Formula
from sakip.scoring.measurement import Measurement
from sakip.scoring.outcome import Reason
from sakip.scoring.rule import CheckedRule, Rule, ScoringRule, quotient_of

__all__ = ["LawSheet", "check"]

_Numbers = dict[str, Fraction]
_Value = Callable[[_Numbers], Fraction | None]

_TARGETS = tuple(Fraction(text) for text in ("-10", "-1", "0", "0.1", "1", "8", "10", "49.34", "100"))
_SHARES = tuple(
    Fraction(text) for text in ("-1", "0", "0.25", "0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "2", "2.5", "4")
)
_SCALES = (Fraction(1, 4), Fraction(1000))


@frozen
class LawSheet:
    """Lembar hukum: a rule together with the laws that it was found to keep.

    Attributes:
        rule: The rule, ready for a policy.
        decided: Whether the laws follow from the rule's coefficients; otherwise they held on every point tried.
        points: How many points were tried.
    """

    rule: Rule
    decided: bool = field(kw_only=True)
    points: int = field(kw_only=True)


def check(
    rule: Formula | ScoringRule,
    *,
    at_target: Number = 100,
    direction: Direction | None = None,
    name: str | None = None,
    reference: Reference | None = None,
) -> LawSheet:
    """Uji hukum: the sheet of a rule that keeps its laws.

    Args:
        rule: A `Formula`, which states its own laws, or a plain function.
        at_target: For a function, its value where the realization equals the target, in percent.
        direction: For a function, how it moves as the realization rises; without one, it is found.
        name: For a function, its name in explanations; without one, the function's own.
        reference: For a function, where it comes from.

    Raises:
        LawError: A law is broken; the error carries the counterexample.

    Examples:
        >>> from sakip.scoring import Formula, R, Reason, T
        >>> check(Formula("ratio", 100 * R / T, at_target=100, direction="up")).decided
        True
        >>> def inverse(m):
        ...     return 100 * m.target / m.realization if m.target > 0 < m.realization else Reason.own("T, R > 0")
        >>> check(inverse).rule.direction
        'down'
    """
    if isinstance(rule, Formula):
        return _check_formula(rule)
    if not callable(rule):
        raise InvalidValueError(
            code="not-a-rule",
            path="laws.check",
            value=rule,
            problem=("bukan rumus dan bukan fungsi", "neither a formula nor a function"),
            way_out=(
                "Beri Formula atau fungsi (Measurement) -> Decimal",
                "Give a Formula or a function (Measurement) -> Decimal",
            ),
        )
    return _check_function(rule, admit(at_target, "laws.check"), direction, name or _name(rule), reference)


def _name(rule: object) -> str:
    return str(getattr(rule, "__name__", type(rule).__name__))


def _check_formula(formula: Formula) -> LawSheet:
    verdicts = decide(formula)
    points = 0
    if any(verdict != "kept" for verdict in verdicts.values()):
        tried = _tried_formula(formula)
        if verdicts["unit"] == "broken":
            raise _law_error("unit", formula.id, _other_unit(formula, tried))
        breach = _breach(tried, formula.id, Fraction(formula.at_target), formula.direction, formula)
        if breach is not None:
            raise breach[1]
        points = sum(len(values) for _, values in tried)
        broken = [law for law, verdict in verdicts.items() if verdict == "broken"]
        if broken:
            raise _law_error(broken[0], formula.id, ())
    return LawSheet(formula, decided=not points, points=points)


def _check_function(
    rule: ScoringRule,
    at_target: Decimal,
    direction: Direction | None,
    name: str,
    reference: Reference | None,
) -> LawSheet:
    tried = _tried_function(rule, name)
    if not any(value is not None for _, values in tried for _, value in values):
        raise _law_error("domain", name, ())
    asked: tuple[Direction, ...] = (direction,) if direction else ("up", "down", "towards-target", "peak")
    points = sum(len(values) for _, values in tried)
    breaches: list[tuple[int, LawError]] = []
    for one in asked:
        breach = _breach(tried, name, Fraction(at_target), one, None)
        if breach is None:
            found = CheckedRule(rule, id=name, at_target=at_target, direction=one, points=points, reference=reference)
            return LawSheet(found, decided=False, points=points)
        breaches.append(breach)
    raise max(breaches, key=lambda breach: breach[0])[1]


_Tried = list[tuple[_Numbers, list[tuple[Fraction, Fraction | None]]]]


def _realizations(numbers: _Numbers) -> list[Fraction]:
    known = [number for symbol, number in numbers.items() if symbol != "R"]
    points = {share * number for share in _SHARES for number in known} | {Fraction(0), Fraction(1), Fraction(7)}
    points |= {(one + other) / 2 for one, other in product(known, known)}
    return sorted(points)


def _tried_formula(formula: Formula) -> _Tried:
    tried: _Tried = []
    for numbers in _assignments([symbol for symbol in formula.symbols if symbol != "R"]):
        ends = {
            end
            for interval, _ in formula.curve(numbers).pieces
            for end in (interval.low, interval.high)
            if end is not None
        }
        near = {end + step for end in ends for step in (Fraction(-1, 1000), Fraction(0), Fraction(1, 1000))}
        points = sorted({*_realizations(numbers), *near})
        tried.append((numbers, [(at, _formula_value(formula, {**numbers, "R": at})) for at in points]))
    return tried


def _other_unit(formula: Formula, tried: _Tried) -> tuple[tuple[str, str], ...]:
    """Numbers whose value changes when all of them are counted in another unit, if any were tried."""
    for numbers, values in tried:
        for at, value in values:
            for scale in _SCALES:
                other = {symbol: number * scale for symbol, number in {**numbers, "R": at}.items()}
                if _formula_value(formula, other) != value:
                    return _shown({**numbers, "R": at, "scale": scale})
    return ()


def _formula_value(formula: Formula, numbers: _Numbers) -> Fraction | None:
    found = formula.exact(_measurement(numbers))
    return None if isinstance(found, Reason) else found


def _measurement(numbers: _Numbers) -> Measurement:
    return Measurement(
        realization=numbers["R"],
        target=numbers.get("T"),
        baseline=numbers.get("B"),
        worst_value=numbers.get("W"),
        ceiling=numbers.get("C"),
        low=numbers.get("LO"),
        high=numbers.get("HI"),
    )


def _assignments(symbols: Iterable[str]) -> Iterator[_Numbers]:
    others = [symbol for symbol in symbols if symbol not in {"T", "LO", "HI"}]
    for target in _TARGETS:
        for shares in product((Fraction(0), Fraction(1, 2), Fraction(2), Fraction(3)), repeat=len(others)):
            numbers = {"T": target, "LO": target, "HI": target + abs(target) / 4 + 1}
            numbers |= {
                symbol: share * abs(target) + (share == 3) for symbol, share in zip(others, shares, strict=True)
            }
            yield {symbol: number for symbol, number in numbers.items() if symbol in {*symbols, "T"}}


def _tried_function(rule: ScoringRule, name: str) -> _Tried:
    tried: _Tried = []
    for symbols in ([], ["B"], ["B", "W", "C"]):
        for numbers in _assignments(symbols):
            values: list[tuple[Fraction, Fraction | None]] = []
            for at in _realizations(numbers):
                value = _function_value(rule, {**numbers, "R": at}, name)
                for scale in _SCALES if value is not None else ():
                    other = {symbol: number * scale for symbol, number in {**numbers, "R": at}.items()}
                    if _function_value(rule, other, name) != value:
                        raise _law_error("unit", name, _shown({**numbers, "R": at, "scale": scale}))
                values.append((at, value))
            tried.append((numbers, values))
    return tried


def _function_value(rule: ScoringRule, numbers: _Numbers, name: str) -> Fraction | None:
    try:
        found = quotient_of(rule, _measurement(numbers), name)
    except InvalidValueError:
        raise
    except Exception as error:
        raise _law_error("total", name, (*_shown(numbers), ("error", f"{type(error).__name__}: {error}"))) from error
    return None if isinstance(found, Reason) else Fraction(*found)


def _breach(
    tried: _Tried,
    name: str,
    at_target: Fraction,
    direction: Direction,
    formula: Formula | None,
) -> tuple[int, LawError] | None:
    """The first case in which a law is broken, with how many sets of numbers kept it before."""
    for kept, (numbers, values) in enumerate(tried):
        points = [point.value(numbers) for point in meeting_points(formula)] if formula else [numbers["T"]]
        for at, value in values:
            if at in points and value is not None and value != at_target:
                return kept, _law_error("at-target", name, _shown({**numbers, "R": at, "value": value}))
        known = [(at, value) for at, value in values if value is not None]
        if direction == "towards-target" and known and "B" not in numbers:
            at, value = known[0]
            return kept, _law_error("direction", name, _shown({**numbers, "R": at, "value": value}))
        breaks = [point.value({**numbers, "R": Fraction(0)}) for point in formula.breaks] if formula else []
        for (at, value), (later, next_value) in pairwise(known):
            if any(at <= point <= later for point in breaks):
                continue
            step = _step(direction, numbers, points, at, later)
            if (next_value - value) * step < 0:
                shown = {**numbers, "R": at, "value": value, "R'": later, "value'": next_value}
                return kept, _law_error("direction", name, _shown(shown))
    if not formula and not _moves(tried):
        return len(tried), _law_error("direction", name, ())
    return None


def _moves(tried: _Tried) -> bool:
    return any(len({value for _, value in values if value is not None}) > 1 for _, values in tried)


def _step(direction: Direction, numbers: _Numbers, points: list[Fraction], at: Fraction, later: Fraction) -> int:
    if direction == "up":
        return 1
    if direction == "down":
        return -1
    if direction == "towards-target":
        target, baseline = numbers["T"], numbers.get("B")
        return 0 if baseline is None else (target > baseline) - (target < baseline)
    return 1 if later <= points[0] else -1 if at >= points[-1] else 0


def _shown(numbers: _Numbers) -> tuple[tuple[str, str], ...]:
    return tuple((symbol, str(number)) for symbol, number in numbers.items())


_LAWS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "at-target": (
        (
            "pada R = T aturan tidak memberi nilai yang dinyatakannya",
            "at R = T the rule does not give the value it states",
        ),
        (
            "Periksa tanda kurung, atau nyatakan at_target yang benar",
            "Check the brackets, or state the right at_target",
        ),
    ),
    "direction": (
        (
            "yang lebih baik bernilai lebih rendah, atau nilainya tidak bergerak",
            "better scores less, or the value never moves",
        ),
        (
            "Nyatakan arah yang benar, atau batasi domain, misalnya domain=[T > 0]",
            "State the right direction, or narrow the domain, for example domain=[T > 0]",
        ),
    ),
    "unit": (
        ("nilai berubah bila satuannya berubah", "the value changes with the unit of measure"),
        (
            "Bandingkan angka satu sama lain, bukan dengan tetapan",
            "Compare the numbers with each other, not with constants",
        ),
    ),
    "total": (
        ("aturan gagal untuk angka ini", "the rule fails for these numbers"),
        ("Kembalikan Reason bila tidak ada nilai", "Return a Reason when there is no value"),
    ),
    "domain": (
        ("aturan tidak memberi nilai di mana pun", "the rule gives no value anywhere"),
        ("Periksa rumus dan domainnya", "Check the formula and its domain"),
    ),
    "slot": (
        ("arah rumus bertentangan dengan polaritas", "the rule's direction contradicts the polarity"),
        ("Pakai rumus yang arahnya sesuai polaritas", "Use a rule whose direction fits the polarity"),
    ),
}


def _law_error(law: str, name: str, counterexample: tuple[tuple[str, str], ...]) -> LawError:
    problem, way_out = _LAWS[law]
    return LawError(
        code=f"law-{law}",
        path=f"rule[{name}]",
        problem=problem,
        way_out=way_out,
        law=law,
        counterexample=counterexample,
    )


_FITTING: dict[str, tuple[Direction, ...]] = {
    "maximize": ("up", "towards-target"),
    "minimize": ("down", "towards-target"),
    "stabilize": ("peak",),
}


def fits(rule: Rule, polarity: Polarity) -> bool:
    """Sesuai polaritas: whether a rule moves in the direction that a polarity asks for.

    Examples:
        >>> from sakip.scoring import Formula, R, T
        >>> fits(Formula("ratio", 100 * R / T, at_target=100, direction="up"), "minimize")
        False
    """
    return rule.direction in _FITTING[polarity]


def require_slot(rule: Rule, polarity: Polarity, kind: Literal["number", "range"]) -> None:
    """Wajib sesuai polaritas: a rule may stand in a policy only where its direction fits and its laws hold.

    Raises:
        LawError: The direction contradicts the polarity, or a law is broken; with a counterexample.
    """
    if not fits(rule, polarity):
        raise _law_error("slot", rule.id, _against(rule, polarity))
    if isinstance(rule, Formula):
        if rule.kind != kind:
            raise _law_error("domain", rule.id, (("slot", f"{polarity} {kind}"),))
        _check_formula(rule)


def require_laws(formula: Formula) -> None:
    """Wajib taat hukum: a formula may become part of a policy only when it keeps its own laws.

    Raises:
        LawError: A law is broken.

    Examples:
        >>> from sakip.scoring import Formula, R, T
        >>> require_laws(Formula("ratio", 100 * R / T, at_target=100, direction="up"))
    """
    _check_formula(formula)


def _against(rule: Rule, polarity: Polarity) -> tuple[tuple[str, str], ...]:
    """Two realizations, the second one better for this polarity, with the values the rule gives them."""
    worse, better = {"maximize": ("8", "10"), "minimize": ("12", "10"), "stabilize": ("12", "10")}[polarity]
    shown: list[tuple[str, str]] = [("polarity", polarity), ("T", "10")]
    for mark, realization in (("", worse), ("'", better)):
        found = rule.quotient(_facts(realization))
        shown += [
            (f"R{mark}", realization),
            (f"value{mark}", found.code if isinstance(found, Reason) else str(Fraction(*found))),
        ]
    return tuple(shown)


def _facts(realization: str) -> tuple[int, int, int, int, int, int, int, int]:
    return int(realization), 10, 5, 40, 20, 9, 11, 1
