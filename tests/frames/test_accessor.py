"""The accessor: the library's calls on a column, with its index kept."""

import subprocess
import sys

import pandas as pd
import pytest

import govnews
import govnews.frames.accessor

GARBLED = "慰问困難職(zhí)工58名，发放6万元"
VETERANS = "为退役军人免费体检"
TEXTS = pd.Series([GARBLED, None, VETERANS], index=["a", "b", "a"], name="text")


def test_figures_repeat_the_label_of_their_text() -> None:
    """So that they can be joined to the rows they come from."""
    found = TEXTS.gov.extract()
    assert found.index.tolist() == ["a", "a"]
    assert found["text"].tolist() == ["58名", "6万元"]
    assert TEXTS[found.index[0]].iloc[0][found["start"].iloc[0] : found["end"].iloc[0]] == "58名"
    table = TEXTS.to_frame("page").iloc[:2]
    assert table.join(found)["kind"].isna().tolist() == [False, False, True]


def test_kinds_and_lexicon() -> None:
    """As for extract."""
    assert TEXTS.gov.extract(kinds=["money"])["text"].tolist() == ["6万元"]
    lexicon = "corpora/lexicon/highland.toml"
    found = pd.Series(["载畜量300羊单位"]).gov.extract(lexicon=lexicon)
    assert found["unit"].tolist() == ["羊单位"]


def test_cleaned_texts() -> None:
    """Missing ones stay missing."""
    found = TEXTS.gov.clean()
    assert found.dropna().tolist() == [govnews.clean(GARBLED).text, VETERANS]
    assert found.isna().tolist() == [False, True, False]
    assert found.index.equals(TEXTS.index)
    assert (
        TEXTS.gov.clean(script="traditional").iloc[2]
        == govnews.clean(VETERANS, script="traditional").text
    )


def test_words() -> None:
    """A list each."""
    found = TEXTS.gov.words(stop=True)
    assert found.iloc[2] == govnews.words(VETERANS, stop=True)
    assert found.iloc[1] is None


def test_topics_with_their_scores() -> None:
    """A missing text has none."""
    found = TEXTS.gov.classify()
    assert found["topics"].tolist()[1:] == [(), ("veterans",)]
    assert found["veterans"].isna().tolist() == [False, True, False]
    assert found.index.equals(TEXTS.index)


def test_bulletins_are_called_as_their_rows() -> None:
    """What analyze takes is passed on."""
    found = TEXTS.gov.analyze(issued="2023-03-12")
    assert [bulletin.id if bulletin else None for bulletin in found] == ["a", None, "a"]
    assert str(found.iloc[0].issued) == "2023-03-12"
    assert len(govnews.frame(found.dropna())) == 2


@pytest.mark.parametrize("texts", [[], [None], [float("nan"), pd.NA]])
def test_nothing_gives_empty_results(texts: list[object]) -> None:
    """With all columns."""
    column = pd.Series(texts, dtype=object)
    assert "kind" in column.gov.extract().columns
    assert len(column.gov.extract()) == 0
    assert len(column.gov.classify()) == len(texts)
    assert len(column.gov.words()) == len(texts)


def test_what_is_no_text_is_named() -> None:
    """With the label of its row."""
    with pytest.raises(TypeError, match="the text at 'x' is a int"):
        pd.Series([5], index=["x"]).gov.extract()


def test_a_lone_surrogate_is_no_error() -> None:
    """Whatever is asked."""
    column = pd.Series(["职工\ud80058名"], dtype=object)
    assert column.gov.clean().tolist() == [govnews.clean("职工\ud80058名").text]
    assert len(column.gov.extract()) == 1


def test_govnews_alone_imports_no_pandas() -> None:
    """The accessor is asked for by name."""
    code = "import sys, govnews; govnews.frame; assert 'pandas' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
