"""Pencarian: a case in which a rule breaks a law, looked for on a fixed set of points rich in zeros, ties and turns."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise, product
from typing import get_args

from sakip.errors import InvalidValueError, LawError, shown
from sakip.scoring.answer import quotient_of
from sakip.scoring.deciding import meeting_points
from sakip.scoring.formula import Direction, Formula
from sakip.scoring.measurement import Measurement
from sakip.scoring.outcome import Reason

__all__ = ["law_error", "searched", "searched_formula"]

_Numbers = dict[str, Fraction]

_TARGETS = tuple(Fraction(text) for text in ("-10", "-1", "0", "0.1", "1", "8", "10", "49.34", "100"))
_SHARES = tuple(
    Fraction(text) for text in ("-1", "0", "0.25", "0.5", "0.75", "0.9", "1", "1.1", "1.25", "1.5", "2", "2.5", "4")
)
_SCALES = (Fraction(1, 4), *(Fraction(10**power) for power in (3, 6, 9, 12)))


def searched(
    rule: Callable[..., object],
    name: str,
    at_target: Fraction,
    direction: Direction | None,
) -> tuple[Direction, int]:
    """Cari pada fungsi: the direction in which a plain function moves, and how many points were tried.

    Args:
        rule: The function.
        name: Its name, for the error.
        at_target: The value that it states for a realization that equals the target.
        direction: The direction that it states; without one the first that fits.

    Raises:
        LawError: A law is broken; the error carries the counterexample.
        InvalidValueError: The function gives something that is no number.

    Examples:
        >>> from sakip.scoring import Reason
        >>> def ratio(m):
        ...     return 100 * m.realization / m.target if m.target > 0 else Reason.own("T > 0")
        >>> searched(ratio, "ratio", Fraction(100), None)[0]
        'up'
    """
    tried = _tried_function(rule, name)
    if not any(value is not None for _, values in tried for _, value in values):
        numbers, values = tried[0]
        raise law_error("domain", name, _shown({**numbers, "R": values[0][0]}))
    asked: tuple[Direction, ...] = (direction,) if direction else get_args(Direction)
    breaches: list[tuple[int, LawError]] = []
    for one in asked:
        breach = _breach(tried, name, at_target, one, None)
        if breach is None:
            return one, sum(len(values) for _, values in tried)
        breaches.append(breach)
    raise max(breaches, key=lambda breach: breach[0])[1]


def searched_formula(formula: Formula, *, by_unit: bool) -> int:
    """Cari pada rumus: how many points were tried without finding a breach.

    Args:
        formula: The formula.
        by_unit: Whether its value is known to change with the unit, so that numbers which show it are looked for.

    Raises:
        LawError: A law is broken; the error carries the counterexample.

    Examples:
        >>> from sakip.scoring import R, T
        >>> searched_formula(Formula("ratio", 100 * R / T, at_target=100, direction="up"), by_unit=False) > 100
        True
    """
    tried = _tried_formula(formula)
    if by_unit:
        raise law_error("unit", formula.id, _other_unit(formula, tried))
    breach = _breach(tried, formula.id, Fraction(formula.at_target), formula.direction, formula)
    if breach is not None:
        raise breach[1]
    return sum(len(values) for _, values in tried)


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
        if formula.turns_at is not None:
            ends.add(formula.turns_at.value(numbers))
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


def _tried_function(rule: Callable[..., object], name: str) -> _Tried:
    tried: _Tried = []
    for symbols in ([], ["B"], ["B", "W", "C"]):
        for numbers in _assignments(symbols):
            values: list[tuple[Fraction, Fraction | None]] = []
            for at in _realizations(numbers):
                value = _function_value(rule, {**numbers, "R": at}, name)
                for scale in _SCALES if value is not None else ():
                    other = {symbol: number * scale for symbol, number in {**numbers, "R": at}.items()}
                    if _function_value(rule, other, name) != value:
                        raise law_error("unit", name, _shown({**numbers, "R": at, "scale": scale}))
                values.append((at, value))
            tried.append((numbers, values))
    return tried


def _function_value(rule: Callable[..., object], numbers: _Numbers, name: str) -> Fraction | None:
    try:
        found = quotient_of(rule, _measurement(numbers), name)
    except InvalidValueError as error:
        if error.code != "rule-reason":
            raise
        raise law_error("reason", name, (*_shown(numbers), ("reason", shown(error.value)))) from error
    except Exception as error:
        raise law_error("total", name, (*_shown(numbers), ("error", shown(error)))) from error
    return None if isinstance(found, Reason) else Fraction(*found)


def _breach(
    tried: _Tried,
    name: str,
    at_target: Fraction,
    direction: Direction,
    formula: Formula | None,
) -> tuple[int, LawError] | None:
    """The first case in which a law is broken, with how many sets of numbers kept it before."""
    turned = False
    for kept, (numbers, values) in enumerate(tried):
        points = [point.value(numbers) for point in meeting_points(formula)] if formula else [numbers["T"]]
        for at, value in values:
            if at in points and value is not None and value != at_target:
                return kept, law_error("at-target", name, _shown({**numbers, "R": at, "value": value}))
        known = [(at, value) for at, value in values if value is not None]
        if direction == "towards-target" and known and "B" not in numbers:
            at, value = known[0]
            return kept, law_error("direction", name, _shown({**numbers, "R": at, "value": value}))
        breaks = [point.value({**numbers, "R": Fraction(0)}) for point in formula.breaks] if formula else []
        turn = formula.turns_at.value(numbers) if formula and formula.turns_at else None
        for (at, value), (later, next_value) in pairwise(known):
            if any(at <= point <= later for point in breaks):
                continue
            step = _step(direction, numbers, points, at, later)
            if turn is not None:
                if (later <= turn) != (numbers["T"] < turn):
                    step = -step
                    turned |= (next_value - value) * step > 0 and turn not in {at, later}
                step *= not at < turn < later
            if (next_value - value) * step < 0:
                shown = {**numbers, "R": at, "value": value, "R'": later, "value'": next_value}
                return kept, law_error("direction", name, _shown(shown))
        hole = _hole(direction, numbers, points, values)
        if hole:
            return kept, law_error("coverage", name, _shown({**numbers, **hole}))
    if not _moves(tried) if formula is None else formula.turns_at is not None and not turned:
        return len(tried), law_error("direction", name, _still(tried))
    return None


def _still(tried: _Tried) -> tuple[tuple[str, str], ...]:
    """Two realizations of one target with their values, which show that nothing moves; of a target above zero first."""
    for numbers, values in sorted(tried, key=lambda one: one[0]["T"] <= 0):
        known = [(at, value) for at, value in values if value is not None]
        if len(known) > 1:
            (at, value), (later, next_value) = known[0], known[-1]
            return _shown({**numbers, "R": at, "value": value, "R'": later, "value'": next_value})
    return ()


def _hole(
    direction: Direction,
    numbers: _Numbers,
    points: list[Fraction],
    values: list[tuple[Fraction, Fraction | None]],
) -> _Numbers | None:
    """A realization without a value beside one that is no better and has one; only where the target is positive."""
    known = [at for at, value in values if value is not None]
    if numbers["T"] <= 0 or not known:
        return None
    missed = next((at for at, value in values if value is None and at in points), None)
    if missed is not None:
        return {"R": missed, "R'": known[0]}
    for (at, value), (later, next_value) in pairwise(values):
        worse, better = ((at, value), (later, next_value))
        step = _step(direction, numbers, points, at, later)
        if step < 0:
            worse, better = better, worse
        if step and worse[1] is None and better[1] is not None:
            return {"R": worse[0], "R'": better[0]}
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
    "coverage": (
        (
            "aturan tidak memberi nilai pada target, atau untuk yang lebih buruk (R) daripada yang bernilai (R')",
            "the rule gives no value at the target, or for what is worse (R) than something that has one (R')",
        ),
        (
            "Batasi domain pada target, misalnya domain=[T > 0]; nilai terendah ditulis sebagai Floor",
            "Narrow the domain by the target, for example domain=[T > 0]; write a lowest value as a Floor",
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
    "reason": (
        (
            "aturan memberi alasan milik kebijakan, atau mengeluarkan indikator dari nilai akhir",
            "the rule gives a reason that is the policy's, or leaves the indicator out of the total",
        ),
        ("Kembalikan Reason.own(kalimat)", "Return Reason.own(sentence)"),
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


def law_error(law: str, name: str, counterexample: tuple[tuple[str, str], ...]) -> LawError:
    """Kesalahan hukum: the error that a broken law raises.

    Examples:
        >>> law_error("direction", "ratio", (("T", "10"),)).code
        'law-direction'
    """
    problem, way_out = _LAWS[law]
    return LawError(
        code=f"law-{law}",
        path=f"rule[{name}]",
        problem=problem,
        way_out=way_out,
        law=law,
        counterexample=counterexample,
    )
