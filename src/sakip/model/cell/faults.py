"""Cacat sel: why a cell cannot be read, as a value with the words for it."""

from attrs import frozen

from sakip.base.finding import Finding
from sakip.base.notation.faults import fault_of
from sakip.base.rule import Rule
from sakip.base.text import Argument, Lang, Text, told

__all__ = ["RULES", "Fault", "no_number", "shown"]

_LONGEST_SHOWN = 40


def shown(cell: object) -> str:
    """Isi sel: what stands in a cell, short enough for a sentence.

    Examples:
        >>> shown("Jumlah dokumen perencanaan yang disusun tepat waktu")
        'Jumlah dokumen perencanaan yang disusun...'
    """
    text = str.__str__(cell) if isinstance(cell, str) else type(cell).__name__
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}..."


@frozen
class Fault:
    """Cacat: one thing that keeps a cell from being read, not yet bound to a place.

    Attributes:
        rule: Its code, severity and sentence.
        arguments: The (name, value) pairs that fill the sentence.

    Examples:
        >>> fault = Fault(SEVERAL, (("cell", "7 UPP, 14 Kab/Kota"),))
        >>> fault.code, fault.at("rows[3]").subject
        ('CELL-SEVERAL', 'rows[3]')
    """

    rule: Rule
    arguments: tuple[tuple[str, Argument], ...] = ()

    @property
    def code(self) -> str:
        """Kode: the stable code of the finding that it becomes."""
        return self.rule.code

    def text(self, lang: Lang = "id") -> str:
        """Teks cacat: the sentence with its arguments, in one language."""
        return self.rule.message.render(lang, dict(self.arguments))

    def at(self, subject: str) -> Finding:
        """Temuan di tempatnya: the fault as a finding about one subject."""
        return self.rule.at(subject, **dict(self.arguments))


