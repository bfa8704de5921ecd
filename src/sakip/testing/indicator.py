"""Indikator: of any polarity, counted or ranked."""

from typing import Any, get_args

from hypothesis import strategies as st

from sakip import Indicator
from sakip.model.indicator import Consolidation, Measure, Polarity, ResultLevel
from sakip.testing.reference import references
from sakip.testing.scale import scales
from sakip.testing.text import codes, paragraphs, texts, words

__all__ = ["indicators"]


def indicators(
    *,
    polarity: Polarity | None = None,
    ordinal: bool = False,
    rich: bool = False,
) -> st.SearchStrategy[Indicator]:
    """Indikator: indicators of one polarity or of any; ordinal ones have a scale.

    Examples:
        >>> from sakip.testing import indicators
        >>> strategy = indicators(polarity="minimize")
    """
    measures = st.none() | st.sampled_from(get_args(Measure)) if rich else st.none()
    return st.builds(
        _indicator,
        _origins(rich=rich),
        codes(rich=rich),
        texts(rich=rich),
        unit=st.sampled_from(("%", "dokumen", "poin", "per 100.000")),
        polarity=st.sampled_from(get_args(Polarity)) if polarity is None else st.just(polarity),
        consolidation=st.none() | st.sampled_from(get_args(Consolidation)) if rich else st.none(),
        measure=st.just("ordinal") if ordinal else measures,
        scale=scales(rich=rich) if ordinal else st.none(),
        decimals=st.none() | st.integers(0, 6) if rich else st.none(),
        operational_definition=paragraphs(rich=rich),
        formula=paragraphs(rich=rich),
        data_source=words(rich=rich),
        owner=words(rich=rich),
        level=st.none() | st.sampled_from(get_args(ResultLevel)) if rich else st.none(),
        kind=words(rich=rich),
        reference=st.none() | references(rich=True) if rich else st.none(),
        cites=st.lists(codes(), max_size=2) if rich else st.just(()),
    )


def _origins(*, rich: bool) -> st.SearchStrategy[tuple[str | None, str | None]]:
    none = st.none()
    return st.one_of(
        *(st.tuples(*pair) for pair in ((none, none), (codes(), none), (none, codes()))[: 3 if rich else 1])
    )


def _indicator(origin: tuple[str | None, str | None], *arguments: Any, **sheet: Any) -> Indicator:
    same_as, replaces = origin  # never both
    return Indicator(*arguments, same_as=same_as, replaces=replaces, **sheet)
