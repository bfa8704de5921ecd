from datetime import date
from typing import Any

import pytest

from sakip import Agreement, Party, Tenure
from sakip.cascade import KEMENKEU, Link, NodeFacts, Post
from sakip.cascade.checks.coverage import CHECKS
from tests.cascade.making import agreed, codes, link, told, validated

HEAD = agreed("PK-1", "KADIS", "II", "BUPATI", {"IKU-1": 100})
A = agreed("PK-2", "KABID-A", "III", "KADIS", {"A-1": 60})
B = agreed("PK-3", "KABID-B", "III", "KADIS", {"B-1": 40})


def test_the_codes() -> None:
    """The checks of this file, in order."""
    assert [check.code for check in CHECKS] == ["CAS201", "CAS202", "CAS203", "CAS204"]


class TestNotCascaded:
    """CAS201: a main indicator of a position with subordinates has somebody below who supports it."""

    def test_fires_without_any_child(self) -> None:
        """Two subordinates, and neither has a part in it: an error down to echelon III."""
        (one,) = told(validated([HEAD, A, B]), "CAS201")
        assert (one.subject, one.severity, one.data["count"]) == ("KADIS/IKU-1", "error", "2")
        assert one.text() == "Tidak satu pun dari 2 jabatan di bawah KADIS/IKU-1 (Eselon II) ikut memikul indikator ini"

    def test_any_child_of_any_kind_will_do(self) -> None:
        """Support from one of them is enough."""
        assert told(validated([HEAD, A, B], [link("KABID-A/A-1", "KADIS/IKU-1")]), "CAS201") == []

    def test_not_without_subordinates(self) -> None:
        """Whoever has nobody below cannot hand anything down."""
        report = validated([A])
        assert codes(report) == []
        assert report.ledger.verdict("CAS201", "KABID-A/A-1") == "not_applicable"

    def test_not_where_all_posts_below_are_vacant(self) -> None:
        """A vacant post carries nothing; a filled one beside it is counted alone."""
        empty = Post("KABID-A", echelon="III", superior="KADIS", vacant=True)
        assert told(validated([HEAD], posts=[empty]), "CAS201") == []
        filled = Post("KABID-B", echelon="III", superior="KADIS")
        (one,) = told(validated([HEAD], posts=[empty, filled]), "CAS201")
        assert one.data["count"] == "1"

    @pytest.mark.parametrize(
        ("echelon", "below", "severity"),
        [("I", "II", "error"), ("III", "IV", "error"), ("IV", "V", "warning"), (None, None, "warning")],
    )
    def test_severity_by_level(self, echelon: str | None, below: str | None, severity: str) -> None:
        """Down to echelon III an error; below it, and where no level is known, a warning."""
        above = agreed("PK-1", "ATAS", echelon, None, {"IKU-1": 1})
        (one,) = told(validated([above, agreed("PK-2", "BAWAH", below, "ATAS", {"B-1": 1})]), "CAS201")
        assert one.severity == severity

    @pytest.mark.parametrize("role", ["mandatory", "additional"])
    def test_only_main_indicators(self, role: Any) -> None:
        """What is imposed on everyone, and additional tasks, need no child."""
        facts = [NodeFacts(("KADIS", "IKU-1"), role=role)]
        assert told(validated([HEAD, A], nodes=facts), "CAS201") == []

    def test_a_reason_is_enough(self) -> None:
        """Stated why nobody below has a part in it, it passes, and is looked at all the same."""
        report = validated([HEAD, A], nodes=[NodeFacts(("KADIS", "IKU-1"), no_cascade_reason="Opini BPK")])
        assert told(report, "CAS201") == []
        assert report.ledger.verdict("CAS201", "KADIS/IKU-1") == "pass"

    def test_a_link_that_leads_nowhere_is_the_headline(self) -> None:
        """A child that is misspelt is one mistake: the parent is not called uncascaded besides."""
        report = validated([HEAD, A], [link("KABID-A/A-9", "KADIS/IKU-1")])
        assert {"CAS102", "CAS201"}.intersection(codes(report)) == {"CAS102"}
        assert report.ledger.verdict("CAS201", "KADIS/IKU-1") == "skipped"


