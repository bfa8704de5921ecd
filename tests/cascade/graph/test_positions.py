import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Agreement, Party
from sakip.cascade import Post
from sakip.cascade.graph.positions import Place, Positions
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

    @pytest.mark.parametrize("code", ["-", "\ud7fc"])
    def test_a_post_of_signs_alone_is_not_the_position_that_is_called_as_its_unit(self, code: str) -> None:
        """Who is called as the office is does not become whatever stands there without a name."""
        agreements = [pk("PK-1", "Dinas", "II", None, target("T"))]
        positions, places = placed(agreements, [Post(code, unit="Dinas")])
        assert list(places) == [code, "Dinas"]
        assert positions.of_agreement == [1]

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


@given(st.lists(st.sampled_from([None, "A", "B"]), max_size=4, unique=True), st.sampled_from([None, "A", "a.", "C"]))
def test_an_office_narrows_to_its_own_else_to_those_of_none(units: list[str | None], office: str | None) -> None:
    """However the office is typed; without one every position of the name is meant."""
    positions, _ = placed([], [Post("Camat", unit=unit) for unit in units])
    found = {positions.units[at] for at in positions.named("camat", office)}
    wanted = None if office is None else office.strip(".").upper()
    if office is None:
        assert found == set(units)
    elif wanted in units:
        assert found == {wanted}
    else:
        assert found == {None}.intersection(units)


class TestTypedOtherwise:
    """A name is read as people type it, and what remains a slip is said."""

    def test_offices_are_compared_as_names_are(self) -> None:
        """A post and an agreement of one office are of one position, and the office is written in one way."""
        post = Post("KEPALA DINAS", unit="Dinas Kesehatan", echelon="II")  # type: ignore[arg-type]
        head = pk("PK-1", "Kepala Dinas", "II", None, target("T"), office="DINAS  KESEHATAN")
        low = pk("PK-2", "Kasi", "IV", "Kepala Dinas", target("U"), office="dinas-kesehatan")
        _, places = placed([head, low], [post])
        assert list(places) == ["KEPALA DINAS", "Kasi"]
        assert {place.unit for place in places.values()} == {"Dinas Kesehatan"}
        assert above(places, "Kasi") == "KEPALA DINAS"

    @pytest.mark.parametrize(
        "superior", ["Plt. Kepala Dinas", "PLH KEPALA DINAS", "(Pj) Kepala Dinas", "Kepala Dinas (Pjs.)"]
    )
    def test_the_capacity_is_no_part_of_a_position(self, superior: str) -> None:
        """Whoever acts as head of office signs for the head of office."""
        head = pk("PK-1", "Kepala Dinas", "II", "Bupati", target("T"))
        positions, places = placed([head, pk("PK-2", "Kabid", "III", superior, target("U"))])
        assert above(places, "Kabid") == "Kepala Dinas"
        assert positions.unresolved == []
        _, acting = placed([pk("PK-1", superior, "II", "Bupati", target("T"))])
        assert [code.casefold() for code in acting] == ["kepala dinas", "bupati"]
        assert [code.casefold() for code in placed([], [Post(superior)])[1]] == ["kepala dinas"]

    @pytest.mark.parametrize(
        ("superior", "near"),
        [
            ("Kepala Dinas Kesehata", ("Kepala Dinas Kesehatan",)),
            ("KepalaDinas Kesehatan", ("Kepala Dinas Kesehatan",)),
            ("Kepala Dinas Pendidikan", ()),
            ("BUPATI", ()),
        ],
    )
    def test_a_second_party_that_is_nearly_a_position_is_no_top(self, superior: str, near: tuple[str, ...]) -> None:
        """Who is above is then not known; a stranger that is like nobody is a top."""
        head = pk("PK-1", "Kepala Dinas Kesehatan", "II", None, target("T"))
        positions, places = placed([head, pk("PK-2", "Kabid", "III", superior, target("U"))])
        assert [(one.subject, one.side, one.name, one.near) for one in positions.unresolved] == (
            [("agreement", "superior", superior, near)] if near else []
        )
        assert above(places, "Kabid") == (None if near else superior)
        assert positions.unplaced == ({1} if near else set())

    def test_the_same_title_in_another_office_is_another_position(self) -> None:
        """An office that is not there is no slip; one that is nearly there is."""
        head = pk("PK-1", "Kepala Dinas", "II", None, target("T"), office="Dinas Kesehatan")

        def signed_with(office: str) -> Positions:
            low = pk("PK-2", "Kabid", "III", None, target("U"), second_party=Party("Kepala Dinas", office=office))
            return placed([head, low])[0]

        assert signed_with("Dinas Pendidikan").unresolved == []
        (one,) = signed_with("Dinas Kesehata").unresolved
        assert one.near == ("Dinas Kesehatan/Kepala Dinas",)

    @pytest.mark.parametrize(
        ("head", "plain"),
        [
            ("Plt. Kepala Dinas", "Kepala Dinas"),
            ("KEPALA DINAS", "KEPALA DINAS"),
            ("Kepala  Dinas", "Kepala  Dinas"),
            ("Kepala Dinas", "Kepala Dinas"),
        ],
    )
    def test_a_title_means_that_of_the_own_office_first(self, head: str, plain: str) -> None:
        """Even where the head of another office writes it just so; and the two are told apart by their offices."""
        heads = [
            pk("PK-1", head, "II", "Bupati", target("T"), office="Dinas A"),
            pk("PK-2", "Kepala Dinas", "II", "Bupati", target("T"), office="Dinas B"),
        ]
        low = [pk(f"PK-{at}", f"Kabid {at}", "III", "Kepala Dinas", target("U"), office=f"Dinas {at}") for at in "AB"]
        positions, places = placed([*heads, *low])
        assert positions.unresolved == []
        assert above(places, "Kabid A") == f"Dinas A/{plain}"
        assert above(places, "Kabid B") == "Dinas B/Kepala Dinas"
        posts = [Post(head, unit="A"), Post("Kepala Dinas", unit="B"), Post("Kabid", unit="A", superior="Kepala Dinas")]
        _, declared = placed([], posts)
        assert above(declared, "Kabid") == f"A/{plain}"
        # The office may be known from the post alone.
        signed = pk("PK", "Kabid", "III", "Kepala Dinas", target("U"))
        _, named = placed([signed], [*posts[:2], Post("Kabid", unit="A")])
        assert above(named, "Kabid") == f"A/{plain}"

    def test_a_second_party_whose_code_nobody_has_is_found_by_its_title(self) -> None:
        """The code of a party is asked first, and its title where that means nothing."""
        head = pk("PK-1", "Kepala Dinas", "II", None, target("T"))
        low = pk("PK-2", "Kabid", "III", None, target("U"), second_party=Party("Kepala Dinas", code="P-9"))
        _, places = placed([head, low])
        assert above(places, "Kabid") == "Kepala Dinas"


