"""Janji dan rencana: what a government has promised in its plans, and whether its agreements carry that."""
