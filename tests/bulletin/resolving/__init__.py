"""Partial dates made whole."""
