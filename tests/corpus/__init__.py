"""Tests of `govnews.corpus`, file by file as there."""
