"""Menerapkan indikator wajib: agreements with what they lack added, and everything that was done said."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from sakip.base.display import Table
from sakip.base.finding import Finding, Report
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import is_text, none_or, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.rebuild import reduce_by_fields
from sakip.base.rule import Rule
from sakip.base.text import Lang, Text, require_lang
from sakip.errors import InvalidValueError
from sakip.lifecycle.mandatory import tabulation
from sakip.lifecycle.mandatory.indicator import MandatoryIndicator, office_of
from sakip.lifecycle.mandatory.matching import alike, same_words, stands_under
from sakip.lifecycle.mandatory.standing import ALIKE, MandatoryStanding, standings
from sakip.lifecycle.mandatory.template import MandatorySet
from sakip.lifecycle.mandatory.weighing import weighed
from sakip.model.agreement import Agreement
from sakip.model.objective import Objective
from sakip.model.target import Target
from sakip.scoring.policy import Policy

__all__ = ["RULES", "MandatoryApplication", "MandatoryApplied", "apply_mandatory"]

OWN = Rule(
    "MAND-OWN",
    "warning",
    Text(
        "{office}: {code} '{name}' tidak ditambahkan: targetnya ditetapkan sendiri oleh tiap kantor",
        "{office}: {code} '{name}' was not added: each office sets its own target",
    ),
)
SAME_NAME = Rule(
    "MAND-SAME-NAME",
    "error",
    Text(
        "{office}: {code} '{name}' tidak ditambahkan: {other} sudah bernama sama; samakan kodenya atau isi same_as",
        "{office}: {code} '{name}' was not added: {other} has that name already; give it that code or state same_as",
    ),
)
RETIRED = Rule(
    "MAND-RETIRED",
    "error",
    Text(
        "{office}: {code} '{name}' tidak ditambahkan: perjanjian ini menyatakan menghentikannya",
        "{office}: {code} '{name}' was not added: the agreement says that it has retired it",
    ),
)
SIGNED = Rule(
    "MAND-SIGNED",
    "warning",
    Text(
        "{agreement} sudah ditandatangani {signed_on}; yang ditambahkan memerlukan versi baru (Agreement.amend)",
        "{agreement} was signed on {signed_on} already; what was added needs a new version (Agreement.amend)",
    ),
)
OTHER_YEAR = Rule(
    "MAND-OTHER-YEAR",
    "note",
    Text(
        "{agreement} untuk tahun {year}; {set} hanya untuk tahun {wanted}",
        "{agreement} is for {year}; {set} is for {wanted} alone",
    ),
)
RULES = (OWN, SAME_NAME, RETIRED, SIGNED, OTHER_YEAR)
"""Aturan penerapan: what may be said of an agreement that mandatory indicators are applied to."""


@frozen
class MandatoryApplication:
    """Penerapan: one agreement before and after, and what was done to it. Part of a `MandatoryApplied`.

    Attributes:
        before: The agreement as it was given.
        after: The agreement with what it lacked; the very same one where nothing was added.
        added: Codes of the indicators that were added.
        lowered: What was done to other weights: code, weight before, weight after.
        standings: How the agreement now stands to each indicator that is asked of it.
        findings: What was not added and why, how the sum of weights was kept or not, and what still differs.
    """

    before: Agreement = field(repr=lambda one: repr(one.code))
    after: Agreement = field(repr=False)
    added: tuple[str, ...]
    lowered: tuple[tuple[str, Decimal, Decimal], ...]
    standings: tuple[MandatoryStanding, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)

    __reduce__ = reduce_by_fields

    @property
    def kept(self) -> tuple[str, ...]:
        """Yang tetap: codes of the mandatory indicators that it promised already; nothing in them was changed."""
        held = (one for one in self.standings if one.promised is not None and one.code not in self.added)
        return tuple(one.code for one in held)


@frozen
class MandatoryApplied:
    """Hasil penerapan: agreements with their mandatory indicators. Made by `apply_mandatory`.

    Attributes:
        mandatory: What was applied.
        applications: Penerapan, one an agreement, in the order given.
    """

    mandatory: MandatorySet = field(repr=lambda one: repr(one.id))
    applications: tuple[MandatoryApplication, ...]

    __reduce__ = reduce_by_fields

    def __iter__(self) -> Iterator[MandatoryApplication]:
        return iter(self.applications)

    def __len__(self) -> int:
        return len(self.applications)

    def __getitem__(self, code: str) -> MandatoryApplication:
        """Cari penerapan: by the code of the agreement.

        Raises:
            UnknownCodeError: No agreement of that code; the error names those that look like it.
        """
        found = next((one for one in self.applications if is_text(code) and one.before.code == code), None)
        if found is not None:
            return found
        problem = ("tidak ada perjanjian dengan kode itu", "no agreement has that code")
        codes = [one.before.code for one in self.applications]
        raise unknown_code(code, codes, code="unknown-agreement", path="MandatoryApplied", problem=problem)

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Perjanjian: the agreements as they now are, in the order given."""
        return tuple(one.after for one in self.applications)

    @property
    def report(self) -> Report:
        """Temuan: everything that is said of them, agreement after agreement."""
        return Report([finding for one in self.applications for finding in one.findings])

    def rows(self, lang: Lang = "id", *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris penerapan: one flat dict an agreement and indicator: those of `MandatoryCheck.rows`, and ``added``.

        Args:
            lang: The language of targets that are no number or date.
            numbers: ``decimal``, or ``text`` to write every Decimal and date as text, which JSON and PHP keep exact.

        Raises:
            InvalidValueError: An unknown language, or another word for ``numbers``.
        """
        require_lang(lang)
        form = numbers_form(numbers, "MandatoryApplied.rows.numbers")
        rows = (
            {**tabulation.row(standing, lang), "added": standing.code in one.added}
            for one in self.applications
            for standing in one.standings
        )
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel penerapan: one row an agreement: what was added, what it had; below it what was found."""
        return tabulation.applied_table(self, require_lang(lang))

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks penerapan: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def apply_mandatory(
    agreements: Agreement | Iterable[Agreement],
    mandatory: MandatorySet,
    *,
    policy: Policy | None = None,
    rescale: bool = False,
) -> MandatoryApplied:
    """Terapkan indikator wajib: agreements with the mandatory indicators that they lack, under their objectives.

    The agreements that are given never change. A target that an agreement has already, by its code or by ``same_as``,
    is kept as it is and never doubled, also where it differs from what is mandatory; that is a finding. An indicator is
    not added where an exemption holds on the day from which the agreement is in force, or, without one, on the first
    day of its year. Applied once more, nothing is added.

    Args:
        agreements: One agreement or several, such as the drafts of a year.
        mandatory: What they must promise.
        policy: What they are to be scored by: whether its sum of weights is kept is then a finding.
        rescale: Lower the weights that are not mandatory in proportion, in hundredths, where the sum that the policy
            asks for was right before; every weight that changed is told.

    Raises:
        InvalidValueError: An argument of another kind, or `rescale` without a policy that asks for a sum of weights.

    Examples:
        >>> from sakip import Indicator, Reference, Text
        >>> from sakip.testing import example_agreement
        >>> spent = Indicator("SERAPAN", "Penyerapan anggaran", unit="%", polarity="maximize")
        >>> asked = MandatoryIndicator(spent, 95, binding="no_weaker", objective="Tata kelola yang baik")
        >>> source = Reference("Pergub Contoh 1/2025", certainty="read")
        >>> wajib = MandatorySet("wajib", Text("Wajib", "Mandatory"), [asked], reference=source)
        >>> (after,) = apply_mandatory(example_agreement(), wajib).agreements
        >>> [target.code for target in after.targets]
        ['PLAN-1', 'SERAPAN']
    """
    of_kind(MandatorySet, mandatory, "apply_mandatory.mandatory", "BENGKULU_MANDATORY")
    none_or(Policy, policy, "apply_mandatory.policy", "policy=LKJIP")
    of_kind(bool, rescale, "apply_mandatory.rescale", "True")
    if rescale and (policy is None or policy.weights.total is None):
        raise InvalidValueError(
            code="rescale-without-total",
            path="apply_mandatory.rescale",
            value=None if policy is None else policy.id,
            problem=("tidak ada jumlah bobot yang diminta kebijakan", "no policy asks for a sum of weights"),
            way_out=(
                "Sebutkan policy yang memintanya, atau hapus rescale",
                "Name a policy that does, or leave rescale out",
            ),
        )
    one = [agreements] if isinstance(agreements, Agreement) else agreements
    example = "Agreement('PK-1', year=2025, first_party=..., objectives=[...])"
    given = tuple_of(Agreement, one, "apply_mandatory.agreements", example)
    return MandatoryApplied(mandatory, tuple(_applied(each, mandatory, policy, rescale=rescale) for each in given))


def _applied(
    agreement: Agreement, mandatory: MandatorySet, policy: Policy | None, *, rescale: bool
) -> MandatoryApplication:
    subject = f"agreement[{agreement.code}]"
    if mandatory.year not in (None, agreement.year):
        told = {"year": str(agreement.year), "wanted": str(mandatory.year)}
        note = OTHER_YEAR.at(f"{subject}.year", agreement=agreement.code, set=mandatory.id, **told)
        return MandatoryApplication(agreement, agreement, (), (), (), (note,))
    day = agreement.in_force_from or agreement.period.first_day
    findings: list[Finding] = []
    added: list[str] = []
    objectives = agreement.objectives
    before = tuple(standings(agreement, mandatory, day))
    for standing in before:
        if standing.state != "lacking":
            continue
        held_back = _held_back(agreement, standing.wanted, mandatory)
        target = standing.wanted.as_target()
        if held_back is not None:
            findings.append(held_back)
        elif target is not None:
            objectives = _placed(objectives, standing.wanted, target)
            added.append(target.code)
            findings += [one for one in standing.findings if one.code == ALIKE.code]
    fixed = {*added, *(one.promised.code for one in before if one.promised is not None)}
    weights = None if policy is None else policy.weights
    found = weighed(objectives, added, fixed, weights, subject=subject, office=office_of(agreement), rescale=rescale)
    after = evolve(agreement, objectives=found.objectives) if added else agreement
    if added and agreement.signed_on is not None:
        findings.append(SIGNED.at(f"{subject}.signed_on", agreement=agreement.code, signed_on=agreement.signed_on))
    now = tuple(standings(after, mandatory, day))
    said = (finding for one in now for finding in one.findings)
    return MandatoryApplication(agreement, after, tuple(added), found.lowered, now, (*findings, *found.findings, *said))


def _held_back(agreement: Agreement, wanted: MandatoryIndicator, mandatory: MandatorySet) -> Finding | None:
    """Why an indicator that lacks is not added, or None."""
    subject, name = f"agreement[{agreement.code}]", wanted.indicator.name
    told = {"office": office_of(agreement), "code": wanted.code, "name": name}
    if wanted.code in agreement.retired:
        return RETIRED.at(f"{subject}.retired", **told)
    near = alike(agreement, wanted, mandatory.codes)
    if near is not None and same_words(near.indicator.name, name):
        return SAME_NAME.at(f"{subject}.targets[{near.code}]", **told, other=near.code)
    return OWN.at(subject, **told) if wanted.target is None else None


def _placed(objectives: tuple[Objective, ...], wanted: MandatoryIndicator, target: Target) -> tuple[Objective, ...]:
    """The objectives with one target more, under the objective that it belongs to."""
    at = next((place for place, one in enumerate(objectives) if stands_under(one, wanted)), None)
    if at is None:
        return *objectives, Objective(wanted.objective, [target], code=wanted.objective_code)
    there = evolve(objectives[at], targets=[*objectives[at].targets, target])
    return *objectives[:at], there, *objectives[at + 1 :]