class TestOrphan:
    """CAS202: a main indicator below the top supports something."""

    def test_fires_without_a_link(self) -> None:
        """One of two supports the head, the other nothing."""
        (one,) = told(validated([HEAD, A, B], [link("KABID-A/A-1", "KADIS/IKU-1")]), "CAS202")
        assert (one.subject, one.severity, one.data["superior"]) == ("KABID-B/B-1", "warning", "KADIS")

    def test_not_at_the_top(self) -> None:
        """The highest who promises has nobody to support; that a regent is named as second party changes nothing."""
        report = validated([HEAD, A], [link("KABID-A/A-1", "KADIS/IKU-1")])
        assert codes(report) == []
        assert report.ledger.verdict("CAS202", "KADIS/IKU-1") == "not_applicable"

    def test_a_level_without_promises_is_passed_over(self) -> None:
        """Below a vacant post it is the next one above that counts."""
        posts = [Post("KABID-A", superior="KADIS", vacant=True), Post("KASI", superior="KABID-A")]
        staff = agreed("PK-4", "KASI", "IV", "KADIS", {"S-1": 5})
        (one,) = told(validated([HEAD, staff], posts=posts), "CAS202")
        assert one.data["superior"] == "KADIS"

    @pytest.mark.parametrize("role", ["mandatory", "additional"])
    def test_only_main_indicators(self, role: Any) -> None:
        """An additional task, and one imposed on everyone, stand alone."""
        facts = [NodeFacts(("KABID-A", "A-1"), role=role)]
        assert told(validated([HEAD, A], nodes=facts), "CAS202") == []

    def test_a_link_that_leads_nowhere_is_the_headline(self) -> None:
        """A parent that is misspelt is one mistake."""
        report = validated([HEAD, A], [link("KABID-A/A-1", "KADIS/IKU-7")])
        assert {"CAS102", "CAS202"}.intersection(codes(report)) == {"CAS102"}
        assert report.ledger.verdict("CAS202", "KABID-A/A-1") == "skipped"

    def test_years_stand_apart(self) -> None:
        """That the head promised something last year makes nobody an orphan this year."""
        last = agreed("PK-0", "KADIS", "II", None, {"IKU-1": 90}, year=2024, signed_on=date(2024, 1, 20))
        assert told(validated([last, A]), "CAS202") == []

    def test_superiors_in_a_circle_end(self) -> None:
        """Two posts that are above each other are cut open, and the search ends."""
        posts = [Post("KADIS", superior="KABID-A"), Post("KABID-A", superior="KADIS")]
        assert len(told(validated([HEAD, A], posts=posts), "CAS202")) == 1


def unit(count: int, linked: int, **fields: Any) -> tuple[list[Agreement], list[Link]]:
    """A head and so many subordinates of one unit, of whom some support the head."""
    office = {"office": "Dinas", **fields}
    head = agreed("PK-0", "KADIS", "II", "BUPATI", {"IKU-1": 1}, **office)
    rest = [agreed(f"PK-{at}", f"KASI-{at:02}", "IV", "KADIS", {f"S-{at}": 1}, **office) for at in range(1, count)]
    return [head, *rest], [link(f"KASI-{at:02}/S-{at}", "KADIS/IKU-1") for at in range(1, linked)]


