import pickle
from datetime import date
from decimal import Decimal

import pytest

from sakip import AKIP_LETTERS, BudgetLine, Edit, Level, Objective, Party, Range, Reference, Target
from sakip.errors import InvalidValueError
from tests.model.making import full

RAISED = Edit("target", "IKU-1", "value", "changed", Decimal(80), Decimal("90.5"))


@pytest.mark.parametrize(
    ("edit", "path", "what"),
    [
        (RAISED, "targets[IKU-1].value", "Target IKU-1: nilai"),
        (
            Edit("agreement", None, "signed_on", "changed", None, None),
            "signed_on",
            "Perjanjian: tanggal tanda tangan",
        ),
        (Edit("objective", "A", None, "added", None, None), "objectives[A]", "Sasaran A"),
        (Edit("objective", None, "order", "changed", (), ()), "objectives.order", "Sasaran: urutan"),
        (Edit("target", "IKU-1", None, "retired", None, None), "targets[IKU-1]", "Target IKU-1"),
        (
            Edit("indicator", "IKU-1", "unit", "changed", "%", "orang"),
            "targets[IKU-1].indicator.unit",
            "Indikator IKU-1: satuan",
        ),
        (
            Edit("trajectory", "IKU-1", "2024-Q3", "changed", None, Decimal(1)),
            "targets[IKU-1].trajectory[2024-Q3]",
            "Target IKU-1: Triwulan III 2024",
        ),
        (Edit("budget", "1.02", "ceiling", "changed", 1, 2), "budget[1.02].ceiling", "Anggaran 1.02: pagu"),
        (Edit("budget", "1.02", "version", "changed", 1, 2), "budget[1.02].version", "Anggaran 1.02: versi"),
        (
            Edit("indicator", "IKU-1", "cites", "changed", (), ("J-1",)),
            "targets[IKU-1].indicator.cites",
            "Indikator IKU-1: rujukan rencana",
        ),
        (
            Edit("target", "IKU-1", "later_field", "changed", 1, 2),
            "targets[IKU-1].later_field",
            "Target IKU-1: later_field",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_where_it_is(edit: Edit, path: str, what: str) -> None:
    """Each change says where it is, for programs and for people."""
    assert (edit.path, edit.what()) == (path, what)
    assert edit.what("en")


@pytest.mark.parametrize(
    ("value", "id_", "en"),
    [
        (None, "–", "–"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (date(2025, 7, 1), "1 Juli 2025", "1 July 2025"),
        (Range(80, "90.5"), "80–90,5", "80–90.5"),
        (Level("WTP"), "WTP", "WTP"),
        (Objective("Layanan meningkat", []), "Layanan meningkat", "Layanan meningkat"),
        (Target(full(), 12), "12 orang", "12 orang"),
        (("IKU-1", "IKU-2"), "IKU-1, IKU-2", "IKU-1, IKU-2"),
        ((), "–", "–"),
        (AKIP_LETTERS, ", ".join(AKIP_LETTERS.names), ", ".join(AKIP_LETTERS.names)),
        (Party("Camat", office="Kecamatan A", echelon="III.a"), "Camat, Kecamatan A, Eselon III.a", None),
        (Reference("UU 23/2014", certainty="memory"), "UU 23/2014 (dari ingatan, belum diperiksa)", None),
        (
            BudgetLine("1.02", "Kesehatan", kind="programme", ceiling=230000000),
            "Kesehatan: Rp230.000.000",
            "Kesehatan: Rp230,000,000",
        ),
        ("%", "%", "%"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_values_for_people(value: object, id_: str, en: str | None) -> None:
    """Each kind of value is written the way of its language."""
    edit = Edit("target", "IKU-1", "value", "changed", value, Decimal(1))
    assert edit.texts("id") == (id_, "1")
    if en is not None:
        assert edit.texts("en") == (en, "1")


def test_reason_and_year() -> None:
    """A reason is written in the words of the law, a year without the mark of thousands."""
    reason = Edit("agreement", None, "reason", "changed", None, "official")
    assert reason.texts() == ("–", "terjadi pergantian atau mutasi pejabat")
    assert Edit("agreement", None, "year", "changed", 2025, 2026).texts() == ("2025", "2026")


@pytest.mark.parametrize(
    ("amount", "id_", "en"),
    [
        (230000000, "Rp230.000.000", "Rp230,000,000"),
        ("1234567.5", "Rp1.234.567,50", "Rp1,234,567.50"),
    ],
)
@pytest.mark.parametrize("field", ["ceiling", "realization"])
def test_budgets_are_written_in_rupiah(field: str, amount: object, id_: str, en: str) -> None:
    """An amount of the budget, alone or in its whole line, parts its thousands and writes its sen whole."""
    line = BudgetLine("1.02", "Kesehatan", kind="programme", **{"ceiling": amount, field: amount})
    edit = Edit("budget", "1.02", field, "changed", None, getattr(line, field))
    assert (edit.texts("id"), edit.texts("en")) == (("–", id_), ("–", en))
    added = Edit("budget", "1.02", None, "added", None, line)
    assert added.texts("id") == ("–", f"Kesehatan: {id_}")


def test_an_official_is_never_named() -> None:
    """Where only the person changed, the text says so and names nobody."""
    old, new = Party("Camat", official="Contoh Lama"), Party("Camat", official="Contoh Baru")
    edit = Edit("agreement", None, "first_party", "changed", old, new)
    assert edit.texts("id") == ("Camat", "Camat (pejabat lain)")
    assert edit.texts("en") == ("Camat", "Camat (another official)")
    assert "Contoh" not in repr(edit)


@pytest.mark.parametrize(("kind", "word"), [("added", "ditambah"), ("removed", "dihapus"), ("retired", "dihentikan")])
def test_words(kind: str, word: str) -> None:
    """What is retired is told by another word than what is deleted."""
    assert Edit("target", "IKU-1", None, kind, None, None).word() == word


@pytest.mark.parametrize(
    "fields",
    [
        {"part": "person"},
        {"kind": "deleted"},
        {"key": ""},
        {"field": ""},
        {"key": 3},
    ],
    ids=str,
)
def test_changes_that_cannot_be(fields: dict[str, object]) -> None:
    """Part and kind are known words; key and field say something."""
    given = {"part": "target", "key": "IKU-1", "field": "value", "kind": "changed", "before": 1, "after": 2, **fields}
    with pytest.raises(InvalidValueError) as caught:
        Edit(**given)
    assert caught.value.path == f"Edit.{next(iter(fields))}"


def test_a_change_is_a_value() -> None:
    """Equal changes are equal and hash alike, and survive pickling."""
    assert pickle.loads(pickle.dumps(RAISED)) == RAISED
    assert hash(RAISED) == hash(Edit("target", "IKU-1", "value", "changed", Decimal(80), Decimal("90.5")))
