"""Pemeriksaan: one small function for each thing that can be wrong in an agreement and its data."""
