import pytest

from sakip import Indicator
from sakip.errors import InvalidValueError
from sakip.model.lineage import carried, earlier_code, partner, trend_of
from tests.model.making import full

OLD = full("IKU-1")


@pytest.mark.parametrize(
    ("later", "code"),
    [(full("IKU-2"), "IKU-2"), (full("IKU-2", same_as="IKU-1"), "IKU-1"), (full("IKU-2", replaces="IKU-1"), "IKU-1")],
)
def test_earlier_code(later: Indicator, code: str) -> None:
    """The indicator before is the one that is named, or without a name the one of the same code."""
    assert earlier_code(later) == code


@pytest.mark.parametrize(
    ("changed", "trend"),
    [
        ({}, "kept"),
        ({"name": "Cakupan pelayanan"}, "kept"),
        ({"owner": "Bidang lain", "data_source": "aplikasi"}, "kept"),
        ({"unit": "%"}, "broken"),
        ({"polarity": "minimize"}, "broken"),
        ({"formula": "hitungan lain"}, "broken"),
        ({"operational_definition": "Orang yang datang"}, "broken"),
        ({"formula": None, "operational_definition": None, "unit": None}, "kept"),
        ({"measure": "ratio"}, "kept"),
        ({"replaces": "IKU-1"}, "broken"),
    ],
    ids=str,
)
@pytest.mark.parametrize("code", ["IKU-1", "IKU-2"])
def test_what_breaks_a_trend(changed: dict[str, str], trend: str, code: str) -> None:
    """A changed measure or definition breaks the trend; what is merely worded otherwise or left out does not."""
    assert trend_of(OLD, full(code, **changed)) == trend


@pytest.mark.parametrize(
    ("changed", "trend"),
    [
        ({"formula": "hitungan yang sama, ditulis lain"}, "kept"),
        ({"operational_definition": "Setiap orang yang dilayani"}, "kept"),
        ({"unit": "%"}, "broken"),
        ({"polarity": "minimize"}, "broken"),
    ],
    ids=str,
)
def test_new_words_for_the_same(changed: dict[str, str], trend: str) -> None:
    """`same_as` vouches for other words of the definition, never for another unit or direction."""
    assert trend_of(OLD, full("IKU-2", same_as="IKU-1", **changed)) == trend


def test_a_lineage_of_another_indicator_vouches_for_nothing() -> None:
    """What an indicator is said to be the same as counts for that one alone."""
    assert trend_of(OLD, full("IKU-2", same_as="IKU-9", formula="lain")) == "broken"
    assert trend_of(OLD, full("IKU-2", replaces="IKU-9")) == "kept"


def test_what_both_state_is_of_a_time_before() -> None:
    """An indicator that kept its code when it was replaced is not replaced again by staying as it is."""
    new = full("IKU-1", replaces="IKU-1", formula="lain")
    assert (trend_of(OLD, new), trend_of(new, new)) == ("broken", "kept")
    vouched = full("IKU-1", same_as="IKU-1", formula="ditulis lain")
    assert (trend_of(OLD, vouched), trend_of(vouched, vouched)) == ("kept", "kept")
    assert trend_of(vouched, full("IKU-1", same_as="IKU-1", formula="hitungan lain lagi")) == "broken"


def test_two_lineages_at_once_are_refused() -> None:
    """An indicator goes on or replaces, never both."""
    with pytest.raises(InvalidValueError, match="two-lineages") as caught:
        full("IKU-3", same_as="IKU-1", replaces="IKU-2")
    assert caught.value.path == "Indicator.replaces"


@pytest.mark.parametrize("field", ["same_as", "replaces"])
def test_a_lineage_says_something(field: str) -> None:
    """An empty code names no indicator."""
    with pytest.raises(InvalidValueError) as caught:
        full("IKU-3", **{field: ""})
    assert caught.value.path == f"Indicator.{field}"


@pytest.mark.parametrize(
    ("before", "after", "trend"), [("%", "persen", "kept"), ("Dokumen", "dok.", "kept"), ("%", "orang", "broken")]
)
def test_another_spelling_of_a_unit_is_no_break(before: str, after: str, trend: str) -> None:
    """A unit is what it means, not how it is written."""
    assert trend_of(full("IKU-1", unit=before), full("IKU-1", unit=after)) == trend


@pytest.mark.parametrize("field", ["unit", "measure", "operational_definition", "formula"])
def test_what_is_not_said_is_carried_on(field: str) -> None:
    """What the later one leaves out stands as it stood; what it says stands as it says, under its own code."""
    silent = full("IKU-2", same_as="IKU-1", **{field: None})
    assert getattr(carried(OLD, silent), field) == getattr(OLD, field)
    assert (carried(OLD, silent).code, carried(OLD, silent).same_as) == ("IKU-2", "IKU-1")
    said = full("IKU-2", **{field: "ratio" if field == "measure" else "lain"})
    assert carried(OLD, said) == said


class TestPartner:
    old = full("IKU-1")

    @pytest.mark.parametrize(
        ("later", "code", "link"),
        [
            (full("IKU-1"), "IKU-1", "code"),
            (full("IKU-2", same_as="IKU-1"), "IKU-1", "same_as"),
            (full("IKU-2", replaces="IKU-1"), "IKU-1", "replaces"),
            (full("IKU-1", replaces="IKU-1"), "IKU-1", "replaces"),
            (full("IKU-1", same_as="IKU-9"), "IKU-1", "code"),
        ],
    )
    def test_who_is_the_same(self, later: Indicator, code: str, link: str) -> None:
        """The lineage goes first, then the code; a lineage of what is not there leaves the code."""
        found = partner(later, {"IKU-1": self.old}.get)
        assert found is not None
        assert (found[0].code, found[1]) == (code, link)

    def test_nobody(self) -> None:
        """Without a code and a lineage that is there, there is no partner."""
        assert partner(full("IKU-2"), {"IKU-1": self.old}.get) is None
        assert partner(full("IKU-2", same_as="IKU-9"), {"IKU-1": self.old}.get) is None

    def test_a_lineage_may_name_the_own_code(self) -> None:
        """Reworded and said to be the same, or changed and said to be another, each behind the code that it had."""
        old = full("IKU-1", formula="a / b")
        for word, trend in (("same_as", "kept"), ("replaces", "broken")):
            later = full("IKU-1", formula="a / c", **{word: "IKU-1"})
            assert partner(later, {"IKU-1": old}.get) == (old, word)
            assert trend_of(old, later) == trend
        assert trend_of(old, full("IKU-1", formula="a / c")) == "broken"

    def test_what_both_state(self) -> None:
        """A lineage that both years state alike is of a time before both."""
        both = full("IKU-1", same_as="IKU-0")
        found = partner(both, {"IKU-0": full("IKU-0"), "IKU-1": both}.get)
        assert found is not None
        assert found[1] == "code"
