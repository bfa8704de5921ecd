"""Formulir resmi: the agreement as the form that is signed: statement, annex and signatures, as data."""
