"""Short ways to make what the tests of the model need."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from sakip import Agreement, Echelon, Indicator, Objective, Party, Realization, Report, Target, check


class Sly:
    """An object that claims to equal everything and to be below everything."""

    def __repr__(self) -> str:
        return "Sly()"

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
class Complaint:
    """A reason for which a rule gives no number."""

    code: str = "outside-domain"

    def text(self, lang: str = "id") -> str:
        """The reason in words."""
        return {"id": "di luar aturan", "en": "outside the rule"}[lang]


@frozen
class Ratio:
    """A rule that is not defined for a target of zero or less, unless it counts from a baseline."""

    symbols: tuple[str, ...] = ("R", "T")

    def quotient(self, facts: tuple[int | None, ...]) -> tuple[int, int] | Complaint:
        """What it gives, or a complaint."""
        realization, target, baseline, _, _, low, _, _ = facts
        if "B" in self.symbols:
            return Complaint("needs") if baseline is None else (realization - baseline, target - baseline)
        below = low if target is None else target
        return (realization, below) if below > 0 else Complaint()


@frozen
class Settings:
    """As much of a policy as `check` looks at."""

    weights: WeightSettings = WeightSettings()
    zero_target: str = "not_computable"
    maximize: object = Ratio()
    minimize: object = Ratio()
    stabilize: object = Ratio()
    maximize_range: object = Ratio()
    minimize_range: object = Ratio()
    stabilize_range: object = Ratio()
    ordinal: object = "a table"
    deadline: object = "a table"
    id: str = "perbup"
    in_force_from: date | None = None
    in_force_until: date | None = None
    sides: tuple[tuple[str, int], ...] = ()

    def slot(self, polarity: str, kind: str) -> tuple[object, int]:
        """The rule of a polarity, and the side of the baseline on which its target must lie."""
        rule = getattr(self, polarity if kind == "number" else f"{polarity}_{kind}")
        return rule, dict(self.sides).get(polarity, 0)


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
    """An agreement for 2025 with one objective; a head of region signs it alone."""
    alone = echelon is not None and Echelon(echelon).kind == "head"
    return Agreement(
        code,
        year=2025,
        first_party=Party("Kepala Bidang", echelon=echelon),
        second_party=None if alone else Party("Atasan"),
        objectives=[Objective("Layanan meningkat", targets)],
    )


def found(*targets: Target, delivered: tuple[Realization, ...] = (), policy: Settings | None = None) -> Report:
    """What `check` finds in an agreement of these targets."""
    return check(agreement_of(*targets), delivered, policy)


def told(report: Report) -> list[tuple[str, str]]:
    """Code and subject of each finding; each must also be able to say itself in both languages."""
    assert all(finding.text(lang) for finding in report for lang in ("id", "en"))
    return [(finding.code, finding.subject) for finding in report]
