"""Tests of the work in several processes."""
