"""Penjelasan: why a value is what it is, who made it differ from its promise, and what would be enough."""
