"""Keliru satu bawahan: one child left out, counted twice, turned around, or read from the wrong cell."""

from collections.abc import Iterator
from fractions import Fraction

from sakip.base.text import Text
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import Setting
from sakip.cascade.rollup.cells import Cell, target_cell
from sakip.cascade.rollup.rollup import Operand, as_exact, roll
from sakip.cascade.rollup.span import Exact, Span, tidy
from sakip.cascade.rollup.units import whole_of

__all__ = [
    "achievements",
    "counted_twice",
    "left_out",
    "old_versions",
    "targets_for_actuals",
    "turned_around",
    "with_full_share",
]

_LEFT_OUT = Text("angka itu cocok bila {children} tidak ikut dihitung", "it fits if {children} is left out")
_OUTSIDE_LEFT_OUT = Text(
    "angka itu cocok bila bagian di luar kaskade ({other}) tidak ikut dihitung",
    "it fits if the part outside the cascade ({other}) is left out",
)
_TWICE = Text("angka itu cocok bila {children} dihitung dua kali", "it fits if {children} is counted twice")
_IN_FULL = Text("angka itu cocok bila porsi {children} diabaikan", "it fits if the share of {children} is ignored")
_SIGN = Text("angka itu cocok bila tanda {children} terbalik", "it fits if the sign of {children} is turned")
_COMPLEMENT = Text(
    "angka itu cocok bila {children} dihitung sebagai {value}, yaitu {whole} dikurangi angkanya atau kebalikannya",
    "it fits if {children} enters as {value}, that is {whole} less its number or the other way round",
)
_OWN_SIGN = Text("angka itu hasil gabungan dengan tanda terbalik", "it is the result with its sign turned")
_OWN_COMPLEMENT = Text(
    "angka itu {whole} dikurangi hasil gabungan, jadi yang diukur kebalikannya",
    "it is {whole} less the result, so the opposite was measured",
)
_NO_INVERSION = Text(
    "angka itu cocok bila pembalikan pada tautan diabaikan", "it fits if the inversion on the links is ignored"
)
_OLD = Text(
    "angka itu cocok bila target {children} dibaca dari versi lama ({version}): {value}",
    "it fits if the target of {children} is read from the old version ({version}): {value}",
)
_OLD_ALL = Text(
    "angka itu cocok bila target semua bawahan yang diubah dibaca dari versi sebelumnya",
    "it fits if the targets of all amended children are read from the version before",
)
_ACHIEVED = Text(
    "angka itu cocok bila {children} dihitung dengan capaiannya ({value} %), bukan realisasinya",
    "it fits if {children} enters with its achievement ({value} %) and not with its realization",
)
_ACHIEVED_ALL = Text(
    "angka itu tepat gabungan capaian bawahan dalam persen, bukan realisasinya",
    "it is exactly what the achievements of the children in percent make, and not their realizations",
)
_ACHIEVED_CELL = Text(
    "angka itu cocok bila yang tercatat pada {children} adalah capaian dalam persen; realisasinya {value}",
    "it fits if what {children} records is its achievement in percent; its realization is {value}",
)
_ACHIEVED_OWN = Text(
    "angka itu capaian terhadap target ({value} %), bukan realisasinya",
    "it is the achievement of the target ({value} %), and not the realization",
)
_TARGET_OWN = Text(
    "angka itu sama dengan targetnya sendiri, mungkin kolom target yang tersalin",
    "it equals its own target; the column of the targets may have been copied",
)
_TARGET = Text(
    "angka itu cocok bila {children} dihitung dengan targetnya ({value}), bukan realisasinya",
    "it fits if {children} enters with its target ({value}) and not with its realization",
)
_TARGET_ALL = Text(
    "angka itu tepat gabungan target bawahan, bukan realisasinya",
    "it is exactly what the targets of the children make, and not their realizations",
)


def _is_one_by_one(setting: Setting) -> bool:
    """Whether one child can be wrong by itself: all numbers are there, and the value is not one that all share."""
    return setting.is_complete and (setting.rolled.kind != "same" or len(setting.counted) == 1)


def left_out(setting: Setting) -> Iterator[Guess]:
    """Tertinggal (H04): one child, or the part outside the cascade, not counted."""
    if not _is_one_by_one(setting):
        return
    if setting.other and setting.fits(roll("sum", setting.counted).span):
        yield Guess("H04", 0, _OUTSIDE_LEFT_OUT, (("other", setting.other),))
    if len(setting.counted) > 1:
        for place, one in enumerate(setting.counted):
            if _may_become(setting, place, 0) and setting.fits(setting.with_child(place)):
                yield Guess("H04", 2, _LEFT_OUT, (), (one.child,))


