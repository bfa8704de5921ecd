"""Ratings of a team: what counts, how far apart they are, and what keeps them from being a score."""

import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sakip import Period, Reference, Report
from sakip.errors import InvalidValueError
from sakip.scoring import PanelRating, PanelRule, PanelScore, panel_score

TRIMMED = PanelRule("inovasi", low=0, high=100, trim=1, minimum=5, tolerance=30)
PLAIN = PanelRule("rata", low=0, high=100, trim=0, minimum=3)
TEAM = {"Sekda": 90, "Inspektur": 70, "Bappeda": 75, "BKPSDM": 80, "Akademisi": 30}


def panel(*values: Any, rule: PanelRule = PLAIN) -> PanelScore:
    """A panel of raters named by their place."""
    return panel_score("Inovasi", [(f"Penilai {at}", value) for at, value in enumerate(values, 1)], rule=rule)


def test_a_large_panel_is_shown_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows and table look at the panel a few times, however many raters there are."""
    looks = 0
    check = PanelScore.check

    def counted(self: PanelScore) -> Report:
        nonlocal looks
        looks += 1
        return check(self)

    monkeypatch.setattr(PanelScore, "check", counted)
    found = panel(*range(50), rule=PanelRule("besar", low=0, high=100, trim=1, minimum=5))
    assert [row["counts"] for row in found.rows()] == [False, *[True] * 48, False]
    assert len(found.table().rows) == 50
    assert looks < 20


class TestNumber:
    @pytest.mark.parametrize(
        ("rule", "values", "expected"),
        [
            (PLAIN, (90, 70, 75), Fraction(235, 3)),
            (PLAIN, (0, 0, 0), 0),
            (PLAIN, (100, 100, 99), Fraction(299, 3)),
            (TRIMMED, (90, 70, 75, 80, 30), 75),
            (TRIMMED, (30, 90, 80, 75, 70), 75),
            (TRIMMED, (50, 50, 50, 50, 50), 50),
            (TRIMMED, (0, 0, 50, 100, 100), 50),
            (TRIMMED, (60, 60, 60, 60, 100, 100), 70),
        ],
    )
    def test_mean(self, rule: PanelRule, values: tuple[int, ...], expected: Fraction) -> None:
        """The mean of what counts, exactly; the order of the raters does not matter."""
        assert panel(*values, rule=rule).exact == expected

    def test_rounded_by_the_rule(self) -> None:
        """Half up, to the rule's decimals; the exact mean stands beside it."""
        rule = PanelRule("satu", low=0, high=100, trim=0, minimum=2, digits=0)
        found = panel(70, 71, rule=rule)
        assert (found.value, found.exact) == (Decimal(71), Fraction(141, 2))

    def test_who_did_not_rate_gave_no_zero(self) -> None:
        """A rater without a rating is not counted, neither as zero nor towards the minimum."""
        assert panel(90, 70, None, 80).exact == 80
        assert panel(90, 70, None).reason is not None

    def test_what_counts_and_what_does_not(self) -> None:
        """One of the lowest and one of the highest is left out, whoever among equals it is."""
        found = panel_score("Inovasi", TEAM.items(), rule=TRIMMED)
        assert [one.rater for one in found.counted] == ["Inspektur", "Bappeda", "BKPSDM"]
        assert [one.rater for one in found.left_out] == ["Akademisi", "Sekda"]
        assert panel(90, 70, 75).left_out == ()


