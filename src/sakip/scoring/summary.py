"""Ringkasan: an evaluation in three sentences for someone who does not program."""

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip.base.notation import format_number
from sakip.base.number import decimal_of_fraction
from sakip.base.text import Lang, Text
from sakip.scoring.judging import MISSING_CODES
from sakip.scoring.outcome import Reason
from sakip.scoring.wording import score_text

if TYPE_CHECKING:
    from sakip.scoring.evaluation import Evaluation, IndicatorEvaluation

__all__ = ["summary"]


def summary(evaluation: "Evaluation", lang: Lang) -> str:
    """Ringkasan: three sentences for someone who does not program."""
    return " ".join([_first(evaluation, lang), _second(evaluation, lang), _third(evaluation, lang)])


def _first(evaluation: "Evaluation", lang: Lang) -> str:
    position = evaluation.agreement.first_party.position
    if evaluation.score.value is None:
        words = Text(
            "Kinerja {position} belum dapat dinilai ({why}).",
            "The performance of {position} cannot be scored yet ({why}).",
        )
        reason = evaluation.score.reason
        assert reason is not None
        return words.render(lang, {"position": position, "why": reason.text(lang)})
    words = Text(
        "Kinerja {position} bernilai {score}{grade}{note}.",
        "The performance of {position} scores {score}{grade}{note}.",
    )
    grade = (
        Text(", predikat {grade}", ", grade {grade}").render(lang, {"grade": evaluation.grade})
        if evaluation.grade
        else ""
    )
    note = "" if evaluation.completeness == "final" else Text(" (sementara)", " (provisional)").render(lang)
    return words.render(
        lang, {"position": position, "score": score_text(evaluation.score, lang), "grade": grade, "note": note}
    )


def _second(evaluation: "Evaluation", lang: Lang) -> str:
    counts = Counter(_kind(one) for one in evaluation)
    words = Text(
        "Dari {all} indikator, {met} tercapai, {missed} tidak tercapai, {unreported} belum dilaporkan{other}.",
        "Of {all} {noun}, {met} met, {missed} missed, {unreported} not reported{other}.",
    )
    other = Text(", {rest} tidak dinilai karena alasan lain", ", {rest} not scored for other reasons")
    rest = counts["not_scored"] + counts["left_out"]
    arguments: dict[str, str | int] = {
        "all": len(evaluation),
        "noun": "indicator" if len(evaluation) == 1 else "indicators",
        "met": counts["met"],
        "missed": counts["missed"],
        "unreported": counts["unreported"],
        "other": other.render(lang, {"rest": rest}) if rest else "",
    }
    return words.render(lang, arguments)


def _kind(result: "IndicatorEvaluation") -> str:
    """The status, or ``unreported`` even where a rule scores what was not reported."""
    fact = result.fact
    return "unreported" if isinstance(fact, Reason) and fact.code in MISSING_CODES else result.status


def _third(evaluation: "Evaluation", lang: Lang) -> str:
    causes = [one for one in evaluation.contributions() if one.code is not None and one.points > 0]
    if causes and evaluation.score.value is not None:
        largest = max(causes, key=lambda one: one.points)
        distance = 100 - Fraction(evaluation.score.value)
        words = Text(
            "Penyebab terbesar adalah {name}, yang mengurangi {points} poin; nilai akhir {distance} poin {side} 100.",
            "The largest cause is {name}, which takes away {points} points; the total is {distance} points {side} 100.",
        )
        side = Text("di bawah", "below") if distance > 0 else Text("di atas", "above")
        return words.render(
            lang,
            {
                "name": largest.name,
                "points": format_number(decimal_of_fraction(largest.points, 2), decimals=2, lang=lang),
                "distance": format_number(abs(distance), decimals=2, lang=lang),
                "side": side,
            },
        )
    if evaluation.missing:
        names = ", ".join(one.target.indicator.name for one in evaluation.missing[:3])
        words = Text("Yang pertama perlu dilengkapi: {names}.", "To be completed first: {names}.")
        return words.render(lang, {"names": names})
    return Text("Tidak ada indikator di bawah 100.", "No indicator is below 100.").render(lang)
