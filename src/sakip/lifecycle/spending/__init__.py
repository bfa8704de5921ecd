"""Belanja dan efisiensinya: what was achieved for the money, and the value of budget performance."""
