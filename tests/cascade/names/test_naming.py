import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.cascade.names.naming import Names, folded, near_names, plain_position

NAMES = st.text("aAbB ._-/", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kepala  Dinas, Kesehatan.", "kepala-dinas kesehatan"),
        ("KABID_A", "kabid a"),
        (" Camat ", "CAMAT"),
        ("STRASSE", "straße"),
    ],
)
def test_names_typed_alike_are_one(one: str, other: str) -> None:
    """Names typed alike are one."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Seksi 1", "Seksi 11"), ("Bidang A", "Bidang B"), ("KASI", "KABID")])
def test_names_of_other_letters_are_not(one: str, other: str) -> None:
    """Names of other letters are not."""
    assert folded(one) != folded(other)


@given(NAMES)
def test_folding_twice_is_folding_once(name: str) -> None:
    """Folding twice is folding once."""
    assert folded(folded(name)) == folded(name)


@given(st.lists(st.tuples(NAMES, st.integers(0, 3)), max_size=8), NAMES)
def test_an_exact_name_goes_before_one_typed_alike(given_names: list[tuple[str, int]], asked: str) -> None:
    """An exact name goes before one typed alike."""
    names = Names()
    for name, number in given_names:
        names.add(name, number)
    exact = {number for name, number in given_names if name == asked}
    alike = {number for name, number in given_names if folded(name) == folded(asked)}
    assert set(names.find(asked)) == (exact or alike)
    assert len(names.find(asked)) == len(set(names.find(asked)))


def test_what_begins_alike_is_offered_and_three_at_most() -> None:
    """What begins alike is offered and three at most."""
    known = [f"Kepala Seksi {letter}" for letter in "ABCDE"]
    assert len(near_names("Kepala Seksi X", known)) == 3
    assert near_names("Bupati", known) == ()
    names = Names()
    for number, name in enumerate(known):
        names.add(name, number)
    assert set(names.near("Kepala Seksj A")) <= set(known)
    assert names.near("Kepala Seksj A")
    assert names.near("Bupati") == ()


def test_only_so_many_are_compared() -> None:
    """Only so many are compared."""
    names = Names()
    for number in range(2000):
        names.add(f"Seksi {number:04}", number)
    names.add("Seksi terakhir", 2000)
    assert names.near("Seksi terakhi") == ("Seksi terakhir",)
    assert names.near("Seksi 0001x")
    assert near_names("Seksi terakhi", [*(f"Seksi {number:04}" for number in range(500)), "Seksi terakhir"]) == ()


def test_names_of_signs_alone_are_not_one_name() -> None:
    """Nothing is left of them but themselves."""
    names = Names()
    for number, name in enumerate(["?", "–", "📈"]):
        names.add(name, number)
    assert [names.find(name) for name in ["?", "–", "📈", "!"]] == [(0,), (1,), (2,), ()]


def test_a_name_of_signs_alone_is_not_its_unit() -> None:
    """However it is typed, nothing would be left of it but the unit, which may be another's name."""
    names = Names()
    names.add_within("Dinas", "-", 0)
    names.add_within("Dinas", "Kepala", 1)
    assert [names.find(name) for name in ["Dinas/-", "Dinas", "dinas / kepala"]] == [(0,), (), (1,)]
    assert names.near("Dinas/-.") == ("Dinas/-",)
    names.add("Dinas", 2)
    assert names.find("Dinas") == (2,)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Plt. Kepala Dinas", "Kepala Dinas"),
        ("PLH KADIS", "KADIS"),
        ("Pj.Bupati", "Bupati"),
        ("(Pjs.) Bupati", "Bupati"),
        ("Pelaksana  Tugas Camat", "Camat"),
        ("Penjabat Sementara Bupati", "Bupati"),
        ("Kepala Dinas (Plt.)", "Kepala Dinas"),
        ("Kepala Dinas, Plt", "Kepala Dinas"),
        ("Kepala Dinas Plh.", "Kepala Dinas"),
        ("Dinas A/Plt. Sekretaris", "Dinas A/Sekretaris"),
    ],
)
def test_a_capacity_is_no_part_of_a_position(name: str, plain: str) -> None:
    """Written before or behind it, also behind the office."""
    assert plain_position(name) == plain
    names = Names()
    names.add(plain, 7)
    assert names.find(name) == (7,)


@pytest.mark.parametrize("name", ["PJ-1", "Pj 1", "Plt", "PLT_2", "PJU Kota", "Kepala Pjs", "Pjok"])
def test_codes_and_words_that_begin_so_are_none(name: str) -> None:
    """Nothing is taken from them."""
    assert plain_position(name) == name


def test_within_a_unit_a_name_means_what_is_there() -> None:
    """The exact one first; the unit is typed in any way; without a unit those of none."""
    names = Names()
    for number, (name, unit) in enumerate([("Camat", "A"), ("CAMAT", "B"), ("camat", "B"), ("Camat", None)]):
        names.add(name, number, unit)
    assert names.find("Camat") == (0, 3)
    assert names.within("Camat", "a.") == (0,)
    assert names.within("Camat", "B") == (1, 2)
    assert names.within("camat", "B") == (2,)
    assert names.within("cAmAt", "B") == names.within("Plt. Camat", "B") == (1, 2)
    assert names.within("Camat", None) == (3,)
    assert names.within("Camat", "C") == ()


def test_a_capacity_makes_a_name_no_less_exact() -> None:
    """Whoever acts as a head holds the very same title as a head elsewhere; one in capitals is only typed alike."""
    names = Names()
    names.add("Plt. Kepala Dinas", 0, "A")
    assert names.is_alone("Kepala Dinas")
    names.add("Kepala Dinas", 1, "B")
    names.add("KEPALA DINAS", 2, "C")
    assert names.find("Kepala Dinas") == (0, 1)
    assert names.find("Plt. Kepala Dinas") == (0,)
    assert not names.is_alone("kepala dinas")
    assert names.is_alone("Camat")


def test_a_name_that_is_added_later_is_near_as_well() -> None:
    """What was asked before does not hide it."""
    names = Names()
    names.add("Kepala Dinas", 0)
    assert names.near("Kepala Dinass") == ("Kepala Dinas",)
    names.add("Kepala Badan", 1)
    assert "Kepala Badan" in names.near("Kepala Badann")


def test_a_name_that_is_added_within_a_unit_is_found_there() -> None:
    """Its unit stands before it, and it is of that unit alone."""
    names = Names()
    names.add_within("Dinas A", "Sekretaris", 0)
    assert names.find("dinas a/sekretaris") == (0,)
    assert names.within("Dinas A/Sekretaris", "Dinas A") == (0,)
    assert names.within("Dinas A/Sekretaris", None) == ()
