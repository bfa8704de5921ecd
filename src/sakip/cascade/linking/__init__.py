"""Penautan: links made out of tables, and links proposed from the numbers."""
