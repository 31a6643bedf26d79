"""Counting words: the words of `govnews.words`, each with its texts and its part of speech."""

from collections import Counter

from hypothesis import given

import govnews
from govnews.corpus.counting import Counts, Entry, count
from govnews.corpus.pages import pages
from tests.corpus.pages import SLOWLY, texts


def counted(*many: str, stop: bool = False) -> Counts:
    """Count the words of texts."""
    return count(pages(many, "test"), govnews.segment, stop=stop)


@given(texts)
@SLOWLY
def test_without_stop_words_they_are_those_of_words(text: str) -> None:
    """As often, of the cleaned text."""
    words = Counter(govnews.words(govnews.clean(text).text, stop=True))
    found = counted(text, stop=True)

    assert {word: found.count(word) for word in found.words} == words
    assert found.size == words.total()


def test_figures_numbers_and_marks_are_no_words() -> None:
    """Whether or not stop words are."""
    found = counted("全省走访43家企业，GDP增长，2014年1月一些、三千。")
    assert [*found.words] == ["全省", "走访", "企业", "GDP", "增长"]


def test_what_is_not_there_counts_nothing() -> None:
    """And does not come into being."""
    found = counted("职工")
    assert (found.count("企业"), found.found_in("企业"), len(found.words)) == (0, 0, 1)


def test_a_word_has_the_tag_that_it_has_most_often() -> None:
    """In quotation marks it is a name, in a sentence it is none."""
    tags = [token.tag for token in govnews.segment("“干部”干部干部") if token.text == "干部"]
    assert tags == ["nz", "n", "n"]
    assert counted("“干部”", "干部干部").words["干部"] == Entry(times=3, texts=2, tag="n")
