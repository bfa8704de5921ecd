import copy
import json
import pickle
from typing import Any

import pytest
from attrs import evolve

from sakip import NotReported, Realization
from sakip.cascade import CATALOGUE, Cascade, CascadeReport, Change, NodeFacts, Suppression, revalidate
from sakip.cascade.report.report import judged
from sakip.errors import InvalidValueError, SakipError
from tests.cascade.making import TOP, YEAR_END, family, pk, report_on, target

LOW, OTHER = ("KABID-2", "A"), ("KABID-3", "B")
AMOUNTS = {TOP: 95, LOW: 38, OTHER: 57}


def clean(**fields: Any) -> Cascade:
    """A parent whose two children promise and deliver what it does."""
    return family(target("T", 100), target("A", 40), target("B", 60), **{"realizations": AMOUNTS, **fields})


UNREPORTED = {**AMOUNTS, OTHER: [Realization("B", NotReported())]}
SHORT = family(target("T", 105), target("A", 40), target("B", 60), realizations=AMOUNTS)


class TestVerdict:
    """What a report concludes, and what it never does."""

    def test_a_clean_cascade_passes(self) -> None:
        """Numbers were compared, nothing fails and nothing is missing."""
        report = report_on(clean())
        assert (report.verdict, report.ok, report.ok_lenient, report.compared) == ("ok", True, True, 1)

    def test_an_error_fails(self) -> None:
        """One error is enough; set aside for a reason, it counts no more."""
        report = report_on(SHORT)
        assert (report.verdict, report.ok, report.ok_lenient) == ("failed", False, False)
        aside = Suppression("Sudah dibahas", by="Biro Organisasi", code="CAS301")
        assert report_on(SHORT, suppressions=[aside]).ok

    @pytest.mark.parametrize("cascade", [Cascade(), Cascade([pk("PK-1", "KADIS", "II", None, target("T"))])])
    def test_nothing_checked_is_no_success(self, cascade: Cascade) -> None:
        """An empty cascade, or one without arithmetic, compares nothing, and that is not passing."""
        report = report_on(cascade)
        assert (report.verdict, report.ok, report.ok_lenient) == ("nothing_checked", False, False)

    def test_no_comparing_check_is_no_success(self) -> None:
        """Where the checks that compare are not asked, nothing is compared."""
        assert report_on(clean(), checks=CATALOGUE[:1]).verdict == "nothing_checked"

    def test_missing_data_does_not_pass(self) -> None:
        """A group that cannot be verified is incomplete: strictly no pass, leniently one."""
        report = report_on(clean(realizations=UNREPORTED))
        assert (report.verdict, report.ok, report.ok_lenient) == ("incomplete", False, True)

    def test_a_measured_parent_need_not_be_verified(self) -> None:
        """What has a source of its own is not held against children that have not reported."""
        report = report_on(clean(realizations=UNREPORTED, nodes=[NodeFacts(TOP, calc="measured")]))
        assert report.verdict != "incomplete"

    def test_missing_data_may_be_set_aside(self) -> None:
        """For a stated reason it no longer stands in the way."""
        aside = Suppression("Rilis BPS bulan Maret", by="Bappeda", code="CAS403")
        assert report_on(clean(realizations=UNREPORTED), suppressions=[aside]).ok

    def test_warnings_do_not_fail(self) -> None:
        """A warning is told and passes."""
        profile = evolve(report_on(SHORT).settings.profile, severities=(("CAS301", "warning"),))
        report = report_on(SHORT, profile=profile)
        assert [one.severity for one in report.findings if one.code == "CAS301"] == ["warning"]
        assert report.ok


