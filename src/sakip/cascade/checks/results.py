"""Hasil dan lingkup: whether results descend to what is operational, whose scope is whose, what only seems support."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from sakip.base.text import Argument, Text, both
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import HOUSE, K467, M89, arithmetic, criterion
from sakip.cascade.checks.comparison import named
from sakip.cascade.names.naming import folded
from sakip.cascade.rollup.span import Exact, exact_of
from sakip.cascade.verdicts.figures import listing
from sakip.model.cell.units import same_unit
from sakip.model.indicator import Indicator, ResultLevel
from sakip.model.realization import Components, Realization

__all__ = ["CHECKS"]

_MOST_NAMED = 10

# From the effect on society down to what it takes. An outcome that is not said to be intermediate or immediate may be
# either, so that it is only compared with what is neither.
_DEPTHS: dict[ResultLevel, tuple[int, int]] = {
    "impact": (0, 0),
    "outcome": (1, 2),
    "intermediate_outcome": (1, 1),
    "immediate_outcome": (2, 2),
    "output": (3, 3),
    "process": (4, 4),
    "input": (5, 5),
}
_LEVELS: dict[ResultLevel, Text] = {
    "impact": Text("dampak", "impact"),
    "outcome": Text("hasil (outcome)", "outcome"),
    "intermediate_outcome": Text("hasil antara (intermediate outcome)", "intermediate outcome"),
    "immediate_outcome": Text("hasil langsung (immediate outcome)", "immediate outcome"),
    "output": Text("keluaran", "output"),
    "process": Text("proses", "process"),
    "input": Text("masukan", "input"),
}


def _has_levels(case: Case, link: int) -> bool:
    graph = case.graph
    child, parent = graph.child_of[link], graph.parent_of[link]
    if child < 0 or parent < 0:
        return False
    return graph.indicator(child).level is not None and graph.indicator(parent).level is not None


def _not_descending(case: Case, link: int) -> Iterator[Hit]:
    graph = case.graph
    child, parent = graph.child_of[link], graph.parent_of[link]
    below, above = graph.indicator(child).level, graph.indicator(parent).level
    assert below is not None
    assert above is not None
    arguments: tuple[tuple[str, Argument], ...] = (
        ("child", graph.text(child)),
        ("parent", graph.text(parent)),
        ("child_level", _LEVELS[below]),
        ("parent_level", _LEVELS[above]),
    )
    if _DEPTHS[below][1] < _DEPTHS[above][0]:
        yield Hit(arguments, severity="error", message=_HIGHER)
    elif below == above != "outcome" and graph.links[link].kind == "support":
        ranks = graph.rank(child), graph.rank(parent)
        if None not in ranks and ranks[0] != ranks[1]:
            yield Hit(arguments)


_HIGHER = Text(
    "{child} ({child_level}) lebih tinggi tingkatnya daripada {parent} ({parent_level}) yang didukungnya",
    "{child} ({child_level}) is a higher result than {parent} ({parent_level}), which it contributes to",
)

CAS503 = Check(
    "CAS503",
    "level-not-descending",
    "warning",
    title=Text("Tingkat hasil tidak menurun", "Result level does not descend"),
    message=Text(
        "{child} ({child_level}) tidak lebih operasional daripada {parent} ({parent_level}) yang didukungnya",
        "{child} ({child_level}) is no more operational than {parent} ({parent_level}), which it supports",
    ),
    fix=Text(
        "Tukar ujung tautan, uraikan kondisi yang lebih operasional di bawah, atau naikkan indikator atasan",
        "Swap the ends, name a more operational condition below, or raise the indicator above",
    ),
    condition=Text(
        "Tingkat hasil bawahan lebih tinggi daripada atasan (galat), atau sama pada dua jenjang yang berbeda "
        "dengan tautan dukungan (peringatan). Tingkat yang tidak disebut tidak dinilai.",
        "The child's result level is higher than the parent's (an error), or equal at two different echelons with "
        "a support link (a warning). A level that is not stated is not judged.",
    ),
    passing=Text(
        "Hasil antara ← hasil langsung ← keluaran.",
        "Intermediate outcome ← immediate outcome ← output.",
    ),
    failing=Text(
        "Atasan “jumlah dokumen” (keluaran), dan bawahannya sebuah hasil (outcome).",
        "The parent is “number of documents” (an output), and its child an outcome.",
    ),
    basis=(M89, criterion("1.b.8")),
    criteria=("1.b.8",),
    subject="link",
    applies=_has_levels,
    find=_not_descending,
)


def _least(case: Case, node: int) -> ResultLevel | None:
    rank = case.graph.rank(node)
    return next((level for at, level in case.profile.least_level if at == rank), None)


def _is_judged_by_level(case: Case, node: int) -> bool:
    graph = case.graph
    return graph.indicator(node).level is not None and graph.role(node) == "main" and _least(case, node) is not None


def _too_operational(case: Case, node: int) -> Iterator[Hit]:
    graph, least = case.graph, _least(case, node)
    indicator, echelon = graph.indicator(node), graph.place(node).echelon
    level = indicator.level
    assert least is not None
    assert level is not None
    assert echelon is not None
    if _DEPTHS[level][0] <= _DEPTHS[least][1]:
        return
    words = set(folded(indicator.name).split())
    yield Hit(
        (
            ("node", graph.text(node)),
            ("echelon", Text.literal(echelon.label("id"), echelon.label("en"))),
            ("level", _LEVELS[level]),
            ("least", _LEVELS[least]),
            # Words that often name an activity: a hint for the reader, never the reason for a finding.
            ("suspected", ", ".join(cue for cue in _CUES if cue in words)),
        )
    )


_CUES = ("sosialisasi", "rapat", "pertemuan", "bimtek", "pelatihan", "monitoring", "laporan", "dokumen")

CAS504 = Check(
    "CAS504",
    "process-at-high-echelon",
    "warning",
    title=Text("Indikator proses pada jenjang tinggi", "Process indicator at a high echelon"),
    message=Text(
        "{node} ({echelon}) mengukur {level}, padahal pada jenjang itu sekurang-kurangnya {least}",
        "{node} ({echelon}) measures {level}, while at that level it should be {least} at least",
    ),
    fix=Text(
        "Turunkan indikator itu ke jenjang pelaksananya, dan rumuskan akibat yang diharapkan darinya di sini",
        "Move it down to those who do it, and state here the effect that is expected of it",
    ),
    condition=Text(
        "Indikator utama lebih operasional daripada yang diharapkan profil pada jenjangnya. Bawaannya: kepala "
        "daerah dan eselon I hasil antara, eselon II hasil langsung, eselon III keluaran, di bawahnya bebas.",
        "A main indicator is more operational than the profile expects at its level. Unless changed: heads of "
        "region and echelon I an intermediate outcome, echelon II an immediate outcome, echelon III an output, "
        "below that anything.",
    ),
    passing=Text(
        "Kepala dinas: “cakupan layanan”, hasil langsung.",
        "A head of office: “service coverage”, an immediate outcome.",
    ),
    failing=Text(
        "Kepala dinas: “jumlah sosialisasi”, proses. Kata seperti itu hanya petunjuk; yang menentukan tingkat "
        "yang dinyatakan.",
        "A head of office: “number of briefings”, a process. Such a word is only a hint; the declared level decides.",
    ),
    basis=(criterion("1.b.5"), M89, HOUSE),
    criteria=("1.b.5",),
    subject="node",
    applies=_is_judged_by_level,
    find=_too_operational,
)


def _scope(case: Case, node: int) -> tuple[str, ...] | None:
    facts = case.graph.facts[node]
    return None if facts is None else facts.scope


def _has_scopes(case: Case, parent: int) -> bool:
    return _scope(case, parent) is not None and any(
        _scope(case, child) is not None for child in case.graph.children(parent)
    )


def _out_of_scope(case: Case, parent: int) -> Iterator[Hit]:
    graph = case.graph
    whole, covered, is_complete = {folded(item): item for item in _scope(case, parent) or ()}, set[str](), True
    for link in graph.incoming[parent]:
        child, counts = graph.child_of[link], graph.links[link].is_arithmetic
        scope = _scope(case, child)
        if scope is None:
            is_complete = is_complete and not counts
            continue
        if counts:
            covered.update(map(folded, scope))
        beyond = [item for item in scope if folded(item) not in whole]
        # Support may come from further afield, as long as some of it arrives.
        allowed = case.coverage(parent) == "superset" if counts else len(beyond) < len(scope)
        if beyond and not allowed:
            yield Hit(
                (("child", graph.text(child)), ("parent", graph.text(parent)), *_items(beyond)),
                nodes=(child,),
            )
    missing = sorted(item for alike, item in whole.items() if alike not in covered)
    if covered and missing and is_complete and case.coverage(parent) == "partition":
        yield Hit((("parent", graph.text(parent)), *_items(missing)), message=_NOT_COVERED)


def _items(found: list[str]) -> tuple[tuple[str, Argument], ...]:
    return ("count", len(found)), ("items", both(lambda lang: listing(found, lang)))


_NOT_COVERED = Text(
    "Bawahan {parent} dinyatakan mencakup seluruh lingkupnya, tetapi {count} tidak tercakup: {items}",
    "The children of {parent} are said to cover its whole scope, but {count} are left out: {items}",
)

CAS505 = Check(
    "CAS505",
    "scope-outside",
    "warning",
    title=Text("Lingkup bawahan di luar lingkup atasan", "Child scope outside parent scope"),
    message=Text(
        "Lingkup {child} melampaui lingkup {parent}, sebanyak {count}: {items}",
        "The scope of {child} goes beyond that of {parent}, by {count}: {items}",
    ),
    fix=Text(
        "Lengkapi atau perbaiki lingkupnya, atau nyatakan coverage='subset' pada Group",
        "Complete or correct the scopes, or state coverage='subset' in a Group",
    ),
    condition=Text(
        "Lingkup bawahan memuat sesuatu di luar lingkup atasan, atau bawahan yang dinyatakan keseluruhan "
        "(partition) tidak mencakup semuanya. Yang dibandingkan hanya himpunan dalam NodeFacts.scope; huruf besar, "
        "spasi dan tanda baca tidak dihitung.",
        "A child's scope holds something outside the parent's, or children that are the whole (partition) do not "
        "cover all of it. Only the sets in NodeFacts.scope are compared; case, blanks and punctuation do not count.",
    ),
    passing=Text(
        "Tiga kecamatan, dipegang tiga bawahan.",
        "Three districts, held by three children.",
    ),
    failing=Text(
        "Dua dari tiga kecamatan dinyatakan keseluruhan; yang ketiga disebut.",
        "Two of three districts are said to be the whole; the third is named.",
    ),
    basis=(criterion("1.b.8"), arithmetic("bagian tidak melampaui keseluruhan")),
    criteria=("1.b.8",),
    subject="node",
    applies=_has_scopes,
    find=_out_of_scope,
)


def _seems_supported(case: Case, parent: int) -> bool:
    """Whether everything below only supports, and all of it is counted in the parent's unit."""
    graph = case.graph
    if len(graph.incoming[parent]) < 2 or graph.calc(parent) != "measured" or case.has_arithmetic(parent):
        return False
    above = graph.indicator(parent)
    return above.scale is None and all(
        below.measure == above.measure
        and below.polarity == above.polarity
        and (below.unit == above.unit or same_unit(below.unit or "", above.unit or ""))
        for below in map(graph.indicator, graph.children(parent))
    )


