"""Where a rule comes from and how sure we are of it."""

import pickle
from typing import Any, get_args

import pytest

from sakip import Reference
from sakip.base.reference import Certainty
from sakip.errors import InvalidValueError
from tests.base.contract import facts_of


@pytest.mark.parametrize(
    ("certainty", "indonesian", "english"),
    [
        ("read", "dibaca pada naskahnya", "read in its text"),
        ("secondary", "dari sumber kedua", "from a secondary source"),
        ("memory", "dari ingatan, belum diperiksa", "from memory, not verified"),
        ("derived", "kesimpulan kami, bukan bunyi aturan", "our inference, not the rule's wording"),
        ("own", "aturan sendiri", "own rule"),
    ],
)
def test_certainty_is_said(certainty: Certainty, indonesian: str, english: str) -> None:
    """Each degree of certainty is written out in both languages, so that no reader takes a guess for the law."""
    reference = Reference("PermenPANRB 88/2021", article="Lampiran II", certainty=certainty)
    assert reference.text() == f"PermenPANRB 88/2021, Lampiran II ({indonesian})"
    assert reference.text("en") == f"PermenPANRB 88/2021, Lampiran II ({english})"


def test_every_certainty_is_tried() -> None:
    """Four degrees for what others ruled, one for a rule of one's own, and no other."""
    assert get_args(Certainty) == ("read", "secondary", "memory", "derived", "own")


def test_without_article() -> None:
    """An article may be missing."""
    assert Reference("UU 23/2014", certainty="memory").text("en") == "UU 23/2014 (from memory, not verified)"


@pytest.mark.parametrize(
    ("title", "facts", "code", "path"),
    [
        ("", {"certainty": "read"}, "empty-text", "Reference.title"),
        (None, {"certainty": "read"}, "empty-text", "Reference.title"),
        ("UU\x1b", {"certainty": "read"}, "control-characters", "Reference.title"),
        ("UU", {"certainty": "read", "article": ""}, "empty-text", "Reference.article"),
        ("UU", {"certainty": "read", "article": 7}, "empty-text", "Reference.article"),
        ("UU", {"certainty": "sure"}, "unknown-certainty", "Reference.certainty"),
        ("UU", {"certainty": None}, "unknown-certainty", "Reference.certainty"),
        ("UU", {"certainty": ["read"]}, "unknown-certainty", "Reference.certainty"),
    ],
)
def test_refused(title: Any, facts: dict[str, Any], code: str, path: str) -> None:
    """A reference without a title, or with an unknown certainty, cannot exist."""
    wrong = {"title": title, **facts}[path.removeprefix("Reference.")]
    assert facts_of(lambda: Reference(title, **facts)) == (code, path, wrong)


def test_certainty_is_never_implied() -> None:
    """How sure we are must be stated."""
    with pytest.raises(TypeError, match="certainty"):
        Reference("UU 23/2014")  # type: ignore[call-arg]


def test_value() -> None:
    """A reference is a value: equal, hashable, and itself again after pickling."""
    one, same = (Reference("UU 23/2014", article="7", certainty="read") for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
    assert pickle.loads(pickle.dumps(one)) == one


def test_canonical() -> None:
    """The canonical form is the constructor's own arguments."""
    reference = Reference("UU 23/2014", article="7", certainty="read")
    assert Reference(**reference.canonical()) == reference  # type: ignore[arg-type]


def test_an_article_is_called_one() -> None:
    """A number is that of an article; an annex or a page is called by its own name."""
    place = {
        article: Reference("Perbup 12/2026", article=article, certainty="read").text("id")
        for article in ("7", "7 ayat (2)", "lampiran II")
    }
    assert [text.partition(" (dibaca")[0] for text in place.values()] == [
        "Perbup 12/2026, Pasal 7",
        "Perbup 12/2026, Pasal 7 ayat (2)",
        "Perbup 12/2026, lampiran II",
    ]
    assert "article 7" in Reference("Perbup 12/2026", article="7", certainty="read").text("en")


def test_cited() -> None:
    """A document cites title and article; how sure we are is no part of it."""
    reference = Reference("Perbup 12/2026", article="7", certainty="memory")
    assert (reference.cited(), reference.cited("en")) == ("Perbup 12/2026, Pasal 7", "Perbup 12/2026, article 7")
    assert Reference("Perbup 12/2026", certainty="read").cited() == "Perbup 12/2026"
    with pytest.raises(InvalidValueError):
        reference.cited("fr")  # type: ignore[arg-type]
