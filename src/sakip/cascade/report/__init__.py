"""Laporan: the findings with their figures, asked further, compared, counted and written out."""
