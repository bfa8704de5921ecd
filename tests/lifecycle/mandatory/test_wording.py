"""What must be promised, in words."""

from datetime import date
from typing import Any

import pytest

from sakip import BPK_OPINIONS, Level, Range
from sakip.lifecycle.mandatory.wording import consolidation_text, wanted_text
from tests.lifecycle.making import CONSOLIDATIONS
from tests.lifecycle.mandatory.making import asked, indicator

OPINION = indicator("OPINI", "Opini BPK", unit=None, scale=BPK_OPINIONS, polarity="minimize")
FEW = indicator(unit="aduan", polarity="minimize")
STABLE = indicator(unit=None, polarity="stabilize")
PLAIN = indicator(unit=None)


@pytest.mark.parametrize(
    ("of", "target", "binding", "indonesian", "english"),
    [
        (None, "85.5", "no_weaker", "sekurang-kurangnya 85,5 %", "at least 85.5 %"),
        (None, 85, "exact", "tepat 85 %", "exactly 85 %"),
        (FEW, 3, "no_weaker", "paling banyak 3 aduan", "at most 3 aduan"),
        (STABLE, Range(2, 4), "no_weaker", "dalam 2–4", "within 2–4"),
        (None, Range(80, 90), "no_weaker", "sekurang-kurangnya 80 %", "at least 80 %"),
        (None, Range(80, 90), "exact", "tepat 80–90 %", "exactly 80–90 %"),
        (FEW, Range(1, 3), "no_weaker", "paling banyak 3 aduan", "at most 3 aduan"),
        (OPINION, Level("WTP"), "no_weaker", "sekurang-kurangnya WTP", "at least WTP"),
        (PLAIN, date(2022, 11, 30), "no_weaker", "paling lambat 30 November 2022", "by 30 November 2022"),
        (None, 85, "own", "target sendiri", "its own target"),
        (None, None, "own", "target sendiri", "its own target"),
    ],
    ids=str,
)
def test_wanted(of: Any, target: Any, binding: Any, indonesian: str, english: str) -> None:
    """The binding and the direction decide the words."""
    one = asked(of=of, target=target, binding=binding)
    assert (wanted_text(one, "id"), wanted_text(one, "en")) == (indonesian, english)


def test_every_consolidation_has_its_words() -> None:
    """No identifier is shown to people."""
    words = {consolidation_text(one).render(lang) for one in CONSOLIDATIONS for lang in ("id", "en")}  # type: ignore[arg-type]
    assert len(words) == 2 * len(CONSOLIDATIONS)
    assert not words.intersection(CONSOLIDATIONS)