def _hidden_arithmetic(case: Case, parent: int) -> Iterable[Hit]:
    graph = case.graph
    own = _figures(case, parent)
    agreeing = 0
    children = graph.children(parent)
    if len(own) < 2 or len(set(children)) < len(children):
        return ()
    below = [_figures(case, child) for child in children]
    rate = _is_rate(graph.indicator(parent))
    pooled = False
    for time, value in own.items():
        parts = [figures[time] for figures in below if time in figures]
        if len(parts) < len(below):
            continue
        made = _added(parts)
        if made != value or (rate and not isinstance(value, tuple)):
            return ()
        pooled = isinstance(value, tuple)
        # Nothing but zeros agrees with anything.
        agreeing += sum(1 for part in parts if _weighs(part)) > 1
    if agreeing < 2:
        return ()
    return (
        Hit(
            (
                ("parent", graph.text(parent)),
                ("children", named(case, children)),
                ("kind", "pool" if pooled else "sum"),
                ("periods", agreeing),
            ),
            nodes=tuple(children[:_MOST_NAMED]),
        ),
    )


def _is_rate(indicator: Indicator) -> bool:
    """Whether amounts of it do not add up, only its components do."""
    return indicator.measure not in {None, "flow", "stock"} or same_unit(indicator.unit or "", "%")


