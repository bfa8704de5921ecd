"""Dokumen bukti: what proves that criteria are met."""

from attrs import field, frozen

from sakip.base.kind import of_kind
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Text, require_text

__all__ = ["SheetDocument"]


def _document_code(value: str) -> str:
    return require_text(value, "SheetDocument.code")


def _document_name(value: Text) -> Text:
    return of_kind(Text, value, "SheetDocument.name", "Text('Rencana kerja', 'Work plan')")


def _optional(value: bool) -> bool:  # noqa: FBT001 - the field that it fills
    return of_kind(bool, value, "SheetDocument.optional", "True")


@frozen
class SheetDocument:
    """Dokumen bukti: a document that may prove that criteria are met.

    Attributes:
        code: Short name, such as ``renja``.
        name: Name for people.
        optional: Whether it is asked for only where there is one.

    Raises:
        InvalidValueError: An empty code, or a name that is no `Text`.

    Examples:
        >>> from sakip import Text
        >>> SheetDocument("renja", Text("Rencana kerja", "Work plan")).optional
        False
    """

    code: str = field(converter=_document_code)
    name: Text = field(converter=_document_name)
    optional: bool = field(default=False, converter=_optional, kw_only=True)

    __reduce__ = reduce_by_fields
