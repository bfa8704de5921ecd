"""Susunan anggaran: the lines of one budget document as a tree, its sums, and its table."""

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import is_text, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.notation import format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text
from sakip.errors import InvalidValueError
from sakip.model.budget_line import ABSORPTION_REASONS, Absorption, BudgetLine, cents, rupiah

__all__ = ["Budget", "parent_of", "rupiah_sum", "rupiah_text"]

_Cell = str | int | Decimal | None


def rupiah_text(amount: Decimal, lang: Lang = "id") -> str:
    """Teks rupiah: thousands parted, and the sen only where there are some.

    Examples:
        >>> rupiah_text(Decimal("5294655000")), rupiah_text(Decimal("1250.5"), "en")
        ('5.294.655.000', '1,250.50')
    """
    whole = amount.as_integer_ratio()[1] == 1
    return format_number(amount, decimals=0 if whole else 2, lang=lang)


def rupiah_sum(amounts: Iterable[Decimal]) -> Decimal:
    """Jumlah rupiah: exact to the sen.

    Examples:
        >>> rupiah_sum([Decimal("600"), Decimal("450.5")])
        Decimal('1050.5')
    """
    return rupiah(sum(cents(amount) for amount in amounts))


def parent_of(line: BudgetLine, codes: Container[str]) -> str | None:
    """Induk: the code that a line is a part of: the one it states, or the nearest of these codes that it extends.

    Examples:
        >>> parent_of(BudgetLine("1.02.03", "Obat", kind="activity", ceiling=1), {"1", "1.02"})
        '1.02'
    """
    if line.parent is not None and line.parent in codes:
        return line.parent
    above = line.code.rpartition(".")[0]
    while above and above not in codes:
        above = above.rpartition(".")[0]
    return above or None


def _require_one_version(lines: tuple[BudgetLine, ...]) -> None:
    versions = list(dict.fromkeys(line.version or "-" for line in lines))
    if len(versions) > 1:
        named = ", ".join(versions)
        raise InvalidValueError(
            code="budget-versions",
            path="Budget.lines",
            value=named,
            problem=(f"baris dari beberapa versi: {named}", f"lines of several versions: {named}"),
            way_out=(
                "Pilih satu, misalnya Budget.of_version(lines, 'DPPA')",
                "Choose one, for example Budget.of_version(lines, 'DPPA')",
            ),
        )


def _require_unlike(lines: tuple[BudgetLine, ...]) -> None:
    seen: dict[str, BudgetLine] = {}
    for line in lines:
        if line.code in seen:
            raise InvalidValueError(
                code="budget-twice",
                path="Budget.lines",
                value=line.code,
                problem=(
                    f"kode ini ada dua kali: {seen[line.code].name} dan {line.name}",
                    f"the code stands twice: {seen[line.code].name} and {line.name}",
                ),
                way_out=("Gabungkan, atau beri tiap baris kodenya", "Merge them, or give each line a code of its own"),
            )
        seen[line.code] = line


