"""Figures find their place in the cleaned text again."""

from hypothesis import given, settings
from hypothesis import strategies as st

from govnews import figures
from govnews.bulletin.calls import figures_of
from govnews.bulletin.cleaned import clean
from govnews.bulletin.resolving.places import places
from govnews.segmentation import tagged

pieces = st.sampled_from(
    [
        "職(zhí)工(gōng)",
        "服務(wù)站",
        "當(dāng)年",
        "7月24日",
        "２４日",
        "2021年",
        "5万元",
        "。",
        "\n",
        "&nbsp;",
        "  ",
    ]
)


@given(st.lists(pieces, max_size=30).map("".join))
@settings(deadline=None)
def test_places_are_those_in_the_cleaned_text(text: str) -> None:
    """What cleaning dropped before a figure is accounted for."""
    cleaned = clean(text)
    found = [at for _, at in places(cleaned, figures_of(cleaned))]

    assert found == [figure.start for figure in figures.find(cleaned.text, tagged)]
