"""Stop words: what says little about a bulletin, and what must not be among it."""

from importlib.resources import files

import pytest

from govnews.models import Kind, Token
from govnews.segmentation import Segmenter, is_stop
from govnews.segmentation.stopwords import stop_words


def token(text: str, tag: str = "n", kind: Kind | None = None) -> Token:
    """Return a token at the beginning of a text."""
    return Token(text, 0, len(text), tag, kind)


def test_no_word_is_on_the_list_twice() -> None:
    """Each has one place."""
    text = files("govnews").joinpath("data/stopwords.txt").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    words = [word for row in rows for word in row.split()]

    assert sorted(words) == sorted(set(words)) == sorted(stop_words())


def test_every_stop_word_is_a_word_of_the_segmenter() -> None:
    """What is never cut like this can never be left out."""
    segmenter = Segmenter()

    assert [word for word in sorted(stop_words()) if len(segmenter.cut(word)) != 1] == []


@pytest.mark.parametrize("word", ["的", "了", "和", "在", "为", "进一步", "全省", "表示", "以及"])
def test_words_of_any_bulletin_say_little(word: str) -> None:
    """Whatever their part of speech."""
    assert is_stop(token(word))


@pytest.mark.parametrize(
    "word",
    [
        *("职工", "工会", "服务", "帮扶", "维权", "欠薪", "援青", "对口支援", "专家", "义诊"),
        *("退役军人", "老兵", "优抚", "青海", "仲裁", "慰问", "培训", "就业", "困难职工"),
    ],
)
def test_words_that_tell_topics_apart_are_kept(word: str) -> None:
    """They are what an analyst counts."""
    assert not is_stop(token(word))


@pytest.mark.parametrize("tag", ["x", "m", "u", "uj", "ul", "uz", "ud", "ug", "uv", "y"])
def test_marks_numbers_and_particles_say_little(tag: str) -> None:
    """Whatever their text."""
    assert is_stop(token("职工", tag))


@pytest.mark.parametrize("tag", ["n", "v", "a", "nr", "nt", "eng", "t", "q", "r"])
def test_other_parts_of_speech_are_judged_by_their_text(tag: str) -> None:
    """No part of speech is left out as a whole."""
    assert not is_stop(token("职工", tag))


@pytest.mark.parametrize("kind", Kind)
def test_figures_say_little(kind: Kind) -> None:
    """Of any kind: they are extracted, not counted as words."""
    assert is_stop(token("43家", "n", kind))
