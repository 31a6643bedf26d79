"""Tests of the main text of web pages."""
