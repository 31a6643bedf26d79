"""Tests of govnews.html."""  # noqa: A005 - mirrors it, and is only ever tests.html
