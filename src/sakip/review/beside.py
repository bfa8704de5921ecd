"""Pembanding: a reviewed table beside the region's own rule, the signed agreements, and last year's table."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from attrs import evolve

from sakip.base.finding import Finding
from sakip.base.number import FRACTION_DIGITS, INTEGER_DIGITS, decimal_of_fraction
from sakip.base.rule import Rule
from sakip.base.text import Argument, Text
from sakip.errors import SakipError
from sakip.model.agreement import Agreement
from sakip.model.cell import Printed
from sakip.model.indicator import Indicator, Level, Polarity
from sakip.model.target import Range, Target
from sakip.model.vocabulary import polarity_text
from sakip.review.fitting import modes_of
from sakip.review.hypotheses import Earlier, PresumedCause
from sakip.review.line import ReviewLine
from sakip.review.page import Page, Words, name_key
from sakip.review.placing import Placing
from sakip.review.seen import SeenCell, number_of
from sakip.review.totals import sums_up
from sakip.review.wording import formula_text, rounded_for_people
from sakip.scoring.evaluating import score
from sakip.scoring.policy import Policy

__all__ = ["RULES", "LastYear", "agreement_findings", "copy_findings", "policy_findings", "with_policy"]

OTHER_RULE = Rule(
    "REV-POLICY",
    "error",
    Text(
        "Tercetak {printed} menurut {used}; kebijakan {policy} memberi {recomputed}",
        "{printed} is printed by {used}; the policy {policy} gives {recomputed}",
    ),
)
NO_DIRECTION = Rule(
    "REV-POLICY-POLARITY",
    "note",
    Text(
        "Tanpa polaritas, kebijakan {policy} tidak dapat diterapkan pada baris ini",
        "Without a polarity the policy {policy} cannot be applied to this row",
    ),
)
TARGET = Rule(
    "REV-TARGET",
    "error",
    Text(
        "Target tercetak {printed}, yang diperjanjikan {signed} ({agreement})",
        "The target printed is {printed}, the one signed is {signed} ({agreement})",
    ),
)
POLARITY = Rule(
    "REV-AGREED-POLARITY",
    "error",
    Text(
        "Capaian dihitung {implied}, padahal yang diperjanjikan {signed} ({agreement})",
        "The percentage was computed as {implied}, but {signed} was agreed ({agreement})",
    ),
)
DROPPED = Rule(
    "REV-DROPPED",
    "error",
    Text(
        "Indikator '{indicator}' diperjanjikan ({agreement}) tetapi tidak dilaporkan",
        "The indicator '{indicator}' was agreed ({agreement}) but is not reported",
    ),
)
ADDED = Rule(
    "REV-ADDED",
    "warning",
    Text(
        "Indikator ini dilaporkan tetapi tidak ada dalam perjanjian",
        "This indicator is reported but stands in no agreement",
    ),
)
COPIED = Rule(
    "REV-COPIED",
    "error",
    Text(
        "Semua realisasi yang dapat dibandingkan ({rows} baris) sama dengan tahun sebelumnya",
        "All realizations that can be compared (rows: {rows}) equal those of the year before",
    ),
)

REPEATED = Rule(
    "REV-PARTLY-COPIED",
    "warning",
    Text(
        "{alike} dari {rows} realisasi yang dapat dibandingkan sama persis dengan tahun sebelumnya dan bukan targetnya"
        " (antara lain baris {listed}); periksa apakah angkanya sudah diperbarui",
        "Of the realizations that can be compared ({rows}) some equal those of the year before and are not the target"
        " ({alike}, such as those of rows {listed}); check whether they were brought up to date",
    ),
)
UNMATCHED = Rule(
    "REV-PREVIOUS",
    "warning",
    Text(
        "Tidak satu indikator pun ditemukan dalam tabel tahun sebelumnya; periksa nama kolom dan indikatornya",
        "No indicator was found in the table of the year before; check the names of its columns and indicators",
    ),
)

RULES: tuple[Rule, ...] = (OTHER_RULE, NO_DIRECTION, TARGET, POLARITY, DROPPED, ADDED, COPIED, REPEATED, UNMATCHED)

_ENOUGH = 3
_TELLING = 100
_MOST_LISTED = 5
_MOST_ALIKE = 24
_BETWEEN = Text("{low} - {high}", "{low} - {high}")


class LastYear:
    """Tahun lalu: what an earlier table prints for each indicator.

    A name that many rows share, each with other numbers, identifies none of them.

    Args:
        page: The earlier table, its cells read.
    """

    def __init__(self, page: Page) -> None:
        found: dict[tuple[str, str], list[Earlier]] = {}
        for at in range(len(page.table.rows)):
            key = _key(page.words(at))
            if key[1]:
                found.setdefault(key, []).append(Earlier(*(cell.value for cell in page.three(at))))
        self._names = frozenset(found)
        distinct = {key: tuple(dict.fromkeys(each)) for key, each in found.items()}
        self._found = {key: each for key, each in distinct.items() if len(each) <= _MOST_ALIKE}

    def knows(self, line: ReviewLine) -> bool:
        """Mengenal: whether the earlier table has the indicator of a row, or the row names none."""
        key = _key(line)
        return not key[1] or key in self._names

    def of(self, words: Words | ReviewLine) -> tuple[Earlier, ...]:
        """Milik indikator: every row that the earlier table has for the indicator of a row."""
        return self._found.get(_key(words), ())


def _key(words: Words | ReviewLine) -> tuple[str, str]:
    return name_key(words.office), name_key(words.code) or name_key(words.indicator)


def copy_findings(lines: Sequence[ReviewLine], last_year: LastYear, place: Placing) -> Iterator[Finding]:
    """Temuan salinan: that a table repeats the realizations of the year before, all of them or several at once.

    That 100 percent are reached again, or one document is made again, is no sign of a copy; a number of three digits or
    more that is not the target is one.
    """
    compared = alike = 0
    telling: list[int] = []
    if lines and not any(last_year.knows(line) for line in lines):
        yield place(UNMATCHED, None, "indicator")
    for line in lines:
        earlier = [one.realization for one in last_year.of(line) if one.realization is not None]
        own = line.realization.value
        if own is not None and earlier:
            compared += 1
            alike += own in earlier
            if own in earlier and own != line.target.value and abs(line.realization.digits) >= _TELLING:
                telling.append(line.row)
    if compared >= _ENOUGH and alike == compared:
        yield place(COPIED, None, "realization", rows=compared)
    elif len(telling) >= _ENOUGH:
        listed = ", ".join(map(str, telling[:_MOST_LISTED]))
        yield place(REPEATED, None, "realization", alike=len(telling), rows=compared, listed=listed)


def policy_findings(lines: Sequence[ReviewLine], policy: Policy, place: Placing) -> Iterator[Finding]:
    """Temuan kebijakan: rows whose print is not what the region's own rule gives for them."""
    for line in lines:
        if line.reason is not None or line.printed is None or line.verdict == "rounding" or sums_up(line):
            continue
        polarity = line.stated or line.polarity
        target, realization = _entered(line.target), _entered(line.realization)
        if target is None or not isinstance(realization, Decimal):
            continue
        if polarity is None:
            if target != realization:
                yield place(NO_DIRECTION, line, "polarity", policy=policy.id)
            continue
        if not line.fits:
            continue  # that the row follows no formula at all is said already
        found = _scored(target, realization, polarity, policy)
        if found is None or any(_prints(line, value) for value in found):
            continue
        yield place(
            OTHER_RULE,
            line,
            "achievement",
            printed=line.achievement.text,
            used=formula_text(line.formula),
            policy=policy.id,
            recomputed=rounded_for_people(found.rounded),
            exact=found.rounded,
        )


