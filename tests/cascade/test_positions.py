from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Party
from sakip.cascade import Post
from sakip.cascade.positions import Place, Positions, narrowed
from tests.cascade.making import pk, target


def placed(agreements: list[Agreement], posts: list[Post] = []) -> tuple[Positions, dict[str, Place]]:  # noqa: B006 - read only
    """The positions, and each by its code."""
    positions = Positions(posts, agreements)
    places = positions.places(agreements)
    return positions, {place.code: place for place in places}


def above(places: dict[str, Place], code: str) -> str | None:
    """The code of the position above one."""
    number = places[code].superior
    return None if number < 0 else list(places)[number]


class TestWhoIsThere:
    def test_those_declared_those_that_promise_and_those_only_named(self) -> None:
        """Those declared those that promise and those only named."""
        _, places = placed([pk("PK-1", "KADIS", "II", "BUPATI", target("T"))], [Post("SEKDIS", vacant=True)])
        assert list(places) == ["SEKDIS", "KADIS", "BUPATI"]
        assert [places[code].declared for code in places] == [True, False, False]
        assert (places["SEKDIS"].vacant, places["KADIS"].party, places["BUPATI"].party) == (
            True,
            Party("KADIS", echelon="II"),  # type: ignore[arg-type]
            None,
        )

    def test_a_post_and_its_agreement_are_one_position(self) -> None:
        """A post and its agreement are one position."""
        positions, places = placed([pk("PK-1", "Kadis.", "II", None, target("T"))], [Post("KADIS", unit="Dinas")])
        assert list(places) == ["KADIS"]
        assert positions.of_agreement == [0]
        assert (places["KADIS"].unit, places["KADIS"].rank) == ("Dinas", 2)

    def test_positions_of_one_name_are_told_apart_by_their_office(self) -> None:
        """Positions of one name are told apart by their office."""
        agreements = [pk(f"PK-{unit}", "Camat", "III", None, target("T"), office=unit) for unit in ("A", "B")]
        positions, places = placed(agreements)
        assert list(places) == ["A/Camat", "B/Camat"]
        assert positions.names.find("Camat") == (0, 1)
        assert positions.names.find("b / camat") == (1,)
        _, alone = placed(agreements[:1])
        assert list(alone) == ["Camat"]

    def test_a_code_names_a_position_and_so_does_its_title(self) -> None:
        """A code names a position and so does its title."""
        party = Party("Kepala Dinas", code="KADIS")
        positions, places = placed([pk("PK-1", "x", None, None, target("T"), first_party=party)])
        assert list(places) == ["KADIS"]
        assert positions.names.find("kepala dinas") == positions.names.find("KADIS") == (0,)


class TestWhoIsAbove:
    def test_what_a_post_says_goes_before_what_an_agreement_says(self) -> None:
        """What a post says goes before what an agreement says."""
        posts = [Post("KABID", superior="SEKDIS"), Post("SEKDIS"), Post("KADIS")]
        _, places = placed([pk("PK-1", "KABID", "III", "KADIS", target("T"))], posts)
        assert above(places, "KABID") == "SEKDIS"

    def test_a_second_party_is_the_one_of_the_same_office(self) -> None:
        """A second party is the one of the same office."""
        agreements = [pk(f"PK-{unit}", "Camat", "III", None, target("T"), office=unit) for unit in ("A", "B")]
        low = pk("PK-K", "Kasi", "IV", "Camat", target("T"), office="B")
        positions, places = placed([*agreements, low])
        assert above(places, "Kasi") == "B/Camat"
        assert positions.unresolved == []

    def test_a_superior_that_could_be_several_is_nobody_and_named(self) -> None:
        """A superior that could be several is nobody and named."""
        agreements = [pk(f"PK-{unit}", "Camat", "III", None, target("T"), office=unit) for unit in ("A", "B")]
        positions, places = placed([*agreements, pk("PK-K", "Kasi", "IV", "Camat", target("T"))])
        assert above(places, "Kasi") is None
        (one,) = positions.unresolved
        assert (one.subject, one.side, one.name, one.found) == (
            "agreement",
            "superior",
            "Camat",
            ("A/Camat", "B/Camat"),
        )

    def test_a_post_whose_superior_is_nowhere_is_named_with_what_is_like_it(self) -> None:
        """A post whose superior is nowhere is named with what is like it."""
        positions, places = placed([], [Post("KABID", superior="KADIIS"), Post("KADIS")])
        assert above(places, "KABID") is None
        (one,) = positions.unresolved
        assert (one.subject, one.name, one.found, one.near) == ("post", "KADIIS", (), ("KADIS",))

    def test_nobody_is_above_himself(self) -> None:
        """Nobody is above himself."""
        positions, places = placed([pk("PK-1", "KADIS", "II", "Kadis", target("T"))])
        assert above(places, "KADIS") is None
        assert positions.unresolved == []


class TestLevels:
    def test_the_own_agreement_then_the_subordinate_s_then_the_post(self) -> None:
        """The own agreement then the subordinate's then the post."""
        second = Party("KADIS", echelon="II")  # type: ignore[arg-type]
        low = pk("PK-2", "KABID", "III", None, target("T"), second_party=second)
        posts = [Post("KADIS", echelon="II.b"), Post("SEKDIS", echelon="III")]  # type: ignore[arg-type]
        _, places = placed([low], posts)
        levels = {code: place.echelon.code for code, place in places.items() if place.echelon}
        assert levels == {"KADIS": "II", "SEKDIS": "III", "KABID": "III"}
        _, own = placed([low, pk("PK-1", "KADIS", "II.a", None, target("T"))], posts)
        assert own["KADIS"].echelon is not None
        assert own["KADIS"].echelon.code == "II.a"

    def test_an_unknown_level_has_no_rank(self) -> None:
        """An unknown level has no rank."""
        _, places = placed([pk("PK-1", "KADIS", None, None, target("T"))])
        assert places["KADIS"].rank is None


@given(st.lists(st.sampled_from([None, "A", "B"]), max_size=4), st.sampled_from([None, "A", "C"]))
def test_an_office_narrows_to_its_own_else_to_those_of_none(units: list[str | None], office: str | None) -> None:
    """An office narrows to its own else to those of none."""
    every: Any = tuple(range(len(units)))
    found = narrowed(every, office, units)
    if office is None:
        assert found == every
    elif office in units:
        assert {units[at] for at in found} == {office}
    else:
        assert found == tuple(at for at in every if units[at] is None)
