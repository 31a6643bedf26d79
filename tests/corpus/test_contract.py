"""What holds for each of the four functions."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

import govnews
from govnews.corpus import collocations, concordance, keyness, keywords
from tests.corpus.pages import FUNCTIONS, SAMPLES, SLOWLY, hostile, sample, texts

each_function = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)

CALLS = {
    "keywords": "govnews.keywords('职工')",
    "keyness": "govnews.keyness('职工')",
    "concordance": "govnews.concordance('职工', '职工')",
    "collocations": "govnews.collocations('职工')",
}


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    """Fail where two frames differ."""
    pd.testing.assert_frame_equal(one.reset_index(drop=True), other.reset_index(drop=True))


def test_the_public_names_are_the_functions() -> None:
    """Not the modules of the same name, though those are imported as well."""
    assert all(map(callable, (collocations, concordance, keyness, keywords)))
    assert govnews.keywords is keywords


@each_function
@pytest.mark.parametrize("nothing", [[], "", [""], {}, "。", "\n\n", "5027万元"])
def test_nothing_gives_an_empty_frame_of_the_same_types(
    function: Callable[..., Any], nothing: Any
) -> None:
    """What follows in a notebook needs no special case."""
    empty, full = function(nothing), function(["慰问困难职工，走访企业", "慰问困难职工"])

    assert len(empty) == 0 < len(full)
    assert empty.dtypes.tolist() == full.dtypes.tolist()
    assert list(empty.columns) == list(full.columns)


@each_function
@pytest.mark.parametrize("given", [5, None, b"\xe8\x81\x8c", [b"\xe8"], [5], [None], {"a": 5}])
def test_what_is_no_text_is_said(function: Callable[..., Any], given: Any) -> None:
    """With the name of the function and of the type."""
    with pytest.raises(TypeError, match=r"^\w+ takes texts \(str\) or Bulletins, not \w+; decode"):
        function(given)


@each_function
def test_what_is_no_segmenter_is_said(function: Callable[..., Any]) -> None:
    """Its name alone cuts nothing."""
    with pytest.raises(TypeError, match=r"segmenter takes a govnews\.Segmenter, not str"):
        function("职工", segmenter="jieba")


@pytest.mark.parametrize("function", [keywords, keyness, collocations])
@pytest.mark.parametrize("top", [0, -1])
def test_no_rows_cannot_be_asked_for(function: Callable[..., Any], top: int) -> None:
    """It is a slip."""
    with pytest.raises(ValueError, match=f"top={top}: ask for 1 row at least, or None for all"):
        function("职工", top=top)


@pytest.mark.parametrize("function", [keywords, keyness, collocations])
def test_top_is_the_head_of_all(function: Callable[..., Any]) -> None:
    """In the same order."""
    text = sample("simplified.txt")
    same(function(text, top=3), function(text, top=None).head(3))


@each_function
@given(hostile)
@SLOWLY
def test_any_string_will_do(function: Callable[..., Any], text: str) -> None:
    """Lone surrogates, NUL, unclosed brackets; cleaned or not."""
    function(text)
    function([text, "职工"], clean=False)


@each_function
@given(texts)
@SLOWLY
def test_a_bulletin_gives_what_its_text_gives(function: Callable[..., Any], text: str) -> None:
    """With the same places."""
    same(function([text]), function([govnews.analyze(text)]))


@each_function
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_what_its_bulletin_gives(function: Callable[..., Any], path: Any) -> None:
    """Also where it is garbled."""
    text = govnews.read(path)
    same(function([text]), function([govnews.analyze(text)]))


@each_function
def test_paragraphs_that_were_left_out_do_not_count(function: Callable[..., Any]) -> None:
    """As `Bulletin.figures` and `Bulletin.shares` know nothing of them."""
    bulletin = govnews.analyze("慰问(wèn)困难职工。\n職工走访企业，職工走访企业。")
    first = replace(bulletin, paragraphs=bulletin.paragraphs[:1])

    same(function(first), function("慰问(wèn)困难职工。"))
    same(function(replace(bulletin, paragraphs=bulletin.paragraphs[::-1])), function(bulletin))
    assert len(function(replace(bulletin, paragraphs=()))) == 0


@each_function
def test_a_generator_is_drawn_once(function: Callable[..., Any]) -> None:
    """As a list of the same."""
    many = ["慰问困难职工", "走访困难职工"]
    same(function(iter(many)), function(many))


@pytest.mark.parametrize("name", ["keywords", "concordance"])
def test_names_are_kept(name: str) -> None:
    """Those of a mapping go before that of the bulletin."""
    function, named = FUNCTIONS[name], govnews.analyze("职工", id="own")

    assert function([named, "职工"])["bulletin"].tolist() == ["own", pd.NA]
    assert function({"b": named, "a": "职工"})["bulletin"].tolist() == ["b", "a"]
    assert function({"b": named, "a": "职工"})["number"].tolist() == [0, 1]
    assert function({2023: "职工"})["bulletin"].tolist() == ["2023"]


@each_function
def test_a_segmenter_of_ones_own_cuts(function: Callable[..., Any]) -> None:
    """Here a word that no dictionary has."""
    own, text = govnews.Segmenter(["职工慰问企业 n"]), "走访职工慰问企业"

    if function is FUNCTIONS["concordance"]:
        assert len(function(text, whole_words=True)) == 1
        assert len(function(text, whole_words=True, segmenter=own)) == 0
    else:
        assert not function(text).equals(function(text, segmenter=own))


@pytest.mark.parametrize("name", CALLS)
def test_without_pandas_the_extra_is_named(name: str) -> None:
    """Before anything is counted."""
    code = f"""
import sys
sys.modules["pandas"] = None
import govnews
try:
    {CALLS[name]}
except govnews.MissingExtraError as error:
    print(error, "sklearn" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == (
        f"{name} returns a pandas frame, and pandas is not installed: "
        "pip install 'govnews[frames]' False\n"
    )