def _entered(cell: SeenCell) -> Decimal | Range | None:
    """A cell as a value that may enter a calculation; None where it has several readings or is too fine."""
    low = _admitted(cell.readings[0]) if len(cell.readings) == 1 else None
    if cell.kind != "range" or low is None:
        return low
    high = None if cell.high is None else _admitted(cell.high)
    return None if high is None or high <= low else Range(low, high)


def _admitted(number: Printed) -> Decimal | None:
    value = number_of(number)
    if 10**FRACTION_DIGITS % value.denominator or abs(value) >= 10**INTEGER_DIGITS:
        return None
    return decimal_of_fraction(value, FRACTION_DIGITS)


class _Scored(NamedTuple):
    """What a policy gives for a row: as it rounds, and before."""

    rounded: Fraction
    exact: Fraction


def _scored(target: Decimal | Range, realization: Decimal, polarity: Polarity, policy: Policy) -> _Scored | None:
    try:
        found = score(Target(Indicator("X", "X", polarity=polarity), target), realization, policy=policy)
    except SakipError:
        return None  # a number that the policy cannot take says nothing about the print
    if found.exact is None or found.value is None:
        return None
    return _Scored(Fraction(found.value), Fraction(found.exact))


def _prints(line: ReviewLine, value: Fraction) -> bool:
    """Whether a value of the policy, in the form and with the decimals of the print, is the print.

    Whether it was rounded or cut off is said of the table, and not of each row.
    """
    fit = line.fits[0]
    shown = line.achievement if line.numbers is None else line.numbers.printed
    count, decimals = shown.digits, shown.decimals
    padding = max(0, decimals - fit.decimals)
    count, rest = divmod(count, int(10**padding))
    below = value.denominator * (100 if fit.form == "quotient" else 1)
    return not rest and modes_of((value.numerator, below), count, decimals - padding) > 0


