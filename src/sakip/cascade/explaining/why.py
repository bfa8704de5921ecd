"""Sebab tidak terurai: why a difference or a number cannot be taken apart to the end."""

from typing import Literal

from sakip.base.text import Text
from sakip.cascade.case.case import Case
from sakip.cascade.explaining.shapley import MOST_MOVED
from sakip.cascade.inputs.link import LinkKind
from sakip.cascade.rollup.rollup import Rolled

__all__ = ["Why", "why_not_rolled", "why_text", "why_unknown"]

Why = Literal[
    "no-arithmetic",
    "mixed-arithmetic",
    "cycle",
    "target-unknown",
    "actual-unknown",
    "none-applies",
    "children-unknown",
    "components-unknown",
    "weights-unknown",
    "unlike-holders",
    "outside-unknown",
    "no-trajectory",
    "too-many-children",
]
"""Sebab: why a difference cannot be taken apart to the end."""

_WHY: dict[Why, Text] = {
    "no-arithmetic": Text("tidak ada tautan hitung ke indikator ini", "no arithmetic link arrives at this indicator"),
    "mixed-arithmetic": Text(
        "tautan hitungnya lebih dari satu jenis", "its arithmetic links are of more than one kind"
    ),
    "cycle": Text("indikator ini menyumbang kepada dirinya sendiri", "the indicator contributes to itself"),
    "target-unknown": Text("targetnya bukan satu angka", "its target is not one number"),
    "actual-unknown": Text("realisasinya belum ada", "there is no realization"),
    "none-applies": Text("tidak satu pun bawahan berlaku", "none of the children applies"),
    "children-unknown": Text("ada angka bawahan yang belum diketahui", "a number of a child is not known"),
    "components-unknown": Text(
        "ada pembilang atau penyebut bawahan yang belum diketahui", "a numerator or denominator of a child is not known"
    ),
    "weights-unknown": Text("bobot bawahan tidak lengkap", "the weights of the children are incomplete"),
    "unlike-holders": Text(
        "para pemegang bersama mempunyai angka yang berbeda", "those who hold it together have different numbers"
    ),
    "outside-unknown": Text(
        "realisasi di luar kaskade belum dinyatakan", "what was delivered outside the cascade is not stated"
    ),
    "no-trajectory": Text(
        "ada yang dijanjikan untuk setahun saja, tanpa lintasan target sampai periode ini",
        "something is promised for the whole year only, without a trajectory through this period",
    ),
    "too-many-children": Text(
        f"lebih dari {MOST_MOVED} bawahan berubah, sehingga andil masing-masing tidak dihitung",
        f"more than {MOST_MOVED} children change, so that the share of each is not computed",
    ),
}


def why_text(why: Why) -> Text:
    """Sebab terbaca: why a difference cannot be taken apart to the end, in words.

    Examples:
        >>> why_text("cycle").render("id")
        'indikator ini menyumbang kepada dirinya sendiri'
    """
    return _WHY[why]


def why_not_rolled(case: Case, node: int) -> Why:
    """Sebab tanpa gabungan: why the children of a node make no number.

    Examples:
        >>> from datetime import date
        >>> from sakip.cascade import Cascade, validate
        >>> from sakip.testing import example_agreement
        >>> why_not_rolled(validate(Cascade([example_agreement()]), as_of=date(2025, 12, 31)).case, 0)
        'no-arithmetic'
    """
    if case.graph.component[node] >= 0:
        return "cycle"
    return "mixed-arithmetic" if case.has_arithmetic(node) else "no-arithmetic"


def why_unknown(rolled: Rolled) -> Why | None:
    """Sebab tanpa angka: why children that are put together make no number; None where they do.

    Examples:
        >>> from sakip.cascade.rollup.rollup import roll
        >>> why_unknown(roll("sum", []))
        'none-applies'
    """
    if not rolled.operands:
        return "none-applies"
    if rolled.point is not None:
        return None
    reasons: dict[LinkKind, Why] = {
        "pool": "components-unknown",
        "weighted": "weights-unknown",
        "same": "unlike-holders",
        "sum": "outside-unknown",
    }
    if any(one.cell.point is None for one in rolled.operands):
        return "children-unknown"
    return reasons.get(rolled.kind, "children-unknown")
