import pickle

import pytest
from hypothesis import given

from sakip import AKIP_LETTERS, BPK_OPINIONS, Level, OrdinalScale, Reference
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.testing import references, scales
from tests.model.making import Sly


def test_rank_counts_from_the_lowest() -> None:
    """The lowest level has rank 1, and names of one rank share it."""
    scale = OrdinalScale([("TMP", "TW"), "WDP", "WTP"])
    assert [scale.rank(name) for name in scale.names] == [1, 1, 2, 3]
    assert scale.rank(Level("WDP")) == 2
    assert scale.levels == (("TMP", "TW"), ("WDP",), ("WTP",))


@pytest.mark.parametrize(
    ("scale", "ladder"),
    [
        (BPK_OPINIONS, ["TW", "WDP", "WTP-DPP", "WTP"]),
        (BPK_OPINIONS, ["TMP", "WDP", "WTP-DPP", "WTP"]),
        (AKIP_LETTERS, ["D", "C", "CC", "B", "BB", "A", "AA"]),
    ],
)
def test_ready_scales(scale: OrdinalScale, ladder: list[str]) -> None:
    """The opinions of BPK and the AKIP letters stand in their order and name their source and its certainty."""
    assert [scale.rank(name) for name in ladder] == list(range(1, len(ladder) + 1))
    assert scale.title
    assert scale.reference is not None
    assert scale.reference.certainty in {"secondary", "memory"}


@pytest.mark.parametrize(
    "levels",
    [
        [],
        ["A"],
        ["A", "A"],
        [("A", "B"), "B"],
        [("A", "A"), "B"],
        [(), "B"],
        "ABC",
        None,
        3,
    ],
    ids=repr,
)
def test_what_is_no_scale(levels: list[str]) -> None:
    """A scale needs two ranks, a name for each, no name twice, and is not the letters of a word."""
    with pytest.raises(InvalidValueError) as caught:
        OrdinalScale(levels)
    assert (caught.value.code, caught.value.path) == ("no-scale", "OrdinalScale.levels")
    assert "('TMP', 'TW')" in str(caught.value)


@pytest.mark.parametrize("levels", [["A", ""], ["A", 3], ["A", ("B", "\x00")], ["A", ["B"]]], ids=repr)
def test_names_of_levels_are_texts(levels: list[str]) -> None:
    """A level has a readable name."""
    with pytest.raises(InvalidValueError):
        OrdinalScale(levels)


def test_levels_may_come_from_any_iterable() -> None:
    """A generator of names makes the same scale as a list."""
    assert OrdinalScale(name for name in "DCB") == OrdinalScale(["D", "C", "B"])


@pytest.mark.parametrize(
    ("name", "near"),
    [("wtp", "WTP"), ("WTP DPP", "WTP-DPP"), ("WTP-DPP ", "WTP-DPP"), ("wdp", "WDP")],
)
def test_unknown_level_names_those_that_look_like_it(name: str, near: str) -> None:
    """A level in another spelling is refused, and the error names the one that was probably meant."""
    with pytest.raises(UnknownCodeError) as caught:
        BPK_OPINIONS.rank(name)
    assert near in caught.value.near
    assert (caught.value.code, caught.value.path, caught.value.value) == ("unknown-level", "Opini BPK", name)
    assert "TMP, TW, WDP, WTP-DPP, WTP" in str(caught.value)
    assert str(caught.value).startswith("Opini BPK")


def test_scale_without_a_title_is_named_by_its_class() -> None:
    """The error of a scale without a title still says where it happened."""
    with pytest.raises(UnknownCodeError) as caught:
        OrdinalScale(["A", "B"]).rank("C")
    assert caught.value.path == "OrdinalScale"


@pytest.mark.parametrize("title", ["", 3, "\x00"])
def test_title_is_a_text(title: str) -> None:
    """A scale has a readable title or none."""
    with pytest.raises(InvalidValueError) as caught:
        OrdinalScale(["A", "B"], title=title)
    assert caught.value.path == "OrdinalScale.title"


@pytest.mark.parametrize(("length", "searched"), [(64, True), (65, False)])
def test_long_names_are_not_compared(length: int, searched: bool) -> None:
    """A name of more than 64 signs is not compared with the levels."""
    with pytest.raises(UnknownCodeError) as caught:
        OrdinalScale(["A" * 64, "B"]).rank("A" * (length - 1) + "C")
    assert bool(caught.value.near) == searched


@pytest.mark.parametrize("name", ["Z" * 100_000, "", 7, None])
def test_hostile_level(name: str) -> None:
    """A level that looks like nothing is refused without a guess and without delay."""
    with pytest.raises(UnknownCodeError) as caught:
        AKIP_LETTERS.rank(name)
    assert caught.value.near == ()


@given(scales(rich=True))
def test_every_name_is_in_its_scale(scale: OrdinalScale) -> None:
    """Every name has a rank from 1 to the number of ranks, in order, and is contained as text and as level."""
    ranks = [scale.rank(name) for name in scale.names]
    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(1, len(scale.levels) + 1))
    assert all(name in scale and Level(name) in scale for name in scale.names)
    assert "bukan tingkat" not in scale
    assert 3 not in scale


@given(scales(rich=True))
def test_equal_scales_look_alike(scale: OrdinalScale) -> None:
    """A scale survives pickling and hashes like its equal."""
    back = pickle.loads(pickle.dumps(scale))
    assert back == scale
    assert hash(back) == hash(scale)


@given(references())
def test_scale_keeps_its_reference(reference: Reference) -> None:
    """The rule that orders the levels stays with the scale."""
    assert OrdinalScale(["A", "B"], reference=reference).reference == reference


def test_reference_of_a_scale_is_a_reference() -> None:
    """A text is no reference."""
    with pytest.raises(InvalidValueError) as caught:
        OrdinalScale(["A", "B"], reference="UU 15/2004")
    assert caught.value.path == "OrdinalScale.reference"


@pytest.mark.parametrize("name", ["", " ", 3, "\x07"])
def test_level_has_a_name(name: str) -> None:
    """A level without a readable name cannot exist."""
    with pytest.raises(InvalidValueError) as caught:
        Level(name)
    assert caught.value.path == "Level.name"


def test_level_is_a_value() -> None:
    """Equal levels hash alike and survive pickling; a level is not its name."""
    assert Level("WTP") == pickle.loads(pickle.dumps(Level("WTP")))
    assert hash(Level("WTP")) == hash(Level("WTP"))
    assert Level("WTP") != "WTP"


def test_error_of_a_long_scale_is_short() -> None:
    """However long its names and its title, the error of an unknown level stays short."""
    scale = OrdinalScale([f"{number}{'x' * 3000}" for number in range(50)], title="t" * 4000)
    with pytest.raises(UnknownCodeError) as caught:
        scale.rank("tidak ada")
    assert len(str(caught.value)) < 2000


@pytest.mark.parametrize("level", [Sly(), None, 1])
def test_only_names_are_levels(level: object) -> None:
    """An object that claims to equal everything is no level of the scale."""
    assert level not in BPK_OPINIONS
    with pytest.raises(UnknownCodeError):
        BPK_OPINIONS.rank(level)
