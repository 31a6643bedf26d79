"""Batch: files and tables in, parts out, each bulletin once."""
