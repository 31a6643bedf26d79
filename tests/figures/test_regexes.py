"""Regular expressions of a lexicon: what is let in stays fast, whatever the text."""

import re
from time import process_time

import pytest

from govnews.figures.regexes import check_regex
from govnews.resources import table


@pytest.mark.parametrize(
    "regex",
    [
        r"\d{4}年第\d{1,4}号",
        r"(?<=第)[0-9]{1,3}(?=号楼|号院)号",
        r"[一二三]{1,3}届(?:人大|政协)?",
        r"1[3-9]\d{9}(?!\d)",
        r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9]",
        r"(?i:pm)2\.5",
        r"\d{1,4}(?>年度?)",
        r"(?:\d{3},){1,5}\d{3}",
    ],
)
def test_let_in(regex: str) -> None:
    """What an analyst writes."""
    check_regex(regex)


@pytest.mark.parametrize(
    ("regex", "message"),
    [
        (r"\d+号", "repeats without end"),
        (r"\d*?号", "repeats without end"),
        (r"\d++号", "repeats without end"),
        (r"\d{3,}号", "repeats without end"),
        (r"(?=.*号)3", "repeats without end"),
        (r"(?:\d{1,3}){1,30}号", "more than 10000 ways"),
        (r"(?:a|a){20}b", "more than 10000 ways"),
        (r"\d{0,40}\d{0,40}\d{0,40}号", "more than 10000 ways"),
        (r"(?:\d?){20}号", "more than 10000 ways"),
        (r"(?:.{9999}){9999}", "more than 10000 ways"),
        (r"x{4000000000}", "more than 10000 ways"),
        (r"(?>(?:\d{1,3}){1,30})号", "more than 10000 ways"),
        (r"(?=(?:\d{1,3}){1,30}号)3", "more than 10000 ways"),
        (r"x{5000000000}", "does not compile"),
        ("(" * 2000 + "a" + ")" * 2000, "does not compile"),
        (r"(?:号)?", "nothing at all"),
        (r"|号", "nothing at all"),
        (r"(?=号)", "nothing at all"),
        (r"(3)\1", "refers back"),
        (r"(3)?(?(1)号|楼)", "refers back"),
        (r"(?P<year>\d{4})", "names a group"),
        (r"a)|(?:b", "does not compile"),
        (r"[", "does not compile"),
    ],
)
def test_refused(regex: str, message: str) -> None:
    """What can be slow, cannot be joined to others, or says nothing."""
    with pytest.raises(ValueError, match=message):
        check_regex(regex)


def test_the_slowest_that_is_let_in() -> None:
    """Two ambiguous repetitions that fail on what they are worst at take milliseconds."""
    regex = r"\d{0,90}\d{0,90}号"
    check_regex(regex)
    start = process_time()
    assert re.match(regex, "9" * 1000) is None
    assert process_time() - start < 0.1


@pytest.mark.parametrize("row", table("exclusions")["pattern"], ids=lambda row: str(row["name"]))
def test_the_shipped_ones_can_be_joined(row: dict[str, str]) -> None:
    """They may repeat without end, since their authors looked at each; nothing else."""
    try:
        check_regex(row["regex"])
    except ValueError as error:
        assert "without end" in str(error) or "ways" in str(error)  # noqa: PT017 - either is fine
