"""Graf: a day chosen and names resolved, so that positions, indicators and links become numbers."""
