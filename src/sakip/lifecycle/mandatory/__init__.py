"""Indikator wajib: what every agreement of a government must promise, applied to agreements and checked in them."""
