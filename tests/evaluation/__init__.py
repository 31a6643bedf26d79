"""Tests of govnews.evaluation."""
