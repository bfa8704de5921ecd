"""Butir perubahan: one thing that differs between two versions of an agreement, as data and in words."""

from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple, cast, get_args

import attrs
from attrs import frozen

from sakip.base.choice import choose
from sakip.base.notation import format_date, format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.reference import Reference
from sakip.base.text import Lang, Text, none_or_text
from sakip.model.amendment import REASONS
from sakip.model.budget import rupiah_text
from sakip.model.budget_line import BudgetLine
from sakip.model.objective import Objective
from sakip.model.party import Party
from sakip.model.period import Period
from sakip.model.scale import Level, OrdinalScale
from sakip.model.target import Range, Target

__all__ = ["Edit", "EditKind", "EditPart", "Place"]

EditKind = Literal["added", "removed", "retired", "changed"]
"""Jenis perubahan: what happened to it."""
EditPart = Literal["agreement", "objective", "target", "indicator", "trajectory", "budget"]
"""Bagian yang berubah: which part of the agreement it belongs to."""


class Place(NamedTuple):
    """Letak: which part of an agreement, which of several such parts, and which field of it."""

    part: EditPart
    key: str | None
    field: str | None


_KINDS: dict[EditKind, Text] = {
    "added": Text("ditambah", "added"),
    "removed": Text("dihapus", "removed"),
    "retired": Text("dihentikan", "retired"),
    "changed": Text("diubah", "changed"),
}
_PARTS: dict[EditPart, Text] = {
    "agreement": Text("Perjanjian", "Agreement"),
    "objective": Text("Sasaran", "Objective"),
    "target": Text("Target", "Target"),
    "indicator": Text("Indikator", "Indicator"),
    "trajectory": Text("Target", "Target"),
    "budget": Text("Anggaran", "Budget"),
}
_FIELDS = {
    "baseline": Text("kondisi awal", "baseline"),
    "budget_ratified_on": Text("tanggal pengesahan anggaran", "day the budget was ratified"),
    "ceiling": Text("nilai terbaik", "best attainable value"),
    "cites": Text("rujukan rencana", "plans cited"),
    "code": Text("kode", "code"),
    "consolidation": Text("cara konsolidasi", "consolidation"),
    "data_source": Text("sumber data", "data source"),
    "decimals": Text("jumlah desimal", "number of decimals"),
    "effective_on": Text("tanggal mulai berlaku", "day it takes effect"),
    "first_party": Text("pihak pertama", "first party"),
    "formula": Text("rumus", "formula"),
    "indicator": Text("indikator", "indicator"),
    "kind": Text("jenis", "kind"),
    "last_year": Text("realisasi tahun lalu", "realization of last year"),
    "legal_document": Text("dasar perubahan", "document of the amendment"),
    "level": Text("tingkat hasil", "result level"),
    "measure": Text("jenis ukuran", "kind of measure"),
    "name": Text("nama", "name"),
    "operational_definition": Text("definisi operasional", "operational definition"),
    "order": Text("urutan", "order"),
    "owner": Text("penanggung jawab", "owner"),
    "parent": Text("induk", "parent"),
    "polarity": Text("polaritas", "polarity"),
    "realization": Text("realisasi", "realization"),
    "reason": Text("alasan perubahan", "reason of the amendment"),
    "reference": Text("rujukan", "reference"),
    "replaces": Text("menggantikan", "replaces"),
    "retired": Text("target yang dihentikan", "retired targets"),
    "same_as": Text("sama dengan", "same as"),
    "scale": Text("skala tingkat", "ordinal scale"),
    "second_party": Text("pihak kedua", "second party"),
    "signed_on": Text("tanggal tanda tangan", "day of signature"),
    "starts": Text("bulan pertama tahun anggaran", "first month of the fiscal year"),
    "supersedes": Text("versi yang digantikan", "version superseded"),
    "targets": Text("target", "targets"),
    "unit": Text("satuan", "unit"),
    "value": Text("nilai", "value"),
    "version": Text("versi", "version"),
    "weight": Text("bobot", "weight"),
    "worst_value": Text("nilai terburuk", "worst value"),
    "year": Text("tahun anggaran", "fiscal year"),
}
_BUDGET_FIELDS = {"ceiling": Text("pagu", "ceiling")}
_UNSEEN = Text("{value} (pejabat lain)", "{value} (another official)")
_NOTHING = "–"
_LONGEST_KEY = 8100  # a code or a name, and what tells it from its like


def _part(value: EditPart) -> EditPart:
    problem = ("bagian perjanjian tidak dikenal", "unknown part of an agreement")
    return choose(value, get_args(EditPart), "Edit.part", code="unknown-part", problem=problem)


def _kind(value: EditKind) -> EditKind:
    problem = ("jenis perubahan tidak dikenal", "unknown kind of change")
    return choose(value, get_args(EditKind), "Edit.kind", code="unknown-change", problem=problem)


def _key(value: str | None) -> str | None:
    return none_or_text(value, "Edit.key", longest=_LONGEST_KEY)


