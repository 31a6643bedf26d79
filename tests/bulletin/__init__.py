"""Tests of govnews.bulletin."""
