"""Escaping: any text can stand in the page, and comes back out of it as it was."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govnews.reporting.escaping import as_html, as_json, as_link, isolated, shown

#: Any text but for two lone surrogates that would be read as one character.
texts = st.text(st.characters(exclude_categories=[])).filter(
    lambda text: not re.search("[\ud800-\udbff][\udc00-\udfff]", text)
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)


@given(plain)
def test_what_is_read_is_what_was_embedded(data: object) -> None:
    """Of texts also NULs, lone surrogates and marks of direction."""
    assert json.loads(as_json(data)) == data


@given(plain)
def test_what_is_embedded_is_utf8_and_opens_no_tag(data: object) -> None:
    """Neither a tag nor a comment nor a line end that scripts do not know."""
    embedded = as_json(data)
    embedded.encode()
    assert not re.search("[<>&\u2028\u2029\u202e]", embedded)


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "]]>", "\u2028", "&lt;"])
def test_what_would_break_out_is_escaped(text: str) -> None:
    """And read back."""
    assert text not in as_json(text)
    assert json.loads(as_json(text)) == text


@given(texts)
def test_html_holds_any_text(text: str) -> None:
    """In quotes and out of them, but for what HTML has no place for."""
    html = as_html(text)
    html.encode()
    assert not re.search("[<>\"']", html)
    assert unescape(html) == shown(text)
    assert len(shown(text)) == len(text)


def test_what_turns_the_direction_is_shown_as_a_replacement() -> None:
    """A mark that only says where letters belong stays."""
    assert shown("5\u202e万\u200f元") == "5\ufffd万\u200f元"
    assert isolated("<\u2066") == '<bdi lang="zh-Hans">&lt;\ufffd</bdi>'


@given(texts)
def test_a_link_can_ask_for_any_text(text: str) -> None:
    """In ASCII, without quotes."""
    assert re.fullmatch(r"#figures\?unit=[\w.~%-]*", as_link(unit=text), re.ASCII)
