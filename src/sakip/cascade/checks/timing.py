"""Waktu dan versi: whether agreements are signed in time, follow their superior's, and are of one year."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from sakip.base.finding import Severity
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.checks.basis import M53, M58, criterion
from sakip.cascade.checks.handing_on import CAS904
from sakip.cascade.inputs.document import BudgetDocument
from sakip.cascade.names.naming import folded
from sakip.lifecycle.remaining import still, written
from sakip.model.agreement import Agreement
from sakip.model.period import Period, PeriodKind
from sakip.model.realization import Realization
from sakip.model.target import Target

__all__ = ["CHECKS"]

_BEFORE_THE_YEAR = relativedelta(months=3)
_MONTHS: dict[PeriodKind, int] = {"year": 12, "half_year": 6, "four_month": 4, "quarter": 3, "month": 1}


def _has_a_deadline(case: Case, number: int) -> bool:
    first = case.graph.versions[number][0]
    return first.signed_on is not None and first.supersedes is None and _ratified(case, number, first) is not None


def _late(case: Case, number: int) -> Iterator[Hit]:
    first = case.graph.versions[number][0]
    ratified = _ratified(case, number, first)
    assert first.signed_on is not None
    assert ratified is not None
    document, day = ratified
    months = case.profile.months_after_budget
    due = day + relativedelta(months=months)
    if first.signed_on > due:
        yield Hit(
            (
                ("agreement", first.code),
                ("date", first.signed_on),
                ("due", due),
                ("months", months),
                ("document", document),
                ("ratified", day),
                ("days", (first.signed_on - due).days),
            )
        )


def _ratified(case: Case, number: int, first: Agreement) -> tuple[Text, date] | None:
    """The budget document that the deadline of a first version is counted from, and its day."""
    if first.budget_ratified_on is not None:
        return _DOCUMENT, first.budget_ratified_on
    unit = case.graph.places[case.graph.place_of_agreement[number]].unit
    documents = case.once(_first_documents)
    known = documents.get("" if unit is None else folded(unit)) or documents.get("") or ()
    begin, end = first.period.first_day, first.period.last_day
    within = [one for one in known if begin <= one.ratified_on + _BEFORE_THE_YEAR and one.ratified_on <= end]
    if not within:
        return None
    one = min(within, key=lambda document: (document.ratified_on, document.version))
    return Text.literal(one.version), one.ratified_on


def _first_documents(case: Case) -> dict[str, list[BudgetDocument]]:
    """The budget documents by unit, without those of a change in mid-year."""
    found: dict[str, list[BudgetDocument]] = {}
    for one in case.graph.cascade.budgets:
        if _OF_A_CHANGE.isdisjoint(folded(one.version).split()):
            found.setdefault("" if one.unit is None else folded(one.unit), []).append(one)
    return found


_OF_A_CHANGE = frozenset({"dppa", "perubahan", "pergeseran", "revisi", "p", "papbd"})
_DOCUMENT = Text("dokumen anggaran", "the budget document")

CAS901 = Check(
    "CAS901",
    "late-agreement",
    "warning",
    title=Text("Perjanjian terlambat", "Late agreement"),
    message=Text(
        "{agreement} ditandatangani {date}, {days} hari setelah {due}: batasnya {months} bulan sejak {document} "
        "disahkan ({ratified})",
        "{agreement} was signed on {date}, {days} days after {due}: it is due {months} month(s) after {document} was "
        "ratified ({ratified})",
    ),
    fix=Text(
        "Tanggalnya tidak dimundurkan; catat sebab keterlambatannya",
        "The date is not moved back; record why it was late",
    ),
    condition=Text(
        "Versi pertama ditandatangani setelah batas menurut profil, bawaannya satu bulan sejak dokumen anggaran "
        "disahkan. Tidak ditanyakan bila salah satu tanggal tidak diketahui.",
        "The first version was signed after the limit of the profile, one month after the budget document was "
        "ratified unless changed. Not asked where one of the days is unknown.",
    ),
    passing=Text(
        "DPA 2 Januari, perjanjian 30 Januari.",
        "DPA of 2 January, agreement of 30 January.",
    ),
    failing=Text(
        "Perjanjian 15 Maret: batasnya 2 Februari, lewat 41 hari.",
        "Agreement of 15 March: it was due on 2 February, 41 days before.",
    ),
    basis=(M58, M53),
    subject="agreement",
    applies=_has_a_deadline,
    find=_late,
)


Earlier = Sequence[tuple[Agreement, Target | None]]


def _earlier(case: Case) -> dict[int, Earlier]:
    """For each node whose agreement was amended what the versions before the one in force promised, in their order."""
    graph = case.graph
    promised: dict[int, list[tuple[Agreement, dict[str, Target]]]] = {}
    for number, versions in enumerate(graph.versions):
        if len(versions) > 1:
            before = versions[: versions.index(graph.agreements[number])]
            promised[number] = [(one, {target.code: target for target in one.targets}) for one in before]
    found: dict[int, Earlier] = {}
    for node, number in enumerate(graph.agreement_of):
        if promised.get(number):
            code = graph.targets[node].code
            found[node] = [(version, targets.get(code)) for version, targets in promised[number]]
    return found


def _is_amended(case: Case, number: int) -> bool:
    graph = case.graph
    if graph.child_of[number] < 0 or graph.parent_of[number] < 0 or not graph.links[number].is_arithmetic:
        return False
    return graph.parent_of[number] in case.once(_earlier)


def _stale(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    change = _last_change(case, parent)
    if change is None:
        return
    version, before, after = change
    day, facts = version.in_force_from, graph.facts[child]
    if day is None or (facts is not None and facts.reviewed_on is not None and facts.reviewed_on >= day):
        return
    own = graph.versions[graph.agreement_of[child]]
    if any(signed is not None and signed >= day for one in own for signed in (one.in_force_from, one.signed_on)):
        return
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", graph.text(parent)),
        ("child", graph.text(child)),
        ("version", version.code),
        ("date", day),
        ("agreement", graph.agreement(child).code),
    )
    if before is not None and before.value != after.value:
        yield Hit((*arguments, ("before", _value(before)), ("after", _value(after))), message=_MOVED)
    else:
        yield Hit(arguments)


def _last_change(case: Case, parent: int) -> tuple[Agreement, Target | None, Target] | None:
    """The last amendment that changed what a node promises, what it promised before, and what it promises since.

    A change of official is none: subordinates need not sign anew, unless the profile says so.
    """
    graph = case.graph
    chain: list[tuple[Agreement, Target | None]] = [
        *case.once(_earlier)[parent],
        (graph.agreement(parent), graph.targets[parent]),
    ]
    for (_, before), (version, after) in zip(reversed(chain[:-1]), reversed(chain), strict=False):
        if version.reason == "official" and not case.profile.resign_subordinates:
            continue
        if after is not None and (before is None or _promise(before) != _promise(after)):
            return version, before, after
    return None


def _promise(target: Target) -> tuple[object, ...]:
    return target.value, target.trajectory, target.indicator


def _value(target: Target) -> Text:
    return Text.literal(written(still(target.value), "id"), written(still(target.value), "en"))


_MOVED = Text(
    "{version} mengubah target {parent} dari {before} menjadi {after} sejak {date}, dan {child} ({agreement}) belum "
    "ditinjau",
    "{version} moved the target of {parent} from {before} to {after} on {date}, and {child} ({agreement}) was not "
    "reviewed since",
)

CAS902 = Check(
    "CAS902",
    "stale-after-amendment",
    "warning",
    title=Text("Belum diselaraskan setelah perubahan atasan", "Stale after parent amendment"),
    message=Text(
        "{version} mengubah {parent} sejak {date}, dan {child} ({agreement}) belum ditinjau",
        "{version} changed {parent} on {date}, and {child} ({agreement}) was not reviewed since",
    ),
    fix=Text(
        "Ubah perjanjian bawahan, atau catat hari peninjauannya dalam reviewed_on",
        "Amend the agreement below, or record in reviewed_on when it was reviewed",
    ),
    condition=Text(
        "Perubahan perjanjian atasan mengubah target, lintasan atau definisi yang bawahan ini operannya, dan "
        "sejak itu bawahan tidak punya versi baru maupun reviewed_on. Pergantian pejabat tidak dihitung.",
        "An amendment above changed the target, the trajectory or the definition of which this child is an "
        "operand, and since then the child has neither a new version nor a reviewed_on. A change of official does "
        "not count.",
    ),
    passing=Text(
        "Ditinjau pada hari perubahan itu atau sesudahnya, dan dibiarkan.",
        "Reviewed on the day of the amendment or later, and left as it is.",
    ),
    failing=Text(
        "Perubahan APBD menurunkan target atasan, dan bawahannya tetap seperti semula.",
        "A change of the budget lowered the parent's target, and the child stands as before.",
    ),
    basis=(M58,),
    subject="link",
    applies=_is_amended,
    find=_stale,
    explains=("CAS301", "CAS302", "CAS303"),
)


def _is_computed(case: Case, number: int) -> bool:
    graph = case.graph
    return graph.child_of[number] >= 0 and graph.parent_of[number] >= 0 and graph.links[number].is_arithmetic


def _mixed(case: Case, number: int) -> Iterable[Hit]:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    words: tuple[tuple[str, Argument], ...] = (("parent", graph.text(parent)), ("child", graph.text(child)))
    years = graph.agreement(parent).period, graph.agreement(child).period
    if years[0] != years[1]:
        return (Hit((*words, ("own", _label(years[0])), ("other", _label(years[1]))), cell="year"),)
    above, below = _finest(graph.reported[parent]), _finest(graph.reported[child])
    if above is None or below is None or _MONTHS[above] % _MONTHS[below] == 0:
        return ()
    # The year as a whole can still be compared; a part of it cannot.
    severity: Severity | None = "warning" if case.through is None else None
    steps = ("own", _STEPS[above]), ("other", _STEPS[below])
    return (Hit((*words, *steps), cell="period", message=_COARSER, severity=severity),)


def _finest(reported: Sequence[Realization]) -> PeriodKind | None:
    """The shortest periods that a node reports; a year where it reports the year alone, None where nothing."""
    kinds: list[PeriodKind] = ["year" if one.period is None else one.period.kind for one in reported]
    return min(kinds, key=_MONTHS.__getitem__, default=None)


def _label(period: Period) -> Text:
    return Text.literal(period.label("id"), period.label("en"))


_STEPS: dict[PeriodKind, Text] = {
    "year": Text("tahunan", "by the year"),
    "half_year": Text("per semester", "by half-years"),
    "four_month": Text("per caturwulan", "by four-month periods"),
    "quarter": Text("per triwulan", "by quarters"),
    "month": Text("per bulan", "by months"),
}
_COARSER = Text(
    "{parent} dilaporkan {own}, sedangkan {child} {other}, sehingga angka antarperiode tidak dapat digabung",
    "{parent} is reported {own}, and {child} {other}, so that figures within the year cannot be combined",
)

CAS903 = Check(
    "CAS903",
    "period-mix",
    "error",
    title=Text("Periode atau tahun bercampur", "Period or year mix"),
    message=Text(
        "{parent} ({own}) dihitung dari {child} ({other}), yang tahun anggarannya lain",
        "{parent} ({own}) is computed from {child} ({other}), which is of another fiscal year",
    ),
    fix=Text(
        "Samakan tahun dan frekuensi pelaporannya, atau jadikan tautannya dukungan (support)",
        "Report both for the same year and as often, or turn the link into support",
    ),
    condition=Text(
        "Operan dari tahun anggaran lain, atau yang dilaporkan lebih jarang daripada atasannya. Yang kedua "
        "peringatan bila setahun penuh yang dinilai, galat bila sebagian tahun (through).",
        "An operand of another fiscal year, or one that is reported less often than its parent. The second is a "
        "warning where the whole year is judged, an error where it is a part of it (through).",
    ),
    passing=Text(
        "Keduanya dilaporkan per triwulan.",
        "Both are reported by quarters.",
    ),
    failing=Text(
        "Atasan dilaporkan per triwulan, bawahan hanya setahun sekali.",
        "The parent is reported by quarters, the child once a year.",
    ),
    basis=(criterion("2.b.4"),),
    criteria=("2.b.4",),
    subject="link",
    applies=_is_computed,
    find=_mixed,
    explains=("CAS301", "CAS302", "CAS401"),
)

CHECKS: tuple[Check, ...] = (CAS901, CAS902, CAS903, CAS904)
