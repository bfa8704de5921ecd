import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Budget, BudgetLine
from sakip.errors import InvalidValueError, UnknownCodeError
from sakip.model.budget import parent_of, rupiah_text

KINDS = {1: "programme", 2: "activity", 3: "sub_activity"}


def line(code: str, ceiling: object = 0, realization: object = None, **fields: object) -> BudgetLine:
    """A line whose kind follows from the length of its code."""
    kind = KINDS[min(len(code.split(".")), 3)]
    return BudgetLine(code, f"Baris {code}", **{"kind": kind, "ceiling": ceiling, "realization": realization, **fields})


HEALTH = Budget(
    [
        line("1", 1000),
        line("1.1", 600),
        line("1.1.1", 400, 300),
        line("1.1.2", 200, "150.5"),
        line("1.2", 450, 100),
        line("2", 50, 25),
    ]
)


def test_parts() -> None:
    """The parts of a line are those directly below it; without a code, what is part of nothing."""
    assert [one.code for one in HEALTH.parts()] == ["1", "2"]
    assert [one.code for one in HEALTH.parts("1")] == ["1.1", "1.2"]
    assert HEALTH.parts("1.1.1") == ()


def test_sums_are_exact() -> None:
    """What a line does not say itself is the sum of its parts, to the sen; the total adds up what is stated."""
    assert HEALTH.realized("1.1") == Decimal("450.5")
    assert HEALTH.realized("1") == Decimal("550.5")
    assert (HEALTH.total.ceiling, HEALTH.total.realization) == (1050, Decimal("575.5"))
    assert HEALTH.total.exact == Fraction(57550, 1050)
    assert HEALTH.absorption("1.1").value == Decimal("75.08")


def test_a_gap_is_what_the_parts_do_not_explain() -> None:
    """The ceiling without the sum of the parts; zero where they agree, None where there are none."""
    assert [HEALTH.gap(code) for code in ("1", "1.1", "2")] == [-50, 0, None]


def test_one_unknown_part_leaves_the_sum_unknown() -> None:
    """A missing realization is no zero, neither in a line nor in the total; a stated one needs no parts."""
    parts = [line("1.1", 10, 5), line("1.2", 10)]
    unknown = Budget([line("1", 20), *parts])
    assert unknown.realized("1") is None
    assert unknown.total.reason == "not-realized"
    stated = Budget([line("1", 20, 7), *parts])
    assert stated.realized("1") == 7


@pytest.mark.parametrize(
    ("code", "codes", "parent"),
    [
        ("1.2.3", {"1", "1.2"}, "1.2"),
        ("1.2.3", {"1"}, "1"),
        ("1.2.3", {"1.20", "2"}, None),
        ("1", {"1"}, None),
    ],
)
def test_the_parent_is_the_nearest_that_is_extended(code: str, codes: set[str], parent: str | None) -> None:
    """A line is part of the nearest whose code it extends, levels may be left out."""
    assert parent_of(line(code), codes) == parent


def test_a_stated_parent_goes_first() -> None:
    """A stated parent wins over a nearer one; one that is not listed gives way."""
    assert parent_of(line("1.2.3", parent="1"), {"1", "1.2"}) == "1"
    assert parent_of(line("1.2.3", parent="1.2"), {"1"}) == "1"


def test_versions_stay_apart() -> None:
    """The lines of two documents are not added up; one version is chosen."""
    before, after = line("1", 10, version="DPA"), line("1", 12, version="DPPA")
    with pytest.raises(InvalidValueError) as error:
        Budget([before, after])
    assert (error.value.code, error.value.path) == ("budget-versions", "Budget.lines")
    assert error.value.value == "DPA, DPPA"
    assert Budget.of_version([before, after], "DPPA").total.ceiling == 12


def test_a_code_stands_once() -> None:
    """Two lines of one code are an error that names both."""
    with pytest.raises(InvalidValueError) as error:
        Budget([line("1", 10), line("1", 10)])
    assert (error.value.code, error.value.path, error.value.value) == ("budget-twice", "Budget.lines", "1")


def test_one_line_given_twice_is_not_summed_twice() -> None:
    """The same object is as much a repetition as an equal one."""
    same = line("1", 10)
    with pytest.raises(InvalidValueError) as error:
        Budget([same, same])
    assert error.value.code == "budget-twice"