class TestDeclaredTwice:
    """A post that is declared twice is one position."""

    def test_posts_of_one_title_in_two_units_are_told_apart(self) -> None:
        """By the unit in their names; one that is alone keeps its plain name."""
        _, places = placed([], [Post("Kasi", unit="A"), Post("Kasi", unit="B"), Post("Kadis", unit="A")])
        assert list(places) == ["Kadis", "A/Kasi", "B/Kasi"]

    @pytest.mark.parametrize(
        ("other", "side"),
        [
            (Post("kabid", superior="KADIS"), "twice"),
            (Post("KABID"), "twice"),
            (Post("KABID", superior="SEKDIS"), "contradiction"),
            (Post("KABID", vacant=True), "contradiction"),
        ],
    )
    def test_what_both_say_counts_whatever_the_order(self, other: Post, side: str) -> None:
        """And what they contradict each other in is not known."""
        posts = [Post("KABID", superior="KADIS"), other, Post("KADIS"), Post("SEKDIS")]
        for given_posts in (posts, posts[::-1]):
            positions, places = placed([], given_posts)
            assert list(places) == ["KABID", "KADIS", "SEKDIS"]
            assert [(one.subject, one.side, one.name) for one in positions.unresolved] == [("post", side, "KABID")]
            apart = other.superior == "SEKDIS"
            assert above(places, "KABID") == (None if apart else "KADIS")
            assert positions.unplaced == ({0} if apart else set())
            assert not places["KABID"].vacant

    def test_no_agreement_settles_what_posts_contradict(self) -> None:
        """The second party is one of the two, and that makes it no more true."""
        posts = [Post("KABID", superior="KADIS"), Post("KABID", superior="SEKDIS"), Post("KADIS"), Post("SEKDIS")]
        _, places = placed([pk("PK", "KABID", "III", "KADIS", target("T"))], posts)
        assert above(places, "KABID") is None


def test_a_title_of_very_many_is_listed_in_part() -> None:
    """A name that can mean hundreds of positions is no page of text."""
    agreements = [pk(f"PK-{unit}", "Lurah", "IV", None, target("T"), office=f"K {unit}") for unit in range(40)]
    positions, _ = placed([*agreements, pk("PK-S", "Staf", None, "Lurah", target("U"))])
    (one,) = positions.unresolved
    assert len(one.found) == 13
    assert one.found[-1] == "…"
