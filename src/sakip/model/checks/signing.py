"""Pemeriksaan penandatanganan: who signs with whom, when, and what an amendment says of itself."""

import re
from collections.abc import Callable, Iterator

from dateutil.relativedelta import relativedelta

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.model.checks.case import Case
from sakip.model.party import Echelon, Party

__all__ = ["CHECKS", "RULES", "is_acting", "signs_alone"]

# Whoever fills the post for the time being signs as its holder. A title in front of it, as in "Sekretaris Bupati" or
# "Wakil Bupati", is another post.
_ACTING = r"(?:(?:pjs?|pl[th])(?:\. *| +)|(?:penjabat(?: +sementara)?|pelaksana +(?:tugas|harian)) +)"
_ACTING_TITLE = re.compile(_ACTING, re.IGNORECASE)
_HEAD_TITLE = re.compile(rf"{_ACTING}?(?:menteri|gubernur|bupati|wali ?kota)\b", re.IGNORECASE)

ALONE = Rule(
    "SIG-ALONE",
    "error",
    Text(
        "{position} menandatangani sendiri perjanjiannya; hapus pihak kedua ({second})",
        "The {position} signs the agreement alone; leave out the second party ({second})",
    ),
)


def _alone(case: Case) -> Iterator[Finding]:
    first, second = case.agreement.first_party, case.agreement.second_party
    if second is not None and signs_alone(first):
        yield ALONE.at(f"{case.subject}.second_party", position=first.position, second=second.position)


SUPERIOR = Rule(
    "SIG-SUPERIOR",
    "error",
    Text(
        "{position} ({echelon}) menandatangani bersama atasan langsungnya, tetapi pihak kedua tidak disebutkan",
        "The {position} ({echelon}) signs with the direct superior, but no second party is named",
    ),
)


def _superior(case: Case) -> Iterator[Finding]:
    first = case.agreement.first_party
    if case.agreement.second_party is None and first.echelon is not None and not signs_alone(first):
        yield SUPERIOR.at(f"{case.subject}.second_party", position=first.position, echelon=first.echelon.code)


SELF = Rule(
    "SIG-SELF",
    "error",
    Text(
        "Pihak pertama dan pihak kedua adalah jabatan yang sama ({position})",
        "The first and the second party are the same position ({position})",
    ),
)


def _self(case: Case) -> Iterator[Finding]:
    first, second = case.agreement.first_party, case.agreement.second_party
    if second is not None and second.identity == first.identity:
        yield SELF.at(f"{case.subject}.second_party", position=first.position)


RANK = Rule(
    "SIG-RANK",
    "error",
    Text(
        "Pihak kedua ({second}, {second_echelon}) tidak lebih tinggi daripada pihak pertama "
        "({first}, {first_echelon}), jadi bukan atasan langsungnya",
        "The second party ({second}, {second_echelon}) is not above the first ({first}, {first_echelon}), so it is not "
        "the direct superior",
    ),
)


def _rank(case: Case) -> Iterator[Finding]:
    first, second = case.agreement.first_party, case.agreement.second_party
    if second is None or signs_alone(first) or second.identity == first.identity:
        return
    if first.echelon is not None and second.echelon is not None and _cannot_lead(second.echelon, first.echelon):
        yield RANK.at(
            f"{case.subject}.second_party.echelon",
            first=first.position,
            first_echelon=first.echelon.code,
            second=second.position,
            second_echelon=second.echelon.code,
        )


def signs_alone(party: Party) -> bool:
    """Menandatangani sendiri: whether a position is that of a minister or a head of region, by its level or its title.

    Examples:
        >>> signs_alone(Party("Plt. Bupati")), signs_alone(Party("Sekretaris Bupati"))
        (True, False)
    """
    if party.echelon is not None:
        return party.echelon.kind == "head"
    return _HEAD_TITLE.match(party.position) is not None


def is_acting(position: str) -> bool:
    """Sebutan sementara: whether a position is written with Plt., Plh., Pj. or Pjs. before it already.

    Examples:
        >>> is_acting("Plt. Camat"), is_acting("Camat")
        (True, False)
    """
    return _ACTING_TITLE.match(position) is not None


def _cannot_lead(above: Echelon, below: Echelon) -> bool:
    """Whether a post of one level certainly does not lead one of the other.

    Within one rank II.a leads II.b, and a head of division may lead a functional post; of two posts of which only the
    roman numeral is known, nobody can tell.
    """
    if above.rank != below.rank:
        return above.rank > below.rank
    letters = [level.code.partition(".")[2] for level in (above, below)]
    return all(letters) and letters[0] >= letters[1]


