"""Sebaran predikat: the predicates of the employees of a unit beside the limits of its pattern."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import listed, of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.skp.matrix import PREDICATES, Predicate, require_predicate
from sakip.skp.pattern import DistributionLimit, DistributionPattern, ShareRule

__all__ = ["RULES", "Distribution"]

_NOBODY = Rule(
    "SKP-DIST-NOBODY",
    "error",
    Text(
        "sebaran kosong: tidak seorang pegawai pun berpredikat",
        "the distribution is empty: no employee has a predicate",
    ),
)
_MANY = Rule(
    "SKP-DIST-MANY",
    "warning",
    Text(
        "{count} dari {size} pegawai berpredikat {labels}; paling banyak {limit} ({percent} %) bila organisasi "
        "{organisation}",
        "{count} of {size} employees are {labels}; at most {limit} may be ({percent} %) while the organisation is "
        "{organisation}",
    ),
)
_FEW = Rule(
    "SKP-DIST-FEW",
    "warning",
    Text(
        "{count} dari {size} pegawai berpredikat {labels}; paling sedikit {limit} ({percent} %) bila organisasi "
        "{organisation}",
        "{count} of {size} employees are {labels}; at least {limit} must be ({percent} %) while the organisation is "
        "{organisation}",
    ),
)
_NO_ONE = Rule(
    "SKP-DIST-NO-ONE",
    "warning",
    Text(
        "tidak seorang pun dari {size} pegawai berpredikat {labels}; harus ada bila organisasi {organisation}",
        "none of {size} employees is {labels}; somebody must be while the organisation is {organisation}",
    ),
)
_MAJORITY = Rule(
    "SKP-DIST-MAJORITY",
    "note",
    Text(
        "{count} dari {size} pegawai berpredikat {labels}; sebagian besar dibaca sebagai paling sedikit {limit}",
        "{count} of {size} employees are {labels}; most is read as at least {limit}",
    ),
)
_SMALL = Rule(
    "SKP-DIST-SMALL",
    "note",
    Text(
        "{labels} seharusnya paling sedikit {asked}, tetapi {size} pegawai tidak cukup di samping batas lain; dipakai "
        "{limit}",
        "{labels} should be at least {asked}, but {size} employees are too few beside the other limits; {limit} is "
        "used",
    ),
)
_UNDECIDED = Rule(
    "SKP-DIST-UNDECIDED",
    "note",
    Text("{count} pegawai belum berpredikat dan tidak dihitung", "employees without a predicate, not counted: {count}"),
)
RULES = (_NOBODY, _MANY, _FEW, _NO_ONE, _MAJORITY, _SMALL, _UNDECIDED)
"""Aturan sebaran: every finding of `Distribution.check`."""
_RULE_OF: Mapping[ShareRule, Rule] = {
    "at_most": _MANY,
    "at_least": _FEW,
    "someone": _NO_ONE,
    "majority": _MAJORITY,
}


def _pattern(value: DistributionPattern) -> DistributionPattern:
    return of_kind(DistributionPattern, value, "Distribution.pattern", "distribution_pattern('Baik')")


def _predicates(value: Iterable[Predicate | None]) -> tuple[Predicate | None, ...]:
    path = "Distribution.predicates"
    return tuple(
        None if one is None else require_predicate(of_kind(str, one, f"{path}[{at}]", "'Baik'"), f"{path}[{at}]")
        for at, one in enumerate(listed(value, path, "'Baik'"))
    )


@frozen
class Distribution:
    """Sebaran predikat: the predicates of the employees of one unit, beside what its pattern allows.

    Attributes:
        pattern: Pola distribusi of the predicate of the organisation.
        predicates: The predicate of each employee, in any order; None for one who has none yet.

    Raises:
        InvalidValueError: Something else among the predicates.

    Reference: SE MenPANRB 3/2023 (read).

    Examples:
        >>> from sakip.skp import distribution_pattern
        >>> found = Distribution(distribution_pattern("Baik"), ["Baik"] * 20)
        >>> for finding in found.check():
        ...     print(finding.text("en"))
        20 of 20 employees are Baik; at most 14 may be (70 %) while the organisation is Baik
        none of 20 employees is Butuh Perbaikan or Kurang; somebody must be while the organisation is Baik
    """

    pattern: DistributionPattern = field(converter=_pattern)
    predicates: tuple[Predicate | None, ...] = field(converter=_predicates)

    __reduce__ = reduce_by_fields

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Banyaknya: how many employees have each predicate, the highest first."""
        found: Counter[str | None] = Counter(self.predicates)
        return tuple((label, found[label]) for label in reversed(PREDICATES.names))

    @property
    def size(self) -> int:
        """Besar unit: how many employees have a predicate."""
        return sum(one is not None for one in self.predicates)

    @property
    def limits(self) -> tuple[DistributionLimit, ...]:
        """Batas sebaran: the limits of the pattern for a unit of this size."""
        return self.pattern.limits(self.size)

    def count(self, limit: DistributionLimit) -> int:
        """Hitungan: how many employees have one of the predicates of a limit.

        Raises:
            InvalidValueError: Not a `DistributionLimit`.
        """
        example = "distribution.limits[0]"
        labels = of_kind(DistributionLimit, limit, "Distribution.count", example).share.labels
        return sum(one in labels for one in self.predicates)

    def _kept(self, limit: DistributionLimit) -> bool | None:
        """Whether a limit is kept; None where there is nobody whom it could be kept of."""
        return limit.allows(self.count(limit)) if self.size else None

    def check(self) -> Report:
        """Periksa sebaran: limits that are not kept, a unit too small for them, and employees without a predicate."""
        return Report(self._findings())

    def _findings(self) -> Iterator[Finding]:
        subject = f"distribution[{self.pattern.organisation}]"
        if not self.size:
            yield _NOBODY.at(subject)
        for limit in self.limits if self.size else ():
            facts = {
                "count": self.count(limit),
                "size": self.size,
                "labels": _either(limit.share.labels),
                "limit": limit.count,
                "percent": limit.share.percent or Decimal(0),
                "organisation": self.pattern.organisation,
                "asked": limit.asked,
            }
            broken = () if limit.allows(self.count(limit)) else (_RULE_OF[limit.share.rule],)
            for rule in (*broken, *((_SMALL,) if limit.asked > limit.count else ())):
                yield rule.at(subject, **{name: fact for name, fact in facts.items() if name in rule.message.names})
        undecided = len(self.predicates) - self.size
        if undecided:
            yield _UNDECIDED.at(subject, count=undecided)

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris sebaran: one dict a limit, for data frames, JSON and PHP.

        Its keys are ``organisation``, ``labels``, ``rule``, ``percent`` (None without one), ``limit``, ``asked``,
        ``count``, ``size``, ``kept`` (None in a unit of nobody), ``reference`` and ``certainty``.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "Distribution.rows.numbers")
        rows = [
            {
                "organisation": self.pattern.organisation,
                "labels": ", ".join(share.labels),
                "rule": share.rule,
                "percent": share.percent,
                "limit": limit.count,
                "asked": limit.asked,
                "count": self.count(limit),
                "size": self.size,
                "kept": self._kept(limit),
                "reference": share.reference.text(),
                "certainty": share.reference.certainty,
            }
            for limit in self.limits
            for share in [limit.share]
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel sebaran: one row a limit; below it how many employees have each predicate, and where it is written."""
        require_lang(lang)
        return Table(
            title=_TITLE.render(lang, {"organisation": self.pattern.organisation, "size": self.size}),
            columns=[Column(head.render(lang), "right" if head in _COUNTED else "left") for head in _HEADS],
            rows=[
                (
                    ", ".join(limit.share.labels),
                    limit.share.text(lang),
                    str(limit.count),
                    str(self.count(limit)),
                    _STATES[self._kept(limit)].render(lang),
                )
                for limit in self.limits
            ],
            notes=self._notes(lang),
        )

    def _notes(self, lang: Lang) -> tuple[str, ...]:
        counted = ", ".join(f"{label} {count}" for label, count in self.counts)
        bases = dict.fromkeys(share.reference.text(lang) for share in self.pattern.shares)
        return (counted, *bases)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks sebaran: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _either(labels: tuple[str, ...]) -> Text:
    return Text.literal(" atau ".join(labels), " or ".join(labels))


_TITLE = Text(
    "Sebaran predikat: {size} pegawai, organisasi {organisation}",
    "Distribution of predicates: {size} employees, organisation {organisation}",
)
_LIMIT = Text("Batas", "Limit")
_THERE = Text("Ada", "There are")
_HEADS = (Text("Predikat", "Predicate"), Text("Aturan", "Rule"), _LIMIT, _THERE, Text("Terpenuhi", "Kept"))
_COUNTED = (_LIMIT, _THERE)
_STATES = {True: Text("ya", "yes"), False: Text("tidak", "no"), None: Text("–", "–")}
