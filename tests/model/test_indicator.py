import enum
import pickle
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import BPK_OPINIONS, Indicator, Reference
from sakip.errors import InvalidValueError
from sakip.testing import indicators, texts
from tests.model.making import Sly


def test_forgotten_polarity_names_the_way_out() -> None:
    """An indicator without a polarity is refused with the three words to choose from; none is assumed."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("AKI", "Angka kematian ibu")
    assert caught.value.code == "polarity-missing"
    assert caught.value.path == "Indicator.polarity"
    for word in ("maximize", "minimize", "stabilize"):
        assert word in caught.value.way_out[0]
        assert word in caught.value.way_out[1]


def test_polarity_of_none_is_missing_too() -> None:
    """A polarity of None is a forgotten one."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("AKI", "Angka kematian ibu", polarity=None)
    assert caught.value.code == "polarity-missing"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("positif", "maximize"),
        ("Positif", "maximize"),
        ("negatif", "minimize"),
        ("NEGATIF", "minimize"),
        ("semakin tinggi semakin baik", "maximize"),
        ("Semakin  rendah semakin baik", "minimize"),
        ("lower is better", "minimize"),
        ("lower_is_better", "minimize"),
        ("maximise", "maximize"),
        ("Minimize", "minimize"),
        ("stabil", "stabilize"),
        ("negatip", "minimize"),
    ],
)
def test_polarity_in_other_words(word: str, meant: str) -> None:
    """A polarity in the words of the field is refused, and the error names the one that is meant."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("AKI", "Angka kematian ibu", polarity=word)
    assert caught.value.code == "unknown-polarity"
    assert f"{meant!r}" in caught.value.way_out[0]


@pytest.mark.parametrize(
    "word", ["", "xyz", "\u0645", "m" * 100_000, 1, True, [], Sly()], ids=lambda word: repr(word)[:12]
)
def test_polarity_in_no_words(word: str) -> None:
    """What resembles no polarity is refused without a guess, and an object that equals everything is no polarity."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("AKI", "Angka kematian ibu", polarity=word)
    assert caught.value.way_out[0].startswith("Pilih salah satu")


def test_words_of_an_enum_become_plain() -> None:
    """A member of a text enumeration is stored as the plain word that it equals."""
    direction = enum.StrEnum("direction", {"DOWN": "minimize"})
    assert type(Indicator("AKI", "Angka", polarity=direction.DOWN).polarity) is str


@pytest.mark.parametrize(
    ("field", "word", "meant"),
    [
        ("consolidation", "jumlah", "sum"),
        ("consolidation", "komulatif", "sum"),
        ("consolidation", "rata-rata", "average"),
        ("consolidation", "TLKV", "last_level"),
        ("consolidation", "posisi akhir", "last_level"),
        ("consolidation", "last-level", "last_level"),
        ("measure", "persentase", "ratio"),
        ("measure", "indeks", "index"),
        ("level", "keluaran", "output"),
        ("level", "dampak", "impact"),
        ("level", "intermediate outcome", "intermediate_outcome"),
    ],
)
def test_other_words_of_closed_lists(field: str, word: str, meant: str) -> None:
    """A word of the field for a consolidation, a measure or a result level is refused and translated."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("IKU-1", "Cakupan", polarity="maximize", **{field: word})
    assert caught.value.path == f"Indicator.{field}"
    assert f"{meant!r}" in caught.value.way_out[0]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("polarity", ("maximize", "minimize", "stabilize")),
        ("consolidation", ("sum", "average", "last_level", "last_progress", "minimum", "maximum", "pool", None)),
        ("measure", ("flow", "stock", "ratio", "index", "ordinal", "milestone", None)),
        (
            "level",
            (
                "impact",
                "outcome",
                "intermediate_outcome",
                "immediate_outcome",
                "output",
                "process",
                "input",
                None,
            ),
        ),
    ],
)
def test_words_of_closed_lists(field: str, words: tuple[str | None, ...]) -> None:
    """Every word of a closed list is taken as it stands; all but the polarity may be left out."""
    for word in words:
        indicator = Indicator("IKU-1", "Cakupan", **{"polarity": "maximize", field: word})
        assert getattr(indicator, field) == word


def test_nothing_else_is_required() -> None:
    """Code, name and polarity make an indicator; every other field is None."""
    indicator = Indicator("IKU-1", "Cakupan", polarity="maximize")
    others = "unit consolidation measure scale decimals operational_definition formula data_source owner level kind"
    assert {getattr(indicator, name) for name in others.split()} == {None}


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (" IKU-1", "untidy-code"),
        ("IKU-1 ", "untidy-code"),
        ("IKU\u200b1", "untidy-code"),
        ("IKU\u00a01", "untidy-code"),
        ("IKU\n1", "control-characters"),
        ("IKU\t1", "control-characters"),
        ("\u202eIKU", "control-characters"),
    ],
    ids=ascii,
)
def test_code_has_no_invisible_signs(code: str, fault: str) -> None:
    """A code with spaces around it or signs that cannot be seen would match nothing, so it is refused."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator(code, "Cakupan", polarity="maximize")
    assert (caught.value.code, caught.value.path) == (fault, "Indicator.code")


