"""Konsekuensi: what may be considered, who decides it, and what must be heard or checked first."""

from collections.abc import Iterable
from typing import Literal, get_args

from attrs import field, frozen

from sakip.base.choice import choose
from sakip.base.kind import of_kind, tuple_of
from sakip.base.number import admit_whole
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_text
from sakip.errors import InvalidValueError

__all__ = ["Consequence", "ConsequenceKind"]

ConsequenceKind = Literal["reward", "placement", "coaching", "sanction"]
"""Jenis konsekuensi: penghargaan, penempatan, pembinaan, sanksi."""

_KINDS = {
    "reward": Text("penghargaan", "reward"),
    "placement": Text("penempatan", "placement"),
    "coaching": Text("pembinaan", "coaching"),
    "sanction": Text("sanksi", "sanction"),
}


def _id(value: str) -> str:
    return require_text(value, "Consequence.id")


def _name(value: Text) -> Text:
    return of_kind(Text, value, "Consequence.name", "Text('pemberian penghargaan kinerja', 'a performance award')")


def _kind(value: ConsequenceKind) -> ConsequenceKind:
    problem = ("jenis konsekuensi tidak dikenal", "unknown kind of consequence")
    known = {"penghargaan": "reward", "penempatan": "placement", "pembinaan": "coaching", "sanksi": "sanction"}
    known |= {"mutasi": "placement", "rotasi": "placement", "hukuman": "sanction", "punishment": "sanction"}
    return choose(
        value, get_args(ConsequenceKind), "Consequence.kind", code="unknown-kind", problem=problem, known=known
    )


def _decided_by(value: Text) -> Text:
    return of_kind(Text, value, "Consequence.decided_by", "Text('Bupati selaku PPK', 'the Regent')")


def _first(value: Iterable[Text]) -> tuple[Text, ...]:
    return tuple_of(Text, value, "Consequence.first", "Text('pejabat yang bersangkutan didengar', 'hear the official')")


def _weight(value: int) -> int:
    return admit_whole(value, "Consequence.weight", low=1, high=100)


def _excludes(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tuple_of(str, value, "Consequence.excludes", "'rotation'")))


@frozen
class Consequence:
    """Konsekuensi: one thing that a policy recommends to be considered; it is never decided here.

    Attributes:
        id: Stable name.
        name: What is to be considered, as a noun that follows "to be considered:".
        kind: ``reward``, ``placement``, ``coaching`` or ``sanction``. A placement is neither good nor bad; coaching
            is lighter than any sanction.
        weight: How high a reward, or how heavy coaching or a sanction is, among those of its kind; 1 to 100.
        decided_by: Who must decide it.
        first: What must be heard or checked before; a sanction always has something.
        excludes: Ids of consequences that cannot be recommended beside it; a reward and a sanction never can.

    Raises:
        InvalidValueError: A field of another kind, or a sanction before which nothing is heard or checked.

    Examples:
        >>> from sakip import Text
        >>> regent = Text("Bupati selaku PPK", "the Regent")
        >>> award = Consequence("award", Text("piagam kinerja", "a certificate"), kind="reward", decided_by=regent)
        >>> award.weight, award.first
        (1, ())
    """

    id: str = field(converter=_id)
    name: Text = field(converter=_name)
    kind: ConsequenceKind = field(converter=_kind, kw_only=True)
    decided_by: Text = field(converter=_decided_by, kw_only=True)
    first: tuple[Text, ...] = field(default=(), converter=_first, kw_only=True)
    weight: int = field(default=1, converter=_weight, kw_only=True)
    excludes: tuple[str, ...] = field(default=(), converter=_excludes, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.kind == "sanction" and not self.first:
            raise InvalidValueError(
                code="sanction-unheard",
                path="Consequence.first",
                value=self.id,
                problem=(
                    "sanksi tanpa yang didengar atau diperiksa lebih dahulu",
                    "a sanction before which nothing is heard or checked",
                ),
                way_out=(
                    "Tulis first=[Text('pejabat yang bersangkutan didengar', 'the official is heard')]",
                    "Write first=[Text('pejabat yang bersangkutan didengar', 'the official is heard')]",
                ),
            )

    __reduce__ = reduce_by_fields

    @property
    def is_burden(self) -> bool:
        """Memberatkan: whether it is coaching or a sanction."""
        return self.kind in {"coaching", "sanction"}

    @property
    def burden(self) -> tuple[int, int]:
        """Beratnya: what is heavier is larger; (0, 0) for what is no burden."""
        return (1 + (self.kind == "sanction"), self.weight) if self.is_burden else (0, 0)

    @property
    def benefit(self) -> int:
        """Tingginya: what is a higher reward is larger; 0 for what is no reward."""
        return self.weight if self.kind == "reward" else 0

    def is_beside(self, other: "Consequence") -> bool:
        """Dapat bersama: whether both may be recommended at once."""
        if other.id == self.id:
            return True
        return {self.kind, other.kind} != {"reward", "sanction"} and not (
            other.id in self.excludes or self.id in other.excludes
        )

    def kind_text(self, lang: Lang = "id") -> str:
        """Jenis dalam kata: the kind in words.

        Raises:
            InvalidValueError: An unknown language.
        """
        return _KINDS[self.kind].render(lang)