def _lines(value: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    example = "BudgetLine('1.02.02', 'Upaya kesehatan', kind='programme', ceiling=230000000)"
    return tuple_of(BudgetLine, value, "Budget.lines", example)


@frozen
class Budget:
    """Anggaran: the lines of one budget document as a tree by their codes, with exact sums.

    What is stated counts as it is stated: the total adds up the stated ceilings of the lines that are part of no other.
    Where a line's parts add up to something else, `gap` says by how much, and so does `check`.

    Attributes:
        lines: The lines, in the order of the document.

    Raises:
        InvalidValueError: Something that is no `BudgetLine`, a code that stands twice, or lines of several versions;
            choose one with `of_version`.

    Examples:
        >>> programme = BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=1000)
        >>> parts = [
        ...     BudgetLine("1.02.01", "Obat", kind="activity", ceiling=600, realization=600),
        ...     BudgetLine("1.02.02", "Alat", kind="activity", ceiling=450, realization=150),
        ... ]
        >>> budget = Budget([programme, *parts])
        >>> budget.total.value, budget.gap("1.02")
        (Decimal('75.00'), Decimal('-50'))
    """

    lines: tuple[BudgetLine, ...] = field(converter=_lines)
    _index: "dict[str, BudgetLine]" = field(init=False, eq=False, repr=False)
    _parts: "dict[str | None, tuple[BudgetLine, ...]]" = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        _require_one_version(self.lines)
        _require_unlike(self.lines)
        index = {line.code: line for line in self.lines}
        parts: dict[str | None, list[BudgetLine]] = {}
        for line in self.lines:
            parts.setdefault(parent_of(line, index), []).append(line)
        object.__setattr__(self, "_index", index)
        object.__setattr__(self, "_parts", {code: tuple(each) for code, each in parts.items()})

    __reduce__ = reduce_by_fields

    @classmethod
    def of_version(cls, lines: Iterable[BudgetLine], version: str | None) -> "Budget":
        """Versi anggaran: the budget of the lines of one version, such as ``DPPA``."""
        return cls([line for line in _lines(lines) if line.version == version])

    def __iter__(self) -> Iterator[BudgetLine]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, code: str) -> BudgetLine:
        """Cari baris: the line of one code.

        Raises:
            UnknownCodeError: The budget has no such line; the error names those that look like it.
        """
        if is_text(code) and code in self._index:
            return self._index[code]
        problem = ("anggaran ini tidak memuat kode itu", "the budget has no such code")
        raise unknown_code(code, self._index, code="unknown-budget-line", path="Budget", problem=problem)

    def parts(self, code: str | None = None) -> tuple[BudgetLine, ...]:
        """Rincian: the lines directly below one; without a code, those that are part of no other.

        Raises:
            UnknownCodeError: The budget has no such line.
        """
        return self._parts.get(None if code is None else self[code].code, ())

    def realized(self, code: str) -> Decimal | None:
        """Realisasi baris: what a line says, or else the sum of what its parts spent; None while one is unknown.

        Raises:
            UnknownCodeError: The budget has no such line.
        """
        return self._spent([self[code]])

    def _spent(self, lines: Iterable[BudgetLine]) -> Decimal | None:
        """What these lines spent together, each as it says or by its parts."""
        spent: list[Decimal] = []
        pending = list(lines)
        while pending:
            line = pending.pop()
            parts = self.parts(line.code)
            if line.realization is not None:
                spent.append(line.realization)
            elif parts:
                pending += parts
            else:
                return None
        return rupiah_sum(spent)

    def absorption(self, code: str) -> Absorption:
        """Serapan baris: what was spent of one line, its parts added up where it does not say so itself.

        Raises:
            UnknownCodeError: The budget has no such line.
        """
        return Absorption(self[code].ceiling, self.realized(code))

    @property
    def total(self) -> Absorption:
        """Jumlah anggaran: ceiling and realization of all lines that are part of no other, and their absorption."""
        lines = self.parts()
        return Absorption(rupiah_sum(line.ceiling for line in lines), self._spent(lines))

    def gap(self, code: str) -> Decimal | None:
        """Selisih: a line's ceiling without the sum of its parts' ceilings; None where it has no parts.

        Raises:
            UnknownCodeError: The budget has no such line.
        """
        line, parts = self[code], self.parts(code)
        return rupiah(cents(line.ceiling) - sum(cents(part.ceiling) for part in parts)) if parts else None

    def walk(self) -> Iterator[tuple[int, BudgetLine]]:
        """Telusuri: each line with its depth, the whole before its parts."""
        pending = [(0, line) for line in reversed(self.parts())]
        while pending:
            depth, line = pending.pop()
            yield depth, line
            pending += [(depth + 1, part) for part in reversed(self.parts(line.code))]

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, _Cell]]:
        """Baris anggaran: one flat dict a line, the whole before its parts, for data frames, JSON and PHP.

        Its keys are ``code``, ``parent``, ``depth``, ``name``, ``kind``, ``version``, ``ceiling``, ``realization``,
        ``absorption``, ``reason`` (why there is no absorption), ``left``, ``gap`` and ``targets``.

        Args:
            numbers: ``decimal``, or ``text`` to write every Decimal as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "Budget.rows.numbers")
        return in_form((self._row(depth, line) for depth, line in self.walk()), form)

    def _row(self, depth: int, line: BudgetLine) -> dict[str, _Cell]:
        spent = self.absorption(line.code)
        return {
            "code": line.code,
            "parent": parent_of(line, self._index),
            "depth": depth,
            "name": line.name,
            "kind": line.kind,
            "version": line.version,
            "ceiling": line.ceiling,
            "realization": spent.realization,
            "absorption": spent.value,
            "reason": spent.reason,
            "left": spent.left,
            "gap": self.gap(line.code),
            "targets": ", ".join(line.targets),
        }

    def table(self, lang: Lang = "id") -> Table:
        """Tabel anggaran: one row a line, the total below, and what does not add up under it."""
        version = next((line.version for line in self.lines if line.version), None)
        title = Text("Anggaran dan serapannya (Rp)", "Budget and its absorption (Rp)").render(lang)
        rows = [
            (f"{'  ' * depth}{line.code}", line.name, *_money(self.absorption(line.code), lang))
            for depth, line in self.walk()
        ]
        heads = [Column(head.render(lang), "left" if at < 2 else "right") for at, head in enumerate(_HEADS)]
        return Table(
            f"{title}, {version}" if version else title,
            heads,
            [*rows, ("", _TOTAL.render(lang), *_money(self.total, lang))],
            notes=list(self._notes(lang)),
        )

    def _notes(self, lang: Lang) -> Iterator[str]:
        reasons = dict(ABSORPTION_REASONS)
        for _, line in self.walk():
            gap, reason = self.gap(line.code), self.absorption(line.code).reason
            if gap:
                yield _GAP.render(lang, {"code": line.code, "gap": rupiah_text(gap, lang)})
            if reason:
                yield f"{line.code}: {reasons[reason].render(lang)} [{reason}]"

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks anggaran: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


_HEADS = (
    Text("Kode", "Code"),
    Text("Uraian", "Item"),
    Text("Pagu", "Ceiling"),
    Text("Realisasi", "Realization"),
    Text("Serapan (%)", "Absorption (%)"),
)
_TOTAL = Text("JUMLAH", "TOTAL")
_GAP = Text(
    "{code}: pagu dikurangi jumlah rinciannya {gap}",
    "{code}: the ceiling without the sum of its parts is {gap}",
)


def _money(spent: Absorption, lang: Lang) -> tuple[str, str, str]:
    realization = "–" if spent.realization is None else rupiah_text(spent.realization, lang)
    share = "–" if spent.value is None else format_number(spent.value, decimals=2, lang=lang)
    return rupiah_text(spent.ceiling, lang), realization, share
