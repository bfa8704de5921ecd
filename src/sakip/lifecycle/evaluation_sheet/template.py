"""Templat evaluasi: components, sub-components and criteria with their weights, answers and evidence, as data."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from sakip.base.finding import Finding, Report
from sakip.base.kind import none_or, of_kind, tuple_of
from sakip.base.likeness import unknown_code
from sakip.base.number import Number, admit
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.rule import Rule
from sakip.base.text import Text, require_text
from sakip.errors import InvalidValueError
from sakip.lifecycle.evaluation_sheet.document import SheetDocument
from sakip.lifecycle.evaluation_sheet.reading import Reading, require_reading
from sakip.lifecycle.evaluation_sheet.scale import ANSWERS_Y_T, AnswerScale
from sakip.scoring.grading import GradeScale

__all__ = [
    "RULES",
    "EvaluationTemplate",
    "SheetComponent",
    "SheetCriterion",
    "SheetSubComponent",
]

TOTAL_WEIGHT = Rule(
    "LKE-TOTAL-WEIGHT",
    "error",
    Text(
        "Bobot komponen {template} berjumlah {sum}, bukan {total}",
        "The weights of the components of {template} add up to {sum}, not {total}",
    ),
)
SUB_WEIGHT = Rule(
    "LKE-SUB-WEIGHT",
    "error",
    Text(
        "Bobot subkomponen dari {code} berjumlah {sum}, padahal bobot komponennya {stated}",
        "The weights of the sub-components of {code} add up to {sum}, but the component weighs {stated}",
    ),
)
RULES = (TOTAL_WEIGHT, SUB_WEIGHT)
"""Aturan templat: what `EvaluationTemplate.check` may find."""

_NAME = "Text('Perencanaan kinerja', 'Planning')"


def _weight(value: Number, path: str) -> Decimal:
    weight = admit(value, path)
    if weight > 0:
        return weight
    raise InvalidValueError(
        code="weight-not-positive",
        path=path,
        value=value,
        problem=("bobot harus lebih besar dari nol", "a weight must be greater than zero"),
        way_out=("Tulis bobotnya, atau hapus barisnya", "Write its weight, or leave the line out"),
    )


def _criterion_code(value: str) -> str:
    return require_text(value, "SheetCriterion.code")


def _criterion_name(value: Text) -> Text:
    return of_kind(Text, value, "SheetCriterion.name", _NAME)


def _criterion_weight(value: Number) -> Decimal:
    return _weight(value, "SheetCriterion.weight")


def _own_answers(value: AnswerScale | None) -> AnswerScale | None:
    return none_or(AnswerScale, value, "SheetCriterion.answers", "ANSWERS_Y_T")


def _documents_of(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tuple_of(str, value, "SheetCriterion.documents", "'renja'")))


@frozen
class SheetCriterion:
    """Kriteria: one question of a sub-component.

    Attributes:
        code: Kode, unique in the template, such as ``1.b.5``.
        name: What must be so.
        weight: Its weight beside the other criteria of the sub-component; only the proportion counts.
        answers: How it is answered; None for the answers of its sub-component.
        documents: Codes of the documents that prove it.

    Raises:
        InvalidValueError: A field of another kind, or a weight that is not above zero.

    Examples:
        >>> from sakip import Text
        >>> SheetCriterion("1.a.1", Text("Rencana tersedia", "There is a plan"), documents=["renja"]).documents
        ('renja',)
    """

    code: str = field(converter=_criterion_code)
    name: Text = field(converter=_criterion_name)
    weight: Decimal = field(default=Decimal(1), converter=_criterion_weight, kw_only=True)
    answers: AnswerScale | None = field(default=None, converter=_own_answers, kw_only=True)
    documents: tuple[str, ...] = field(default=(), converter=_documents_of, kw_only=True)

    __reduce__ = reduce_by_fields


def _sub_code(value: str) -> str:
    return require_text(value, "SheetSubComponent.code")


def _sub_name(value: Text) -> Text:
    return of_kind(Text, value, "SheetSubComponent.name", _NAME)


def _sub_weight(value: Number) -> Decimal:
    return _weight(value, "SheetSubComponent.weight")


def _answers(value: AnswerScale) -> AnswerScale:
    return of_kind(AnswerScale, value, "SheetSubComponent.answers", "ANSWERS_88_2021")


def _criteria(value: Iterable[SheetCriterion]) -> tuple[SheetCriterion, ...]:
    example = "SheetCriterion('1.a.1', Text('Rencana tersedia', 'There is a plan'))"
    return tuple_of(SheetCriterion, value, "SheetSubComponent.criteria", example)


@frozen
class SheetSubComponent:
    """Subkomponen: a part of a component that has a weight and, where sub-components are answered, an answer.

    Attributes:
        code: Kode, unique in the template, such as ``1.b``.
        name: What is looked at.
        weight: Bobot, in points of the total.
        answers: How it is answered.
        criteria: Kriteria.

    Raises:
        InvalidValueError: A field of another kind, or a weight that is not above zero.

    Examples:
        >>> from sakip import Text
        >>> SheetSubComponent("1.a", Text("Keberadaan", "Presence"), 6, answers=ANSWERS_Y_T).weight
        Decimal('6')
    """

    code: str = field(converter=_sub_code)
    name: Text = field(converter=_sub_name)
    weight: Decimal = field(converter=_sub_weight)
    answers: AnswerScale = field(converter=_answers, kw_only=True)
    criteria: tuple[SheetCriterion, ...] = field(default=(), converter=_criteria, kw_only=True)

    __reduce__ = reduce_by_fields


def _component_code(value: str) -> str:
    return require_text(value, "SheetComponent.code")


def _component_name(value: Text) -> Text:
    return of_kind(Text, value, "SheetComponent.name", _NAME)


def _component_weight(value: Number) -> Decimal:
    return _weight(value, "SheetComponent.weight")


def _subs(value: Iterable[SheetSubComponent]) -> tuple[SheetSubComponent, ...]:
    example = "SheetSubComponent('1.a', Text('Keberadaan', 'Presence'), 6, answers=ANSWERS_88_2021)"
    return tuple_of(SheetSubComponent, value, "SheetComponent.sub_components", example)


@frozen
class SheetComponent:
    """Komponen evaluasi: one of the large parts of the sheet, such as planning.

    Attributes:
        code: Kode, unique in the template, such as ``1``.
        name: Name.
        weight: Bobot as it is stated; scores are made from the weights of the sub-components.
        sub_components: Subkomponen.

    Raises:
        InvalidValueError: A field of another kind, or a weight that is not above zero.

    Examples:
        >>> from sakip import Text
        >>> SheetComponent("1", Text("Perencanaan kinerja", "Planning"), 30, []).weight
        Decimal('30')
    """

    code: str = field(converter=_component_code)
    name: Text = field(converter=_component_name)
    weight: Decimal = field(converter=_component_weight)
    sub_components: tuple[SheetSubComponent, ...] = field(converter=_subs)

    __reduce__ = reduce_by_fields


def _template_id(value: str) -> str:
    return require_text(value, "EvaluationTemplate.id")


def _template_name(value: Text) -> Text:
    return of_kind(Text, value, "EvaluationTemplate.name", _NAME)


def _components(value: Iterable[SheetComponent]) -> tuple[SheetComponent, ...]:
    example = "SheetComponent('1', Text('Perencanaan kinerja', 'Planning'), 30, [...])"
    return tuple_of(SheetComponent, value, "EvaluationTemplate.components", example)


def _scale(value: GradeScale) -> GradeScale:
    return of_kind(GradeScale, value, "EvaluationTemplate.scale", "AKIP_88_2021")


def _template_reference(value: Reference) -> Reference:
    return of_kind(Reference, value, "EvaluationTemplate.reference", "Reference('PermenPANRB 88/2021', ...)")


def _documents(value: Iterable[SheetDocument]) -> tuple[SheetDocument, ...]:
    example = "SheetDocument('renja', Text('Rencana kerja', 'Work plan'))"
    return tuple_of(SheetDocument, value, "EvaluationTemplate.documents", example)


def _probes(value: AnswerScale) -> AnswerScale:
    return of_kind(AnswerScale, value, "EvaluationTemplate.probes", "ANSWERS_Y_T")


def _reading(value: Reading) -> Reading:
    return require_reading(value, "EvaluationTemplate.reading")


def _total(value: Number) -> Decimal:
    return _weight(value, "EvaluationTemplate.total")


@frozen
class EvaluationTemplate:
    """Templat evaluasi: what an evaluation sheet asks, what each answer is worth, and which evidence is wanted.

    A region's own sheet is one `evolve` away. Weights that do not add up can be written down, since published sheets
    have them; `check` finds them.

    Attributes:
        id: Short name.
        name: Name for people.
        components: Komponen evaluasi.
        scale: Predicates of the total.
        reference: Where it comes from and how sure that is.
        documents: Dokumen bukti that the criteria name.
        probes: How criteria are answered where they only help to answer their sub-component.
        reading: How the template is meant to be answered: ``sub_component`` or ``criterion``.
        total: What the weights of the components must add up to.

    Raises:
        InvalidValueError: A field of another kind, or a code that stands twice.
        UnknownCodeError: A criterion names a document that the template does not list.

    Examples:
        >>> from sakip.lifecycle import LKE_88_2021
        >>> [(one.code, str(one.weight)) for one in LKE_88_2021.components]
        [('1', '30'), ('2', '30'), ('3', '15'), ('4', '25')]
        >>> len(LKE_88_2021.criteria), LKE_88_2021.check().codes()
        (80, ())
    """

    id: str = field(converter=_template_id)
    name: Text = field(converter=_template_name)
    components: tuple[SheetComponent, ...] = field(converter=_components)
    scale: GradeScale = field(converter=_scale, kw_only=True)
    reference: Reference = field(converter=_template_reference, kw_only=True)
    documents: tuple[SheetDocument, ...] = field(default=(), converter=_documents, kw_only=True)
    probes: AnswerScale = field(default=ANSWERS_Y_T, converter=_probes, kw_only=True)
    reading: Reading = field(default="sub_component", converter=_reading, kw_only=True)
    total: Decimal = field(default=Decimal(100), converter=_total, kw_only=True)

    def __attrs_post_init__(self) -> None:
        codes = [
            *(one.code for one in self.components),
            *(one.code for one in self.sub_components),
            *(one.code for one in self.criteria),
        ]
        _require_unlike(codes, "EvaluationTemplate.components")
        known = [document.code for document in self.documents]
        _require_unlike(known, "EvaluationTemplate.documents")
        for criterion in self.criteria:
            for document in criterion.documents:
                if document not in known:
                    problem = ("templat ini tidak memuat dokumen itu", "the template lists no such document")
                    path = f"EvaluationTemplate.components[{criterion.code}].documents"
                    raise unknown_code(document, known, code="unknown-document", path=path, problem=problem)

    __reduce__ = reduce_by_fields

    @property
    def sub_components(self) -> tuple[SheetSubComponent, ...]:
        """Semua subkomponen: component after component."""
        return tuple(sub for component in self.components for sub in component.sub_components)

    @property
    def criteria(self) -> tuple[SheetCriterion, ...]:
        """Semua kriteria: sub-component after sub-component."""
        return tuple(criterion for sub in self.sub_components for criterion in sub.criteria)

    @property
    def evidence(self) -> tuple[tuple[SheetDocument, tuple[str, ...]], ...]:
        """Peta bukti: each document with the codes of the criteria that it proves."""
        return tuple(
            (document, tuple(one.code for one in self.criteria if document.code in one.documents))
            for document in self.documents
        )

    def check(self) -> Report:
        """Periksa templat: weights that do not add up.

        Examples:
            >>> from attrs import evolve
            >>> from sakip.lifecycle import LKE_88_2021
            >>> print(evolve(LKE_88_2021, total=105).check().findings[0].text("en"))
            The weights of the components of permenpanrb-88-2021 add up to 100, not 105
        """
        return Report(_faults(self))


def _require_unlike(codes: list[str], path: str) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise InvalidValueError(
                code="code-twice",
                path=path,
                value=code,
                problem=("satu kode dipakai dua kali", "one code is used twice"),
                way_out=("Beri tiap bagian kode sendiri", "Give each part a code of its own"),
            )
        seen.add(code)


def _faults(template: EvaluationTemplate) -> Iterator[Finding]:
    subject = f"template[{template.id}]"
    whole = sum((Fraction(one.weight) for one in template.components), Fraction(0))
    if whole != template.total:
        yield TOTAL_WEIGHT.at(subject, template=template.id, sum=whole, total=template.total)
    for component in template.components:
        parts = sum((Fraction(sub.weight) for sub in component.sub_components), Fraction(0))
        if parts != component.weight:
            at = f"{subject}.components[{component.code}]"
            yield SUB_WEIGHT.at(at, code=component.code, sum=parts, stated=component.weight)
