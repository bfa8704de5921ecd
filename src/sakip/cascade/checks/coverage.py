"""Cakupan kaskade: whether what is promised above is carried below, and by whom."""

from collections.abc import Iterator
from fractions import Fraction

from sakip.base.number import decimal_of_fraction
from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.depth import depth_of, is_filled
from sakip.cascade.case.hierarchy import hierarchy_of
from sakip.cascade.checks.basis import M12, criterion
from sakip.model.tenure import Tenure

__all__ = ["CHECKS"]

_MOST_NAMED = 20
_ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V"}


def _subordinates(case: Case) -> list[int]:
    """How many positions directly below each are not vacant."""
    places = case.graph.places
    return [sum(1 for at in below if not places[at].vacant) for below in case.graph.subordinates]


def _leads(case: Case, node: int) -> bool:
    graph = case.graph
    return graph.role(node) == "main" and case.once(_subordinates)[graph.place_of[node]] > 0


def _not_cascaded(case: Case, node: int) -> Iterator[Hit]:
    graph, facts = case.graph, case.graph.facts[node]
    if graph.incoming[node] or (facts is not None and facts.no_cascade_reason is not None):
        return
    rank, place = graph.rank(node), graph.place(node)
    low = rank is None or rank > case.profile.cascaded_error_rank
    arguments: tuple[tuple[str, Argument], ...] = (
        ("parent", graph.text(node)),
        ("level", place.level),
        ("count", case.once(_subordinates)[graph.place_of[node]]),
    )
    yield Hit(arguments, severity="warning" if low else None)


CAS201 = Check(
    "CAS201",
    "not-cascaded",
    "error",
    title=Text("Indikator atasan tidak diturunkan", "Parent not cascaded"),
    message=Text(
        "Tidak satu pun dari {count} jabatan di bawah {parent} ({level}) ikut memikul indikator ini",
        "None of the {count} positions below {parent} ({level}) has a part in this indicator",
    ),
    fix=Text(
        "Tautkan indikator bawahan kepadanya, atau sebutkan alasannya dalam no_cascade_reason",
        "Link indicators from below to it, or state the reason in no_cascade_reason",
    ),
    condition=Text(
        "Indikator utama dari jabatan yang punya bawahan terisi tidak menerima satu tautan pun dari bawah, dan "
        "no_cascade_reason kosong. Galat sampai jenjang pada profil (bawaan: eselon III); peringatan di bawahnya, "
        "atau bila jenjangnya tidak diketahui.",
        "A main indicator of a position with filled positions below it receives no link from below, and "
        "no_cascade_reason is empty. An error down to the level that the profile names (echelon III unless "
        "changed); below it, or where the level is unknown, a warning.",
    ),
    passing=Text(
        "Dukungan dari satu bawahan sudah cukup; begitu pula alasan yang disebut.",
        "Support from one subordinate is enough; so is a stated reason.",
    ),
    failing=Text(
        "“Prevalensi stunting” kepala dinas, tanpa satu pun dari dua bidangnya.",
        "The head of office's “prevalence of stunting”, and neither of the two divisions has a part in it.",
    ),
    basis=(criterion("1.b.8"),),
    criteria=("1.b.8",),
    subject="node",
    applies=_leads,
    find=_not_cascaded,
    after=("CAS102",),
)


def _has_above(case: Case, node: int) -> bool:
    return case.graph.role(node) == "main" and not case.once(hierarchy_of).is_top(node)


def _orphan(case: Case, node: int) -> Iterator[Hit]:
    graph = case.graph
    if not graph.outgoing[node]:
        above = case.once(hierarchy_of).promising_above(graph.place_of[node], graph.agreement(node).year)
        yield Hit((("child", graph.text(node)), ("superior", graph.places[above].code)))


