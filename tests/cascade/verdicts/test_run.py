from collections.abc import Iterable
from typing import Any

from attrs import evolve

from sakip.cascade import CATALOGUE, PEMDA, Check, Hit, Profile
from sakip.cascade.verdicts.run import Run
from tests.cascade.making import family, report_on, target

CASCADE = family(target("T", 100), target("A", 40), target("B", 60))


def check(code: str, verdicts: dict[int, Any], subject: Any = "node", **fields: Any) -> Check:
    """A check with set answers by the number of its subject: a verdict, or a hit."""

    def find(_: Any, number: int) -> Iterable[Hit]:
        answer = verdicts.get(number)
        return () if answer is None else (answer if isinstance(answer, Hit) else Hit(verdict=answer),)

    base = CATALOGUE[0]
    texts = {"title": base.title, "message": base.title, "fix": base.fix, "basis": base.basis}
    return Check(code, code.lower(), "error", subject=subject, find=find, **texts, **fields)


def run(*checks: Check, **settings: Any) -> Run:
    """What these checks answer on KADIS/T (0), KABID-2/A (1) and KABID-3/B (2)."""
    return report_on(CASCADE, checks=checks, **settings).run


def verdicts(found: Run, code: str) -> dict[int, str]:
    """The verdicts of one check that are written down."""
    return {number: entry.verdict for number, entry in found.written[code].items()}


def test_a_prerequisite_that_fails_skips_what_builds_on_it() -> None:
    """On that node alone, and by its name."""
    found = run(check("X1", {1: "fail"}), check("X2", {}, after=("X1",)))
    assert verdicts(found, "X2") == {1: "skipped"}
    assert found.written["X2"][1].by == "X1"


def test_only_a_failure_that_counts_is_a_barrier() -> None:
    """Neither what is unknown, nor a note, nor something skipped keeps others from being asked."""
    first = {0: "unknown", 1: Hit(severity="note"), 2: "skipped"}
    assert verdicts(run(check("X1", first), check("X2", {}, after=("X1",))), "X2") == {}


def test_what_is_unknown_is_no_error_unless_a_profile_says_so() -> None:
    """Missing data makes a report incomplete, not failed."""
    unsure = check("X1", {0: "unknown", 1: Hit(severity="note", verdict="unknown")})
    report = report_on(CASCADE, checks=[*CATALOGUE, unsure])
    assert [one.severity for one in report.findings if one.code == "X1"] == ["note", "warning"]
    assert report.verdict != "failed"
    strict = report_on(CASCADE, checks=[*CATALOGUE, unsure], profile=evolve(PEMDA, severities=[("X1", "error")]))
    assert strict.verdict == "failed"
    assert [one.severity for one in run(check("X1", {0: "fail"})).findings()] == ["error"]


def test_a_barrier_stands_on_the_nodes_that_a_hit_names() -> None:
    """Named nodes take the place of the subject's own; of a link it is the parent."""
    found = run(check("X1", {1: Hit(blocks=(0, 2))}), check("X2", {}, after=("X1",)))
    assert verdicts(found, "X2") == {0: "skipped", 2: "skipped"}
    found = run(
        check("X1", {0: "fail"}, "link"), check("X2", {}, after=("X1",)), check("X3", {}, "link", after=("X1",))
    )
    assert verdicts(found, "X2") == {0: "skipped"}
    assert verdicts(found, "X3") == {0: "skipped", 1: "skipped"}


def test_only_earlier_checks_are_prerequisites() -> None:
    """A check does not wait for one whose turn comes later, nor for one that is not asked."""
    assert verdicts(run(check("X2", {}, after=("X1", "X9")), check("X1", {1: "fail"})), "X2") == {}


def test_skipping_goes_no_further() -> None:
    """What builds on a skipped check is asked: it names its own prerequisites."""
    found = run(check("X1", {1: "fail"}), check("X2", {}, after=("X1",)), check("X3", {1: "fail"}, after=("X2",)))
    assert verdicts(found, "X3") == {1: "fail"}


