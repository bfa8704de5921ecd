"""The special agreement of Bengkulu: six subjects, and no number that was not reported."""

from attrs import evolve

from sakip.lifecycle import BENGKULU_MANDATORY, apply_mandatory, check_mandatory
from tests.lifecycle.mandatory.making import DAY, agreement


def test_the_six_subjects() -> None:
    """Bureaucratic reform, BPK findings, innovation, public information, MCP KPK and budget absorption."""
    assert BENGKULU_MANDATORY.codes == ("RB", "TL-BPK", "INOVASI", "KIP", "MCP", "SERAPAN")


def test_what_was_not_reported_is_not_said() -> None:
    """No target, no weight, no level and no office; the subjects are secondary, their wording is our inference."""
    assert BENGKULU_MANDATORY.reference.certainty == "secondary"
    for one in BENGKULU_MANDATORY:
        assert (one.target, one.binding, one.weight, one.levels, one.offices) == (None, "own", None, (), ())
        assert one.indicator.reference is not None
        assert one.indicator.reference.certainty == "derived"


def test_without_targets_nothing_is_added() -> None:
    """Each office sets its own target, so that there is none to write; that it lacks is said all the same."""
    applied = apply_mandatory(agreement(), BENGKULU_MANDATORY)
    assert applied.agreements == (agreement(),)
    assert set(applied.report.codes()) == {"MAND-OWN", "MAND-LACKS"}


def test_a_target_is_one_evolve_away() -> None:
    """With targets stated it is applied, and then nothing lacks."""
    stated = [evolve(one, target=80, binding="no_weaker") for one in BENGKULU_MANDATORY]
    own = evolve(BENGKULU_MANDATORY, id="contoh", indicators=stated)
    applied = apply_mandatory(agreement(objectives=[], signed_on=None), own)
    assert {one.state for one in check_mandatory(applied.agreements, own, on=DAY)} == {"met"}
