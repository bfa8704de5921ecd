"""Pemeringkatan: many evaluations in the order of their totals, those that cannot be compared apart."""

from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import get_args

from attrs import evolve, field, frozen

from sakip.base.display import Table
from sakip.base.display.chart import Bars
from sakip.base.form import Numbers, numbers_form
from sakip.base.kind import listed, none_or, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang
from sakip.errors import InvalidValueError, shown
from sakip.model.rows.assembling import numbers_text
from sakip.model.rows.reading import Reading
from sakip.scoring import listing
from sakip.scoring.contribution import contributions
from sakip.scoring.evaluating import NotEvaluated
from sakip.scoring.evaluation import Completeness, Evaluation
from sakip.scoring.judging import Trace
from sakip.scoring.outcome import Reason, Score
from sakip.scoring.parts import IndicatorEvaluation
from sakip.scoring.policy import Policy
from sakip.scoring.tabulation import Cell
from sakip.scoring.totals import score_of, totals
from sakip.scoring.wording import scope_text

__all__ = ["Carried", "RankEntry", "Ranking", "rank"]

_Judged = Evaluation | NotEvaluated


@frozen
class Carried:
    """Penopang: the one indicator without whose surplus a total above 100 would be below 100.

    Attributes:
        indicator: The indicator, with its score.
        score_at_100: What the total would be if no indicator counted for more than 100.
    """

    indicator: IndicatorEvaluation
    score_at_100: Score


def _code(judged: _Judged) -> str:
    return repr(None if judged.agreement is None else judged.agreement.code)


@frozen
class RankEntry:
    """Butir peringkat: one evaluation with its rank, or with the reason why it has none.

    Attributes:
        evaluation: What was ranked.
        rank: 1 for the highest total; None for a total that is not final.
        carried: The indicator that alone carries the total over 100, if one does.
        left_out: The numbers of the rows of its table that could not be used, so that the total leaves them out.
    """

    evaluation: Evaluation | NotEvaluated = field(repr=_code)
    rank: int | None = None
    carried: Carried | None = None
    left_out: tuple[int, ...] = ()

    __reduce__ = reduce_by_fields

    @property
    def office(self) -> str | None:
        """Instansi: the office of the first party, or its position where there is none; None without an agreement."""
        agreement = self.evaluation.agreement
        return None if agreement is None else agreement.first_party.office or agreement.first_party.position

    @property
    def score(self) -> Score:
        """Nilai akhir: the total, or the reason why there is none."""
        return self.evaluation.score

    @property
    def grade(self) -> str | None:
        """Predikat akhir: the label of the total."""
        return self.evaluation.grade if isinstance(self.evaluation, Evaluation) else None

    @property
    def completeness(self) -> Completeness:
        """Kelengkapan: ``final``, ``provisional`` or ``withheld``; never ``final`` where rows were left out."""
        found = self.evaluation.completeness
        return "provisional" if self.left_out and found == "final" else found

    @property
    def reason(self) -> Reason | None:
        """Alasan: why there is no rank; None for an entry that has one."""
        if self.rank is not None:
            return None
        if self.left_out and self.score.reason is None:
            return Reason("rows-left-out", [("rows", numbers_text(self.left_out))])
        if isinstance(self.evaluation, Evaluation) and self.score.reason is None:
            return Reason("provisional", [("share", listing.percent_known(self.evaluation))])
        return self.score.reason

    @property
    def remark(self) -> str | None:
        """Catatan: ``carried-by-one``, or the code of the reason why there is no rank; None for most."""
        if self.carried is not None:
            return "carried-by-one"
        return None if self.reason is None else self.reason.code


def _entries(value: Iterable[RankEntry]) -> tuple[RankEntry, ...]:
    return tuple_of(RankEntry, value, "Ranking.entries", "rank(evaluations).entries[0]")


def _numbers(value: Iterable[int]) -> tuple[int, ...]:
    return tuple_of(int, value, "Ranking.nowhere", "4")


