"""Sebab penolakan: why a text is no printed number, and what to write instead."""

import re
from typing import NamedTuple

from sakip.errors import InvalidValueError

__all__ = ["fault_of"]


class _Fault(NamedTuple):
    pattern: str
    code: str
    problem: tuple[str, str]
    way_out: tuple[str, str]


# In order: the first pattern found in the text, blanks around it removed, names the fault.
_FAULTS = (
    _Fault(
        r"\A(?:[-.\u2010-\u2015\u2212]*|[nN]\.?/?[aA]\.?)\Z",
        "empty-number",
        ("tidak ada angka di sini", "there is no number here"),
        (
            "Sel kosong bukan nol: lewati, atau nyatakan mengapa nilainya belum ada",
            "An empty cell is not zero: leave it out, or state why it has no value",
        ),
    ),
    _Fault(
        r"(?![0-9])\d",
        "foreign-digits",
        ("digitnya bukan 0 sampai 9", "its digits are not 0 to 9"),
        ("Tulis ulang dengan digit 0 sampai 9", "Write it again with the digits 0 to 9"),
    ),
    _Fault(
        r"[0-9][eE][-+]?[0-9]",
        "exponent",
        ("notasi eksponen bukan angka cetak", "exponent notation is not a printed number"),
        ("Tulis angkanya lengkap, seperti '100.000,5'", "Write the number in full, such as '100.000,5'"),
    ),
    _Fault(
        r"(?!Rp)(?<!R)[^\W\d_]",
        "words-in-number",
        ("teks ini memuat kata, satuan atau predikat", "the text holds words, a unit or a grade"),
        (
            "Berikan angkanya saja, seperti '5' dari '5 buku'; satuan dan predikat punya tempat sendiri",
            "Give the number alone, such as '5' of '5 buku'; units and grades have a place of their own",
        ),
    ),
    _Fault(
        r"[0-9%][ \xa0]*[-\u2010-\u2015\u2212/:;<>=\u2264\u2265+*~]+[ \xa0]*[0-9]",
        "several-numbers",
        ("teks ini memuat lebih dari satu angka", "the text holds more than one number"),
        (
            "Baca tiap angka sendiri; rentang disusun dari kedua batasnya",
            "Read each number by itself; a range is made of its two bounds",
        ),
    ),
    _Fault(
        r"[+()\u2010-\u2015]|[-\u2212][ \xa0]*[-\u2212]|[-\u2212][ \xa0]|(?<!,)[-\u2212]\Z",
        "wrong-sign",
        ("tandanya tidak baku", "its sign is not in standard form"),
        (
            "Tulis satu tanda kurang tepat di depan angka, seperti '-24,65'; angka positif tanpa tanda",
            "Write one minus right before the number, such as '-24,65'; a positive number has no sign",
        ),
    ),
    _Fault(
        r"[0-9.,][\s_'\u2019]+[0-9.,]",
        "wrong-grouping",
        ("ribuannya dipisahkan selain dengan titik atau koma", "its thousands are parted by neither dots nor commas"),
        ("Pisahkan ribuan dengan titik, seperti '1.234.567'", "Part thousands with dots, such as '1.234.567'"),
    ),
    _Fault(
        r"\A(?:[-\u2212]?Rp\.?[ \xa0]*)?[-\u2212]?[0-9.,]+-?\Z|\A[-\u2212]?[0-9.,]+[ \xa0]*%\Z",
        "wrong-grouping",
        ("titik dan komanya tidak membentuk satu angka", "its dots and commas do not form one number"),
        (
            "Kelompok ribuan berisi tiga digit dan tanda desimal diapit digit, seperti '1.234,5' atau '0,5'",
            "Thousands groups have three digits and a decimal mark stands between digits, such as '1.234,5' or '0,5'",
        ),
    ),
    _Fault(
        "",
        "not-a-number",
        ("teks ini bukan angka cetak", "the text is not a printed number"),
        (
            "Tulis satu angka seperti '1.234,5', '98,5 %' atau 'Rp 1.500,-'",
            "Write one number such as '1.234,5', '98,5 %' or 'Rp 1.500,-'",
        ),
    ),
)


def fault_of(text: str, bare: str, path: str) -> InvalidValueError:
    """Sebab penolakan: the error for a text that is no printed number.

    Args:
        text: The text as it was given.
        bare: The same without the blanks around it; short, for patterns are searched in it.
        path: The field that is being filled.

    Examples:
        >>> fault_of("5 buku", "5 buku", "parse_number").code
        'words-in-number'
    """
    fault = next(fault for fault in _FAULTS if re.search(fault.pattern, bare))
    return InvalidValueError(code=fault.code, path=path, value=text, problem=fault.problem, way_out=fault.way_out)
