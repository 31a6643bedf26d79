"""What must hold for the rows of any lexicon."""

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from govnews.errors import LexiconError
from govnews.figures import checked_rows, find, with_rows
from govnews.segmentation import tagged

SCALARS = st.one_of(
    st.sampled_from(
        ["树", "", "家", "300树", "count", "before", "over", "一棵树", "CNY", "[0-9]号"]
    ),
    st.text(max_size=4),
    st.integers(),
    st.booleans(),
    st.floats(),
    st.none(),
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3)
FIELDS = st.sampled_from(
    [
        *("word", "kind", "unit", "example", "scale", "most", "not_before", "only_before"),
        *("one_not_before", "one", "han", "place", "bound", "code", "group", "words"),
        *("name", "regex", "remove"),
    ]
)
ROWS = st.dictionaries(FIELDS, VALUES, max_size=5) | SCALARS
TABLES = st.sampled_from(["unit", "currency", "qualifier", "phrases", "pattern", "units"])
FILES = st.dictionaries(TABLES, st.lists(ROWS, max_size=3) | ROWS, max_size=3)


@given(FILES)
@settings(max_examples=500, deadline=None)
@example({"phrases": [{"words": ["两会", 3]}]})
@example({"unit": [{"word": ["树"], "remove": True}]})
def test_a_lexicon_is_sound_or_says_what_is_not(data: dict[str, Any]) -> None:
    """Nothing else comes out of it."""
    try:
        list(checked_rows("own.toml", data))
    except LexiconError as error:
        assert str(error).startswith("own.toml")  # noqa: PT017 - it may be sound as well


WORDS = st.text(st.sampled_from("树家元多余上人（1a"), min_size=1, max_size=3).filter("元".__ne__)
UNITS = st.builds(
    lambda word, kind: {"word": word, "kind": kind[0], "unit": kind[1], "example": "-"},
    WORDS.filter(lambda word: word[0] != "1"),
    st.sampled_from(
        [
            *[("count", "家"), ("headcount", "人次"), ("measure", "亩"), ("percentage", "%")],
            *[("duration", "天"), ("multiple", "倍")],
        ]
    ),
)
QUALIFIERS = st.fixed_dictionaries(
    {
        "word": WORDS.filter(lambda word: word[0] != "1"),
        "place": st.sampled_from(["before", "after"]),
        "bound": st.sampled_from(["over", "under", "about"]),
        "example": st.just("-"),
    }
)


@given(
    st.lists(UNITS, max_size=4, unique_by=lambda row: row["word"]),
    st.lists(QUALIFIERS, max_size=3, unique_by=lambda row: (row["word"], row["place"])),
    st.text(st.sampled_from("树家元多余上人（1a30，"), max_size=30),
)
@settings(max_examples=300, deadline=None)
def test_any_words_give_ordered_figures(
    units: list[dict[str, Any]], qualifiers: list[dict[str, Any]], text: str
) -> None:
    """Whatever words are added, figures are in order, disjoint and inside of the text."""
    tables = {"unit": units, "qualifier": qualifiers}
    vocabulary = with_rows(list(checked_rows("own.toml", tables)))
    end = 0
    for figure in find(text, tagged, vocabulary=vocabulary):
        assert end <= figure.start < figure.end <= len(text)
        end = figure.end
