"""Gabungan: what a cell says and can stand for, and what the children of a parent make of it."""