@frozen
class Ranking:
    """Peringkat: the final totals from the highest to the lowest, then the provisional, then those without a total.

    Made by `rank`.

    Attributes:
        entries: One for each evaluation. Equal exact totals share a rank, and the next rank counts them all:
            1, 2, 2, 4. Entries of one rank stand in the order of their offices and codes.
        nowhere: The numbers of the rows of the table of which no agreement was made: an office may be missing here.

    Examples:
        >>> from sakip import Realization, evaluate_many, rank
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> delivered = [[Realization("PLAN-1", 1)], [Realization("PLAN-1", 2)], [], [Realization("PLAN-1", 2)]]
        >>> pairs = [(example_agreement(), realizations) for realizations in delivered]
        >>> ranking = rank(evaluate_many(pairs, policy=LKJIP))
        >>> [(entry.rank, entry.score.value, entry.remark) for entry in ranking if entry.rank != 1]
        [(3, Decimal('50.00'), None), (None, None, 'nothing-known')]
    """

    entries: tuple[RankEntry, ...] = field(converter=_entries)
    nowhere: tuple[int, ...] = field(default=(), converter=_numbers)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[RankEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Cell]]:
        """Baris peringkat: one flat dict an entry, for data frames, JSON and PHP; see `sakip.scoring.RANK_COLUMNS`.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        return listing.rows(self.entries, numbers_form(numbers, "Ranking.rows.numbers"))

    def table(self, lang: Lang = "id") -> Table:
        """Tabel peringkat: the ranking for people."""
        return listing.table(self.entries, self.nowhere, lang)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks peringkat: the ranking for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def picture(self, lang: Lang = "id") -> Bars:
        """Gambar peringkat: bars, with ``svg()``, ``html()`` and ``text()``; no more than 2,000 of them.

        Raises:
            InvalidValueError: Another language, or more entries than that.
        """
        return listing.picture(self.entries, lang)

    def svg(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Gambar SVG: the bars as a document that stands alone, 400 pixels wide unless another width is given.

        Raises:
            InvalidValueError: Another language, a width that is not 320 to 2,000, or more than 2,000 entries.
        """
        return self.picture(lang).svg(width=width)

    def _repr_html_(self) -> str:
        return self.table().html()


def rank(evaluations: Iterable[Evaluation | NotEvaluated], *, reading: Reading | None = None) -> Ranking:
    """Peringkat: evaluations from the highest total to the lowest; the order in which they are given changes nothing.

    Only final totals are ranked. They are compared exactly, or after rounding where they are geometric means, which
    have no quotient. Provisional totals follow without a rank, then what has no total. A total above 100 is remarked
    where it would be below 100 if the one indicator that lifts it most counted for no more than 100.

    Args:
        evaluations: What `evaluate` or `evaluate_many` gave, under one policy and in one scope.
        reading: What `agreements_from_rows` gave, where they come from a table: the total of an office some of whose
            rows could not be used stands with the provisional ones, and the table names those rows.

    Raises:
        InvalidValueError: Something else, or evaluations of two policies or scopes; the error names two of them.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> kept = evaluate(example_agreement(), [Realization("PLAN-1", 2)], policy=LKJIP)
        >>> [row["rank"] for row in rank([kept, kept]).rows()]
        [1, 1]
    """
    given = _given(evaluations)
    _require_alike([one for one in given if isinstance(one, Evaluation)])
    read = none_or(Reading, reading, "rank.reading", "agreements_from_rows(rows, columns=columns, year=2025)")
    lost = {} if read is None else dict(read.lost)
    entries: list[RankEntry] = []
    apart: dict[Completeness, list[RankEntry]] = {"final": [], "provisional": [], "withheld": []}
    for one in _sorted(given):
        entry = RankEntry(one, left_out=lost.get(one.agreement, ()) if lost and one.agreement is not None else ())
        apart[entry.completeness].append(entry)
    for _, equal in groupby(apart["final"], key=lambda entry: _total(entry.evaluation)):
        place = len(entries) + 1
        entries += [evolve(entry, rank=place, carried=_carried(entry.evaluation)) for entry in equal]
    return Ranking([*entries, *apart["provisional"], *apart["withheld"]], lost.get(None, ()))


