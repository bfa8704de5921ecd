"""Selisih versi: everything that differs between two agreements, which makes the one out of the other."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import of_kind, tuple_of
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang, require_text
from sakip.errors import InvalidValueError
from sakip.model.agreement import Agreement
from sakip.model.edit import Edit, EditKind, EditPart
from sakip.model.lineage import earlier_code, trend_of
from sakip.model.spreading import Item, Parts, gathered, keyed_objectives, spread, unfolded

__all__ = ["Difference", "apply", "difference"]

_Cell = str | int | Decimal | date | None
_TITLE = Text("Perubahan dari {old} ke {new}", "Changes from {old} to {new}")
_HEADS = (
    Text("Bagian", "Part"),
    Text("Perubahan", "Change"),
    Text("Semula", "Before"),
    Text("Menjadi", "After"),
)
_NONE = Text("Tidak ada yang berubah.", "Nothing has changed.")
_BREAK = Text(
    "Kecenderungan {later} terputus dari {earlier}: definisinya berubah, angkanya tidak dapat dibandingkan",
    "The trend of {later} is broken from {earlier}: its definition changed, the numbers cannot be compared",
)


def _old(value: str) -> str:
    return require_text(value, "Difference.old")


def _new(value: str) -> str:
    return require_text(value, "Difference.new")


def _edits(value: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple_of(Edit, value, "Difference.edits", "Edit('target', 'IKU-1', 'value', 'changed', 80, 90)")


@frozen
class Difference:
    """Selisih versi: what changed from one version of an agreement to another.

    Attributes:
        old: Code of the version from which it is told.
        new: Code of the version to which it leads.
        edits: Every change: of the agreement's own fields, of objectives, targets, trajectories and budget lines.
        breaks: Pairs of the earlier and the later code of each indicator whose trend is broken, because its definition
            changed or because it replaces another.

    Raises:
        InvalidValueError: Something that is no `Edit` among the changes.

    Examples:
        >>> from sakip import History
        >>> from sakip.testing import example_agreement
        >>> old = example_agreement()
        >>> new = old.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> found = History([old, new]).diff(old, new)
        >>> found.edits[-1].path, found.edits[-1].after, found.apply(old) == new
        ('targets[PLAN-1].value', Decimal('3'), True)
    """

    old: str = field(converter=_old)
    new: str = field(converter=_new)
    edits: tuple[Edit, ...] = field(default=(), converter=_edits)
    breaks: tuple[tuple[str, str], ...] = ()

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    def __len__(self) -> int:
        return len(self.edits)

    def apply(self, agreement: Agreement) -> Agreement:
        """Terapkan: the agreement with these changes; applied to the old version it gives the new one.

        Raises:
            InvalidValueError: The agreement is not as the changes found it, or the result cannot be an agreement.
        """
        return apply(agreement, self)

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, _Cell]]:
        """Baris perubahan: one flat dict a change, for data frames, JSON and PHP.

        Its keys are ``path``, ``part``, ``key``, ``field``, ``kind``, ``what`` and ``word`` (both for people),
        ``before`` and ``after``: numbers and dates as they are, everything else as text, None where there is nothing.

        Args:
            lang: The language of the texts.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "Difference.rows.numbers")
        return in_form((_row(edit, lang) for edit in self.edits), form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel perubahan: one row a change, and a note for each trend that is broken."""
        require_lang(lang)
        return Table(
            title=_TITLE.render(lang, {"old": self.old, "new": self.new}),
            columns=[Column(head.render(lang)) for head in _HEADS],
            rows=[(edit.what(lang), edit.word(lang), *edit.texts(lang)) for edit in self.edits],
            notes=[_BREAK.render(lang, {"earlier": earlier, "later": later}) for earlier, later in self.breaks],
        )

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks perubahan: the table for a terminal, or one line when nothing has changed.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000; without one it is 80.
        """
        table = self.table(lang).text(width)
        return table if self.edits else _NONE.render(lang)

    def _repr_html_(self) -> str:
        return self.table().html()


def _row(edit: Edit, lang: Lang) -> dict[str, _Cell]:
    texts = edit.texts(lang)
    before, after = (_cell(value, text) for value, text in zip((edit.before, edit.after), texts, strict=True))
    return {
        "path": edit.path,
        "part": edit.part,
        "key": edit.key,
        "field": edit.field,
        "kind": edit.kind,
        "what": edit.what(lang),
        "word": edit.word(lang),
        "before": before,
        "after": after,
    }


def _cell(value: object, text: str) -> _Cell:
    return value if value is None or isinstance(value, int | Decimal | date) else text


def difference(old: Agreement, new: Agreement) -> Difference:
    """Bandingkan versi: everything that differs from one agreement to another.

    Targets are matched by the code of their indicator, or by the code that `Indicator.same_as` and
    `Indicator.replaces` name; objectives by their code or name, or by a target that they share.

    Raises:
        InvalidValueError: Something that is no agreement, or an agreement with two targets for one indicator.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> len(difference(example_agreement(), example_agreement()))
        0
    """
    before, after = _single(old, "diff.old"), _single(new, "diff.new")
    was = spread(before)
    now = spread(after, _matched_targets(before, after), _matched_objectives(before, after))
    pairs = [(was[item].indicator, now[item].indicator) for item in now if item.part == "target" and item in was]
    return Difference(
        before.code,
        after.code,
        [edit for item in {**was, **now} for edit in _between(item, was, now, after.retired)],
        tuple((one.code, other.code) for one, other in pairs if trend_of(one, other) == "broken"),
    )


def _single(value: Agreement, path: str) -> Agreement:
    agreement = of_kind(Agreement, value, path, "Agreement('PK-1', year=2025, first_party=..., objectives=[...])")
    if twice := agreement._plan.twice:
        raise InvalidValueError(
            code="target-twice",
            path=path,
            value=twice[0],
            problem=(f"indikator ini punya dua target dalam {agreement.code}", f"two targets in {agreement.code}"),
            way_out=("Sisakan satu target untuk tiap indikator", "Keep one target for each indicator"),
        )
    return agreement


def _matched_targets(old: Agreement, new: Agreement) -> dict[str, str]:
    """The code of each new target as it stood, where it is another."""
    known, present = old._plan.index, new._plan.index
    found: dict[str, str] = {}
    for target in new.targets:
        origin = earlier_code(target.indicator)
        if target.code not in known and origin in known and origin not in {*present, *found.values()}:
            found[target.code] = origin
    return found


def _matched_objectives(old: Agreement, new: Agreement) -> dict[str, str]:
    """The key of each new objective as it stood, where it is another: one that shares a target goes on."""
    was, now = keyed_objectives(old), keyed_objectives(new)
    free = {key: {target.code for target in one.targets} for key, one in was.items() if key not in now}
    found: dict[str, str] = {}
    for key, one in now.items():
        codes = {target.code for target in one.targets}
        match = next((origin for origin, known in free.items() if key not in was and known & codes), None)
        if match is not None:
            del free[match]
            found[key] = match
    return found


def _between(item: Item, was: Mapping[Item, Any], now: Mapping[Item, Any], retired: tuple[str, ...]) -> Iterator[Edit]:
    part, key = item
    before, after = was.get(item), now.get(item)
    if before is None:
        yield Edit(part, key, None, "added", None, after)
    elif after is None:
        kind: EditKind = "retired" if part == "target" and key in retired else "removed"
        yield Edit(part, key, None, kind, before, None)
    elif part == "agreement" or key is not None:
        yield from _within(key, unfolded(part, before), unfolded(part, after))
    elif after != _order(before, was, now, part):
        yield Edit(part, None, "order", "changed", before, after)


def _order(before: tuple[str, ...], was: Container[Item], now: Mapping[Item, Any], part: EditPart) -> tuple[str, ...]:
    """The order that comes about of itself: what stays, then what is added."""
    added = [key for of, key in now if of == part and key is not None and Item(of, key) not in was]
    return (*(key for key in before if Item(part, key) in now), *added)


def _within(key: str | None, was: Parts, now: Parts) -> Iterator[Edit]:
    for name in {**was, **now}:
        before, after = was.get(name), now.get(name)
        if before != after:
            yield Edit(name[0], key, name[1], "changed", before, after)


_OWNERS: dict[EditPart, EditPart] = {"indicator": "target", "trajectory": "target"}


def apply(agreement: Agreement, changes: Difference) -> Agreement:
    """Terapkan selisih: an agreement with the changes of a difference; the old version becomes the new one.

    Raises:
        InvalidValueError: Something that is no agreement or no difference, an agreement that is not as the changes
            found it, or a result that cannot be an agreement.

    Examples:
        >>> from sakip.testing import example_agreement
        >>> old = example_agreement()
        >>> new = old.amend(code="PK-P", signed_on=date(2025, 9, 1), reason="strategy", targets={"PLAN-1": 3})
        >>> apply(old, difference(old, new)) == new
        True
    """
    of_kind(Difference, changes, "apply.changes", "history.diff(old, new)")
    values = spread(_single(agreement, "apply.agreement"))
    parts = {item: unfolded(item.part, value) for item, value in values.items()}
    for edit in changes:
        item = Item(_OWNERS.get(edit.part, edit.part), edit.key)
        found = values.get(item) if edit.field is None else parts.get(item, {}).get((edit.part, edit.field))
        if found != edit.before:
            raise _unfit(edit)
        _make(item, edit, parts)
    try:
        return gathered(agreement, parts)
    except KeyError:
        raise _unfit(changes.edits[-1]) from None


def _make(item: Item, edit: Edit, parts: dict[Item, Parts]) -> None:
    part, key, name = edit.place
    if name is not None:
        parts[item][part, name] = edit.after
        if part == "trajectory" and edit.after is None:
            del parts[item][part, name]
        return
    if edit.after is None:
        del parts[item]
    else:
        parts[item] = unfolded(part, edit.after)
    if part != "target" and key is not None:
        order = parts[Item(part, None)]
        kept = tuple(one for one in order[part, "order"] if one != key)
        if edit.after is None:
            order[part, "order"] = kept
        elif key not in order[part, "order"]:  # where the order changed as well, it is there already
            order[part, "order"] = (*kept, key)


def _unfit(edit: Edit) -> InvalidValueError:
    return InvalidValueError(
        code="difference-unfit",
        path="apply",
        value=edit.path,
        problem=(
            "perjanjian ini tidak seperti versi yang menjadi dasar selisih itu",
            "the agreement is not as the changes found it",
        ),
        way_out=("Terapkan pada versi lama yang dibandingkan", "Apply them to the old version that was compared"),
    )
