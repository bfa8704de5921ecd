"""What a table can say is read back as it was, in whatever order its rows stand, and no row is lost in silence."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sakip import (
    Agreement,
    Level,
    NotReported,
    Objective,
    Party,
    Period,
    Range,
    Reading,
    Realization,
    Target,
    agreements_from_rows,
    evaluate_many,
    format_number,
)
from sakip.policies import LKJIP
from sakip.scoring import NotEvaluated, Weights
from sakip.testing import agreements_with_realizations, numbers, ranges

POLICY = LKJIP.evolve(weights=Weights(total=None, per="objective", absent="equal"))
YEAR = Period.year(2025)
QUARTERS = YEAR.parts("quarter")
PROMISED = {
    "agreement": "PK",
    "office": "OPD",
    "position": "Jabatan",
    "echelon": "Eselon",
    "second_position": "Atasan",
    "second_office": "Kantor Atasan",
    "second_echelon": "Eselon Atasan",
    "signed_on": "Tanggal",
    "objective": "Sasaran",
    "objective_code": "Kode Sasaran",
    "code": "Kode",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Polaritas",
    "consolidation": "Konsolidasi",
    "measure": "Ukuran",
    "scale": "Skala",
    "target": "Target",
    "target_low": "Batas bawah",
    "target_high": "Batas atas",
    "weight": "Bobot",
}
TARGETS = ("Target TW 1", "Target TW 2", "Target TW 3", "Target TW 4")
RESULTS = ("TW 1", "TW 2", "TW 3", "TW 4")
WIDE: dict[str, Any] = {**PROMISED, "trajectory": TARGETS, "realization": RESULTS, "year_realization": "Setahun"}
LONG: dict[str, Any] = {**PROMISED, "period": "Periode", "trajectory": "Target periode", "realization": "Realisasi"}
REPORTED = ("PK", "Kode", "Periode", "Realisasi")

Pair = tuple[Agreement, tuple[Realization, ...]]
Rows = list[dict[str, object]]

# Made once: a strategy that is made anew for every draw costs far more than the reading under test.
DRAWN = st.lists(agreements_with_realizations(), min_size=1, max_size=3)
ONE = numbers()
ONE_RANGE = ranges()
HOW = st.none() | st.sampled_from(["sum", "average", "last_level"])
PLANNED = st.dictionaries(st.sampled_from(QUARTERS), ONE)
REPORTED_FOR = st.lists(st.sampled_from([None, *QUARTERS]), unique=True)


@st.composite
def pairs(draw: Any) -> list[Pair]:
    """Agreements with what was delivered, as far as a table can say it: quarters, the year, or both."""
    return [_sayable(draw, f"PK-{at}", *pair) for at, pair in enumerate(draw(DRAWN))]


PAIRS = pairs()


def _sayable(draw: Any, code: str, agreement: Agreement, realizations: Iterable[Realization]) -> Pair:
    objectives = [
        Objective(one.name, [_promise(draw, target) for target in one.targets], code=f"S{at}")
        for at, one in enumerate(agreement.objectives)
    ]
    first, second = agreement.first_party, agreement.second_party
    kept = Agreement(
        code,
        year=agreement.year,
        first_party=_party(first),
        second_party=None if second is None else _party(second),
        signed_on=agreement.signed_on,
        objectives=objectives,
    )
    return kept, tuple(each for one in realizations for each in _by_period(draw, one))


def _party(party: Party) -> Party:
    return Party(party.position, office=party.office, echelon=party.echelon)


def _promise(draw: Any, target: Target) -> Target:
    if not isinstance(target.value, Decimal):
        return target
    target = evolve(target, indicator=evolve(target.indicator, consolidation=draw(HOW)))
    if draw(st.booleans()):
        return evolve(target, value=draw(ONE_RANGE))
    return evolve(target, trajectory=draw(PLANNED))


def _by_period(draw: Any, one: Realization) -> list[Realization]:
    return [evolve(one, period=period, value=_else(draw, one.value)) for period in draw(REPORTED_FOR)]


def _else(draw: Any, value: Any) -> Any:
    return draw(ONE) if isinstance(value, Decimal) else value


def written(number: object, *, as_text: bool) -> object:
    """A cell: numbers as printed in Indonesia or as they are, levels by their names, everything else as it is."""
    if isinstance(number, Level):
        return number.name
    return format_number(number) if as_text and isinstance(number, Decimal) else number


def promise_of(agreement: Agreement, objective: Objective, target: Target, *, as_text: bool) -> dict[str, object]:
    """The cells of one target, but for its periods."""
    indicator, value, second = target.indicator, target.value, agreement.second_party
    low, high = (value.low, value.high) if isinstance(value, Range) else (None, None)
    said: dict[str, object] = {
        "agreement": agreement.code,
        "office": agreement.first_party.office,
        "position": agreement.first_party.position,
        "echelon": agreement.first_party.echelon,
        "second_position": second and second.position,
        "second_office": second and second.office,
        "second_echelon": second and second.echelon,
        "signed_on": agreement.signed_on,
        "objective": objective.name,
        "objective_code": objective.code,
        "code": indicator.code,
        "indicator": indicator.name,
        "unit": indicator.unit,
        "polarity": indicator.polarity,
        "consolidation": indicator.consolidation,
        "measure": indicator.measure,
        "scale": indicator.scale,
        "target": None if isinstance(value, Range) else value,
        "target_low": low,
        "target_high": high,
        "weight": target.weight,
    }
    return {PROMISED[name]: written(cell, as_text=as_text) for name, cell in said.items()}


def wide(found: list[Pair], *, as_text: bool) -> Rows:
    """One row for each target, with a column for each quarter and one for the year."""
    rows: Rows = []
    for agreement, realizations in found:
        results = {(one.code, one.period): one.value for one in realizations}
        for objective in agreement.objectives:
            for target in objective.targets:
                planned = dict(target.trajectory)
                cells: dict[str, object] = {"Setahun": results.get((target.code, None))}
                for period, goal, result in zip(QUARTERS, TARGETS, RESULTS, strict=True):
                    cells |= {goal: planned.get(period), result: results.get((target.code, period))}
                kept = {name: written(cell, as_text=as_text) for name, cell in cells.items()}
                rows.append({**promise_of(agreement, objective, target, as_text=as_text), **kept})
    return rows


def long(found: list[Pair], *, as_text: bool) -> Rows:
    """One row for each period of a target, and one of the year for a target without any."""
    rows: Rows = []
    for agreement, realizations in found:
        results = {(one.code, one.period or YEAR): one.value for one in realizations}
        for objective in agreement.objectives:
            for target in objective.targets:
                planned = dict(target.trajectory)
                periods = {*planned, *(period for code, period in results if code == target.code)} or {YEAR}
                for period in sorted(periods):
                    cells = {"Target periode": planned.get(period), "Realisasi": results.get((target.code, period))}
                    kept = {name: written(cell, as_text=as_text) for name, cell in cells.items()}
                    said = promise_of(agreement, objective, target, as_text=as_text)
                    rows.append({**said, "Periode": period.label(), **kept})
    return rows


def read(rows: Iterable[Any], columns: dict[str, Any], **arguments: Any) -> Reading:
    """The reading of a table of 2025, written in the Indonesian convention."""
    return agreements_from_rows(rows, **{"columns": columns, "year": 2025, "convention": "id", **arguments})


def ordered(realizations: Iterable[Realization]) -> list[Realization]:
    """Realizations in an order of their own, a period of the year being the year."""
    named = [evolve(one, period=None if one.period == YEAR else one.period) for one in realizations]
    return sorted(named, key=lambda one: (one.code, "" if one.period is None else one.period.code))


def assert_equal(reading: Reading, found: list[Pair]) -> None:
    """The reading holds these agreements and realizations and nothing else, and nothing of it is an error of rows."""
    assert list(reading.agreements) == [agreement for agreement, _ in found]
    assert [ordered(each) for _, each in reading] == [ordered(each) for _, each in found]
    assert [one.code for one in reading.report.errors if one.code.startswith(("ROW", "CELL"))] == []
    assert reading.left_out == ()


class TestRoundTrip:
    """Rows written from agreements and realizations give equal agreements and realizations."""

    @given(PAIRS, st.booleans())
    def test_wide(self, found: list[Pair], as_text: bool) -> None:
        """With a column for each quarter."""
        assert_equal(read(wide(found, as_text=as_text), WIDE), found)

    @given(PAIRS, st.booleans())
    def test_by_heads(self, found: list[Pair], as_text: bool) -> None:
        """With our own names of the fields as heads, and no map; the columns of a field that nobody fills too."""
        names = {column: name for name, column in {**PROMISED, "year_realization": "Setahun"}.items()}
        rows = [{names.get(head, head): cell for head, cell in row.items()} for row in wide(found, as_text=as_text)]
        own = agreements_from_rows(rows, year=2025, convention="id")
        assert_equal(own, found)
        assert own.report.of("ROW-HEADS-UNREAD").codes() == ()

    @given(PAIRS, st.booleans())
    def test_long(self, found: list[Pair], as_text: bool) -> None:
        """With a row for each period."""
        assert_equal(read(long(found, as_text=as_text), LONG), found)

    @given(PAIRS)
    def test_two_tables(self, found: list[Pair]) -> None:
        """With what was promised in one table and what was delivered in another."""
        rows = long(found, as_text=True)
        given_rows = [{name: row[name] for name in REPORTED} for row in rows]
        promised = [{name: cell for name, cell in row.items() if name != "Realisasi"} for row in rows]
        assert_equal(read(promised, LONG, realizations=given_rows), found)

    @given(PAIRS)
    def test_plain_numbers(self, found: list[Pair]) -> None:
        """Numbers that came as numbers have one reading in every convention."""
        rows = wide(found, as_text=False)
        assert read(rows, WIDE, convention=None).pairs == read(rows, WIDE).pairs


def scores(reading: Reading) -> dict[str, Any]:
    """Total and scores of each agreement by code."""
    results = zip(reading.agreements, evaluate_many(reading, policy=POLICY), strict=True)
    return {agreement.code: _score(result) for agreement, result in results}


def _score(result: Any) -> Any:
    if isinstance(result, NotEvaluated):
        return Counter(result.report.codes())
    return result.score.exact, {one.code: one.score.exact for one in result}


def without_rows(reading: Reading) -> Counter[Any]:
    """What was found, without the numbers of rows and what counts on them."""
    return Counter((one.code, one.place and (one.place.column, one.place.key)) for one in reading.report)


SPOILT: tuple[tuple[str, object], ...] = (
    ("Target", ""),
    ("Target", "5 juta"),
    ("Target", "lima"),
    ("Polaritas", "naik"),
    ("Kode", ""),
    ("Indikator", "a\x00"),
    ("Satuan", "=A1"),
    ("Bobot", "-5"),
    ("TW 2", "100 dari 110"),
    ("Setahun", [1]),
    ("Eselon", "pejabat"),
)
SPOILING = st.just(()) | st.sampled_from(SPOILT).map(lambda pair: (pair,))


AGAIN = st.sampled_from(
    (*SPOILT, ("Target", "96"), ("Satuan", "orang"), ("Atasan", "Wali Kota"), ("Periode", ""), ("Periode", "TW 9"))
)


@st.composite
def spoilt(draw: Any) -> tuple[dict[str, Any], Rows]:
    """A table some of whose cells are as people leave them, and some of whose rows stand there again, not all alike."""
    columns, written_as = draw(st.sampled_from([(WIDE, wide), (LONG, long)]))
    rows: Rows = written_as(draw(PAIRS), as_text=True)
    for row in rows:
        row.update(draw(SPOILING))
    again = draw(st.lists(st.sampled_from(rows), max_size=2)) if rows else []
    return columns, [*rows, *({**row, **dict([draw(AGAIN)] if draw(st.booleans()) else [])} for row in again)]


def contents(rows: Rows, columns: dict[str, Any], numbers: Iterable[int]) -> Counter[str]:
    """What is read in these rows: of two that are alike, either may be the one that is used."""
    read_ = [name for held in columns.values() for name in ((held,) if isinstance(held, str) else held)]
    return Counter(repr([rows[number - 1].get(name) for name in read_]) for number in numbers)


def promises(reading: Reading) -> dict[tuple[str, str], Any]:
    """Every target and the parties of its agreement, without their order."""
    return {
        (agreement.code, target.code): (
            agreement.first_party,
            agreement.second_party,
            agreement.signed_on,
            target,
        )
        for agreement in reading.agreements
        for target in agreement.targets
    }


class TestOrder:
    """The order of rows changes nothing but row numbers and order."""

    @given(spoilt(), st.randoms(use_true_random=False))
    def test_rows_in_another_order(self, table: tuple[dict[str, Any], Rows], random: Any) -> None:
        """The same is read, found and scored, row by row."""
        columns, rows = table
        turned = list(rows)
        random.shuffle(turned)
        first, second = read(rows, columns), read(turned, columns)
        assert contents(rows, columns, first.used) == contents(turned, columns, second.used)
        assert promises(first) == promises(second)
        assert scores(first) == scores(second)
        assert without_rows(first) == without_rows(second)

    @given(spoilt(), st.data())
    def test_a_bad_row_spoils_itself_alone(self, table: tuple[dict[str, Any], Rows], data: Any) -> None:
        """What stands beside a row that cannot be read is read as it was without it."""
        columns, rows = table
        place = data.draw(st.integers(0, len(rows)))
        bad = data.draw(st.sampled_from([{}, None, 5, {"Target": "x"}, {"OPD": "BIDANG"}]))
        assert read([*rows[:place], bad, *rows[place:]], columns).pairs == read([*rows, bad], columns).pairs


CELLS = st.one_of(
    st.sampled_from(
        ["", "-", "1", "2", "95", "98,5", "1.250", "5 juta", "=A1", "#N/A", "TW I", "TW 9", "WTP", "\x00", "x" * 5000]
    ),
    st.sampled_from(["positif", "negatif", "Total", "Rata-rata", "Kode", "Target", "Indikator", "2025", "80 - 90"]),
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.integers(),
    st.decimals(),
    st.floats(),
    st.dates(),
    st.text(max_size=5),
    st.just([1]),
    st.just({"a": 1}),
    st.just(NotReported()),
    st.just(date(2025, 1, 1)),
)
NAMES = (
    "OPD",
    "Kode",
    "Indikator",
    "Satuan",
    "Jenis",
    "Target",
    "Bawah",
    "Atas",
    "Periode",
    "Realisasi",
    "N",
    "D",
    "Tahun",
    "T",
)
MAPPING: dict[str, Any] = {
    "office": "OPD",
    "code": "Kode",
    "indicator": "Indikator",
    "unit": "Satuan",
    "polarity": "Jenis",
    "target": "Target",
    "target_low": "Bawah",
    "target_high": "Atas",
    "period": "Periode",
    "realization": "Realisasi",
    "numerator": "N",
    "denominator": "D",
    "year": "Tahun",
    "trajectory": "T",
}
GOOD = {"OPD": "Dinas", "Kode": "1", "Indikator": "Cakupan", "Satuan": "%", "Jenis": "positif", "Target": "95"}
ANY_ROW = st.one_of(
    st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, CELLS)),
    st.builds(lambda own: {**GOOD, **own}, st.dictionaries(st.sampled_from(NAMES), CELLS, max_size=3)),
    # The same row twice, as people copy it, and one that only promises something else.
    st.sampled_from([GOOD, {**GOOD, "Target": "96"}]),
    CELLS,
)


class TestNothingIsLost:
    """Every row is used or named, whatever stands in it."""

    @given(
        st.lists(ANY_ROW, max_size=6),
        st.sampled_from([(), ("OPD",), ("OPD", "Kode")]),
        st.sampled_from([None, "id", "plain"]),
        st.sampled_from([None, "shortest"]),
        st.sampled_from([None, 2025]),
    )
    def test_any_rows(
        self, rows: list[Any], fill_down: tuple[str, ...], convention: Any, floats: Any, year: Any
    ) -> None:
        """A reading never fails, and its report is JSON as it is."""
        reading = read(
            rows,
            MAPPING,
            fill_down=fill_down,
            convention=convention,
            floats=floats,
            year=year,
            values={"-": NotReported()},
            defaults={"per": 100},
        )
        named = {one.place.row for one in reading.report if one.place}
        assert set(reading.used) | named >= set(range(1, len(rows) + 1))
        assert set(reading.used).isdisjoint(reading.left_out)
        told = reading.report.rows(numbers="text")
        assert json.loads(json.dumps(told)) == told
        assert reading.report.text("en")
        assert reading._repr_html_()

    @given(st.lists(ANY_ROW, max_size=4), st.lists(ANY_ROW, max_size=4))
    def test_any_second_table(self, rows: list[Any], given_rows: list[Any]) -> None:
        """A row of the first table is used or named, and one of the second becomes a realization or is named."""
        reading = read(rows, MAPPING, realizations=given_rows)
        named = {(one.place.table, one.place.row) for one in reading.report if one.place}
        assert {("rows", number) for number in reading.left_out} <= named
        unnamed = {("realizations", number) for number in range(1, len(given_rows) + 1)} - named
        assert len(unnamed) <= sum(len(delivered) for _, delivered in reading)
