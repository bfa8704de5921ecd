import pytest

from sakip.cascade.graph.overlay import Layer, layered, patched, without


def test_a_layer_hides_what_is_below() -> None:
    """What is set, deleted and set again is seen; the mapping below does not change."""
    below = {"a": 1, "b": 2, "c": 3}
    above = layered(below)
    above["a"] = 10
    del above["b"]
    above["d"] = 4
    assert dict(above) == {"c": 3, "a": 10, "d": 4}
    assert len(above) == 3
    assert ("b" in above, "c" in above, "x" in above) == (False, True, False)
    assert below == {"a": 1, "b": 2, "c": 3}
    above["b"] = 5
    assert above["b"] == 5
    assert len(above) == 4


@pytest.mark.parametrize("key", ["b", "x"])
def test_what_is_not_there_is_no_key(key: str) -> None:
    """Neither a hidden key nor an unknown one is found or deleted."""
    above = without({"a": 1, "b": 2}, ["b"])
    with pytest.raises(KeyError):
        _ = above[key]
    with pytest.raises(KeyError):
        del above[key]
    assert above.get(key) is None
    assert above.pop(key, 7) == 7


def test_a_hidden_key_stays_hidden() -> None:
    """What comes to stand below after it was hidden is not seen, and all else that comes there is."""
    below: dict[str, int] = {}
    above = without(below, ["a"])
    below.update(a=1, b=2)
    assert dict(above) == {"b": 2}
    assert len(above) == 1


def test_layers_do_not_pile_up() -> None:
    """However many follow each other, each lies on the one base and shares nothing with the one before it."""
    below = dict.fromkeys(range(10), 0)
    found = layered(below)
    for at in range(50):
        before = found
        found = layered(before)
        found[at] = at
        assert at not in before.over
        assert found.base is below
    assert dict(found) == {at: at for at in range(50)}


def test_a_large_layer_becomes_a_base() -> None:
    """Up to 1,024 keys are copied with each change; beyond that, and an eighth of the base, they become a base."""
    most = without({1: 1}, range(1024))
    assert layered(most).base is most.base
    more = without({2000: 1}, range(1025))
    assert layered(more).base == {2000: 1}
    assert layered(more).base is not more.base
    wide = without(dict.fromkeys(range(16_000)), range(1025))
    assert layered(wide).base is wide.base


def test_a_layer_may_hold_none() -> None:
    """None is a value and no absence."""
    above: Layer[str, int | None] = layered({"a": None})
    above["b"] = None
    assert dict(above) == {"a": None, "b": None}


def test_a_patch_reads_like_a_list() -> None:
    """Places from either end, slices, length, membership and order are those of a list."""
    below = ["a", "b", "c", "d"]
    above = patched(below, {1: "B", 3: "D"})
    whole = ["a", "B", "c", "D"]
    assert list(above) == whole
    assert [above[at] for at in range(-4, 4)] == whole + whole
    assert above[1:] == whole[1:]
    assert above[::-2] == whole[::-2]
    assert (len(above), "B" in above, "b" in above, above.index("D")) == (4, True, False, 3)
    assert below == ["a", "b", "c", "d"]
    with pytest.raises(IndexError):
        _ = above[4]


def test_patches_do_not_pile_up() -> None:
    """A patch of a patch lies on the same list; places can be set in it alone."""
    below = [0] * 4
    first = patched(below, {0: 1})
    second = patched(first, {1: 2})
    second[-1] = 9
    assert second.base is below
    assert (list(first), list(second)) == ([1, 0, 0, 0], [1, 2, 0, 9])


def test_a_large_patch_becomes_a_list() -> None:
    """Beyond 1,024 places a patch is copied once and lies on its own list."""
    below = [0] * 2000
    first = patched(below, dict.fromkeys(range(1025), 1))
    second = patched(first, {0: 2})
    assert second.base is not below
    assert list(second) == [2, *([1] * 1024), *([0] * 975)]


@pytest.mark.parametrize("at", range(-3, 3))
def test_each_place_of_a_patch_can_be_set(at: int) -> None:
    """From either end, and as a list would."""
    below = ["a", "b", "c"]
    above, whole = patched(below, {}), list(below)
    above[at] = whole[at] = "X"
    assert list(above) == [above[place] for place in range(3)] == whole
