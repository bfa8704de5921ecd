"""Ringkasan: an evaluation in three sentences for someone who does not program."""

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.text import Lang, Text
from sakip.scoring.aggregation import Root
from sakip.scoring.judging import MISSING_CODES
from sakip.scoring.outcome import Reason, decimals_of
from sakip.scoring.step import values
from sakip.scoring.wording import (
    enumerated,
    grade_note,
    grade_text,
    points_text,
    scope_text,
    score_text,
)

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation
    from sakip.scoring.parts import IndicatorEvaluation

__all__ = ["summary"]


def summary(evaluation: "Evaluation", lang: Lang) -> str:
    """Ringkasan: three sentences for someone who does not program."""
    kinds = [_kind(one) for one in evaluation]
    return " ".join(
        [
            _first(evaluation, lang),
            _second(evaluation, kinds, lang),
            f"{_third(evaluation, kinds, lang)}.",
        ]
    )


def _kind(result: "IndicatorEvaluation") -> str:
    """The status, or ``unreported`` even where a rule scores what was not reported."""
    fact = result.fact
    return "unreported" if isinstance(fact, Reason) and fact.code in MISSING_CODES else result.status


def _first(evaluation: "Evaluation", lang: Lang) -> str:
    arguments = {"position": evaluation.agreement.first_party.position, "scope": _scope(evaluation, lang)}
    reason = evaluation.score.reason
    if reason is not None:
        words = (
            Text(
                "Kinerja {position}{scope} belum dapat dinilai ({why}).",
                "The performance of {position}{scope} cannot be scored yet ({why}).",
            )
            if any(_may_come(one) for one in evaluation.missing)
            else Text(
                "Kinerja {position}{scope} tidak bernilai ({why}).",
                "The performance of {position}{scope} has no score ({why}).",
            )
        )
        return words.render(lang, {**arguments, "why": reason.text(lang)})
    words = Text(
        "Kinerja {position}{scope} bernilai {score}{grade}{note}.",
        "The performance of {position}{scope} scores {score}{grade}{note}.",
    )
    note = "" if evaluation.completeness == "final" else Text(" (sementara)", " (provisional)").render(lang)
    score = score_text(evaluation.score, lang)
    return words.render(lang, {**arguments, "score": score, "grade": _grade(evaluation, lang), "note": note})


def _may_come(result: "IndicatorEvaluation") -> bool:
    """Whether a score only waits for something that is still to be given."""
    reason = result.trace
    return isinstance(reason, Reason) and reason.code in (*MISSING_CODES, "awaiting-release", "below-minimum-status")


def _grade(evaluation: "Evaluation", lang: Lang) -> str:
    scale, score, grade = evaluation.policy.scale, evaluation.score, evaluation.grade
    label, note = grade_text(scale, score, grade, lang), grade_note(scale, score, grade, lang)
    if grade is not None:
        label = Text("predikat {grade}", "grade {grade}").render(lang, {"grade": grade})
    return f", {label}{f' {note}' if note else ''}" if label else ""


def _scope(evaluation: "Evaluation", lang: Lang) -> str:
    kind, period = evaluation.scope
    if kind == "year":
        return ""
    scope = scope_text(kind, period, lang)
    return f" {scope}" if kind == "through" else Text(" pada {scope}", " in {scope}").render(lang, {"scope": scope})


def _second(evaluation: "Evaluation", kinds: list[str], lang: Lang) -> str:
    words = Text(
        "Dari {all} {noun}, {met} tercapai, {missed} tidak tercapai, {unreported} belum dilaporkan{more}.",
        "Of {all} {noun}, {met} met, {missed} missed, {unreported} not reported{more}.",
    )
    counts = Counter(kinds)
    scored = counts["unreported"] and evaluation.policy.not_reported == "scores_zero"
    more = [Text(" (dinilai menurut aturan)", " (scored by rule)").render(lang)] if scored else []
    more += [
        part.render(lang, {"count": counts[kind], "why": _why(evaluation, kinds, kind, lang)})
        for kind, part in (
            ("not_scored", Text(", {count} tanpa nilai ({why})", ", {count} without a score ({why})")),
            ("left_out", Text(", {count} tidak diperhitungkan ({why})", ", {count} left out ({why})")),
        )
        if counts[kind]
    ]
    arguments: dict[str, Text | str | int] = {
        "all": len(evaluation),
        "noun": Text("indikator", "indicator" if len(evaluation) == 1 else "indicators"),
        "met": counts["met"],
        "missed": counts["missed"],
        "unreported": counts["unreported"],
        "more": "".join(more),
    }
    return words.render(lang, arguments)


