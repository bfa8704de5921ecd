"""Laporan kinerja tahunan: the annual report (LKjIP) as data: what it tells of each objective, and what it lacks."""
