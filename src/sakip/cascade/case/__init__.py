"""Berkas: what every check is given: the graph with its numbers, and what follows from the hierarchy."""
