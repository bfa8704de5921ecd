"""Sebab selisih: the fifteen known mistakes, each tried on the numbers of one parent and its children."""

from collections.abc import Callable, Iterator

from sakip.base.text import Text
from sakip.cascade.causes import digits, formula, periods, single
from sakip.cascade.causes.guess import Guess
from sakip.cascade.causes.setting import Setting

__all__ = ["CAUSES", "title_of"]

_TITLES = {
    "H01": Text("Rata-rata sederhana persentase", "Simple mean of percentages"),
    "H02": Text("Dijumlahkan", "Added up"),
    "H03": Text("Data kosong dibaca nol", "Missing read as zero"),
    "H04": Text("Tertinggal", "Left out"),
    "H05": Text("Dihitung dua kali", "Counted twice"),
    "H06": Text("Porsi diabaikan", "Share ignored"),
    "H07": Text("Bobot diabaikan atau tertukar", "Weights ignored or swapped"),
    "H08": Text("Tanda atau arah terbalik", "Sign or direction turned"),
    "H09": Text("Target versi lama", "Target of an old version"),
    "H10": Text("Periode digabung dengan cara lain", "Periods put together in another way"),
    "H11": Text("Capaian dibaca sebagai realisasi", "Achievement read as realization"),
    "H12": Text("Kelipatan sepuluh", "Power of ten"),
    "H13": Text("Angka tertukar", "Swapped digits"),
    "H14": Text("Dibulatkan lebih dahulu", "Rounded beforehand"),
    "H15": Text("Target dibaca sebagai realisasi", "Target read as realization"),
}
CAUSES: tuple[Callable[[Setting], Iterator[Guess]], ...] = (
    formula.averaged,
    formula.added_up,
    formula.missing_as_zero,
    single.left_out,
    single.counted_twice,
    formula.without_shares,
    single.with_full_share,
    formula.without_weights,
    single.turned_around,
    single.old_versions,
    periods.consolidated_otherwise,
    single.achievements,
    digits.powers_of_ten,
    digits.swapped_digits,
    formula.rounded_first,
    single.targets_for_actuals,
)


def title_of(code: str) -> Text:
    """Judul dugaan: what a mistake is called.

    Examples:
        >>> title_of("H04").render("en")
        'Left out'
    """
    return _TITLES[code]