_Figure = Exact | tuple[Exact, Exact]


def _figures(case: Case, node: int) -> dict[str, _Figure]:
    """What a node delivered, by period, and last year: amounts, or numerators with their denominators."""
    found: dict[str, _Figure] = {}
    for one in case.graph.reported[node]:
        value = _figure(one)
        if value is not None:
            found["" if one.period is None else one.period.code] = value
    last = case.cell(node, "last")
    if last.parts is not None:
        found["last"] = last.parts.numerator, last.parts.denominator
    elif last.point is not None:
        found["last"] = last.point
    return found


def _figure(one: Realization) -> _Figure | None:
    if isinstance(one.value, Components):
        return exact_of(one.value.numerator), exact_of(one.value.denominator)
    return exact_of(one.value) if isinstance(one.value, Decimal) else None


def _added(parts: list[_Figure]) -> _Figure | None:
    """The sum of amounts, or of numerators and denominators; None of a mixture."""
    pairs = [part for part in parts if isinstance(part, tuple)]
    if pairs and len(pairs) < len(parts):
        return None
    if not pairs:
        return exact_of(Fraction(sum(part for part in parts if not isinstance(part, tuple))))
    above, below = (exact_of(Fraction(sum(pair[at] for pair in pairs))) for at in (0, 1))
    return above, below


