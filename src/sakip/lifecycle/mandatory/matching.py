"""Mencocokkan indikator wajib: which target of an agreement is the mandatory one, and which only looks like it."""

from sakip.base.likeness import similar
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator
from sakip.model.agreement import Agreement
from sakip.model.objective import Objective
from sakip.model.target import Target

__all__ = ["alike", "held", "same_words", "stands_under"]


def held(agreement: Agreement, wanted: MandatoryIndicator) -> tuple[Objective, Target] | None:
    """Yang dipegang: the target of an agreement that is the mandatory one, by code or by a lineage of ``same_as``.

    Examples:
        >>> from sakip import Indicator
        >>> from sakip.testing import example_agreement
        >>> plan = Indicator("PLAN-1", "Dokumen perencanaan", unit="dokumen", polarity="maximize")
        >>> wanted = MandatoryIndicator(plan, 2, binding="exact", objective="Perencanaan")
        >>> held(example_agreement(), wanted)[1].code
        'PLAN-1'
    """
    pairs = [(objective, target) for objective in agreement.objectives for target in objective.targets]
    for fits in (_has_code, _is_same):
        found = next((pair for pair in pairs if fits(pair[1], wanted)), None)
        if found is not None:
            return found
    return None


def _has_code(target: Target, wanted: MandatoryIndicator) -> bool:
    return target.code == wanted.code


def _is_same(target: Target, wanted: MandatoryIndicator) -> bool:
    return target.indicator.same_as == wanted.code or target.code == wanted.indicator.same_as


def same_words(one: str, other: str) -> bool:
    """Kata sama: whether two names differ in capitals and blanks at most.

    Examples:
        >>> same_words("Capaian  MCP KPK", "capaian mcp kpk")
        True
    """
    return one.casefold().split() == other.casefold().split()


def alike(agreement: Agreement, wanted: MandatoryIndicator, taken: tuple[str, ...] = ()) -> Target | None:
    """Yang mirip: the target of an agreement whose name or code looks most like a mandatory one, or None.

    Args:
        agreement: Where to look.
        wanted: What is not there under its code.
        taken: Codes that are known to be something else.

    Examples:
        >>> from sakip import Indicator
        >>> from sakip.testing import example_agreement
        >>> plan = Indicator("RENCANA", "Dokumen perencanaan", unit="dokumen", polarity="maximize")
        >>> wanted = MandatoryIndicator(plan, 2, binding="exact", objective="Perencanaan")
        >>> alike(example_agreement(), wanted) is not None
        True
    """
    targets = [target for target in agreement.targets if target.code not in taken]
    equal = next((one for one in targets if same_words(one.indicator.name, wanted.indicator.name)), None)
    if equal is not None:
        return equal
    near = similar(wanted.indicator.name, [one.indicator.name for one in targets])
    close = similar(wanted.code, [one.code for one in targets])
    by_name = next((one for one in targets if one.indicator.name in near[:1]), None)
    return by_name or next((one for one in targets if one.code in close[:1]), None)


def stands_under(objective: Objective, wanted: MandatoryIndicator) -> bool:
    """Di bawah sasaran: whether an objective is the one of a mandatory indicator, by its code, or else by its name.

    Examples:
        >>> from sakip import Indicator
        >>> mcp = Indicator("MCP", "Capaian MCP KPK", unit="%", polarity="maximize")
        >>> wanted = MandatoryIndicator(mcp, 90, binding="exact", objective="Tata kelola bersih", objective_code="W")
        >>> stands_under(Objective("Tata kelola", [], code="W"), wanted), stands_under(Objective("Lain", []), wanted)
        (True, False)
    """
    if objective.code is not None and wanted.objective_code is not None:
        return objective.code == wanted.objective_code
    return same_words(objective.name, wanted.objective)
