import pickle

import pytest

from sakip import Indicator, Period, Realization, Target
from sakip.errors import InputError, InvalidValueError
from sakip.lifecycle import handover
from sakip.testing import example_agreement
from tests.lifecycle.making import QUARTERS, agreement_of, facts, target_of

Q2 = QUARTERS[1]


class TestHandover:
    def test_every_target_in_its_order(self) -> None:
        """Each target has its row, with or without a number, in text, rows and HTML."""
        other = Target(Indicator("IKU-2", "Opini", polarity="maximize"), 1)
        found = handover(agreement_of(target_of("sum", 100), other), facts(20, 25), through=Q2)
        assert [one.code for one in found.remaining] == ["IKU-1", "IKU-2"]
        assert [(row["remaining"], row["reason"]) for row in found.rows()] == [("55", None), (None, "no-consolidation")]
        assert "Triwulan II 2024" in found.text()
        assert "Quarter II 2024" in found.text("en")
        assert max(len(line) for line in found.text(width=40).splitlines()) <= 40
        assert "55" in found._repr_html_()
        assert pickle.loads(pickle.dumps(found)) == found

    def test_blocking_findings_stop_it(self) -> None:
        """What cannot be evaluated cannot be handed over."""
        with pytest.raises(InputError) as caught:
            handover(example_agreement(), [Realization("X", 1)], through=Period.quarter(2025, 1))
        assert caught.value.report.blocking

    def test_the_period_is_of_the_year(self) -> None:
        """A period of another year is refused."""
        with pytest.raises(InvalidValueError) as caught:
            handover(agreement_of(target_of("sum", 100)), [], through=Period.quarter(2025, 1))
        assert caught.value.code == "period-outside-year"
        assert caught.value.way_out == ("Berikan periode dalam Tahun 2024", "Give a period of Year 2024")

    def test_nothing_is_still_to_be_added_below_zero(self) -> None:
        """The column of what is to be added says that the target is reached, and the rows keep the number."""
        found = handover(agreement_of(target_of("sum", 100)), facts(60, 60), through=Q2)
        assert "already reached, 20 more" in found.text("en")
        assert "sudah tercapai, lebih 20" in found._repr_html_()
        assert "-20" not in found.text()
        assert found.rows()[0]["to_do"] == "-20"
