"""Baris datar: from the flat rows of a table to agreements and realizations, with every fault named."""
