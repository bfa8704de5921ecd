"""What the properties of the cascade share: reports as plain data that can be compared, and groups of one parent."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from hypothesis import strategies as st

from sakip import Components, Realization
from sakip.cascade import (
    Cascade,
    CascadeFinding,
    CascadeReport,
    Group,
    Link,
    NodeFacts,
    cascade_from_dict,
    cascade_to_dict,
)
from tests.cascade.making import TOP, YEAR_END, pk, report_on, target

__all__ = ["YEAR_END", "Amount", "Child", "Family", "report_on"]

Amount = int | Decimal
Verdicts = dict[tuple[str, str], str]
# What is said of the numbers of a group, and of each of them beside its own target or its own past.
NUMERIC = ("CAS301", "CAS302", "CAS303", "CAS307", "CAS401", "CAS402", "CAS403", "CAS404", "CAS405", "CAS410")
LINEAR = ("sum", "mean", "weighted")


def verdicts(report: CascadeReport, codes: Iterable[str] | None = None) -> Verdicts:
    """Every verdict, by code and subject."""
    case, ledger = report.case, report.ledger
    return {
        (code, case.subject_text(kind, number)): ledger.of(code, number)
        for code in (ledger.codes if codes is None else codes)
        for kind in [ledger.subject(code)]
        for number in case.subjects(kind)
    }


def verdicts_of(report: CascadeReport, node: tuple[str, str] = TOP, codes: Iterable[str] = NUMERIC) -> dict[str, str]:
    """The verdicts on one node."""
    subject = "/".join(node)
    return {code: said for (code, about), said in verdicts(report, codes).items() if about == subject}


def bare(finding: CascadeFinding) -> tuple[Any, ...]:
    """A finding without the names in it: what was found, how grave it is, and the numbers."""
    numbers = {name: value for name, value in finding.arguments if isinstance(value, int | Fraction | Decimal)}
    return finding.code, finding.severity, finding.verdict, finding.cell, tuple(sorted(numbers.items()))


def counted(findings: Iterable[CascadeFinding]) -> Counter[tuple[Any, ...]]:
    """Findings without names, each with how often it stands there."""
    return Counter(bare(one) for one in findings)


class Child(NamedTuple):
    """What one child promises and delivers; None where it has not reported, two components of a ratio."""

    target: Any
    actual: Any
    weight: int = 1
    last_year: Any = None


class Family(NamedTuple):
    """A parent and the children that it is put together from."""

    kind: str
    top: Child
    children: tuple[Child, ...]
    decimals: int | None = None
    polarity: str = "maximize"
    group: Group | None = None

    def cascade(self) -> Cascade:
        """The cascade of it."""
        keys = [TOP, *((f"KABID-{at}", f"C-{at}") for at in range(len(self.children)))]
        everyone = [self.top, *self.children]
        agreements = [
            pk(
                f"PK-{at}",
                position,
                "III" if at else "II",
                "KADIS" if at else "BUPATI",
                target(
                    code,
                    _stated(one.target),
                    last_year=one.last_year,
                    decimals=self.decimals,
                    polarity=self.polarity,
                ),
            )
            for at, ((position, code), one) in enumerate(zip(keys, everyone, strict=True))
        ]
        weighed = self.kind == "weighted"
        links = [
            Link(child=key, parent=TOP, kind=self.kind, weight=one.weight if weighed else None)  # type: ignore[arg-type]
            for key, one in zip(keys[1:], self.children, strict=True)
        ]
        reported = {
            key: [Realization(key[1], _given(one.actual))]
            for key, one in zip(keys, everyone, strict=True)
            if one.actual is not None
        }
        facts = [
            NodeFacts(key, planned=Components(*one.target, per=100))
            for key, one in zip(keys, everyone, strict=True)
            if isinstance(one.target, tuple)
        ]
        return Cascade(agreements, links, () if self.group is None else [self.group], reported, nodes=facts)

    def report(self) -> CascadeReport:
        """The report on it."""
        return report_on(self.cascade())

    def with_children(self, children: Sequence[Child]) -> "Family":
        """The same parent with others below it."""
        return self._replace(children=tuple(children))


def _stated(value: Any) -> Any:
    """The target itself; that of a ratio in percent, rounded down to what can be written."""
    if not isinstance(value, tuple):
        return value
    above, below = value
    return Decimal(int(Fraction(10**8 * above, below))) / Decimal(10**6)


def _given(value: Any) -> Any:
    return Components(*value, per=100) if isinstance(value, tuple) else value


def _child(said: tuple[Any, ...]) -> Child:
    return Child(*said)


def amounts(decimals: int | None = None) -> st.SearchStrategy[Amount]:
    """Amounts of which many meet each other, with as many decimals as are declared."""
    places = 1 if decimals is None else decimals
    return st.integers(0, 30 * 10**places).map(lambda count: Decimal(count).scaleb(-places))


@st.composite
def families(
    draw: st.DrawFn,
    kinds: Sequence[str] = LINEAR,
    *,
    decimals: st.SearchStrategy[int | None] = st.none(),  # noqa: B008 - a strategy is a value
    fewest: int = 1,
    gaps: bool = False,
) -> Family:
    """Families whose parent often states exactly what its children make, and often something beside it."""
    places = draw(decimals)
    amount, step = amounts(places), Decimal(1).scaleb(-(1 if places is None else places))
    reported = st.none() | amount if gaps else amount
    weights = st.integers(1, 4)
    children = draw(st.lists(st.tuples(amount, reported, weights).map(_child), min_size=fewest, max_size=4))
    kind = draw(st.sampled_from(kinds))
    promised, delivered = (made(kind, [(one[side], one.weight) for one in children]) for side in (0, 1))
    off = st.sampled_from([0, 0, 1, -1, 5, -5])
    top = Child(
        max(Decimal(0), promised + draw(off) * step) if promised is not None else draw(amount),
        max(Decimal(0), delivered + draw(off) * step) if delivered is not None else draw(reported),
    )
    return Family(kind, top, tuple(children), places)


def made(kind: str, parts: Sequence[tuple[Any, int]]) -> Decimal | None:
    """What children make, rounded to a tenth; None while one of them is missing."""
    if any(value is None for value, _ in parts):
        return None
    values = [Fraction(value) for value, _ in parts]
    found = {
        "sum": lambda: sum(values),
        "mean": lambda: Fraction(sum(values)) / len(values),
        "weighted": lambda: (
            sum(value * weight for value, (_, weight) in zip(values, parts, strict=True))
            / sum(weight for _, weight in parts)
        ),
        "minimum": lambda: min(values),
        "maximum": lambda: max(values),
    }[kind]()
    return Decimal(round(found * 10)) / 10


def renamed_cascade(cascade: Cascade, name: Callable[[int], str]) -> Cascade:
    """A cascade whose positions and indicators have other names, by their place in the order of the old ones."""
    positions = {one.first_party.position for one in cascade.agreements}
    codes = {target.code for one in cascade.agreements for target in one.targets}
    ends = {part for link in cascade.links for end in (link.child, link.parent) for part in end[:2]}
    nodes = (*(group.parent for group in cascade.groups), *(facts.node for facts in cascade.nodes))
    others = {part for node in nodes for part in node[:2]}
    names = {old: name(at) for at, old in enumerate(sorted(positions | codes | ends | others))}
    return cascade_from_dict(_renamed(cascade_to_dict(cascade), names))


def _renamed(form: Any, names: dict[str, str]) -> Any:
    if isinstance(form, dict):
        return {key: _renamed(value, names) for key, value in form.items()}
    if isinstance(form, list):
        return [_renamed(value, names) for value in form]
    return names.get(form, form) if isinstance(form, str) else form
