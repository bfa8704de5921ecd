"""Teks dan kode: as documents word them, and as an attacker would."""

from hypothesis import strategies as st

__all__ = ["codes", "paragraphs", "texts", "words"]

_WORDS = (
    "Cakupan layanan",
    "Persentase jalan mantap",
    "Jumlah dokumen perencanaan",
    "Angka kematian ibu",
    "Indeks kepuasan masyarakat",
    "Opini BPK",
)
_HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='x'>",
    "]]><svg/onload=1>",
    "=HYPERLINK(1)",
    "{code} {0} {x.y}",
    "%s %d %(code)s",
    "| a | b | [x](y) `z`",
    "\u200dterhubung\u200b",
    "a\u0301 \u00e1 \ufb01",
    "\U0001f4c8 \u0645\u0624\u0634\u0631 \u6307\u6a19",
    "Di dalamnya \u00a0 spasi",
)
# Signs that no text may hold: controls, separators of lines, marks of direction and of byte order.
_REFUSED = "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def texts(*, rich: bool = False) -> st.SearchStrategy[str]:
    """Teks: names as documents word them; with ``rich`` also markup, formulas, templates and foreign scripts.

    Examples:
        >>> from sakip.testing import texts
        >>> strategy = texts(rich=True)
    """
    plain = st.sampled_from(_WORDS)
    if not rich:
        return plain
    signs = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=_REFUSED)
    return st.one_of(plain, st.sampled_from(_HOSTILE), st.text(signs, min_size=1, max_size=40).filter(str.strip))


def words(*, rich: bool) -> st.SearchStrategy[str | None]:
    """Keterangan sebaris: nothing, or with ``rich`` a text at times.

    Examples:
        >>> strategy = words(rich=True)
    """
    return st.none() | texts(rich=True) if rich else st.none()


def paragraphs(*, rich: bool) -> st.SearchStrategy[str | None]:
    """Keterangan berparagraf: nothing, or with ``rich`` a few lines at times.

    Examples:
        >>> strategy = paragraphs(rich=True)
    """
    return st.none() | st.lists(texts(rich=True), min_size=1, max_size=3).map("\n\t".join) if rich else st.none()


def codes(*, rich: bool = False) -> st.SearchStrategy[str]:
    """Kode: codes of indicators and documents; with ``rich`` any printable text that is not wrapped in spaces.

    Examples:
        >>> from sakip.testing import codes
        >>> strategy = codes()
    """
    plain = st.builds("{}-{}".format, st.sampled_from(("IKU", "IKK", "PLAN")), st.integers(1, 99))
    if not rich:
        return plain
    signs = st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs"), include_characters=" ")
    return st.one_of(
        plain,
        st.text(signs, min_size=1, max_size=20).filter(lambda text: text == text.strip() and text.isprintable()),
    )
