"""Para pihak: whether those who sign are those who answer for each other."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sakip.base.text import Argument, Text
from sakip.cascade.case.case import Case
from sakip.cascade.case.check import Check, Hit
from sakip.cascade.case.hierarchy import hierarchy_of
from sakip.cascade.checks.basis import M53, criterion
from sakip.cascade.checks.succession import CAS602
from sakip.cascade.names.naming import folded
from sakip.cascade.names.person import same_person
from sakip.model.party import Party
from sakip.model.tenure import Tenure

__all__ = ["CHECKS"]

_CROSSCUTTING = {"crosscutting", "cross cutting", "lintas sektor"}
_MOST_STEPS = 10
_MOST_SHOWN = 12


def _signs_with_another(case: Case, number: int) -> bool:
    graph = case.graph
    place = graph.place_of_agreement[number]
    below_none = graph.places[place].superior < 0
    return graph.agreements[number].second_party is not None or not (below_none or graph.places[place].rank == 0)


def _chain(case: Case, number: int) -> Iterator[Hit]:
    graph = case.graph
    agreement, place = graph.agreements[number], graph.place_of_agreement[number]
    first, second = agreement.first_party, agreement.second_party
    circle = case.once(_first_of_circles).get(number)
    if circle is not None:
        shown = [graph.places[at].code for at in circle[:_MOST_SHOWN]]
        names = ", ".join([*shown, "…"] if len(circle) > len(shown) else shown)
        yield Hit((("position", graph.places[place].code), ("positions", names)), cell="superior", message=_CIRCLE)
    if place in graph.positions.unplaced:
        yield Hit(verdict="skipped", by="CAS102")
        return
    above = _accepted(case, place, first, agreement.signed_on)
    words: tuple[tuple[str, Argument], ...] = (("agreement", agreement.code), ("position", graph.places[place].code))
    expected = (("expected", graph.places[above[0]].code),) if above else ()
    if second is None:
        if above:
            yield Hit((*words, *expected), cell="second_party", message=_NO_SECOND)
        return
    meant = graph.positions.meanings(second, graph.places[place].unit)
    if meant == (place,):
        yield Hit(words, cell="second_party", message=_ITSELF)
        return
    # A title that nothing in the cascade bears may still be that of a position which is known only by its code.
    known = meant or any(graph.places[at].party is not None for at in above)
    if above and known and not set(meant).intersection(above):
        yield Hit((*words, ("second", second.code or second.position), *expected), cell="second_party")
        return
    if len(meant) == 1:
        yield from _officials(case, number, second, meant[0], words)


def _accepted(case: Case, place: int, first: Party, day: date | None) -> list[int]:
    """The positions that may sign for the superior: the next one above that somebody else holds, and those between."""
    graph = case.graph
    signing = _official(case, place, first, day)
    found: list[int] = []
    above = graph.places[place].superior
    while above >= 0 and above not in found and len(found) < _MOST_STEPS:
        found.append(above)
        if _is_held_by_another(case, above, day, signing):
            break
        above = graph.places[above].superior
    return found


def _is_held_by_another(case: Case, place: int, day: date | None, signing: str | None) -> bool:
    if case.graph.places[place].vacant:
        return False
    held = case.graph.positions.tenures.get(place)
    if held is None or day is None:
        return True
    holders = [tenure.official for tenure in held if tenure.covers(day)]
    # Tenures that begin later say nothing of an earlier day.
    return any(not same_person(one, signing) for one in holders) or (not holders and day < held[0].starts)


def _official(case: Case, place: int, party: Party, day: date | None) -> str | None:
    """Who signed for a position, as far as that is known; it is compared, and never shown."""
    if party.official is not None:
        return party.official
    holder = _holder(case.graph.positions.tenures.get(place, ()), day)
    return None if holder is None else holder.official


def _holder(held: Sequence[Tenure], day: date | None) -> Tenure | None:
    present = [] if day is None else [tenure for tenure in held if tenure.covers(day)]
    return max(present, key=lambda tenure: tenure.precedence, default=None)


def _officials(
    case: Case, number: int, second: Party, place: int, words: tuple[tuple[str, Argument], ...]
) -> Iterator[Hit]:
    graph = case.graph
    agreement = graph.agreements[number]
    first, day = agreement.first_party, agreement.signed_on
    words = (*words, ("second", graph.places[place].code))
    signing = _official(case, graph.place_of_agreement[number], first, day)
    accepting = _official(case, place, second, day)
    if same_person(signing, accepting):
        yield Hit(words, cell="official", message=_ONE_PERSON)
        return
    held = graph.positions.tenures.get(place, ())
    present = [tenure for tenure in held if day is not None and tenure.covers(day)]
    known = second.official is not None and bool(present)
    if known and day is not None and not any(same_person(second.official, tenure.official) for tenure in present):
        yield Hit((*words, ("date", day)), cell="official", message=_NOT_THE_HOLDER)


def _first_of_circles(case: Case) -> dict[int, list[int]]:
    """For each circle of superiors one agreement of it, so that it is told once."""
    hierarchy = case.once(hierarchy_of)
    found: dict[int, list[int]] = {}
    for circle in hierarchy.circles:
        agreements = [number for at in circle for number in hierarchy.agreements_at.get(at, ())]
        if agreements:
            found[min(agreements)] = circle
    return found


_CIRCLE = Text(
    "{position} akhirnya menjadi atasan dirinya sendiri: {positions} saling membawahi",
    "{position} ends up as its own superior: {positions} are above each other in a circle",
)
_NO_SECOND = Text(
    "{agreement} dari {position} tidak menyebut pihak kedua; seharusnya {expected}",
    "{agreement} of {position} names no second party; it should be {expected}",
)
_ITSELF = Text(
    "{agreement}: pihak pertama dan pihak kedua sama-sama {position}",
    "{agreement}: {position} is both the first and the second party",
)
_ONE_PERSON = Text(
    "{agreement}: satu orang menandatangani sebagai {position} dan sebagai {second}",
    "{agreement}: one person signed as {position} and as {second}",
)
_NOT_THE_HOLDER = Text(
    "{agreement}: yang menandatangani sebagai {second} tidak memegang jabatan itu pada {date}",
    "{agreement}: whoever signed as {second} did not hold that position on {date}",
)

CAS601 = Check(
    "CAS601",
    "broken-signatory-chain",
    "error",
    title=Text("Rantai penanda tangan putus", "Broken signatory chain"),
    message=Text(
        "Pihak kedua {agreement} adalah {second}, sedangkan atasan {position} adalah {expected}",
        "The second party of {agreement} is {second}, while the superior of {position} is {expected}",
    ),
    fix=Text(
        "Perbaiki pihak kedua; bila atasannya kosong atau dirangkap orang yang sama, naik satu jenjang",
        "Correct the second party; where the superior's post is empty or held by the same person, go one level up",
    ),
    condition=Text(
        "Pihak kedua bukan atasan pada hari penandatanganan, tidak disebut padahal atasannya ada, sama dengan "
        "pihak pertama, atau orangnya sama; juga atasan yang saling membawahi. Atasan yang kosong dilewati.",
        "The second party is not the superior on the day of signing, is not named although there is a superior, "
        "is the first party itself, or the same person; also superiors above each other in a circle. A vacant "
        "superior is passed over.",
    ),
    passing=Text(
        "Kepala bidang dengan kepala dinasnya.",
        "A head of division with the head of office.",
    ),
    failing=Text(
        "Seksi menandatangani dengan sekretaris dinas lain; Plt kepala dinas menandatangani dengan dirinya "
        "sendiri sebagai kepala bidang.",
        "A section signs with the secretary of another office; an acting head of office signs with himself as "
        "head of division.",
    ),
    basis=(M53,),
    subject="agreement",
    applies=_signs_with_another,
    find=_chain,
)


def _has_two_owners(case: Case, number: int) -> bool:
    graph = case.graph
    child, parent = graph.child_of[number], graph.parent_of[number]
    if child < 0 or parent < 0 or graph.place_of[child] == graph.place_of[parent]:
        return False
    return graph.place(child).superior >= 0


def _not_below(case: Case, number: int) -> Iterable[Hit]:
    graph, hierarchy = case.graph, case.once(hierarchy_of)
    link, child, parent = graph.links[number], graph.child_of[number], graph.parent_of[number]
    below, above = graph.place_of[child], graph.place_of[parent]
    facts = graph.facts[parent]
    marked = (link.aspect is not None and folded(link.aspect) in _CROSSCUTTING) or (
        facts is not None and facts.crosscutting
    )
    apart = not hierarchy.is_below(below, above) and _is_known_apart(case, below, above)
    if marked or not apart or _is_passed_over(case, below, above):
        return ()
    return (
        Hit(
            (
                ("child", graph.text(child)),
                ("owner", graph.places[below].code),
                ("parent", graph.text(parent)),
                ("superior", graph.places[above].code),
            )
        ),
    )


def _is_passed_over(case: Case, below: int, above: int) -> bool:
    """Whether one signed with the superior of another, who held no post of his own or was the same person."""
    graph = case.graph
    nearest = graph.places[below].superior
    numbers = case.once(hierarchy_of).agreements_at.get(below, ())
    return graph.places[above].superior == nearest and any(
        not _is_held_by_another(case, above, one.signed_on, _official(case, below, one.first_party, one.signed_on))
        for one in (graph.agreements[number] for number in numbers)
    )


def _is_known_apart(case: Case, below: int, above: int) -> bool:
    """Whether a position that is not known to stand above another certainly does not."""
    hierarchy, places = case.once(hierarchy_of), case.graph.places
    if hierarchy.is_below(above, below):
        # Upside down: CAS104 says so where the levels are known.
        return places[below].rank is None or places[above].rank is None
    top = hierarchy.root(below)
    if top == hierarchy.root(above):
        return True
    highest, rank = places[top].rank, places[above].rank
    return highest is not None and rank is not None and highest <= rank


CAS603 = Check(
    "CAS603",
    "owner-not-subordinate",
    "warning",
    title=Text("Pemilik bukan bawahan", "Owner not subordinate"),
    message=Text(
        "{child} milik {owner}, yang bukan bawahan {superior} (pemilik {parent}) dan tidak ditandai lintas sektor",
        "{child} belongs to {owner}, who is not below {superior} (holding {parent}), nor is it marked as crosscutting",
    ),
    fix=Text(
        "Tandai tautannya dengan aspect='crosscutting' bila kedua unit sepakat, atau tautkan kepada atasan pemiliknya",
        "Mark the link with aspect='crosscutting', as both units agree, or link it to the owner's own superior",
    ),
    condition=Text(
        "Pemilik bawahan tidak berada di bawah pemilik atasan, dan tidak ada tanda lintas sektor pada tautan "
        "(aspect) maupun pada indikator atasan (crosscutting). Jabatan di atasnya yang kosong atau dirangkap orang "
        "yang sama, sehingga perjanjian ditandatangani satu jenjang lebih tinggi, tetap atasannya.",
        "The child's owner is not below the parent's, and neither the link (aspect) nor the parent (crosscutting) "
        "is marked as crossing sectors. A position above that nobody else held, so that the agreement was signed one "
        "level up, is still above.",
    ),
    passing=Text(
        "Drainase dinas pekerjaan umum menyumbang kepada dinas kesehatan dengan aspect='crosscutting'.",
        "Drainage of public works contributes to the health office with aspect='crosscutting'.",
    ),
    failing=Text(
        "Tautan yang sama tanpa tanda itu.",
        "The same link without the mark.",
    ),
    basis=(criterion("1.b.9"),),
    criteria=("1.b.9",),
    subject="link",
    applies=_has_two_owners,
    find=_not_below,
)

CHECKS: tuple[Check, ...] = (CAS601, CAS602, CAS603)