def with_policy(lines: Sequence[ReviewLine], policy: Policy | None) -> tuple[ReviewLine, ...]:
    """Dengan kebijakan: the lines, those reproduced that the region's own rule cuts at the ceiling they print.

    Args:
        lines: The lines.
        policy: The rule, if one is known.
    """
    if policy is None:
        return tuple(lines)
    return tuple(_cut_by(policy, line) if line.verdict == "not-reproduced" else line for line in lines)


def _cut_by(policy: Policy, line: ReviewLine) -> ReviewLine:
    target, realization = _entered(line.target), _entered(line.realization)
    if line.case is None or target is None or not isinstance(realization, Decimal):
        return line
    for fit in line.case.capped:
        found = None if fit.polarity is None else _scored(target, realization, fit.polarity, policy)
        if found is not None and found.exact == fit.cap:
            cut = PresumedCause("cap", "achievement", found.exact, fit.formula)
            return evolve(
                line,
                verdict="reproduced",
                fits=(fit,),
                polarity=fit.polarity,
                departures=(cut,),
                expected=None,
                recomputed=None,
                bounds=None,
                case=None,
            )
    return line


class _Promise(NamedTuple):
    agreement: str
    target: Target
    party: frozenset[str]


def _likeliest(line: ReviewLine, promises: Sequence[_Promise], reported: set[int]) -> _Promise:
    """Of several promises of one name that of the office of the row, that of its target, one not yet reported."""
    office = set(name_key(line.office).split())
    entered = _entered(line.target)

    def unlikely(promise: _Promise) -> tuple[bool, bool, bool]:
        other = not (office and office <= promise.party)
        return other, not _same(line.target, entered, promise.target.value), id(promise.target) in reported

    return min(promises, key=unlikely)


def agreement_findings(
    lines: Sequence[ReviewLine], agreements: Iterable[Agreement], place: Placing
) -> Iterator[Finding]:
    """Temuan perjanjian: targets that differ from the signed ones, and indicators that were dropped or added."""
    promises: list[_Promise] = []
    promised: dict[str, list[_Promise]] = {}
    for agreement in agreements:
        signer = agreement.first_party
        party = frozenset(name_key(f"{signer.position} {signer.office or ''} {agreement.code}").split())
        for target in agreement.targets:
            found = _Promise(agreement.code, target, party)
            promises.append(found)
            promised.setdefault(f"code {name_key(target.code)}", []).append(found)
            promised.setdefault(name_key(target.indicator.name), []).append(found)
    reported: set[int] = set()
    for line in lines:
        if line.reason in {"blank", "heading", "column-heads", "not-a-row"} or sums_up(line):
            continue
        code, name = name_key(line.code), name_key(line.indicator)
        found_for = promised.get(f"code {code}") if code else None
        found_for = found_for or promised.get(name)
        if not found_for:
            yield place(ADDED, line, "indicator")
            continue
        promise = found_for[0] if len(found_for) == 1 else _likeliest(line, found_for, reported)
        reported.add(id(promise.target))
        yield from _against(line, promise, place)
    for promise in promises:
        if id(promise.target) not in reported:
            name = promise.target.indicator.name
            yield place(DROPPED, None, "indicator", indicator=name, agreement=promise.agreement)


def _against(line: ReviewLine, promise: _Promise, place: Placing) -> Iterator[Finding]:
    signed = promise.target.value
    entered = _entered(line.target)
    same = _same(line.target, entered, signed)
    if same is False:
        yield place(
            TARGET, line, "target", printed=line.target.text or "-", signed=_shown(signed), agreement=promise.agreement
        )
    polarity = promise.target.indicator.polarity
    if line.stated is None and line.polarity is not None and polarity not in {"stabilize", line.polarity}:
        yield place(
            POLARITY,
            line,
            "achievement",
            implied=polarity_text(line.polarity),
            signed=polarity_text(polarity),
            agreement=promise.agreement,
        )


def _same(cell: SeenCell, entered: Decimal | Range | None, signed: object) -> bool | None:
    """Whether the printed target is the signed one; None where that cannot be told."""
    if isinstance(signed, Decimal):
        if cell.sure == "open":
            return None if any(number_of(one) == Fraction(signed) for one in cell.readings) else False
        return entered == signed
    if isinstance(signed, Range):
        return entered == signed
    if isinstance(signed, Level):
        return name_key(cell.text) == name_key(signed.name)
    return None


def _shown(signed: object) -> Argument:
    if isinstance(signed, Decimal):
        return signed
    if isinstance(signed, Range):
        words: dict[str, Argument] = {"low": signed.low, "high": signed.high}
        return Text.literal(_BETWEEN.render("id", words), _BETWEEN.render("en", words))
    return signed.name if isinstance(signed, Level) else str(signed)
