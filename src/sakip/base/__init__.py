"""Dasar: exact numbers, texts, references and findings, which know no domain word."""