def test_the_gravest_verdict_is_written() -> None:
    """Of several hits on one subject a failure goes before what is unknown, and that before what is skipped."""

    def find(_: Any, number: int) -> Iterable[Hit]:
        kinds: Any = [("skipped", "unknown", "fail"), ("skipped", "unknown"), ("pass",)][number]
        return [Hit(verdict=one) for one in kinds]

    found = run(evolve(check("X1", {}), find=find))
    assert verdicts(found, "X1") == {0: "fail", 1: "unknown"}
    assert [len(found.hits["X1"].get(at, ())) for at in range(3)] == [2, 1, 0]


def test_a_consequence_names_what_explains_it() -> None:
    """One mistake, one headline: on the same node only, unless it is but a note."""
    found = run(
        check("X1", {0: "fail", 1: Hit(severity="note")}, explains=("X2",)),
        check("X2", dict.fromkeys(range(3), "fail")),
    )
    explained = {one.subject: one.explained_by for one in found.findings() if one.code == "X2"}
    assert explained == {"KADIS/T": "X1", "KABID-2/A": None, "KABID-3/B": None}


def test_the_first_explanation_is_named() -> None:
    """Where two checks explain a third, it names the one whose turn was first."""
    both = [check(code, {0: "fail"}, explains=("X3",)) for code in ("X2", "X1")]
    (third,) = (one for one in run(*both, check("X3", {0: "fail"})).findings() if one.code == "X3")
    assert third.explained_by == "X2"


def test_the_severity_is_the_hits_then_the_profiles_then_the_checks() -> None:
    """What a check says of one subject goes before what a government says of all."""
    profile = evolve(report_on(CASCADE).settings.profile, severities=(("X1", "warning"),))
    assert isinstance(profile, Profile)
    answers = {0: "fail", 1: Hit(severity="note")}
    assert [one.severity for one in run(check("X1", answers)).findings()] == ["note", "error"]
    assert [one.severity for one in run(check("X1", answers), profile=profile).findings()] == ["note", "warning"]


def test_findings_stand_in_order() -> None:
    """By code, subject and cell, whatever the order of the checks and of what they found."""
    late = check("X2", {2: Hit(cell="target"), 0: Hit(cell="actual")})
    found = [(one.code, one.subject, one.cell) for one in run(late, check("X1", {1: "fail"})).findings()]
    assert found == [("X1", "KABID-2/A", ""), ("X2", "KABID-3/B", "target"), ("X2", "KADIS/T", "actual")]


def test_each_subject_is_asked_once() -> None:
    """A run visits each subject of each check once, whatever the filters let through."""
    checks = check("X1", {}), check("X2", {}, "link"), check("X3", {}, "cascade", applies=lambda *_: False)
    assert run(*checks).visits == 3 + 2 + 1


def test_asking_again_replaces_what_was_found() -> None:
    """A new answer takes the place of the old one, with the barriers that it raised; nodes that move are named."""
    answers: dict[int, Any] = {1: "fail"}
    first = check("X1", answers)
    before = run(first, check("X2", {}, after=("X1",)))
    after = before.again(before.case)
    answers.clear()
    answers[2] = "fail"
    assert after.ask_again(first, [0, 1, 2]) == {1, 2}
    assert verdicts(after, "X1") == {2: "fail"}
    assert after.ask_again(after.checks[1], [1, 2]) == set()
    assert verdicts(after, "X2") == {2: "skipped"}
    assert verdicts(before, "X1") == {1: "fail"}
    assert verdicts(before, "X2") == {1: "skipped"}
    assert after.visits == 5


def test_a_barrier_falls_with_its_last_reason() -> None:
    """While another subject still blocks a node, nothing moves."""
    answers: dict[int, Any] = {1: Hit(blocks=(0,)), 2: Hit(blocks=(0, 0))}
    first = check("X1", answers)
    before = run(first)
    after = before.again(before.case)
    del answers[1]
    assert after.ask_again(first, [1]) == set()
    del answers[2]
    assert after.ask_again(first, [2]) == {0}


def test_who_passes_at_a_glance_is_still_behind_a_barrier() -> None:
    """Where a prerequisite fails, a check is skipped even on a subject that could only pass."""
    glance = {"clear": lambda case: bytearray(b"\x01" * len(case.graph.nodes))}
    free, barred = check("X2", {}, **glance), check("X3", {}, after=("X1",), **glance)
    found = run(check("X1", {1: "fail"}), free, barred)
    assert verdicts(found, "X2") == {}
    assert verdicts(found, "X3") == {1: "skipped"}
    assert found.visits == 3 + 0 + 1
