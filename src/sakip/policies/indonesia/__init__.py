"""Kebijakan Indonesia, one regime a file."""
