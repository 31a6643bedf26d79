"""Totals: what may be added, and what is left out, and why."""
