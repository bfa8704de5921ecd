"""Pemeriksaan kaskade: by subject, each file a tuple of checks."""
