"""Tabel keputusan: an answer for every combination of named inputs."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import product

from attrs import field, frozen

from sakip.base.kind import listed, none_or, parted
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import require_text
from sakip.errors import InvalidValueError

__all__ = ["Lookup"]


def _id(value: str) -> str:
    return require_text(value, "Lookup.id")


def _inputs(value: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    words = "('late', 'on_time')"
    return tuple(
        tuple(require_text(word, "Lookup.inputs") for word in listed(one, "Lookup.inputs", words))
        for one in listed(value, "Lookup.inputs", words)
    )


def _table(
    value: Iterable[tuple[tuple[str, ...], Number | None]],
) -> tuple[tuple[tuple[str, ...], Decimal | None], ...]:
    row = "(('on_time',), 100)"
    return tuple(
        (
            tuple(require_text(word, "Lookup.table") for word in listed(keys, "Lookup.table", row)),
            None if answer is None else admit(answer, "Lookup.table"),
        )
        for keys, answer in (parted(one, 2, "Lookup.table", row) for one in listed(value, "Lookup.table", row))
    )


def _reference(value: Reference | None) -> Reference | None:
    return none_or(Reference, value, "Lookup.reference", "Reference('Perbup 1/2026', certainty='read')")


@frozen
class Lookup:
    """Tabel keputusan: total, so that no combination of inputs is left without an answer.

    Attributes:
        id: Stable name.
        inputs: The words that each input may take.
        table: (inputs, answer) pairs; an answer of None means that the rule states no number for that case.
        reference: Where the table comes from.

    Raises:
        InvalidValueError: A combination without an answer, with two, or one that cannot occur.

    Examples:
        >>> rule = Lookup("met-or-not", inputs=[("below", "equal", "above")],
        ...               table=[(("below",), 0), (("equal",), 100), (("above",), 100)])
        >>> rule.find("equal")
        Decimal('100')
    """

    id: str = field(converter=_id)
    inputs: tuple[tuple[str, ...], ...] = field(converter=_inputs, kw_only=True)
    table: tuple[tuple[tuple[str, ...], Decimal | None], ...] = field(converter=_table, kw_only=True)
    reference: Reference | None = field(default=None, converter=_reference, kw_only=True)

    def __attrs_post_init__(self) -> None:
        asked = set(product(*self.inputs))
        given = [keys for keys, _ in self.table]
        if set(given) == asked and len(given) == len(asked):
            return
        missing, extra = sorted(asked - set(given)), sorted(set(given) - asked)
        twice = sorted({keys for keys in given if given.count(keys) > 1})
        raise InvalidValueError(
            code="lookup-not-total",
            path=f"Lookup[{self.id}]",
            value=missing + extra + twice,
            problem=(
                "ada kombinasi tanpa jawaban, ganda atau asing",
                "combinations without an answer, twice or unknown",
            ),
            way_out=("Beri tepat satu jawaban untuk tiap kombinasi", "Give each combination exactly one answer"),
        )

    __reduce__ = reduce_by_fields

    def find(self, *keys: str) -> Decimal | None:
        """Cari: the answer for one combination.

        Raises:
            InvalidValueError: A combination that is not in the table.
        """
        for given, answer in self.table:
            if given == keys:
                return answer
        raise InvalidValueError(
            code="lookup-unknown",
            path=f"Lookup[{self.id}]",
            value=keys,
            problem=("kombinasi tidak dikenal", "unknown combination"),
            way_out=(f"Pilih dari {self.inputs}", f"Choose from {self.inputs}"),
        )

    def canonical(self) -> dict[str, object]:
        """Bentuk baku: the table as plain data."""
        return {
            "id": self.id,
            "inputs": [list(words) for words in self.inputs],
            "table": [[list(keys), None if answer is None else str(answer)] for keys, answer in self.table],
            "reference": None if self.reference is None else self.reference.canonical(),
        }
