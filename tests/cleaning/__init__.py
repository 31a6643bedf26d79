"""Tests of cleaning: a module for each of its modules, and the laws of the whole."""