class TestText:
    """What people read."""

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("id", "Kaskade per 31 Desember 2025: lolos. Angka dibandingkan pada 1 dari 1 induk."),
            ("en", "Cascade on 31 December 2025: passed. Numbers were compared on 1 of 1 parents."),
        ],
    )
    def test_the_first_line_says_what_was_compared(self, lang: Any, said: str) -> None:
        """Also of a clean report; there it is followed by the word that nothing was found."""
        report = report_on(clean())
        assert report.summary(lang) == said
        assert report.text(lang, width=100).split("\n")[0] == said
        assert len(report.text(lang, width=100).split("\n")) == 2

    def test_findings_follow(self) -> None:
        """Each with its code and subject, then what can be done and on what basis."""
        text = report_on(SHORT).text()
        assert "belum lolos" in text
        assert "CAS301" in text
        assert "Dasar: PermenPANRB 88/2021" in text
        assert text != report_on(SHORT).text("en")

    def test_names_from_forms_are_escaped(self) -> None:
        """A name is text, in a notebook too."""
        bad = Cascade(
            [pk("PK-1", "<b>KADIS</b>", "II", None, target("T")), pk("PK-2", "X", "III", "<b>KADIS</b>", target("A"))]
        )
        page = report_on(bad)._repr_html_()
        assert "<b>" not in page
        assert "&lt;b&gt;KADIS" in page

    def test_an_unknown_language_is_refused(self) -> None:
        """Two languages, and no other."""
        bad: Any = "jv"
        for ask in (report_on(SHORT).text, report_on(SHORT).rows, report_on(SHORT).to_sarif, report_on(clean()).text):
            with pytest.raises(InvalidValueError):
                ask(bad)


class TestKeeping:
    """A report is kept as what it was made from."""

    def test_it_is_pickled_and_copied(self) -> None:
        """What comes back says the same."""
        for again in (pickle.loads(pickle.dumps(report_on(SHORT))), copy.deepcopy(report_on(SHORT))):
            assert again.findings == report_on(SHORT).findings
            assert again.settings == report_on(SHORT).settings

    def test_changes_are_kept_with_it(self) -> None:
        """A report that was validated again is that of the changed cascade."""
        report = revalidate(report_on(SHORT), Change({LOW: 1}))
        again = pickle.loads(pickle.dumps(report))
        assert again.cascade == report.cascade
        assert again.findings == report.findings
        assert again.changes == ()

    def test_it_is_read_back_from_data(self) -> None:
        """Through JSON, with suppressions and the part of the year."""
        aside = Suppression("Sudah dibahas", by="Biro Organisasi", code="CAS301", until=YEAR_END)
        report = report_on(SHORT, suppressions=[aside], rounded="truncate")
        again = CascadeReport.from_dict(json.loads(json.dumps(report.to_dict())))
        assert again.findings == report.findings
        assert again.settings == report.settings

    def test_it_is_what_validate_gives(self) -> None:
        """The same inputs, the same report."""
        report = report_on(SHORT)
        assert judged(SHORT, report.settings).findings == report.findings


def test_headlines_are_those_that_stand_alone() -> None:
    """Neither consequences nor what is set aside."""
    report = report_on(SHORT, suppressions=[Suppression("Sudah dibahas", by="Bappeda", code="CAS301")])
    assert "CAS301" in [one.code for one in report.findings]
    assert "CAS301" not in [one.code for one in report.headlines]


def test_it_can_be_asked_why() -> None:
    """The difference between target and realization is split exactly."""
    split = report_on(SHORT).attribute(TOP)
    assert (split.total, split.reporting, split.performance, split.planning) == (-10, 0, -5, -5)


@pytest.mark.parametrize("name", ["attribute", "trace", "what_if", "hypotheses", "tree"])
@pytest.mark.parametrize(("key", "code"), [(5, "not-a-node"), (("KADIS", "TT"), "unknown-node")])
def test_a_question_about_no_node_names_what_was_asked(name: str, key: Any, code: str) -> None:
    """Whoever mistypes a key learns in which call."""
    with pytest.raises(SakipError) as caught:
        getattr(report_on(SHORT), name)(key)
    assert (caught.value.code, caught.value.path) == (code, f"CascadeReport.{name}")


@pytest.mark.parametrize("name", ["trace", "what_if", "hypotheses"])
def test_a_question_about_no_number_names_what_was_asked(name: str) -> None:
    """A node has a target and a realization, and nothing else."""
    with pytest.raises(SakipError) as caught:
        getattr(report_on(SHORT), name)(TOP, "capaian")
    assert (caught.value.code, caught.value.path) == ("unknown-cell", f"CascadeReport.{name}")


def test_a_group_without_data_makes_it_incomplete_wherever_it_stands() -> None:
    """The number of a parent is none of a link: whoever comes before it changes nothing."""
    made = {TOP: 10, ("KABID-2", "A"): 4}
    group = family(target("T", 10), target("A", 6), target("B", 4), realizations=made)
    for others in range(4):
        lone = [pk(f"PK-0{at}", f"A-{at}", None, None, target("X")) for at in range(others)]
        cascade = evolve(group, agreements=[*lone, *group.agreements])
        assert report_on(cascade).verdict == "incomplete"