def _why(evaluation: "Evaluation", kinds: list[str], kind: str, lang: Lang) -> str:
    """The reasons of all of one kind, each once; after the first two only that there are others."""
    pairs = zip(evaluation, kinds, strict=True)
    reasons = sorted({one.trace.text(lang) for one, own in pairs if own == kind and isinstance(one.trace, Reason)})
    others = Text("alasan lain", "other reasons").render(lang)
    return "; ".join([*reasons[:2], *([others] if len(reasons) > 2 else [])])


def _third(evaluation: "Evaluation", kinds: list[str], lang: Lang) -> str:
    causes = [(one.name.render(lang), one.points) for one in evaluation.contributions() if one.code is not None]
    most = max((points for _, points in causes), default=Fraction(0))
    if most > 0:
        names = sorted(name for name, points in causes if points == most)
        return f"{_cause(names, most, lang)}; {_distance(evaluation, lang)}"
    if evaluation.missing:
        return _missing(evaluation, lang)
    if evaluation.score.value is not None:
        missed = kinds.count("missed")
        words = Text(
            "Tidak ada indikator yang mengurangi nilai akhir{but}; {distance}",
            "No indicator takes points away from the total{but}; {distance}",
        )
        but = Text(" ({count} tidak tercapai)", " ({count} missed)").render(lang, {"count": missed}) if missed else ""
        return words.render(lang, {"but": but, "distance": _distance(evaluation, lang)})
    if set(kinds) == {"left_out"}:
        return Text("Tidak ada indikator yang masuk penilaian", "No indicator counts").render(lang)
    return Text("Nilai yang ada tidak dapat digabungkan", "The scores there are cannot be combined").render(lang)


def _cause(names: list[str], points: Fraction, lang: Lang) -> str:
    words = (
        Text(
            "Penyebab terbesar adalah {names}, yang mengurangi {points}",
            "The largest cause is {names}, which takes away {points}",
        )
        if len(names) == 1
        else Text(
            "Penyebab terbesar adalah {names}, yang masing-masing mengurangi {points}",
            "The largest causes are {names}, each of which takes away {points}",
        )
    )
    return words.render(lang, {"names": enumerated(names, lang), "points": points_text(points, 2, lang)})


def _distance(evaluation: "Evaluation", lang: Lang) -> str:
    """How far the printed total lies from 100, and whether it only prints as 100."""
    value, trace = evaluation.score.value, evaluation.total_recorded
    assert value is not None
    assert not isinstance(trace, Reason)
    distance = 100 - Fraction(value)
    if not distance:
        exact = values(trace)[-2]
        level = exact.compare(100, 1) == 0 if isinstance(exact, Root) else exact == 100
        words = (
            Text("nilai akhir tepat 100", "the total is exactly 100")
            if level
            else Text("nilai akhir dibulatkan menjadi 100", "the total rounds to 100")
        )
        return words.render(lang)
    words = (
        Text("nilai akhir {points} di bawah 100", "the total is {points} below 100")
        if distance > 0
        else Text("nilai akhir {points} di atas 100", "the total is {points} above 100")
    )
    return words.render(lang, {"points": points_text(abs(distance), decimals_of(value), lang)})


def _missing(evaluation: "Evaluation", lang: Lang) -> str:
    """What to report first; where everything was reported, what has no score for another reason."""
    unreported = [one for one in evaluation.missing if _kind(one) == "unreported"]
    names = sorted(one.target.indicator.name for one in unreported or evaluation.missing)
    words = (
        Text("Yang pertama perlu dilengkapi: {names}", "To be completed first: {names}")
        if unreported
        else Text("Tanpa nilai: {names}", "Without a score: {names}")
    )
    return words.render(lang, {"names": enumerated(names, lang)})
