"""Notasi: printed numbers and dates of Indonesian documents, read strictly and written back."""

from sakip.base.notation.column import NumberColumn, parse_numbers
from sakip.base.notation.dates import format_date, parse_date
from sakip.base.notation.reading import Convention, parse_number
from sakip.base.notation.spelled import parse_spelled_number, parse_spelled_rupiah, spell_number, spell_rupiah
from sakip.base.notation.spelled_dates import parse_spelled_date, spell_date
from sakip.base.notation.writing import format_number

__all__ = [
    "Convention",
    "NumberColumn",
    "format_date",
    "format_number",
    "parse_date",
    "parse_number",
    "parse_numbers",
    "parse_spelled_date",
    "parse_spelled_number",
    "parse_spelled_rupiah",
    "spell_date",
    "spell_number",
    "spell_rupiah",
]