@pytest.mark.parametrize(
    "field",
    ["code", "name", "unit", "operational_definition", "formula", "data_source", "owner", "kind"],
)
@pytest.mark.parametrize("value", ["", " \n", 3, b"a", "a\x1bb", "x" * 1_000_000], ids=lambda value: repr(value)[:12])
def test_texts_say_something(field: str, value: str) -> None:
    """An empty, endless or unreadable text is refused with the field's path."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator(**{"code": "IKU-1", "name": "Cakupan", "polarity": "maximize", field: value})
    assert caught.value.path == f"Indicator.{field}"


@pytest.mark.parametrize("decimals", [0, 6])
def test_decimals_inside(decimals: int) -> None:
    """Zero to six decimals may be declared."""
    assert Indicator("IKU-1", "Cakupan", polarity="maximize", decimals=decimals).decimals == decimals


@pytest.mark.parametrize("decimals", [-1, 7, True, "2", Decimal(2), 2.0])
def test_decimals_outside(decimals: int) -> None:
    """Fewer than no decimals, more than six, or what is no whole number is refused."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("IKU-1", "Cakupan", polarity="maximize", decimals=decimals)
    assert caught.value.path == "Indicator.decimals"


@pytest.mark.parametrize(
    ("field", "value"),
    [("scale", ["D", "C"]), ("scale", "WTP"), ("reference", "Perpres 29/2014"), ("reference", 0)],
)
def test_scale_and_reference_are_values_of_their_kind(field: str, value: object) -> None:
    """A list is no scale and a text is no reference; the error shows how one is written."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("IKU-1", "Cakupan", polarity="maximize", **{field: value})
    assert (caught.value.code, caught.value.path) == ("wrong-kind", f"Indicator.{field}")
    assert {"scale": "OrdinalScale(", "reference": "Reference("}[field] in caught.value.way_out[0]


def test_scale_and_reference_are_kept() -> None:
    """A scale and a reference stay with their indicator."""
    source = Reference("UU 15/2004", certainty="memory")
    opinion = Indicator("BPK", "Opini BPK", polarity="maximize", scale=BPK_OPINIONS, reference=source)
    assert (opinion.scale, opinion.reference) == (BPK_OPINIONS, source)


def test_owner_is_not_shown() -> None:
    """Whoever is named as owner does not stand in the representation."""
    assert "Contoh" not in repr(Indicator("IKU-1", "Cakupan", polarity="maximize", owner="Contoh Nama"))


@given(indicators(rich=True))
def test_equal_indicators_look_alike(indicator: Indicator) -> None:
    """An indicator survives pickling and hashes like its equal."""
    back = pickle.loads(pickle.dumps(indicator))
    assert back == indicator
    assert hash(back) == hash(indicator)


@given(indicators(), texts(rich=True))
def test_change_is_a_new_indicator(indicator: Indicator, name: str) -> None:
    """A changed copy is checked again and leaves the original alone."""
    assert evolve(indicator, name=name).name == name
    with pytest.raises(InvalidValueError):
        evolve(indicator, polarity="negatif")


@given(st.text(min_size=1, max_size=30))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    """Any text either becomes the code as it stands or is refused with the path of the code."""
    try:
        assert Indicator(text, "Cakupan", polarity="maximize").code == text
    except InvalidValueError as error:
        assert error.path == "Indicator.code"  # noqa: PT017 - both outcomes are proved


@pytest.mark.parametrize(("given", "kept"), [("J-1", ("J-1",)), (["J-2 ", "J-1"], ("J-2", "J-1")), ((), ())])
def test_what_is_cited(given: object, kept: tuple[str, ...]) -> None:
    """One code or several, in their order, blanks around them left out; they are no part of the representation."""
    found = Indicator("IKU-1", "Indeks", polarity="maximize", cites=given)
    assert found.cites == kept
    assert "cites" not in repr(found)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("given", [None, 5, [""], [None], ["J\n1"], {"J-1": 1, "": 2}])
def test_what_cannot_be_cited(given: object) -> None:
    """What is cited is a code that says something."""
    with pytest.raises(InvalidValueError, match=r"Indicator\.cites"):
        Indicator("IKU-1", "Indeks", polarity="maximize", cites=given)


def test_several_codes_in_one_text() -> None:
    """Codes with semicolons between, as a table holds them, are refused with the list that they are."""
    with pytest.raises(InvalidValueError) as caught:
        Indicator("IKU-1", "Indeks", polarity="maximize", cites="J-01; J-02;")
    assert (caught.value.code, caught.value.way_out[1]) == ("several-codes", "Write a list, ['J-01', 'J-02']")