FLOAT = Rule(
    "CELL-FLOAT",
    "error",
    Text(
        "{cell} adalah float, yang tidak menyimpan desimal dengan tepat; berikan int, Decimal atau teks, atau pilih"
        " floats='shortest' untuk isi lembar kerja",
        "{cell} is a float, which holds no exact decimals; give int, Decimal or text, or choose floats='shortest' for"
        " the contents of a spreadsheet",
    ),
)
MAGNITUDE = Rule(
    "CELL-MAGNITUDE",
    "error",
    Text(
        "'{cell}' memuat kata bilangan '{word}'; tulis angkanya lengkap, atau jadikan kata itu bagian dari satuan",
        "'{cell}' holds the word of magnitude '{word}'; write the number in full, or make the word a part of the unit",
    ),
)
FRACTION = Rule(
    "CELL-FRACTION",
    "error",
    Text(
        "'{cell}' adalah pecahan atau perbandingan; tulis hasilnya, atau pembilang dan penyebut dalam kolom sendiri",
        "'{cell}' is a fraction or a proportion; write its value, or its two numbers in columns of their own",
    ),
)
SEVERAL = Rule(
    "CELL-SEVERAL",
    "error",
    Text(
        "'{cell}' menyebut lebih dari satu hal; tulis satu angka atau satu kata, atau nyatakan artinya lewat values",
        "'{cell}' says more than one thing; write one number or one word, or state what it means through values",
    ),
)
REMARK = Rule(
    "CELL-REMARK",
    "error",
    Text(
        "'{cell}' memuat keterangan dalam kurung; pindahkan ke kolom sendiri, atau nyatakan artinya lewat values",
        "'{cell}' holds a remark in brackets; move it to a column of its own, or state what the cell means through"
        " values",
    ),
)
COMPARISON = Rule(
    "CELL-COMPARISON",
    "error",
    Text(
        "'{cell}' adalah batas atau kira-kira, bukan satu angka; tulis angkanya, dan arah yang baik sebagai polaritas",
        "'{cell}' is a limit or an estimate, not one number; write the number, and the good direction as the polarity",
    ),
)
DATE = Rule(
    "CELL-DATE",
    "error",
    Text(
        "'{cell}' tampak seperti tanggal yang tidak lengkap, tidak ada, atau punya dua bacaan; tulis seperti"
        " '5 Maret 2025' atau '2025-03-05'",
        "'{cell}' looks like a date that is incomplete, does not exist, or means two days; write it as '5 March 2025'"
        " or '2025-03-05'",
    ),
)
ERROR = Rule(
    "CELL-ERROR",
    "error",
    Text(
        "'{cell}' adalah tanda galat lembar kerja; perbaiki rumusnya di sana, atau kosongkan sel ini",
        "'{cell}' is the error mark of a spreadsheet; repair the formula there, or leave the cell empty",
    ),
)
FORMULA = Rule(
    "CELL-FORMULA",
    "error",
    Text(
        "'{cell}' adalah rumus, bukan nilainya; simpan nilainya saja sebelum tabel dibaca",
        "'{cell}' is a formula, not its value; store the values alone before the table is read",
    ),
)
CONTROL = Rule(
    "CELL-CONTROL",
    "error",
    Text(
        "Sel ini memuat karakter {point} (ke-{place}), yang tidak terlihat atau mengacaukan cetakan; hapus karakter"
        " itu",
        "The cell holds the character {point} (number {place}), which cannot be seen or upsets what is printed; delete"
        " it",
    ),
)
LONG = Rule(
    "CELL-LONG",
    "error",
    Text(
        "Sel ini berisi {length} karakter, lebih dari 200; tulis satu angka atau satu kata",
        "The cell holds {length} characters, more than 200; write one number or one word",
    ),
)
KIND = Rule(
    "CELL-KIND",
    "error",
    Text(
        "Sel ini bernilai {kind}; berikan teks, int, Decimal, tanggal atau None",
        "The cell is a {kind}; give text, int, Decimal, a date or None",
    ),
)
NUMBER = Rule(
    "CELL-NUMBER",
    "error",
    Text("'{cell}' bukan satu angka: {problem}. {way_out}", "'{cell}' is not one number: {problem}. {way_out}"),
)
AMBIGUOUS = Rule(
    "CELL-AMBIGUOUS",
    "error",
    Text(
        "'{cell}' dapat berarti {thousands} (ribuan) atau {decimals} (desimal), dan kolomnya tidak memutuskan; sebutkan"
        " convention",
        "'{cell}' may mean {thousands} (thousands) or {decimals} (decimals), and its column does not decide; name the"
        " convention",
    ),
)
CONVENTION = Rule(
    "CELL-CONVENTION",
    "error",
    Text(
        "'{cell}' tidak ditulis menurut konvensi '{convention}' kolomnya; tulis ulang seperti sel lain",
        "'{cell}' is not written in the convention '{convention}' of its column; write it as the other cells are",
    ),
)
RANGE_SWAPPED = Rule(
    "CELL-RANGE-SWAPPED",
    "error",
    Text(
        "Rentang '{low} - {high}' terbalik; tulis batas bawah lebih dahulu",
        "The range '{low} - {high}' is the wrong way round; write the lower bound first",
    ),
)
TOO_LARGE = Rule(
    "CELL-TOO-LARGE",
    "error",
    Text(
        "'{cell}' melebihi 18 digit bulat atau 6 desimal; pakai satuan yang lebih besar, atau bulatkan lebih dahulu",
        "'{cell}' has more than 18 integer digits or 6 decimals; use a larger unit, or round it first",
    ),
)

RULES = (
    FLOAT,
    MAGNITUDE,
    FRACTION,
    SEVERAL,
    REMARK,
    COMPARISON,
    DATE,
    ERROR,
    FORMULA,
    CONTROL,
    LONG,
    KIND,
    NUMBER,
    AMBIGUOUS,
    CONVENTION,
    RANGE_SWAPPED,
    TOO_LARGE,
)
"""Aturan sel: every fault that a cell can have."""


def no_number(text: str) -> Fault:
    """Bukan angka: the fault of a text that holds digits and is no printed number, with the reason why.

    Examples:
        >>> print(no_number("1 234").text("en").partition(".")[0])
        '1 234' is not one number: its thousands are parted by neither dots nor commas
    """
    return Fault(NUMBER, (("cell", shown(text)), *told(fault_of(text, text, "cell")).items()))
