"""From an article to proposed rows: sources, claims and reported values, for a person to confirm."""
