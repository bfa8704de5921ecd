"""Anggaran janji: which budget lines serve which promise, each rupiah counted once."""

from collections.abc import Callable, Container, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.promises.citation import Citation
from sakip.lifecycle.promises.standing import PromiseStanding
from sakip.model.agreement import Agreement
from sakip.model.budget import Budget, rupiah_text
from sakip.model.budget_line import BudgetLine, cents, rupiah
from sakip.model.party import Party
from sakip.model.spreading import keyed_objectives

if TYPE_CHECKING:
    from sakip.lifecycle.promises.coverage import PromiseCoverage

__all__ = ["PromiseBudget", "PromiseFunding", "promise_budget"]

_PATH = "PromiseCoverage.budget"
Place = tuple[str, str]
"""Letak janji: the code of its plan and its own."""


@frozen(kw_only=True)
class PromiseFunding:
    """Pagu sebuah janji: the budget lines that serve it, and what they hold.

    Attributes:
        document: Code of the plan.
        code: Code of the promise or target.
        text: What is promised.
        lines: The lines that serve it, as the budget has them.
        ceiling: What these lines hold together, parts not beside their whole; None where no line serves it.
        shared: How much of that serves other promises too; None where no line serves it.
    """

    document: str
    code: str
    text: str
    lines: tuple[BudgetLine, ...] = field(repr=lambda lines: repr([line.code for line in lines]))
    ceiling: Decimal | None
    shared: Decimal | None

    __reduce__ = reduce_by_fields


