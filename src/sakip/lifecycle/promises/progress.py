"""Capaian rencana: the figures of a year beside what a medium-term plan asks of that year and of its end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, both, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.promises.document import PlanDocument
from sakip.lifecycle.promises.likeness import alike, is_party
from sakip.lifecycle.promises.plan_target import PlanTarget
from sakip.model.lineage import trend_of
from sakip.scoring.comparison import Comparison, compare_years
from sakip.scoring.evaluation import Evaluation
from sakip.scoring.parts import IndicatorEvaluation
from sakip.scoring.tabulation import amounts_text, plain, row_of, six_decimals
from sakip.scoring.trend import Benchmark
from sakip.scoring.wording import scope_text, score_text, value_text

__all__ = ["RULES", "PlanLine", "PlanProgress", "plan_progress"]

_ABSENT = Rule(
    "PLAN-NOT-PROMISED",
    "warning",
    Text(
        "{code} dalam {document}, {name}, tidak dijanjikan dalam {agreement}",
        "{code} of {document}, {name}, is not promised in {agreement}",
    ),
)
_NO_VALUE = Rule(
    "PLAN-NO-VALUE",
    "note",
    Text("{code} dalam {document} tanpa target untuk tahun {year}", "{code} of {document} has no target for {year}"),
)
_OTHER = Rule(
    "PLAN-OTHER",
    "warning",
    Text(
        "{own} dalam {agreement} diukur lain daripada {code} dalam {document}; keduanya tidak dibandingkan",
        "{own} of {agreement} is measured otherwise than {code} of {document}; the two are not compared",
    ),
)
_NAME = Rule(
    "PLAN-NAME",
    "note",
    Text(
        "{code} ada dalam {agreement} dan {document} dengan nama lain; bila memang sama, sebutkan dalam matched",
        "{code} stands in {agreement} and in {document} under different names; if it is the same, say so in matched",
    ),
)
_ADDS = Rule(
    "PLAN-ADDS",
    "note",
    Text(
        "{own} dijumlahkan antarperiode; yang dibandingkan angka setahun, bukan jumlah sejak awal {document}",
        "{own} is added up over periods; what is compared is the figure of a year, not the sum since {document} began",
    ),
)
_SEVERAL = Rule(
    "PLAN-SEVERAL",
    "note",
    Text(
        "{code} dalam {document} diukur lebih dari satu indikator {agreement}; yang dipakai {own}, bukan {others}",
        "{code} of {document} is measured by more than one indicator of {agreement}; {own} is used, not {others}",
    ),
)
_PART = Rule(
    "PLAN-PART",
    "warning",
    Text(
        "Yang dinilai dalam {agreement} hanya {scope}; target {document} untuk setahun",
        "Of {agreement} only {scope} was evaluated; the targets of {document} are for a year",
    ),
)
RULES = (_ABSENT, _NO_VALUE, _OTHER, _NAME, _ADDS, _SEVERAL, _PART)
"""Aturan capaian rencana: every finding of `PlanProgress.check`."""


@frozen(kw_only=True)
class PlanLine:
    """Baris rencana: one target of the plan, and the figure of the year beside it.

    Attributes:
        plan: Target rencana.
        result: The indicator of the agreement that measures the same; None where there is none.
        others: Codes of further indicators of the agreement that measure the same, and are not used.
        is_compared: Whether both are measured alike.
        this_year: The figure against the plan's value of the year; None where nothing can be compared.
        end: The figure against the plan's last value; None where nothing can be compared.
    """

    plan: PlanTarget
    result: IndicatorEvaluation | None = field(repr=lambda result: repr(result and result.code))
    others: tuple[str, ...]
    is_compared: bool
    this_year: Benchmark | None
    end: Benchmark | None

    __reduce__ = reduce_by_fields

    @property
    def code(self) -> str:
        """Kode: that of the plan."""
        return self.plan.code


@frozen
class PlanProgress:
    """Capaian rencana: a year of an agreement beside a medium-term plan. Made by `plan_progress`.

    Attributes:
        document: Dokumen rencana.
        evaluation: The evaluation of the year.
        lines: One for each target of the plan, in its order.
    """

    document: PlanDocument
    evaluation: Evaluation = field(repr=lambda one: repr(one.agreement.code))
    lines: tuple[PlanLine, ...] = field(repr=False)

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[PlanLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, code: str) -> PlanLine:
        """Cari target rencana: by its code in the plan.

        Raises:
            UnknownCodeError: The plan has no such item.
        """
        item = self.document[code]
        return next(line for line in self.lines if line.plan is item)

    def check(self) -> Report:
        """Periksa capaian rencana: what was not promised, what cannot be compared, and remarks."""
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        agreement, own = self.evaluation.agreement, {one.code: one.target.indicator for one in self.evaluation}
        named: dict[str, Argument] = {"document": self.document.code}
        if self.evaluation.scope[0] != "year":
            scope = both(lambda lang: scope_text(*self.evaluation.scope, lang))
            yield _PART.at(f"agreement[{agreement.code}]", **named, agreement=agreement.code, scope=scope)
        for line in self.lines:
            subject = f"plan[{self.document.code}].items[{line.code}]"
            told = {**named, "code": line.code}
            if line.result is None:
                # What another office is responsible for this agreement need not promise.
                if all(is_party(office, agreement.first_party) for office in line.plan.offices):
                    yield _ABSENT.at(subject, **told, name=line.plan.text, agreement=agreement.code)
                same = own.get(line.code)
                if same is not None and not alike(same.name, line.plan.text):
                    yield _NAME.at(subject, **told, agreement=agreement.code)
            elif not line.is_compared:
                yield _OTHER.at(subject, **told, own=line.result.code, agreement=agreement.code)
            elif line.result.target.indicator.consolidation == "sum":
                yield _ADDS.at(subject, **named, own=line.result.code)
            if line.result is not None and line.others:
                more: dict[str, Argument] = {"own": line.result.code, "others": ", ".join(line.others)}
                yield _SEVERAL.at(subject, **told, **more, agreement=agreement.code)
            if line.plan.value(agreement.year) is None:
                yield _NO_VALUE.at(subject, **told, year=str(agreement.year))

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris capaian rencana: one dict a target of the plan, for data frames, JSON and PHP.

        Its keys are ``plan``, ``name``, ``unit``, ``year``, ``indicator``, ``target`` and ``realization`` (of the
        agreement), ``this_year``, ``this_year_gap``, ``this_year_score``, ``end``, ``end_gap`` and ``end_score``; None
        where there is nothing.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "PlanProgress.rows.numbers")
        return in_form([self._row(line) for line in self.lines], form)

    def _row(self, line: PlanLine) -> dict[str, Any]:
        year = self.evaluation.agreement.year
        own = None if line.result is None else row_of(line.result)
        return {
            "plan": line.code,
            "name": line.plan.text,
            "unit": line.plan.indicator.unit,
            "year": year,
            "indicator": own and own["indicator"],
            "target": None if own is None else own["target"],
            "realization": None if own is None else own["realization"],
            **_cells("this_year", line.plan.value(year), line.this_year),
            **_cells("end", line.plan.final, line.end),
        }

    def table(self, lang: Lang = "id") -> Table:
        """Tabel capaian rencana: realization, the plan's value of the year and of its end, each with its score."""
        year = self.evaluation.agreement.year
        last = Text("{name}: akhir rencana {year}", "{name}: end of the plan {year}")
        policy = self.evaluation.policy
        return Table(
            _TITLE.render(require_lang(lang), {"name": self.document.name, "year": str(year)}),
            [Column(head.render(lang), "left" if at < 2 else "right") for at, head in enumerate(_HEADS)],
            [
                (
                    line.code,
                    line.plan.text,
                    "" if line.result is None else amounts_text(line.result, lang)[1],
                    value_text(line.plan.value(year), None, lang),
                    _score(line.this_year, lang),
                    value_text(line.plan.final, None, lang),
                    _score(line.end, lang),
                )
                for line in self.lines
            ],
            notes=[
                *(
                    last.render(lang, {"name": line.code, "year": str(line.plan.years[-1])})
                    for line in self.lines
                    if line.plan.years[-1] != self.document.last_year
                ),
                *(f"{finding.text(lang)} [{finding.code}]" for finding in self.check()),
                f"{policy.id} {policy.edition}: {policy.basis(lang)}",
            ],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks capaian rencana: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Capaian rencana, {name}, tahun {year}", "Progress of the plan, {name}, year {year}")
_HEADS = (
    Text("Kode", "Code"),
    Text("Indikator", "Indicator"),
    Text("Realisasi", "Realization"),
    Text("Target rencana", "Planned"),
    Text("Nilai", "Score"),
    Text("Akhir rencana", "End of plan"),
    Text("Nilai", "Score"),
)


def _score(held: Benchmark | None, lang: Lang) -> str:
    return "–" if held is None else score_text(held.score, lang)


def _cells(name: str, value: object, held: Benchmark | None) -> dict[str, Any]:
    return {
        name: plain(value),
        f"{name}_gap": None if held is None or held.gap is None else six_decimals(held.gap),
        f"{name}_score": None if held is None else held.score.value,
    }


def plan_progress(
    document: PlanDocument,
    evaluation: Evaluation,
    *,
    matched: Mapping[str, str] | None = None,
) -> PlanProgress:
    """Capaian rencana: what a year reached of what a medium-term plan asks of it, and of the end of the plan.

    Both are judged as `compare_years` judges a medium-term target, by the policy of the evaluation. An indicator is
    that of the plan by its name, by `Indicator.same_as`, or where ``matched`` says so; see `PlanDocument.target_of`.

    Args:
        document: Dokumen rencana.
        evaluation: The evaluation of an agreement for one of the plan's years.
        matched: Code of the plan's target by code of the agreement's, where names do not tell.

    Raises:
        InvalidValueError: An argument of another kind, or a year that is not the plan's.
        UnknownCodeError: A code in ``matched`` that the agreement or the plan has not.

    Reference: PermenPANRB 53/2014, lampiran II, bab III (read), on the third analysis.

    Examples:
        >>> from sakip import Realization, evaluate
        >>> from sakip.policies import LKJIP
        >>> from sakip.testing import example_agreement
        >>> year = evaluate(example_agreement(), [Realization("PLAN-1", 2)], policy=LKJIP)
        >>> asked = PlanTarget(example_agreement().targets[0].indicator, {2025: 2, 2029: 5})
        >>> plan = PlanDocument("RENSTRA", "Renstra", first_year=2025, last_year=2029, targets=[asked])
        >>> line = plan_progress(plan, year)["PLAN-1"]
        >>> line.this_year.score.value, line.end.score.value
        (Decimal('100.00'), Decimal('40.00'))
    """
    of_kind(PlanDocument, document, "plan_progress.document", "PlanDocument('RENSTRA', 'Renstra', ...)")
    of_kind(Evaluation, evaluation, "plan_progress.evaluation", "evaluate(agreement, realizations, policy=LKJIP)")
    agreement = evaluation.agreement
    if not document.covers(agreement.year):
        years = f"{document.first_year}–{document.last_year}"
        raise InvalidValueError(
            code="year-outside",
            path="plan_progress.evaluation",
            value=agreement.year,
            problem=(f"tahun ini di luar {document.code}, {years}", f"the year lies outside {document.code}, {years}"),
            way_out=("Beri rencana untuk tahun itu", "Give the plan for that year"),
        )
    pairs = document.matched(agreement, matched)
    this_year = _compared(evaluation, document.medium_term(agreement, year=agreement.year, matched=matched))
    end = _compared(evaluation, document.medium_term(agreement, matched=matched))
    # Of several that measure the same, the first that was stated counts, else the first.
    own: dict[str, list[str]] = {}
    for code in dict.fromkeys((*(matched or ()), *pairs)):
        own.setdefault(pairs[code].code, []).append(code)
    return PlanProgress(
        document,
        evaluation,
        tuple(_line(plan, evaluation, own.get(plan.code, []), this_year, end) for plan in document.targets),
    )


def _compared(evaluation: Evaluation, held: Mapping[str, Any]) -> Comparison:
    return compare_years([evaluation], medium_term=held)


def _line(
    plan: PlanTarget, evaluation: Evaluation, codes: Sequence[str], this_year: Comparison, end: Comparison
) -> PlanLine:
    own, others = next(iter(codes), None), tuple(codes[1:])
    result = None if own is None else evaluation[own]
    if own is None or result is None or trend_of(plan.indicator, result.target.indicator) == "broken":
        return PlanLine(plan=plan, result=result, others=others, is_compared=False, this_year=None, end=None)
    held = this_year[own].medium_term, end[own].medium_term
    return PlanLine(plan=plan, result=result, others=others, is_compared=True, this_year=held[0], end=held[1])
