"""Silsilah indikator: which earlier indicator a later one continues, and whether their numbers can be compared."""

from collections.abc import Callable
from typing import Literal

from attrs import evolve

from sakip.model.cell.units import same_unit
from sakip.model.indicator import Indicator

__all__ = ["Link", "Trend", "carried", "earlier_code", "partner", "trend_of"]

Trend = Literal["kept", "broken"]
"""Kecenderungan: whether the numbers of two indicators form one series."""
Link = Literal["code", "same_as", "replaces"]
"""Penghubung: by what an earlier indicator was found to be the same."""


def earlier_code(indicator: Indicator) -> str:
    """Kode sebelumnya: the code that this indicator had one version or one year before.

    Examples:
        >>> earlier_code(Indicator("IKU-2", "Cakupan", polarity="maximize", same_as="IKU-1"))
        'IKU-1'
        >>> earlier_code(Indicator("IKU-2", "Cakupan", polarity="maximize"))
        'IKU-2'
    """
    return indicator.same_as or indicator.replaces or indicator.code


def trend_of(earlier: Indicator, later: Indicator) -> Trend:
    """Kecenderungan antara keduanya: whether the later indicator goes on where the earlier one stood.

    It is broken where the later one replaces the earlier, where unit, polarity or kind of measure differ, and where
    the operational definition or the formula differ and `Indicator.same_as` does not say that it is the same. What
    one of the two does not state is no difference, and neither is another spelling of a unit. A lineage that both state
    alike speaks of a time before both.

    Examples:
        >>> old = Indicator("IKU-1", "Cakupan", unit="%", polarity="maximize", formula="a / b")
        >>> new = Indicator("IKU-1", "Cakupan", unit="%", polarity="maximize", formula="a / c")
        >>> trend_of(old, old), trend_of(old, new)
        ('kept', 'broken')
    """
    told = later.same_as, later.replaces
    same_as, replaces = (None, None) if told == (earlier.same_as, earlier.replaces) else told
    if replaces == earlier.code:
        return "broken"
    if earlier.unit and later.unit and not same_unit(earlier.unit, later.unit):
        return "broken"
    measured = ((earlier.polarity, later.polarity), (earlier.measure, later.measure))
    worded = ((earlier.operational_definition, later.operational_definition), (earlier.formula, later.formula))
    decisive = measured if same_as == earlier.code else measured + worded
    return "broken" if any(before and after and before != after for before, after in decisive) else "kept"


def partner(later: Indicator, find: Callable[[str], Indicator | None]) -> tuple[Indicator, Link] | None:
    """Pasangan: the same indicator in an earlier year, and by what it was found.

    The lineage that the later one states comes first. What both years state alike speaks of a time before both, and
    the code decides.

    Args:
        later: The later indicator.
        find: The earlier indicator of a code, if there is one.

    Examples:
        >>> old = Indicator("IKU-1", "Cakupan", polarity="maximize")
        >>> partner(Indicator("IKU-2", "Cakupan", polarity="maximize", same_as="IKU-1"), {"IKU-1": old}.get)[1]
        'same_as'
    """
    same = find(later.code)
    if same is not None and (same.same_as, same.replaces) == (later.same_as, later.replaces):
        return same, "code"
    stated = earlier_code(later)
    before = find(stated)
    if stated != later.code and before is not None:
        return before, "same_as" if later.same_as else "replaces"
    if same is None:
        return None
    # A lineage may name the own code: the same or another indicator behind it, whatever became of its words.
    own: dict[str | None, Link] = {later.replaces: "replaces", later.same_as: "same_as"}
    return same, own.get(later.code, "code")


def carried(earlier: Indicator, later: Indicator) -> Indicator:
    """Bawaan: the later indicator with what it does not state as the earlier one stated it.

    So the next of the line is compared with what was last said, and a year that is silent bridges no break.

    Examples:
        >>> old = Indicator("IKU-1", "Cakupan", unit="%", polarity="maximize")
        >>> silent, new = (Indicator("IKU-1", "Cakupan", unit=unit, polarity="maximize") for unit in (None, "orang"))
        >>> trend_of(silent, new), trend_of(carried(old, silent), new)
        ('kept', 'broken')
    """
    return evolve(
        later,
        unit=later.unit or earlier.unit,
        measure=later.measure or earlier.measure,
        operational_definition=later.operational_definition or earlier.operational_definition,
        formula=later.formula or earlier.formula,
    )
