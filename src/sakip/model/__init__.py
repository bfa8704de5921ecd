"""Model: what was promised and what was delivered."""