def counted_twice(setting: Setting) -> Iterator[Guess]:
    """Dihitung dua kali (H05): one child; the least and the greatest do not notice."""
    if not _is_one_by_one(setting):
        return
    for place, one in enumerate(setting.counted):
        if _may_become(setting, place, 2) and setting.fits(setting.with_child(place, one, one)):
            yield Guess("H05", 2, _TWICE, (), (one.child,))


def _may_become(setting: Setting, place: int, times: int) -> bool:
    """Whether a child may have been added so many times; in any other arithmetic that takes a closer look."""
    stated = setting.stated(setting.counted[place]).point
    return setting.rolled.kind != "sum" or stated is None or setting.may_be(place, times * stated)


def with_full_share(setting: Setting) -> Iterator[Guess]:
    """Porsi satu bawahan diabaikan (H06)."""
    links = setting.case.graph.links
    if not setting.is_complete:
        return
    for place, one in enumerate(setting.counted):
        link = links[one.link]
        if link.share is None:
            continue
        if setting.fits(setting.with_child(place, one._replace(share=as_exact(link.factor, 1)))):
            yield Guess("H06", 2, _IN_FULL, (), (one.child,))


def turned_around(setting: Setting) -> Iterator[Guess]:
    """Tanda atau arah terbalik (H08): of one child, of all links that turn around, or of the parent itself."""
    if not _is_one_by_one(setting):
        return
    yield from _own_turned(setting)
    if any(one.inverse for one in setting.counted):
        straight = [one._replace(inverse=False) for one in setting.counted]
        if setting.fits(setting.made_of(straight)):
            yield Guess("H08", 0, _NO_INVERSION)
    is_sum = setting.rolled.kind == "sum"
    for place, one in enumerate(setting.counted):
        whole = one.whole if is_sum or one.inverse else _whole(setting, one)
        if whole is None or not _may_become(setting, place, -1):
            continue
        turned = one._replace(inverse=not one.inverse, whole=whole)
        if setting.fits(setting.with_child(place, turned)):
            value = turned.point
            if is_sum or value is None:
                yield Guess("H08", 2, _SIGN, (), (one.child,))
            else:
                yield Guess("H08", 2, _COMPLEMENT, (("value", value), ("whole", whole)), (one.child,))


def _own_turned(setting: Setting) -> Iterator[Guess]:
    rolled = setting.rolled.span
    if rolled is None:
        return
    if setting.own.point and setting.fits(rolled.times(-1)):
        yield Guess("H08", 1, _OWN_SIGN)
    whole = _counted_per(setting.case.unit_of(setting.parent))
    if whole is not None and setting.fits(rolled.complement(whole)):
        yield Guess("H08", 1, _OWN_COMPLEMENT, (("whole", whole),))


def _whole(setting: Setting, operand: Operand) -> Exact | None:
    """What a number in percent or per mil is a part of, in the parent's unit."""
    whole = _counted_per(setting.case.unit_of(operand.child))
    return None if whole is None else whole * setting.case.scale(operand.link)


def _counted_per(unit: str) -> int | None:
    return 100 if "%" in unit else whole_of(unit)


def old_versions(setting: Setting) -> Iterator[Guess]:
    """Versi lama (H09): the target of one child, or of all that were amended, before its last amendment."""
    if setting.side != "target" or not _is_one_by_one(setting):
        return
    before: dict[int, Cell] = {}
    for place, one in enumerate(setting.counted):
        for version, cell in _earlier(setting, one.child):
            before[one.child] = cell
            if setting.fits(setting.with_child(place, setting.with_cell(one, cell))):
                arguments = (("version", version), ("value", _shown(cell)))
                yield Guess("H09", 2, _OLD, arguments, (one.child,))
    if len(before) > 1:
        every = [setting.with_cell(one, before.get(one.child, setting.stated(one))) for one in setting.counted]
        if setting.fits(setting.made_of(every)):
            yield Guess("H09", 0, _OLD_ALL)


