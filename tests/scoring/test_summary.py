"""Being written by the owner of tests/scoring."""
