"""Tests of govnews.figures."""
