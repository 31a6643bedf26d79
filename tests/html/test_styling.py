"""The style: of the fragment alone."""

import re
from html import unescape

from govnews.html import render, stylesheet
from govnews.models import Kind
from tests.html.pages import one, people


def body(html: str) -> str:
    """Leave out the style."""
    return html.partition("</style>")[2]


def test_the_key_explains_the_marks_that_are_there() -> None:
    """And no others."""
    html = body(render(one("58名", people(0, 3))))
    (key,) = re.findall('<ul class="key".*?</ul>', html)
    assert unescape(re.sub("<[^>]*>", "", key)) == "headcount 1"


def test_every_kind_has_a_hue() -> None:
    """Translucent, so that it can be read on light and on dark."""
    hues = {re.search(rf"\.govnews \.{kind}{{--hue:(\d+)}}", stylesheet()) for kind in Kind}
    assert None not in hues
    assert len(hues) == len(Kind)


def test_it_stands_alone() -> None:
    """No script, nothing from elsewhere, no id that two fragments would share."""
    assert not re.search(
        r"https?:|<script|<link|@import|url\(|\sid=", render(one("58名", people(0, 3)))
    )


def test_every_rule_is_kept_to_the_fragment() -> None:
    """The page around it looks as before."""
    selectors = re.findall(r"(?:^|[}{])\s*([^{}@]+)\{", stylesheet())
    assert selectors
    for selector in selectors:
        for alternative in re.split(r",(?![^(]*\))", selector.strip()):
            assert alternative.strip().startswith(".govnews")
