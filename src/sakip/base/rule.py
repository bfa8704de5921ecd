"""Aturan pemeriksaan: the code, the severity and the words of one kind of finding, kept together."""

from attrs import frozen

from sakip.base.finding import Finding, Severity
from sakip.base.text import Argument, Text

__all__ = ["Rule"]


@frozen
class Rule:
    """Aturan pemeriksaan: what a check says when it finds something.

    Attributes:
        code: Stable code of the finding.
        severity: ``error``, ``warning`` or ``note``.
        message: The sentence, with places for its arguments.
        blocking: Whether nothing can be scored while the finding stands.

    Examples:
        >>> from sakip.base.text import Text
        >>> unit = Rule("IND-UNIT", "error", Text("{code} tanpa satuan", "{code} has no unit"))
        >>> unit.at("agreement[PK-1].targets[IKU-1]", code="IKU-1").text("en")
        'IKU-1 has no unit'
    """

    code: str
    severity: Severity
    message: Text
    blocking: bool = False

    def at(self, subject: str, **arguments: Argument) -> Finding:
        """Temuan di tempatnya: a finding of this kind about one subject."""
        return Finding(
            self.code,
            self.severity,
            subject,
            self.message,
            tuple(arguments.items()),
            blocking=self.blocking,
        )