class TestTooShallow:
    """CAS203: more than nine in ten positions down to the required depth lead to the top."""

    @pytest.mark.parametrize(
        ("linked", "percent", "grade"), [(18, "90.00", "B"), (15, "75.00", "C"), (14, "70.00", "C"), (1, "5.00", "E")]
    )
    def test_fires_up_to_ninety_percent(self, linked: int, percent: str, grade: str) -> None:
        """Of 20 positions 18 are 90 percent and not enough; the missing ones are named."""
        agreements, links = unit(20, linked)
        (one,) = told(validated(agreements, links), "CAS203")
        assert (one.subject, one.severity) == ("Dinas", "warning")
        assert (one.data["held"], one.data["count"], one.data["percent"]) == (str(linked), "20", percent)
        assert one.data["grade"] == grade
        assert one.data["missing"].endswith("KASI-19")

    def test_nineteen_of_twenty_are_enough(self) -> None:
        """95 percent are grade A."""
        agreements, links = unit(20, 19)
        assert told(validated(agreements, links), "CAS203") == []

    def test_posts_without_agreement_count(self) -> None:
        """A post that nobody signed for is there; a vacant one, and one below the required depth, is not."""
        agreements, links = unit(2, 2)
        there = Post("KASI-X", unit="Dinas", echelon="IV", superior="KADIS")
        (one,) = told(validated(agreements, links, posts=[there]), "CAS203")
        assert one.text() == (
            "Dinas: sampai eselon IV baru 2 dari 3 jabatan tersambung ke puncak (66,67 %, nilai C); belum: KASI-X"
        )
        empty = Post("KASI-X", unit="Dinas", echelon="IV", superior="KADIS", vacant=True)
        assert told(validated(agreements, links, posts=[empty]), "CAS203") == []
        deep = Post("STAF", unit="Dinas", echelon="PELAKSANA", superior="KADIS")
        assert told(validated(agreements, links, posts=[deep]), "CAS203") == []
        kemenkeu = validated(agreements, links, posts=[deep], profile=KEMENKEU)
        assert told(kemenkeu, "CAS203")[0].data["missing"] == "STAF"

    def test_a_path_may_be_long(self) -> None:
        """Support of a supporter leads to the top as well; support of an orphan does not."""
        low = agreed("PK-4", "KASI", "IV", "KABID-A", {"S-1": 5})
        links = [link("KASI/S-1", "KABID-A/A-1"), link("KABID-A/A-1", "KADIS/IKU-1")]
        assert told(validated([HEAD, A, low], links), "CAS203") == []
        (one,) = told(validated([HEAD, A, low], links[:1]), "CAS203")
        assert (one.data["held"], one.data["missing"]) == ("1", "KABID-A, KASI")

    def test_positions_of_no_unit_are_one_group(self) -> None:
        """Without units the whole cascade is the subject."""
        (one,) = told(validated([HEAD, A, B]), "CAS203")
        assert one.subject == "cascade"
        assert one.text("en").startswith("positions without a unit: down to echelon IV only 1 of 3 positions")

    def test_many_missing_are_cut(self) -> None:
        """A long list of positions ends with a sign for more."""
        agreements, links = unit(40, 1)
        (one,) = told(validated(agreements, links), "CAS203")
        assert one.data["missing"].endswith("KASI-20, …")


def held(starts: date, ends: date | None = None, position: str = "KASI") -> Tenure:
    """Somebody in a position."""
    return Tenure(Party(position), "Contoh", starts=starts, ends=ends)


