"""Nama: how names of posts, units, indicators and people are compared, and what was probably mistyped."""
