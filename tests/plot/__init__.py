"""Tests of `govnews.plot`, file by file as there."""