@frozen
class PromiseBudget:
    """Anggaran janji: what a budget sets aside for each promise, and what serves none.

    Made by `PromiseCoverage.budget`. A line serves the promises of the targets that it names, and so does whatever it
    holds. Money that serves several promises stands beside each of them, in full, and as ``shared``; ``serving`` counts
    it once.

    Attributes:
        entries: Pagu of each promise and target of a plan, in the order of the plans.
        total: What the whole budget holds.
        serving: How much of that serves any promise, each rupiah once.
        unserving: The lines that serve no promise, the whole in place of its parts.
        unknown: Codes of targets that lines name and no agreement has.
    """

    entries: tuple[PromiseFunding, ...] = field(repr=False)
    total: Decimal
    serving: Decimal
    unserving: tuple[BudgetLine, ...] = field(repr=lambda lines: repr([line.code for line in lines]))
    unknown: tuple[str, ...]

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[PromiseFunding]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def serving_none(self) -> Decimal:
        """Tanpa janji: how much of the budget serves no promise."""
        return rupiah(cents(self.total) - cents(self.serving))

    @property
    def share(self) -> Fraction | None:
        """Bagian untuk janji: the share that serves any promise, exact; None of a budget without money."""
        return Fraction(cents(self.serving), cents(self.total)) if self.total else None

    @property
    def share_of_none(self) -> Fraction | None:
        """Bagian tanpa janji: the share that serves no promise, exact; None of a budget without money."""
        return None if self.share is None else 1 - self.share

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris anggaran janji: one flat dict a promise, also where no money serves it.

        Its keys are ``document``, ``code``, ``text``, ``lines`` (codes with ``; `` between), ``ceiling`` and
        ``shared``. What is shared stands in several rows: the sum of the column is not that of the money.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "PromiseBudget.rows.numbers")
        rows = [
            {
                "document": one.document,
                "code": one.code,
                "text": one.text,
                "lines": "; ".join(line.code for line in one.lines),
                "ceiling": one.ceiling,
                "shared": one.shared,
            }
            for one in self.entries
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel anggaran janji: one row a promise that money serves; below it the sums, and what is without."""
        require_lang(lang)
        heads = [Column(head.render(lang), "left" if at < 3 else "right") for at, head in enumerate(_HEADS)]
        rows = [
            (
                one.code,
                one.text,
                ";\n".join(f"{line.code} {line.name}" for line in one.lines),
                _amount(one.ceiling, lang),
                _amount(one.shared, lang),
            )
            for one in self.entries
            if one.lines
        ]
        return Table(_TITLE.render(lang), heads, rows, notes=[*self._notes(lang)])

    def _notes(self, lang: Lang) -> Iterator[str]:
        for note, part, share in (
            (_SERVING, self.serving, self.share),
            (_NONE, self.serving_none, self.share_of_none),
        ):
            percent = "–" if share is None else f"{format_number(100 * share, decimals=2, lang=lang)} %"
            whole = {"part": _amount(part, lang), "total": _amount(self.total, lang), "share": percent}
            yield note.render(lang, whole)
        if any(one.shared for one in self.entries):
            yield _SHARED.render(lang)
        for note, names in (
            (_LINES, [f"{line.code} {line.name}" for line in self.unserving]),
            (_BARE, [one.code for one in self.entries if not one.lines]),
            (_UNKNOWN, self.unknown),
        ):
            if names:
                yield note.render(lang, {"names": ", ".join(names)})

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks anggaran janji: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_TITLE = Text("Anggaran untuk janji (Rp)", "Budget for promises (Rp)")
_HEADS = (
    Text("Kode", "Code"),
    Text("Janji", "Promise"),
    Text("Baris anggaran", "Budget lines"),
    Text("Pagu", "Ceiling"),
    Text("Dipakai bersama", "Shared"),
)
_SERVING = Text(
    "Untuk janji, tiap rupiah sekali: {part} dari {total} ({share})",
    "For promises, each rupiah once: {part} of {total} ({share})",
)
_NONE = Text("Tanpa janji: {part} dari {total} ({share})", "For no promise: {part} of {total} ({share})")
_SHARED = Text(
    "Pagu yang dipakai bersama berdiri utuh pada setiap janjinya, maka jumlah kolomnya lebih besar.",
    "What is shared stands in full beside each of its promises, so that the column adds up to more.",
)
_LINES = Text("Baris tanpa janji: {names}", "Lines for no promise: {names}")
_BARE = Text("Janji tanpa baris anggaran: {names}", "Promises without a budget line: {names}")
_UNKNOWN = Text(
    "Target yang disebut anggaran dan tidak ada dalam perjanjian: {names}",
    "Targets that the budget names and no agreement has: {names}",
)


def _amount(amount: Decimal | None, lang: Lang) -> str:
    return "–" if amount is None else rupiah_text(amount, lang)


def promise_budget(
    coverage: "PromiseCoverage", budget: Budget, agreements: str | Iterable[str] | None
) -> PromiseBudget:
    """Anggaran janji: the lines of a budget beside the promises that their targets serve.

    Raises:
        InvalidValueError: No budget, or a line that names a target by a code that agreements use unlike each other.
        UnknownCodeError: There is no such agreement.
    """
    given = of_kind(Budget, budget, f"{_PATH}.budget", "Budget(agreement.budget)")
    asked = {code for line in given for code in line.targets}
    served = _served(_chosen(coverage, agreements), coverage.citations, asked)
    of_line = {line.code: frozenset(place for code in line.targets for place in served.get(code, ())) for line in given}
    lines_of: dict[Place, list[BudgetLine]] = {}
    for line in given:
        for place in of_line[line.code]:
            lines_of.setdefault(place, []).append(line)
    tree = _Tree(given)
    every = tree.held(lambda line: bool(of_line[line]))

    def funding(one: PromiseStanding) -> PromiseFunding:
        place = (one.document, one.code)
        lines = tuple(lines_of.get(place, ()))
        ceiling = tree.held(lambda line: place in of_line[line]) if lines else 0
        alone = every - tree.held(lambda line: bool(of_line[line] - {place})) if lines else 0
        return PromiseFunding(
            document=one.document,
            code=one.code,
            text=one.item.text,
            lines=lines,
            ceiling=rupiah(ceiling) if lines else None,
            shared=rupiah(ceiling - alone) if lines else None,
        )

    return PromiseBudget(
        tuple(funding(one) for one in coverage.standings),
        given.total.ceiling,
        rupiah(every),
        tuple(tree.without(lambda line: bool(of_line[line]))),
        tuple(dict.fromkeys(code for line in given for code in line.targets if code not in served)),
    )


class _Tree:
    """The lines of a budget from the parts up, for sums that count no rupiah twice."""

    __slots__ = ("_budget", "_upwards")

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        lines = [line for _, line in budget.walk()][::-1]
        self._upwards = [
            (line.code, cents(line.ceiling), [part.code for part in budget.parts(line.code)]) for line in lines
        ]

    def held(self, serves: Callable[[str], bool]) -> int:
        """What the lines that serve hold, in sen: a whole instead of its parts, and parts no more than their whole."""
        held: dict[str, int] = {}
        for code, own, parts in self._upwards:
            held[code] = own if serves(code) else min(own, sum(held[part] for part in parts))
        return sum(held[line.code] for line in self._budget.parts())

    def without(self, serves: Callable[[str], bool]) -> Iterator[BudgetLine]:
        """The lines in which nothing serves, each whole instead of its parts."""
        touched: dict[str, bool] = {}
        for code, _, parts in self._upwards:
            touched[code] = serves(code) or any(touched[part] for part in parts)
        waiting = [*reversed(self._budget.parts())]
        while waiting:
            line = waiting.pop()
            if not touched[line.code]:
                yield line
            elif not serves(line.code):
                waiting += reversed(self._budget.parts(line.code))


def _chosen(coverage: "PromiseCoverage", agreements: str | Iterable[str] | None) -> list[Agreement]:
    """The agreements that the targets of the budget are those of."""
    counted = [one.agreement for one in coverage.agreements]
    if agreements is None:
        return counted
    path, known = f"{_PATH}.agreements", [one.code for one in counted]
    codes = (agreements,) if isinstance(agreements, str) else tuple_of(str, agreements, path, "'PK-1'")
    missing = next((code for code in codes if code not in known), None)
    if missing is not None:
        problem = ("tidak ada perjanjian yang berlaku dengan kode itu", "no agreement in force has that code")
        raise unknown_code(missing, known, code="unknown-agreement", path=path, problem=problem)
    return [one for one in counted if one.code in codes]


def _served(
    agreements: Iterable[Agreement], citations: Iterable[Citation], asked: Container[str]
) -> dict[str, frozenset[Place]]:
    """What the targets serve, themselves or through their objective, by their codes."""
    cited: dict[tuple[str, int, Party, str | None, str | None], set[Place]] = {}
    for one in citations:
        if one.kind in {"promise", "target"}:
            through = one.objective if one.target is None else None
            key = (one.agreement, one.year, one.party, through, one.target)
            cited.setdefault(key, set()).add((one.document or "", one.item or ""))
    found: dict[str, frozenset[Place]] = {}
    homes: dict[str, str] = {}
    nothing: set[Place] = set()
    for agreement in agreements:
        whose = agreement.code, agreement.year, agreement.first_party
        for place, objective in keyed_objectives(agreement).items():
            shared = cited.get((*whose, place, None), nothing)
            for target in objective.targets:
                own = frozenset(shared | cited.get((*whose, None, target.code), nothing))
                if target.code in asked and found.setdefault(target.code, own) != own:
                    raise _ambiguous(target.code, homes[target.code], agreement.code)
                homes.setdefault(target.code, agreement.code)
    return found


def _ambiguous(target: str, one: str, other: str) -> InvalidValueError:
    return InvalidValueError(
        code="target-of-several",
        path=f"{_PATH}.agreements",
        value=target,
        problem=(
            f"anggaran menyebut target {target}, yang melayani janji lain dalam {one} dan dalam {other}",
            f"the budget names the target {target}, which serves other promises in {one} than in {other}",
        ),
        way_out=(
            f"Sebutkan perjanjiannya, misalnya agreements='{one}', dan beri tiap perjanjian kodenya sendiri",
            f"Say of which agreements, for example agreements='{one}', and give each agreement a code of its own",
        ),
    )