def _given(value: object) -> list[_Judged]:
    example = "evaluate(agreement, realizations, policy=LKJIP)"
    found: list[_Judged] = []
    for place, item in enumerate(listed(value, "rank.evaluations", example)):
        if not isinstance(item, (Evaluation, NotEvaluated)):
            raise InvalidValueError(
                code="wrong-kind",
                path=f"rank.evaluations[{place}]",
                value=item,
                problem=("bukan hasil evaluate atau evaluate_many", "not what evaluate or evaluate_many gives"),
                way_out=(f"Tulis misalnya {example}", f"Write for example {example}"),
            )
        found.append(item)
    return found


def _require_alike(evaluations: Sequence[Evaluation]) -> None:
    """Under one policy and in one scope, or they cannot be compared."""
    for other in evaluations[1:]:
        first = evaluations[0]
        if _scale(first) != _scale(other):
            one_id, one_en, two_id, two_en = (_named(one, lang) for one in (first, other) for lang in get_args(Lang))
            raise InvalidValueError(
                code="unlike-evaluations",
                path="rank.evaluations",
                value=(first.agreement.code, other.agreement.code),
                problem=(f"{one_id} dan {two_id} tidak sebanding", f"{one_en} and {two_en} cannot be compared"),
                way_out=(
                    "Nilai semuanya dengan satu kebijakan untuk satu lingkup, atau peringkatkan tiap kelompok sendiri",
                    "Evaluate all of them by one policy for one scope, or rank each group by itself",
                ),
            )


def _scale(evaluation: Evaluation) -> object:
    return evaluation.policy_recorded, evaluation.scope, evaluation.policy


def _named(evaluation: Evaluation, lang: Lang) -> str:
    id_, edition = evaluation.policy_recorded
    return f"{shown(evaluation.agreement.code)} ({shown(id_)} {shown(edition)}, {scope_text(*evaluation.scope, lang)})"


def _total(judged: _Judged) -> Fraction | None:
    return None if judged.score.value is None else _number(judged.score)


def _number(score: Score) -> Fraction:
    """The exact number of a score that exists, or the rounded one after a geometric mean."""
    assert score.value is not None
    return Fraction(score.value) if score.exact is None else score.exact


def _sorted(found: Iterable[_Judged]) -> Iterator[_Judged]:
    """From the highest total to the lowest, then by office and code; what they are made of decides the rest."""
    for _, group in groupby(sorted(found, key=_place), key=_place):
        same = list(group)
        yield from same if len(same) == 1 else sorted(same, key=_content)


def _place(judged: _Judged) -> tuple[Fraction, str, str, str]:
    total, agreement = _total(judged), judged.agreement
    if agreement is None:
        return Fraction(0), "", "", ""
    party = agreement.first_party
    return -(total or Fraction(0)), party.office or party.position, agreement.code, party.position


def _content(judged: _Judged) -> str:
    return judged.digest if isinstance(judged, Evaluation) else judged.report.brief(most=100)


def _carried(judged: _Judged) -> Carried | None:
    """The indicator that lifts the total most, if holding it at 100 alone brings the total below 100."""
    total = _total(judged)
    if not isinstance(judged, Evaluation) or total is None or total <= 100:
        return None
    lifts = [(share.points, share.code) for share in contributions(judged) if share.code is not None]
    carrier = judged[min(lifts)[1]]
    alone = _number(_held(judged, [carrier.position]))
    # Exactly 100 covers no shortfall: the other promises were kept as they are.
    return Carried(carrier, _held(judged, range(len(judged)))) if alone < 100 else None


def _held(evaluation: Evaluation, positions: Container[int]) -> Score:
    """The total with the indicators at these positions counted as 100 at most."""
    policy, agreement, traces = evaluation.policy, evaluation.agreement, evaluation.traces_recorded
    held = [_at_most_100(policy, trace) if at in positions else trace for at, trace in enumerate(traces)]
    _, total = totals(policy, agreement._plan, evaluation.facts_recorded, held)
    return score_of(total, policy.total.transforms)


def _at_most_100(policy: Policy, trace: Trace | Reason) -> Trace | Reason:
    """The trace that a cap of 100 before the last rounding gives."""
    if isinstance(trace, Reason) or trace[-2][0] <= 100 * trace[-2][1]:
        return trace
    return *trace[:-2], (100, 1), policy.indicator[-1].apply(100, 1)
