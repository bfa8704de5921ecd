"""Short ways to make what the tests of the model need."""

from decimal import Decimal

from attrs import frozen

from sakip import Agreement, Indicator, Objective, Party, Realization, Report, Target, check


class Sly:
    """An object that claims to equal everything and to be below everything."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0

    def __gt__(self, other: object) -> bool:
        return True

    def __ge__(self, other: object) -> bool:
        return True

    def __lt__(self, other: object) -> bool:
        return False

    def __le__(self, other: object) -> bool:
        return False


@frozen
class WeightSettings:
    """The part of a policy that speaks about weights."""

    total: Decimal | None = None
    per: str = "objective"
    absent: str = "equal"


@frozen
class Settings:
    """As much of a policy as `check` looks at."""

    weights: WeightSettings = WeightSettings()
    zero_target: str = "not_computable"
    maximize: object = None
    minimize: object = None
    stabilize: object = None


def full(code: str = "IKU-1", name: str = "Cakupan layanan", **fields: object) -> Indicator:
    """An indicator whose data sheet is complete, so that no finding is about it."""
    sheet = {
        "unit": "orang",
        "polarity": "maximize",
        "operational_definition": "Orang yang dilayani",
        "formula": "hitungan",
        "data_source": "register",
        "owner": "Bidang Pelayanan",
    }
    return Indicator(code, name, **{**sheet, **fields})


def agreement_of(*targets: Target, echelon: str | None = "III", code: str = "PK-1") -> Agreement:
    """An agreement for 2025 with one objective."""
    return Agreement(
        code,
        year=2025,
        first_party=Party("Kepala Bidang", echelon=echelon),
        second_party=Party("Kepala Dinas", echelon="II"),
        objectives=[Objective("Layanan meningkat", targets)],
    )


def found(*targets: Target, delivered: tuple[Realization, ...] = (), policy: Settings | None = None) -> Report:
    """What `check` finds in an agreement of these targets."""
    return check(agreement_of(*targets), delivered, policy)


def told(report: Report) -> list[tuple[str, str]]:
    """Code and subject of each finding; each must also be able to say itself in both languages."""
    assert all(finding.text(lang) for finding in report for lang in ("id", "en"))
    return [(finding.code, finding.subject) for finding in report]
