"""Menaruh angka: what was found possible becomes one number for each changed cell, from the root of a tree down."""

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from sakip.cascade.mending.options import Option, common
from sakip.cascade.mending.picking import is_written, nearest
from sakip.cascade.mending.system import Equation, System
from sakip.cascade.rollup.span import Exact, Span, tidy

__all__ = ["Chain", "Made", "Picked", "meaning_of", "operands_of", "placed"]

_ZERO, _ALL = Span(0, 0), Span(None, None)


class Picked(NamedTuple):
    """Asal pilihan peubah: whether the variable is changed, and the option of each equation below it."""

    changed: bool
    below: tuple[Option, ...]


class Chain(NamedTuple):
    """Rangkaian operan: how an option of an equation came about, one operand after another."""

    before: "Chain | None"
    span: Span
    aim: Span
    variable: int
    place: int
    option: Option


class Made(NamedTuple):
    """Asal pilihan persamaan: the chain of operands that can be several things, and what all others make."""

    equation: int
    last: Chain | None
    base: Span | None
    aim: Span | None


def operands_of(equation: Equation) -> list[tuple[int, Exact]]:
    """Operan: the variables of a linear equation, each with its factor; the parent last, with -1."""
    return [*zip(equation.children, equation.factors, strict=True), (equation.parent, -1)]


def meaning_of(system: System, fixed: Mapping[int, Exact], at: int, option: Option) -> Span:
    """Yang dimaksud: what the numbers of an option of a variable can stand for."""
    variable = system.variables[at]
    if option.source.changed or at in fixed:
        return variable.meaning(option.span)
    return option.span if variable.current is None and not variable.is_band else variable.meant


def placed(system: System, fixed: Mapping[int, Exact], root: int, best: Option) -> dict[int, Exact]:
    """Ditaruh: the values of the variables that an option of the root changes."""
    return _Placing(system, fixed).values(root, best)


class _Placing:
    """The way down a tree."""

    def __init__(self, system: System, fixed: Mapping[int, Exact]) -> None:
        self.system, self.fixed = system, fixed

    def values(self, root: int, best: Option) -> dict[int, Exact]:
        """Angka: of every changed variable, from the root on."""
        values: dict[int, Exact] = {}
        start = self._picked(root, best, best.span, best.aim)
        waiting = [(root, best, start)]
        while waiting:
            variable, option, value = waiting.pop()
            if option.source.changed:
                values[variable] = value
            for made in option.source.below:
                waiting.extend(self._below(made.source, variable, option, value))
        return values

    def _picked(self, at: int, option: Option, loose: Span, tight: Span) -> Exact:
        """A number of an option, with what it stands for in one span, and if possible itself in the other."""
        variable = self.system.variables[at]
        known = self.fixed.get(at, variable.current)
        if known is not None and not option.source.changed:
            return known
        loose = variable.stated(loose) if option.source.changed else loose
        regions = ((option.aim, tight), (option.aim, loose), (option.span, tight), (option.span, loose))
        met = [common(span, region) for span, region in regions if span.meets(region)]
        values = [nearest(region, known, variable.decimals, variable.scale) for region in met]
        # Rather a number that can be written than one that agrees without any rounding.
        return next((one for one in values if is_written(one * variable.scale, variable.decimals)), values[0])

    def _below(self, made: Made, above: int, option: Option, value: Exact) -> list[tuple[int, Option, Exact]]:
        equation = self.system.equations[made.equation]
        chain: list[Chain] = []
        link = made.last
        while link is not None:
            chain.append(link)
            link = link.before
        if equation.form == "linear":
            return self._linear_below(equation, made, chain, (above, option, value))
        loose = equation.loose.plus(self._standing_for(above, option, value))
        tight = equation.tight.plus(self._exactly(above, value))
        if equation.form == "count":
            return [(one.variable, one.option, self._picked(one.variable, one.option, _ALL, _ALL)) for one in chain]
        return self._extreme_below(equation, made, chain, (loose, tight))

    def _linear_below(
        self, equation: Equation, made: Made, chain: list[Chain], root: tuple[int, Option, Exact]
    ) -> list[tuple[int, Option, Exact]]:
        above, option, value = root
        factors = operands_of(equation)
        own = next(factor for variable, factor in factors if variable == above)
        rest = Span(equation.rest, equation.rest)
        exact = self._exactly(above, value).times(own).plus(rest)
        meant = self._standing_for(above, option, value).times(own).plus(rest)
        found: list[tuple[int, Option, Exact]] = []
        for link in chain:
            factor = factors[link.place][1]
            before, aimed = made.base or _ZERO, made.aim or _ZERO
            if link.before is not None:
                before, aimed = link.before.span, link.before.aim
            inverse = Fraction(1) / factor
            loose = equation.loose.plus(meant.plus(before).times(-1)).times(inverse)
            tight = equation.tight.plus(exact.plus(aimed).times(-1)).times(inverse)
            picked = tidy(Fraction(self._picked(link.variable, link.option, loose, tight)))
            exact = exact.plus(self._exactly(link.variable, picked).times(factor))
            meant = meant.plus(self._standing_for(link.variable, link.option, picked).times(factor))
            found.append((link.variable, link.option, picked))
        return found

    def _exactly(self, at: int, value: Exact) -> Span:
        """One number, or the whole band where one is promised."""
        variable = self.system.variables[at]
        return variable.meant if variable.is_band else Span(value, value)

    def _standing_for(self, at: int, option: Option, value: Exact) -> Span:
        """What the one number of an option can stand for."""
        return meaning_of(self.system, self.fixed, at, option._replace(span=Span(value, value)))

    def _extreme_below(
        self, equation: Equation, made: Made, chain: list[Chain], wanted: tuple[Span, Span]
    ) -> list[tuple[int, Option, Exact]]:
        """Every child on the right side of the bound, and one of them on it."""
        loose, tight = wanted
        is_least = equation.form == "minimum"
        side, aimed = _one_sided(loose, is_least=is_least), _one_sided(tight, is_least=is_least)
        terms = [self._term_span(equation, link) for link in chain]
        holder = next((at for at, one in enumerate(chain) if not self._is_free(one) and terms[at].meets(loose)), None)
        if holder is None and (made.base is None or not made.base.meets(loose)):
            nearly = next(at for at, term in enumerate(terms) if term.meets(loose))
            holder = next((at for at, term in enumerate(terms) if term.meets(tight)), nearly)
        found: list[tuple[int, Option, Exact]] = []
        for at, link in enumerate(chain):
            factor, offset = equation.factors[link.place], equation.offsets[link.place]
            shift, inverse = Span(-offset, -offset), Fraction(1) / factor
            here, aim = (loose, tight) if at == holder else (side, aimed)
            picked = self._picked(
                link.variable, link.option, here.plus(shift).times(inverse), aim.plus(shift).times(inverse)
            )
            found.append((link.variable, link.option, picked))
        return found

    def _term_span(self, equation: Equation, link: Chain) -> Span:
        offset = equation.offsets[link.place]
        meaning = meaning_of(self.system, self.fixed, link.variable, link.option)
        return meaning.times(equation.factors[link.place]).plus(Span(offset, offset))

    def _is_free(self, link: Chain) -> bool:
        return link.option.source.changed or self.system.variables[link.variable].current is None


def _one_sided(span: Span, *, is_least: bool) -> Span:
    return Span(span.low, None, span.open_low) if is_least else Span(None, span.high, open_high=span.open_high)
