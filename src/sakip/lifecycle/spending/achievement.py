"""Capaian keluaran: of many outputs, programme by programme and altogether."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from attrs import frozen

from sakip.base.display import Column, Table
from sakip.base.form import Numbers, in_form, numbers_form
from sakip.base.kind import tuple_of
from sakip.base.notation import format_number
from sakip.base.rebuild import reduce_by_fields
from sakip.base.text import Lang, Text, require_lang
from sakip.lifecycle.spending.output import OUTPUT_REASONS, Output, OutputReason
from sakip.lifecycle.spending.power_product import PowerProduct

__all__ = ["OutputAchievement", "output_achievement"]

_OUTPUT = "Output('KK-1', 'Jalan', volume=Measured(10, 9))"


@frozen
class OutputAchievement:
    """Capaian keluaran: the geometric mean of the outputs, or of the programmes that they belong to.

    Outputs without a programme are averaged at once, as in PMK 214/2017; outputs with one are averaged within it, and
    then the programmes, as in PMK 22/2021. Nothing is rounded on the way.

    Attributes:
        outputs: Keluaran.

    Reference: PMK 214/PMK.02/2017, lampiran (read), in part; PMK 22/PMK.02/2021, lampiran (read), in part.

    Examples:
        >>> from sakip.lifecycle import Measured
        >>> achieved = output_achievement(
        ...     [
        ...         Output("1a", "Pertama", programme="1", indicators=[Measured(5, 5), Measured(10, 9)]),
        ...         Output("1b", "Kedua", programme="1", indicators=[Measured(3, 2), Measured(6, 4), Measured(1, 1)]),
        ...         Output("2a", "Ketiga", programme="2", indicators=[Measured(4, 4)]),
        ...     ]
        ... )
        >>> achieved.value, achieved.programmes()
        (Decimal('92.24'), (('1', Decimal('85.09')), ('2', Decimal('100.00'))))
    """

    outputs: tuple[Output, ...]

    __reduce__ = reduce_by_fields

    def _groups(self) -> dict[str | None, list[Output]]:
        groups: dict[str | None, list[Output]] = {}
        for output in self.outputs:
            groups.setdefault(output.programme, []).append(output)
        return groups

    def programmes(self) -> tuple[tuple[str, Decimal | None], ...]:
        """Capaian program: each programme with its achievement in percent; None where an output of it has none."""
        means = ((name, _mean([one.exact for one in outputs])) for name, outputs in self._groups().items())
        return tuple((name, None if mean is None else mean.percent(2)) for name, mean in means if name is not None)

    @property
    def exact(self) -> PowerProduct | None:
        """Capaian tepat: the whole as a ratio, before any rounding; None where `reason` says why.

        Outputs without a programme stand beside the programmes, each for itself.
        """
        parts: list[PowerProduct | None] = []
        for name, outputs in self._groups().items():
            known = [one.exact for one in outputs]
            parts += known if name is None else [_mean(known)]
        return _mean(parts)

    @property
    def value(self) -> Decimal | None:
        """Capaian: the whole in percent with two decimals, halves away from zero."""
        return None if self.exact is None else self.exact.percent(2)

    @property
    def reason(self) -> OutputReason | None:
        """Alasan: why there is no whole; one of the codes of `OUTPUT_REASONS`."""
        if not self.outputs:
            return "no-outputs"
        return "incomplete" if any(one.exact is None for one in self.outputs) else None

    def rows(self, *, numbers: Numbers = "decimal") -> list[dict[str, Any]]:
        """Baris capaian: one dict an output: ``code``, ``name``, ``programme`` and ``achievement``.

        Raises:
            InvalidValueError: Another word for ``numbers``.
        """
        form = numbers_form(numbers, "OutputAchievement.rows.numbers")
        rows = [
            {
                "code": one.code,
                "name": one.name,
                "programme": one.programme,
                "achievement": one.achievement,
            }
            for one in self.outputs
        ]
        return in_form(rows, form)

    def table(self, lang: Lang = "id") -> Table:
        """Tabel capaian: one row an output, then the programmes and the whole."""
        require_lang(lang)
        rows = [(one.code, one.name, _shown(one.achievement, lang)) for one in self.outputs]
        rows += [("", name, _shown(value, lang)) for name, value in self.programmes()]
        rows.append(("", Text("SELURUHNYA", "ALL").render(lang), _shown(self.value, lang)))
        reasons = dict(OUTPUT_REASONS)
        notes = [] if self.reason is None else [f"{reasons[self.reason].render(lang)} [{self.reason}]"]
        heads = (Text("Kode", "Code"), Text("Keluaran", "Output"), Text("Capaian (%)", "Achievement (%)"))
        columns = [Column(head.render(lang), "right" if at == 2 else "left") for at, head in enumerate(heads)]
        return Table(Text("Capaian keluaran", "Achievement of outputs").render(lang), columns, rows, notes=notes)

    def text(self, lang: Lang = "id", *, width: int | None = None) -> str:
        """Teks capaian: the table for a terminal, 80 columns wide unless another width is given.

        Raises:
            InvalidValueError: Another language, or a width that is not 20 to 1,000.
        """
        return self.table(lang).text(width)

    def _repr_html_(self) -> str:
        return self.table().html()


def _mean(parts: list[PowerProduct | None]) -> PowerProduct | None:
    """The geometric mean; None while a part is not known, or without any."""
    known = [part for part in parts if part is not None]
    return PowerProduct.mean(known) if known and len(known) == len(parts) else None


def _shown(value: Decimal | None, lang: Lang) -> str:
    return "–" if value is None else format_number(value, decimals=2, lang=lang)


def output_achievement(outputs: Iterable[Output]) -> OutputAchievement:
    """Capaian keluaran: of many outputs, programme by programme and altogether.

    Raises:
        InvalidValueError: Something that is no list of `Output`.

    Examples:
        >>> output_achievement([Output("KK-1", "Jalan", stated=122), Output("KK-2", "Jembatan", stated=80)]).value
        Decimal('98.79')
    """
    return OutputAchievement(tuple_of(Output, outputs, "output_achievement.outputs", _OUTPUT))