def _weighs(part: _Figure) -> bool:
    return bool(part[1] if isinstance(part, tuple) else part)


CAS508 = Check(
    "CAS508",
    "support-is-arithmetic",
    "warning",
    title=Text("Dukungan ternyata hitungan", "Support link that is arithmetic"),
    message=Text(
        "{children} dinyatakan mendukung {parent}, tetapi dalam {periods} periode angkanya tepat membentuknya ({kind})",
        "{children} are said to support {parent}, but in {periods} periods their figures make exactly it ({kind})",
    ),
    fix=Text(
        "Nyatakan jenis hitungan itu pada tautannya, supaya diperiksa",
        "State that arithmetic in the links, so that it is checked",
    ),
    condition=Text(
        "Semua bawahan hanya mendukung atasan yang diukur sendiri, dengan satuan, ukuran dan arah yang sama, dan "
        "dalam dua periode atau lebih angkanya tepat membentuknya.",
        "All children only support a parent with a source of its own, in the same unit, measure and direction, "
        "and in two periods or more their figures make exactly it.",
    ),
    passing=Text(
        "Satu periode yang kebetulan sama.",
        "One period that happens to agree.",
    ),
    failing=Text(
        "60 + 40 = 100, dan di periode lain 70 + 50 = 120.",
        "60 + 40 = 100, and in another period 70 + 50 = 120.",
    ),
    basis=(K467, HOUSE),
    subject="node",
    applies=_seems_supported,
    find=_hidden_arithmetic,
)

CHECKS: tuple[Check, ...] = (CAS503, CAS504, CAS505, CAS508)