def _field(value: str | None) -> str | None:
    return none_or_text(value, "Edit.field")


@frozen
class Edit:
    """Butir perubahan: one field, or one whole part, that differs between two versions.

    Attributes:
        part: ``agreement``, ``objective``, ``target``, ``indicator``, ``trajectory`` (the target of a period) or
            ``budget``.
        key: Which of several: the code of the target as it stood, the code or else the name of the objective, the code
            of the budget line; None for the agreement and for the order of all.
        field: Which field, such as ``value``, for the trajectory the code of the period; None where the whole part was
            added or taken away.
        kind: ``added``, ``removed``, ``retired`` (no longer judged, and named as such) or ``changed``.
        before: The value as it stood; None where there was none.
        after: The value as it stands; None where there is none.

    Raises:
        InvalidValueError: An unknown part or kind, or an empty key or field.

    Examples:
        >>> raised = Edit("target", "IKU-1", "value", "changed", Decimal(80), Decimal(90))
        >>> raised.path, raised.what("en")
        ('targets[IKU-1].value', 'Target IKU-1: value')
    """

    part: EditPart = attrs.field(converter=_part)
    key: str | None = attrs.field(converter=_key)
    field: str | None = attrs.field(converter=_field)
    kind: EditKind = attrs.field(converter=_kind)
    before: object
    after: object

    __reduce__ = reduce_by_fields

    @property
    def place(self) -> Place:
        """Letak: part, key and field."""
        return Place(self.part, self.key, self.field)

    @property
    def path(self) -> str:
        """Jalur: where it is, such as ``targets[IKU-1].value``."""
        each = "" if self.key is None else f"[{self.key}]"
        end = "" if self.field is None else f".{self.field}"
        return {
            "agreement": self.field or "",
            "objective": f"objectives{each}{end}",
            "target": f"targets{each}{end}",
            "indicator": f"targets{each}.indicator{end}",
            "trajectory": f"targets{each}.trajectory[{self.field}]",
            "budget": f"budget{each}{end}",
        }[self.part]

    def what(self, lang: Lang = "id") -> str:
        """Sebutan bagian: what it is about, for people."""
        name = _PARTS[self.part].render(lang) + ("" if self.key is None else f" {self.key}")
        return name if self.field is None else f"{name}: {self._field_text(lang)}"

    def word(self, lang: Lang = "id") -> str:
        """Kata perubahan: what happened, for people."""
        return _KINDS[self.kind].render(lang)

    def texts(self, lang: Lang = "id") -> tuple[str, str]:
        """Semula dan menjadi: both values for people; the name of an official is never written.

        Examples:
            >>> Edit("agreement", None, "reason", "changed", None, "official").texts("en")
            ('–', 'the official was replaced or transferred')
        """
        before, after = (self._written(value, lang) for value in (self.before, self.after))
        if before == after and isinstance(self.after, Party):
            after = _UNSEEN.render(lang, {"value": after})
        return before, after

    def _field_text(self, lang: Lang) -> str:
        if self.part == "trajectory":
            return Period.parse(self.field or "").label(lang)
        own = _BUDGET_FIELDS if self.part == "budget" else _FIELDS
        text = own.get(self.field or "", _FIELDS.get(self.field or ""))
        return self.field or "" if text is None else text.render(lang)

    def _written(self, value: object, lang: Lang) -> str:
        if self.place == ("agreement", None, "reason") and isinstance(value, str):
            return next((text.render(lang) for reason, text in REASONS if reason == value), value)
        if self.place in {("agreement", None, "year"), ("agreement", None, "starts")}:
            return str(value)
        if self.part == "budget" and isinstance(value, Decimal):
            return _rupiah(value, lang)
        return _told(value, lang)


def _rupiah(amount: Decimal, lang: Lang) -> str:
    return f"Rp{rupiah_text(amount, lang)}"


def _told(value: object, lang: Lang) -> str:
    if isinstance(value, Decimal | int):
        return format_number(value, lang=lang)
    if isinstance(value, date):
        return format_date(value, lang)
    if isinstance(value, Range):
        return value.text(lang)
    if isinstance(value, Level | Objective):
        return value.name
    if isinstance(value, Target):
        return " ".join(filter(None, (_told(value.value, lang), value.indicator.unit)))
    if isinstance(value, BudgetLine):
        return f"{value.name}: {_rupiah(value.ceiling, lang)}"
    if isinstance(value, Reference):
        return value.text(lang)
    if isinstance(value, Party):
        level = None if value.echelon is None else value.echelon.label(lang)
        return ", ".join(filter(None, (value.position, value.office, value.code, level)))
    if isinstance(value, OrdinalScale):
        return ", ".join(value.names)
    if isinstance(value, tuple):
        return ", ".join(_told(each, lang) for each in cast("tuple[object, ...]", value)) or _NOTHING
    return _NOTHING if value is None else str(value)