@pytest.mark.parametrize("code", ["3", "1.1.3", 1, ["1"]], ids=str)
def test_unknown_codes_are_refused(code: object) -> None:
    """A code that is not there is refused wherever one is asked for."""
    for asked in (HEALTH.__getitem__, HEALTH.parts, HEALTH.realized, HEALTH.absorption, HEALTH.gap):
        with pytest.raises(UnknownCodeError):
            asked(code)


def test_an_unknown_code_is_answered_with_those_like_it() -> None:
    """A slip in a code is refused with the code that was meant."""
    with pytest.raises(UnknownCodeError) as caught:
        HEALTH["1.1.11"]
    assert caught.value.near == ("1.1.1", "1.1.2", "1.1")
    assert caught.value.way_out == ("Yang mirip: 1.1.1, 1.1.2, 1.1", "Similar ones: 1.1.1, 1.1.2, 1.1")


def test_walk_goes_depth_first() -> None:
    """The whole comes before its parts, in the order of the document."""
    assert [(depth, one.code) for depth, one in HEALTH.walk()] == [
        (0, "1"),
        (1, "1.1"),
        (2, "1.1.1"),
        (2, "1.1.2"),
        (1, "1.2"),
        (0, "2"),
    ]


def test_rows() -> None:
    """One flat dict a line; with text every amount is text."""
    first, second, *_ = HEALTH.rows()
    assert (first["code"], first["parent"], first["depth"], first["gap"]) == ("1", None, 0, -50)
    assert (second["parent"], second["absorption"], second["left"]) == ("1", Decimal("75.08"), Decimal("149.5"))
    assert HEALTH.rows(numbers="text")[1]["realization"] == "450.5"
    with pytest.raises(InvalidValueError) as error:
        HEALTH.rows(numbers="float")
    assert (error.value.path, error.value.value) == ("Budget.rows.numbers", "float")
    (named,) = Budget([line("1", targets=["IKU-1", "IKU-2"])]).rows()
    assert named["targets"] == "IKU-1, IKU-2"


def test_table() -> None:
    """Amounts are written as rupiah in each language; what does not add up, and what has no absorption, is noted."""
    text = Budget([*HEALTH, line("3")]).text("id")
    assert "1: pagu dikurangi jumlah rinciannya -50" in text
    assert "3: realisasi anggaran belum dilaporkan [not-realized]" in text
    (unspent, *_) = Budget([line("3", 5)]).table().rows
    assert unspent[-3:] == ("5", "–", "–")
    assert "450,50" in text
    assert "1,050" in HEALTH.text("en")
    assert "1.050" in HEALTH._repr_html_()
    assert HEALTH.table().title.endswith("(Rp)")
    assert Budget([line("1", version="DPA")]).table("en").title.endswith(", DPA")


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [("6122579000", "6.122.579.000", "6,122,579,000"), ("0", "0", "0"), ("-50.5", "-50,50", "-50.50")],
)
def test_rupiah(amount: str, indonesian: str, english: str) -> None:
    """Thousands are parted the way of the language; sen only where there are some."""
    assert (rupiah_text(Decimal(amount)), rupiah_text(Decimal(amount), "en")) == (indonesian, english)


def test_nothing_is_zero_of_zero() -> None:
    """A budget without lines has a total without absorption."""
    assert (len(Budget([])), Budget([]).total.reason) == (0, "ceiling-zero")


leaves = st.lists(st.tuples(st.integers(0, 10**17), st.integers(0, 10**17)), min_size=1, max_size=12)


@given(leaves, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_sum(amounts: list[tuple[int, int]], chance: object) -> None:
    """Sums up the tree are the sums of the leaves, exact to the rupiah, in whatever order the lines stand."""
    lines = [line(f"1.{at % 3}.{at}", *amount) for at, amount in enumerate(amounts)]
    sums = {at: sum(ceiling for place, (ceiling, _) in enumerate(amounts) if place % 3 == at) for at in range(3)}
    lines += [line(f"1.{at}", ceiling) for at, ceiling in sums.items() if at < len(amounts)]
    lines.append(line("1", sum(sums.values())))
    chance.shuffle(lines)
    budget = Budget(lines)
    assert budget.total.ceiling == sum(ceiling for ceiling, _ in amounts)
    assert budget.total.realization == sum(spent for _, spent in amounts)
    assert {budget.gap(one.code) for one in budget} <= {0, None}
    assert pickle.loads(pickle.dumps(budget)) == budget
