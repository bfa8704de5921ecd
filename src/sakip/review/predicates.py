"""Predikat tercetak: labels beside percentages, compared with a scale, with each other and with the target."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from sakip.base.finding import Finding
from sakip.base.rule import Rule
from sakip.base.text import Text
from sakip.policies.indonesia.lkjip import FIVE_BANDS
from sakip.review.line import ReviewLine
from sakip.review.placing import Placing
from sakip.scoring.grading import GradeScale

__all__ = ["RULES", "predicate_findings"]

SCALE = Rule(
    "REV-PREDICATE",
    "error",
    Text(
        "Predikat tercetak '{predicate}', padahal {value} termasuk '{expected}' menurut skala {scale}",
        "The predicate printed is '{predicate}', but {value} is '{expected}' on the scale {scale}",
    ),
)
GAP = Rule(
    "REV-PREDICATE-GAP",
    "note",
    Text(
        "{value} jatuh di antara dua kelas yang dicetak bulat ({below} dan {above}); predikat '{predicate}' tidak dapat"
        " diperiksa",
        "{value} falls between two classes that are printed in whole numbers ({below} and {above}); the predicate"
        " '{predicate}' cannot be checked",
    ),
)
ORDER = Rule(
    "REV-PREDICATE-ORDER",
    "error",
    Text(
        "'{low}' untuk {high_value} pada baris {row}, tetapi '{high}' untuk {low_value} di sini; satu skala tidak dapat"
        " memuat keduanya",
        "'{low}' for {high_value} in row {row}, but '{high}' for {low_value} here; no scale can hold both",
    ),
)
MET = Rule(
    "REV-PREDICATE-MET",
    "error",
    Text(
        "Tercetak '{predicate}', padahal realisasi {realization} terhadap target {target} berarti {status}",
        "'{predicate}' is printed, but a realization of {realization} against a target of {target} means {status}",
    ),
)

RULES: tuple[Rule, ...] = (SCALE, GAP, ORDER, MET)

# From the worst to the best; labels of one list are ordered by it, and any others by the mean of their values.
_ORDERS: tuple[tuple[str, ...], ...] = (
    ("sangat rendah", "rendah", "sedang", "tinggi", "sangat tinggi"),
    ("sangat kurang", "kurang", "cukup", "baik", "sangat baik", "istimewa"),
    ("buruk", "kurang", "cukup", "baik", "sangat baik", "memuaskan"),
    ("tidak baik", "kurang baik", "cukup baik", "baik", "sangat baik"),
    ("sangat tidak berhasil", "tidak berhasil", "kurang berhasil", "cukup berhasil", "berhasil", "sangat berhasil"),
    ("e", "d", "c", "cc", "b", "bb", "a", "aa"),
    ("merah", "kuning", "hijau", "biru"),
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
_MET = frozenset({"tercapai", "berhasil", "terpenuhi", "memenuhi target", "melampaui", "melampaui target", "met"})
_MISSED = frozenset(
    {"tidak tercapai", "belum tercapai", "tidak berhasil", "belum berhasil", "tidak terpenuhi", "not met"}
)
_STATUS = {True: Text("tercapai", "met"), False: Text("tidak tercapai", "not met")}


def predicate_findings(lines: Sequence[ReviewLine], scale: GradeScale | None, place: Placing) -> Iterator[Finding]:
    """Temuan predikat: labels that contradict a scale, each other, or the row that they stand in.

    Args:
        lines: The lines of the table.
        scale: The scale of the region's rule; without one the usual five bands, where all labels are theirs.
        place: Where a finding stands.
    """
    labelled = [(line, _label(line.predicate)) for line in lines if line.predicate]
    graded = [
        (line, label, line.printed)
        for line, label in labelled
        if label not in _MET | _MISSED and line.printed is not None
    ]
    for line, label in labelled:
        if label in _MET | _MISSED:
            yield from _met(line, met=label in _MET, place=place)
    known = scale or (FIVE_BANDS if {label for _, label, _ in graded} <= _labels(FIVE_BANDS) else None)
    if known is not None:
        for line, label, value in graded:
            yield from _on_scale(line, label, value, known, place)
    else:
        found = list(_in_order(graded, place))
        # The labels of an evaluation grade what was realized, and not the percentage of its target.
        realized = [(line, label, line.realization.value) for line, label, _ in graded]
        by_realization = [(line, label, value) for line, label, value in realized if value is not None]
        if found and (len(by_realization) < len(graded) or any(_in_order(by_realization, place))):
            yield from found


def _label(text: str) -> str:
    return " ".join(_BRACKETS.sub(" ", text).split()).casefold()


def _as_on(scale: GradeScale, label: str) -> str:
    return next(one for one in scale.labels if one.casefold() == label)


def _labels(scale: GradeScale) -> set[str]:
    return {label.casefold() for label in scale.labels}


def _on_scale(line: ReviewLine, label: str, value: Fraction, scale: GradeScale, place: Placing) -> Iterator[Finding]:
    if label not in _labels(scale):
        return
    expected = scale.grade(value)
    if expected is None or expected.casefold() == label:
        return
    cut = scale.interval(expected).high
    # The bands of this scale are printed as 76-90 and 91-100: what lies between has no printed class.
    if scale is FIVE_BANDS and cut is not None and cut - 1 < value < cut and scale.grade(cut) == _as_on(scale, label):
        yield place(GAP, line, "predicate", value=value, below=cut - 1, above=cut, predicate=line.predicate)
        return
    yield place(
        SCALE,
        line,
        "predicate",
        predicate=line.predicate,
        value=value,
        expected=expected,
        scale=Text.literal(", ".join(reversed(scale.labels))),
    )


def _in_order(graded: Sequence[tuple[ReviewLine, str, Fraction]], place: Placing) -> Iterator[Finding]:
    """Labels whose values overlap: some row has the better label for less than another has the worse one for."""
    spans: dict[str, tuple[tuple[ReviewLine, Fraction], tuple[ReviewLine, Fraction]]] = {}
    sums: dict[str, tuple[Fraction, int]] = {}
    for line, label, value in graded:
        low, high = spans.get(label, ((line, value), (line, value)))
        spans[label] = ((line, value) if value < low[1] else low, (line, value) if value > high[1] else high)
        total, count = sums.get(label, (Fraction(0), 0))
        sums[label] = total + value, count + 1
    known = next((order for order in _ORDERS if spans.keys() <= set(order)), None)
    if known is not None:
        order = [label for label in known if label in spans]
    else:
        order = sorted(spans, key=lambda label: sums[label][0] / sums[label][1])
    for worse, better in pairwise(order):
        (highest, top), (lowest, bottom) = spans[worse][1], spans[better][0]
        if top > bottom:
            yield place(
                ORDER,
                lowest,
                "predicate",
                low=highest.predicate,
                high_value=top,
                row=highest.row,
                high=lowest.predicate,
                low_value=bottom,
            )


def _met(line: ReviewLine, *, met: bool, place: Placing) -> Iterator[Finding]:
    """A word that says whether the target was reached, against the numbers of its row."""
    target, realization = line.target.value, line.realization.value
    if target is None or realization is None:
        return
    direction = line.stated or line.polarity or line.suggested
    if target == realization:
        reached = True
    elif direction is None or direction == "stabilize":
        return  # either word may be right
    else:
        reached = realization > target if direction == "maximize" else realization < target
    if reached != met:
        yield place(
            MET,
            line,
            "predicate",
            predicate=line.predicate,
            realization=line.realization.text,
            target=line.target.text,
            status=_STATUS[reached],
        )
