from datetime import date

from sakip import testing


def test_example_agreement() -> None:
    """The example is the agreement of Bengkulu 2025: two planning documents, signed on 5 March."""
    agreement = testing.example_agreement()
    assert agreement.code == "PK-2025-SETDA-III-1"
    assert (agreement.year, agreement.signed_on) == (2025, date(2025, 3, 5))
    assert [(target.code, target.value) for target in agreement.targets] == [("PLAN-1", 2)]
    assert agreement == testing.example_agreement()