CAS202 = Check(
    "CAS202",
    "orphan",
    "warning",
    title=Text("Indikator yatim", "Orphan child"),
    message=Text(
        "{child} tidak menyumbang kepada indikator {superior} atau indikator lain mana pun, dan bukan tugas tambahan",
        "{child} contributes to no indicator of {superior} nor to any other, and is no additional task",
    ),
    fix=Text(
        "Tautkan kepada indikator yang didukungnya, nyatakan sebagai tugas tambahan (additional), atau hapus",
        "Link it to the indicator that it supports, declare it an additional task, or drop it",
    ),
    condition=Text(
        "Indikator utama di bawah puncak tidak bertaut ke atas sama sekali.",
        "A main indicator below the top is linked to nothing above.",
    ),
    passing=Text(
        "Indikator itu bertaut, atau tugas tambahan (additional), atau diwajibkan bagi semua (mandatory).",
        "It is linked, or an additional task, or imposed on everyone (mandatory).",
    ),
    failing=Text(
        "“Jumlah rapat koordinasi” sebuah seksi berdiri sendiri.",
        "A section's “number of coordination meetings” stands alone.",
    ),
    basis=(criterion("1.b.11"),),
    criteria=("1.b.11",),
    subject="node",
    applies=_has_above,
    find=_orphan,
    after=("CAS102",),
)


def _places_of_units(case: Case) -> dict[str, list[int]]:
    """By unit the positions that are filled and not below the depth that the profile asks for."""
    found: dict[str, list[int]] = {}
    for at, place in enumerate(case.graph.places):
        if place.rank is not None and place.rank <= case.profile.required_rank and is_filled(case, at):
            found.setdefault(place.unit or "", []).append(at)
    return found


def _has_places(case: Case, unit: int) -> bool:
    return case.units[unit] in case.once(_places_of_units)


def _shallow(case: Case, unit: int) -> Iterator[Hit]:
    name = case.units[unit]
    depth = depth_of(case, case.once(_places_of_units)[name])
    if depth.grade == "A":
        return
    rank = case.profile.required_rank
    yield Hit(
        (
            ("unit", name or _NO_UNIT),
            ("level", _ROMAN.get(rank, str(rank))),
            ("held", len(depth.carrying)),
            ("count", depth.total),
            ("percent", decimal_of_fraction(Fraction(100 * len(depth.carrying), depth.total), 2)),
            ("grade", depth.grade),
            ("missing", _named(sorted(case.graph.places[at].code for at in depth.missing))),
        )
    )


def _named(codes: list[str]) -> str:
    return ", ".join([*codes[:_MOST_NAMED], "…"] if len(codes) > _MOST_NAMED else codes)


_NO_UNIT = Text("jabatan tanpa unit kerja", "positions without a unit")

CAS203 = Check(
    "CAS203",
    "too-shallow",
    "warning",
    title=Text("Kaskade berhenti sebelum jenjang yang disyaratkan", "Cascade too shallow"),
    message=Text(
        "{unit}: sampai eselon {level} baru {held} dari {count} jabatan tersambung ke puncak ({percent} %, nilai "
        "{grade}); belum: {missing}",
        "{unit}: down to echelon {level} only {held} of {count} positions lead to the top ({percent} %, grade "
        "{grade}); missing: {missing}",
    ),
    fix=Text(
        "Beri jabatan yang disebut indikator yang tertaut sampai ke puncak, atau tandai kosong (vacant)",
        "Give the positions named an indicator that leads to the top by links, or mark them vacant",
    ),
    condition=Text(
        "Dalam satu unit, di antara jabatan terisi sampai jenjang yang disyaratkan profil, paling banyak 90 % "
        "punya indikator yang tersambung sampai ke puncak. Nilainya A di atas 90 %, B di atas 75 %, C di atas 40 "
        "%, D di atas 10 %, selebihnya E.",
        "Of a unit's filled positions down to the depth that the profile requires at most 90 % hold an indicator "
        "from which links lead to the top. The grade is A above 90 %, B above 75 %, C above 40 %, D above 10 %, "
        "else E.",
    ),
    passing=Text(
        "19 dari 20 jabatan: 95 %, nilai A.",
        "19 of 20 positions: 95 %, grade A.",
    ),
    failing=Text(
        "14 dari 20 jabatan: 70 %, nilai C; yang belum disebutkan satu per satu.",
        "14 of 20 positions: 70 %, grade C; the missing ones are named.",
    ),
    basis=(M12, criterion("1.b.8"), criterion("1.b.11")),
    criteria=("1.b.8", "1.b.11"),
    subject="unit",
    applies=_has_places,
    find=_shallow,
)


