"""Masukan: what a cascade is stated as: agreements, links, groups, facts, posts, documents and settings."""
