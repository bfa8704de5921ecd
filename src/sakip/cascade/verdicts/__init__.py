"""Putusan: checks asked of their subjects, what was answered, what was found, and what was set aside."""
