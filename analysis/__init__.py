"""Reported trade figures with their hedges, speakers and sources."""
