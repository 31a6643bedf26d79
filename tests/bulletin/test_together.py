"""Texts that are analysed together: the same bulletins, and each with its own paragraphs."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from govnews.bulletin.analysis import Given, analyze, analyze_together
from tests.properties.test_figures import TEXTS

DAYS = st.none() | st.just(date(2022, 7, 25))


@given(st.lists(st.tuples(TEXTS | st.just("\n\n"), DAYS), max_size=5))
@settings(deadline=None, max_examples=50)
def test_together_as_one_by_one(pages: list[tuple[str, date | None]]) -> None:
    """To the last digit of the scores: what stands beside a text says nothing of it."""
    asked = [Given(text, issued, str(number)) for number, (text, issued) in enumerate(pages)]
    alone = [analyze(text, issued=issued, id=name) for text, issued, name in asked]

    assert analyze_together(asked) == alone


def test_no_texts_are_no_bulletins() -> None:
    """Nothing is looked up for them."""
    assert analyze_together([]) == []
