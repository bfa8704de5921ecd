"""Konsekuensi: rewards, coaching, placement and sanctions that a policy recommends to be considered."""
