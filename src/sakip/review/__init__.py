"""Telaah: whether a published report computes, which formula each of its numbers follows, and which are wrong."""

from sakip.review.document import Heading, Paragraph
from sakip.review.effects import Effect, Effects, Means
from sakip.review.fitting import Fit
from sakip.review.habits import Habits
from sakip.review.hypotheses import CAUSES, PresumedCause
from sakip.review.judging import VERDICTS
from sakip.review.line import NOT_COMPUTABLE, ReviewLine
from sakip.review.result import Review
from sakip.review.reviewing import review
from sakip.review.seen import CellDetails, SeenCell, Spoken
from sakip.review.summary import ReviewSummary, summarize
from sakip.review.tabulation import REVIEW_COLUMNS

__all__ = [
    "CAUSES",
    "NOT_COMPUTABLE",
    "REVIEW_COLUMNS",
    "VERDICTS",
    "CellDetails",
    "Effect",
    "Effects",
    "Fit",
    "Habits",
    "Heading",
    "Means",
    "Paragraph",
    "PresumedCause",
    "Review",
    "ReviewLine",
    "ReviewSummary",
    "SeenCell",
    "Spoken",
    "review",
    "summarize",
]
