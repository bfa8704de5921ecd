"""Perbaikan di pohon: the cheapest cells to change where no group is tied to another in two ways, found exactly."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from sakip.cascade.mending.leaves import parted, useful_among
from sakip.cascade.mending.options import Limits, Option, Options, common, least_of, pruned
from sakip.cascade.mending.placing import Chain, Made, Picked, meaning_of, operands_of, placed
from sakip.cascade.mending.system import Equation, System
from sakip.cascade.rollup.span import Exact, Span, hull

__all__ = ["Order", "Solution", "ordered", "solved"]

_STEPS = (Limits(4, 16), Limits(16, 64), Limits(256, 256))


class Solution(NamedTuple):
    """Penyelesaian: what changed cells become, at what cost, and whether nothing cheaper is possible."""

    values: dict[int, Exact]
    cost: int
    optimal: bool


class Order(NamedTuple):
    """Pohon: a tree of variables and equations: each with those below it, from the root on."""

    variables: list[int]
    below: dict[int, list[int]]
    above: dict[int, int]


def solved(
    system: System, order: Order, *, banned: Collection[int] = (), fixed: Mapping[int, Exact] | None = None
) -> Solution | None:
    """Diselesaikan: the cheapest changes with which all equations of a tree hold.

    Args:
        system: The variables and equations.
        order: The tree.
        banned: Variables that stay as they are.
        fixed: Variables with another value than is stated; they stay so.

    Returns:
        The changes; None where nothing that may be changed makes all hold.
    """
    found: Solution | None = None
    for limits in _STEPS:
        found, is_final = _Pass(system, order, banned, fixed or {}, limits).solution()
        if is_final:
            return found
    return found


def ordered(system: System, equations: Sequence[int]) -> Order | None:
    """Diurutkan: connected equations as a tree; None where they close a circle.

    Its root is chosen so that every group that is not linear lies below its parent.
    """
    inside = set(equations)
    tops = {system.equations[at].parent for at in equations}
    tops -= {child for at in equations for child in system.equations[at].children}
    for root in sorted(tops)[:_MOST_ROOTS]:
        found = _rooted(system, inside, root)
        if found is None:
            return None
        turned = (at for at, above in found.above.items() if above != system.equations[at].parent)
        if all(system.equations[at].form == "linear" for at in turned):
            return found
    return None


_MOST_ROOTS = 8


def _rooted(system: System, inside: set[int], root: int) -> Order | None:
    order = Order([root], {}, {})
    seen = {root}
    for variable in order.variables:
        below = [at for at in system.touching[variable] if at in inside and at not in order.above]
        order.below[variable] = below
        for at in below:
            order.above[at] = variable
            equation = system.equations[at]
            others = [one for one in (equation.parent, *equation.children) if one != variable]
            if len(others) < len(equation.children) or not seen.isdisjoint(others) or len(set(others)) < len(others):
                return None
            seen.update(others)
            order.variables.extend(others)
    return order


_Operand = tuple[int, int, Options]


class _Pass:
    """One attempt with lists of a certain length."""

    def __init__(
        self,
        system: System,
        order: Order,
        banned: Collection[int],
        fixed: Mapping[int, Exact],
        limits: Limits,
    ) -> None:
        self.system, self.order, self.banned, self.fixed, self.limits = system, order, banned, fixed, limits
        self.options: dict[int, Options] = {}

    def solution(self) -> tuple[Solution | None, bool]:
        """The cheapest changes found, and whether longer lists cannot give cheaper ones."""
        for variable in reversed(self.order.variables):
            self.options[variable] = self._of_variable(variable)
        root = self.order.variables[0]
        found = self.options[root]
        if not found.kept:
            return None, found.lost is None
        best = found.kept[0]
        is_final = found.lost is None or best.cost <= found.lost
        return Solution(placed(self.system, self.fixed, root, best), best.cost, is_final), is_final

    def _own(self, at: int) -> list[Option]:
        variable = self.system.variables[at]
        stated = self.fixed.get(at, variable.current)
        if stated is None:
            return [Option(variable.domain, variable.domain, 0, Picked(changed=False, below=()))]
        point = Span(stated, stated)
        options = [Option(point, point, 0, Picked(changed=False, below=()))]
        if variable.cost and at not in self.banned and at not in self.fixed:
            options.append(Option(variable.domain, variable.domain, variable.cost, Picked(changed=True, below=())))
        return options

    def _of_variable(self, at: int) -> Options:
        found = Options(tuple(self._own(at)))
        for equation in self.order.below[at]:
            message = self._of_equation(equation, at)
            met = [
                joined
                for one in found.kept
                for other in message.kept
                if (joined := self._joined(at, one, other)) is not None
            ]
            found = pruned(met, self._lost(found, message), self.limits)
        return found

    def _joined(self, at: int, one: Option, other: Option) -> Option | None:
        """What a variable can be where an equation has its say as well."""
        source = Picked(one.source.changed, (*one.source.below, other))
        if not one.source.changed:
            if not meaning_of(self.system, self.fixed, at, one).meets(other.span):
                return None
            variable = self.system.variables[at]
            if variable.current is not None or variable.is_band or at in self.fixed:
                return Option(one.span, one.aim, one.cost + other.cost, source)
            span = common(one.span, other.span)
            aim = common(span, other.aim) if span.meets(other.aim) else span
            return Option(span, aim, one.cost + other.cost, source)
        stated = self.system.variables[at].stated(other.span)
        if not one.span.meets(stated):
            return None
        span = common(one.span, stated)
        aim = next((common(each, other.aim) for each in (one.aim, span) if each.meets(other.aim)), span)
        return Option(span, aim, one.cost + other.cost, source)

    def _lost(self, one: Options, other: Options) -> int | None:
        return least_of(
            [
                None if one.lost is None else one.lost + other.least,
                None if other.lost is None else other.lost + one.least,
            ]
        )

    def _of_equation(self, number: int, above: int) -> Options:
        """What the variable above can be, as far as one equation goes."""
        equation = self.system.equations[number]
        settled, open_ = self._operands(equation, above)
        base: Option | None = None
        for place, variable, options in settled:
            term = self._terms(equation, place, variable, options).kept[0]
            base = term if base is None else _joint(equation, base, term)
        folded = None if base is None else Options((base._replace(source=None),))
        for place, variable, options in open_:
            terms = self._terms(equation, place, variable, options)
            if folded is None:
                starts = (Chain(None, one.span, one.aim, variable, place, one.source) for one in terms.kept)
                kept = tuple(one._replace(source=start) for one, start in zip(terms.kept, starts, strict=True))
                folded = terms._replace(kept=kept)
                continue
            met: list[Option] = []
            for term in terms.kept:
                for one in folded.kept:
                    joint = _joint(equation, one, term)
                    chain = Chain(one.source, joint.span, joint.aim, variable, place, term.source)
                    met.append(joint._replace(source=chain))
            folded = pruned(met, self._lost(folded, terms), self.limits)
        assert folded is not None
        made = (None, None) if base is None else (base.span, base.aim)
        return Options(
            tuple(
                Option(*_solved_for(equation, above, one), one.cost, Made(number, one.source, *made))
                for one in folded.kept
            ),
            folded.lost,
        )

    def _operands(self, equation: Equation, above: int) -> tuple[list[_Operand], list[_Operand]]:
        """Each operand but one: those that can only be one thing, and those that can be several.

        Of cells with nothing below them only so many are let change as could change together within the limits.
        """
        operands = [(at, variable) for at, (variable, _) in enumerate(operands_of(equation)) if variable != above]
        leaves = [(at, variable) for at, variable in operands if not self.order.below[variable]]
        changing = [(at, variable) for at, variable in leaves if len(self.options[variable].kept) > 1]
        useful = useful_among(self.system, equation, changing, self.limits.excess)
        spared = {at for at, _ in leaves if at not in useful}
        settled = [(at, one, Options(self.options[one].kept[:1])) for at, one in operands if at in spared]
        return settled, [(at, one, self.options[one]) for at, one in operands if at not in spared]

    def _terms(self, equation: Equation, place: int, child: int, options: Options) -> Options:
        """What a child can add; each option names that of the child, cut to the numbers with which it adds so much."""
        is_parent = place == len(equation.children)
        factor: Exact = -1 if is_parent else equation.factors[place]
        offset: Exact = 0 if is_parent else equation.offsets[place]
        shift = Span(offset, offset)
        if equation.form != "count":
            return options._replace(
                kept=tuple(
                    Option(
                        meaning_of(self.system, self.fixed, child, one).times(factor).plus(shift),
                        one.aim.times(factor).plus(shift),
                        one.cost,
                        one,
                    )
                    for one in options.kept
                )
            )
        certain, possible = equation.counted[place]
        found: list[Option] = []
        for one in options.kept:
            if one.span.is_point and one.span.low == self.system.variables[child].current:
                span = Span(factor * certain, factor * possible)
                found.append(Option(span, span, one.cost, one))
                continue
            for value, part in parted(one.span, equation.reaching[place]):
                span = Span(factor * value, factor * value)
                found.append(Option(span, span, one.cost, one._replace(span=part, aim=part)))
        return pruned(found, options.lost, self.limits)


def _joint(equation: Equation, one: Option, other: Option) -> Option:
    """What two operands make together."""
    if equation.form in {"minimum", "maximum"}:
        highest = equation.form == "maximum"
        span, aim = hull([one.span, other.span], highest=highest), hull([one.aim, other.aim], highest=highest)
    else:
        span, aim = one.span.plus(other.span), one.aim.plus(other.aim)
    return Option(span, aim, one.cost + other.cost, one.source)


def _solved_for(equation: Equation, above: int, rest: Option) -> tuple[Span, Span]:
    """What the variable above can be beside what the others make."""
    if equation.form != "linear":
        return rest.span.plus(equation.loose.times(-1)), rest.aim.plus(equation.tight.times(-1))
    own = next(factor for variable, factor in operands_of(equation) if variable == above)
    known, inverse = Span(-equation.rest, -equation.rest), Fraction(1) / own
    return (
        equation.loose.plus(known).plus(rest.span.times(-1)).times(inverse),
        equation.tight.plus(known).plus(rest.aim.times(-1)).times(inverse),
    )
