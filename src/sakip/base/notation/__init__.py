"""Notasi: printed numbers and dates of Indonesian documents, read strictly and written back."""

from sakip.base.notation.column import NumberColumn, parse_numbers
from sakip.base.notation.dates import format_date, parse_date
from sakip.base.notation.reading import Convention, parse_number
from sakip.base.notation.writing import format_number

__all__ = [
    "Convention",
    "NumberColumn",
    "format_date",
    "format_number",
    "parse_date",
    "parse_number",
    "parse_numbers",
]
