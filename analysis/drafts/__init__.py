"""From an article to proposed sources, claims and values, for a person to confirm."""