LATE = Rule(
    "SIG-LATE",
    "error",
    Text(
        "Ditandatangani {signed_on}, lewat dari {due}, sebulan setelah dokumen anggaran disahkan ({ratified_on})",
        "Signed on {signed_on}, after {due}, one month from the day the budget document was ratified ({ratified_on})",
    ),
)
EARLY = Rule(
    "SIG-EARLY",
    "warning",
    Text(
        "Ditandatangani {signed_on}, sebelum dokumen anggaran disahkan ({ratified_on})",
        "Signed on {signed_on}, before the budget document was ratified ({ratified_on})",
    ),
)


def _in_time(case: Case) -> Iterator[Finding]:
    signed_on, ratified_on = case.agreement.signed_on, case.agreement.budget_ratified_on
    if signed_on is None or ratified_on is None or case.agreement.supersedes is not None:
        return
    due = ratified_on + relativedelta(months=1)
    subject = f"{case.subject}.signed_on"
    if signed_on > due:
        yield LATE.at(subject, signed_on=signed_on, due=due, ratified_on=ratified_on)
    elif signed_on < ratified_on:
        yield EARLY.at(subject, signed_on=signed_on, ratified_on=ratified_on)


REASON = Rule(
    "AMD-REASON",
    "error",
    Text(
        "Perubahan atas {supersedes} tidak menyebut alasan yang sah: pergantian pejabat (official), perubahan strategi "
        "(strategy), atau perubahan prioritas atau asumsi (priority)",
        "The amendment of {supersedes} states no legal reason: change of official (official), of strategy (strategy), "
        "or of priority or assumption (priority)",
    ),
)


def _reason(case: Case) -> Iterator[Finding]:
    supersedes = case.agreement.supersedes
    if supersedes is not None and case.agreement.reason is None:
        yield REASON.at(f"{case.subject}.reason", supersedes=supersedes)


PREDECESSOR = Rule(
    "AMD-PREDECESSOR",
    "error",
    Text(
        "Perjanjian ini menyebut alasan perubahan ({reason}), tetapi tidak menyebut versi yang digantikannya",
        "The agreement states a reason for an amendment ({reason}), but not the version that it supersedes",
    ),
)


def _predecessor(case: Case) -> Iterator[Finding]:
    reason = case.agreement.reason
    if reason is not None and case.agreement.supersedes is None:
        yield PREDECESSOR.at(f"{case.subject}.supersedes", reason=reason)


BACKDATED = Rule(
    "SIG-BACKDATED",
    "warning",
    Text(
        "Berlaku sejak {effective_on}, sebelum ditandatangani ({signed_on})",
        "In force from {effective_on}, before it was signed ({signed_on})",
    ),
)


def _backdated(case: Case) -> Iterator[Finding]:
    signed_on, effective_on = case.agreement.signed_on, case.agreement.effective_on
    if signed_on is not None and effective_on is not None and effective_on < signed_on:
        yield BACKDATED.at(f"{case.subject}.effective_on", effective_on=effective_on, signed_on=signed_on)


AFTER = Rule(
    "SIG-AFTER-YEAR",
    "warning",
    Text(
        "Berlaku sejak {since}, setelah tahun anggarannya berakhir ({last_day})",
        "In force from {since}, after its fiscal year has ended ({last_day})",
    ),
)


def _after_year(case: Case) -> Iterator[Finding]:
    since, last_day = case.agreement.in_force_from, case.agreement.period.last_day
    if since is not None and since > last_day:
        yield AFTER.at(case.subject, since=since, last_day=last_day)


BEFORE = Rule(
    "SIG-BEFORE-YEAR",
    "warning",
    Text(
        "Ditandatangani {signed_on}, lebih dari setahun sebelum tahun anggarannya mulai ({first_day})",
        "Signed on {signed_on}, more than a year before its fiscal year begins ({first_day})",
    ),
)


def _before_year(case: Case) -> Iterator[Finding]:
    signed_on, first_day = case.agreement.signed_on, case.agreement.period.first_day
    if signed_on is not None and signed_on < first_day - relativedelta(years=1):
        yield BEFORE.at(f"{case.subject}.signed_on", signed_on=signed_on, first_day=first_day)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _alone,
    _superior,
    _self,
    _rank,
    _in_time,
    _reason,
    _predecessor,
    _backdated,
    _after_year,
    _before_year,
)
RULES = (ALONE, SUPERIOR, SELF, RANK, LATE, EARLY, REASON, PREDECESSOR, BACKDATED, AFTER, BEFORE)
