import pickle

import pytest
from attrs import evolve, fields

from sakip import Reference, Text
from sakip.errors import InvalidValueError
from sakip.lifecycle import FORM_53_2014, FormWording, official_form
from tests.lifecycle.official.making import agreement

SENTENCES = [one.name for one in fields(FormWording) if one.name != "reference"]


def test_says_how_sure_it_is() -> None:
    """The annex of the regulation was not read: the wording is that on which layouts of governments agree."""
    assert FORM_53_2014.reference.certainty == "secondary"
    assert FORM_53_2014.reference.title == "PermenPANRB 53/2014"


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_is_in_both_languages(name: str) -> None:
    """Nothing but the parties is filled in, and the two languages differ."""
    sentence = getattr(FORM_53_2014, name)
    assert sentence.names <= {"first", "second"}
    assert sentence.id != sentence.en
    assert "{" not in FORM_53_2014.said(sentence) + FORM_53_2014.said(sentence, "en")


@pytest.mark.parametrize("name", SENTENCES)
def test_a_place_that_nothing_fills(name: str) -> None:
    """It would be printed as it is written; a brace that stands for itself is none."""
    with pytest.raises(InvalidValueError) as caught:
        evolve(FORM_53_2014, **{name: Text("Janji {nama}", "Promise of {nama}")})
    assert (caught.value.code, caught.value.path) == ("unknown-place", f"FormWording.{name}")
    assert evolve(FORM_53_2014, **{name: Text.literal("Janji {nama}")}) != FORM_53_2014


@pytest.mark.parametrize("name", [*SENTENCES, "reference"])
def test_another_kind_is_refused(name: str) -> None:
    """A plain text is no sentence in two languages, and a title no reference."""
    with pytest.raises(InvalidValueError) as caught:
        evolve(FORM_53_2014, **{name: "Pihak kesatu"})
    assert caught.value.path == f"FormWording.{name}"


def test_a_region_uses_its_own() -> None:
    """Some templates say pihak kesatu."""
    local = evolve(
        FORM_53_2014,
        first=Text("pihak kesatu", "first party"),
        reference=Reference("Perbup Contoh 1/2025", certainty="read"),
    )
    form = official_form(agreement(), wording=local)
    assert [one.label() for one in form.signatures] == ["Pihak kedua", "Pihak kesatu"]
    assert "pertama" not in form.text() + form.html()
    assert form.statement.paragraphs()[0].startswith("Pihak kesatu berjanji")
    assert form.references[0].title == "Perbup Contoh 1/2025"
    assert pickle.loads(pickle.dumps(local)) == local
