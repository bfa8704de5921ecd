"""Nada warna: seven tones from the worst to the best that colour-blind eyes tell apart, and colours for lines."""

from sakip.base.number import admit_whole

__all__ = [
    "BAR",
    "DARK_BAR",
    "DARK_LINES",
    "DARK_TONES",
    "DARK_WORDS",
    "LINES",
    "TONES",
    "WORDS",
    "require_tone",
    "tone_of",
]

TONES = ("#b5451c", "#e08a4c", "#f5c891", "#f1eee2", "#bcd7e8", "#74abd0", "#225f99")
DARK_TONES = ("#e07a4b", "#b0623a", "#744a34", "#474a50", "#33566e", "#3c7aa6", "#7fb8e0")
WORDS = ("#ffffff", "#1a1a1a", "#1a1a1a", "#1a1a1a", "#1a1a1a", "#1a1a1a", "#ffffff")
"""Warna tulisan: the letters on each of the tones."""
DARK_WORDS = ("#1a1a1a", "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#ffffff", "#1a1a1a")
BAR, DARK_BAR = "#3b7fb5", "#5a9bcb"
LINES = ("#0072b2", "#b8500a", "#00795a", "#a3447c", "#5b5b5b", "#7a5c00")
DARK_LINES = ("#56b4e9", "#f0883e", "#2cc295", "#dd8fbb", "#b5b5b5", "#e0b93a")


def require_tone(value: int | None, path: str) -> int | None:
    """Nada: from 0, the worst, to 6, the best; None for a picture without a judgement.

    Raises:
        InvalidValueError: Any other value.

    Examples:
        >>> require_tone(6, "Bar.tone"), require_tone(None, "Bar.tone")
        (6, None)
    """
    return None if value is None else admit_whole(value, path, low=0, high=len(TONES) - 1)


def tone_of(place: int, count: int) -> int:
    """Nada tempat: the tone of one place among ``count``, counted from the worst, spread over all seven.

    Examples:
        >>> [tone_of(place, 4) for place in range(4)], tone_of(0, 1)
        ([0, 2, 4, 6], 6)
    """
    best = len(TONES) - 1
    return best if count <= 1 else place * best // (count - 1)