class TestNoAgreement:
    """CAS204: a position that is filled has an agreement in force."""

    POST = Post("KASI", echelon="IV", superior="KADIS")

    def test_fires_for_a_declared_post(self) -> None:
        """A post that is there and has not signed."""
        (one,) = told(validated([HEAD], posts=[self.POST]), "CAS204")
        assert (one.subject, one.severity) == ("KASI", "error")
        assert one.text() == "KASI terisi, tetapi tidak punya perjanjian tahun 2025 yang berlaku 31 Desember 2025"

    def test_not_for_a_vacant_one(self) -> None:
        """Nobody signs for an empty post."""
        report = validated([HEAD], posts=[Post("KASI", superior="KADIS", vacant=True)])
        assert told(report, "CAS204") == []
        assert report.ledger.verdict("CAS204", "KASI") == "not_applicable"

    def test_not_for_one_that_is_only_named(self) -> None:
        """The regent, named as second party, is not asked for his agreement."""
        report = validated([HEAD])
        assert report.ledger.verdict("CAS204", "BUPATI") == "not_applicable"
        assert codes(report) == []

    def test_an_agreement_is_enough(self) -> None:
        """Signed, the post passes; position and post are one however they are typed."""
        report = validated([HEAD, agreed("PK-4", "Kasi ", "IV", "KADIS", {"S-1": 5})], posts=[self.POST])
        assert told(report, "CAS204") == []
        assert report.ledger.verdict("CAS204", "KASI") == "pass"

    def test_last_years_agreement_is_not(self) -> None:
        """Others have signed for 2025, this one only for 2024."""
        old = agreed("PK-4", "KASI", "IV", "KADIS", {"S-1": 5}, year=2024, signed_on=date(2024, 1, 20))
        assert told(validated([HEAD, old], posts=[self.POST]), "CAS204")[0].data["year"] == "2025"
        assert told(validated([old], posts=[self.POST]), "CAS204") == []

    @pytest.mark.parametrize(("day", "fires"), [(date(2025, 3, 1), False), (date(2025, 2, 28), True)])
    def test_it_is_in_force_from_its_day(self, day: date, fires: bool) -> None:
        """On its first day the agreement is in force, the day before it is not yet."""
        late = agreed("PK-4", "KASI", "IV", "KADIS", {"S-1": 5}, signed_on=date(2025, 3, 1))
        hits = told(validated([HEAD, late], posts=[self.POST], as_of=day), "CAS204")
        assert [one.data["since"] for one in hits] == (["2025-03-01"] if fires else [])

    @pytest.mark.parametrize(("ends", "fires"), [(None, True), (date(2025, 12, 31), True), (date(2025, 12, 30), False)])
    def test_tenures_say_whether_it_is_filled(self, ends: date | None, fires: bool) -> None:
        """Held on the day it is filled; left on the day before, it is not, though nobody calls it vacant."""
        report = validated([HEAD], posts=[self.POST], tenures=[held(date(2025, 2, 1), ends)])
        hits = told(report, "CAS204")
        assert bool(hits) is fires
        assert not hits or "1 Februari 2025" in hits[0].text()

    def test_the_first_of_several_days_is_named(self) -> None:
        """Two agreements that begin later: the position is without one until the first."""
        later = [
            agreed(f"PK-{at}", "KASI", "IV", "KADIS", {f"S-{at}": 5}, signed_on=date(2025, at, 1)) for at in (5, 3)
        ]
        (one,) = told(validated([HEAD, *later], posts=[self.POST], as_of=date(2025, 2, 1)), "CAS204")
        assert one.data["since"] == "2025-03-01"

    def test_who_stands_in_is_the_one_in_office(self) -> None:
        """Beside a definitive official who is away it is the one who stands in."""
        stand_in = Tenure(Party("KASI"), "Contoh B", kind="Plh", starts=date(2025, 12, 20))
        (one,) = told(validated([HEAD], posts=[self.POST], tenures=[held(date(2025, 2, 1)), stand_in]), "CAS204")
        assert "pelaksana harian" in one.text()

    def test_a_position_known_by_its_tenure_alone(self) -> None:
        """Who is in office has a position, whether it is declared or not; no person is named."""
        (one,) = told(validated([HEAD], tenures=[held(date(2025, 2, 1))]), "CAS204")
        assert one.subject == "KASI"
        assert "Contoh" not in one.text() + one.text("en")

    def test_below_the_required_depth_it_is_a_warning(self) -> None:
        """Staff are asked for their agreements where the profile goes down to them."""
        staff = Post("STAF", echelon="PELAKSANA", superior="KADIS")
        assert told(validated([HEAD], posts=[staff]), "CAS204")[0].severity == "warning"
        assert told(validated([HEAD], posts=[staff], profile=KEMENKEU), "CAS204")[0].severity == "error"

    def test_without_any_agreement(self) -> None:
        """The year is then that of the day."""
        assert told(validated([], posts=[self.POST]), "CAS204")[0].data["year"] == "2025"


def test_what_is_too_shallow_is_told_whole() -> None:
    """The unit, down to which level, how many of how many, and who is missing."""
    agreements, links = unit(20, 14)
    (one,) = told(validated(agreements, links), "CAS203")
    missing = ", ".join(f"KASI-{at}" for at in range(14, 20))
    assert dict(one.data) == {
        "unit": "Dinas",
        "level": "IV",
        "held": "14",
        "count": "20",
        "percent": "70.00",
        "grade": "C",
        "missing": missing,
    }
    assert one.text() == (
        f"Dinas: sampai eselon IV baru 14 dari 20 jabatan tersambung ke puncak (70 %, nilai C); belum: {missing}"
    )
    assert one.text("en") == (
        f"Dinas: down to echelon IV only 14 of 20 positions lead to the top (70 %, grade C); missing: {missing}"
    )