class TestFindings:
    @pytest.mark.parametrize(
        ("values", "reason"),
        [((), "too-few-raters"), ((90, 80), "too-few-raters"), ((90, 80, 101), "ratings-refused")],
    )
    def test_no_number(self, values: tuple[int, ...], reason: str) -> None:
        """Too few raters, or a rating off the scale, leave the panel without a number and the indicator unreported."""
        found = panel(*values)
        assert found.reason is not None
        assert (found.value, found.exact, found.counted, found.reason.code) == (None, None, (), reason)
        assert not found.realization("IKU-1").is_measured

    @pytest.mark.parametrize(("value", "codes"), [(-1, ("PANEL-SCALE",)), (0, ()), (100, ()), (101, ("PANEL-SCALE",))])
    def test_scale(self, value: int, codes: tuple[str, ...]) -> None:
        """Both ends of the scale are on it."""
        assert panel(50, 60, value).check().codes() == codes

    def test_a_rater_counts_once(self) -> None:
        """One rater with two ratings is named, and nothing is made of them."""
        found = panel_score("Inovasi", [("Sekda", 90), ("Sekda", 80), ("Inspektur", 70)], rule=PLAIN)
        assert found.check().codes() == ("PANEL-TWICE",)
        assert found.value is None

    @pytest.mark.parametrize(("highest", "disputed"), [(80, False), (81, True)])
    def test_apart(self, highest: int, disputed: bool) -> None:
        """Further apart than the rule tolerates is a warning that names both raters; the score stays."""
        rule = PanelRule("inovasi", low=0, high=100, trim=0, minimum=2, tolerance=30)
        found = panel_score("Inovasi", [("Sekda", highest), ("Inspektur", 50)], rule=rule)
        assert (found.is_disputed, found.spread) == (disputed, highest - 50)
        assert found.check().codes() == (("PANEL-APART",) if disputed else ())
        assert found.value is not None
        if disputed:
            assert "Inspektur memberi 50, Sekda memberi 81" in found.check().findings[0].text("id")

    def test_any_distance_without_a_tolerance(self) -> None:
        """A rule without a tolerance never calls a panel disputed."""
        found = panel(0, 50, 100)
        assert (found.is_disputed, found.spread, len(found.check())) == (False, 100, 0)

    def test_a_distance_of_any_size(self) -> None:
        """Even numbers that the scale does not know are apart by some amount."""
        found = panel(-(10**18) + 1, 10**18 - 1, "0.5")
        assert found.spread == 2 * (10**18 - 1)
        assert panel().spread is None


def test_shown() -> None:
    """The table says what counts, the rule with its source, the score and the distance."""
    rule = PanelRule(
        "inovasi",
        low=0,
        high=100,
        trim=1,
        minimum=5,
        tolerance=30,
        reference=Reference("Perbup Contoh 1/2026", article="7", certainty="read"),
    )
    found = panel_score("Inovasi", [*TEAM.items(), ("Kominfo", None)], rule=rule)
    text = found.text("id", width=120)
    assert "ditinggalkan menurut aturan" in text
    assert "tidak menilai" in text
    assert "Nilai panel: 75,00" in text
    assert "Perbup Contoh 1/2026, Pasal 7" in text
    assert "berselisih 60, lebih dari 30" in text
    assert "Panel score: 75.00" in found.text("en", width=120)
    assert "<b>" not in panel_score("<b>", TEAM.items(), rule=rule)._repr_html_()
    assert "[too-few-raters]" in panel(1).text("id")


def test_rows() -> None:
    """One row a rating, as it was given; numbers as text where that is asked for."""
    found = panel_score(
        "Inovasi", [PanelRating("Sekda", "90.5", note="Baik"), ("A", None), ("B", 1), ("C", 2)], rule=PLAIN
    )
    assert found.rows(numbers="text")[:2] == [
        {"rater": "Sekda", "value": "90.5", "counts": True, "note": "Baik"},
        {"rater": "A", "value": None, "counts": False, "note": None},
    ]
    assert found.rows()[0]["value"] == Decimal("90.5")
    with pytest.raises(InvalidValueError) as caught:
        found.rows(numbers="float")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("unknown-numbers", "PanelScore.rows.numbers")


def test_realization_of_a_period() -> None:
    """The period and the status go along."""
    quarter = Period.quarter(2025, 1)
    found = panel(90, 80, 70).realization("IKU-1", period=quarter, status="verified")
    assert (found.period, found.status, found.code) == (quarter, "verified", "IKU-1")


def test_kept() -> None:
    """A panel survives pickling."""
    found = panel_score("Inovasi", TEAM.items(), rule=TRIMMED)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    "arguments",
    [
        ("", [("A", 1)], PLAIN),
        ("Inovasi", [1], PLAIN),
        ("Inovasi", [("A", 1, 2)], PLAIN),
        ("Inovasi", [("A", 0.5)], PLAIN),
        ("Inovasi", [("", 1)], PLAIN),
        ("Inovasi", [("A", 1)], "mean"),
        ("Inovasi", 5, PLAIN),
        ("Inovasi", "AB", PLAIN),
    ],
    ids=str,
)
def test_refused(arguments: tuple[Any, Any, Any]) -> None:
    """Arguments of another kind raise; what is wrong with a panel is a finding."""
    subject, ratings, rule = arguments
    with pytest.raises(InvalidValueError):
        panel_score(subject, ratings, rule=rule)


def test_says_whose_rating_cannot_stand() -> None:
    """Below the reason stands the rater, and what he gave."""
    found = panel(90, 101, 70).text("id", width=120)
    assert "1 nilai panel tidak sah [ratings-refused]" in found
    assert "Penilai Penilai 2 memberi 101 untuk Inovasi, di luar skala 0 sampai 100" in found
    assert panel(90).text("id", width=120).count("sedikitnya") == 1