def _owes_an_agreement(case: Case, place: int) -> bool:
    known = case.graph.places[place].declared or place in case.graph.positions.tenures
    return known and is_filled(case, place)


def _unsigned(case: Case, place: int) -> Iterator[Hit]:
    graph, hierarchy = case.graph, case.once(hierarchy_of)
    year = case.as_of.year if hierarchy.year is None else hierarchy.year
    own = [graph.agreements[at] for at in hierarchy.agreements_at.get(place, ())]
    starts = [one.in_force_from for one in own if one.year == year]
    if any(start is None or start <= case.as_of for start in starts):
        return
    one = graph.places[place]
    arguments: list[tuple[str, Argument]] = [("position", one.code), ("year", str(year)), ("date", case.as_of)]
    later = min((start for start in starts if start is not None), default=None)
    holding = [tenure for tenure in graph.positions.tenures.get(place, ()) if tenure.covers(case.as_of)]
    if later is not None:
        arguments.append(("since", later))
    if holding:
        arguments.append(("tenure", _days(max(holding, key=lambda tenure: tenure.precedence))))
    beyond = one.rank is not None and one.rank > case.profile.required_rank
    message = _LATER if later is not None else _HELD if holding else None
    yield Hit(tuple(arguments), severity="warning" if beyond else None, message=message)


def _days(tenure: Tenure) -> Text:
    return Text.literal(tenure.text("id"), tenure.text("en"))


_LATER = Text(
    "{position} terisi, tetapi perjanjiannya untuk tahun {year} baru berlaku {since}, setelah {date}",
    "{position} is filled, but its agreement for {year} is in force only from {since}, after {date}",
)
_HELD = Text(
    "{tenure}, tetapi {position} tidak punya perjanjian tahun {year} yang berlaku {date}",
    "{tenure}, but {position} has no agreement for {year} in force on {date}",
)

CAS204 = Check(
    "CAS204",
    "no-agreement",
    "error",
    title=Text("Jabatan tanpa perjanjian", "Position without agreement"),
    message=Text(
        "{position} terisi, tetapi tidak punya perjanjian tahun {year} yang berlaku {date}",
        "{position} is filled, but has no agreement for {year} in force on {date}",
    ),
    fix=Text(
        "Tanda tangani perjanjiannya, atau tandai jabatan itu kosong (vacant)",
        "Sign its agreement, or mark the position vacant",
    ),
    condition=Text(
        "Jabatan terisi yang terdaftar sebagai Post atau punya masa jabatan tidak punya perjanjian tahun itu yang "
        "berlaku pada hari yang dinilai. Yang hanya disebut sebagai pihak kedua tidak ditanyai. Di bawah jenjang "
        "yang disyaratkan hanya peringatan.",
        "A filled position that is declared as a Post or has a tenure has no agreement for the year in force on "
        "the day. Whoever is only named as a second party is not asked. Below the required depth it is a warning.",
    ),
    passing=Text(
        "Perjanjiannya berlaku sejak hari itu, atau jabatannya ditandai kosong (vacant).",
        "Its agreement is in force from that day, or the position is marked vacant.",
    ),
    failing=Text(
        "Jabatan itu hanya punya perjanjian tahun lalu.",
        "The position has last year's agreement only.",
    ),
    basis=(criterion("1.b.10"), criterion("1.b.11")),
    criteria=("1.b.10", "1.b.11"),
    subject="place",
    applies=_owes_an_agreement,
    find=_unsigned,
)


CHECKS: tuple[Check, ...] = (CAS201, CAS202, CAS203, CAS204)
