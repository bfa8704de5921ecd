"""Gambar: the performance tree as text, Mermaid and SVG."""
