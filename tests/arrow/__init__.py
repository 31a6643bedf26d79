"""Annotated batches: one row in, one row out, whatever is in it."""