def _earlier(setting: Setting, child: int) -> Iterator[tuple[str, Cell]]:
    """The cells of a target in the versions before the one in force, the first one first."""
    graph = setting.case.graph
    now = graph.target(child)
    for version in graph.versions[graph.agreement_of[child]]:
        if version is graph.agreement(child) or version.code == graph.agreement(child).code:
            return
        for objective in version.objectives:
            for target in objective.targets:
                if target.code == now.code and target.value != now.value:
                    cell = target_cell(target, graph.facts[child], setting.case.rounded)
                    if cell.span is not None:
                        yield version.code, cell


def _shown(cell: Cell) -> Exact | Text:
    if cell.point is not None:
        return cell.point
    span = cell.span or Span(None, None)
    return Text.literal(f"{span.low} … {span.high}")


def achievements(setting: Setting) -> Iterator[Guess]:
    """Capaian sebagai realisasi (H11): a percentage of the target in the place of what was delivered."""
    if setting.side != "actual" or not _is_one_by_one(setting):
        return
    yield from _own_achievement(setting)
    graph, counted = setting.case.graph, setting.counted
    ways = 2 if any(graph.indicator(one.child).polarity == "minimize" for one in counted) else 1
    for way in range(ways):
        every = [_by_achievement(setting, one, way) for one in counted]
        known = [one for one in every if one is not None]
        if len(known) == len(every) and setting.fits(setting.made_of(known)):
            yield Guess("H11", 0, _ACHIEVED_ALL)
    for place, one in enumerate(counted):
        promised, delivered = setting.case.target(one.child).point, setting.stated(one).point
        if not promised or delivered is None:
            continue
        for value in _achieved(delivered, promised, graph.indicator(one.child).polarity):
            if setting.may_be(place, value) and setting.fits(
                setting.with_child(place, setting.with_number(one, value))
            ):
                yield Guess("H11", 2, _ACHIEVED, (("value", value),), (one.child,))
        meant = tidy(Fraction(delivered * promised, 100))
        if setting.may_be(place, meant) and setting.fits(setting.with_child(place, setting.with_number(one, meant))):
            yield Guess("H11", 2, _ACHIEVED_CELL, (("value", meant),), (one.child,))


def _by_achievement(setting: Setting, operand: Operand, way: int) -> Operand | None:
    promised, delivered = setting.case.target(operand.child).point, setting.stated(operand).point
    if not promised or delivered is None:
        return None
    found = _achieved(delivered, promised, setting.case.graph.indicator(operand.child).polarity)
    return setting.with_number(operand, found[min(way, len(found) - 1)])


def _own_achievement(setting: Setting) -> Iterator[Guess]:
    promised, rolled = setting.case.target(setting.parent).point, setting.rolled.point
    if not promised or rolled is None:
        return
    for value in _achieved(rolled, promised, setting.case.graph.indicator(setting.parent).polarity):
        if setting.fits(setting.cell_of(setting.parent, value).span):
            yield Guess("H11", 1, _ACHIEVED_OWN, (("value", value),))


def _achieved(delivered: Exact, promised: Exact, polarity: str) -> tuple[Exact, ...]:
    """The achievement in percent; where less is better, in each of the two ways that are in use."""
    if polarity != "minimize":
        return (tidy(Fraction(100 * delivered) / promised),)
    twice = tidy(Fraction(100 * (2 * promised - delivered)) / promised)
    return (twice, tidy(Fraction(100 * promised) / delivered)) if delivered else (twice,)


def targets_for_actuals(setting: Setting) -> Iterator[Guess]:
    """Target sebagai realisasi (H15): the cell of the target read for that of the realization."""
    if setting.side != "actual":
        return
    if setting.fits(setting.case.target(setting.parent).span):
        yield Guess("H15", 1, _TARGET_OWN)
    if not _is_one_by_one(setting):
        return
    promised = [setting.case.target(one.child) for one in setting.counted]
    if all(cell.span is not None for cell in promised):
        pairs = zip(setting.counted, promised, strict=True)
        if setting.fits(setting.made_of([setting.with_cell(one, cell) for one, cell in pairs])):
            yield Guess("H15", 0, _TARGET_ALL)
    for place, (one, cell) in enumerate(zip(setting.counted, promised, strict=True)):
        if cell.span is None or (cell.point is not None and not setting.may_be(place, cell.point)):
            continue
        if setting.fits(setting.with_child(place, setting.with_cell(one, cell))):
            yield Guess("H15", 2, _TARGET, (("value", _shown(cell)),), (one.child,))
